import { NEVER } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { BEFOREHAND, DOCTORS, INITIAL, IS_APART, ITINERARY_FIELDS, LISTED, SPAN, WHAT } from './itineraries.js';
import type { Itineraries, Reserved } from './itineraries.js';
import { personalLength } from './lengths.js';
import { HIGH, LOW, highOf, lowOf, pairOf } from './pairs.js';
import type { Audit } from './place.js';
import { layAny } from './scratch.js';
import { LENGTH, MUST_BE_DONE, NEED_FIELDS } from './tables.js';
import { countSteps } from './tally.js';
import { ALL_STRETCHES, APART, AT, FROM, HAS_BEGUN, IS_INITIAL, IS_STRETCHED, LEFT_TO_DO, MOST_STRETCHES, QUEUE, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/** Follows those who have not gone through an itinerary as a whole: each booking takes its doctor a block further, or through all of them. False when one does not fit. */
export function followBookings(audit: Audit, ways: Ways, all: Itineraries, { of, isOneEach, others, count }: Reserved): boolean {
  if (audit.plan.mode === 'step') return followBlocks(audit, ways, all);
  if (!isOneEach) return false;
  for (let other = 0; other < count; other++) {
    const row = others[other]!;
    const itinerary = of[row]! - 1;
    if (itinerary >= 0 && !followOther(audit, ways, all, row, itinerary)) return false;
  }
  return true;
}

/** One booking by itself; of who is followed alone it is only noted. */
function followOther(audit: Audit, ways: Ways, all: Itineraries, row: number, itinerary: number): boolean {
  const from = ways[row * WAY_FIELDS + FROM]!;
  if (from === 0) return false;
  if (from !== APART) return followBooking(audit, ways, all, row, itinerary);
  all[itinerary * ITINERARY_FIELDS + IS_APART] = 1;
  return true;
}

/** The same step by step, where each booking is of one block: those in training when the run began have reserved their first one before everybody else. */
function followBlocks(audit: Audit, ways: Ways, all: Itineraries): boolean {
  const { bookings, bookingRow, bookingItinerary, itineraries } = audit.trace;
  let first = 0;
  while (first < bookings && isInitialFirst(ways, bookingRow[first]!) && bookingItinerary[first]! >>> 0 < itineraries) {
    if (!followOther(audit, ways, all, bookingRow[first]!, bookingItinerary[first]!)) return false;
    first += 1;
  }
  const others = layAny('other bookings', bookings);
  const odd = followPlainBlocks(audit, ways, all, first, others);
  for (let i = 0; i < odd; i++) if (!followOther(audit, ways, all, bookingRow[others[i]!]!, bookingItinerary[others[i]!]!)) return false;
  return odd >= 0;
}

function isInitialFirst(ways: Ways, row: number): boolean {
  return (ways[row * WAY_FIELDS + LEFT_TO_DO]! & (IS_INITIAL | HAS_BEGUN)) === IS_INITIAL;
}

/**
 * Follows the bookings of those in full time from one on; lists the others, and returns how many, −1 when one does not fit. Nothing is called for a booking: the machine then
 * keeps all that does not change at hand.
 */
function followPlainBlocks(audit: Audit, ways: Ways, all: Itineraries, since: number, others: Int32Array): number {
  const { plan: { steps }, roster: { rows }, tally: { between }, trace: { bookings, bookingRow, bookingItinerary, itineraries } } = audit;
  let odd = 0;
  for (let booking = since; booking < bookings; booking++) {
    const row = bookingRow[booking]!;
    const itinerary = bookingItinerary[booking]!;
    if (row >>> 0 >= rows || itinerary >>> 0 >= itineraries) return -1;
    const at = row * WAY_FIELDS;
    const first = ways[at + FROM]!;
    const known = itinerary * ITINERARY_FIELDS;
    const stretch = all[known + WHAT]!;
    const left = ways[at + LEFT_TO_DO]!;
    if (first <= 0 || stretch < 0 || (left & (IS_INITIAL | IS_STRETCHED)) !== 0) {
      others[odd++] = booking;
      continue;
    }
    const span = all[known + SPAN]!;
    const nth = stretch - first + 1;
    const from = span >>> HIGH;
    const free = ways[at + AT]!;
    // It is still to be done, which it can be only where the doctor is employed, and what comes before it is done.
    if (nth >>> 0 >= MOST_STRETCHES || (((~left >>> nth) & 1) | (left & all[known + BEFOREHAND]!)) !== 0 || from >= steps) return -1;
    if (from !== free) {
      if ((left & HAS_BEGUN) === 0 || from < free) return -1;
      const line = ways[at + QUEUE]! * steps;
      between[line + free]! += 1;
      between[line + from]! -= 1;
    }
    ways[at + AT] = span & LOW;
    ways[at + LEFT_TO_DO] = (left & ~(1 << nth)) | HAS_BEGUN;
    all[known + DOCTORS]! += 1;
  }
  return odd;
}

function followBooking(audit: Audit, ways: Ways, all: Itineraries, row: number, itinerary: number): boolean {
  const { itineraryFrom } = audit.trace;
  const at = row * WAY_FIELDS;
  const left = ways[at + LEFT_TO_DO]!;
  const isFirst = audit.plan.mode !== 'step' || (left & HAS_BEGUN) === 0;
  all[itinerary * ITINERARY_FIELDS + (isFirst && (left & IS_INITIAL) !== 0 ? INITIAL : DOCTORS)]! += 1;
  if (takesWhole(audit, ways, all, row, itinerary)) return true;
  const isPlain = (left & (IS_INITIAL | IS_STRETCHED)) === 0;
  const end = itineraryFrom[itinerary + 1]!;
  for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) if (!(isPlain ? followStay : followOwn)(audit, ways, row, stay)) return false;
  return true;
}

