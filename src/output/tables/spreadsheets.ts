import type { Findings, Summary } from '../../analysis/index.js';
import { showMonth } from '../../base/index.js';
import { cellOf, labelOf } from '../cells.js';
import { spanWords } from '../drawing/index.js';
import { byMargin } from '../reports/index.js';
import { say, type Lang, type WordKey } from '../words.js';
import type { DataTable, TableCell } from './table.js';

/** The three tables of the summary for a Swedish spreadsheet: words for people, a number in each cell, the interval in columns of its own. */
export function spreadsheetsOf(findings: Findings, lang: Lang): readonly DataTable[] {
  const yearEnds = findings.figures['queue-by-headroom'] === undefined ? [] : [yearEndSheet(findings, lang)];
  return [startsSheet(findings, lang), marginSheet(findings, lang), ...yearEnds];
}

const withRange = (name: string, lang: Lang): readonly string[] => [name, say(lang, 'column.low', { name }), say(lang, 'column.high', { name })];

const rangeOf = (cell: Summary | null): readonly TableCell[] => (cell === null ? [null, null, null] : [cell.mean, cell.low, cell.high]);

function startsSheet(findings: Findings, lang: Lang): DataTable {
  const { area, pathway, year } = findings.labels;
  const figures = ['demand', 'positions', 'room', 'happens'] as const;
  const span = spanWords(findings, lang);
  const rows = pathway.flatMap((_, p) =>
    area.flatMap((_area, a) =>
      year.map((label, y) => [
        ...[labelOf(findings, 'pathway', p, lang), labelOf(findings, 'area', a, lang), Number(label.id)],
        ...figures.flatMap((figure) => rangeOf(cellOf(findings, figure, { area: a, pathway: p, year: y }))),
        span,
      ]),
    ),
  );
  const names = (['headroom.pathway', 'column.area', 'first.year'] as const).map((key) => say(lang, key));
  return { id: 'starter-per-ar', columns: [...names, ...figures.flatMap((figure) => withRange(say(lang, `first.${figure}`), lang)), say(lang, 'interval')], rows };
}

/** Every limited pool, the least margin first. */
function marginSheet(findings: Findings, lang: Lang): DataTable {
  const year = String(findings.baseYear);
  const span = spanWords(findings, lang);
  const rows = byMargin(findings).map((row) => [
    ...[findings.axes.regions[row.region]![lang], findings.axes.blocks[row.block]![lang], say(lang, `kind.${row.kind}`), row.places],
    ...[...rangeOf(row.needed), firstDay(row.from), row.base, row.breakEvenHeadroom * 100],
    ...[row.assumed, row.assumedHeadroom * 100, say(lang, `quality.${row.quality}`), span],
  ]);
  const column = (key: WordKey): string => say(lang, key, { year });
  return {
    id: 'minst-marginal',
    columns: [
      ...(['column.region', 'column.block', 'column.kind', 'column.needed.places'] as const).map(column),
      ...withRange(column('column.needed.mean'), lang),
      ...(['column.from', 'column.used', 'column.headroom.needed', 'column.assumed', 'column.headroom.assumed', 'column.quality', 'interval'] as const).map(column),
    ],
    rows,
  };
}

/** A whole date: a month alone would be taken for one anyway, and shown as another. */
const firstDay = (month: number): string => `${showMonth(month)}-01`;

function yearEndSheet(findings: Findings, lang: Lang): DataTable {
  const { headroom, pathway, year } = findings.labels;
  const span = spanWords(findings, lang);
  const rows = pathway.flatMap((_, p) =>
    year.flatMap((label, y) =>
      headroom.map((_headroom, h) => [
        ...[labelOf(findings, 'pathway', p, lang), Number(label.id), labelOf(findings, 'headroom', h, lang)],
        ...rangeOf(cellOf(findings, 'queue-by-headroom', { headroom: h, pathway: p, year: y })),
        span,
      ]),
    ),
  );
  const names = (['headroom.pathway', 'first.year', 'column.headroom'] as const).map((key) => say(lang, key));
  return { id: 'ko-vid-arets-slut', columns: [...names, ...withRange(say(lang, 'column.queue'), lang), say(lang, 'interval')], rows };
}
