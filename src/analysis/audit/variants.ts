import type { Audit } from './place.js';
import { sharesIn } from './tables.js';

/** The variant by the doctor's one draw and the shares of the region at the step of joining (MODEL 3.12). */
export function variantIn({ plan, roster, tables }: Audit, row: number, region: number, joins: number): number {
  if (roster.given) return roster.given.variantIn[row * plan.regions + region]!;
  const p = roster.pathway[row]!;
  const first = plan.pathwayVariants.from[p]!;
  const last = plan.pathwayVariants.from[p + 1]! - first - 1;
  const cell = region * plan.pathways + p;
  const { values } = plan.variantShares;
  const shares = joins >= 0 && joins < plan.steps ? tables.sharesAt[cell * plan.steps + joins]! : sharesIn(plan, cell, joins);
  const luck = roster.variantLuck[row]! >>> 0;
  let nth = 0;
  while (nth < last && luck >= values[shares + 1 + nth]!) nth += 1;
  return plan.pathwayVariants.values[first + nth]!;
}