/** A whole itinerary of the doctor's form, from the start on; or the rest of one, of who was in training when the run began. */
function takesWhole({ plan, roster, trace }: Audit, ways: Ways, all: Itineraries, row: number, itinerary: number): boolean {
  const at = row * WAY_FIELDS;
  const known = itinerary * ITINERARY_FIELDS;
  const left = ways[at + LEFT_TO_DO]!;
  if (plan.mode === 'step' || (left & (IS_STRETCHED | HAS_BEGUN)) !== 0) return false;
  const isInitial = (left & IS_INITIAL) !== 0;
  const pair = pairOf(trace.variant[row]!, regionOf(plan, ways, row));
  const [start, end] = [highOf(all[known + SPAN]!), lowOf(all[known + SPAN]!)];
  if (all[known + WHAT] !== (isInitial ? LISTED - pair : pair) || start !== ways[at + AT] || (isInitial && end !== roster.initialLeft[row])) return false;
  ways[at + AT] = end;
  ways[at + LEFT_TO_DO] = HAS_BEGUN | (left & IS_INITIAL);
  return true;
}

function regionOf({ pathways }: Plan, ways: Ways, row: number): number {
  return Math.floor(ways[row * WAY_FIELDS + QUEUE]! / pathways);
}

/** The place of a stretch in the doctor's form: below zero, or past those that are left, where it is of another. */
function nthOf({ plan }: Audit, ways: Ways, row: number, stretch: number): number {
  return regionOf(plan, ways, row) * plan.stretchBlock.length + stretch - ways[row * WAY_FIELDS + FROM]! + 1;
}

/** A stay in full time: for the listed duration, what must come before it first, at once or, step by step, after a wait. */
function followStay(audit: Audit, ways: Ways, row: number, stay: number): boolean {
  const { plan, trace, tables: { needs } } = audit;
  const isStepwise = plan.mode === 'step';
  const at = row * WAY_FIELDS;
  const free = ways[at + AT]!;
  const left = ways[at + LEFT_TO_DO]!;
  const stretch = trace.stayStretch[stay]!;
  const nth = nthOf(audit, ways, row, stretch);
  if (nth >>> 0 >= MOST_STRETCHES) return false;
  const need = stretch * NEED_FIELDS;
  const from = trace.stayFrom[stay]!;
  const end = from + needs[need + LENGTH]!;
  // It is still to be done, and none of the others differs from what it should be.
  const differs = ((~left >>> nth) & 1) | (left & needs[need + MUST_BE_DONE]!) | (trace.stayUntil[stay]! + 1 - end) | (trace.stayRegion[stay]! ^ regionOf(plan, ways, row)) | (trace.stayAgreement[stay]! + 1);
  if (differs !== 0) return false;
  if (from !== free) {
    if (!isStepwise || (left & HAS_BEGUN) === 0 || from < free || from >= plan.steps) return false;
    countSteps(plan, audit.tally.between, ways[at + QUEUE]!, free, from);
  } else if (isStepwise && from >= plan.steps) return false;
  ways[at + AT] = end;
  ways[at + LEFT_TO_DO] = (left & ~(1 << nth)) | HAS_BEGUN;
  return true;
}

