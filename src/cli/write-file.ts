import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from './failure.js';
import type { Lang } from './options.js';

/** Writes one file whole or not at all: beside it, flushed, then renamed into place. */
export function writeFile(path: string, lines: Iterable<string>, lang: Lang): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeLines(fresh, lines);
    renameSync(fresh, path);
  } catch (error) {
    removeQuietly(fresh);
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(4, lang === 'sv' ? `Det gick inte att skriva ${path}: ${detail}` : `Could not write ${path}: ${detail}`);
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

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'wx');
  const flush = (text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  };
  try {
    let chunk = '';
    for (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length < CHUNK) continue;
      flush(chunk);
      chunk = '';
    }
    flush(chunk);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
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
