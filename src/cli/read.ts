import type { Note } from '../analysis/index.js';
import { PART_OF_COUNTRY, describeIssues, exitOf, formatIssues } from '../base/index.js';
import type { Issue } from '../base/index.js';
import { readScenario } from '../input/index.js';
import type { Limits, ReadScenario } from '../input/index.js';
import { coversPart } from '../model/index.js';
import { Failure } from './failure.js';
import { diskSource, projectRoot } from './files.js';
import type { Lang } from './options.js';

/** A scenario from disk, with the project it belongs to and the warnings met on the way, as text. */
export interface FromDisk extends ReadScenario {
  readonly root: string;
  readonly warnings: readonly string[];
  /** The same, for the findings: a report says them too (BAD_INPUTS, contract 8). */
  readonly notes: readonly Note[];
}

/** Reads a scenario from disk, prints its warnings, and fails with all its errors at once. */
export function readFromDisk(path: string, limits: Limits, lang: Lang): FromDisk {
  const result = readScenario(diskSource(path), path, limits);
  if (!result.ok) throw new Failure(exitOf(result.issues) || 3, formatIssues(result.issues, lang));
  const { scenario } = result.value;
  const warnings = [...formatIssues(result.issues, lang), ...(scenario.boundary === null && coversPart(scenario) ? [`${path}: warning part-of-country: ${PART_OF_COUNTRY[lang]}`] : [])];
  for (const line of warnings) process.stderr.write(`${line}\n`);
  return { ...result.value, root: projectRoot(path), warnings, notes: notesOf(result.issues) };
}

function notesOf(issues: readonly Issue[]): readonly Note[] {
  const [swedish, english] = [describeIssues(issues, 'sv'), describeIssues(issues, 'en')];
  return swedish.map((textSv, i) => ({ code: 'warning', values: { textSv, textEn: english[i]! } }));
}
