import { createHash } from 'node:crypto';
import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GatherOptions, gather as Gather } from '../../src/cli/gather.js';
import { diskSource } from '../../src/cli/files.js';
import type { reportWork as ReportWork } from '../../src/cli/run-scenario.js';
import { loadState, refuseState, saveState, sayOtherState } from '../../src/cli/state-file.js';
import { toHex } from '../../src/engine/index.js';
import { readScenario } from '../../src/input/index.js';
import { addReading, layGathered, prepareReport, readReplication } from '../../src/study/index.js';
import type { Gathered, Report } from '../../src/study/index.js';
import { PROVING, cases } from '../support/random.js';
import { chances, SEEDED } from './interrupted.js';
import { makeProject } from './support.js';

const REPLICATIONS = 4;
const CARD = { version: '1', name: 'prov', seed: 7 };

let folder = '';
let path = '';
let report: Report;
let gather: typeof Gather;
let reportWork: typeof ReportWork;
beforeAll(async () => {
  // What is done is kept after every replication; the module asks for it when it is loaded, which another file's tests may have done before.
  vi.resetModules();
  vi.stubEnv('FLASKHALS_KEEP_MS', '0');
  ({ gather } = await import('../../src/cli/gather.js'));
  ({ reportWork } = await import('../../src/cli/run-scenario.js'));
  const project = makeProject();
  const read = readScenario(diskSource(join(project, 's.yaml')), join(project, 's.yaml'));
  if (!read.ok) throw new Error('the small scenario does not read');
  const { scenario } = read.value;
  report = prepareReport({ scenario, seed: scenario.seed, additions: [] });
  rmSync(project, { recursive: true, force: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flaskhals-state-'));
  path = join(folder, 'prov.state');
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const options = (over: Partial<GatherOptions> = {}): GatherOptions => ({ workers: 1, patienceSeconds: 600, mustResume: false, state: { path, card: CARD }, command: ['run', 's.yaml'], lang: 'en', ...over });
const digestOf = ({ digest }: Gathered): string => toHex(digest);

/** What a run had come to after so many replications. */
function gatheredAfter(done: number): Gathered {
  const gathered = layGathered(report, REPLICATIONS);
  for (let i = 0; i < done; i++) addReading(gathered, readReplication(report, i));
  return gathered;
}

const CALLS = ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync'] as const;

/** Lets the operation of that number, and those after it too where the fault stays, fail. Gives the number of operations there were, and the functions as they were. */
function strike(k: number, code: string, stays: boolean): () => number {
  const real = Object.fromEntries(CALLS.map((name) => [name, fs[name]]));
  let count = 0;
  for (const name of CALLS) {
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]): unknown => {
        count += 1;
        if (count === k || (stays && count > k)) throw Object.assign(new Error(`${code}: struck, ${name}`), { code });
        return (real[name] as (...all: readonly unknown[]) => unknown)(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, real);
    syncBuiltinESMExports();
    return count;
  };
}

describe.each(PROVING ? ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS'] : ['ENOSPC', 'EIO'])('F05: when the k-th operation on the disk of a run that keeps its state fails with %s', (code) => {
  test.each([false, true])('the run goes on to the same end, says so once, and what is kept is whole (all after it fail too: %s)', async (stays) => {
    const whole = digestOf(gatheredAfter(REPLICATIONS));
    let reached = Infinity;
    for (let k = 1; k <= reached; k++) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      said = '';
      const restore = strike(k, code, stays);
      const gathered = await gather(reportWork(report, REPLICATIONS, 's.yaml'), options());
      reached = restore();
      expect(digestOf(gathered), `k = ${k}`).toBe(whole);
      expect(said.split('\n').filter((line) => line.startsWith('Could not write')).length, `k = ${k}: ${said}`).toBeLessThanOrEqual(1);
      if (said !== '') expect(said).toMatch(/^Could not write .*struck.*\nThe run goes on, but if it is interrupted what is done is lost\.\n$/);
      const held = loadState<Gathered>(path, CARD);
      expect(['none', 'same'], `k = ${k}`).toContain(held.kind);
      // Going on with it gives the same, too.
      if (held.kind === 'same') expect(digestOf(await gather(reportWork(report, REPLICATIONS, 's.yaml'), options({ mustResume: true }))), `k = ${k}`).toBe(whole);
    }
    expect(reached).toBeGreaterThan(REPLICATIONS * 5);
  });
});

test('a run that is interrupted where nothing could be kept does not promise that it can be gone on with', async () => {
  const restore = strike(1, 'ENOSPC', true);
  setImmediate(() => process.emit('SIGINT', 'SIGINT'));
  const failure: unknown = await gather(reportWork(report, REPLICATIONS, 's.yaml'), options()).catch((error: unknown) => error);
  restore();
  expect(failure).toMatchObject({ exitCode: 130, message: 'Interrupted: nothing is kept. Run again with\n  npx --no-install flaskhals run s.yaml' });
});

test('a run that is interrupted at its very beginning keeps what is done, and the command that it names goes on with it', async () => {
  vi.resetModules();
  vi.stubEnv('FLASKHALS_KEEP_MS', '1000');
  const { gather: usual } = await import('../../src/cli/gather.js');
  vi.stubEnv('FLASKHALS_KEEP_MS', '0');
  setImmediate(() => process.emit('SIGINT', 'SIGINT'));
  const failure = (await usual(reportWork(report, REPLICATIONS, 's.yaml'), options({ command: ['run', 'min fil.yaml', '--seed', '7'], lang: 'sv' })).catch((error: unknown) => error)) as { exitCode: number; message: string };
  expect(failure.exitCode).toBe(130);
  expect(failure.message).toMatch(/^Avbruten: [1-3] av 4 upprepningar är gjorda och finns kvar\. Fortsätt med\n {2}npx --no-install flaskhals run 'min fil\.yaml' --seed 7 --resume$/);
  expect(digestOf(await gather(reportWork(report, REPLICATIONS, 's.yaml'), options({ mustResume: true })))).toBe(digestOf(gatheredAfter(REPLICATIONS)));
  expect(said).toMatch(/^Going on with an interrupted run: [1-3] of 4 replications are done\.\n$/);
});

test('METAMORPHIC 2 and 8: stopped after any replication, written to disk and gone on with, a run comes to the same', async () => {
  const whole = gatheredAfter(REPLICATIONS);
  for (let done = 0; done <= REPLICATIONS; done++) {
    saveState(path, CARD, gatheredAfter(done), 'en');
    expect(await gather(reportWork(report, REPLICATIONS, 's.yaml'), options({ mustResume: true })), String(done)).toEqual(whole);
  }
});

test(`F24: any bit of a state that is turned is noticed (${cases(200, 5000)} of them)`, () => {
  saveState(path, CARD, gatheredAfter(2), 'en');
  const bytes = readFileSync(path);
  for (const [i, chance] of chances(cases(200, 5000)).entries()) {
    const bit = Math.floor(chance * 8 * bytes.length * (1 - Number.EPSILON));
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(path, bytes);
    expect(loadState(path, CARD), `${SEEDED}, ${i}: bit ${bit}`).toEqual({ kind: 'damaged' });
    bytes[bit >> 3]! ^= 1 << (bit & 7);
  }
  writeFileSync(path, bytes);
  expect(loadState(path, CARD).kind).toBe('same');
});

test('F24: a state that is cut short anywhere is noticed', () => {
  saveState(path, CARD, { some: 'value' }, 'en');
  const bytes = readFileSync(path);
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    expect(loadState(path, CARD).kind).toBe('damaged');
  }
});

