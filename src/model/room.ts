import { nearest } from '../base/index.js';
import { UNIT } from '../engine/index.js';
import type { PoolRow } from './scenario.js';

/** Places of a row in sixtieths: headroom first, then what changes have added or multiplied, each to whole places half up where they are counted so. */
export function roomOf(row: Pick<PoolRow, 'places' | 'added'> & { readonly headroom?: boolean }, headroom: number, isWhole: boolean): number | null {
  if (row.places === null) return null;
  const toUnits = (places: number): number => (isWhole ? UNIT * nearest(places) : Math.floor(places * UNIT + 1e-6));
  const raised = toUnits(row.places.value * (1 + (row.headroom ? headroom : 0)));
  return Math.max(0, (row.added ?? []).reduce((units, { value, isFactor }) => (isFactor ? toUnits((units / UNIT) * value) : units + toUnits(value)), raised));
}
