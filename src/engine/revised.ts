import type { Column } from '../base/index.js';
import { UNLIMITED, type Plan } from './plan.js';

/** Plans whose capacity was revised once already: a plan never changes. */
const done = new WeakMap<Plan, Column>();

/** What there is of every pool in every step, changes included that become known in the run: before a change is known the steps that it concerns have not come. */
export function revisedCapacity(plan: Plan): Column {
  if (plan.revisionKnown.length === 0) return plan.capacity;
  const known = done.get(plan);
  if (known) return known;
  const capacity = Int32Array.from(plan.capacity); // [pool × horizon], sixtieths
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    const pool = plan.revisionPool[i]! * plan.horizon;
    for (let t = plan.revisionFrom[i]!; t <= plan.revisionUntil[i]!; t++) capacity[pool + t]! += plan.revisionChange[i]!;
  }
  done.set(plan, capacity);
  return capacity;
}

/** Whether a pool has a limit in a step, changes included that become known in the run: one may be without limit for a part of the time. */
export const hasLimit = (plan: Plan, pool: number, t: number): boolean => revisedCapacity(plan)[pool * plan.horizon + t]! < UNLIMITED;
