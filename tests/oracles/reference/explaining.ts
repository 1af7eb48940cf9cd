import type { PlanForm } from '../../../src/study/dump/form.js';
import { tightPools, waysOf, type Search } from './placing.js';
import type { Pool } from './pool.js';
import { WHOLE, type Cause } from './world.js';

/** Why nothing fits in the doctor's own region: the smallest sets of its pools that would do it share (4.2). */
export function explained(search: Search): Cause {
  const pools = tightPools(search);
  for (let size = 1; size <= pools.length; size++) {
    const sets = subsets(pools, size).filter((set) => waysOf(search, set).length > 0);
    if (sets.length > 0) return shared(search.world.plan, new Set(sets.flatMap((set) => [...set])));
  }
  throw new Error('no pools would help, however large');
}

/** All subsets of a size. */
function subsets<T>(items: readonly T[], size: number): Set<T>[] {
  if (size === 0) return [new Set()];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((set) => new Set([item, ...set])));
}

/** One step waited, divided equally; what does not divide goes to the first, by block as listed, slots before supervisors, then main supervisors, then ST posts (4.1). */
function shared(plan: PlanForm, pools: ReadonlySet<Pool>): Cause {
  const listed = Object.values(plan.pathways).flatMap(({ variants }) => Object.values(variants).flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  const place = ({ kind, block }: Pool): number => (block === null ? 2 * listed.length + (kind === 'main' ? 0 : 1) : 2 * listed.indexOf(block) + (kind === 'slots' ? 0 : 1));
  const inOrder = [...pools].sort((a, b) => place(a) - place(b));
  const each = Math.floor(WHOLE / inOrder.length);
  const over = WHOLE - each * inOrder.length;
  return new Map(inOrder.map((pool, nth) => [causeOf(pool), each + (nth < over ? 1 : 0)]));
}

const causeOf = ({ kind, block }: Pool): string => (kind === 'main' ? 'main-supervisors' : kind === 'st' ? 'st-posts' : `${kind}/${block}`);
