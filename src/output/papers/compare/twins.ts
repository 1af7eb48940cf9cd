import type { Comparison, Summary, TwinRow } from '../../../analysis/index.js';
import { INK, drawMarks, type MarkPanel } from '../../drawing/index.js';
import { number, say, type Lang } from '../../words.js';
import type { TableCell } from '../../tables/index.js';
import type { PaperChart, PaperTable } from '../paper.js';
import { endsOf, ticksAround } from './scale.js';
import { footOf, monthsTail, nameOf, spanCell, spanIn } from './speech.js';
import { column } from './tables.js';

const ROW = 22;
const WIDTH = 300;
const EARLIER = '#3d85b8';
const LATER = '#8a4a12';

const COUNTS = ['earlier', 'later', 'unchanged', 'startsOnlyOption', 'startsOnlyBase', 'waitsOnlyOption', 'waitsOnlyBase'] as const satisfies readonly (keyof TwinRow)[];
const MONTHS = ['earlierMonths', 'laterMonths', 'waitedMonths'] as const satisfies readonly (keyof TwinRow)[];
const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (mark) => `_${mark.toLowerCase()}`);

/** Twins of an option along one direction: how many, and by how much, with the interval of the difference in months queued. */
export function twinTable(found: Comparison, option: number, along: TwinRow['along'], lang: Lang): PaperTable {
  const rows = found.twins[option - 1]!.filter((row) => row.along === along).map((row): TableCell[] => [
    row.group[lang],
    row.pathway[lang],
    ...COUNTS.map((key) => row[key].mean),
    ...MONTHS.map((key) => row[key].mean),
    row.waitedMonths.mean - row.waitedMonths.halfWidth,
    row.waitedMonths.mean + row.waitedMonths.halfWidth,
    row.waitedMonths.low,
    row.waitedMonths.high,
    spanCell(found, lang),
  ]);
  const columns = [
    column('group', lang),
    column('pathway', lang),
    ...COUNTS.map((key) => column(snake(key), lang, { decimals: 1 })),
    ...MONTHS.map((key) => column(snake(key), lang, { decimals: 1 })),
    ...['ci_low', 'ci_high', 'low', 'high'].map((id) => column(id, lang, { decimals: 1 })),
    column('span', lang),
  ];
  return { id: `twins-${along}-${option}`, caption: say(lang, `compare.twins.${along}`, { option: nameOf(found, option) }), columns, rows, names: 2, mostInTerminal: 12 };
}

/** The sums over everything, all pathways together. */
export function twinTotals(found: Comparison, option: number): Readonly<Record<(typeof COUNTS)[number], number>> {
  const rows = found.twins[option - 1]!.filter((row) => row.along === 'area' && row.group.id === found.labels.area[0]!.id);
  return Object.fromEntries(COUNTS.map((key) => [key, rows.reduce((sum, row) => sum + row[key].mean, 0)])) as Record<(typeof COUNTS)[number], number>;
}

/** Who starts earlier and who later, by region: bars to both sides. */
export function twinChart(found: Comparison, option: number, lang: Lang): PaperChart {
  const names = { option: nameOf(found, option), base: nameOf(found, 0) };
  const totals = twinTotals(found, option);
  const [better, worse] = [totals.earlier + totals.startsOnlyOption, totals.later + totals.startsOnlyBase];
  const isNone = better + worse === 0;
  const rows = found.twins[option - 1]!.filter((row) => row.along === 'area');
  const panels = found.labels.pathway.map((pathway) => drawMarks(panelOf(found, rows.filter((row) => row.pathway.id === pathway.id), pathway[lang], lang)));
  const point = (row: TwinRow): string => say(lang, 'compare.twins.point', { region: row.group[lang], pathway: row.pathway[lang], earlier: number(lang, row.earlier.mean), later: number(lang, row.later.mean) });
  return {
    id: `twins-${option}`,
    name: say(lang, 'compare.twins.name', { option: names.option }),
    drawing: {
      title: say(lang, isNone ? 'compare.twins.title.none' : 'compare.twins.title', { ...names, earlier: number(lang, better), later: number(lang, worse) }) + monthsTail(found, lang),
      subtitle: [say(lang, 'compare.twins.subtitle', { ...names, span: spanIn(found, lang) })],
      foot: footOf(found, lang),
      alt: say(lang, 'compare.twins.alt', { points: rows.map(point).join('; ') }),
      spec: { hconcat: panels, spacing: 70 },
    },
    behind: { ...twinTable(found, option, 'area', lang), id: `chart-twins-${option}` },
  };
}

const sum = (one: Summary, other: Summary): number => one.mean + other.mean;

function panelOf(found: Comparison, rows: readonly TwinRow[], title: string, lang: Lang): MarkPanel {
  const regions = found.labels.area.filter(({ id }) => !id.startsWith('area:') && id !== found.labels.area[0]!.id);
  const own = regions.map(({ id }) => rows.find((row) => row.group.id === id));
  const better = own.map((row) => (row === undefined ? 0 : sum(row.earlier, row.startsOnlyOption)));
  const worse = own.map((row) => (row === undefined ? 0 : sum(row.later, row.startsOnlyBase)));
  const span = own.flatMap((row, i) => (row === undefined ? [] : [{ i, later: row.later, earlier: row.earlier }]));
  const ticks = ticksAround([...better, ...worse.map((n) => -n), ...span.flatMap(({ earlier, later }) => [earlier.high, -later.high])]);
  const domain = endsOf(ticks);
  return {
    title,
    note: `${say(lang, 'compare.twins.later')} · ${say(lang, 'compare.twins.earlier')}`,
    width: WIDTH,
    rowHeight: ROW,
    rows: regions.map((label) => label[lang]),
    domain,
    ticks,
    isSigned: true,
    ticksAs: 'counts',
    bars: regions.flatMap((_, row) => [
      { row, x: 0, x2: better[row]!, thick: 13, colour: EARLIER },
      { row, x: -worse[row]!, x2: 0, thick: 13, colour: LATER },
    ]),
    rules: span.flatMap(({ i, earlier, later }) => [
      { row: i, x: better[i]! - earlier.mean + earlier.low, x2: better[i]! - earlier.mean + earlier.high, width: 1.6, colour: INK.strong },
      { row: i, x: -worse[i]! + later.mean - later.high, x2: -worse[i]! + later.mean - later.low, width: 1.6, colour: INK.strong },
    ]).filter(({ x, x2 }) => x !== x2),
    dots: [],
    texts: regions.map((_, row) => ({ row, x: domain[1], label: `${number(lang, worse[row]!)} / ${number(lang, better[row]!)}`, align: 'left', dx: 10, colour: INK.strong })),
    empty: say(lang, 'noData'),
  };
}
