import type { Axis, Findings } from '../../analysis/index.js';
import { cellOf, labelOf, periodStart } from '../cells.js';
import type { ChartPoint } from '../chart.js';
import type { Lang } from '../words.js';

/** Which line of a figure to draw: the place along every axis but time, and the names it goes under. */
export interface Line {
  readonly figure: string;
  readonly at: Readonly<Partial<Record<Axis, number>>>;
  readonly time: 'month' | 'half-year' | 'year' | 'term';
  readonly panel: string;
  readonly series: string;
}

/** The values of one line, in time order; a period without a value stays, as a gap. */
export function pointsOf(findings: Findings, line: Line, lang: Lang): ChartPoint[] {
  const unit = findings.figures[line.figure]?.unit[lang] ?? '';
  return findings.labels[line.time].map(({ id }, i): ChartPoint => {
    const cell = cellOf(findings, line.figure, { ...line.at, [line.time]: i });
    return {
      panel: line.panel,
      series: line.series,
      period: labelOf(findings, line.time, i, lang),
      x: periodStart(id),
      kind: 'simulated',
      n: cell?.n ?? 0,
      mean: cell?.mean ?? null,
      low: cell?.low ?? null,
      high: cell?.high ?? null,
      unit,
    };
  });
}

/** The published and derived points of a figure for one area and pathway. */
export function publishedOf(findings: Findings, line: Line, area: string, pathway: string, lang: Lang): ChartPoint[] {
  const unit = findings.figures[line.figure]?.unit[lang] ?? '';
  return findings.published
    .filter((p) => p.figure === line.figure && p.area === area && p.pathway === pathway)
    .toSorted((a, b) => a.year - b.year)
    .map(
      (p): ChartPoint => ({
        panel: line.panel,
        series: line.series,
        period: String(p.year),
        x: p.year,
        kind: p.quality,
        n: 0,
        mean: p.value,
        low: null,
        high: null,
        unit,
      }),
    );
}
