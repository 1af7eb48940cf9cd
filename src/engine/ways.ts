import { HELD } from './attribution.js';
import type { Course } from './course.js';
import { leastRoom } from './ledger.js';
import type { Plan } from './plan.js';
import { keepSmallest, lackingHeld, slotsRoom, supervisorsRoom } from './room.js';
import type { Ask } from './room.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/** Pools of a region that are taken to have room without limit (MODEL 4.2): bits by block, and of what is held throughout. */
interface Lifted {
  slots: number;
  supervisors: number;
  held: number;
}

/** Where and when the blocks of an order are done, as last found. */
export interface Way {
  readonly from: Int32Array; // [place in the order] first step
  readonly agreement: Int32Array; // [place in the order] −1: at home
  ends: number; // the step after the last block
}

const NOTHING: Lifted = { slots: 0, supervisors: 0, held: 0 };

/** Whether a course is searched for here: blocks may have gaps between them, or be done with hosts. */
export function isSearched(plan: Plan, region: number, variant: number): boolean {
  return plan.variantLongest[variant]! > 0 || hasHosts(plan, region);
}

/** Whether a region has an agreement with anybody. */
export function hasHosts(plan: Plan, region: number): boolean {
  const { from } = plan.agreements;
  return from[(region + 1) * plan.blocks]! > from[region * plan.blocks]!;
}

/** What fits of a course that begins at `t` (MODEL 3.9, 5.3): orders wholly at home first, with hosts only if none fits. Writes down the order at `at`, or the pools that lack. */
export function searchCourse(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, at: number): void {
  const { fit } = state;
  fit.choice[at] = chooseWay(plan, state, region, course, ask, t, false);
  fit.abroad[at] = 0;
  if (fit.choice[at] < 0 && hasHosts(plan, region)) {
    fit.choice[at] = chooseWay(plan, state, region, course, ask, t, true);
    fit.abroad[at] = 1;
  }
  if (fit.choice[at] < 0) findLifted(plan, state, region, course, ask, t, at);
}

function chooseWay(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, isAbroad: boolean): number {
  let best = -1;
  let most = 0;
  for (let order = 0; order < course.orders; order++) {
    const room = walk(plan, state, region, course, order, ask, t, isAbroad);
    if (room <= most) continue;
    best = order;
    most = room;
    if (plan.choice === 'first-fit') break;
  }
  return best;
}

/**
 * Walks one order from `t`: each next block at the earliest step where it fits, at home or, when allowed, with the first host where it does. The first block
 * begins at once, and without gaps so does each next one. Leaves the way found in `state.way`; returns its least room, 0 when it does not fit.
 */
export function walk(plan: Plan, state: State, region: number, course: Course, order: number, ask: Ask, t: number, isAbroad: boolean, lifted = NOTHING): number {
  const { way } = state;
  const { places, orderLegs } = course;
  let left = course.length;
  let next = t;
  let least = NEVER;
  for (let place = 0; place < places; place++) {
    const leg = orderLegs[order * places + place]!;
    const length = course.legLength[leg]!;
    const latest = place === 0 || ask.limit === 0 ? next : ask.limit - left;
    let room = 0;
    for (; next <= latest; next++) {
      room = roomOf(plan, state, region, course.legStretch[leg]!, next, next + length - 1, isAbroad, lifted, place);
      if (room > 0) break;
    }
    if (room === 0) return 0;
    way.from[place] = next;
    next += length;
    left -= length;
    if (room < least) least = room;
  }
  way.ends = next;
  return (lackingHeld(plan, state, region, ask, t, next - 1) & ~lifted.held) === 0 ? least : 0;
}

