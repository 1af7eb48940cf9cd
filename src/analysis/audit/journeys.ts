import { NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import { countUse } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

const PLACE = 60; // a position is one place: sixtieths, as every capacity

/** Follows every doctor from joining to completion: is each step of the way allowed, and what does it add up to (MODEL 11.1, 11.3)? */
export function followJourneys(plan: Plan, roster: Roster, trace: Trace, tally: Tally, report: Report): void {
  if (trace.rows !== roster.rows) complain(report, 'journey', { rows: trace.rows, doctors: roster.rows });
  const firstIntake = listFirstIntakes(plan);
  for (let row = 0; row < roster.rows; row++) {
    if (roster.initialVariant[row]! >= 0) followInitial(plan, roster, trace, row, tally, report);
    else if (roster.joins[row]! >= plan.steps || trace.starts[row] === NEVER) followWaiting(plan, roster, trace, row, firstIntake, tally, report);
    else followStarted(plan, roster, trace, row, firstIntake, tally, report);
  }
}

/** The first intake at or after each step; `steps` when there is none within the run. */
function listFirstIntakes(plan: Plan): Int32Array {
  const first = new Int32Array(plan.regions * plan.pathways * (plan.steps + 1));
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    const at = queue * (plan.steps + 1);
    first[at + plan.steps] = plan.steps;
    for (let t = plan.steps - 1; t >= 0; t--) first[at + t] = plan.intake[queue * plan.steps + t] === 1 ? t : first[at + t + 1]!;
  }
  return first;
}

/** In training from the beginning: as the roster says, whether there is room or not (MODEL 9.1). */
function followInitial(plan: Plan, roster: Roster, trace: Trace, row: number, tally: Tally, report: Report): void {
  const variant = roster.initialVariant[row]!;
  const left = roster.initialLeft[row]!;
  const region = roster.region[row]!;
  const isAsGiven =
    trace.region[row] === region && trace.variant[row] === variant && trace.completes[row] === left && trace.starts[row] === left - plan.variantLength[variant]!;
  if (!isAsGiven) {
    complain(report, 'journey', { row, initial: 1, starts: trace.starts[row]!, completes: trace.completes[row]! });
    return;
  }
  const p = roster.pathway[row]!;
  tally.begun[p]! += 1;
  countUse(plan, tally.initialUse, plan.mainPool[region]!, 0, left - 1, plan.variantMainLoad[variant]!);
  countTraining(plan, tally, region * plan.pathways + p, 0, left);
}

/** Still waiting, or yet to join: employed nowhere. */
function followWaiting(plan: Plan, roster: Roster, trace: Trace, row: number, firstIntake: Int32Array, tally: Tally, report: Report): void {
  const isNowhere = trace.region[row] === -1 && trace.variant[row] === -1 && trace.starts[row] === NEVER && trace.completes[row] === NEVER;
  if (!isNowhere) complain(report, 'journey', { row, joins: roster.joins[row]!, starts: trace.starts[row]!, region: trace.region[row]! });
  if (roster.joins[row]! < plan.steps) countWait(plan, roster, row, plan.steps, firstIntake, tally);
}

function followStarted(plan: Plan, roster: Roster, trace: Trace, row: number, firstIntake: Int32Array, tally: Tally, report: Report): void {
  const starts = trace.starts[row]!;
  const joins = roster.joins[row]!;
  const region = trace.region[row]!;
  const variant = trace.variant[row]!;
  const p = roster.pathway[row]!;
  const mayBeThere = region === roster.region[row] || (roster.mobile[row] === 1 && plan.appliesTo > 0);
  const isPossible = starts >= Math.max(joins, 0) && starts < plan.steps && region >= 0 && region < plan.regions && mayBeThere;
  if (!isPossible || variant !== variantIn(plan, roster, row, region) || trace.completes[row] !== starts + plan.variantLength[variant]!) {
    complain(report, 'journey', { row, joins, starts, region, variant, completes: trace.completes[row]! });
    return;
  }
  const queue = region * plan.pathways + p;
  const isInTime = roster.appliedBefore[row] === 1 || starts - joins >= plan.closesSteps[p]!;
  if (plan.intake[queue * plan.steps + starts] !== 1 || !isInTime) complain(report, 'intake', { row, joins, starts, region });
  countUse(plan, tally.laterUse, plan.positionsPool[queue]!, starts, starts, PLACE);
  countUse(plan, tally.laterUse, plan.mainPool[region]!, starts, starts + plan.variantLength[variant]! - 1, plan.variantMainLoad[variant]!);
  tally.started[queue * plan.steps + starts]! += 1;
  countTraining(plan, tally, queue, starts, starts + plan.variantLength[variant]!);
  countWait(plan, roster, row, starts, firstIntake, tally);
}

/** The variant by the doctor's one draw and the shares of the region at the step of joining (MODEL 3.12). */
function variantIn(plan: Plan, roster: Roster, row: number, region: number): number {
  const p = roster.pathway[row]!;
  const variants = plan.pathwayVariants.from[p + 1]! - plan.pathwayVariants.from[p]!;
  const { from, values } = plan.variantShares;
  const cell = region * plan.pathways + p;
  let shares = from[cell]!;
  for (let at = shares; at < from[cell + 1]!; at += variants + 1) if (values[at]! <= roster.joins[row]!) shares = at;
  const luck = roster.variantLuck[row]! >>> 0;
  let nth = 0;
  while (nth < variants - 1 && luck >= values[shares + 1 + nth]!) nth += 1;
  return plan.pathwayVariants.values[plan.pathwayVariants.from[p]! + nth]!;
}

function countTraining(plan: Plan, tally: Tally, queue: number, from: number, completes: number): void {
  tally.training[queue * (plan.steps + 1) + from]! += 1;
  if (completes >= plan.steps) return;
  tally.training[queue * (plan.steps + 1) + completes]! -= 1;
  tally.completed[queue * plan.steps + completes]! += 1;
}

/** A wait in the queue at home, from joining (or the beginning) until `until`; the part before the first intake in which the doctor stood. */
function countWait(plan: Plan, roster: Roster, row: number, until: number, firstIntake: Int32Array, tally: Tally): void {
  const p = roster.pathway[row]!;
  const queue = roster.region[row]! * plan.pathways + p;
  const at = queue * (plan.steps + 1);
  const joined = Math.max(roster.joins[row]!, 0);
  const inTime = roster.appliedBefore[row] === 1 ? joined : Math.max(joined, roster.joins[row]! + plan.closesSteps[p]!);
  const stood = Math.min(until, firstIntake[at + Math.min(inTime, plan.steps)]!);
  tally.arrived[queue * plan.steps + joined]! += 1;
  tally.queue[at + joined]! += 1;
  tally.queue[at + until]! -= 1;
  tally.awaiting[at + joined]! += 1;
  tally.awaiting[at + stood]! -= 1;
  tally.waited[queue]! += until - joined;
}
