import { WHOLE } from './plan.js';
import type { Plan } from './plan.js';

/** Rows of the cause axis before the blocks: then slots/<block> of every block, then supervisors/<block>, and ST posts last where any form holds one. */
export const CAUSE = { awaitingIntake: 0, positions: 1, mainSupervisors: 2, blocks: 3 } as const;

/** Number of causes: the length of the cause axis. */
export function causeCount(plan: Plan): number {
  return CAUSE.blocks + 2 * plan.blocks + (plan.hasStPosts ? 1 : 0);
}

/** What a doctor holds through the whole pathway, as bits: a main supervisor, an ST post. */
export const HELD = { main: 1, stPost: 2 } as const;

/** How many pools lack. */
export function countPools(slots: number, supervisors: number, held: number): number {
  return bits(slots) + bits(supervisors) + bits(held);
}

function bits(mask: number): number {
  let n = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) n += 1;
  return n;
}

/**
 * Adds `sign` doctor-steps of waiting, in 27,720ths, to the standing causes of one queue (MODEL 4.1): equal parts, largest remainder,
 * ties by block as listed, slots before supervisors, then main supervisors, then ST posts.
 */
export function addCause(standing: Float64Array, at: number, blocks: number, kind: number, slots: number, supervisors: number, held: number, sign: number): void {
  if (kind !== CAUSE.blocks) {
    standing[at + kind]! += sign * WHOLE;
    return;
  }
  const n = countPools(slots, supervisors, held);
  const part = Math.floor(WHOLE / n);
  let rest = WHOLE - part * n;
  for (let b = 0; b < blocks; b++) {
    if ((slots >>> b) & 1) standing[at + CAUSE.blocks + b]! += sign * (part + (rest-- > 0 ? 1 : 0));
    if ((supervisors >>> b) & 1) standing[at + CAUSE.blocks + blocks + b]! += sign * (part + (rest-- > 0 ? 1 : 0));
  }
  if (held & HELD.main) standing[at + CAUSE.mainSupervisors]! += sign * (part + (rest-- > 0 ? 1 : 0));
  if (held & HELD.stPost) standing[at + CAUSE.blocks + 2 * blocks]! += sign * (part + (rest > 0 ? 1 : 0));
}
