import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { HIGH, pairOf } from './pairs.js';
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
const UNKNOWN = -1;
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
  /** Those who have, in another form or region than was drawn at home. */
  readonly movers: Int32Array; // [place] row
  moved: number; // of the movers
}

/** Lays which itinerary each doctor has reserved. */
export function layReserved({ plan, roster: { rows }, trace }: Audit): Reserved {
  const of = layZeros('reserved', rows);
  const others = layAny('others', rows);
  return { of, isOneEach: plan.mode !== 'step' && countOdd(of, trace, rows) === 0, others, count: 0, movers: layAny('movers', rows), moved: 0 };
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
  if (audit.plan.mode === 'step') {
    describeBlocks(audit, all);
    return all;
  }
  const others = layAny('other itineraries', itineraries);
  const odd = describeWholes(audit, all, others);
  for (let i = 0; i < odd; i++) describeRest(audit, all, others[i]!);
  return all;
}

function isInOrder(itineraryFrom: Int32Array, itineraries: number): boolean {
  for (let i = 0; i < itineraries; i++) if (!(itineraryFrom[i]! <= itineraryFrom[i + 1]!)) return false;
  return true;
}

/** Describes those that are all blocks of a form, from an intake on; lists the others, and returns how many. Nothing is called, as for doctors. */
function describeWholes({ plan, trace, tables }: Audit, all: Itineraries, others: Int32Array): number {
  const { steps, regions, pathways, horizon, variantPathway } = plan;
  const { itineraries, itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const { forms, needs, variantOf, intakes: { first: intakes } } = tables;
  let odd = 0;
  for (let itinerary = 0; itinerary < itineraries; itinerary++) {
    const first = itineraryFrom[itinerary]!;
    const end = itineraryFrom[itinerary + 1]!;
    const variant = first < end && stayStretch[first]! >>> 0 < variantOf.length ? variantOf[stayStretch[first]!]! : -1;
    const [region, start] = [stayRegion[first]!, stayFrom[first]!];
    const fields = variant * FORM_FIELDS;
    all[itinerary * ITINERARY_FIELDS + WHAT] = UNKNOWN;
    if (variant < 0 || forms[fields + IS_PLAIN] !== 1 || region >>> 0 >= regions || start >>> 0 >= steps) continue;
    const base = forms[fields + FIRST_STRETCH]!;
    let [left, free, differs] = [forms[fields + ALL_LEFT]!, start, 0];
    for (let stay = first; stay < end && differs === 0; stay++) {
      const nth = stayStretch[stay]! - base;
      // Each stretch that is left, once; what must come before it is done, and nothing differs from what it should be.
      if (nth >>> 0 >= MOST_STRETCHES || ((left >>> nth) & 1) === 0) differs = 1;
      else {
        const need = (base + nth) * NEED_FIELDS;
        differs = (stayFrom[stay]! ^ free) | (stayRegion[stay]! ^ region) | (stayAgreement[stay]! ^ -1) | (left & needs[need + MUST_BE_DONE]!) | ((stayUntil[stay]! + 1) ^ (free + needs[need + LENGTH]!));
        free += needs[need + LENGTH]!;
        left &= ~(1 << nth);
      }
    }
    if ((differs | left) === 0 && free <= horizon && intakes[(region * pathways + variantPathway[variant]!) * (steps + 1) + start] === start) {
      all[itinerary * ITINERARY_FIELDS + WHAT] = (variant << HIGH) | region;
      all[itinerary * ITINERARY_FIELDS + SPAN] = (start << HIGH) | free;
    } else others[odd++] = itinerary;
  }
  return odd;
}

/** Describes one whose blocks are the last steps of a form, as listed, from the beginning of the run. */
function describeRest({ plan, trace, tables: { lengthAfter, variantOf } }: Audit, all: Itineraries, itinerary: number): void {
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const first = itineraryFrom[itinerary]!;
  const end = itineraryFrom[itinerary + 1]!;
  const [variant, region] = [variantOf[stayStretch[first]!]!, stayRegion[first]!];
  let free = 0;
  let stretch = stayStretch[first]!;
  for (let stay = first; stay < end; stay++) {
    const steps = stayUntil[stay]! + 1 - stayFrom[stay]!;
    const isWhole = stay === first ? steps >= 1 && steps <= plan.stretchLength[stretch]! : steps === plan.stretchLength[stretch]!;
    if (stayStretch[stay] !== stretch || !isWhole || stayFrom[stay] !== free || stayRegion[stay] !== region || stayAgreement[stay] !== -1) return;
    free += steps;
    stretch += 1;
  }
  if (stretch !== plan.stretchFrom[variant + 1] || lengthAfter[stretch - 1] !== 0 || free > plan.horizon) return;
  all[itinerary * ITINERARY_FIELDS + WHAT] = LISTED - pairOf(variant, region);
  all[itinerary * ITINERARY_FIELDS + SPAN] = pairOf(0, free);
}

/** Describes, step by step, those that are all of a stretch. */
function describeBlocks({ plan: { regions, horizon, stretchBlock }, trace, tables: { needs } }: Audit, all: Itineraries): void {
  const { itineraries, itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const stretches = stretchBlock.length;
  for (let itinerary = 0; itinerary < itineraries; itinerary++) {
    const at = itinerary * ITINERARY_FIELDS;
    const stay = itineraryFrom[itinerary]!;
    const [stretch, region, from, end] = [stayStretch[stay]!, stayRegion[stay]!, stayFrom[stay]!, stayUntil[stay]! + 1];
    const isOfPlan = itineraryFrom[itinerary + 1] === stay + 1 && stretch >>> 0 < stretches && region >>> 0 < regions && from >= 0 && end <= horizon;
    all[at + WHAT] = UNKNOWN;
    if (!isOfPlan || stayAgreement[stay] !== -1 || end - from !== needs[stretch * NEED_FIELDS + LENGTH]) continue;
    all[at + WHAT] = region * stretches + stretch;
    all[at + SPAN] = (from << HIGH) | end;
    all[at + BEFOREHAND] = needs[stretch * NEED_FIELDS + MUST_BE_DONE]!;
  }
}

/** Notes what was reserved by all who are not followed alone; false where nobody has reserved an itinerary. */
export function bookItineraries(audit: Audit, all: Itineraries): boolean {
  const { trace, book } = audit;
  for (let itinerary = 0; itinerary < trace.itineraries; itinerary++) {
    const at = itinerary * ITINERARY_FIELDS;
    const isReserved = all[at + DOCTORS]! + all[at + INITIAL]! > 0;
    if (!isReserved && all[at + IS_APART] === 0) return false;
    if (all[at + INITIAL]! > 0) bookStays(audit, itinerary, BEFORE, all[at + INITIAL]!);
    if (book.isTimed && all[at + DOCTORS]! > 0) bookStays(audit, itinerary, trace.stayFrom[trace.itineraryFrom[itinerary]!]!, all[at + DOCTORS]!);
  }
  if (!book.isTimed) useStays(audit, all);
  return true;
}

/** The same of those reserved in the run, where nothing is given back: use from step to step. */
function useStays({ plan, trace, book: { use, laterFrom }, tables: { takes } }: Audit, all: Itineraries): void {
  const { itineraries, itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion } = trace;
  const stretches = plan.stretchBlock.length;
  for (let itinerary = 0; itinerary < itineraries; itinerary++) {
    const doctors = all[itinerary * ITINERARY_FIELDS + DOCTORS]!;
    if (doctors === 0) continue;
    const end = itineraryFrom[itinerary + 1]!;
    for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) {
      const take = (stayRegion[stay]! * stretches + stayStretch[stay]!) * TAKE_FIELDS;
      const slots = laterFrom + takes[take]! + stayFrom[stay]!;
      const supervisors = laterFrom + takes[take + 2]! + stayFrom[stay]!;
      const steps = stayUntil[stay]! + 1 - stayFrom[stay]!;
      const [places, load] = [doctors * takes[take + 1]!, doctors * takes[take + 3]!];
      use[slots]! += places;
      use[slots + steps]! -= places;
      use[supervisors]! += load;
      use[supervisors + steps]! -= load;
    }
  }
}

function bookStays({ plan, trace, book }: Audit, itinerary: number, made: number, doctors: number): void {
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion } = trace;
  const end = itineraryFrom[itinerary + 1]!;
  for (let stay = itineraryFrom[itinerary]!; stay < end; stay++) {
    const stretch = stayStretch[stay]!;
    const cell = stayRegion[stay]! * plan.blocks + plan.stretchBlock[stretch]!;
    reserve(plan, book, made, plan.slotsPool[cell]!, stayFrom[stay]!, stayUntil[stay]!, doctors * plan.stretchSlots[stretch]!, NEVER);
    reserve(plan, book, made, plan.supervisorsPool[cell]!, stayFrom[stay]!, stayUntil[stay]!, doctors * plan.stretchLoad[stretch]!, NEVER);
  }
}
