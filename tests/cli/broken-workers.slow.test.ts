import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/documents.js';
import { beside, clear, contentOf, wordsOf } from './interrupted.js';
import { buildProgram, flaskhals, makeProject } from './support.js';
import type { Ended } from './support.js';

const ADDED = 'prov-slots-psychiatry-Skåne-1';
const RUN = ['run', '--replications', '60', 's.yaml', '--add', 'slots/psychiatry/Skåne=1', '--lang', 'en'];

let folder = '';
let report = '';
beforeAll(() => {
  buildProgram();
  folder = makeProject();
  report = join(folder, 'reports', ADDED);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const runBroken = (how: string, env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Promise<Ended> =>
  flaskhals([...RUN, '--workers', '2', ...flags], { cwd: folder, env: { FLASKHALS_BREAK_WORKER: `${how}:37`, ...env } });

const WHERE = `${ADDED}: seed 7, replication 37`;
const ALONE = "That replication alone: npx --no-install flaskhals replication s.yaml 37 --seed 7 --add 'slots/psychiatry/Skåne=1'";

test.each<[string, string, number, string, readonly string[]]>([
  ['F08', 'throw', 1, `Internal fault in flaskhals (BugError): ${WHERE}: broken on purpose\n${ALONE}\n`, []],
  ['F09', 'exit', 1, `${WHERE}: a worker ended without an answer (worker exited with code: 0)\n${ALONE}\n`, []],
  ['F10', 'memory', 5, `${WHERE}: a worker ran out of memory`, []],
  // Long enough for a thread to begin on a machine that has much else to do.
  ['F11', 'hang', 1, `${WHERE}: a worker hangs (over 15 s; --patience)\n${ALONE}\n`, ['--patience', '15']],
])('%s: a worker that does this at a replication: %s; the run is exit %i, says where, and publishes nothing', async (_, how, code, words, flags) => {
  clear(report);
  const ended = await runBroken(how, how === 'memory' ? { NODE_OPTIONS: '--max-old-space-size=80' } : {}, flags);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(words);
  if (code === 5) expect(ended.stderr).toContain('NODE_OPTIONS=--max-old-space-size=');
  expect(beside(report).filter((entry) => entry !== `${ADDED}.state`)).toEqual([]);
});

test('F08: what another worker sends at the same time is waited for by nobody', async () => {
  const busy = { NODE_OPTIONS: `--import ${join(ROOT, 'tests', 'cli', 'blocked.mjs')}` };
  for (let time = 0; time < 2; time++) {
    clear(report);
    const ended = await runBroken('throw', busy);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr.split('\n').slice(0, 2)).toEqual([`Internal fault in flaskhals (BugError): ${WHERE}: broken on purpose`, ALONE]);
  }
});

test('F08: what was done before is gone on with, to the same bytes; and the command that is named repeats the replication alone', async () => {
  clear(report);
  const unbroken = await flaskhals([...RUN, '--workers', '2'], { cwd: folder });
  expect(unbroken).toMatchObject({ code: 0, stderr: '' });
  const content = contentOf(report);
  clear(report);
  const broken = await runBroken('throw');
  const again = await flaskhals([...RUN, '--workers', '2', '--resume'], { cwd: folder });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(/^Going on with an interrupted run: \d+ of 60 replications are done\.\n$/) as string });
  expect(contentOf(report)).toEqual(content);
  const alone = await flaskhals(wordsOf(broken.stderr), { cwd: folder });
  expect(alone).toMatchObject({ code: 0, stderr: '' });
  expect(alone.stdout).toMatch(/\nUpprepning 37: fingeravtryck [0-9a-f]{32}\n$/);
});
