import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import type { Audit } from './place.js';
import { layZeros } from './scratch.js';
import { ALL_LEFT, BEFOREHAND, FIRST_STRETCH, FORM_FIELDS, IS_PLAIN, LENGTH, NEEDS_POSITION, NEED_FIELDS, TAKE_FIELDS } from './tables.js';
import { COMPLETED, FILLED, QUEUE, STARTED, TRAINING, countsAt } from './tally.js';
import { MOST_STRETCHES } from './ways.js';

/** What is known of every itinerary before any of its doctors is looked at, and how many there are. */
export type Itineraries = Int32Array; // [itinerary × field]

export const ITINERARY_FIELDS = 8;
/** The form of which it is all blocks, in full time and without gaps, from an intake on; −1 where it is anything else. */
export const VARIANT = 0;
export const START = 1;
/** The step after the last block. */
export const END = 2;
export const REGION = 3;
/** The queue of those who start so at home. */
export const OWN_QUEUE = 4;
/** Step by step, instead: the stretch that is all of it, in full time and at home; −1 where it is anything else. */
export const STRETCH = 4;
/** Doctors who have reserved it in the run, and those for whom it was reserved before. */
export const DOCTORS = 5;
export const INITIAL = 6;
/** Bits: somebody has reserved it who is followed alone; it begins with the run, and its blocks are the last steps of those of its form as listed. */
export const FLAGS = 7;
export const IS_APART = 1;
export const IS_LISTED = 2;

/** The itinerary that each doctor has reserved. */
export interface Reserved {
  /** The itinerary and one more; 0 none, or not looked for step by step. */
  readonly of: Int32Array; // [row]
  /** Nobody has reserved more than one, and all of them are there. */
  readonly isOneEach: boolean;
  /** Those who are not known to have gone through one as a whole. */
  readonly others: Int32Array; // [place] row
  count: number; // of the others
}

/** Lays which itinerary each doctor has reserved. */
export function layReserved({ plan, roster: { rows }, trace }: Audit): Reserved {
  const of = layZeros('reserved', rows);
  const others = layZeros('others', rows);
  return { of, isOneEach: plan.mode !== 'step' && countOdd(of, trace, rows) === 0, others, count: 0 };
}

/** Notes every doctor's itinerary; how many bookings are not the first of a doctor, or of somebody or something that is not there. */
function countOdd(of: Int32Array, { bookings, bookingRow, bookingItinerary, itineraries }: Audit['trace'], rows: number): number {
  let odd = 0;
  for (let booking = 0; booking < bookings; booking++) {
    const row = bookingRow[booking]!;
    const itinerary = bookingItinerary[booking]!;
    if (row >= 0 && row < rows && of[row] === 0 && itinerary >= 0 && itinerary < itineraries) of[row] = itinerary + 1;
    else odd += 1;
  }
  return odd;
}

/** Lays what is known of every itinerary; null where stays do not lie in the itineraries one after another. */
export function layItineraries(audit: Audit): Itineraries | null {
  const { itineraries, itineraryFrom, stays } = audit.trace;
  if (!(itineraries < itineraryFrom.length && itineraryFrom[0] === 0 && itineraryFrom[itineraries] === stays && stays <= audit.trace.stayFrom.length)) return null;
  if (!isInOrder(itineraryFrom, itineraries)) return null;
  const all = layZeros('itineraries', itineraries * ITINERARY_FIELDS);
  for (let i = 0; i < itineraries; i++) describe(audit, all, i);
  return all;
}

function isInOrder(itineraryFrom: Int32Array, itineraries: number): boolean {
  for (let i = 0; i < itineraries; i++) if (!(itineraryFrom[i]! <= itineraryFrom[i + 1]!)) return false;
  return true;
}

function describe(audit: Audit, all: Itineraries, itinerary: number): void {
  const { plan, trace: { itineraryFrom, stayStretch, stayFrom, stayRegion }, tables: { forms, variantOf, intakes } } = audit;
  const at = itinerary * ITINERARY_FIELDS;
  all[at + VARIANT] = -1;
  all[at + STRETCH] = -1;
  const first = itineraryFrom[itinerary]!;
  if (plan.mode === 'step') return describeBlock(audit, all, itinerary);
  if (first === itineraryFrom[itinerary + 1]) return;
  const variant = variantOf[stayStretch[first]!] ?? -1;
  const region = stayRegion[first]!;
  const start = stayFrom[first]!;
  if (variant < 0 || forms[variant * FORM_FIELDS + IS_PLAIN] !== 1 || !(region >= 0 && region < plan.regions) || !(start >= 0 && start < plan.steps)) return;
  const queue = region * plan.pathways + plan.variantPathway[variant]!;
  const end = endOf(audit, itinerary, variant, region);
  const isWhole = end >= 0 && intakes.first[queue * (plan.steps + 1) + start] === start;
  const isListed = !isWhole && start === 0 && isRestAsListed(audit, itinerary, variant, region);
  if (!isWhole && !isListed) return;
  all[at + VARIANT] = variant;
  all[at + START] = start;
  all[at + END] = isWhole ? end : audit.trace.stayUntil[itineraryFrom[itinerary + 1]! - 1]! + 1;
  all[at + REGION] = region;
  all[at + OWN_QUEUE] = isWhole ? queue : -1;
  all[at + FLAGS] = isListed ? IS_LISTED : 0;
}

