import { lotteryAt } from '../lottery.js';
import type { Plan } from '../plan.js';
import { compareRank, isOpen, stand } from '../queue.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';
import { NEVER } from '../trace.js';
import { takeTurn, tryElsewhere } from '../turn.js';

/**
 * 6. Starts (MODEL 2.6): one list over the whole country of all who stand in an intake, by priority, then key, then rank; each takes a turn.
 * Positions left lapse, because a position is a place in this step only. With `own-first`, guests come after all own doctors (MODEL 5.1).
 */
export function starts(plan: Plan, roster: Roster, state: State, t: number): void {
  state.stopper.fill(-1);
  const list = listApplicants(plan, roster, state, t);
  if (list.length === 0) return;
  const { key } = state;
  list.sort((a, b) => compare(plan, roster, key, a, b));
  for (const row of list) takeTurn(plan, roster, state, row, t);
  if (plan.ownFirst && plan.appliesTo > 0) {
    for (const row of list) if (state.trace.starts[row] === NEVER) tryElsewhere(plan, roster, state, row, t);
  }
}

/** Those in queues who stand in an intake at home or in a region they seek, with the key of their place in the list. */
function listApplicants(plan: Plan, roster: Roster, state: State, t: number): Int32Array {
  let count = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const row = state.waiting[i]!;
    if (!isOpen(plan, roster, row, t) || !hasIntake(plan, roster, state, row, t)) continue;
    stand(plan, roster, state, row, t);
    state.key[row] = keyOf(plan, roster, row, t);
    state.list[count++] = row;
  }
  return state.list.subarray(0, count);
}

function hasIntake(plan: Plan, roster: Roster, state: State, row: number, t: number): boolean {
  const p = roster.pathway[row]!;
  if (plan.intake[(roster.region[row]! * plan.pathways + p) * plan.steps + t] === 1) return true;
  for (let i = row * plan.appliesTo; i < (row + 1) * plan.appliesTo && state.seeks[i]! >= 0; i++) {
    if (plan.intake[(state.seeks[i]! * plan.pathways + p) * plan.steps + t] === 1) return true;
  }
  return false;
}

/** Longest wait first, or a draw per doctor and intake step that every step waited adds `weight` to. Highest first. */
function keyOf(plan: Plan, roster: Roster, row: number, t: number): number {
  const waited = t - roster.joins[row]!;
  if (plan.discipline === 'longest-wait') return waited;
  return lotteryAt(plan, roster, row, t) + plan.weight * waited;
}

function compare(plan: Plan, roster: Roster, key: Float64Array, a: number, b: number): number {
  const first = plan.priority[roster.stream[a]! * plan.pathways + roster.pathway[a]!]!;
  const second = plan.priority[roster.stream[b]! * plan.pathways + roster.pathway[b]!]!;
  return first - second || key[b]! - key[a]! || compareRank(roster, a, b);
}
