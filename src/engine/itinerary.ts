import { countPools } from './attribution.js';
import type { Course } from './course.js';
import { book, leastRoom } from './ledger.js';
import { NO_POOL } from './plan.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';
import { stay } from './stay.js';
import { NEVER } from './trace.js';

const SLOTS = 1;
const SUPERVISORS = 2;

/** What fits in a region of a course that starts at `t` (MODEL 3.1–3.3): writes down at `at` the order to take, or the pools that lack (MODEL 4.2). */
export function evaluateCourse(plan: Plan, state: State, region: number, course: Course, t: number, at: number): void {
  const { fit } = state;
  for (let leg = course.legFrom; leg < course.legUntil; leg++) evaluateLeg(plan, state, region, course, leg, t);
  const load = plan.variantMainLoad[course.variant]!;
  const mainLacks = load > 0 && leastRoom(state.ledger, plan.mainPool[region]!, t, t + course.length - 1) < load ? 1 : 0;
  fit.choice[at] = mainLacks ? -1 : chooseOrder(plan, course);
  if (fit.choice[at] < 0) findLacking(plan, state, course, mainLacks, at);
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

/** How many more doctors fit in the slots of a stretch's block in every step of an interval. */
export function slotsRoom(plan: Plan, state: State, region: number, stretch: number, from: number, until: number): number {
  const pool = plan.slotsPool[region * plan.blocks + plan.stretchBlock[stretch]!]!;
  return roomFor(leastRoom(state.ledger, pool, from, until), pool, plan.stretchSlots[stretch]!);
}

/** The same with its supervisors. */
export function supervisorsRoom(plan: Plan, state: State, region: number, stretch: number, from: number, until: number): number {
  const pool = plan.supervisorsPool[region * plan.blocks + plan.stretchBlock[stretch]!]!;
  return roomFor(leastRoom(state.ledger, pool, from, until), pool, plan.stretchLoad[stretch]!);
}

function roomFor(room: number, pool: number, need: number): number {
  return pool === NO_POOL || need === 0 ? NEVER : Math.floor(room / need);
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
function findLacking(plan: Plan, state: State, course: Course, main: number, at: number): void {
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
    fewest = keepSmallest(state, at, slots, supervisors, main, fewest);
  }
}

/** Keeps a set of lacking pools if no smaller one is known, beside its equals in number; returns the smallest number. */
export function keepSmallest(state: State, at: number, slots: number, supervisors: number, main: number, fewest: number): number {
  const { fit } = state;
  const pools = countPools(slots, supervisors, main);
  if (pools > fewest) return fewest;
  fit.slots[at] = pools < fewest ? slots : fit.slots[at]! | slots;
  fit.supervisors[at] = pools < fewest ? supervisors : fit.supervisors[at]! | supervisors;
  fit.main[at] = pools < fewest ? main : fit.main[at]! | main;
  fit.sole[at] = pools === 1 ? 1 : 0;
  return pools;
}

/** Reserves a whole itinerary from `t` and writes the stays down; returns the step after its last block. */
export function reserveCourse(plan: Plan, state: State, row: number, region: number, course: Course, order: number, t: number): number {
  const { from, values } = course.orderLegs;
  for (let i = from[order]!; i < from[order + 1]!; i++) {
    const leg = values[i]!;
    const start = t + course.legOffset[leg]!;
    stay(plan, state, row, region, course.legStretch[leg]!, start, start + course.legLength[leg]! - 1);
  }
  const ends = t + course.length;
  book(state.ledger, plan.mainPool[region]!, t, ends - 1, plan.variantMainLoad[course.variant]!);
  return ends;
}
