import { UNIT } from '../engine/index.js';
import type { PoolRow } from './scenario.js';

/** Places of a row in sixtieths: headroom first, to whole places half up where they are counted so, then what changes have added. */
export function roomOf(row: Pick<PoolRow, 'places' | 'added'> & { readonly headroom?: boolean }, headroom: number, isWhole: boolean): number | null {
  if (row.places === null) return null;
  const raised = row.places.value * (1 + (row.headroom ? headroom : 0));
  const units = isWhole && row.headroom && headroom > 0 ? UNIT * Math.floor(raised + 0.5 + 1e-9) : Math.floor(raised * UNIT + 1e-6);
  const added = (row.added ?? []).reduce((sum, one) => sum + one.value, 0);
  return Math.max(0, units + Math.floor(added * UNIT + 1e-6));
}
