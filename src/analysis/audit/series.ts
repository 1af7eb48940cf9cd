import { CAUSE, WHOLE, causeCount, unitsFrom } from '../../engine/index.js';
import type { Causes, Plan, Trace } from '../../engine/index.js';
import { ARRIVED, AWAITING, COMPLETED, FIELDS, LEFT, QUEUE, STARTED, TRAINING, countsAt } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** Numbers of doctors of one queue at each step, added up. */
interface Numbers {
  readonly waiting: Int32Array; // [step]
  readonly awaiting: Int32Array; // [step]
  readonly between: Int32Array; // [step] who wait, planned gaps apart
  /** Over the country, as recorded: come in the step less gone in it, and in queue or in training after it. */
  readonly come: Int32Array; // [pathway × step]
  readonly here: Int32Array; // [pathway × step]
}

/** The recorded series of every queue against the recount: numbers at every step, Little's identity and attribution (MODEL 11.1, 11.4, 11.6). */
export function checkSeries(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const { steps, pathways } = plan;
  const numbers: Numbers = {
    waiting: new Int32Array(steps), awaiting: new Int32Array(steps), between: new Int32Array(steps),
    come: new Int32Array(pathways * steps), here: new Int32Array(pathways * steps),
  };
  const sums = new Float64Array(plan.steps);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    // Σ queue = Σ waits, those still waiting counted to the end of the run.
    const queues = checkNumbers(plan, trace, tally, queue, numbers, report);
    if (queues !== tally.waited[queue]) complain(report, 'little', { queue, queues, waits: tally.waited[queue]! });
    checkSums(plan, trace.causes, queue, numbers.waiting, sums, report);
    checkAwaiting(plan, trace, queue, numbers.awaiting, report);
    checkSums(plan, trace.betweenCauses, queue, numbers.between, sums, report);
    checkBetween(plan, trace, queue, report);
  }
  for (let p = 0; p < plan.pathways; p++) checkConservation(plan, tally, numbers, p, report);
}

/** Adds up the changes of one queue, comparing as it goes; the doctor-steps recorded in it. */
function checkNumbers(plan: Plan, trace: Trace, tally: Tally, which: number, numbers: Numbers, report: Report): number {
  const { steps, pathways } = plan;
  const { queue, training, between, onLeave, arrived, left, started, completed } = trace;
  const { counts } = tally;
  const { waiting, awaiting, come, here } = numbers;
  let [inQueue, notStood, inTraining, inBetween, inGaps, away, sum] = [0, 0, 0, 0, 0, 0, 0];
  let place = countsAt(plan, which, 0);
  let change = which * (steps + 1);
  let at = which * steps;
  let national = (which % pathways) * steps;
  for (let t = 0; t < steps; t++) {
    waiting[t] = inQueue += counts[place + QUEUE]!;
    awaiting[t] = notStood += counts[place + AWAITING]!;
    inTraining += counts[place + TRAINING]!;
    inBetween += tally.between[change]!;
    inGaps += tally.gaps[change]!;
    away += tally.onLeave[change]!;
    numbers.between[t] = inBetween - inGaps;
    // None of these differs from what it should be.
    const differs =
      (queue[at]! ^ inQueue) | (training[at]! ^ inTraining) | (between[at]! ^ inBetween) | (onLeave[at]! ^ away) | (arrived[at]! ^ counts[place + ARRIVED]!) |
      (left[at]! ^ counts[place + LEFT]!) | (started[at]! ^ counts[place + STARTED]!) | (completed[at]! ^ counts[place + COMPLETED]!);
    if (differs !== 0) complain(report, 'conservation', { queue: which, step: t, recorded: queue[at]!, waiting: inQueue, inTraining: training[at]!, training: inTraining, between: inBetween, onLeave: away });
    sum += queue[at]!;
    come[national]! += arrived[at]! - completed[at]! - left[at]!;
    here[national]! += queue[at]! + training[at]!;
    place += FIELDS;
    change += 1;
    at += 1;
    national += 1;
  }
  return sum;
}

/** Causes of a kind of wait at each step: none negative, together one whole for each doctor who waits. */
function checkSums(plan: Plan, booked: Causes, queue: number, waiting: Int32Array, sums: Float64Array, report: Report): void {
  const { steps } = plan;
  const causes = causeCount(plan);
  sums.fill(0);
  for (let cause = 0; cause < causes; cause++) {
    const at = unitsFrom(booked, queue * causes + cause);
    if (at < 0) continue;
    for (let t = 0; t < steps; t++) {
      const units = booked.units[at + t]!;
      if (units === 0) continue;
      if (!(units >= 0) || units !== Math.floor(units)) complain(report, 'attribution', { queue, step: t, cause, units });
      sums[t]! += units;
    }
  }
  for (let t = 0; t < steps; t++) {
    if (sums[t] !== WHOLE * waiting[t]!) complain(report, 'attribution', { queue, step: t, units: sums[t]!, waiting: waiting[t]! });
  }
}

/** `awaiting-intake` is booked for exactly those who have not yet stood in one. */
function checkAwaiting(plan: Plan, trace: Trace, queue: number, awaiting: Int32Array, report: Report): void {
  const at = unitsFrom(trace.causes, queue * causeCount(plan) + CAUSE.awaitingIntake);
  for (let t = 0; t < plan.steps; t++) {
    const units = at < 0 ? 0 : trace.causes.units[at + t]!;
    if (units !== WHOLE * awaiting[t]!) complain(report, 'awaiting-intake', { queue, step: t, units, awaiting: awaiting[t]! });
  }
}

/** Between blocks nobody waits for an intake or a position (MODEL 2.5), nor for an ST post, which is held all the while (MODEL 3.9). */
function checkBetween(plan: Plan, trace: Trace, queue: number, report: Report): void {
  for (const cause of [CAUSE.awaitingIntake, CAUSE.positions, ...(plan.hasStPosts ? [causeCount(plan) - 1] : [])]) {
    const at = unitsFrom(trace.betweenCauses, queue * causeCount(plan) + cause);
    if (at < 0) continue;
    for (let t = 0; t < plan.steps; t++) if (trace.betweenCauses.units[at + t] !== 0) complain(report, 'attribution', { queue, step: t, between: cause, units: trace.betweenCauses.units[at + t]! });
  }
}

/** Over the country, at every step: arrived, and there from the beginning, = in queue + in training + completed + left, as recorded. */
function checkConservation({ steps }: Plan, { begun }: Tally, { come, here }: Numbers, p: number, report: Report): void {
  let there = begun[p]!;
  for (let t = 0; t < steps; t++) {
    there += come[p * steps + t]!;
    if (there !== here[p * steps + t]) complain(report, 'conservation', { pathway: p, step: t, there, here: here[p * steps + t]! });
  }
}
