import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PROVING } from '../support/random.js';
import { ROOT } from '../support/documents.js';
import { REPORT, buildProgram, flaskhals, makeProject, shell } from './support.js';

beforeAll(buildProgram);

test('a national run in two threads, its sample laid for a thousand replications, is within 1 GB', (context) => {
  context.skip(!PROVING, 'takes a minute: with `npm run prove`');
  context.skip(!existsSync('/proc/self/status'), 'this system does not tell the peak of memory');
  const { code, stdout, stderr } = shell(`${process.execPath} ${join('tests', 'bench', 'memory.js')} 60 2`, { cwd: ROOT });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  console.log(stdout);
  const { peak, sample } = JSON.parse(stdout) as { readonly peak: number; readonly sample: number };
  expect(peak).toBeLessThan(1000);
  expect(sample).toBeLessThan(100);
});

test('where memory is short, its end is told with exit 5 after what was done is kept and the folder is free: the same command goes on', async () => {
  const cwd = makeProject();
  const short = { NODE_OPTIONS: `--max-old-space-size=64 --import ${join(ROOT, 'tests', 'cli', 'hungry.mjs')}`, HUNGRY_WHEN: join(cwd, `${REPORT}.state`), FLASKHALS_KEEP_MS: '0' };
  const asked = ['run', 's.yaml', '--replications', '400', '--workers', '1', '--lang', 'en'];
  const { code, stderr } = await flaskhals(asked, { cwd, env: short });
  expect(code).toBe(5);
  expect(stderr).toMatch(/Out of memory: Node may use \d+ MB here\. Nothing half-written is left\.\nGive more memory.*\nWhat is done is kept\. Go on with\n {2}npx --no-install flaskhals run s\.yaml .*--resume\n$/);
  expect(readdirSync(join(cwd, 'reports'))).toEqual(['prov.state']);
  const again = await flaskhals([...asked, '--resume'], { cwd });
  expect(again.code).toBe(0);
  expect(again.stderr).toContain('Going on with an interrupted run');
});

test('a national run of a few replications needs no more than 128 MB of heap', { timeout: 300_000 }, (context) => {
  context.skip(!PROVING, 'takes half a minute: with `npm run prove`');
  const cwd = makeProject();
  const { code } = shell(`${process.execPath} --max-old-space-size=128 ${join(ROOT, 'bin', 'flaskhals.js')} run ${join(ROOT, 'scenarios', 'nationell-bas.yaml')} --replications 4 --out ${join(cwd, 'n')}`, { cwd });
  expect(code).toBe(0);
});

test('a command that needs no folder ends so too, and where memory is enough the exit codes are as ever', async () => {
  const cwd = makeProject();
  const small = await flaskhals(['check', 's.yaml'], { cwd, env: { NODE_OPTIONS: '--max-old-space-size=16' } });
  expect(small.code).toBe(5);
  expect(small.stderr.split('\n').at(-3)).toMatch(/^Minnet tog slut/);
  expect((await flaskhals(['check', 's.yaml'], { cwd, env: { NODE_OPTIONS: '--max-old-space-size=256' } })).code).toBe(0);
  expect((await flaskhals(['check', 'nej.yaml'], { cwd, env: { NODE_OPTIONS: '--max-old-space-size=256' } })).code).not.toBe(0);
});
