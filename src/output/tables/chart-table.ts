import type { Drawing } from '../chart.js';
import type { DataTable } from './table.js';

/** The table behind a chart: the very values that are drawn. */
export function chartTable(id: string, drawing: Drawing): DataTable {
  return {
    id: `chart-${id}`,
    columns: ['panel', 'series', 'period', 'x', 'kind', 'n', 'mean', 'low', 'high', 'unit'],
    rows: drawing.points.map((p) => [p.panel, p.series, p.period, p.x, p.kind, p.n, p.mean, p.low, p.high, p.unit]),
  };
}