/** Whether the stays are the last steps of a form, block by block as listed, from the beginning of the run. */
function isRestAsListed({ plan, trace, tables: { lengthAfter } }: Audit, itinerary: number, variant: number, region: number): boolean {
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const first = itineraryFrom[itinerary]!;
  const end = itineraryFrom[itinerary + 1]!;
  let free = 0;
  let stretch = stayStretch[first]!;
  for (let stay = first; stay < end; stay++) {
    const steps = stayUntil[stay]! + 1 - stayFrom[stay]!;
    const isWhole = stay === first ? steps >= 1 && steps <= plan.stretchLength[stretch]! : steps === plan.stretchLength[stretch]!;
    if (stayStretch[stay] !== stretch || !isWhole || stayFrom[stay] !== free || stayRegion[stay] !== region || stayAgreement[stay] !== -1) return false;
    free += steps;
    stretch += 1;
  }
  return stretch === plan.stretchFrom[variant + 1] && lengthAfter[stretch - 1] === 0 && free <= plan.horizon;
}

function describeBlock({ plan, trace, tables: { needs } }: Audit, all: Itineraries, itinerary: number): void {
  const stay = trace.itineraryFrom[itinerary]!;
  const stretch = trace.stayStretch[stay]!;
  const region = trace.stayRegion[stay]!;
  const isOfPlan = trace.itineraryFrom[itinerary + 1] === stay + 1 && stretch >= 0 && stretch < plan.stretchBlock.length && region >= 0 && region < plan.regions;
  if (!isOfPlan || trace.stayAgreement[stay] !== -1 || trace.stayUntil[stay]! + 1 - trace.stayFrom[stay]! !== needs[stretch * NEED_FIELDS + LENGTH]) return;
  const at = itinerary * ITINERARY_FIELDS;
  all[at + START] = trace.stayFrom[stay]!;
  all[at + END] = trace.stayUntil[stay]! + 1;
  all[at + REGION] = region;
  all[at + STRETCH] = stretch;
}

/** The step after the last block, where all blocks of a form follow each other as they should; −1 where not. */
function endOf({ plan, trace, tables: { forms, needs } }: Audit, itinerary: number, variant: number, region: number): number {
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const base = forms[variant * FORM_FIELDS + FIRST_STRETCH]!;
  let left = forms[variant * FORM_FIELDS + ALL_LEFT]!;
  let free = stayFrom[itineraryFrom[itinerary]!]!;
  for (let stay = itineraryFrom[itinerary]!; stay < itineraryFrom[itinerary + 1]!; stay++) {
    const nth = stayStretch[stay]! - base;
    if (!(nth >= 0 && nth < MOST_STRETCHES) || ((left >>> nth) & 1) === 0 || stayFrom[stay] !== free || stayRegion[stay] !== region || stayAgreement[stay] !== -1) return -1;
    const need = stayStretch[stay]! * NEED_FIELDS;
    if ((left & needs[need + BEFOREHAND]!) !== 0) return -1;
    free += needs[need + LENGTH]!;
    if (stayUntil[stay] !== free - 1) return -1;
    left &= ~(1 << nth);
  }
  return left === 0 && free <= plan.horizon ? free : -1;
}

/** Counts those who go through one as a whole, as many as there are. */
export function countWholes(audit: Audit, all: Itineraries): void {
  for (let at = 0; at < all.length; at += ITINERARY_FIELDS) {
    if (all[at + DOCTORS]! > 0) countStarters(audit, all, at);
    else if (all[at + INITIAL]! > 0) countInitial(audit, all, at);
  }
}

