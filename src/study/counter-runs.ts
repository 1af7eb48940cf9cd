import { POOL_KINDS, UNLIMITED } from '../engine/index.js';
import type { Plan, PoolKind } from '../engine/index.js';

/** The pools of placements: everything scarce but what lets a doctor in. */
export const PLACEMENT_POOLS: readonly PoolKind[] = ['slots', 'supervisors', 'main-supervisors'];

/** What lets a doctor in: a position or, in a form inside ST, an ST post instead of it (MODEL 3.9). */
export const ENTRY_POOLS: readonly PoolKind[] = ['positions', 'st-posts'];

/**
 * The same plan with some kinds of pool unlimited from a step on: a million places more than they have, so that `spread` ranks orders as it does within the
 * capacity (MODEL 9.2 a).
 */
export function lift(plan: Plan, kinds: readonly PoolKind[], from = 0): Plan {
  const capacity = Int32Array.from(plan.capacity);
  for (let pool = 0; pool < plan.pools; pool++) {
    if (!kinds.includes(POOL_KINDS[plan.poolKind[pool]!]!)) continue;
    for (let i = pool * plan.horizon + from; i < (pool + 1) * plan.horizon; i++) capacity[i]! += UNLIMITED;
  }
  return { ...plan, capacity };
}
