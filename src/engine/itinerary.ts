import type { Course } from './course.js';
import type { Plan } from './plan.js';
import { doctorsIn, keepSmallest, lackingHeld } from './room.js';
import type { Ask } from './room.js';
import { lookUp, takeOff } from './spans.js';
import type { Rooms } from './spans.js';
import { RECENT } from './state.js';
import type { State } from './state.js';
import { openItinerary, shareItinerary, stay } from './stay.js';
import { NEVER } from './trace.js';
import { isSearched, searchCourse, walk } from './ways.js';

/**
 * What fits in a region of a course that starts at `t` (MODEL 3.1–3.3): writes down at `at` the order to take, or the pools that lack (MODEL 4.2). With
 * `isKnown`, the last to be booked in the region took the order at `at` in this step, and the room is known from before.
 */
export function evaluateCourse(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, at: number, isKnown: boolean): void {
  if (isSearched(plan, region, course.variant)) {
    searchCourse(plan, state, region, course, ask, t, at);
    return;
  }
  const { fit, ledger } = state;
  const isOwn = at === plan.regions * plan.variants;
  const rooms = isOwn ? course.rooms : fit.rooms;
  const base = isOwn ? 0 : fit.roomFrom[at]!;
  if (isKnown) takeOff(plan, ledger, region, course, fit.choice[at]!, t, rooms, base);
  else lookUp(plan, ledger, region, course, t, rooms, base);
  const held = lackingHeld(plan, state, region, ask, t, t + course.length - 1);
  fit.choice[at] = held ? -1 : chooseOrder(plan, course, rooms.doctors, base);
  if (fit.choice[at] < 0) findLacking(plan, state, region, course, held, rooms, base, at);
}

/**
 * `spread`: most room, ties to the first listed; `first-fit`: the first that fits; −1 when none does. Orders with the same beginning stand together: what
 * they have in common is looked at once, and where it has no more room than the best so far, all of them are passed over.
 */
function chooseOrder(plan: Plan, { orders, places, orderSpans, shared, least }: Course, doctors: Int32Array, base: number): number {
  let best = -1;
  let most = 0;
  least[0] = NEVER;
  for (let order = 0; order < orders; ) {
    let place = shared[order]!;
    let here = least[place]!;
    while (place < places && here > most) {
      const next = doctors[base + orderSpans[order * places + place]!]!;
      if (next < here) here = next;
      place += 1;
      least[place] = here;
    }
    order += 1;
    if (here <= most) {
      while (order < orders && shared[order]! >= place) order += 1;
      continue;
    }
    best = order - 1;
    most = here;
    if (plan.choice === 'first-fit') break;
  }
  return best;
}

/** The smallest sets of pools with which, unlimited, some order fits; their union shares the wait. */
function findLacking(plan: Plan, state: State, region: number, course: Course, held: number, rooms: Rooms, base: number, at: number): void {
  const { orders, places, orderSpans, spanBlock, spanSlots, spanLoad } = course;
  let fewest = NEVER;
  for (let order = 0; order < orders; order++) {
    let slots = 0;
    let supervisors = 0;
    for (let i = order * places; i < (order + 1) * places; i++) {
      const span = orderSpans[i]!;
      const block = spanBlock[span]!;
      const cell = region * plan.blocks + block;
      if (doctorsIn(rooms.slots[base + span]!, plan.slotsPool[cell]!, spanSlots[span]!) < 1) slots |= 1 << block;
      if (doctorsIn(rooms.people[base + span]!, plan.supervisorsPool[cell]!, spanLoad[span]!) < 1) supervisors |= 1 << block;
    }
    fewest = keepSmallest(state, at, slots, supervisors, held, fewest);
  }
}

/** Reserves the blocks of a whole itinerary from `t` and writes the stays down; returns the step after its last block. */
export function reserveCourse(plan: Plan, state: State, row: number, region: number, course: Course, ask: Ask, at: number, t: number): number {
  if (isSearched(plan, region, course.variant)) return reserveWay(plan, state, row, region, course, ask, at, t);
  const order = state.fit.choice[at]!;
  const { places, orderLegs, legStretch, legOffset, legLength } = course;
  const known = knownItinerary(plan, state, at, order, t);
  if (known >= 0) {
    shareItinerary(plan, state, row, known);
    return t + course.length;
  }
  openItinerary(state, row);
  for (let i = order * places; i < (order + 1) * places; i++) {
    const leg = orderLegs[i]!;
    const start = t + legOffset[leg]!;
    stay(plan, state, row, region, legStretch[leg]!, start, start + legLength[leg]! - 1, -1);
  }
  return t + course.length;
}

function reserveWay(plan: Plan, state: State, row: number, region: number, course: Course, ask: Ask, at: number, t: number): number {
  const { way, fit } = state;
  const order = fit.choice[at]!;
  const { places, orderLegs, legStretch, legLength } = course;
  // Nothing was reserved since the way was found, so that it is found again.
  walk(plan, state, region, course, order, ask, t, fit.abroad[at] === 1);
  openItinerary(state, row);
  for (let place = 0; place < places; place++) {
    const leg = orderLegs[order * places + place]!;
    stay(plan, state, row, region, legStretch[leg]!, way.from[place]!, way.from[place]! + legLength[leg]! - 1, way.agreement[place]!);
  }
  return way.ends;
}

/** The itinerary that a doctor of the same variant, in full time, has in the same order from the same step; −1 and the next one noted when there is none. */
function knownItinerary(plan: Plan, { fit, trace, shares }: State, at: number, order: number, t: number): number {
  if (!shares || at === plan.regions * plan.variants) return -1;
  const { itinerary, ofOrder, ofStep } = fit.recent;
  const place = at * RECENT + (order & (RECENT - 1));
  if (ofOrder[place] === order && ofStep[place] === t) return itinerary[place]!;
  itinerary[place] = trace.itineraries;
  ofOrder[place] = order;
  ofStep[place] = t;
  return -1;
}
