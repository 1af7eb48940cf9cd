import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { pairOf } from './pairs.js';
import type { Audit } from './place.js';
import { layAny, layZeros } from './scratch.js';
import { ALL_LEFT, FIRST_STRETCH, FORM_FIELDS, IS_PLAIN, LENGTH, MUST_BE_DONE, NEED_FIELDS, TAKE_FIELDS } from './tables.js';
import { MOST_STRETCHES } from './ways.js';

/** What is known of every itinerary before any of its doctors is looked at, and how many there are. */
export type Itineraries = Int32Array; // [itinerary × field]

export const ITINERARY_FIELDS = 6;
/**
 * The form and the region, as a pair, where it is all blocks of a plain form, in full time and at home, from an intake on. `LISTED` less the pair where it begins with the
 * run, and its blocks are the last steps of those of the form as listed. Step by step, where it is all of a stretch: region × stretch. `UNKNOWN` where it is anything else.
 */
export const WHAT = 0;
export const UNKNOWN = -1;
export const LISTED = -2;
/** The first step and the one after the last block, as a pair. */
export const SPAN = 1;
/** Step by step, the stretches that must be done before, as bits. */
export const BEFOREHAND = 2;
/** Doctors who have reserved it in the run, and those for whom it was reserved before. */
export const DOCTORS = 3;
export const INITIAL = 4;
/** 1 where somebody has reserved it who is followed alone. */
export const IS_APART = 5;

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
  const others = layAny('others', rows);
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
  const { plan, trace: { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion }, tables: { forms, variantOf, intakes } } = audit;
  const at = itinerary * ITINERARY_FIELDS;
  all[at + WHAT] = UNKNOWN;
  if (plan.mode === 'step') return describeBlock(audit, all, itinerary);
  const first = itineraryFrom[itinerary]!;
  if (first === itineraryFrom[itinerary + 1]) return;
  const variant = variantOf[stayStretch[first]!] ?? -1;
  const region = stayRegion[first]!;
  const start = stayFrom[first]!;
  if (variant < 0 || forms[variant * FORM_FIELDS + IS_PLAIN] !== 1 || !(region >= 0 && region < plan.regions) || !(start >= 0 && start < plan.steps)) return;
  const queue = region * plan.pathways + plan.variantPathway[variant]!;
  const end = endOf(audit, itinerary, variant, region);
  if (end >= 0 && intakes.first[queue * (plan.steps + 1) + start] === start) {
    all[at + WHAT] = pairOf(variant, region);
    all[at + SPAN] = pairOf(start, end);
  } else if (start === 0 && isRestAsListed(audit, itinerary, variant, region)) {
    all[at + WHAT] = LISTED - pairOf(variant, region);
    all[at + SPAN] = pairOf(0, stayUntil[itineraryFrom[itinerary + 1]! - 1]! + 1);
  }
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
  all[at + WHAT] = region * plan.stretchBlock.length + stretch;
  all[at + SPAN] = pairOf(trace.stayFrom[stay]!, trace.stayUntil[stay]! + 1);
  all[at + BEFOREHAND] = needs[stretch * NEED_FIELDS + MUST_BE_DONE]!;
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
    if ((left & needs[need + MUST_BE_DONE]!) !== 0) return -1;
    free += needs[need + LENGTH]!;
    if (stayUntil[stay] !== free - 1) return -1;
    left &= ~(1 << nth);
  }
  return left === 0 && free <= plan.horizon ? free : -1;
}

/** Notes what was reserved by all who are not followed alone; false where nobody has reserved an itinerary. */
export function bookItineraries(audit: Audit, all: Itineraries): boolean {
  for (let itinerary = 0; itinerary < audit.trace.itineraries; itinerary++) {
    const at = itinerary * ITINERARY_FIELDS;
    const isReserved = all[at + DOCTORS]! + all[at + INITIAL]! > 0;
    if (!isReserved && all[at + IS_APART] === 0) return false;
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
function useStays({ plan, trace, book, tables: { takes } }: Audit, all: Itineraries, field: number, since: number): void {
  const { use } = book;
  const { itineraries, itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion } = trace;
  const stretches = plan.stretchBlock.length;
  const wide = plan.horizon + 1;
  for (let itinerary = 0; itinerary < itineraries; itinerary++) {
    const doctors = all[itinerary * ITINERARY_FIELDS + field]!;
    if (doctors === 0) continue;
    const end = itineraryFrom[itinerary + 1]!;
    if (since === 0) book.initialUntil = Math.max(book.initialUntil, stayUntil[end - 1]! + 2);
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
