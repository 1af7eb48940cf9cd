import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.js';
import { isRunning } from './lock.js';
import type { Lang } from './options.js';
import { flushFolder, sayWhyNot, writeFlushed } from './write-file.js';

/** One file of a run's folder. */
export interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes a run's folder whole or not at all: a new folder beside it, everything in it flushed, then renamed into place. The last file given is written last. */
export function writeFolder(folder: string, files: readonly OutFile[], lang: Lang): void {
  const fresh = `${folder}.${process.pid}.new`;
  const old = `${folder}.${process.pid}.old`;
  const contents = files.map(({ path, content }) => ({ path: join(fresh, path), bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content }));
  try {
    for (const { path, bytes } of contents) {
      mkdirSync(dirname(path), { recursive: true });
      writeFlushed(path, [bytes]);
    }
    for (const part of new Set([...contents.map(({ path }) => dirname(path)), fresh])) flushFolder(part);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    flushFolder(dirname(folder));
  } catch (error) {
    undo(folder, fresh, old);
    throw new Failure(4, sayWhyNot(error, folder, contents.reduce((sum, { bytes }) => sum + bytes.length, 0), lang));
  }
  removeQuietly(old);
}

/** Puts in order what a broken run left beside the folder: an old report it had moved aside goes back, half-written ones go. */
export function mendLeftovers(folder: string): void {
  for (const entry of readdirSync(dirname(folder))) {
    const rest = entry.startsWith(`${basename(folder)}.`) ? /^(?:(?:state\.)?(\d+)\.(new|old)|lock\.(\d+))$/.exec(entry.slice(basename(folder).length + 1)) : null;
    const pid = Number(rest?.[1] ?? rest?.[3]);
    if (!rest || (isRunning(pid) && pid !== process.pid)) continue;
    const left = join(dirname(folder), entry);
    if (rest[2] === 'old' && !existsSync(folder)) renameSync(left, folder);
    else rmSync(left, { recursive: true, force: true });
  }
}

function undo(folder: string, fresh: string, old: string): void {
  try {
    if (!existsSync(folder) && existsSync(old)) renameSync(old, folder);
  } catch {
    // The old report stays beside; the next run moves it back.
  }
  removeQuietly(fresh);
}

/** What is in the way but does no harm is left to the next run when it cannot be removed. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Removed by mendLeftovers.
  }
}
