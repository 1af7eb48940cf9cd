import type { Findings } from '../../analysis/index.js';
import type { DataTable } from './table.js';

/** The published and derived points that the figures are held against, each with its source. */
export function publishedTable(findings: Findings): DataTable {
  return {
    id: 'published',
    columns: ['figure', 'area', 'pathway', 'year', 'value', 'quality', 'source'],
    rows: findings.published.map((p) => [p.figure, p.area, p.pathway, p.year, p.value, p.quality, p.source]),
  };
}
