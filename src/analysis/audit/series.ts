import { isSameColumn } from '../../base/index.js';
import { CAUSE, WHOLE, causeCount, unitsAt, unitsFrom } from '../../engine/index.js';
import type { Causes, Plan, Trace } from '../../engine/index.js';
import { columnOf, layAny } from './scratch.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/**
 * The recorded series of every queue against the recount: numbers at every step, Little's identity and attribution (MODEL 11.1, 11.4, 11.6). Adds up the changes of the
 * tally. Loops over steps only say whether something differs, and call nothing: the machine then keeps all that does not change at hand.
 */
export function checkSeries(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const missing = addUp(plan, tally);
  for (let i = 0; i < missing.length; i++) if (missing[i] !== 0) complain(report, 'conservation', { pathway: Math.floor(i / plan.steps), step: i % plan.steps, missing: missing[i]! });
  const moved = [tally.between, tally.gaps, tally.onLeave].filter((changes) => !isSameColumn(changes, columnOf(0, changes.length)));
  for (const changes of moved) addUpOne(changes, plan.steps);
  if (!NUMBERS.every((kind) => isSameColumn(trace[kind], tally[kind]))) tellOfNumbers(plan, trace, tally, report);
  const lines = new Int32Array(causeCount(plan)); // where the causes of a queue lie
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    checkLittle(plan, trace, tally, queue, report);
    checkSums(plan, trace.causes, queue, tally.queue, lines, report);
    checkAwaiting(plan, trace, queue, tally.awaiting, report);
  }
  if (moved.length > 0 || trace.betweenCauses.lines > 0) checkBetween(plan, trace, tally, lines, report);
}

const NUMBERS = ['queue', 'training', 'between', 'onLeave', 'arrived', 'left', 'started', 'completed'] as const;

/**
 * Makes numbers of the changes from step to step. Returns what is missing over the country, in every step: arrived = came into the queue or into training, completed or
 * left; those there from the beginning came in before.
 */
function addUp({ steps, regions, pathways }: Plan, { queue, awaiting, training, arrived, left, completed, begun }: Tally): Int32Array {
  const missing = new Int32Array(pathways * steps); // [pathway × step]
  for (let p = 0; p < pathways; p++) missing[p * steps] = begun[p]!;
  for (let cell = 0; cell < regions * pathways; cell++) {
    const national = (cell % pathways) * steps;
    let [waiting, notStood, employed] = [0, 0, 0];
    let at = cell * steps;
    for (let t = 0; t < steps; t++) {
      const more = arrived[at]! - left[at]! - completed[at]! - queue[at]! - training[at]!;
      if (more !== 0) missing[national + t]! += more; // where doctors move, or are there from the beginning
      queue[at] = waiting += queue[at]!;
      awaiting[at] = notStood += awaiting[at]!;
      training[at] = employed += training[at]!;
      at += 1;
    }
  }
  return missing;
}

function addUpOne(changes: Int32Array, steps: number): void {
  for (let from = 0; from < changes.length; from += steps) {
    let sum = 0;
    for (let at = from; at < from + steps; at++) changes[at] = sum += changes[at]!;
  }
}

/** Tells of every step in which a number is another than counted. */
function tellOfNumbers({ steps }: Plan, trace: Trace, tally: Tally, report: Report): void {
  for (const kind of NUMBERS) {
    for (let at = 0; at < tally[kind].length; at++) {
      const [recorded, counted] = [trace[kind][at]!, tally[kind][at]!];
      if (recorded !== counted) complain(report, 'conservation', { cell: Math.floor(at / steps), step: at % steps, [kind]: recorded, counted });
    }
  }
}

/** Σ queue = Σ waits, those still waiting counted to the end of the run. */
function checkLittle({ steps }: Plan, { queue: recorded }: Trace, { waited }: Tally, queue: number, report: Report): void {
  let queues = 0;
  for (let at = queue * steps; at < (queue + 1) * steps; at++) queues += recorded[at]!;
  if (queues !== waited[queue]) complain(report, 'little', { queue, queues, waits: waited[queue]! });
}

