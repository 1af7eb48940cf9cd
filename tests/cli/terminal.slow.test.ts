import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/documents.js';
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

/** Runs a command as at a terminal until it shows something, and ends it; false when it ends without. */
function untilShown(line: string, words: RegExp): Promise<boolean> {
  return new Promise((end) => {
    const child = spawn('bash', ['-c', `exec script -qec '${process.execPath} ${join(ROOT, 'bin', 'flaskhals.js')} ${line}' /dev/null`], { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'ignore'] });
    let shown = '';
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      if (words.test(shown)) child.kill('SIGTERM');
    });
    child.once('exit', () => {
      end(words.test(shown));
    });
  });
}

test('work over a second shows how far it has come and when it will be done, on a terminal', async (context) => {
  context.skip(!canType, 'there is no script(1) to stand for a terminal');
  expect(await untilShown('run s.yaml --replications 100000', /Kör [█░]+ \d+ av 100000, klart om \d+/)).toBe(true);
  expect(await untilShown('run s.yaml --replications 100000 --lang en --out in-english', /Running [█░]+ \d+ of 100000, done in \d+/)).toBe(true);
});

test('what to type next is said on a terminal only', (context) => {
  context.skip(!canType, 'there is no script(1) to stand for a terminal');
  expect(atTerminal('check s.yaml')).toContain('Nästa steg: npx --no-install flaskhals run s.yaml');
  expect(shell('$FLASKHALS check s.yaml', { cwd: folder })).toEqual({ code: 0, stdout: 's.yaml: inga fel. 2 regioner, 1 inflöde, 1 tjänstgöringsform, 6 resurser, 24 tidssteg; 3 filer lästa.\n', stderr: '' });
});
