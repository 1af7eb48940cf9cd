import type { Note } from '../../analysis/index.js';
import { noteWords } from '../reports/index.js';
import { say, type Lang } from '../words.js';
import type { Paper } from './paper.js';

/** What must be said of a scenario that a paper is made from: by its name, where there are several. */
export interface Told {
  readonly name: string;
  readonly notes: readonly Note[];
}

/** The paper with all that must be said of its scenarios, once: in the terminal and on the page, whatever the paper is about. */
export function withNotes(paper: Paper, told: readonly Told[], lang: Lang): Paper {
  const lines = linesOf(told, lang).map((line) => `– ${line}`);
  return lines.length === 0 ? paper : { ...paper, sections: [...paper.sections, { id: 'notes', heading: say(lang, 'notes.heading'), lines, tables: [], charts: [] }] };
}

/** A line that holds of all of them needs no names. */
function linesOf(told: readonly Told[], lang: Lang): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, notes } of told) for (const line of new Set(notes.map((note) => noteWords(note, lang)))) names.set(line, [...(names.get(line) ?? []), name]);
  return [...names].map(([line, of]) => (of.length === told.length ? line : `${of.join(', ')}: ${line}`));
}
