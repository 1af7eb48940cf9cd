import type { ChartPoint, Drawing } from '../chart.js';
import { interval, number, percent, say, type Lang } from '../words.js';
import type { PageTable } from './page-table.js';

const MOST_COLUMNS = 6;

/** The tables behind a chart, one for each of its panels: every value drawn, with its interval. */
export function chartTables(drawing: Drawing, span: string, lang: Lang): readonly PageTable[] {
  const panels = [...new Set(drawing.points.map((p) => p.panel))];
  return panels.map((panel) => panelTable(panel, drawing.points.filter((p) => p.panel === panel), span, lang));
}

/** Periods downwards and series across; of many series (regions), the other way round. */
function panelTable(panel: string, points: readonly ChartPoint[], span: string, lang: Lang): PageTable {
  const starts = new Map(points.map((p) => [p.period, p.x]));
  const periods = [...starts].toSorted((a, b) => a[1] - b[1]).map(([period]) => period);
  const series = [...new Set(points.map((p) => p.series))];
  const isLong = series.length <= MOST_COLUMNS;
  const [down, across] = isLong ? [periods, series] : [series, periods];
  const format = formatOf(points, lang);
  const unit = points[0]?.unit ?? '';
  const cellOf = (one: string, period: string): string => points.filter((p) => p.series === one && p.period === period).map((p) => valueWords(p, format, lang)).join('\n') || '–';
  const rows = down.map((name) => {
    const cells = across.map((other) => (isLong ? cellOf(other, name) : cellOf(name, other)));
    return [name, ...cells, cells.some((cell) => cell.includes('(')) ? span : '–'];
  });
  return {
    caption: panel.includes(unit) ? panel : say(lang, 'page.panel', { panel, unit }),
    head: [say(lang, isLong ? 'page.period' : 'page.series'), ...across, say(lang, 'interval')],
    align: ['left', ...across.map(() => 'right' as const), 'left'],
    rows,
    names: 1,
  };
}

/** Shares as per cent, large numbers whole, small ones with a decimal. */
function formatOf(points: readonly ChartPoint[], lang: Lang): (value: number) => string {
  if (points.some((p) => p.unit === say(lang, 'page.share'))) return (value) => percent(lang, value);
  const largest = Math.max(0, ...points.map((p) => p.mean ?? 0));
  return (value) => number(lang, value, largest < 100 ? 1 : 0);
}

function valueWords(point: ChartPoint, format: (value: number) => string, lang: Lang): string {
  if (point.mean === null) return '–';
  if (point.kind !== 'simulated') return `${format(point.mean)} ${say(lang, `quality.${point.kind}`)}`;
  return point.low === null || point.high === null ? format(point.mean) : `${format(point.mean)} (${interval(lang, format(point.low), format(point.high))})`;
}
