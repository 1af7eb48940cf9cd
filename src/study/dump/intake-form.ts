import { NO_POOL, UNIT } from '../../engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../engine/index.js';
import type { IntakeForm } from './form.js';
import { level } from './series.js';

/** The chance of an offer that is sure to hold. */
const ALWAYS = 4_294_967_296;

/** The intakes of a plan; how many of the new positions could be filled is what came out in the run. */
export function writeIntakes(plan: Plan, axes: Axes, roster: Roster, trace: Trace): IntakeForm[] {
  return axes.regions.flatMap((_, r) => axes.pathways.flatMap((__, p) => writeIntake(plan, axes, roster, trace, r * plan.pathways + p)));
}

function writeIntake(plan: Plan, axes: Axes, roster: Roster, trace: Trace, queue: number): IntakeForm[] {
  const steps = Array.from({ length: plan.steps }, (_, t) => t).filter((t) => plan.intake[queue * plan.steps + t] === 1);
  if (steps.length === 0) return [];
  const pool = plan.positionsPool[queue]!;
  const offered = pool === NO_POOL ? null : steps.map((t) => offeredAt(plan, pool, t));
  const entry = {
    region: axes.regions[Math.floor(queue / plan.pathways)]!.id,
    pathway: axes.pathways[queue % plan.pathways]!.id,
    steps: steps.length === plan.steps ? ('all' as const) : steps,
    positions: offered && level(offered),
    ...(offered ? writeFillable(plan, roster, trace, queue, steps, offered) : {}),
    ...(plan.carries[queue] === 1 ? { carry: true } : {}),
  };
  return [entry];
}

/** How many of the new positions could be filled in the run, where that was not all of them. */
function writeFillable(plan: Plan, roster: Roster, trace: Trace, queue: number, steps: readonly number[], offered: readonly number[]): Pick<IntakeForm, 'fillable'> {
  if (plan.offerHolds[queue] === ALWAYS && roster.given === undefined) return {};
  const fillable = steps.map((t) => trace.fillable[queue * plan.steps + t]! - trace.carried[queue * plan.steps + t]!);
  return fillable.every((n, i) => n === offered[i]) ? {} : { fillable: level(fillable) };
}

function offeredAt(plan: Plan, pool: number, t: number): number {
  return Math.floor(plan.capacity[pool * plan.horizon + t]! / UNIT);
}
