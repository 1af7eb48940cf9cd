import type { Exchanged, Findings } from '../../analysis/index.js';
import { labelOf } from '../cells.js';
import { say, type Lang } from '../words.js';
import { SUMMARY_COLUMNS, summaryCells } from './figure-table.js';
import type { DataTable } from './table.js';

/** What the doctors of each region did with hosts, block by block and year by year. */
export function exchangeTable(findings: Findings, exchange: readonly Exchanged[], lang: Lang): DataTable {
  const { regions, blocks } = findings.axes;
  const names = ['home', 'home_label', 'host', 'host_label', 'block', 'block_label', 'year', 'year_label'];
  const rows = exchange.map((one) => {
    const places = [regions[one.home]!, regions[one.host]!, blocks[one.block]!].flatMap((name) => [name.id, name[lang]]);
    return [...places, findings.labels.year[one.year]!.id, labelOf(findings, 'year', one.year, lang), ...summaryCells(one.months, say(lang, 'unit.months'))];
  });
  return { id: 'exchange', columns: [...names, ...SUMMARY_COLUMNS], rows };
}
