import type { Plan } from './plan.js';
import { fitting, keepSmallest, lackingHeld } from './room.js';
import type { Ask } from './room.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';
import { findHost, hasHosts, roomWithHost } from './ways.js';

/**
 * What fits as the next block in a region at `t` (MODEL 3.4): writes down at `at` the stretch to take, or the pools that lack. Candidates are stretches with
 * steps left, `left[from + place]`, whose predecessors are done. Only where none fits at home are hosts tried (MODEL 5.3).
 */
export function evaluateNext(plan: Plan, state: State, region: number, variant: number, left: Int32Array, from: number, ask: Ask, t: number, at: number): void {
  const { fit, ledger } = state;
  const { stretchFrom, stretchBlock, stretchSlots, stretchLoad, slotsPool, supervisorsPool } = plan;
  const base = stretchFrom[variant]!;
  const asksMore = ask.main > 0 || ask.stPost > 0;
  let choice = -1;
  let most = 0;
  let fewest = NEVER;
  for (let stretch = base; stretch < stretchFrom[variant + 1]!; stretch++) {
    const steps = left[from + stretch - base]!;
    if (steps === 0 || !isCandidate(plan, base, left, from, stretch)) continue;
    const until = t + steps - 1;
    const block = stretchBlock[stretch]!;
    const cell = region * plan.blocks + block;
    const slots = fitting(ledger, slotsPool[cell]!, stretchSlots[stretch]!, t, until);
    const people = fitting(ledger, supervisorsPool[cell]!, stretchLoad[stretch]!, t, until);
    const held = asksMore ? lackingHeld(plan, state, region, ask, t, until) : 0;
    const room = held ? 0 : slots < people ? slots : people;
    if (room < 1) fewest = keepSmallest(state, at, slots < 1 ? 1 << block : 0, people < 1 ? 1 << block : 0, held, fewest);
    if (room <= most || (choice >= 0 && plan.choice === 'first-fit')) continue;
    choice = stretch;
    most = room;
  }
  fit.choice[at] = choice;
  fit.abroad[at] = -1;
  if (choice < 0 && hasHosts(plan, region)) tryHosts(plan, state, region, variant, left, from, ask, t, at, fewest);
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
