import { makeAgain, sayOtherProgram } from './again.js';
import { Failure } from './failure.js';
import { trustFolder } from './manifest-file.js';
import { textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext } from './print.js';
import { weigh } from './provenance.js';

/** Does a run again from what its manifest tells, and holds every file against the one in its folder, byte for byte. Nothing is written. */
export async function rerunFolder(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const folder = textOf(args['folder']) ?? '';
  const { manifest } = trustFolder(folder, lang);
  const artifacts = await makeAgain(folder, manifest, lang);
  const fresh = new Map(artifacts.map(({ path, content }) => [path, weigh(content).sha256]));
  const then = new Map(manifest.outputs.map(({ path, sha256 }) => [path, sha256]));
  const other = [...new Set([...then.keys(), ...fresh.keys()])].filter((path) => then.get(path) !== fresh.get(path)).sort();
  const sv = lang === 'sv';
  if (other.length > 0) {
    const lines = other.map((path) => `${folder}: ${path}: ${sv ? 'blev annorlunda' : 'came out otherwise'}`);
    throw new Failure(4, [...lines, ...sayOtherProgram(manifest, lang)]);
  }
  process.stdout.write(sv ? `${folder}: kört igen, ${then.size} filer blev desamma till sista byte\n` : `${folder}: run again, ${then.size} files came out the same to the last byte\n`);
  printNext([sv ? 'Nästa steg: öppna rapporten' : 'Next: open the report', `  ${folder}/index.html`]);
  return 0;
}
