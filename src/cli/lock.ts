import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';
import type { Lang } from './options.js';
import { tellHeld } from './watched.js';

/** Who holds a folder. */
interface Owner {
  readonly pid: number;
  readonly since: string;
  readonly born: string;
}

/** A lock just made may not be written yet: it is looked at again after so long. */
const BLINK_MS = 200;

/** Whether a process of that number is alive. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes a folder for one run: a file beside it says whose it is. Another run that is alive is a failure; what a dead one left is taken over. */
export function lockFolder(folder: string, lang: Lang): void {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = lockOf(folder);
  while (!claim(lock)) {
    const owner = readOwner(lock) ?? lookAgain(lock);
    if (owner !== undefined && isAlive(owner)) {
      const whose = `(pid ${owner.pid}, ${owner.since}; ${lock})`;
      throw new Failure(4, lang === 'sv' ? `${folder}: en annan körning skriver dit nu ${whose}` : `${folder}: another run is writing there now ${whose}`);
    }
    takeAway(lock, owner);
  }
  tellHeld(folder);
}

/** Whether the folder is still taken for this run. */
export function holdsLock(folder: string): boolean {
  return readOwner(lockOf(folder))?.pid === process.pid;
}

/** Gives the folder free, where it is still this run's. */
export function unlockFolder(folder: string): void {
  if (holdsLock(folder)) removeQuietly(lockOf(folder));
}

/** A lock that cannot be removed is stale as soon as this run has ended. */
function removeQuietly(lock: string): void {
  try {
    rmSync(lock, { force: true });
  } catch {
    // Taken over by the next run.
  }
}

const lockOf = (folder: string): string => `${folder}.lock`;

/** Makes the lock, if there is none. */
function claim(lock: string): boolean {
  try {
    writeFileSync(lock, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString(), born: bornOf(process.pid) })}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return false;
    // On a full disk it is made, and empty.
    if (code === 'ENOSPC' || code === 'EDQUOT') removeQuietly(lock);
    throw error;
  }
}

/** Whether the owner is at work: numbers of processes are used again, so one of that number that began at another time is somebody else. */
function isAlive({ pid, born }: Owner): boolean {
  return pid !== process.pid && isRunning(pid) && (born === '' || bornOf(pid) === '' || born === bornOf(pid));
}

/** When a process began, in the system's own count; empty where it does not tell. */
function bornOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function readOwner(lock: string): Owner | undefined {
  try {
    const { pid, since, born } = JSON.parse(readFileSync(lock, 'utf8')) as Record<string, unknown>;
    return typeof pid === 'number' && pid > 0 ? { pid, since: String(since), born: typeof born === 'string' ? born : '' } : undefined;
  } catch {
    return undefined;
  }
}

function lookAgain(lock: string): Owner | undefined {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BLINK_MS);
  return readOwner(lock);
}

/** Moved away under a name of our own first: of two runs that find the same stale lock, one moves it and the other finds it gone, or gives back what is no longer it. */
function takeAway(lock: string, found: Owner | undefined): void {
  const mine = `${lock}.${process.pid}`;
  try {
    renameSync(lock, mine);
    const moved = readOwner(mine);
    if (moved !== undefined && moved.pid !== found?.pid && isAlive(moved)) renameSync(mine, lock);
    else rmSync(mine, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
