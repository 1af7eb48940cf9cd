import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Failure } from './failure.js';
import type { Lang } from './options.js';

/** One file of a run's folder. */
export interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What stands where a run is to be written. */
export interface Target {
  readonly folder: string;
  /** The run that the new one replaces, by its fingerprint. */
  readonly replaces: string | null;
}

/** Makes sure, before anything is computed, that the run may be written there (BAD_INPUTS K06, K07). */
export function checkTarget(out: string, scenarioFile: string, name: string, overwrite: boolean, lang: Lang): Target {
  const folder = resolve(out);
  const say = (sv: string, en: string): string => `${relative(process.cwd(), folder) || folder}: ${lang === 'sv' ? sv : en}`;
  if (dirname(folder) === folder || folder === resolve(dirname(scenarioFile)) || folder === process.cwd()) {
    throw new Failure(2, say('hit skrivs ingen körning; ange en egen mapp', 'no run is written here; name a folder of its own'));
  }
  if (!existsSync(folder)) return { folder, replaces: null };
  if (!statSync(folder).isDirectory()) throw new Failure(4, say('är en fil, inte en mapp', 'is a file, not a folder'));
  const entries = readdirSync(folder);
  if (entries.length === 0) return { folder, replaces: null };
  const old = readManifest(folder);
  if (old === null && !overwrite) throw new Failure(2, say('innehåller filer som inte är från flaskhals; --overwrite ersätter mappen', 'holds files that are not ours; --overwrite replaces the folder'));
  if (old !== null && old.name !== name && !overwrite) {
    throw new Failure(2, say(`innehåller en körning av ett annat scenario (${old.name}); --overwrite ersätter den`, `holds a run of another scenario (${old.name}); --overwrite replaces it`));
  }
  return { folder, replaces: old?.fingerprint ?? null };
}

function readManifest(folder: string): { name: string; fingerprint: string } | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { scenarios?: { name: string; fingerprint: string }[] };
    return manifest.scenarios?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Writes a run's folder whole or not at all: a new folder beside it, every file flushed, then renamed into place (manifest last). */
export function writeFolder(target: Target, files: readonly OutFile[], lang: Lang): void {
  const beside = `${target.folder}.${process.pid}.new`;
  const old = `${target.folder}.${process.pid}.old`;
  try {
    removeLeftovers(target.folder);
    mkdirSync(beside, { recursive: true });
    for (const file of files) writeFlushed(join(beside, file.path), file.content);
    if (existsSync(target.folder)) renameSync(target.folder, old);
    renameSync(beside, target.folder);
    flushFolder(dirname(target.folder));
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    if (!existsSync(target.folder) && existsSync(old)) renameSync(old, target.folder);
    rmSync(beside, { recursive: true, force: true });
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(4, lang === 'sv' ? `Det gick inte att skriva ${target.folder}: ${detail}` : `Could not write ${target.folder}: ${detail}`);
  }
}

/** Folders that a broken run left beside the final one. */
function removeLeftovers(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const name = folder.slice(parent.length + 1);
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}.`) || !/^\.\d+\.(new|old)$/.test(entry.slice(name.length))) continue;
    const pid = Number(entry.slice(name.length + 1).split('.')[0]);
    if (!isRunning(pid) && lstatSync(join(parent, entry)).isDirectory()) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Some systems do not let a folder be flushed; the files are.
  }
}
