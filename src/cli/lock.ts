import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';
import type { Lang } from './options.js';

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
  for (;;) {
    try {
      writeFileSync(lock, `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`, { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = readOwner(lock);
    if (owner && isRunning(owner.pid)) {
      const whose = `(pid ${owner.pid}, ${owner.since}; ${lock})`;
      throw new Failure(4, lang === 'sv' ? `${folder}: en annan körning skriver dit nu ${whose}` : `${folder}: another run is writing there now ${whose}`);
    }
    takeAway(lock);
  }
}

/** Gives the folder free. */
export function unlockFolder(folder: string): void {
  rmSync(lockOf(folder), { force: true });
}

const lockOf = (folder: string): string => `${folder}.lock`;

function readOwner(lock: string): { readonly pid: number; readonly since: string } | undefined {
  try {
    const owner = JSON.parse(readFileSync(lock, 'utf8')) as { pid?: unknown; since?: unknown };
    return typeof owner.pid === 'number' && owner.pid > 0 ? { pid: owner.pid, since: String(owner.since) } : undefined;
  } catch {
    return undefined;
  }
}

/** Moved away under a name of our own first: of two runs that find the same stale lock, one moves it and the other finds it gone. */
function takeAway(lock: string): void {
  const mine = `${lock}.${process.pid}`;
  try {
    renameSync(lock, mine);
    rmSync(mine, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