/** Room of a block over an interval: at home, else with the first host where it fits; writes down whose. */
function roomOf(plan: Plan, state: State, region: number, stretch: number, from: number, until: number, isAbroad: boolean, lifted: Lifted, place: number): number {
  const block = plan.stretchBlock[stretch]!;
  const slots = (lifted.slots >>> block) & 1 ? NEVER : slotsRoom(plan, state, region, stretch, from, until);
  const people = (lifted.supervisors >>> block) & 1 ? NEVER : supervisorsRoom(plan, state, region, stretch, from, until);
  const home = Math.min(slots, people);
  state.way.agreement[place] = -1;
  if (home > 0 || !isAbroad) return Math.max(0, home);
  const agreement = findHost(plan, state, region, stretch, from, until);
  state.way.agreement[place] = agreement;
  return agreement < 0 ? 0 : roomWithHost(plan, state, agreement, stretch, from, until);
}

/** The first agreement under which a block fits with a host over an interval; −1 none. */
export function findHost(plan: Plan, state: State, region: number, stretch: number, from: number, until: number): number {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  for (let i = plan.agreements.from[cell]!; i < plan.agreements.from[cell + 1]!; i++) {
    const agreement = plan.agreements.values[i]!;
    if (leastRoom(state.agreed, agreement, from, until) > 0 && roomWithHost(plan, state, agreement, stretch, from, until) > 0) return agreement;
  }
  return -1;
}

/** How many more doctors fit with a host; the agreement's own number is a limit and not a pool (MODEL 5.3). */
export function roomWithHost(plan: Plan, state: State, agreement: number, stretch: number, from: number, until: number): number {
  const host = plan.agreementHost[agreement]!;
  return Math.min(slotsRoom(plan, state, host, stretch, from, until), supervisorsRoom(plan, state, host, stretch, from, until));
}

/** The smallest sets of the region's pools with which, unlimited, some order fits, hosts as they are; their union shares the wait (MODEL 4.2). */
function findLifted(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, at: number): void {
  const pools = listScarce(plan, state, region, course, ask, t);
  let fewest = NEVER;
  const take = (size: number, first: number, set: Lifted): void => {
    if (size === 0) {
      if (fits(plan, state, region, course, ask, t, set)) fewest = keepSmallest(state, at, set.slots, set.supervisors, set.held, fewest);
      return;
    }
    for (let i = first; i <= pools.length - size; i++) {
      const one = pools[i]!;
      take(size - 1, i + 1, { slots: set.slots | one.slots, supervisors: set.supervisors | one.supervisors, held: set.held | one.held });
    }
  };
  for (let size = 1; size <= pools.length && fewest === NEVER; size++) take(size, 0, NOTHING);
}

function fits(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number, lifted: Lifted): boolean {
  for (let order = 0; order < course.orders; order++) {
    if (walk(plan, state, region, course, order, ask, t, false, lifted) > 0) return true;
    if (hasHosts(plan, region) && walk(plan, state, region, course, order, ask, t, true, lifted) > 0) return true;
  }
  return false;
}

/** The pools of the region that lack somewhere in the time that the course could take: no other can help. */
function listScarce(plan: Plan, state: State, region: number, course: Course, ask: Ask, t: number): Lifted[] {
  const until = Math.max(ask.limit, t + course.length) - 1;
  const pools: Lifted[] = [];
  for (let b = 0; b < plan.blocks; b++) {
    const stretches = Array.from(course.legStretch).filter((stretch) => plan.stretchBlock[stretch] === b);
    if (stretches.some((stretch) => slotsRoom(plan, state, region, stretch, t, until) < 1)) pools.push({ slots: 1 << b, supervisors: 0, held: 0 });
    if (stretches.some((stretch) => supervisorsRoom(plan, state, region, stretch, t, until) < 1)) pools.push({ slots: 0, supervisors: 1 << b, held: 0 });
  }
  const held = lackingHeld(plan, state, region, ask, t, until);
  for (const bit of [HELD.main, HELD.stPost]) if (held & bit) pools.push({ slots: 0, supervisors: 0, held: bit });
  return pools;
}
