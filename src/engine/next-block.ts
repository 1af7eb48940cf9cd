import { isBefore } from './course.js';
import { keepSmallest, slotsRoom, supervisorsRoom } from './itinerary.js';
import { leastRoom } from './ledger.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/**
 * What fits as the next block in a region at `t` (MODEL 3.4): writes down at `at` the stretch to take, or the pools that lack. Candidates are stretches with
 * steps left, `left[from + place]`, whose predecessors are done. A doctor who has no main supervisor needs one over the block's interval.
 */
export function evaluateNext(plan: Plan, state: State, region: number, variant: number, left: ArrayLike<number>, from: number, hasMain: boolean, t: number, at: number): void {
  const { fit } = state;
  const base = plan.stretchFrom[variant]!;
  const load = hasMain ? 0 : plan.variantMainLoad[variant]!;
  fit.choice[at] = -1;
  let most = 0;
  let fewest = NEVER;
  for (let stretch = base; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    const steps = left[from + stretch - base]!;
    if (steps === 0 || !isCandidate(plan, variant, left, from, stretch)) continue;
    const until = t + steps - 1;
    const slots = slotsRoom(plan, state, region, stretch, t, until);
    const people = supervisorsRoom(plan, state, region, stretch, t, until);
    const main = load > 0 && leastRoom(state.ledger, plan.mainPool[region]!, t, until) < load ? 1 : 0;
    const room = main ? 0 : Math.min(slots, people);
    const bit = 1 << plan.stretchBlock[stretch]!;
    if (room < 1) fewest = keepSmallest(state, at, slots < 1 ? bit : 0, people < 1 ? bit : 0, main, fewest);
    if (room <= most || (fit.choice[at] >= 0 && plan.choice === 'first-fit')) continue;
    fit.choice[at] = stretch;
    most = room;
  }
}

function isCandidate(plan: Plan, variant: number, left: ArrayLike<number>, from: number, stretch: number): boolean {
  const base = plan.stretchFrom[variant]!;
  for (let other = base; other < plan.stretchFrom[variant + 1]!; other++) {
    if (left[from + other - base]! > 0 && isBefore(plan, other, stretch)) return false;
  }
  return true;
}
