import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROVING } from '../support/random.js';
import { beside, chances, clear, contentOf, ending, expectNothingBroken, KEEP_ALWAYS, onFaultyDisk, SEEDED } from './interrupted.js';
import { buildProgram, flaskhals, makeProject, REPORT, startProgram } from './support.js';
import type { Ended } from './support.js';

let folder = '';
let within = '';
let report = '';
const LONG = ['run', 's.yaml', '--replications', '400', '--workers', '1'];
const SHORT = ['run', 's.yaml', '--replications', '4'];

beforeAll(() => {
  buildProgram();
  folder = makeProject();
  within = join(folder, 'reports');
  report = join(folder, REPORT);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], env: Readonly<Record<string, string>> = KEEP_ALWAYS): Promise<Ended> => flaskhals(args, { cwd: folder, env });

/** A run that goes on with what a broken one left, by its flag where there is something left. */
const goOn = (args: readonly string[]): Promise<Ended> => run(existsSync(`${report}.state`) ? [...args, '--resume'] : args);

/** Which report it replaced depends on how often a run had come to its end before. */
const withoutReplaced = (content: unknown): unknown => {
  const { files, manifest } = content as { readonly files: unknown; readonly manifest: object };
  return { files, manifest: { ...manifest, replaces: null } };
};

/** The program's operations on the disk during a short run over the report that stands there, in order. */
async function traced(): Promise<readonly string[]> {
  const trace = join(folder, 'trace');
  rmSync(trace, { force: true });
  expect((await run(SHORT, onFaultyDisk({ within, trace }))).code).toBe(0);
  return readFileSync(trace, 'utf8').replaceAll(/\.\d+\.(new|old)/g, '.$1').trim().split('\n').map((line) => line.replaceAll(`${within}/`, ''));
}

const KILLS = PROVING ? Number(process.env['KILLS'] ?? 200) : 20;

test(`F01: killed at ${KILLS} random moments of its life, gone on with after each, a run gives the bytes of one that was never stopped`, async () => {
  const begun = performance.now();
  expect((await run(LONG, {})).code).toBe(0);
  const life = performance.now() - begun;
  const unbroken = contentOf(report);
  clear(report);
  let [killed, whole] = [0, 0];
  for (const [i, chance] of chances(10 * KILLS).entries()) {
    if (killed === KILLS) break;
    const what = `${SEEDED}, moment ${i}`;
    const child = startProgram(i % 2 === 0 && existsSync(`${report}.state`) ? [...LONG, '--resume'] : LONG, { cwd: folder, env: { FLASKHALS_KEEP_MS: '40' } });
    const timer = setTimeout(() => child.kill('SIGKILL'), chance * life);
    await ending(child);
    clearTimeout(timer);
    if (child.signalCode === null) expect(child.exitCode, what).toBe(0);
    else killed += 1;
    expectNothingBroken(report, what);
    if (!existsSync(report)) continue;
    expect(contentOf(report), what).toEqual(unbroken);
    whole += 1;
    clear(report);
  }
  expect(killed, SEEDED).toBe(KILLS);
  expect((await goOn(LONG)).code).toBe(0);
  expect(contentOf(report), SEEDED).toEqual(unbroken);
  expect(beside(report)).toEqual([]);
  console.log(`F01: ${killed} kills, ${whole + 1} runs come to their end in between, ${SEEDED}`);
});

/** When proving: every operation, but of those on the files of a report, which are all alike (and each tried in write-folder.test.ts), one in ten. */
const provenMoments = (trace: readonly string[]): readonly number[] => trace.flatMap((line, i) => (i % 10 === 0 || !/prov\.new\/(charts|tables)/.test(line) ? [i + 1] : []));

/** Moments that differ: of operations of one kind on one kind of file, in a test run of every day the first. */
function momentsOf(trace: readonly string[]): readonly number[] {
  const all = trace.map((_, i) => i + 1);
  if (PROVING) return provenMoments(trace);
  const kind = (line: string): string => line.replace(/(prov\.new\/)(?!manifest)\S+/, '$1…');
  const wanted = /^(writeSync prov\.(state\.new|new)|renameSync|rmSync)/;
  return all.filter((k) => wanted.test(trace[k - 1]!) && trace.findIndex((line) => kind(line) === kind(trace[k - 1]!)) === k - 1);
}

