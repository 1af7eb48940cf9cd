import { CAUSE, WHOLE } from '../../engine/index.js';
import type { Plan, Trace } from '../../engine/index.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** The recorded series of every queue against the recount: numbers at every step, Little's identity and attribution (MODEL 11.1, 11.4, 11.6). */
export function checkSeries(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const inQueue = new Int32Array(plan.steps);
  const awaiting = new Int32Array(plan.steps);
  const sums = new Float64Array(plan.steps);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    checkNumbers(plan, trace, tally, queue, inQueue, awaiting, report);
    checkLittle(plan, trace, tally, queue, report);
    checkCauses(plan, trace, queue, inQueue, awaiting, sums, report);
  }
  for (let p = 0; p < plan.pathways; p++) checkConservation(plan, trace, tally, p, report);
}

/** Adds up the changes of one queue into `inQueue` and `awaiting`, comparing as it goes. */
function checkNumbers(plan: Plan, trace: Trace, tally: Tally, queue: number, inQueue: Int32Array, awaiting: Int32Array, report: Report): void {
  const { steps } = plan;
  let waiting = 0;
  let training = 0;
  let unseen = 0;
  for (let t = 0; t < steps; t++) {
    const at = queue * steps + t;
    const change = queue * (steps + 1) + t;
    inQueue[t] = waiting += tally.queue[change]!;
    awaiting[t] = unseen += tally.awaiting[change]!;
    training += tally.training[change]!;
    const isSame =
      trace.queue[at] === waiting && trace.training[at] === training && trace.arrived[at] === tally.arrived[at] &&
      trace.started[at] === tally.started[at] && trace.completed[at] === tally.completed[at];
    if (!isSame) complain(report, 'conservation', { queue, step: t, recorded: trace.queue[at]!, waiting, inTraining: trace.training[at]!, training });
  }
}

/** Σ queue = Σ waits, those still waiting counted to the end of the run. */
function checkLittle(plan: Plan, trace: Trace, tally: Tally, queue: number, report: Report): void {
  let sum = 0;
  for (let t = 0; t < plan.steps; t++) sum += trace.queue[queue * plan.steps + t]!;
  if (sum !== tally.waited[queue]) complain(report, 'little', { queue, queues: sum, waits: tally.waited[queue]! });
}

/** Causes of a queue at each step: none negative, together one whole for each doctor who waits, and `awaiting-intake` for exactly those who do. */
function checkCauses(plan: Plan, trace: Trace, queue: number, inQueue: Int32Array, awaiting: Int32Array, sums: Float64Array, report: Report): void {
  const { steps } = plan;
  const causes = CAUSE.blocks + 2 * plan.blocks;
  sums.fill(0);
  for (let cause = 0; cause < causes; cause++) {
    const at = (queue * causes + cause) * steps;
    for (let t = 0; t < steps; t++) {
      const units = trace.causes[at + t]!;
      if (!(units >= 0) || units !== Math.floor(units)) complain(report, 'attribution', { queue, step: t, cause, units });
      sums[t]! += units;
    }
  }
  for (let t = 0; t < steps; t++) {
    if (sums[t] !== WHOLE * inQueue[t]!) complain(report, 'attribution', { queue, step: t, units: sums[t]!, waiting: inQueue[t]! });
    const units = trace.causes[(queue * causes + CAUSE.awaitingIntake) * steps + t]!;
    if (units !== WHOLE * awaiting[t]!) complain(report, 'awaiting-intake', { queue, step: t, units, awaiting: awaiting[t]! });
  }
}

/** Over the country, at every step: arrived, and there from the beginning, = in queue + in training + completed, as recorded. */
function checkConservation(plan: Plan, trace: Trace, tally: Tally, p: number, report: Report): void {
  const { steps } = plan;
  let come = tally.begun[p]!;
  let gone = 0;
  for (let t = 0; t < steps; t++) {
    let here = 0;
    for (let region = 0; region < plan.regions; region++) {
      const at = (region * plan.pathways + p) * steps + t;
      come += trace.arrived[at]!;
      gone += trace.completed[at]!;
      here += trace.queue[at]! + trace.training[at]!;
    }
    if (come !== here + gone) complain(report, 'conservation', { pathway: p, step: t, come, here, gone });
  }
}
