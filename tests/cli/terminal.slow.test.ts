import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, makeProject, shell } from './support.js';

let folder = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const canType = shell('script -qec true /dev/null', { cwd: '/' }).code === 0;

/** Runs a command as at a terminal; what it shows is stdout and stderr together. */
const atTerminal = (line: string): string => shell(`script -qec "$FLASKHALS ${line}" /dev/null < /dev/null`, { cwd: folder }).stdout;

test('work over a second shows how far it has come and when it will be done, on a terminal', (context) => {
  context.skip(!canType, 'there is no script(1) to stand for a terminal');
  expect(atTerminal('run s.yaml --replications 3000')).toMatch(/Kör [█░]+ \d+ av 3000, klart om \d+/);
  expect(atTerminal('run s.yaml --replications 3000 --lang en')).toMatch(/Running [█░]+ \d+ of 3000, done in \d+/);
});

test('what to type next is said on a terminal only', (context) => {
  context.skip(!canType, 'there is no script(1) to stand for a terminal');
  expect(atTerminal('check s.yaml')).toContain('Nästa steg: npx --no-install flaskhals run s.yaml');
  expect(shell('$FLASKHALS check s.yaml', { cwd: folder })).toEqual({ code: 0, stdout: 's.yaml: inga fel. 2 regioner, 1 inflöden, 1 tjänstgöringsformer, 6 resurser, 24 tidssteg; 3 filer lästa.\n', stderr: '' });
});
