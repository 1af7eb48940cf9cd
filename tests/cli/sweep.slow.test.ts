import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, flaskhals, hashes, isWhole, makeProject, readManifest, startProgram } from './support.js';

const made: string[] = [];
beforeAll(buildProgram);
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeProject(files);
  made.push(folder);
  return folder;
}

const SWEPT = 'reports/prov-sweep';
const results = (folder: string): Readonly<Record<string, string>> => {
  const { 'manifest.json': _, ...files } = hashes(join(folder, SWEPT));
  return files;
};

interface Level {
  readonly n: number;
  readonly mean: number;
  readonly halfWidth: number;
}
interface Seen {
  readonly base: readonly (Level | null)[];
  readonly points: readonly { readonly place: readonly number[]; readonly isBase: boolean; readonly fingerprint: string; readonly levels: readonly (Level | null)[]; readonly differences: readonly (Level | null)[] }[];
  readonly responses: readonly { readonly response: string }[];
  readonly figures: Readonly<Record<string, { readonly cells: readonly (Level | null)[] }>>;
}
const findings = (folder: string, path = SWEPT): Seen => JSON.parse(readFileSync(join(folder, path, 'findings.json'), 'utf8')) as Seen;

describe('a sweep', () => {
  test('of one point is the run of a scenario that says the same: the same fingerprint, the same figures', async () => {
    const change = `extends: s.yaml\nname: fler\nchanges:\n  - { add: slots, by: 1, where: { block: hospital, region: Skåne }, from: 2026-06 }\n`;
    const folder = project({ 'fler.yaml': change });
    expect(await flaskhals(['sweep', 's.yaml', '--over', 'slots/hospital/Skåne@2026-06=+1'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    expect(await flaskhals(['run', 'fler.yaml'], { cwd: folder })).toMatchObject({ code: 0 });
    const { points, base, responses } = findings(folder);
    expect(points).toHaveLength(1);
    expect(points[0]!.fingerprint).toBe(readManifest(join(folder, 'reports/fler')).scenarios[0]!.fingerprint);
    const run = findings(folder, 'reports/fler');
    const happens = run.figures['happens']!.cells.slice(0, 2);
    expect(points[0]!.levels[0]!.mean).toBeCloseTo(happens.reduce((sum, cell) => sum + cell!.mean, 0), 12);
    expect(responses.map(({ response }) => response)).toEqual(['starts', 'queue', 'wait', 'vacant']);
    points[0]!.levels.forEach((level, r) => expect(points[0]!.differences[r]!.mean).toBeCloseTo(level!.mean - base[r]!.mean, 12));
  }, 120_000);

  test('holds the file against itself where a point says nothing else: the same run, no difference', async () => {
    const folder = project();
    expect(await flaskhals(['sweep', 's.yaml', '--over', 'slots/hospital=1,2,3', '--over', 'pass-limit=0,3'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(await flaskhals(['run', 's.yaml'], { cwd: folder })).toMatchObject({ code: 0 });
    // Of two directions every measure has a map with the number of every point in its box.
    const { points } = findings(folder);
    const map = readFileSync(join(folder, SWEPT, 'charts', 'sweep-starts-map.svg'), 'utf8');
    const shown = (mean: number): string => `>${mean.toFixed(mean < 20 ? 2 : 1).replace('.', ',')}</text>`;
    for (const { levels } of points) expect(map).toContain(shown(levels[0]!.mean));
    expect(points.map(({ place }) => place)).toEqual([[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]]);
    expect(await flaskhals(['sweep', 's.yaml', '--over', 'slots/hospital=1,2,3'], { cwd: folder })).toMatchObject({ code: 0 });
    const alone = findings(folder).points;
    expect(alone.map(({ isBase }) => isBase)).toEqual([false, true, false]);
    expect(alone[1]!.fingerprint).toBe(readManifest(join(folder, 'reports/prov')).scenarios[0]!.fingerprint);
    for (const difference of alone[1]!.differences) expect(difference).toMatchObject({ mean: 0, halfWidth: 0 });
  }, 120_000);

  test('gives the same bytes with two workers as with one, and rerun and verify find them again', async () => {
    const args = ['sweep', 's.yaml', '--over', 'slots/psychiatry=1:3:1', '--over', 'mode=itinerary,step', '--replications', '6'];
    const [one, two] = [project(), project()];
    expect(await flaskhals([...args, '--workers', '1'], { cwd: one })).toMatchObject({ code: 0 });
    expect(await flaskhals([...args, '--workers', '2'], { cwd: two })).toMatchObject({ code: 0 });
    expect(results(two)).toEqual(results(one));
    expect(await flaskhals(['rerun', SWEPT], { cwd: one })).toMatchObject({ code: 0 });
    expect(await flaskhals(['verify', SWEPT, '--recompute'], { cwd: one })).toMatchObject({ code: 0 });
  }, 180_000);

  test('F01: killed at several times and resumed, gives the same bytes as unbroken', async () => {
    const args = ['sweep', 's.yaml', '--over', 'slots/psychiatry=1:4:1', '--over', 'slots/hospital=1:4:1', '--replications', '120', '--workers', '1'];
    const [whole, broken] = [project(), project()];
    const begun = performance.now();
    expect(await flaskhals(args, { cwd: whole })).toMatchObject({ code: 0 });
    const length = performance.now() - begun;
    let kills = 0;
    for (const share of [0.3, 0.5, 0.7]) {
      const child = startProgram(args, { cwd: broken });
      const ended = new Promise((end) => child.once('exit', end));
      await wait(length * share);
      if (child.kill('SIGKILL')) kills += 1;
      await ended;
      if (existsSync(join(broken, SWEPT, 'manifest.json'))) expect(isWhole(join(broken, SWEPT))).toBe(true);
    }
    expect(kills).toBeGreaterThan(0);
    expect(await flaskhals(args, { cwd: broken })).toMatchObject({ code: 0 });
    expect(isWhole(join(broken, SWEPT))).toBe(true);
    expect(results(broken)).toEqual(results(whole));
  }, 180_000);

  test('leaves no folder, and says what is wrong, where a grid cannot be', async () => {
    const folder = project();
    const said = async (...over: readonly string[]): Promise<{ readonly code: number | null; readonly stderr: string }> => flaskhals(['sweep', 's.yaml', ...over.flatMap((one) => ['--over', one])], { cwd: folder });
    expect(await said()).toMatchObject({ code: 2, stderr: expect.stringContaining('minst en --over') as string });
    expect(await said('slots/psychiatry=0:40:1', 'slots/hospital=0:40:1')).toMatchObject({ code: 5, stderr: expect.stringContaining('1681 punkter; högst 1000') as string });
    expect(await said('slots/psychiatry/Skåne=-5')).toMatchObject({ code: 3, stderr: expect.stringMatching(/--over slots\/psychiatry\/Skåne=-5: change-below: /) as string });
    expect(existsSync(join(folder, SWEPT))).toBe(false);
  }, 120_000);
});
