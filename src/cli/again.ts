import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from '../output/index.js';
import { readArguments } from './arguments.js';
import { COMMANDS } from './commands/index.js';
import { Failure } from './failure.js';
import { projectRoot } from './files.js';
import { readLang, textOf } from './options.js';
import type { Lang } from './options.js';
import { readVersion } from './product.js';
import { openWanted, readWanted } from './wanted-run.js';
import type { Opened, Wanted } from './wanted-run.js';

/** A run that is to be done again, as its manifest tells it. */
export interface Again {
  readonly wanted: Wanted;
  readonly opened: Opened;
  /** The language that the report was written in. */
  readonly lang: Lang;
}

/** Reads again what a run was made from, and refuses where that is no longer what it was. `speech` is the language of complaints. */
export async function openAgain(folder: string, manifest: Manifest, speech: Lang): Promise<Again> {
  const asked = await readArguments(manifest.command, COMMANDS, speech);
  if (asked.kind !== 'run' || asked.command.name !== 'run') {
    const by = manifest.command.join(' ');
    throw new Failure(4, speech === 'sv' ? `${folder}: inte från flaskhals run, utan från: ${by}` : `${folder}: not made by flaskhals run, but by: ${by}`);
  }
  const file = findScenario(folder, manifest, textOf(asked.args['scenario']) ?? '');
  const wanted = { ...readWanted({ ...asked.args, scenario: file }, speech), mustResume: false };
  const opened = openWanted(wanted, speech);
  refuseChanged(folder, manifest, opened, textOf(asked.args['scenario']) ?? '', speech);
  return { wanted, opened, lang: readLang(textOf(asked.args['lang'])) };
}

/** The scenario stands where it stood, seen from here or from the project that the report lies in; the one that is as it was is taken. */
function findScenario(folder: string, { inputs }: Manifest, path: string): string {
  const places = [path, join(projectRoot(join(resolve(folder), 'report')), path)].filter((place) => existsSync(place));
  const hashes = new Set(inputs.map(({ sha256 }) => sha256));
  return places.find((place) => hashes.has(createHash('sha256').update(readFileSync(place)).digest('hex'))) ?? places[0] ?? path;
}

function refuseChanged(folder: string, manifest: Manifest, { read }: Opened, asTyped: string, lang: Lang): void {
  const own = read.inputs[0]!.path;
  const now = new Map(read.inputs.map(({ path, sha256 }) => [path, sha256]));
  const then = new Map(manifest.inputs.map(({ path, sha256 }) => [path, sha256]));
  // The scenario's own path is as it was typed, and may be typed otherwise now.
  const changed = [...new Set([...now.keys(), ...then.keys()])].filter((path) => path !== own && path !== asTyped && now.get(path) !== then.get(path));
  if (![...then.values()].includes(now.get(own)!)) changed.unshift(own);
  if (changed.length === 0) return;
  throw new Failure(4, changed.map((path) => (lang === 'sv' ? `${folder}: ${path} är inte som när körningen gjordes` : `${folder}: ${path} is not what it was when the run was made`)));
}

/** A line that says that the run was made by another program than this one; none where it was this. */
export function sayOtherProgram({ product }: Manifest, lang: Lang): readonly string[] {
  if (product.version === readVersion()) return [];
  return [lang === 'sv' ? `Körningen gjordes med version ${product.version}; detta är ${readVersion()}.` : `The run was made with version ${product.version}; this is ${readVersion()}.`];
}
