import { NEVER } from '../../engine/index.js';
import { BEFORE, hold, reserve } from './book.js';
import type { Audit, Place } from './place.js';

/** A main supervisor is reserved for all that is placed, planned gaps too. Step by step it is held on after the block, without a known end (MODEL 3.5). */
export function holdMain({ plan }: Audit, place: Place, from: number, whole: number): void {
  place.held = place.made;
  place.heldFrom = from;
  place.heldUntil = Math.min(from + whole, plan.horizon) - 1;
}

/** It is given back when leave begins, or at completion. What a leave cut off of a form with gaps ended no earlier than without any. */
export function freeMain({ plan, book }: Audit, place: Place, freed: number): void {
  if (place.held === NEVER) return;
  const pool = plan.mainPool[place.region]!;
  const load = plan.variantMainLoad[place.variant]!;
  const isStepwise = plan.mode === 'step';
  const until = isStepwise ? place.heldUntil : Math.min(place.at + place.remaining, plan.horizon) - 1;
  reserve(plan, book, place.held, pool, place.heldFrom, until, load, freed);
  if (isStepwise) hold(plan, book, place.held, pool, until + 1, plan.horizon - 1, load, freed);
  place.held = NEVER;
}

/**
 * An ST post needs room for all that is placed at the start, and is held until completion, in leave and waits too (MODEL 3.9). An itinerary says when that will be;
 * step by step, and once a leave has begun, nobody knows. Going on after leave asks for no room anew.
 */
export function holdPost(audit: Audit, place: Place, from: number, whole: number): void {
  if (place.away !== NEVER) bookAway(audit, place, from);
  if (place.post !== NEVER) return;
  place.post = place.made;
  place.postFrom = from;
  place.postUntil = from + whole - 1;
}

/** A leave begins: what the itinerary had planned is over. */
export function keepPost(audit: Audit, place: Place): void {
  if (place.post === NEVER || audit.plan.mode === 'step') return;
  bookPlanned(audit, place, place.at);
  place.post = NEVER;
  place.away = place.at;
}

/** All that is known of the training has been walked. */
export function endPost(audit: Audit, place: Place, completes: number): void {
  const { plan, book } = audit;
  if (place.away !== NEVER) bookAway(audit, place, NEVER);
  if (place.post === NEVER) return;
  if (plan.mode === 'itinerary') return bookPlanned(audit, place, NEVER);
  const pool = plan.stPool[place.region]!;
  const need = plan.variantStPost[place.variant]!;
  reserve(plan, book, place.post, pool, place.postFrom, place.postUntil, need, completes);
  hold(plan, book, place.post, pool, place.postUntil + 1, plan.horizon - 1, need, completes);
}

function bookPlanned({ plan, book }: Audit, place: Place, freed: number): void {
  const until = Math.min(place.at + place.remaining, plan.horizon) - 1;
  const need = plan.variantStPost[place.variant]!;
  if (place.nth === 0) reserve(plan, book, place.post, plan.stPool[place.region]!, place.postFrom, until, need, freed);
  else hold(plan, book, place.post - 1, plan.stPool[place.region]!, place.postFrom, until, need, freed);
}

function bookAway({ plan, book }: Audit, place: Place, freed: number): void {
  // Held since the step before: nobody else can have it in the step in which the leave begins.
  hold(plan, book, place.away - 1, plan.stPool[place.region]!, place.away, plan.horizon - 1, plan.variantStPost[place.variant]!, freed);
  place.away = NEVER;
}

/** The blocks after the one that a leave cut off, as far as it is certain when and where they were reserved: the leave gave them back. */
export function reserveCancelled(audit: Audit, place: Place): void {
  const { plan, book, rest, isPlanned } = audit;
  if (plan.mode === 'step' || place.longest > 0 || plan.agreementHost.length > 0) return;
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
