import type { Findings } from '../../analysis/index.js';
import { showMonth } from '../../base/index.js';
import type { DataTable } from './table.js';

/** Every cell that the changes of the scenario changed: old and new value, empty where there is no limit. */
export function changesTable(findings: Findings): DataTable {
  return {
    id: 'changes',
    columns: ['quantity', 'of', 'from', 'until', 'before', 'after', 'name', 'source', 'at'],
    rows: findings.changes.map((one) => [one.quantity, Object.values(one.of).join(', '), showMonth(one.from), one.until === null ? null : showMonth(one.until), one.before, one.after, one.name, one.source, one.at]),
  };
}
