import type { Comparison, OutcomeFound, Summary } from '../../../analysis/index.js';
import { INK, drawMarks, type MarkPanel } from '../../drawing/index.js';
import { list, say, type Lang } from '../../words.js';
import type { PaperChart, PaperTable } from '../paper.js';
import { endsOf, ticksAround } from './scale.js';
import { OPTION_STYLES, cellFor, differenceWords, footOf, isShare, isTold, meanInterval, monthsTail, nameOf, othersIn, pathwaysOf, spanIn, titleWithUnit, wholeArea, windowWords } from './speech.js';
import { column, differenceCells, differenceColumns } from './tables.js';

interface Row {
  readonly outcome: OutcomeFound;
  readonly option: number;
  readonly name: string;
  readonly pathway: string;
  readonly cell: Summary;
}

const ROW = 24;
const WIDTH = 330;

/** What every outcome differs by from the base, with both intervals: a panel for each. */
export function differencesChart(found: Comparison, lang: Lang): PaperChart {
  const rows = found.outcomes.flatMap((outcome) => rowsOf(found, outcome, lang));
  const panels = found.outcomes.filter((outcome) => rows.some((row) => row.outcome === outcome));
  const base = nameOf(found, 0);
  const drawn = panels.map((outcome) => drawMarks(panelOf(outcome, rows.filter((row) => row.outcome === outcome), lang)));
  const points = rows.map((row) => `${row.outcome.title[lang]} ${row.name}: ${differenceWords(row.outcome, row.cell.mean, lang)} (${meanInterval(row.outcome, row.cell, lang)})`);
  return {
    id: 'differences',
    name: say(lang, 'compare.differences.name'),
    drawing: {
      title: say(lang, 'compare.differences.title', { base, parts: partsOf(found, lang) }) + monthsTail(found, lang),
      subtitle: [say(lang, 'compare.differences.subtitle', { base, ...windowWords(found, lang), area: wholeArea(found, lang), span: spanIn(found, lang) })],
      foot: footOf(found, lang),
      alt: say(lang, 'compare.differences.alt', { base, points: points.join('; ') }),
      spec: { columns: 2, spacing: { row: 34, column: 66 }, concat: drawn },
    },
    behind: behindOf(found, rows, lang),
  };
}

function rowsOf(found: Comparison, outcome: OutcomeFound, lang: Lang): readonly Row[] {
  const names = pathwaysOf(found, lang);
  return names.slice(0, -1).flatMap((pathway, p) =>
    othersIn(found).flatMap((option): Row[] => {
      const cell = outcome.differences[option]![cellFor(found, 0, p)];
      const name = found.options.length > 2 ? `${pathway}, ${nameOf(found, option)}` : pathway;
      return cell ? [{ outcome, option, name, pathway, cell }] : [];
    }),
  );
}

function panelOf(outcome: OutcomeFound, rows: readonly Row[], lang: Lang): MarkPanel {
  const ticks = ticksAround(rows.flatMap(({ cell }) => [cell.low, cell.high, cell.mean - cell.halfWidth, cell.mean + cell.halfWidth]));
  const domain = endsOf(ticks);
  const style = (option: number): (typeof OPTION_STYLES)[number] => OPTION_STYLES[option % OPTION_STYLES.length]!;
  return {
    title: isShare(outcome) ? `${outcome.title[lang]}, ${say(lang, 'compare.points')}` : titleWithUnit(outcome, lang),
    width: WIDTH,
    rowHeight: ROW,
    rows: rows.map(({ name }) => name),
    domain,
    ticks,
    isSigned: true,
    ...(isShare(outcome) ? { ticksAs: 'points' as const } : {}),
    bars: [],
    rules: rows.flatMap(({ cell, option }, row) => [
      { row, x: cell.low, x2: cell.high, width: 1.2, colour: style(option).colour },
      { row, x: cell.mean - cell.halfWidth, x2: cell.mean + cell.halfWidth, width: 5, colour: style(option).colour },
    ]),
    dots: rows.map(({ cell, option }, row) => ({ row, x: cell.mean, ...style(option) })),
    texts: rows.map(({ cell }, row) => ({ row, x: domain[1], label: differenceWords(outcome, cell.mean, lang), align: 'left', dx: 10, colour: INK.strong, isStrong: isTold(cell) === true })),
    empty: say(lang, 'noData'),
  };
}

/** The message: the waits that can be told from the base's, in the option that differs most. */
function partsOf(found: Comparison, lang: Lang): string {
  const wait = found.outcomes.find(({ id }) => id === 'wait-queue');
  if (wait === undefined) return say(lang, 'noData');
  const differing = rowsOf(found, wait, lang).filter((row) => isTold(row.cell) !== null);
  const rows = differing.filter((row) => isTold(row.cell) === true);
  const most = found.labels.pathway.flatMap((label) => rows.filter(({ pathway }) => pathway === label[lang]).toSorted((a, b) => Math.abs(b.cell.mean) - Math.abs(a.cell.mean))[0] ?? []);
  if (most.length === 0) return say(lang, differing.length === 0 ? 'compare.differences.none' : 'compare.differences.unsure');
  return [...new Set(most.map(({ option }) => option))]
    .map((option) => {
      const waits = most.filter((row) => row.option === option).map(({ pathway, cell }) => say(lang, 'compare.differences.wait', { pathway, difference: differenceWords(wait, cell.mean, lang) }));
      return say(lang, 'compare.differences.part', { option: nameOf(found, option), waits: list(lang, waits) });
    })
    .join('; ');
}

function behindOf(found: Comparison, rows: readonly Row[], lang: Lang): PaperTable {
  const how = { decimals: 2 };
  const cells = rows.map(({ outcome, option, pathway, cell }) => [outcome.title[lang], pathway, nameOf(found, option), ...differenceCells(found, cell, lang), outcome.unit[lang]]);
  return { id: 'chart-differences', caption: say(lang, 'compare.differences', { base: nameOf(found, 0) }), columns: [column('measure', lang), column('pathway', lang), column('option', lang), ...differenceColumns(lang, how), column('unit', lang)], rows: cells, names: 3 };
}

