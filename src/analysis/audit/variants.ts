import type { Audit } from './place.js';

/** The variant by the doctor's one draw and the shares of the region at the step of joining (MODEL 3.12). */
export function variantIn({ plan, roster }: Audit, row: number, region: number, joins: number): number {
  if (roster.given) return roster.given.variantIn[row * plan.regions + region]!;
  const p = roster.pathway[row]!;
  const variants = plan.pathwayVariants.from[p + 1]! - plan.pathwayVariants.from[p]!;
  const { from, values } = plan.variantShares;
  const cell = region * plan.pathways + p;
  let shares = from[cell]!;
  for (let at = shares; at < from[cell + 1]!; at += variants + 1) if (values[at]! <= joins) shares = at;
  const luck = roster.variantLuck[row]! >>> 0;
  let nth = 0;
  while (nth < variants - 1 && luck >= values[shares + 1 + nth]!) nth += 1;
  return plan.pathwayVariants.values[plan.pathwayVariants.from[p]! + nth]!;
}
