import type { ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROVING } from '../support/random.js';
import { beside, clear, contentOf, expectNothingBroken, KEEP_ALWAYS, launch, whileHeld, wordsOf } from './interrupted.js';
import { buildProgram, DATA, flaskhals, makeProject, readManifest, REPORT, shell, SMALL } from './support.js';
import type { Ended } from './support.js';

const RUN = ['run', 's.yaml', '--replications', '120'];
let folder = '';
let report = '';
let state = '';
let unbroken: unknown;
beforeAll(async () => {
  buildProgram();
  folder = makeProject();
  report = join(folder, REPORT);
  state = `${report}.state`;
  expect((await run(RUN)).code).toBe(0);
  unbroken = contentOf(report);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  clear(report);
});

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => flaskhals(args, { cwd: folder, env });

/** The end of a run that something happens to when it has kept a state, and has most of its work before it. */
const struck = (during: (child: ChildProcess) => Promise<void> | void, args: readonly string[] = RUN, env: Readonly<Record<string, string>> = {}): Promise<Ended> => whileHeld(args, during, { cwd: folder, state, env });

/** The manifest does not say in how many threads a run was to be done, when that alone differs. */
const butWorkers = (content: unknown): unknown => {
  const { files, manifest } = content as { readonly files: unknown; readonly manifest: { readonly command: readonly string[] } };
  return { files, manifest: { ...manifest, workers: 0, command: manifest.command.slice(0, RUN.length) } };
};

test.each([['SIGINT', 130, 1], ['SIGINT', 130, 2], ['SIGTERM', 143, 1]] as const)('F12, F13: %s ends a run with exit %i, says how to go on, and that gives the same bytes (threads: %i)', async (signal, code, workers) => {
  const ended = await struck((child) => { child.kill(signal); }, [...RUN, '--workers', String(workers)]);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toMatch(/^Avbruten: \d+ av 120 upprepningar är gjorda och finns kvar\. Fortsätt med\n {2}npx --no-install flaskhals run s\.yaml .*--resume\n$/);
  expect(beside(report)).toEqual(['prov.state']);
  const again = await run(wordsOf(ended.stderr));
  expect(again.code).toBe(0);
  expect(again.stderr).toMatch(/^Fortsätter en avbruten körning: \d+ av 120 upprepningar är gjorda\.\n$/);
  expect(butWorkers(contentOf(report))).toEqual(butWorkers(unbroken));
  expect(beside(report)).toEqual([]);
});

test('F12: a signal is heard between two replications, also where the threads are always done before what they sent is kept', async () => {
  const ended = await whileHeld([...RUN, '--workers', '2'], (child) => { child.kill('SIGINT'); }, { cwd: folder, state, slow: 10 });
  expect(ended).toMatchObject({ code: 130, stdout: '' });
  const [, done] = /^Avbruten: (\d+) av 120 upprepningar/.exec(ended.stderr) ?? [];
  expect(Number(done)).toBeLessThan(20);
});

test.each([['SIGINT', 130], ['SIGHUP', 143]] as const)('F12, F13: %s twice ends a run at once with exit %i, and what is kept is whole', async (signal, code) => {
  const twice = (child: ChildProcess): void => {
    child.kill(signal);
    child.kill(signal);
  };
  expect((await struck(twice, [...RUN, '--workers', '2'])).code).toBe(code);
  expectNothingBroken(report, 'twice');
  if (!PROVING && signal !== 'SIGINT') return;
  expect((await run(RUN)).code).toBe(0);
  expect(contentOf(report)).toEqual(unbroken);
  expect(beside(report)).toEqual([]);
});

