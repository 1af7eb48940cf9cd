import { POOL_KINDS } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { PLACEMENT_POOLS } from './counter-runs.js';

/** Whether two plans are equal in every number: then the same roster gives the same run, for a run is a function of plan and roster alone. */
export function samePlan(one: Plan, other: Plan): boolean {
  return samePart(one, other);
}

/** The same of a part of one. */
export function samePart(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (ArrayBuffer.isView(one)) return ArrayBuffer.isView(other) && sameColumn(one as Int32Array, other as Int32Array);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && samePart((one as Readonly<Record<string, unknown>>)[key], (other as Readonly<Record<string, unknown>>)[key]));
}

function sameColumn(one: Int32Array, other: Int32Array): boolean {
  return one.constructor === other.constructor && one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
}

/** Plans in their order, with each that is equal to one before it, as far as matters, replaced by that one: what is one object is run once. */
export function shareEqual(plans: readonly Plan[], matters: (plan: Plan) => Plan = (plan) => plan): readonly Plan[] {
  const distinct: { readonly plan: Plan; readonly key: Plan }[] = [];
  return plans.map((plan) => {
    const key = matters(plan);
    const known = distinct.find((one) => one.plan === plan || samePlan(one.key, key));
    if (known === undefined) distinct.push({ plan, key });
    return known?.plan ?? plan;
  });
}

/**
 * What decides when doctors start in a run whose slots, supervisors and main supervisors are all lifted: everything but how many of them there are. Nobody is ever
 * refused for lack of a million places, so that their number moves at most the order of somebody's blocks, which then moves no start.
 */
export function withoutLifted(plan: Plan): Plan {
  const isPlacement = (pool: number): boolean => PLACEMENT_POOLS.includes(POOL_KINDS[plan.poolKind[pool]!]!);
  const kept = (column: Plan['capacity']): Float64Array => Float64Array.from({ length: column.length }, (_, i) => (isPlacement(Math.floor(i / plan.horizon)) ? 0 : column[i]!));
  const revisions = Array.from({ length: plan.revisionPool.length }, (_, i) => i).filter((i) => !isPlacement(plan.revisionPool[i]!));
  const some = (column: Plan['revisionPool']): Float64Array => Float64Array.from(revisions, (i) => column[i]!);
  return { ...plan, capacity: kept(plan.capacity), crowding: kept(plan.crowding), revisionKnown: some(plan.revisionKnown), revisionPool: some(plan.revisionPool), revisionFrom: some(plan.revisionFrom), revisionUntil: some(plan.revisionUntil), revisionChange: some(plan.revisionChange) };
}

/** What luck is drawn from: a plan without capacities and placement mode, which no draw reads (MODEL 8.1: capacity moves nobody's luck). */
export const luckOf = (plan: Plan): Plan => ({ ...plan, capacity: [], revisionChange: [], revisionFrom: [], revisionKnown: [], revisionPool: [], revisionUntil: [], crowding: [], mode: 'itinerary' });
