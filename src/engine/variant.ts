import { invert } from './draw.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

/** The variant a doctor who joins in a step would serve in a region: by the doctor's one draw and the region's shares then (MODEL 3.12). */
export function variantAt(plan: Plan, roster: Roster, row: number, region: number, joins = roster.joins[row]!): number {
  if (roster.given !== undefined) return roster.given.variantIn[row * plan.regions + region]!;
  return variantFor(plan, roster.pathway[row]!, region, joins, roster.variantLuck[row]!);
}

/** The variant of a pathway in a region for who joins in a step with this luck. */
export function variantFor(plan: Plan, pathway: number, region: number, joins: number, luck: number): number {
  const first = plan.pathwayVariants.from[pathway]!;
  const count = plan.pathwayVariants.from[pathway + 1]! - first;
  const { from, values } = plan.variantShares;
  const cell = region * plan.pathways + pathway;
  let group = from[cell]!;
  while (group + 1 + count < from[cell + 1]! && values[group + 1 + count]! <= joins) group += 1 + count;
  return plan.pathwayVariants.values[first + invert(luck, values, group + 1, count)]!;
}
