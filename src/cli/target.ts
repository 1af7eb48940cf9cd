import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Failure } from './failure.js';
import { isInside } from './files.js';
import { lockFolder, unlockFolder } from './lock.js';
import { MANIFEST, listFiles } from './manifest-file.js';
import type { Lang } from './options.js';
import { mendLeftovers } from './write-folder.js';

/** What stands where a run is to be written. */
export interface Target {
  readonly folder: string;
  /** The run that the new one replaces, by its fingerprint. */
  readonly replaces: string | null;
}

/** What is to be written: the name of the run, the files it was read from, and whether it may replace whatever is there. */
export interface Purpose {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly overwrite: boolean;
}

/** Takes the folder for this run, before anything is computed: refuses one that holds what is not ours, cannot be written, or is in use. */
export function openTarget(out: string, purpose: Purpose, lang: Lang): Target {
  const folder = existsSync(out) ? realpathSync(out) : resolve(out);
  const refuse = (exit: 2 | 4, sv: string, en: string): never => {
    throw new Failure(exit, `${relative(process.cwd(), folder) || folder}: ${lang === 'sv' ? sv : en}`);
  };
  // A folder is replaced whole, so none that holds what the run was made from, or where the user stands or lives, may be given.
  const dear = [...purpose.inputs, process.cwd(), homedir()].find((path) => isInside(existsSync(path) ? realpathSync(path) : resolve(path), folder));
  if (dear !== undefined) refuse(2, `hit skrivs ingen körning, för här finns ${dear}; ange en egen mapp`, `no run is written here, for it holds ${dear}; name a folder of its own`);
  if (existsSync(folder) && !statSync(folder).isDirectory()) refuse(4, 'är ingen mapp', 'is not a folder');
  try {
    lockFolder(folder, lang);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    refuse(4, `det går inte att skriva här: ${detail}`, `cannot be written: ${detail}`);
  }
  try {
    mendLeftovers(folder);
    return { folder, replaces: inspect(folder, purpose, refuse) };
  } catch (error) {
    unlockFolder(folder);
    throw error;
  }
}

/** Gives the folder free, whether or not anything was written. */
export function closeTarget(target: Target): void {
  unlockFolder(target.folder);
}

function inspect(folder: string, { name, overwrite }: Purpose, refuse: (exit: 2 | 4, sv: string, en: string) => never): string | null {
  const files = existsSync(folder) ? listFiles(folder) : [];
  const old = readManifest(folder);
  if (overwrite || files.length === 0) return old?.fingerprint ?? null;
  if (old === undefined) return refuse(2, 'innehåller filer som inte är från flaskhals; --overwrite ersätter mappen', 'holds files that are not ours; --overwrite replaces the folder');
  const strange = files.find((file) => !old.files.includes(file));
  if (strange !== undefined) refuse(2, `innehåller ${strange}, som inte hör till körningen; --overwrite ersätter mappen`, `holds ${strange}, which is not part of the run; --overwrite replaces the folder`);
  if (old.name !== name) {
    refuse(2, `innehåller en körning av ett annat scenario (${old.name}); --overwrite ersätter den`, `holds a run of another scenario (${old.name}); --overwrite replaces it`);
  }
  return old.fingerprint;
}

function readManifest(folder: string): { readonly name: string; readonly fingerprint: string; readonly files: readonly string[] } | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as { scenarios: { name: string; fingerprint: string }[]; outputs: { path: string }[] };
    const { name, fingerprint } = manifest.scenarios[0]!;
    return { name, fingerprint, files: [MANIFEST, ...manifest.outputs.map((file) => file.path)] };
  } catch {
    return undefined;
  }
}