/** Causes of a kind of wait at each step: none negative, together one whole for each doctor who waits. */
function checkSums(plan: Plan, booked: Causes, queue: number, waiting: Int32Array, lines: Int32Array, report: Report): void {
  const causes = causeCount(plan);
  let count = 0;
  for (let cause = 0; cause < causes; cause++) {
    const from = unitsFrom(booked, queue * causes + cause);
    if (from >= 0) lines[count++] = from;
  }
  if (!isWhole(booked.units, lines, count, waiting, queue * plan.steps, plan.steps)) tellOfUnits(plan, booked, queue, waiting, report);
}

/** Whether the lines add up to as many wholes as doctors wait, and nothing in them is negative or less than a unit. */
function isWhole(units: Causes['units'], lines: Int32Array, count: number, waiting: Int32Array, from: number, steps: number): boolean {
  let isSound = true;
  for (let t = 0; t < steps; t++) {
    let sum = 0;
    for (let line = 0; line < count; line++) {
      const booked = units[lines[line]! + t]!;
      if (!(booked >= 0) || booked !== Math.floor(booked)) isSound = false;
      sum += booked;
    }
    if (sum !== WHOLE * waiting[from + t]!) isSound = false;
  }
  return isSound;
}

function tellOfUnits(plan: Plan, booked: Causes, queue: number, waiting: Int32Array, report: Report): void {
  const causes = causeCount(plan);
  for (let t = 0; t < plan.steps; t++) {
    let sum = 0;
    for (let cause = 0; cause < causes; cause++) {
      const units = unitsAt(booked, queue * causes + cause, t);
      if (!(units >= 0) || units !== Math.floor(units)) complain(report, 'attribution', { queue, step: t, cause, units });
      sum += units;
    }
    const doctors = waiting[queue * plan.steps + t]!;
    if (sum !== WHOLE * doctors) complain(report, 'attribution', { queue, step: t, units: sum, waiting: doctors });
  }
}

/** `awaiting-intake` is booked for exactly those who have not yet stood in one. */
function checkAwaiting(plan: Plan, { causes }: Trace, queue: number, awaiting: Int32Array, report: Report): void {
  const line = queue * causeCount(plan) + CAUSE.awaitingIntake;
  if (isBookedFor(causes, unitsFrom(causes, line), awaiting, queue * plan.steps)) return;
  for (let t = 0; t < plan.steps; t++) {
    const [units, doctors] = [unitsAt(causes, line, t), awaiting[queue * plan.steps + t]!];
    if (units !== WHOLE * doctors) complain(report, 'awaiting-intake', { queue, step: t, units, awaiting: doctors });
  }
}

function isBookedFor({ units, steps }: Causes, from: number, awaiting: Int32Array, at: number): boolean {
  let isSame = true;
  for (let t = 0; t < steps; t++) if ((from < 0 ? 0 : units[from + t]!) !== WHOLE * awaiting[at + t]!) isSame = false;
  return isSame;
}

/**
 * Causes of waits between blocks and after leave, planned gaps apart. Nobody waits there for an intake or a position (MODEL 2.5), nor for an ST post, which is held all the
 * while (MODEL 3.9).
 */
function checkBetween(plan: Plan, { betweenCauses }: Trace, { between, gaps }: Tally, lines: Int32Array, report: Report): void {
  const waiting = layAny('waiting between', between.length);
  for (let at = 0; at < waiting.length; at++) waiting[at] = between[at]! - gaps[at]!;
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    checkSums(plan, betweenCauses, queue, waiting, lines, report);
    checkNone(plan, betweenCauses, queue, CAUSE.awaitingIntake, report);
    checkNone(plan, betweenCauses, queue, CAUSE.positions, report);
    if (plan.hasStPosts) checkNone(plan, betweenCauses, queue, causeCount(plan) - 1, report);
  }
}

function checkNone(plan: Plan, booked: Causes, queue: number, cause: number, report: Report): void {
  const from = unitsFrom(booked, queue * causeCount(plan) + cause);
  if (from < 0) return;
  for (let t = 0; t < plan.steps; t++) if (booked.units[from + t] !== 0) complain(report, 'attribution', { queue, step: t, between: cause, units: booked.units[from + t]! });
}
