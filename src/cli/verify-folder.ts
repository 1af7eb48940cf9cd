import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../output/index.js';
import { makeAgain, sayOtherProgram } from './again.js';
import { Failure } from './failure.js';
import { trustFolder } from './manifest-file.js';
import { textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext } from './print.js';

const FINDINGS = 'findings.json';

/** What was found, but the version of the program that found it: another version may come to the same numbers. */
const parseFindings = (text: string): unknown => JSON.parse(text, (key: string, value: unknown) => (key === 'version' ? undefined : value));

/** So many numbers that differ are shown. */
const MOST_SHOWN = 20;

/** Holds a report against the hashes in its manifest; with `--recompute` runs it again, and compares every number. */
export async function verifyFolder(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const folder = textOf(args['folder']) ?? '';
  const { manifest, strange } = trustFolder(folder, lang);
  const sv = lang === 'sv';
  const lines = [sv ? `${folder}: ${manifest.outputs.length} filer är som de skrevs` : `${folder}: ${manifest.outputs.length} files are as they were written`];
  for (const file of strange) lines.push(sv ? `${folder}: ${file} hör inte till körningen` : `${folder}: ${file} is not part of the run`);
  if (args['recompute'] === true) lines.push(await recompute(folder, manifest, lang));
  process.stdout.write(`${lines.join('\n')}\n`);
  if (args['recompute'] !== true) printNext([sv ? 'Nästa steg, räkna om varje tal' : 'Next, compute every number again', `  npx --no-install flaskhals verify ${folder} --recompute`]);
  return 0;
}

async function recompute(folder: string, manifest: Manifest, lang: Lang): Promise<string> {
  const fresh = (await makeAgain(folder, manifest, lang)).find(({ path }) => path === FINDINGS)!.content;
  const written = parseFindings(readFileSync(join(folder, FINDINGS), 'utf8'));
  const { numbers, differences } = compareNumbers(written, parseFindings(fresh.toString()), '');
  const sv = lang === 'sv';
  if (differences.length > 0) {
    const shown = differences.slice(0, MOST_SHOWN).map((line) => `${folder}: findings.json ${line}`);
    const more = differences.length > MOST_SHOWN ? [sv ? `och ${differences.length - MOST_SHOWN} till` : `and ${differences.length - MOST_SHOWN} more`] : [];
    throw new Failure(4, [...shown, ...more, ...sayOtherProgram(manifest, lang)]);
  }
  const fingerprints = manifest.scenarios.map(({ fingerprint }) => fingerprint).join(', ');
  return sv ? `${folder}: omräknat, ${numbers} tal är desamma, fingeravtryck ${fingerprints}` : `${folder}: computed again, ${numbers} numbers are the same, fingerprint ${fingerprints}`;
}

interface Compared {
  readonly numbers: number;
  readonly differences: readonly string[];
}

/** Walks two values side by side: how many numbers there are, and where anything differs, old → new. */
function compareNumbers(there: unknown, here: unknown, path: string): Compared {
  if (typeof there === 'object' && there !== null && typeof here === 'object' && here !== null) {
    const keys = [...new Set([...Object.keys(there), ...Object.keys(here)])];
    const parts = keys.map((key) => compareNumbers((there as Record<string, unknown>)[key], (here as Record<string, unknown>)[key], `${path}${path === '' ? '' : '.'}${key}`));
    return { numbers: parts.reduce((sum, part) => sum + part.numbers, 0), differences: parts.flatMap((part) => part.differences) };
  }
  const isNumber = typeof there === 'number' || typeof here === 'number';
  return { numbers: isNumber ? 1 : 0, differences: Object.is(there, here) ? [] : [`${path}: ${JSON.stringify(there)} → ${JSON.stringify(here)}`] };
}
