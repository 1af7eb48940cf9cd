import { HELD, countPools } from './attribution.js';
import { leastRoom } from './ledger.js';
import type { Ledger } from './ledger.js';
import { NO_POOL } from './plan.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/** How many more doctors fit in the slots of a stretch's block in every step of an interval. */
export function slotsRoom(plan: Plan, state: State, region: number, stretch: number, from: number, until: number): number {
  const pool = plan.slotsPool[region * plan.blocks + plan.stretchBlock[stretch]!]!;
  return fitting(state.ledger, pool, plan.stretchSlots[stretch]!, from, until);
}

/** The same with its supervisors. */
export function supervisorsRoom(plan: Plan, state: State, region: number, stretch: number, from: number, until: number): number {
  const pool = plan.supervisorsPool[region * plan.blocks + plan.stretchBlock[stretch]!]!;
  return fitting(state.ledger, pool, plan.stretchLoad[stretch]!, from, until);
}

/** How many more doctors with a need fit in a pool in every step of an interval; none where it is overrun. */
export function fitting(ledger: Ledger, pool: number, need: number, from: number, until: number): number {
  return doctorsIn(leastRoom(ledger, pool, from, until), pool, need);
}

/** How many more doctors with a need fit in a pool with so much room left. */
export function doctorsIn(room: number, pool: number, need: number): number {
  if (pool === NO_POOL || need === 0) return NEVER;
  return room < need ? 0 : (room / need) | 0;
}

/** What a doctor asks of a region besides the blocks, in sixtieths, and the step by which a form with gaps must have ended (MODEL 3.9); 0: no gaps. */
export interface Ask {
  main: number;
  stPost: number;
  limit: number;
}

/** What lacks of a main supervisor and an ST post over an interval, as bits. */
export function lackingHeld(plan: Plan, state: State, region: number, ask: Ask, from: number, until: number): number {
  const main = ask.main > 0 && leastRoom(state.ledger, plan.mainPool[region]!, from, until) < ask.main ? HELD.main : 0;
  const stPost = ask.stPost > 0 && leastRoom(state.ledger, plan.stPool[region]!, from, until) < ask.stPost ? HELD.stPost : 0;
  return main | stPost;
}

/** Keeps a set of lacking pools if no smaller one is known, beside its equals in number; returns the smallest number. */
export function keepSmallest(state: State, at: number, slots: number, supervisors: number, held: number, fewest: number): number {
  const { fit } = state;
  const pools = countPools(slots, supervisors, held);
  if (pools > fewest) return fewest;
  fit.slots[at] = pools < fewest ? slots : fit.slots[at]! | slots;
  fit.supervisors[at] = pools < fewest ? supervisors : fit.supervisors[at]! | supervisors;
  fit.held[at] = pools < fewest ? held : fit.held[at]! | held;
  fit.sole[at] = pools === 1 ? 1 : 0;
  return pools;
}
