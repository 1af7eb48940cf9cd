import { CAUSE, WHOLE, causeCount } from '../../engine/index.js';
import type { Plan, Trace } from '../../engine/index.js';
import { ARRIVED, AWAITING, COMPLETED, FIELDS, LEFT, QUEUE, STARTED, TRAINING } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** Numbers of doctors of one queue at each step, added up. */
interface Numbers {
  readonly waiting: Int32Array; // [step]
  readonly awaiting: Int32Array; // [step]
  readonly between: Int32Array; // [step] who wait, planned gaps apart
}

/** The recorded series of every queue against the recount: numbers at every step, Little's identity and attribution (MODEL 11.1, 11.4, 11.6). */
export function checkSeries(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const numbers: Numbers = { waiting: new Int32Array(plan.steps), awaiting: new Int32Array(plan.steps), between: new Int32Array(plan.steps) };
  const sums = new Float64Array(plan.steps);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    checkNumbers(plan, trace, tally, queue, numbers, report);
    checkLittle(plan, trace, tally, queue, report);
    checkSums(plan, trace.causes, queue, numbers.waiting, sums, report);
    checkAwaiting(plan, trace, queue, numbers.awaiting, report);
    checkSums(plan, trace.betweenCauses, queue, numbers.between, sums, report);
    checkBetween(plan, trace, queue, report);
  }
  for (let p = 0; p < plan.pathways; p++) checkConservation(plan, trace, tally, p, report);
}

/** Adds up the changes of one queue, comparing as it goes. */
function checkNumbers(plan: Plan, trace: Trace, tally: Tally, queue: number, numbers: Numbers, report: Report): void {
  const { steps } = plan;
  let waiting = 0;
  let awaiting = 0;
  let training = 0;
  let between = 0;
  let gaps = 0;
  let onLeave = 0;
  const { counts } = tally;
  for (let t = 0; t < steps; t++) {
    const at = queue * steps + t;
    const change = queue * (steps + 1) + t;
    const place = change * FIELDS;
    numbers.waiting[t] = waiting += counts[place + QUEUE]!;
    numbers.awaiting[t] = awaiting += counts[place + AWAITING]!;
    between += tally.between[change]!;
    gaps += tally.gaps[change]!;
    numbers.between[t] = between - gaps;
    training += counts[place + TRAINING]!;
    onLeave += tally.onLeave[change]!;
    const isSame =
      trace.queue[at] === waiting && trace.training[at] === training && trace.between[at] === between && trace.onLeave[at] === onLeave &&
      trace.arrived[at] === counts[place + ARRIVED] && trace.left[at] === counts[place + LEFT] && trace.started[at] === counts[place + STARTED] && trace.completed[at] === counts[place + COMPLETED];
    if (!isSame) complain(report, 'conservation', { queue, step: t, recorded: trace.queue[at]!, waiting, inTraining: trace.training[at]!, training, between, onLeave });
  }
}

/** Σ queue = Σ waits, those still waiting counted to the end of the run. */
function checkLittle(plan: Plan, trace: Trace, tally: Tally, queue: number, report: Report): void {
  let sum = 0;
  for (let t = 0; t < plan.steps; t++) sum += trace.queue[queue * plan.steps + t]!;
  if (sum !== tally.waited[queue]) complain(report, 'little', { queue, queues: sum, waits: tally.waited[queue]! });
}

/** Causes of a kind of wait at each step: none negative, together one whole for each doctor who waits. */
function checkSums(plan: Plan, booked: Float64Array, queue: number, waiting: Int32Array, sums: Float64Array, report: Report): void {
  const { steps } = plan;
  const causes = causeCount(plan);
  sums.fill(0);
  for (let cause = 0; cause < causes; cause++) {
    const at = (queue * causes + cause) * steps;
    for (let t = 0; t < steps; t++) {
      const units = booked[at + t]!;
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
  const at = (queue * causeCount(plan) + CAUSE.awaitingIntake) * plan.steps;
  for (let t = 0; t < plan.steps; t++) {
    if (trace.causes[at + t] !== WHOLE * awaiting[t]!) complain(report, 'awaiting-intake', { queue, step: t, units: trace.causes[at + t]!, awaiting: awaiting[t]! });
  }
}

/** Between blocks nobody waits for an intake or a position (MODEL 2.5), nor for an ST post, which is held all the while (MODEL 3.9). */
function checkBetween(plan: Plan, trace: Trace, queue: number, report: Report): void {
  for (const cause of [CAUSE.awaitingIntake, CAUSE.positions, ...(plan.hasStPosts ? [causeCount(plan) - 1] : [])]) {
    const at = (queue * causeCount(plan) + cause) * plan.steps;
    for (let t = 0; t < plan.steps; t++) if (trace.betweenCauses[at + t] !== 0) complain(report, 'attribution', { queue, step: t, between: cause, units: trace.betweenCauses[at + t]! });
  }
}

/** Over the country, at every step: arrived, and there from the beginning, = in queue + in training + completed + left, as recorded. */
function checkConservation(plan: Plan, trace: Trace, tally: Tally, p: number, report: Report): void {
  const { steps } = plan;
  let come = tally.begun[p]!;
  let gone = 0;
  for (let t = 0; t < steps; t++) {
    let here = 0;
    for (let region = 0; region < plan.regions; region++) {
      const at = (region * plan.pathways + p) * steps + t;
      come += trace.arrived[at]!;
      gone += trace.completed[at]! + trace.left[at]!;
      here += trace.queue[at]! + trace.training[at]!;
    }
    if (come !== here + gone) complain(report, 'conservation', { pathway: p, step: t, come, here, gone });
  }
}
