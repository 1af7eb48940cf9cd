import type { Dimension, Summary, SweepFindings } from '../../../analysis/index.js';
import type { TableCell } from '../../tables/index.js';
import { capital, say, type Lang } from '../../words.js';
import type { PaperColumn, PaperTable } from '../paper.js';
import { areaWords, digitsOf, periodWords, spanOf, targetWords } from './said.js';

/** So many rows of a table are shown in the terminal. */
const MOST_IN_TERMINAL = 24;

/** The numbers of a row: the level with its intervals, and the difference from the file on the same luck. */
function numberColumns(decimals: number, lang: Lang): readonly PaperColumn[] {
  const numbers: readonly (readonly [string, string])[] = [
    ['mean', say(lang, 'sweep.column.mean')], ['half_width', say(lang, 'sweep.column.half')], ['low', say(lang, 'sweep.column.low')], ['high', say(lang, 'sweep.column.high')],
    ['difference', say(lang, 'sweep.column.difference')], ['difference_half_width', say(lang, 'sweep.column.half')],
  ];
  return [...numbers.map(([id, label]): PaperColumn => ({ id, label, decimals })), { id: 'span', label: say(lang, 'sweep.column.span') }];
}

const targetColumns = (dimensions: readonly Dimension[], lang: Lang): readonly PaperColumn[] => dimensions.map((one) => ({ id: one.target, label: capital(targetWords(one, lang)), ...(isPlain(one) ? { decimals: decimalsOf(one) } : {}) }));

/** Everything, for programs: one row a point and response. */
export function tidyTable(findings: SweepFindings, lang: Lang): PaperTable {
  const { dimensions, points, responses } = findings;
  const span = spanOf(findings, lang);
  const rows = responses.flatMap((response, r) => points.map(({ place, levels, differences, fingerprint }): readonly TableCell[] => [
    ...place.map((at, d) => cellOf(dimensions[d]!, at)), response.response, response.pathwayLabel.id, response.areaLabel.id, response.from, response.to, response.unit[lang],
    levels[r]?.n ?? 0, ...cellsOf(levels[r]!, differences[r]!), span, fingerprint,
  ]));
  const named = (['measure', 'pathway', 'area', 'from', 'to', 'unit', 'n'] as const).map((id): PaperColumn => ({ id, label: id }));
  return { id: 'sweep', caption: '', columns: [...targetColumns(dimensions, lang), ...named, ...numberColumns(0, lang), { id: 'fingerprint', label: 'fingerprint' }], rows, names: dimensions.length };
}

/** What a table and its section are of. */
export function headingOf({ responses }: SweepFindings, { of }: { readonly of: readonly number[] }, lang: Lang): string {
  const first = responses[of[0]!]!;
  return say(lang, 'sweep.heading', { measure: first.title[lang], unit: first.unit[lang], area: areaWords(first, lang), period: periodWords(first, lang) });
}

/** One measure, for people: a row a point and pathway. */
export function measureTable(findings: SweepFindings, about: { readonly id: string; readonly of: readonly number[] }, lang: Lang): PaperTable {
  const { dimensions, points, responses } = findings;
  const decimals = digitsOf(points.flatMap(({ levels }) => about.of.map((r) => levels[r]!)));
  const columns = [...targetColumns(dimensions, lang), { id: 'pathway', label: say(lang, 'sweep.column.pathway') }, ...numberColumns(decimals, lang)];
  const span = spanOf(findings, lang);
  const rows = about.of.flatMap((r) => points.map(({ place, levels, differences }): readonly TableCell[] => [
    ...place.map((at, d) => cellOf(dimensions[d]!, at)), responses[r]!.pathwayLabel[lang], ...cellsOf(levels[r]!, differences[r]!), span,
  ]));
  const caption = say(lang, 'sweep.caption', { heading: headingOf(findings, about, lang) });
  return { id: about.id, caption, columns, rows, names: dimensions.length + 1, mostInTerminal: MOST_IN_TERMINAL };
}

function cellsOf(level: Summary | null, difference: Summary | null): readonly TableCell[] {
  return [level?.mean ?? null, level?.halfWidth ?? null, level?.low ?? null, level?.high ?? null, difference?.mean ?? null, difference?.halfWidth ?? null];
}

/** Plain numbers are numbers in the table; what is added or multiplied by keeps its sign. */
const isPlain = ({ values }: Dimension): boolean => values.every(({ text, number }) => number !== null && /^\d/.test(text));
const decimalsOf = ({ values }: Dimension): number => Math.max(...values.map(({ text }) => text.split('.')[1]?.length ?? 0));
const cellOf = (dimension: Dimension, at: number): TableCell => (isPlain(dimension) ? dimension.values[at]!.number : dimension.values[at]!.text);
