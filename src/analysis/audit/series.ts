import { CAUSE, WHOLE, causeCount, unitsAt, unitsFrom } from '../../engine/index.js';
import type { Causes, Plan, Trace } from '../../engine/index.js';
import { placeAt } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** Numbers of doctors of one queue at each step, added up. */
interface Numbers {
  readonly waiting: Int32Array; // [step]
  readonly awaiting: Int32Array; // [step]
  readonly between: Int32Array; // [step] who wait, planned gaps apart
  /** Over the country, as recorded: come in the run and not gone, less those in queue and in training. */
  readonly balance: Int32Array; // [pathway × step]
}

/**
 * The recorded series of every queue against the recount: numbers at every step, Little's identity and attribution (MODEL 11.1, 11.4, 11.6). Loops over steps only say
 * whether something differs, and call nothing: the machine then keeps all that does not change at hand.
 */
export function checkSeries(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const { steps, pathways } = plan;
  const numbers: Numbers = { waiting: new Int32Array(steps), awaiting: new Int32Array(steps), between: new Int32Array(steps), balance: new Int32Array(pathways * steps) };
  const sums = new Float64Array(plan.steps);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    const isQueueRight = isQueueAsCounted(plan, trace, tally, queue, numbers);
    const isTrainingRight = isTrainingAsCounted(plan, trace, tally, queue, numbers);
    if (!isQueueRight || !isTrainingRight) tellOfNumbers(plan, trace, tally, queue, report);
    checkLittle(plan, trace, tally, queue, report);
    checkSums(plan, trace.causes, queue, numbers.waiting, sums, report);
    checkAwaiting(plan, trace, queue, numbers.awaiting, report);
    checkSums(plan, trace.betweenCauses, queue, numbers.between, sums, report);
    checkBetween(plan, trace, queue, report);
  }
  for (let p = 0; p < plan.pathways; p++) checkConservation(plan, tally, numbers, p, report);
}

/** Adds up who comes into one queue and goes out of it, comparing as it goes. */
function isQueueAsCounted(plan: Plan, { queue, training, arrived, left, completed }: Trace, tally: Tally, which: number, { waiting, awaiting, balance }: Numbers): boolean {
  const { steps, pathways } = plan;
  const { queue: queueChanges, awaiting: awaitingChanges, arrived: arrivals, left: leavers } = tally;
  const national = (which % pathways) * steps;
  let [inQueue, notStood, come, differs] = [0, 0, 0, 0];
  let place = placeAt(plan, which, 0);
  let at = which * steps;
  for (let t = 0; t < steps; t++) {
    waiting[t] = inQueue += queueChanges[place]!;
    awaiting[t] = notStood += awaitingChanges[place]!;
    differs |= (queue[at]! ^ inQueue) | (arrived[at]! ^ arrivals[place]!) | (left[at]! ^ leavers[place]!);
    come += arrived[at]! - completed[at]! - left[at]!;
    balance[national + t]! += come - queue[at]! - training[at]!;
    place += 1;
    at += 1;
  }
  return differs === 0;
}

/** The same of who is employed. */
function isTrainingAsCounted(plan: Plan, { training, between, onLeave, started, completed }: Trace, tally: Tally, which: number, numbers: Numbers): boolean {
  const { steps } = plan;
  const { training: trainingChanges, between: betweenChanges, gaps: gapChanges, onLeave: leaveChanges, started: starters, completed: completers } = tally;
  const { between: waiting } = numbers;
  let [inTraining, inBetween, inGaps, away, differs] = [0, 0, 0, 0, 0];
  let place = placeAt(plan, which, 0);
  let at = which * steps;
  for (let t = 0; t < steps; t++) {
    inTraining += trainingChanges[place]!;
    inBetween += betweenChanges[place]!;
    inGaps += gapChanges[place]!;
    away += leaveChanges[place]!;
    waiting[t] = inBetween - inGaps;
    differs |= (training[at]! ^ inTraining) | (between[at]! ^ inBetween) | (onLeave[at]! ^ away) | (started[at]! ^ starters[place]!) | (completed[at]! ^ completers[place]!);
    place += 1;
    at += 1;
  }
  return differs === 0;
}