test('F13: SIGPIPE, and a reader that leaves, are quiet', async () => {
  expect(await struck((child) => { child.kill('SIGPIPE'); })).toMatchObject({ code: 0, stderr: '' });
  expect(contentOf(report)).toEqual(unbroken);
  expect(shell('$FLASKHALS run s.yaml --replications 3 | true; exit ${PIPESTATUS[0]}', { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
});

const STOP_MS = PROVING ? 60_000 : 2000;

test(`F16: stopped for ${STOP_MS / 1000} s, a run goes on, and no thread is held to have hung meanwhile`, async () => {
  const stopped = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGSTOP');
    await new Promise((go) => setTimeout(go, STOP_MS));
    child.kill('SIGCONT');
  };
  expect(await struck(stopped, [...RUN, '--workers', '2', ...(PROVING ? ['--patience', '30'] : [])])).toMatchObject({ code: 0, stderr: '' });
  expect(butWorkers(contentOf(report))).toEqual(butWorkers(unbroken));
});

describe('F15: the clock', () => {
  // Every look at it gives another time: a year back, ten years on, and the hours before and after the two nights when clocks are set.
  const TIMES = ['2025-11-30T12:00Z', '2036-11-30T12:00Z', '2026-03-29T00:59Z', '2026-03-29T01:01Z', '2026-10-25T00:59Z', '2026-10-25T01:01Z'];
  const jumping = `const Real = Date; let i = 0; const now = () => Real.parse(${JSON.stringify(TIMES)}[i++ % ${TIMES.length}]); globalThis.Date = class extends Real { constructor(...a) { if (a.length > 0) super(...a); else super(now()); } static now() { return now(); } };`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(jumping).replaceAll("'", '%27')}`;

  test('that jumps, and another time zone after an interruption, change nothing, and no time is negative', async () => {
    expect((await struck((child) => { child.kill('SIGTERM'); }, RUN, { NODE_OPTIONS, TZ: 'Pacific/Kiritimati' })).code).toBe(143);
    expect((await run([...RUN, '--resume'], { NODE_OPTIONS, TZ: 'America/St_Johns' })).code).toBe(0);
    expect(contentOf(report)).toEqual(unbroken);
    const { start, end, computingSeconds } = readManifest(report).times as { readonly start: string; readonly end: string; readonly computingSeconds: number };
    expect(Date.parse(end) - Date.parse(start)).toBeGreaterThanOrEqual(0);
    expect(computingSeconds).toBeGreaterThan(0);
  });
});

test('F07: where the old report, or all that is around it, is removed or moved during the run, that is exit 4, and what was computed is not lost', async () => {
  expect((await run([...RUN, '--seed', '8'])).code).toBe(0);
  const ended = await struck(() => { rmSync(report, { recursive: true }); });
  expect(ended).toMatchObject({ code: 4, stdout: '' });
  expect(ended.stderr).toBe(`${REPORT}: togs bort eller flyttades under körningen; inget är skrivet. Kör samma kommando igen\n`);
  expect(existsSync(report)).toBe(false);
  clear(report);
  const second = await struck(() => { renameSync(join(folder, 'reports'), join(folder, 'elsewhere')); }, [...RUN, '--seed', '9', '--lang', 'en']);
  expect(second).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining(`${REPORT}: was removed or moved during the run; nothing is written. Run the same command again\n`) as string });
  rmSync(join(folder, 'elsewhere'), { recursive: true });
  const again = await run([...RUN, '--seed', '9', '--lang', 'en']);
  expect(again).toMatchObject({ code: 0, stderr: 'Going on with an interrupted run: 120 of 120 replications are done.\n' });
});

test('F22: what is added to the files after the start changes nothing of the run, and its report tells of it afterwards', async () => {
  const ended = await struck(() => {
    appendFileSync(join(folder, 's.yaml'), 'seed: 9\n');
    appendFileSync(join(folder, 'data/home.csv'), 'nonsense');
  });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(contentOf(report)).toEqual(unbroken);
  writeFileSync(join(folder, 's.yaml'), SMALL.replace('seeks: 0.9', 'seeks: 0.8'));
  writeFileSync(join(folder, 'data/home.csv'), `${DATA['data/home.csv']!}`.replace('0.625', '0.5').replace('0.375', '0.5'));
  const told = await run(['verify', REPORT, '--recompute']);
  expect(told).toMatchObject({ code: 4, stdout: '' });
  expect(told.stderr).toBe(`${REPORT}: s.yaml är inte som när körningen gjordes\n${REPORT}: data/home.csv är inte som när körningen gjordes\n`);
  writeFileSync(join(folder, 's.yaml'), SMALL);
  writeFileSync(join(folder, 'data/home.csv'), DATA['data/home.csv']!);
});

test('F23, F24: a state of another seed, or with a bit turned, is not gone on with', async () => {
  await struck((child) => { child.kill('SIGTERM'); });
  const other = await run([...RUN, '--seed', '8', '--resume']);
  expect(other).toMatchObject({ code: 4, stdout: '' });
  expect(other.stderr).toMatch(/prov\.state: en annan körning än den som nu begärs \(seed: 7 → 8\)\n$/);
  const bytes = readFileSync(state);
  bytes[bytes.length >> 1]! ^= 4;
  writeFileSync(state, bytes);
  expect(await run([...RUN, '--resume'])).toMatchObject({ code: 4, stderr: expect.stringMatching(/prov\.state: skadad; kör om från början utan --resume\n$/) as string });
  expect(await run(RUN)).toMatchObject({ code: 0, stderr: expect.stringMatching(/prov\.state är skadad; kör från början\.\n$/) as string });
  expect(contentOf(report)).toEqual(unbroken);
});

test('F14: of several runs into one folder that start at the same time over a stale lock, one works at a time, and the others say which', async () => {
  expect((await run(['run', 's.yaml'])).code).toBe(0);
  writeFileSync(`${report}.lock`, `${JSON.stringify({ pid: process.pid, since: '2026-11-30T00:00:00.000Z', born: '1' })}\n`);
  const all = Array.from({ length: 3 }, () => launch(RUN, { cwd: folder, env: KEEP_ALWAYS }));
  const pids = all.map(({ child }) => child.pid);
  const ended = await Promise.all(all.map((launched) => launched.ended));
  expect(ended.filter(({ code }) => code === 0).length).toBeGreaterThanOrEqual(1);
  for (const { code, stderr } of ended) {
    if (code === 0) continue;
    expect(code).toBe(4);
    const [, pid] = /en annan körning skriver dit nu \(pid (\d+), \d{4}-\d\d-\d\dT[\d:.]+Z; .*prov\.lock\)\n$/.exec(stderr) ?? [];
    expect(pids).toContain(Number(pid));
  }
  expectNothingBroken(report, 'together');
  expect(beside(report)).toEqual([]);
});
