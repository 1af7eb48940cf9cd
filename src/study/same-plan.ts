import type { Plan } from '../engine/index.js';

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

/** Plans in their order, with each that is equal to one before it replaced by that one: what is one object is run once. */
export function shareEqual(plans: readonly Plan[]): readonly Plan[] {
  const distinct: Plan[] = [];
  return plans.map((plan) => {
    const known = distinct.find((one) => one === plan || samePlan(one, plan));
    if (known === undefined) distinct.push(plan);
    return known ?? plan;
  });
}

/** What luck is drawn from: a plan without capacities and placement mode, which no draw reads (MODEL 8.1: capacity moves nobody's luck). */
export const luckOf = (plan: Plan): Plan => ({ ...plan, capacity: [], revisionChange: [], revisionFrom: [], revisionKnown: [], revisionPool: [], revisionUntil: [], crowding: [], mode: 'itinerary' });
