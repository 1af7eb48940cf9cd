import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Manifest } from '../output/index.js';
import { Failure } from './failure.js';
import type { Lang } from './options.js';
import { isSealed, weigh } from './provenance.js';

/** The file that vouches for a run's folder, written last. */
export const MANIFEST = 'manifest.json';

/** Everything in a folder that is not itself a folder, by its path from there. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** What is wrong with a run's folder, in words; and its manifest where that is whole. */
interface Inspected {
  readonly manifest: Manifest | null;
  readonly faults: readonly string[];
  /** Files that do not belong to the run. */
  readonly strange: readonly string[];
}

/** Holds a run's folder against its manifest, to the last bit. */
function inspectFolder(folder: string, lang: Lang): Inspected {
  const sv = lang === 'sv';
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(4, sv ? `${folder}: ingen mapp` : `${folder}: no folder`);
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return { manifest: null, faults: [sv ? `${MANIFEST}: saknas, så mappen är inget resultat` : `${MANIFEST}: missing, so the folder is no result`], strange: [] };
  const text = readFileSync(path, 'utf8');
  const manifest = isSealed(text) ? (JSON.parse(text) as Manifest) : null;
  if (manifest === null || !manifest.complete) return { manifest: null, faults: [sv ? `${MANIFEST}: inte som den skrevs` : `${MANIFEST}: not as it was written`], strange: [] };
  const faults = manifest.outputs.flatMap(({ path: name, size, sha256 }) => {
    const there = statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ? weigh(readFileSync(join(folder, name))) : undefined;
    if (there === undefined) return [`${name}: ${sv ? 'saknas' : 'missing'}`];
    return there.size === size && there.sha256 === sha256 ? [] : [`${name}: ${sv ? 'inte som den skrevs' : 'not as it was written'}`];
  });
  const known = new Set([MANIFEST, ...manifest.outputs.map((file) => file.path)]);
  return { manifest, faults, strange: listFiles(folder).filter((file) => !known.has(file)) };
}

/** The manifest of a folder that is as it was written; a failure that says what is not. */
export function trustFolder(folder: string, lang: Lang): Inspected & { readonly manifest: Manifest } {
  const inspected = inspectFolder(folder, lang);
  const { manifest, faults } = inspected;
  if (manifest === null || faults.length > 0) throw new Failure(4, faults.map((fault) => `${folder}: ${fault}`));
  return { ...inspected, manifest };
}
