import { PANELS } from '../../../analysis/index.js';
import type { Bottleneck, BottleneckFindings, Summary } from '../../../analysis/index.js';
import { periodStart, wholeName } from '../../cells.js';
import type { ChartPoint } from '../../chart.js';
import { drawHeatMap, drawRows, footLines, spanWords, widthBeside, type HeatRow, type ValueRow } from '../../drawing/index.js';
import type { TableCell } from '../../tables/index.js';
import { capital, number, percent, say, type Lang } from '../../words.js';
import type { PaperChart, PaperTable } from '../paper.js';
import { capacityShort, jamName, rankedOf, whatName, yearsOf } from './names.js';
import { jamTable } from './tables.js';

const MOST = 15;
const TITLE_ROWS = 5;

/** Doctor-months by what they are booked on, the most first, with the cumulative share. */
export function paretoChart(findings: BottleneckFindings, lang: Lang): PaperChart {
  const { report } = findings;
  const all = rankedOf(findings);
  const total = all.reduce((sum, { months }) => sum + months.mean, 0);
  const shareOf = (n: number): number => all.slice(0, n).reduce((sum, { months }) => sum + months.mean, 0) / total;
  const rows = all.slice(0, MOST).map((one, i): ValueRow => {
    const values = { share: percent(lang, one.months.mean / total), together: percent(lang, shareOf(i + 1)), capacity: capacityShort(findings, one, lang) };
    const { mean, low, high } = one.months;
    return { name: jamName(findings, one, lang), note: say(lang, values.capacity === '' ? 'jam.pareto.note.plain' : 'jam.pareto.note', values), mean, low, high, assumed: one.isAssumed };
  });
  const span = spanWords(report, lang);
  const n = Math.min(TITLE_ROWS, all.length);
  return {
    id: 'pareto',
    name: say(lang, 'jam.pareto.name'),
    drawing: {
      title: n === 0 ? say(lang, 'jam.pareto.title.none') : say(lang, 'jam.pareto.title', { n: number(lang, n), share: percent(lang, shareOf(n)) }),
      subtitle: [say(lang, 'jam.pareto.subtitle', { ...yearsOf(findings), area: wholeName(report, lang) }), say(lang, 'jam.pareto.bars', { span })],
      foot: footOf(findings, lang),
      alt: rows.slice(0, TITLE_ROWS).map((row) => `${row.name}: ${number(lang, row.mean)} (${span}); ${row.note}`).join('. '),
      spec: drawRows({ title: '', note: '', rows, width: widthBeside(rows), mark: 'bar', empty: say(lang, 'jam.pareto.empty') }),
    },
    behind: { ...jamTable(findings, 'ranked', lang), id: 'chart-pareto' },
  };
}

const footOf = ({ report }: BottleneckFindings, lang: Lang): readonly string[] => footLines(report, lang, ['lost'], report.labels.pathway.map((pathway) => pathway[lang]));

/** When positions, and slots or supervisors, bind in each region: a box for each half-year. */
export function calendarChart(findings: BottleneckFindings, lang: Lang): PaperChart {
  const { report } = findings;
  const span = spanWords(report, lang);
  const maps = PANELS.map((panel, p) => ({ panel, title: say(lang, `jam.calendar.${panel}`), rows: heatRows(findings, p, lang) }));
  const years = report.labels['half-year'].map(({ id }) => id.slice(0, 4));
  const heads = [...new Set(years)].map((name) => ({ name, columns: years.filter((year) => year === name).length }));
  const binds = maps.map(({ rows }) => number(lang, rows.filter((row) => row.points.some(({ mean }) => (mean ?? 0) >= 1 / 3)).length));
  return {
    id: 'calendar',
    name: say(lang, 'jam.calendar.name'),
    drawing: {
      title: say(lang, binds[1] === '0' ? 'jam.calendar.title.entry' : 'jam.calendar.title', { entry: binds[0]!, room: binds[1]!, n: number(lang, report.axes.regions.length) }),
      subtitle: [say(lang, 'jam.calendar.subtitle'), say(lang, 'jam.calendar.bar', { span })],
      foot: footOf(findings, lang),
      alt: say(lang, 'jam.calendar.alt', { panels: maps.map((map) => altOf(map.title, map.rows, span, lang)).join('; ') }),
      spec: { vconcat: maps.map((map) => drawHeatMap({ title: map.title, rows: map.rows, heads, width: 560, format: (share) => number(lang, share * 100), empty: '–' })), spacing: 26 },
    },
    behind: calendarTable(findings, lang),
  };
}

function heatRows(findings: BottleneckFindings, panel: number, lang: Lang): readonly HeatRow[] {
  const { report, calendar } = findings;
  const halves = report.labels['half-year'];
  return report.axes.regions.map((region, r): HeatRow => {
    const cells = calendar.slice((panel * report.axes.regions.length + r) * halves.length).slice(0, halves.length);
    const worst = rankedOf(findings).find((one) => one.region === r && isOfPanel(one, panel));
    return { name: region[lang], note: worst === undefined ? '–' : noteOf(findings, worst, lang), points: cells.map((cell, i) => pointOf(region[lang], halves[i]!, cell, lang)), assumed: worst?.isAssumed ?? false };
  });
}

const isOfPanel = ({ kind }: Bottleneck, panel: number): boolean => (kind === 'positions' || kind === 'st-posts') === (PANELS[panel] === 'entry');

function noteOf(findings: BottleneckFindings, one: Bottleneck, lang: Lang): string {
  const capacity = capacityShort(findings, one, lang);
  const what = one.kind === 'room' ? findings.report.axes.blocks[one.of]![lang] : capital(whatName(findings, one, lang));
  return capacity === '' ? what : `${what}${one.kind === 'positions' ? ',' : ':'} ${capacity}`;
}

function pointOf(series: string, half: { readonly id: string; readonly sv: string; readonly en: string }, cell: Summary | null, lang: Lang): ChartPoint {
  return { panel: '', series, period: half[lang], x: periodStart(half.id), kind: 'simulated', n: cell?.n ?? 0, mean: cell?.mean ?? null, low: cell?.low ?? null, high: cell?.high ?? null, unit: '' };
}

function altOf(panel: string, rows: readonly HeatRow[], span: string, lang: Lang): string {
  const [top] = rows.flatMap(({ points }) => points).toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  return top === undefined ? panel : say(lang, 'jam.calendar.alt.panel', { panel, region: top.series, period: top.period, share: percent(lang, top.mean ?? 0), span });
}

/** The table behind the calendar: a row for each region and panel. */
function calendarTable(findings: BottleneckFindings, lang: Lang): PaperTable {
  const { report } = findings;
  const rows = PANELS.flatMap((panel, p) => heatRows(findings, p, lang).map((row): readonly TableCell[] => [say(lang, `jam.calendar.${panel}`), row.name, ...row.points.map(({ mean }) => mean), row.note]));
  return {
    id: 'chart-calendar',
    caption: say(lang, 'jam.calendar.name'),
    columns: [
      { id: 'what', label: say(lang, 'jam.col.what') }, { id: 'region', label: say(lang, 'jam.col.region') },
      ...report.labels['half-year'].map(({ id }) => ({ id, label: id, isShare: true as const })), { id: 'threshold', label: say(lang, 'jam.col.capacity') },
    ],
    rows,
    names: 2,
  };
}
