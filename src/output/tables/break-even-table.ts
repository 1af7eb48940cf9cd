import type { BreakEven, Findings } from '../../analysis/index.js';
import { showMonth } from '../../base/index.js';
import type { DataTable, TableCell } from './table.js';
import type { Lang } from '../words.js';

const COLUMNS = [
  ...['region', 'region_label', 'block', 'block_label', 'kind', 'base_year', 'n', 'used', 'base', 'places', 'break_even_headroom'],
  ...['needed', 'needed_half_width', 'needed_low', 'needed_high', 'headroom', 'headroom_half_width', 'headroom_low', 'headroom_high'],
  ...['assumed', 'assumed_headroom', 'short_from', 'assumed_short_from', 'span', 'quality', 'own'],
];

/** Every limited pool of slots or supervisors: how many places would do, beside how many are assumed. */
export function breakEvenTable(findings: Findings, lang: Lang): DataTable {
  return { id: 'break-even', columns: COLUMNS, rows: findings.breakEven.map((row) => rowOf(findings, row, lang)) };
}

function rowOf(findings: Findings, row: BreakEven, lang: Lang): readonly TableCell[] {
  const region = findings.axes.regions[row.region]!;
  const block = findings.axes.blocks[row.block]!;
  return [
    ...[region.id, region[lang], block.id, block[lang], row.kind, findings.baseYear, row.needed.n, row.used.mean, row.base, row.places, row.breakEvenHeadroom],
    ...[row.needed.mean, row.needed.halfWidth, row.needed.low, row.needed.high],
    ...[row.headroom.mean, row.headroom.halfWidth, row.headroom.low, row.headroom.high],
    ...[row.assumed, row.assumedHeadroom, showMonth(row.from), row.assumedShortFrom === null ? null : showMonth(row.assumedShortFrom)],
    ...[row.needed.span, row.quality, row.own ? 'yes' : 'no'],
  ];
}
