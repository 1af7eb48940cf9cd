import type { Column } from '../../base/index.js';
import { NO_POOL, POOL_KINDS, UNIT } from '../../engine/index.js';
import type { Axes, Plan } from '../../engine/index.js';
import type { PoolForm } from './form.js';
import { shorten } from './series.js';

/** What the pools of a plan are called in the form; positions are said with the intakes. */
const KIND_OF = { slots: 'slots', supervisors: 'supervisors', 'main-supervisors': 'main', 'st-posts': 'st', positions: null } as const;

/** The pools of a plan: places in sixtieths, ST posts in whole ones. */
export function writePools(plan: Plan, axes: Axes): PoolForm[] {
  return [...Array.from({ length: plan.pools }, (_, pool) => writePool(plan, axes, pool)).flat(), ...writeUnlimited(plan, axes)];
}

function writePool(plan: Plan, axes: Axes, pool: number): PoolForm[] {
  const kind = kindOf(plan, pool);
  if (kind === null) return [];
  const block = plan.poolBlock[pool]!;
  const unit = unitOf(plan, pool);
  const crowding = shorten(cellsOf(plan, plan.crowding, pool).map((n) => Math.ceil(n / unit)));
  const known = viewsOf(plan, pool, unit);
  const form = {
    region: axes.regions[plan.poolRegion[pool]!]!.id,
    kind,
    ...(block >= 0 ? { block: axes.blocks[block]!.id } : {}),
    ...(known.length === 1 ? { capacity: known[0]!.capacity } : { views: known }),
    crowding: typeof crowding === 'number' ? [crowding] : crowding,
  };
  return [form];
}

/** Slots and ST posts without limit are said, because those that are not are none. */
function writeUnlimited(plan: Plan, axes: Axes): PoolForm[] {
  return axes.regions.flatMap((region, r) => [
    ...axes.blocks.flatMap((block, b) => (plan.slotsPool[r * plan.blocks + b] === NO_POOL ? [{ region: region.id, kind: 'slots' as const, block: block.id, capacity: null, crowding: [0] }] : [])),
    ...(plan.hasStPosts && plan.stPool[r] === NO_POOL ? [{ region: region.id, kind: 'st' as const, capacity: null, crowding: [0] }] : []),
  ]);
}

/** What the capacity is believed to be, from the beginning and from each step in which a change becomes known. */
function viewsOf(plan: Plan, pool: number, unit: number): { known_from: number; capacity: number | number[] }[] {
  const capacity = cellsOf(plan, plan.capacity, pool);
  const seen = (): number | number[] => shorten(capacity.map((n) => Math.floor(n / unit)));
  const views = [{ known_from: 0, capacity: seen() }];
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    if (plan.revisionPool[i] !== pool) continue;
    for (let u = plan.revisionFrom[i]!; u <= plan.revisionUntil[i]!; u++) capacity[u]! += plan.revisionChange[i]!;
    if (views.at(-1)!.known_from === plan.revisionKnown[i]) views.pop();
    views.push({ known_from: plan.revisionKnown[i]!, capacity: seen() });
  }
  return views;
}

const cellsOf = (plan: Plan, of: Column, pool: number): number[] => Array.from({ length: plan.horizon }, (_, u) => of[pool * plan.horizon + u]!);

/** What kind of room a pool is in the form, or null for positions. */
export function kindOf(plan: Plan, pool: number): PoolForm['kind'] | null {
  return KIND_OF[POOL_KINDS[plan.poolKind[pool]!]!];
}

/** What one of the form's numbers of a pool is in sixtieths: who holds an ST post holds a whole one. */
export function unitOf(plan: Plan, pool: number): number {
  return kindOf(plan, pool) === 'st' ? UNIT : 1;
}

/** The capacity of a pool in a step, as it is known then. */
export function knownCapacity(plan: Plan, pool: number, t: number): number {
  let capacity = plan.capacity[pool * plan.horizon + t]!;
  for (let i = 0; i < plan.revisionKnown.length && plan.revisionKnown[i]! <= t; i++) {
    if (plan.revisionPool[i] === pool && plan.revisionFrom[i]! <= t && t <= plan.revisionUntil[i]!) capacity += plan.revisionChange[i]!;
  }
  return capacity;
}
