import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskSource } from '../../src/cli/files.js';
import { layDigest, mix, toHex } from '../../src/engine/index.js';
import { readScenario } from '../../src/input/index.js';
import { listStories, prepareReport } from '../../src/study/index.js';
import type { Report } from '../../src/study/index.js';
import { beside, contentOf, whileHeld, wordsOf } from './interrupted.js';
import { buildProgram, flaskhals, makeProject, readManifest, REPORT, shell } from './support.js';
import type { Ended } from './support.js';

const RUN = ['run', 's.yaml', '--replications', '21'];

let folder = '';
let report = '';
let prepared: Report;
let alone: unknown;
beforeAll(async () => {
  buildProgram();
  folder = makeProject();
  report = join(folder, REPORT);
  const read = readScenario(diskSource(join(folder, 's.yaml')), join(folder, 's.yaml'));
  if (!read.ok) throw new Error('the small scenario does not read');
  prepared = prepareReport({ scenario: read.value.scenario, seed: 7, additions: [] });
  alone = await contentIn(1);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[]): Promise<Ended> => flaskhals(args, { cwd: folder });

/** What a run in so many threads writes, but for how many they were. */
async function contentIn(workers: number): Promise<unknown> {
  rmSync(join(report, '..'), { recursive: true, force: true });
  expect(await run([...RUN, '--workers', String(workers)])).toMatchObject({ code: 0, stderr: '' });
  return butThreads();
}

function butThreads(): unknown {
  const { files, manifest } = contentOf(report) as { readonly files: unknown; readonly manifest: object };
  return { files, manifest: { ...manifest, workers: 0, command: [] } };
}

test.each([2, 3, 8])('METAMORPHIC 2: %i threads give the bytes of one', async (workers) => {
  expect(await contentIn(workers)).toEqual(alone);
});

test('METAMORPHIC 2: begun in two threads, interrupted, and gone on with in one: the same bytes', async () => {
  rmSync(join(report, '..'), { recursive: true, force: true });
  const { code, stderr } = await whileHeld([...RUN, '--workers', '2'], (child) => { child.kill('SIGTERM'); }, { cwd: folder, state: `${report}.state` });
  expect(code).toBe(143);
  expect((await run([...wordsOf(stderr).filter((word) => word !== '--workers' && word !== '2'), '--workers', '1'])).code).toBe(0);
  expect(butThreads()).toEqual(alone);
  expect(beside(report)).toEqual([]);
});

const fingerprintIn = (stdout: string): string => /fingeravtryck ([0-9a-f]{32})\n$/.exec(stdout)![1]!;

test('the fingerprint of each replication alone is the one that it has in the run', async () => {
  rmSync(join(report, '..'), { recursive: true, force: true });
  expect((await run(['run', 's.yaml', '--replications', '3'])).code).toBe(0);
  const digest = layDigest();
  for (const number of [0, 1, 2]) {
    const { code, stdout, stderr } = await run(['replication', 's.yaml', String(number)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of fingerprintIn(stdout).match(/.{8}/g)!) mix(digest, Number.parseInt(word, 16) | 0);
  }
  expect(toHex(digest)).toBe(readManifest(report).scenarios[0]!.fingerprint);
});

const waitOf = (id: string, seed: number, replication: number): number =>
  listStories(prepared.plan, prepared.axes, { seed, replication }).find((story) => story.id === id)!.legs.reduce((sum, { waited }) => sum + waited.queue + waited.between, 0);

test("a modelled doctor's story says how long each wait was and for what, and the parts sum to it", async () => {
  const longest = listStories(prepared.plan, prepared.axes, { seed: 7, replication: 1 }).map(({ id }) => id).sort((a, b) => waitOf(b, 7, 1) - waitOf(a, 7, 1))[0]!;
  const { code, stdout } = await run(['replication', 's.yaml', '1', '--doctor', longest]);
  expect(code).toBe(0);
  expect(stdout).toContain(`\nModellerad läkare ${longest}, upprepning 1, frö 7\n`);
  const number = (text: string): number => Number(text.replace(',', '.'));
  let whole = 0;
  for (const [, months, causes] of stdout.matchAll(/^Väntar .* ([\d,]+) månader:\n((?: {2}[\d,]+ på .+\n)+)/gm)) {
    const parts = [...causes!.matchAll(/^ {2}([\d,]+) på/gm)].map(([, part]) => number(part!));
    // Each is shown with one decimal.
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - number(months!))).toBeLessThanOrEqual(0.05 * parts.length + 1e-9);
    whole += number(months!);
  }
  expect(whole).toBe(waitOf(longest, 7, 1));
});

test('an unknown doctor is refused, and the nearest that there is is named', async () => {
  const refused = await run(['replication', 's.yaml', '0', '--doctor', 'old/2026-06/88', '--lang', 'en']);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  const [, near] = /^--doctor: no doctor of the replication is called "old\/2026-06\/88"; written stream\/cohort\/ordinal, e\.g\. (old\/2026-06\/\d+)\n$/.exec(refused.stderr) ?? [];
  expect(near).toBeDefined();
  expect((await run(['replication', 's.yaml', '0', '--doctor', near!])).code).toBe(0);
});

test('on a terminal the next command is that of the doctor who waited longest, with the same luck', async (context) => {
  context.skip(shell('script -qec true /dev/null', { cwd: '/' }).code !== 0, 'there is no script(1) to stand for a terminal');
  const { stdout } = shell('script -qec "$FLASKHALS replication s.yaml 2 --seed 5" /dev/null < /dev/null', { cwd: folder });
  const words = wordsOf(stdout.slice(stdout.indexOf('Nästa steg')).replaceAll('\r', ''));
  expect(words.slice(0, 4)).toEqual(['replication', 's.yaml', '2', '--doctor']);
  expect(words.slice(5)).toEqual(['--seed', '5']);
  const all = listStories(prepared.plan, prepared.axes, { seed: 5, replication: 2 });
  expect(waitOf(words[4]!, 5, 2)).toBe(Math.max(...all.map(({ id }) => waitOf(id, 5, 2))));
  expect((await run(words)).stdout).toContain(`Modellerad läkare ${words[4]!}, upprepning 2, frö 5\n`);
});
