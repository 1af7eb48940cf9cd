import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from './failure.js';
import type { Lang } from './options.js';

/** Writes one file of lines whole or not at all: beside it, flushed, then renamed into place. */
export function writeFile(path: string, lines: Iterable<string>, lang: Lang): void {
  writeBytes(path, chunksOf(lines), lang);
}

/** The same of bytes, part after part. */
export function writeBytes(path: string, parts: Iterable<Uint8Array>, lang: Lang): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFlushed(fresh, parts);
    renameSync(fresh, path);
    flushFolder(dirname(path));
  } catch (error) {
    removeQuietly(fresh);
    throw new Failure(4, sayWhyNot(error, path, 0, lang));
  }
}

/** Where a file could not even be begun there is nothing to remove. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What kept it from being written is what is told.
  }
}

const CHUNK = 65_536;

/** Lines gathered to fewer and larger parts. */
function* chunksOf(lines: Iterable<string>): Generator<Uint8Array> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk, 'utf8');
    chunk = '';
  }
  yield Buffer.from(chunk, 'utf8');
}

/** Writes a new file and has the disk hold it. */
export function writeFlushed(path: string, parts: Iterable<Uint8Array>): void {
  const file = openSync(path, 'wx');
  try {
    for (const bytes of parts) for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has the disk hold the names in a folder. */
export function flushFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch {
    // Some systems do not let a folder be flushed; the files are.
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Why something could not be written, and how much room it needs where that is what lacks. */
export function sayWhyNot(error: unknown, path: string, bytes: number, lang: Lang): string {
  const detail = error instanceof Error ? error.message : String(error);
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
  const needed = bytes === 0 ? '' : lang === 'sv' ? `, ${Math.ceil(bytes / 1024)} KiB behövs` : `, ${Math.ceil(bytes / 1024)} KiB are needed`;
  if (lang === 'sv') return `Det gick inte att skriva ${path}: ${isFull ? `utrymmet räcker inte${needed} (${detail})` : detail}`;
  return `Could not write ${path}: ${isFull ? `no space left${needed} (${detail})` : detail}`;
}

/** Refuses to write over what was read, and two things into one file, before anything is computed. */
export function refuseSamePath(paths: Readonly<Record<string, string>>, lang: Lang): void {
  const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
  const names = Object.keys(paths);
  for (const [i, name] of names.entries()) {
    const other = names.slice(0, i).find((before) => real(paths[before]!) === real(paths[name]!));
    if (other !== undefined) throw new Failure(2, `${name}: ${paths[name]}: ${lang === 'sv' ? `samma fil som ${other}` : `the same file as ${other}`}`);
  }
}
