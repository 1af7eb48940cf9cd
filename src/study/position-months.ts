import { NO_POOL, UNIT, hasLimit, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';

const ALL = 4_294_967_296;

/**
 * Positions that are opened by plan in the report, each times the months of its pathway: of the variants that need a position, by the region's shares at the intake.
 * Null for a pathway where some positions have no limit. Positions that a rule adds or takes away in the run are not in it.
 */
export function positionMonths(plan: Plan, axes: Axes): (number | null)[] {
  return Array.from({ length: plan.pathways }, (_, pathway) => monthsIn(plan, axes, pathway)); // [pathway]
}

function monthsIn(plan: Plan, axes: Axes, pathway: number): number | null {
  const first = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  let sum = 0;
  for (let queue = pathway; queue < plan.regions * plan.pathways; queue += plan.pathways) {
    const pool = plan.positionsPool[queue]!;
    for (let t = first; t < plan.steps; t++) {
      const months = plan.intake[queue * plan.steps + t] === 1 ? meanMonths(plan, queue, t) : 0;
      if (months === 0) continue;
      if (pool === NO_POOL || !hasLimit(plan, pool, t)) return null;
      sum += (revisedCapacity(plan)[pool * plan.horizon + t]! / UNIT) * months;
    }
  }
  return sum;
}

/** Months that a position is held by who starts in a queue's region in a step, in the mean; 0 where no variant there needs one. */
function meanMonths(plan: Plan, queue: number, t: number): number {
  const pathway = queue % plan.pathways;
  const first = plan.pathwayVariants.from[pathway]!;
  const count = plan.pathwayVariants.from[pathway + 1]! - first;
  const { from, values } = plan.variantShares;
  let group = from[queue]!;
  while (group + 1 + count < from[queue + 1]! && values[group + 1 + count]! <= t) group += 1 + count;
  let [share, steps] = [0, 0];
  for (let i = 0; i < count; i++) {
    const variant = plan.pathwayVariants.values[first + i]!;
    if (plan.variantNeedsPosition[variant] !== 1) continue;
    const own = (values[group + 1 + i]! - (i === 0 ? 0 : values[group + i]!)) / ALL;
    share += own;
    steps += own * plan.variantLength[variant]!;
  }
  return share === 0 ? 0 : steps / share / plan.stepsPerMonth;
}
