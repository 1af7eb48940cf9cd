import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Artifact, Manifest } from '../output/index.js';
import { readArguments } from './arguments.js';
import { COMMANDS } from './commands/index.js';
import { Failure } from './failure.js';
import { projectRoot } from './files.js';
import { readLang, textOf, textsOf } from './options.js';
import type { Lang } from './options.js';
import { makeArtifacts } from './paper-run.js';
import { readVersion } from './product.js';
import { gatherOptions } from './publish.js';
import { makeReport } from './run-scenario.js';
import { openWanted, readWanted } from './wanted-run.js';
import type { Opened } from './wanted-run.js';

/** Makes again everything that a folder holds, from what its manifest tells; refuses where what it was made from is no longer what it was. `speech` is the language of complaints. */
export async function makeAgain(folder: string, manifest: Manifest, speech: Lang): Promise<readonly Artifact[]> {
  const asked = await readArguments(manifest.command, COMMANDS, speech);
  const sv = speech === 'sv';
  if (asked.kind !== 'run' || (asked.command.name !== 'run' && asked.command.paper === undefined)) throw new Failure(4, sv ? `${folder}: inte från flaskhals run, utan från: ${manifest.command.join(' ')}` : `${folder}: not made by flaskhals run, but by: ${manifest.command.join(' ')}`);
  const find = (path: string): string => findScenario(folder, manifest, path);
  const files = asked.args['scenario'] === undefined ? { scenarios: textsOf(asked.args['scenarios']).map(find) } : { scenario: find(textOf(asked.args['scenario']) ?? '') };
  const args = { ...asked.args, ...files, resume: false };
  const lang = readLang(textOf(asked.args['lang']));
  const command = ['rerun', folder];
  if (asked.command.paper !== undefined) {
    const plan = await asked.command.paper(args, speech);
    refuseChanged(folder, manifest, plan.opened, speech);
    return makeArtifacts(plan, command, speech, lang);
  }
  const wanted = readWanted(args, speech);
  const opened = openWanted(wanted, speech);
  refuseChanged(folder, manifest, [opened], speech);
  return (await makeReport(opened, gatherOptions(wanted, command, speech), lang)).artifacts;
}

/** The scenario stands where it stood, seen from here or from the project that the report lies in; the one that is as it was is taken. */
function findScenario(folder: string, { inputs }: Manifest, path: string): string {
  const places = [path, join(projectRoot(join(resolve(folder), 'report')), path)].filter((place) => existsSync(place));
  const hashes = new Set(inputs.map(({ sha256 }) => sha256));
  return places.find((place) => hashes.has(createHash('sha256').update(readFileSync(place)).digest('hex'))) ?? places[0] ?? path;
}

/** A scenario's own path is as it was typed, and may be typed otherwise now: it is known by what it holds; data by their path. */
function refuseChanged(folder: string, manifest: Manifest, opened: readonly Opened[], lang: Lang): void {
  const own = new Set([...opened.map(({ read }) => read.inputs[0]!.path), ...manifest.command]);
  const now = new Map(opened.flatMap(({ read }) => read.inputs.map(({ path, sha256 }) => [path, sha256] as const)));
  const then = new Map(manifest.inputs.map(({ path, sha256 }) => [path, sha256]));
  const changed = [...new Set([...now.keys(), ...then.keys()])].filter((path) => !own.has(path) && now.get(path) !== then.get(path));
  const known = new Set(then.values());
  changed.unshift(...opened.map(({ read }) => read.inputs[0]!).filter(({ sha256 }) => !known.has(sha256)).map(({ path }) => path));
  if (changed.length === 0) return;
  throw new Failure(4, changed.map((path) => (lang === 'sv' ? `${folder}: ${path} är inte som när körningen gjordes` : `${folder}: ${path} is not what it was when the run was made`)));
}

/** A line that says that the run was made by another program than this one; none where it was this. */
export function sayOtherProgram({ product }: Manifest, lang: Lang): readonly string[] {
  if (product.version === readVersion()) return [];
  return [lang === 'sv' ? `Körningen gjordes med version ${product.version}; detta är ${readVersion()}.` : `The run was made with version ${product.version}; this is ${readVersion()}.`];
}
