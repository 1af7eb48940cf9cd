import type { Plan } from './plan.js';
import { NO_POOL } from './plan.js';
import { wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';

/**
 * Room of every pool in every step: capacity less crowding load and what is reserved. The only place where room is taken. A reservation is an interval, and
 * room is kept per step, so a block that ends (MODEL 2.1) frees its place by the interval's end alone.
 */
export interface Ledger {
  readonly horizon: number;
  readonly room: Int32Array; // [pool × horizon], sixtieths
}

/** A ledger with nothing reserved; null: in memory of its own. */
export function layLedger({ capacity, crowding, horizon }: Plan, memory: Scratch | null): Ledger {
  const room = wholesIn(memory, capacity.length);
  for (let i = 0; i < room.length; i++) room[i] = capacity[i]! - crowding[i]!;
  return { horizon, room };
}

/** The least room of a pool over steps `from … until`; NO_POOL always has room. */
export function leastRoom(ledger: Ledger, pool: number, from: number, until: number): number {
  if (pool === NO_POOL) return 0x7fffffff;
  const { room } = ledger;
  let least = 0x7fffffff;
  const end = pool * ledger.horizon + until;
  for (let i = pool * ledger.horizon + from; i <= end; i++) {
    const here = room[i]!;
    if (here < least) least = here;
  }
  return least;
}

/** Reserves `need` sixtieths of a pool in steps `from … until`, whether there is room or not. */
export function book(ledger: Ledger, pool: number, from: number, until: number, need: number): void {
  if (pool === NO_POOL || need === 0) return;
  const { room } = ledger;
  const end = pool * ledger.horizon + until;
  for (let i = pool * ledger.horizon + from; i <= end; i++) room[i]! -= need;
}
