import type { Decision, Findings } from '../../analysis/index.js';
import { showMonth } from '../../base/index.js';
import { say, type Lang } from '../words.js';
import { SUMMARY_COLUMNS, summaryCells } from './figure-table.js';
import type { DataTable } from './table.js';

/** What every rule decided of the positions, and when: how often it raised or lowered them, and how many opened after it. */
export function decisionsTable(findings: Findings, decisions: readonly Decision[], lang: Lang): DataTable {
  const { regions, pathways } = findings.axes;
  const names = ['region', 'region_label', 'pathway', 'pathway_label', 'decided', 'in_force', 'raised', 'lowered'];
  const rows = decisions.map((one) => {
    const places = [regions[one.region]!, pathways[one.pathway]!].flatMap((name) => [name.id, name[lang]]);
    return [...places, showMonth(one.decided), showMonth(one.from), one.raised, one.lowered, ...summaryCells(one.level, say(lang, 'unit.positions'))];
  });
  return { id: 'decisions', columns: [...names, ...SUMMARY_COLUMNS], rows };
}
