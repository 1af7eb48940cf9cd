import { existsSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Failure } from './failure.js';
import { isInside } from './files.js';
import { holdsLock, lockFolder, unlockFolder } from './lock.js';
import { MANIFEST, listFiles } from './manifest-file.js';
import type { Lang } from './options.js';
import { mendLeftovers } from './write-folder.js';

/** What stands where a run is to be written. */
export interface Target {
  readonly folder: string;
  /** The run that the new one replaces, by its fingerprint. */
  readonly replaces: string | null;
  /** Whether the folder was there when the run began. */
  readonly stood: boolean;
}

/** What is to be written: the name of the run, the files it was read from, and whether it may replace whatever is there. */
export interface Purpose {
  readonly name: string;
  /** The command that makes it. */
  readonly kind: string;
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
  const explain = (error: unknown): never => {
    if (error instanceof Failure) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    return refuse(4, `det går inte att skriva här: ${detail}`, `cannot be written: ${detail}`);
  };
  try {
    lockFolder(folder, lang);
  } catch (error) {
    explain(error);
  }
  try {
    mendLeftovers(folder);
    const replaces = inspect(folder, purpose, refuse);
    tryMove(folder, refuse);
    return { folder, replaces, stood: existsSync(folder) };
  } catch (error) {
    unlockFolder(folder);
    return explain(error);
  }
}

/** A folder that cannot be moved, as one that is mounted, cannot be replaced whole: better known before the run than after it. */
function tryMove(folder: string, refuse: (exit: 4, sv: string, en: string) => never): void {
  if (!existsSync(folder)) return;
  const aside = `${folder}.${process.pid}.old`;
  try {
    renameSync(folder, aside);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    refuse(4, `mappen går inte att ersätta hel; ange en mapp inuti den: ${detail}`, `the folder cannot be replaced whole; name a folder inside it: ${detail}`);
  }
  renameSync(aside, folder);
}

/** Refuses to write where the folder, or all that is around it, was taken away or put there while the run worked: what has been computed is kept, so that the same command is soon done. */
export function refuseMoved({ folder, stood }: Target, lang: Lang): void {
  if (holdsLock(folder) && existsSync(folder) === stood) return;
  const shown = relative(process.cwd(), folder) || folder;
  throw new Failure(4, lang === 'sv' ? `${shown}: togs bort eller flyttades under körningen; inget är skrivet. Kör samma kommando igen` : `${shown}: was removed or moved during the run; nothing is written. Run the same command again`);
}

/** Gives the folder free, whether or not anything was written. */
export function closeTarget(target: Target): void {
  unlockFolder(target.folder);
}

function inspect(folder: string, { name, kind, overwrite }: Purpose, refuse: (exit: 2 | 4, sv: string, en: string) => never): string | null {
  const files = existsSync(folder) ? listFiles(folder) : [];
  const old = readManifest(folder);
  if (overwrite || files.length === 0) return old?.fingerprint ?? null;
  if (old === undefined) return refuse(2, 'innehåller filer som inte är från flaskhals; --overwrite ersätter mappen', 'holds files that are not ours; --overwrite replaces the folder');
  const strange = files.find((file) => !old.files.includes(file));
  if (strange !== undefined) refuse(2, `innehåller ${strange}, som inte hör till körningen; --overwrite ersätter mappen`, `holds ${strange}, which is not part of the run; --overwrite replaces the folder`);
  if (old.name !== name) {
    refuse(2, `innehåller en körning av ett annat scenario (${old.name}); --overwrite ersätter den`, `holds a run of another scenario (${old.name}); --overwrite replaces it`);
  }
  if (old.kind !== kind) refuse(2, `innehåller en annan sorts rapport om scenariot (${old.kind}); --overwrite ersätter den`, `holds another kind of report on the scenario (${old.kind}); --overwrite replaces it`);
  return old.fingerprint;
}

/** What makes reports, by the command as it was given. */
export const kindOf = (command: readonly string[]): string => command.find((word) => ['run', 'bottlenecks', 'worth', 'compare', 'contributions', 'sweep'].includes(word)) ?? 'run';

function readManifest(folder: string): { readonly name: string; readonly kind: string; readonly fingerprint: string; readonly files: readonly string[] } | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as { command: string[]; scenarios: { name: string; fingerprint: string }[]; outputs: { path: string }[] };
    const { name, fingerprint } = manifest.scenarios[0]!;
    return { name, kind: kindOf(manifest.command), fingerprint, files: [MANIFEST, ...manifest.outputs.map((file) => file.path)] };
  } catch {
    return undefined;
  }
}