/** Tells of every step in which a number of one queue is another than counted. */
function tellOfNumbers(plan: Plan, trace: Trace, tally: Tally, queue: number, report: Report): void {
  const sums = { queue: 0, training: 0, between: 0, onLeave: 0 };
  for (let t = 0; t < plan.steps; t++) {
    const place = placeAt(plan, queue, t);
    for (const kind of ['queue', 'training', 'between', 'onLeave'] as const) tell(kind, (sums[kind] += tally[kind][place]!), t);
    for (const kind of ['arrived', 'left', 'started', 'completed'] as const) tell(kind, tally[kind][place]!, t);
  }
  function tell(kind: keyof typeof sums | 'arrived' | 'left' | 'started' | 'completed', counted: number, t: number): void {
    const recorded = trace[kind][queue * plan.steps + t]!;
    if (recorded !== counted) complain(report, 'conservation', { queue, step: t, [`${kind}-recorded`]: recorded, counted });
  }
}

/** Σ queue = Σ waits, those still waiting counted to the end of the run. */
function checkLittle({ steps }: Plan, { queue: recorded }: Trace, { waited }: Tally, queue: number, report: Report): void {
  let queues = 0;
  for (let at = queue * steps; at < (queue + 1) * steps; at++) queues += recorded[at]!;
  if (queues !== waited[queue]) complain(report, 'little', { queue, queues, waits: waited[queue]! });
}

/** Causes of a kind of wait at each step: none negative, together one whole for each doctor who waits. */
function checkSums(plan: Plan, booked: Causes, queue: number, waiting: Int32Array, sums: Float64Array, report: Report): void {
  const causes = causeCount(plan);
  sums.fill(0);
  let isSound = true;
  for (let cause = 0; cause < causes; cause++) {
    const at = unitsFrom(booked, queue * causes + cause);
    if (at >= 0) isSound = addUnits(booked.units, at, sums) && isSound;
  }
  if (!isSound) tellOfUnits(plan, booked, queue, report);
  if (!isWhole(sums, waiting)) tellOfSums(sums, waiting, queue, report);
}

/** Adds what is booked on a cause to the sums; whether none of it is negative or less than a whole unit. */
function addUnits(units: Causes['units'], from: number, sums: Float64Array): boolean {
  let isSound = true;
  for (let t = 0; t < sums.length; t++) {
    const booked = units[from + t]!;
    if (!(booked >= 0) || booked !== Math.floor(booked)) isSound = false;
    sums[t]! += booked;
  }
  return isSound;
}

function isWhole(sums: Float64Array, waiting: Int32Array): boolean {
  let isSame = true;
  for (let t = 0; t < sums.length; t++) if (sums[t] !== WHOLE * waiting[t]!) isSame = false;
  return isSame;
}

function tellOfUnits(plan: Plan, booked: Causes, queue: number, report: Report): void {
  const causes = causeCount(plan);
  for (let cause = 0; cause < causes; cause++) {
    for (let t = 0; t < plan.steps; t++) {
      const units = unitsAt(booked, queue * causes + cause, t);
      if (!(units >= 0) || units !== Math.floor(units)) complain(report, 'attribution', { queue, step: t, cause, units });
    }
  }
}

function tellOfSums(sums: Float64Array, waiting: Int32Array, queue: number, report: Report): void {
  for (let t = 0; t < sums.length; t++) if (sums[t] !== WHOLE * waiting[t]!) complain(report, 'attribution', { queue, step: t, units: sums[t]!, waiting: waiting[t]! });
}

/** `awaiting-intake` is booked for exactly those who have not yet stood in one. */
function checkAwaiting(plan: Plan, { causes }: Trace, queue: number, awaiting: Int32Array, report: Report): void {
  const line = queue * causeCount(plan) + CAUSE.awaitingIntake;
  if (isBookedFor(causes, unitsFrom(causes, line), awaiting)) return;
  for (let t = 0; t < plan.steps; t++) {
    const units = unitsAt(causes, line, t);
    if (units !== WHOLE * awaiting[t]!) complain(report, 'awaiting-intake', { queue, step: t, units, awaiting: awaiting[t]! });
  }
}

function isBookedFor({ units }: Causes, from: number, waiting: Int32Array): boolean {
  let isSame = true;
  for (let t = 0; t < waiting.length; t++) if ((from < 0 ? 0 : units[from + t]!) !== WHOLE * waiting[t]!) isSame = false;
  return isSame;
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
function checkConservation({ steps }: Plan, { begun }: Tally, { balance }: Numbers, p: number, report: Report): void {
  for (let t = 0; t < steps; t++) {
    const missing = begun[p]! + balance[p * steps + t]!;
    if (missing !== 0) complain(report, 'conservation', { pathway: p, step: t, missing });
  }
}
