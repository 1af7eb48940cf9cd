import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSignals } from '../../src/cli/interruption.js';
import { holdsLock, lockFolder, unlockFolder } from '../../src/cli/lock.js';
import { openTarget, closeTarget } from '../../src/cli/target.js';

let parent = '';
let folder = '';
let lock = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'flaskhals-lock-'));
  folder = join(parent, 'prov');
  lock = `${folder}.lock`;
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const SINCE = '2026-11-30T01:02:03.000Z';
const DEAD = 4_194_305; // above every process number

/** When a process began, in the count that the system keeps; empty where it keeps none. */
const bornOf = (pid: number): string => (existsSync(`/proc/${pid}/stat`) ? (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? '') : '');
const layLock = (owner: unknown): void => { writeFileSync(lock, typeof owner === 'string' ? owner : JSON.stringify(owner)); };

test('F14: a folder that another process works on is refused, and the process and the time are named', () => {
  layLock({ pid: process.ppid, since: SINCE, born: bornOf(process.ppid) });
  const attempt = (lang: 'sv' | 'en') => (): void => { lockFolder(folder, lang); };
  expect(attempt('en')).toThrow(`${folder}: another run is writing there now (pid ${process.ppid}, ${SINCE}; ${lock})`);
  expect(attempt('sv')).toThrow(`${folder}: en annan körning skriver dit nu (pid ${process.ppid}, ${SINCE}; ${lock})`);
  unlockFolder(folder);
  expect(existsSync(lock)).toBe(true);
});

describe('F14: a lock that nobody holds any more is taken over', () => {
  test.each<[string, unknown]>([
    ['of a process that is dead', { pid: DEAD, since: SINCE, born: '1' }],
    ['of a process whose number is this one\'s, from before a restart', { pid: process.pid, since: SINCE, born: bornOf(process.pid) }],
    ['cut short as it was written', '{"pid": 12'],
    ['empty, from a full disk', ''],
    ['of nonsense', { pid: -1 }],
  ])('%s', (_, owner) => {
    layLock(owner);
    lockFolder(folder, 'en');
    expect(holdsLock(folder)).toBe(true);
    unlockFolder(folder);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('of a process whose number is another\'s now', (context) => {
    context.skip(bornOf(process.ppid) === '', 'this system does not tell when a process began');
    layLock({ pid: process.ppid, since: SINCE, born: '1' });
    lockFolder(folder, 'en');
    expect(holdsLock(folder)).toBe(true);
  });
});

test('what a run that was killed while it took over a lock left goes with the next run', () => {
  writeFileSync(`${lock}.${DEAD}`, '{}');
  const target = openTarget(folder, { name: 'prov', kind: 'run', inputs: [], overwrite: false }, 'en');
  expect(readdirSync(parent)).toEqual(['prov.lock']);
  closeTarget(target);
  expect(readdirSync(parent)).toEqual([]);
});

describe('F12, F13: what asks a run to end', () => {
  test.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 143]] as const)('%s is heard; the second ends the program at once with exit %i', (signal, code) => {
    const end = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    const interruption = watchSignals();
    expect(interruption.signal.aborted).toBe(false);
    process.emit(signal, signal);
    expect(interruption.signal.aborted).toBe(true);
    expect(end).not.toHaveBeenCalled();
    expect(() => interruption.fail(['words'])).toThrow(expect.objectContaining({ exitCode: code, message: 'words' }) as Error);
    process.emit(signal, signal);
    expect(end).toHaveBeenCalledWith(code);
    const heard = process.listenerCount(signal);
    interruption.release();
    expect(process.listenerCount(signal)).toBe(heard - 1);
    vi.restoreAllMocks();
  });
});
