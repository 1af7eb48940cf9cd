import { NO_POOL, UNIT, fillableAt } from '../../engine/index.js';
import type { Axes, Plan, Roster } from '../../engine/index.js';
import type { IntakeForm } from './form.js';
import { level } from './series.js';

/** The intakes of a plan, with how many of their positions can be filled after no-shows. */
export function writeIntakes(plan: Plan, axes: Axes, roster: Roster): IntakeForm[] {
  return axes.regions.flatMap((_, r) => axes.pathways.flatMap((__, p) => writeIntake(plan, axes, roster, r * plan.pathways + p)));
}

function writeIntake(plan: Plan, axes: Axes, roster: Roster, queue: number): IntakeForm[] {
  const steps = Array.from({ length: plan.steps }, (_, t) => t).filter((t) => plan.intake[queue * plan.steps + t] === 1);
  if (steps.length === 0) return [];
  const pool = plan.positionsPool[queue]!;
  const offered = pool === NO_POOL ? null : steps.map((t) => offeredAt(plan, pool, t));
  const entry = {
    region: axes.regions[Math.floor(queue / plan.pathways)]!.id,
    pathway: axes.pathways[queue % plan.pathways]!.id,
    steps: steps.length === plan.steps ? ('all' as const) : steps,
    positions: offered && level(offered),
    ...(offered ? writeFillable(plan, roster, queue, steps, offered) : {}),
    carry: offered !== null && plan.carries[queue] === 1,
  };
  return [entry];
}

/** How many can be filled, where not all can; where a rule decides how many positions open, of each number that it may come to. */
function writeFillable(plan: Plan, roster: Roster, queue: number, steps: readonly number[], offered: readonly number[]): Pick<IntakeForm, 'fillable' | 'fillable_of'> {
  const rule = plan.rules.find((one) => one.queue === queue);
  const most = (i: number): number => Math.max(offered[i]!, rule?.ceiling ?? 0);
  const fillableOf = (i: number, n: number): number => fillableAt(plan, roster, queue, steps[i]!, n);
  if (rule === undefined) {
    const fillable = steps.map((_, i) => fillableOf(i, most(i)));
    return fillable.every((n, i) => n === offered[i]) ? {} : { fillable: level(fillable) };
  }
  const ofEach = steps.map((_, i) => Array.from({ length: most(i) + 1 }, (__, n) => fillableOf(i, n)));
  return ofEach.every((list) => list.every((n, of) => n === of)) ? {} : { fillable_of: ofEach };
}

function offeredAt(plan: Plan, pool: number, t: number): number {
  return Math.floor(plan.capacity[pool * plan.horizon + t]! / UNIT);
}
