import type { Plan } from './plan.js';
import { keepSmallest, lackingHeld, slotsRoom, supervisorsRoom } from './room.js';
import type { Ask } from './room.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';
import { findHost, hasHosts, roomWithHost } from './ways.js';

/**
 * What fits as the next block in a region at `t` (MODEL 3.4): writes down at `at` the stretch to take, or the pools that lack. Candidates are stretches with
 * steps left, `left[from + place]`, whose predecessors are done. Only where none fits at home are hosts tried (MODEL 5.3).
 */
export function evaluateNext(plan: Plan, state: State, region: number, variant: number, left: Int32Array, from: number, ask: Ask, t: number, at: number): void {
  const { fit } = state;
  const base = plan.stretchFrom[variant]!;
  fit.choice[at] = -1;
  fit.abroad[at] = -1;
  let most = 0;
  let fewest = NEVER;
  for (let stretch = base; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    const steps = left[from + stretch - base]!;
    if (steps === 0 || !isCandidate(plan, base, left, from, stretch)) continue;
    const until = t + steps - 1;
    const slots = slotsRoom(plan, state, region, stretch, t, until);
    const people = supervisorsRoom(plan, state, region, stretch, t, until);
    const held = lackingHeld(plan, state, region, ask, t, until);
    const room = held ? 0 : Math.min(slots, people);
    const bit = 1 << plan.stretchBlock[stretch]!;
    if (room < 1) fewest = keepSmallest(state, at, slots < 1 ? bit : 0, people < 1 ? bit : 0, held, fewest);
    if (room <= most || (fit.choice[at] >= 0 && plan.choice === 'first-fit')) continue;
    fit.choice[at] = stretch;
    most = room;
  }
  if (fit.choice[at]! < 0 && hasHosts(plan, region)) tryHosts(plan, state, region, variant, left, from, ask, t, at, fewest);
}

/** Each candidate with its first host where it fits; where it does but for what is held at home, that alone lacks. */
function tryHosts(plan: Plan, state: State, region: number, variant: number, left: Int32Array, from: number, ask: Ask, t: number, at: number, smallest: number): void {
  const { fit } = state;
  const base = plan.stretchFrom[variant]!;
  let most = 0;
  let fewest = smallest;
  for (let stretch = base; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    const until = t + left[from + stretch - base]! - 1;
    if (until < t || !isCandidate(plan, base, left, from, stretch)) continue;
    const agreement = findHost(plan, state, region, stretch, t, until);
    if (agreement < 0) continue;
    const held = lackingHeld(plan, state, region, ask, t, until);
    if (held) fewest = keepSmallest(state, at, 0, 0, held, fewest);
    const room = held ? 0 : roomWithHost(plan, state, agreement, stretch, t, until);
    if (room <= most || (fit.choice[at]! >= 0 && plan.choice === 'first-fit')) continue;
    fit.choice[at] = stretch;
    fit.abroad[at] = agreement;
    most = room;
  }
}

function isCandidate({ stretchAfter: { from: first, values } }: Plan, base: number, left: Int32Array, from: number, stretch: number): boolean {
  for (let i = first[stretch]!; i < first[stretch + 1]!; i++) if (left[from + values[i]! - base]! > 0) return false;
  return true;
}
