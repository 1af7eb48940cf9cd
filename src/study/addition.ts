import { suggest } from '../base/index.js';
import { POOL_KINDS, UNIT, hasLimit, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';

/** So many places more in one pool, over the whole run: the question "what if there were one more?". */
export interface Addition {
  readonly pool: string;
  readonly places: number;
}

/** The pools of a plan by name: kind/block/region, kind/pathway/region for positions, main-supervisors/region and st-posts/region. */
export function listPools(plan: Plan, axes: Axes): string[] {
  return Array.from({ length: plan.pools }, (_, p) => {
    const kind = POOL_KINDS[plan.poolKind[p]!]!;
    const region = axes.regions[plan.poolRegion[p]!]!.id;
    if (kind === 'main-supervisors' || kind === 'st-posts') return `${kind}/${region}`;
    const of = kind === 'positions' ? axes.pathways : axes.blocks;
    return `${kind}/${of[plan.poolBlock[p]!]!.id}/${region}`;
  });
}

/** A pool by the name that an addition takes, with the least and the most places that it has in the report's steps with a limit; positions in the steps of their intakes. */
export interface Places {
  readonly pool: string;
  readonly least: number;
  readonly most: number;
}

/** The places of every limited pool, in order of the pools' names. */
export function placesOf(plan: Plan, axes: Axes): Places[] {
  const first = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  const rows = listPools(plan, axes).map((pool, p) => {
    const isPositions = POOL_KINDS[plan.poolKind[p]!] === 'positions';
    const intakes = (plan.poolRegion[p]! * plan.pathways + plan.poolBlock[p]!) * plan.steps;
    const steps = Array.from({ length: plan.steps - first }, (_, i) => first + i).filter((t) => hasLimit(plan, p, t) && (!isPositions || plan.intake[intakes + t] === 1));
    const places = steps.map((t) => revisedCapacity(plan)[p * plan.horizon + t]! / UNIT);
    return { pool, least: Math.min(...places), most: Math.max(...places) };
  });
  return rows.filter(({ least }) => Number.isFinite(least)).toSorted((a, b) => (a.pool < b.pool ? -1 : 1));
}

/** The names that no pool has, with the nearest one. */
export function findUnknown(plan: Plan, axes: Axes, additions: readonly Addition[]): { pool: string; nearest: string | undefined }[] {
  const names = listPools(plan, axes);
  return additions.filter((a) => !names.includes(a.pool)).map((a) => ({ pool: a.pool, nearest: suggest(a.pool, names) }));
}

/** A plan with the additions made in every step; positions are added at every intake. */
export function applyAdditions(plan: Plan, axes: Axes, additions: readonly Addition[]): Plan {
  if (additions.length === 0) return plan;
  const names = listPools(plan, axes);
  const capacity = Int32Array.from(plan.capacity);
  for (const { pool, places } of additions) {
    const row = names.indexOf(pool);
    for (let i = row * plan.horizon; i < (row + 1) * plan.horizon; i++) capacity[i]! += places * UNIT;
  }
  return { ...plan, capacity };
}
