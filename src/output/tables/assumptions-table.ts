import type { Findings } from '../../analysis/index.js';
import type { Lang } from '../words.js';
import type { DataTable } from './table.js';

/** What was assumed, a line each, and how many of the cells that the run read are published, derived and assumed. */
export function assumptionsTable(findings: Findings, lang: Lang): DataTable {
  const stated = findings.assumptions.map((a) => ['assumption', a.id, a[lang], null]);
  const read = (['published', 'derived', 'assumption'] as const).map((quality) => ['cells-read', quality, null, findings.cellsRead[quality]]);
  return { id: 'assumptions', columns: ['kind', 'id', 'text', 'cells'], rows: [...stated, ...read] };
}
