import type { Course } from './course.js';
import type { Plan } from './plan.js';
import { keepSmallest, lackingHeld, slotsRoom, supervisorsRoom } from './room.js';
import type { Ask } from './room.js';
import type { State } from './state.js';
import { stay } from './stay.js';
import { NEVER } from './trace.js';
import { isSearched, searchCourse, walk } from './ways.js';

const SLOTS = 1;
const SUPERVISORS = 2;

/** What fits in a region of a course that starts at `t` (MODEL 3.1–3.3): writes down at `at` the order to take, or the pools that lack (MODEL 4.2). */
export function evaluateCourse(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, at: number): void {
  if (isSearched(plan, region, course.variant)) {
    searchCourse(plan, state, region, course, ask, t, at);
    return;
  }
  const { fit } = state;
  for (let leg = course.legFrom; leg < course.legUntil; leg++) evaluateLeg(plan, state, region, course, leg, t);
  const held = lackingHeld(plan, state, region, ask, t, t + course.length - 1);
  fit.choice[at] = held ? -1 : chooseOrder(plan, course);
  if (fit.choice[at] < 0) findLacking(plan, state, course, held, at);
}

/** Room of a leg: how many more doctors with that need fit in its slots and supervisors over its interval. */
function evaluateLeg(plan: Plan, state: State, region: number, course: Course, leg: number, t: number): void {
  const stretch = course.legStretch[leg]!;
  const from = t + course.legOffset[leg]!;
  const until = from + course.legLength[leg]! - 1;
  const slots = slotsRoom(plan, state, region, stretch, from, until);
  const people = supervisorsRoom(plan, state, region, stretch, from, until);
  course.room[leg] = slots < people ? slots : people;
  course.lack[leg] = (slots < 1 ? SLOTS : 0) | (people < 1 ? SUPERVISORS : 0);
}

/** `spread`: most room, ties to the first listed; `first-fit`: the first that fits; −1 when none does. */
function chooseOrder(plan: Plan, course: Course): number {
  const { room } = course;
  const { from, values } = course.orderLegs;
  let best = -1;
  let most = 0;
  for (let order = course.orderFrom; order < course.orderUntil; order++) {
    let least = NEVER;
    for (let i = from[order]!; i < from[order + 1]! && least > most; i++) {
      const here = room[values[i]!]!;
      if (here < least) least = here;
    }
    if (least <= most) continue;
    best = order;
    most = least;
    if (plan.choice === 'first-fit') break;
  }
  return best;
}

/** The smallest sets of pools with which, unlimited, some order fits; their union shares the wait. */
function findLacking(plan: Plan, state: State, course: Course, held: number, at: number): void {
  const { from, values } = course.orderLegs;
  let fewest = NEVER;
  for (let order = course.orderFrom; order < course.orderUntil; order++) {
    let slots = 0;
    let supervisors = 0;
    for (let i = from[order]!; i < from[order + 1]!; i++) {
      const leg = values[i]!;
      const bit = 1 << plan.stretchBlock[course.legStretch[leg]!]!;
      if (course.lack[leg]! & SLOTS) slots |= bit;
      if (course.lack[leg]! & SUPERVISORS) supervisors |= bit;
    }
    fewest = keepSmallest(state, at, slots, supervisors, held, fewest);
  }
}

/** Reserves the blocks of a whole itinerary from `t` and writes the stays down; returns the step after its last block. */
export function reserveCourse(plan: Plan, state: State, row: number, region: number, course: Course, ask: Ask, at: number, t: number): number {
  const order = state.fit.choice[at]!;
  const { from, values } = course.orderLegs;
  if (isSearched(plan, region, course.variant)) {
    const { way } = state;
    // Nothing was reserved since the way was found, so that it is found again.
    walk(plan, state, region, course, order, ask, t, state.fit.abroad[at] === 1);
    for (let i = from[order]!, place = 0; i < from[order + 1]!; i++, place++) {
      const leg = values[i]!;
      stay(plan, state, row, region, course.legStretch[leg]!, way.from[place]!, way.from[place]! + course.legLength[leg]! - 1, way.agreement[place]!);
    }
    return way.ends;
  }
  for (let i = from[order]!; i < from[order + 1]!; i++) {
    const leg = values[i]!;
    const start = t + course.legOffset[leg]!;
    stay(plan, state, row, region, course.legStretch[leg]!, start, start + course.legLength[leg]! - 1, -1);
  }
  return t + course.length;
}