describe('a state that is no use', () => {
  test.each<[string, () => void]>([
    ['of something else', () => { writeFileSync(path, 'not a state'); }],
    ['that is a folder', () => { mkdirSync(path); }],
    ['that Node does not understand', () => { saveState(path, CARD, 1, 'en'); rewrite((body) => body.fill(0xff, 0, 2)); }],
  ])('%s: --resume is refused, and a plain run says so and begins from the beginning', async (_, lay) => {
    lay();
    await expect(gather(reportWork(report, 2, 's.yaml'), options({ mustResume: true }))).rejects.toMatchObject({ exitCode: 4, message: `${path}: damaged; run again from the beginning, without --resume` });
    expect((await gather(reportWork(report, 2, 's.yaml'), options())).added).toBe(2);
    expect(said).toContain(`${path} is damaged; running from the beginning.\n`);
  });

  /** Changes the body of a state and hashes it anew. */
  function rewrite(change: (body: Buffer) => Uint8Array): void {
    const body = change(readFileSync(path).subarray(0, -32));
    writeFileSync(path, Buffer.concat([body, createHash('sha256').update(body).digest()]));
  }

  test('F23: of another version, scenario or seed: the difference is named', () => {
    saveState(path, { ...CARD, version: '0', seed: 8, other: 'x' }, 1, 'en');
    const held = loadState(path, CARD);
    const refuse = (lang: 'sv' | 'en') => (): void => { refuseState(path, held, lang); };
    expect(refuse('en')).toThrow(`${path}: another run than the one asked for now (version: 0 → 1; seed: 8 → 7; other: x → –)`);
    expect(refuse('sv')).toThrow(`${path}: en annan körning än den som nu begärs (version: 0 → 1; seed: 8 → 7; other: x → –)`);
    if (held.kind !== 'other') throw new Error(held.kind);
    expect(sayOtherState(path, held, 'sv')).toBe(`${path} är av en annan körning (version: 0 → 1; seed: 8 → 7; other: x → –); kör från början.\n`);
  });

  test('F23: of another format, also where all else is the same', () => {
    saveState(path, CARD, 1, 'en');
    rewrite((body) => serialize({ ...(deserialize(body) as object), format: 2 }));
    expect(loadState(path, CARD)).toEqual({ kind: 'other', differences: [{ name: 'format', there: 2, here: 1 }] });
  });

  test('none: --resume is refused', () => {
    expect(() => { refuseState(path, loadState(path, CARD), 'sv'); }).toThrow(`${path}: här finns ingen avbruten körning att fortsätta`);
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
