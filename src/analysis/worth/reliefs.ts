import { POOL_KINDS, UNLIMITED, hasLimit } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';

/** Something that could be added: units of one pool, or of several of a region together. */
export interface Relief {
  readonly region: number;
  /** The pathway that a bundle is for; −1 for a single pool, which serves all. */
  readonly pathway: number;
  readonly pools: readonly number[];
}

/** Which reliefs are to be tried. */
export interface ReliefsAsked {
  /** First step in which the units are there. */
  readonly from: number;
  /** Every limited pool, not only those that somebody's wait was booked on. */
  readonly all: boolean;
  /** Pools that were full at some time, which can have refused doctors of other regions: nothing is booked on those (MODEL 4.3, 5.1). */
  readonly full: ArrayLike<number>; // [pool] 0: never
  /** Of these regions; empty: of every one. */
  readonly regions: readonly number[];
}

/** What can be lacking for a pathway in a region: a position, the room of one block (its slots and supervisors), a main supervisor, an ST post. */
interface Ingredient {
  readonly pools: readonly number[];
  readonly weight: number;
  readonly isEntry: boolean;
}

/**
 * The singles, and the bundles, worth trying. A pool is tried where some wait was booked on it, or where it was full and can have refused guests. Bundles are for one region and pathway: the room of a block where
 * slots and supervisors were both tried; a position (or ST post) with each other thing that is tried; and what is tried together, the most booked first, two, three … of them: what
 * refused nobody of its own may refuse one more.
 */
export function listReliefs(plan: Plan, booked: Float64Array, asked: ReliefsAsked): readonly Relief[] {
  const isTried = (pool: number): boolean => isLimited(plan, pool, asked.from) && (asked.all || asked.full[pool]! > 0 || sumOf(plan, booked, pool) > 0);
  const regions = asked.regions.length > 0 ? asked.regions : Array.from({ length: plan.regions }, (_, r) => r);
  const singles = Array.from({ length: plan.pools }, (_, pool) => pool)
    .filter((pool) => regions.includes(plan.poolRegion[pool]!) && isTried(pool))
    .map((pool): Relief => ({ region: plan.poolRegion[pool]!, pathway: -1, pools: [pool] }));
  const bundles = regions.flatMap((region) => Array.from({ length: plan.pathways }, (_, pathway) => bundlesOf(plan, booked, region, pathway, isTried)).flat());
  const seen = new Set(singles.map(({ pools }) => pools.join()));
  return [...singles, ...bundles.filter(({ pools }) => pools.length > 1 && !seen.has(pools.join()) && seen.add(pools.join()))];
}

/** Whether a pool has a limit in any step from one on: more of what is unlimited is nothing. */
const isLimited = (plan: Plan, pool: number, from: number): boolean => {
  for (let t = from; t < plan.steps; t++) if (hasLimit(plan, pool, t) && plan.capacity[pool * plan.horizon + t]! < UNLIMITED) return true;
  return false;
};

function sumOf(plan: Plan, booked: Float64Array, pool: number): number {
  let sum = 0;
  for (let p = 0; p < plan.pathways; p++) sum += booked[pool * plan.pathways + p]!;
  return sum;
}

function bundlesOf(plan: Plan, booked: Float64Array, region: number, pathway: number, isTried: (pool: number) => boolean): Relief[] {
  const ingredients = ingredientsOf(plan, booked, region, pathway, isTried);
  const bundle = (parts: readonly Ingredient[]): Relief => ({ region, pathway, pools: [...new Set(parts.flatMap(({ pools }) => pools))].sort((a, b) => a - b) });
  const entries = ingredients.filter(({ isEntry }) => isEntry);
  return [
    ...ingredients.filter(({ pools }) => pools.length > 1).map((one) => bundle([one])),
    ...entries.flatMap((entry) => ingredients.filter((one) => one !== entry).map((one) => bundle([entry, one]))),
    ...ingredients.slice(1).map((_, i) => bundle(ingredients.slice(0, i + 2))),
  ];
}

/** What the doctors of a pathway lacked in a region, the most booked first. */
function ingredientsOf(plan: Plan, booked: Float64Array, region: number, pathway: number, isTried: (pool: number) => boolean): readonly Ingredient[] {
  const weight = (pool: number): number => booked[pool * plan.pathways + pathway]!;
  const groups = new Map<string, number[]>();
  for (let pool = 0; pool < plan.pools; pool++) {
    if (plan.poolRegion[pool] !== region || !isTried(pool) || !serves(plan, pool, pathway)) continue;
    const kind = POOL_KINDS[plan.poolKind[pool]!]!;
    const group = kind === 'slots' || kind === 'supervisors' ? `block ${plan.poolBlock[pool]!}` : kind;
    groups.set(group, [...(groups.get(group) ?? []), pool]);
  }
  return [...groups]
    .map(([group, pools]): Ingredient => ({ pools, weight: pools.reduce((sum, pool) => sum + weight(pool), 0), isEntry: group === 'positions' || group === 'st-posts' }))
    .sort((a, b) => b.weight - a.weight || a.pools[0]! - b.pools[0]!);
}

/** Whether doctors of a pathway can need a pool. */
function serves(plan: Plan, pool: number, pathway: number): boolean {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  if (kind === 'positions') return plan.poolBlock[pool] === pathway;
  if (kind === 'main-supervisors' || kind === 'st-posts') return true;
  for (let v = 0; v < plan.variants; v++) {
    if (plan.variantPathway[v] !== pathway) continue;
    for (let s = plan.stretchFrom[v]!; s < plan.stretchFrom[v + 1]!; s++) if (plan.stretchBlock[s] === plan.poolBlock[pool]) return true;
  }
  return false;
}
