import type { Findings, Note } from '../../analysis/index.js';
import { number, say, sayIfKnown, type Lang } from '../words.js';
import { assumedIn, changed } from './changed.js';
import { firstTables, regionsThatDiffer } from './first-table.js';
import { leastMargins } from './margins.js';
import { bothModes } from './modes.js';
import { ruleSections } from './rule-sections.js';
import type { SummarySection } from './section.js';
import { queueByHeadroom } from './year-ends.js';

/** What the terminal says after a run, in this order: what was assumed, what is changed, what limits, where the margin is least, how it hangs on the assumption, what was read. */
export function summarySections(findings: Findings, lang: Lang, scenarioFile: string): readonly SummarySection[] {
  return [
    assumed(findings, lang),
    ...changed(findings, lang),
    ...firstTables(findings, lang),
    regionsThatDiffer(findings, lang),
    leastMargins(findings, lang, scenarioFile),
    ...queueByHeadroom(findings, lang),
    bothModes(findings, lang),
    ...ruleSections(findings, lang),
    cellsRead(findings, lang),
    notes(findings, lang),
  ];
}

function assumed(findings: Findings, lang: Lang): SummarySection {
  const lines = findings.assumptions.map((a) => `– ${a[lang]}`);
  return { id: 'assumed', heading: say(lang, 'assumed.heading'), lines: lines.length === 0 ? [say(lang, 'assumed.none')] : [...lines, ...assumedIn(findings, lang)] };
}

const cellsRead = (findings: Findings, lang: Lang): SummarySection => ({ id: 'cells', heading: say(lang, 'cells.heading'), lines: [cellsReadWords(findings, lang)] });

/** How many cells of data the run read, by quality. */
export function cellsReadWords(findings: Findings, lang: Lang): string {
  const { published, derived, assumption } = findings.cellsRead;
  const counts = { published: number(lang, published), derived: number(lang, derived), assumption: number(lang, assumption) };
  return say(lang, 'cells.row', { total: published + derived + assumption, ...counts });
}

function notes(findings: Findings, lang: Lang): SummarySection {
  const lines = findings.notes.map((note) => `– ${noteWords(note, lang)}`);
  return { id: 'notes', heading: say(lang, 'notes.heading'), lines: lines.length === 0 ? [say(lang, 'notes.none')] : lines };
}

/** A note in words; one without a text of its own is given by its code and values, never left out. */
export function noteWords(note: Note, lang: Lang): string {
  const known = sayIfKnown(lang, `note.${note.code}`, note.values);
  if (known !== undefined) return known;
  const values = Object.entries(note.values).map(([name, value]) => `${name} ${typeof value === 'number' ? number(lang, value) : value}`);
  return `${note.code}: ${values.join(', ')}`;
}
