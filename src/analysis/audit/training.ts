import { NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import { BEFORE, hold, reserve } from './book.js';
import type { Book } from './book.js';
import type { Careers } from './careers.js';
import { countSteps } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** What an audit works on, and one doctor's way through training while it is walked. */
export interface Audit {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly trace: Trace;
  readonly careers: Careers;
  readonly tally: Tally;
  readonly book: Book;
  readonly report: Report;
  readonly rest: Int32Array; // [stretch] steps that the doctor has still to serve
  readonly isPlanned: Uint8Array; // [stretch] see reserveCancelled
}

/** Where a doctor is: `at` is the first step not yet accounted for. */
interface Place {
  readonly row: number;
  readonly variant: number;
  readonly region: number;
  readonly queue: number;
  at: number;
  remaining: number; // steps
  served: number; // steps, in the run
  made: number; // step in which what is being served was reserved
  last: number; // stretch served last
  held: number; // step in which the main supervisor was reserved; NEVER: none is held
  heldFrom: number;
  heldUntil: number;
  isBack: boolean; // waits after leave
  nth: number; // leave that falls due next
  due: number; // steps served when it does; NEVER: none does before the training ends
}

/**
 * Walks a doctor's training from its first step in the run (MODEL 2.1, 3): every block for its personal duration, what must come before it first, leaves
 * where they fall due, waits only before a block that had to find room anew. Notes what was reserved when.
 */
export function walkTraining(audit: Audit, row: number): void {
  const { plan, trace, careers, report } = audit;
  const place = enterTraining(audit, row);
  const end = careers.stayFrom[row + 1]!;
  const lastLeave = careers.leaveFrom[row + 1]!;
  let leave = careers.leaveFrom[row]!;
  for (let i = careers.stayFrom[row]!; ; i++) {
    for (; isDue(audit, place); leave++) {
      if (leave === lastLeave || !takeLeave(audit, place, careers.leaves[leave]!)) return complain(report, 'leave', { row, step: place.at, served: place.served });
    }
    if (i === end) break;
    if (!serve(audit, place, careers.stays[i]!)) {
      const stay = careers.stays[i]!;
      return complain(report, 'stays', { row, stay, stretch: trace.stayStretch[stay]!, from: trace.stayFrom[stay]!, until: trace.stayUntil[stay]!, at: place.at, made: place.made });
    }
  }
  if (leave < lastLeave) complain(report, 'leave', { row, from: trace.leaveFrom[careers.leaves[leave]!]! });
  const mayWait = place.isBack || (plan.mode === 'step' && place.last >= 0);
  const completes = place.remaining === 0 ? place.at : NEVER;
  if (place.remaining > 0 && !mayWait) complain(report, 'stays', { row, at: place.at, remaining: place.remaining });
  if (trace.completes[row] !== completes) complain(report, 'journey', { row, completes: trace.completes[row]!, expected: completes });
  freeMain(audit, place, completes);
  if (completes === NEVER) countSteps(plan, audit.tally.between, place.queue, place.at, plan.steps);
}

function enterTraining(audit: Audit, row: number): Place {
  const { plan, roster, trace, rest } = audit;
  const variant = trace.variant[row]!;
  const region = trace.region[row]!;
  const left = roster.initialLeft[row]!;
  const isInitial = roster.initialVariant[row]! >= 0;
  let remaining = 0;
  for (let s = plan.stretchFrom[variant + 1]! - 1; s >= plan.stretchFrom[variant]!; s--) {
    const given = isInitial ? roster.given?.initialLeft : undefined;
    if (given) rest[s] = given.values[given.from[row]! + s - plan.stretchFrom[variant]!]!;
    else rest[s] = isInitial ? Math.min(plan.stretchLength[s]!, left - remaining) : personalLength(plan.stretchLength[s]!, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
    remaining += rest[s]!;
  }
  const at = isInitial ? 0 : trace.starts[row]!;
  const queue = region * plan.pathways + roster.pathway[row]!;
  const made = isInitial ? BEFORE : at;
  const place: Place = { row, variant, region, queue, at, remaining, served: 0, made, last: -1, held: NEVER, heldFrom: 0, heldUntil: 0, isBack: false, nth: 0, due: NEVER };
  if (roster.leaves > 0) expectLeave(audit, place);
  return place;
}

/** A factor of the length, half up, at least one step (MODEL 3.7). */
function personalLength(steps: number, numerator: number, denominator: number): number {
  if (numerator === denominator) return steps;
  const whole = Math.floor((steps * numerator) / denominator);
  const isUp = 2 * (steps * numerator - whole * denominator) >= denominator;
  return Math.max(1, whole + (isUp ? 1 : 0));
}

/** The leave that falls due next, unless the training ends before (MODEL 3.8). */
function expectLeave({ roster }: Audit, place: Place): void {
  const after = place.nth < roster.leaves ? roster.leaveAfter[place.row * roster.leaves + place.nth]! : 0;
  place.due = after > 0 && after < place.served + place.remaining ? after : NEVER;
}

/** A leave begins in the step after the last one served before it, if that is in the run. */
function isDue({ plan }: Audit, place: Place): boolean {
  return place.due === place.served && place.at < plan.steps;
}

function takeLeave(audit: Audit, place: Place, leave: number): boolean {
  const { plan, roster, trace, tally } = audit;
  const back = place.at + roster.leaveLength[place.row * roster.leaves + place.nth]!;
  if (trace.leaveFrom[leave] !== place.at || trace.leaveUntil[leave] !== back - 1) return false;
  if (!place.isBack) reserveCancelled(audit, place);
  freeMain(audit, place, place.at);
  countSteps(plan, tally.onLeave, place.queue, place.at, back);
  place.at = back;
  place.isBack = true;
  place.nth += 1;
  expectLeave(audit, place);
  return true;
}

/** One stay: may it be there, and what did it reserve? What a leave cut off was reserved too. */
function serve(audit: Audit, place: Place, stay: number): boolean {
  const { plan, trace, tally, book, rest } = audit;
  const stretch = trace.stayStretch[stay]!;
  const from = trace.stayFrom[stay]!;
  const steps = trace.stayUntil[stay]! - from + 1;
  const isPlaced = place.isBack || (plan.mode === 'step' && place.last >= 0);
  const isInTime = isPlaced ? from >= place.at && from < plan.steps : from === place.at;
  const isOfVariant = stretch >= plan.stretchFrom[place.variant]! && stretch < plan.stretchFrom[place.variant + 1]!;
  if (!isInTime || !isOfVariant) return false;
  const whole = rest[stretch]!;
  const cut = place.due - place.served; // steps until the next leave
  const expected = cut < whole && from + cut < plan.steps ? cut : whole;
  if (isPlaced) place.made = from;
  if (whole < 1 || steps !== expected || from + whole > plan.horizon || !mayFollow(audit, place, stretch)) return false;
  countSteps(plan, tally.between, place.queue, place.at, from);
  if (place.held === NEVER) holdMain(audit, place, from, whole);
  const cell = place.region * plan.blocks + plan.stretchBlock[stretch]!;
  reserve(plan, book, place.made, plan.slotsPool[cell]!, from, from + whole - 1, plan.stretchSlots[stretch]!, from + steps);
  reserve(plan, book, place.made, plan.supervisorsPool[cell]!, from, from + whole - 1, plan.stretchLoad[stretch]!, from + steps);
  rest[stretch] = whole - steps;
  place.remaining -= steps;
  place.served += steps;
  place.last = stretch;
  place.at = from + steps;
  place.isBack = false;
  return true;
}

/** Whether all that must be done before a stretch is; the initial state is laid in listed order. */
function mayFollow({ plan, rest }: Audit, place: Place, stretch: number): boolean {
  if (place.made === BEFORE) {
    for (let s = plan.stretchFrom[place.variant]!; s < stretch; s++) if (rest[s]! > 0) return false;
    return true;
  }
  const { from, values } = plan.stretchAfter;
  for (let i = from[stretch]!; i < from[stretch + 1]!; i++) if (rest[values[i]!]! > 0) return false;
  return true;
}

/** A main supervisor is reserved for all that is placed. Step by step it is held on after the block, without a known end (MODEL 3.5). */
function holdMain({ plan }: Audit, place: Place, from: number, whole: number): void {
  place.held = place.made;
  place.heldFrom = from;
  place.heldUntil = Math.min(plan.mode === 'step' ? from + whole : from + place.remaining, plan.horizon) - 1;
}

/** It is given back when leave begins, or at completion. */
function freeMain({ plan, book }: Audit, place: Place, freed: number): void {
  if (place.held === NEVER) return;
  const pool = plan.mainPool[place.region]!;
  const load = plan.variantMainLoad[place.variant]!;
  reserve(plan, book, place.held, pool, place.heldFrom, place.heldUntil, load, freed);
  if (plan.mode === 'step') hold(plan, book, place.held, pool, place.heldUntil + 1, plan.horizon - 1, load, freed);
  place.held = NEVER;
}

/** The blocks after the one that a leave cut off, as far as it is certain in which order they were reserved: the leave gave them back. */
function reserveCancelled(audit: Audit, place: Place): void {
  const { plan, book, rest, isPlanned } = audit;
  if (plan.mode === 'step') return;
  isPlanned.fill(0, plan.stretchFrom[place.variant], plan.stretchFrom[place.variant + 1]);
  isPlanned[place.last] = 1;
  let from = place.at + rest[place.last]!;
  for (let next = onlyNext(audit, place); next >= 0; next = onlyNext(audit, place)) {
    const until = from + rest[next]! - 1;
    const cell = place.region * plan.blocks + plan.stretchBlock[next]!;
    reserve(plan, book, place.made, plan.slotsPool[cell]!, from, until, plan.stretchSlots[next]!, place.at);
    reserve(plan, book, place.made, plan.supervisorsPool[cell]!, from, until, plan.stretchLoad[next]!, place.at);
    isPlanned[next] = 1;
    from = until + 1;
  }
}

/** The stretch that was planned next, if it can have been one only; −1 when there are none or several. */
function onlyNext({ plan, rest, isPlanned }: Audit, place: Place): number {
  const { from, values } = plan.stretchAfter;
  let only = -1;
  for (let s = plan.stretchFrom[place.variant]!; s < plan.stretchFrom[place.variant + 1]!; s++) {
    if (rest[s] === 0 || isPlanned[s] === 1) continue;
    if (place.made === BEFORE) return s;
    let mayFollow = true;
    for (let i = from[s]!; i < from[s + 1]!; i++) if (rest[values[i]!]! > 0 && isPlanned[values[i]!] === 0) mayFollow = false;
    if (mayFollow && only >= 0) return -1;
    if (mayFollow) only = s;
  }
  return only;
}
