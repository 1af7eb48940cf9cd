import type { Plan } from './plan.js';
import { revisedCapacity } from './revised.js';

/** The first step of the run in which others use more of a pool than there is; −1: never. */
export function crowdedFrom(plan: Plan, pool: number): number {
  const capacity = revisedCapacity(plan);
  for (let t = 0; t < plan.steps; t++) if (plan.crowding[pool * plan.horizon + t]! > capacity[pool * plan.horizon + t]!) return t;
  return -1;
}