/** Those who start so at home: out of the queue, into training, and out of it at the end; the main supervisor is held all the while. */
function countStarters({ plan, tables: { forms }, tally: { counts, waited }, book }: Audit, all: Itineraries, at: number): void {
  const doctors = all[at + DOCTORS]!;
  const [variant, start, end, queue] = [all[at + VARIANT]!, all[at + START]!, all[at + END]!, all[at + OWN_QUEUE]!];
  const from = countsAt(plan, queue, start);
  counts[from + FILLED]! += doctors * forms[variant * FORM_FIELDS + NEEDS_POSITION]!;
  counts[from + QUEUE]! -= doctors;
  counts[from + STARTED]! += doctors;
  counts[from + TRAINING]! += doctors;
  waited[queue]! -= doctors * (plan.steps - start);
  reserve(plan, book, start, plan.mainPool[all[at + REGION]!]!, start, end - 1, doctors * plan.variantMainLoad[variant]!, NEVER);
  countEnds(plan, counts, queue, end, doctors);
}

/** Those who were in training when the run began. */
function countInitial({ plan, tally: { counts, begun }, book }: Audit, all: Itineraries, at: number): void {
  const doctors = all[at + INITIAL]!;
  const [variant, end, region] = [all[at + VARIANT]!, all[at + END]!, all[at + REGION]!];
  const pathway = plan.variantPathway[variant]!;
  const queue = region * plan.pathways + pathway;
  begun[pathway]! += doctors;
  counts[countsAt(plan, queue, 0) + TRAINING]! += doctors;
  reserve(plan, book, BEFORE, plan.mainPool[region]!, 0, end - 1, doctors * plan.variantMainLoad[variant]!, NEVER);
  countEnds(plan, counts, queue, end, doctors);
}

function countEnds(plan: Audit['plan'], counts: Int32Array, queue: number, end: number, doctors: number): void {
  if (end >= plan.steps) return;
  const at = countsAt(plan, queue, end);
  counts[at + TRAINING]! -= doctors;
  counts[at + COMPLETED]! += doctors;
}

/** Notes what was reserved by all who are not followed alone; false where nobody has reserved an itinerary. */
export function bookItineraries(audit: Audit, all: Itineraries): boolean {
  for (let itinerary = 0; itinerary < audit.trace.itineraries; itinerary++) {
    const at = itinerary * ITINERARY_FIELDS;
    const isReserved = all[at + DOCTORS]! + all[at + INITIAL]! > 0;
    if (!isReserved && (all[at + FLAGS]! & IS_APART) === 0) return false;
    if (!audit.book.isTimed) continue;
    if (all[at + DOCTORS]! > 0) bookStays(audit, itinerary, audit.trace.stayFrom[audit.trace.itineraryFrom[itinerary]!]!, all[at + DOCTORS]!);
    if (all[at + INITIAL]! > 0) bookStays(audit, itinerary, BEFORE, all[at + INITIAL]!);
  }
  if (!audit.book.isTimed) {
    useStays(audit, all, INITIAL, 0);
    useStays(audit, all, DOCTORS, audit.book.laterFrom);
  }
  return true;
}

/** The same where nothing is given back: use from step to step, before the run or since. */
function useStays({ plan, trace, book: { use }, tables: { takes } }: Audit, all: Itineraries, field: number, since: number): void {
  const { itineraries, itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion } = trace;
  const stretches = plan.stretchBlock.length;
  const wide = plan.horizon + 1;
  for (let itinerary = 0; itinerary < itineraries; itinerary++) {
    const doctors = all[itinerary * ITINERARY_FIELDS + field]!;
    if (doctors === 0) continue;
    const end = itineraryFrom[itinerary + 1]!;
    for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) {
      const take = (stayRegion[stay]! * stretches + stayStretch[stay]!) * TAKE_FIELDS;
      for (let of = take; of < take + TAKE_FIELDS; of += 2) {
        if (takes[of]! < 0) continue;
        const at = since + takes[of]! * wide;
        use[at + stayFrom[stay]!]! += doctors * takes[of + 1]!;
        use[at + stayUntil[stay]! + 1]! -= doctors * takes[of + 1]!;
      }
    }
  }
}

function bookStays({ plan, trace, book, tables: { takes } }: Audit, itinerary: number, made: number, doctors: number): void {
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion } = trace;
  const stretches = plan.stretchBlock.length;
  const end = itineraryFrom[itinerary + 1]!;
  for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) {
    const at = (stayRegion[stay]! * stretches + stayStretch[stay]!) * TAKE_FIELDS;
    reserve(plan, book, made, takes[at]!, stayFrom[stay]!, stayUntil[stay]!, doctors * takes[at + 1]!, NEVER);
    reserve(plan, book, made, takes[at + 2]!, stayFrom[stay]!, stayUntil[stay]!, doctors * takes[at + 3]!, NEVER);
  }
}