describe('when a report stands there already', () => {
  let before: unknown;
  let after: unknown;
  let trace: readonly string[] = [];

  beforeAll(async () => {
    clear(report);
    expect((await run([...SHORT, '--seed', '8'])).code).toBe(0);
    before = contentOf(report);
    trace = await traced();
    after = contentOf(report);
  });

  const backToOld = async (): Promise<void> => {
    clear(report);
    expect((await run([...SHORT, '--seed', '8'])).code).toBe(0);
  };
  const expectOldOrNew = (what: string): void => {
    expectNothingBroken(report, what);
    if (existsSync(report)) expect([before, after].map(withoutReplaced), what).toContainEqual(withoutReplaced(contentOf(report)));
  };

  test('F03: whatever comes under its final name, the state too, is on disk before, and the folder around after', () => {
    const renames = trace.flatMap((line, i) => (line.startsWith('renameSync') ? [{ i, from: line.split(' ')[1]!, to: line.split(' ')[2]! }] : []));
    expect(new Set(renames.map(({ from, to }) => `${from} → ${to}`))).toEqual(new Set(['prov → prov.old', 'prov.old → prov', 'prov.state.new → prov.state', 'prov.new → prov']));
    for (const { i, from } of renames.filter((rename) => rename.from.endsWith('.new'))) {
      const last = (line: string): number => trace.slice(0, i).lastIndexOf(line);
      const written = new Set(trace.slice(0, i).flatMap((line) => (line.startsWith(`writeSync ${from}`) ? [line.split(' ')[1]!] : [])));
      expect(written.size, from).toBeGreaterThanOrEqual(from === 'prov.new' ? 30 : 1);
      for (const path of written) expect(last(`fsyncSync ${path}`), path).toBeGreaterThan(last(`writeSync ${path}`));
      const next = trace.slice(i + 1, i + 4);
      expect(next, from).toEqual(['openSync ', 'fsyncSync ', 'closeSync '].map((name) => `${name}${within}`));
    }
    expect(trace.findLastIndex((line) => line.startsWith('writeSync'))).toBe(trace.findLastIndex((line) => line === 'writeSync prov.new/manifest.json'));
  });

  test('F02: killed at each kind of operation on disk, in the middle of what it writes, a run leaves the old report or the new one; the next run clears up', async () => {
    const moments = momentsOf(trace);
    expect(moments.length).toBeGreaterThanOrEqual(8);
    await backToOld();
    for (const k of moments) {
      const what = `killed at ${k}: ${trace[k - 1]!}`;
      const child = startProgram(SHORT, { cwd: folder, env: onFaultyDisk({ within, kill: k }) });
      await ending(child);
      // What a run before it left is gone on with, so that this one may end earlier than it is to be killed.
      if (child.signalCode === null) expect(child.exitCode, what).toBe(0);
      expectOldOrNew(what);
      if (!PROVING) continue;
      expect((await goOn(SHORT)).code, what).toBe(0);
      expect(contentOf(report), what).toEqual(after);
      expect(beside(report), what).toEqual([]);
      await backToOld();
    }
    expect((await goOn(SHORT)).code).toBe(0);
    expect(withoutReplaced(contentOf(report))).toEqual(withoutReplaced(after));
    expect(beside(report)).toEqual([]);
  });

  test('F05: when an operation on disk fails, a run is exit 4 and leaves the old report, or comes to its end', async () => {
    const codes = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'];
    const moments = PROVING ? provenMoments(trace) : chances(4, 5).map((chance) => 1 + Math.floor(chance * trace.length));
    for (const [i, k] of moments.entries()) {
      const code = codes[i % codes.length]!;
      if (PROVING) await backToOld();
      const ended = await run(SHORT, onFaultyDisk({ within, fail: [k, code] }));
      const what = `${SEEDED}, ${code} at ${k}: ${trace[k - 1]!}: ${ended.stderr}`;
      expect([0, 4], what).toContain(ended.code);
      expectOldOrNew(what);
      if (ended.code === 4) expect(ended.stderr, what).toContain(`${code}: struck`);
      if (ended.code === 0) expect(withoutReplaced(contentOf(report)), what).toEqual(withoutReplaced(after));
    }
  });
});