/** The stay of one who was in training when the run began, or takes longer than planned. */
function followOwn(audit: Audit, ways: Ways, row: number, stay: number): boolean {
  const { plan, trace, tables: { needs } } = audit;
  const isStepwise = plan.mode === 'step';
  const [stretch, from] = [trace.stayStretch[stay]!, trace.stayFrom[stay]!];
  const at = row * WAY_FIELDS;
  const free = ways[at + AT]!;
  const left = ways[at + LEFT_TO_DO]!;
  const nth = nthOf(audit, ways, row, stretch);
  if (!(nth >= 0 && nth < MOST_STRETCHES && ((left >>> nth) & 1) === 1)) return false;
  const isPlaced = !isStepwise || (left & HAS_BEGUN) === 0;
  const isInitial = isPlaced && (left & IS_INITIAL) !== 0;
  const before = isInitial ? (1 << nth) - 1 : needs[stretch * NEED_FIELDS + MUST_BE_DONE]!;
  const end = from + lengthOf(audit, row, stretch, left);
  if (((left & before) | (trace.stayUntil[stay]! + 1 - end) | (trace.stayRegion[stay]! ^ regionOf(plan, ways, row)) | (trace.stayAgreement[stay]! + 1)) !== 0) return false;
  if (from !== free) {
    if (isPlaced || from < free || from >= plan.steps) return false;
    countSteps(plan, audit.tally.between, ways[at + QUEUE]!, free, from);
  } else if (!isPlaced && from >= plan.steps) return false;
  ways[at + AT] = end;
  // Of those in training when the run began only the first block may be shorter than listed: step by step they are then as all others.
  ways[at + LEFT_TO_DO] = (left & ~(1 << nth) & (isStepwise ? ~IS_INITIAL : -1)) | HAS_BEGUN;
  return true;
}

function lengthOf({ plan, roster, tables }: Audit, row: number, stretch: number, left: number): number {
  const steps = plan.stretchLength[stretch]!;
  if ((left & IS_INITIAL) !== 0) return Math.min(steps, roster.initialLeft[row]! - tables.lengthAfter[stretch]!);
  return personalLength(steps, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
}

/** Everything has to be done at the end, and the training completed in the step after; step by step a doctor may still wait for a block. */
export function followToEnds(audit: Audit, ways: Ways, { others, count }: Reserved): boolean {
  const { plan, plan: { steps, horizon }, roster: { rows }, trace: { completes: completesOf }, tally: { training, completed, between } } = audit;
  const isStepwise = plan.mode === 'step';
  const many = isStepwise ? rows : count;
  for (let i = 0; i < many; i++) {
    const row = isStepwise ? i : others[i]!;
    const way = row * WAY_FIELDS;
    if (ways[way + FROM]! <= 0) continue;
    const left = ways[way + LEFT_TO_DO]!;
    const at = ways[way + AT]!;
    const completes = completesOf[row]!;
    const isDone = (left & ALL_STRETCHES) === 0;
    // A way past the horizon is found only here: what it booked there counts for nothing then.
    const isRight = at > horizon ? false : isDone ? completes === at : completes === NEVER && isStepwise && (left & HAS_BEGUN) !== 0;
    if (!isRight) return false;
    const queue = ways[way + QUEUE]!;
    if (completes < steps) {
      training[queue * steps + completes]! -= 1;
      completed[queue * steps + completes]! += 1;
    }
    if (!isDone) countSteps(plan, between, queue, at, steps);
    // Step by step a form is not plain where the main supervisor has something to do.
    if (!isStepwise) reserveMain(audit, row, regionOf(plan, ways, row), (left & IS_INITIAL) !== 0, at);
  }
  return true;
}

function reserveMain({ plan, trace, book }: Audit, row: number, region: number, isInitial: boolean, at: number): void {
  const from = isInitial ? 0 : trace.starts[row]!;
  if (at > from) reserve(plan, book, isInitial ? BEFORE : from, plan.mainPool[region]!, from, at - 1, plan.variantMainLoad[trace.variant[row]!]!, NEVER);
}

/** Leaves are only of those who are followed by themselves. */
export function hasOnlyLeavesApart({ trace }: Audit, ways: Ways): boolean {
  for (let leave = 0; leave < trace.leaves; leave++) if (ways[trace.leaveRow[leave]! * WAY_FIELDS + FROM] !== APART) return false;
  return true;
}
