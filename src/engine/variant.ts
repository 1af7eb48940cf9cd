import { invert } from './draw.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

/** The variant a doctor would serve in a region: by the doctor's one draw and the region's shares at the step of joining (MODEL 3.12). */
export function variantAt(plan: Plan, roster: Roster, row: number, region: number): number {
  const p = roster.pathway[row]!;
  const first = plan.pathwayVariants.from[p]!;
  const count = plan.pathwayVariants.from[p + 1]! - first;
  const { from, values } = plan.variantShares;
  const cell = region * plan.pathways + p;
  const joins = roster.joins[row]!;
  let group = from[cell]!;
  while (group + 1 + count < from[cell + 1]! && values[group + 1 + count]! <= joins) group += 1 + count;
  return plan.pathwayVariants.values[first + invert(roster.variantLuck[row]!, values, group + 1, count)]!;
}
