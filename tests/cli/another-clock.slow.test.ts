import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, DATA, flaskhals, hashes, makeProject, readManifest, REPORT } from './support.js';

const made: string[] = [];
const project = (): string => {
  made.push(makeProject());
  return made.at(-1)!;
};

beforeAll(buildProgram);
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const HOUR = 3_600_000;
const YEAR = 8766 * HOUR;

/** What is done to the clock of a program: the moment or the years it is set to, and how many hours it is off each time somebody asks, the list over and over. */
interface Clock {
  readonly begins?: string;
  readonly years?: number;
  readonly jumps?: readonly number[];
}

/** Node started with this reads that clock wherever it asks for the date; durations that come of the monotonic one are as they are. */
function underClock({ begins, years = 0, jumps = [0] }: Clock): Readonly<Record<string, string>> {
  const code = `
    const Real = Date;
    const shift = ${begins === undefined ? String(years * YEAR) : `${String(Date.parse(begins))} - Real.now()`};
    const jumps = ${JSON.stringify(jumps)};
    let asked = 0;
    const now = () => Real.now() + shift + ${HOUR} * jumps[asked++ % jumps.length];
    globalThis.Date = new Proxy(Real, {
      construct: (of, given, target) => Reflect.construct(of, given.length === 0 ? [now()] : given, target),
      apply: () => new Real(now()).toString(),
      get: (of, key) => (key === 'now' ? now : Reflect.get(of, key)),
    });`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}` };
}

interface Times {
  readonly start: string;
  readonly computingSeconds: number;
}

/** Runs the small scenario: every file of its report but the manifest, its fingerprint, and its times. */
async function runIn(folder: string, env: Readonly<Record<string, string>> = {}) {
  expect(await flaskhals(['run', 's.yaml'], { cwd: folder, env })).toMatchObject({ code: 0, stderr: '' });
  const report = join(folder, REPORT);
  const { 'manifest.json': _, ...files } = hashes(report);
  const { times, ...manifest } = { ...readManifest(report), seal: '' };
  return { files, manifest, times: times as Times };
}

describe('METAMORPHIC 5, F15: the clock and the dates of files have no say', () => {
  let base: Awaited<ReturnType<typeof runIn>>;
  beforeAll(async () => {
    base = await runIn(project());
  });

  test.for<readonly [string, Clock, Readonly<Record<string, string>>]>([
    ['set back sixty years, in Newfoundland', { years: -60 }, { TZ: 'America/St_Johns', LC_ALL: 'C' }],
    ['set forward ten years, in Samoa', { years: 10 }, { TZ: 'Pacific/Apia', LC_ALL: 'th_TH.UTF-8' }],
    ['to and fro over the hour when summer time begins', { begins: '2026-03-29T01:30:00+01:00', jumps: [0, 1] }, { TZ: 'Europe/Stockholm' }],
    ['to and fro over the hour when summer time ends', { begins: '2026-10-25T02:30:00+02:00', jumps: [0, 1] }, { TZ: 'Europe/Stockholm' }],
    ['moved by a day, by a year and back during the run', { jumps: [2, -30, -8760, 8760] }, { TZ: 'America/Santiago' }],
  ])('%s', async ([, clock, env]) => {
    const folder = project();
    const dated = clock.years === undefined ? new Date('1980-02-29T00:00:00Z') : new Date(Date.now() + clock.years * YEAR);
    for (const path of ['s.yaml', ...Object.keys(DATA)]) utimesSync(join(folder, path), dated, dated);
    const begun = performance.now();
    const { files, manifest, times } = await runIn(folder, { ...underClock(clock), ...env });
    const seconds = (performance.now() - begun) / 1000;
    expect(files).toEqual(base.files);
    expect(manifest).toEqual(base.manifest);
    expect(times.computingSeconds).toBeGreaterThan(0);
    expect(times.computingSeconds).toBeLessThan(seconds);
    expect(Math.abs(Date.parse(times.start) - Date.now()), 'the clock was another one').toBeGreaterThan(HOUR);
  });
});
