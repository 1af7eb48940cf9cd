import { lotteryAt } from '../lottery.js';
import type { Plan } from '../plan.js';
import { closeQueues, isOpen, needsIntake, stand } from '../queue.js';
import { isRecruitable, recruit } from '../recruit.js';
import type { Roster } from '../roster.js';
import { sortStarts } from '../sort-starts.js';
import type { State } from '../state.js';
import { tablesOf } from '../tables.js';
import { NEVER } from '../trace.js';
import { takeTurn, tryElsewhere } from '../turn.js';

/**
 * 6. Starts (MODEL 2.6): one list over the whole country of all who stand in an intake, by priority, then key, then rank; each takes a turn.
 * Positions left lapse, because a position is a place in this step only. With `own-first`, guests come after all own doctors (MODEL 5.1).
 */
export function starts(plan: Plan, roster: Roster, state: State, t: number): void {
  if (tablesOf(plan).mayStart[t] === 0) return;
  state.stopper.fill(-1);
  closeQueues(state);
  const count = listApplicants(plan, roster, state, t);
  if (count === 0) return;
  sortStarts(plan, roster, state, count);
  const { list, trace } = state;
  for (let i = 0; i < count; i++) {
    if (trace.joins[list[i]!]! > t) recruit(plan, roster, state, list[i]!, t);
    else takeTurn(plan, roster, state, list[i]!, t);
  }
  if (!plan.ownFirst || plan.appliesTo === 0) return;
  for (let i = 0; i < count; i++) {
    const row = list[i]!;
    if (trace.joins[row]! <= t && trace.starts[row] === NEVER && needsIntake(plan, state, row)) tryElsewhere(plan, roster, state, row, t);
  }
}

/** Adds those who are recruited before the licence: they applied, and are expected to join inside the window of an intake at home. */
function listRecruits(plan: Plan, roster: Roster, state: State, t: number, count: number): number {
  const latest = t + state.longestWindow + state.latest;
  let listed = count;
  for (let row = state.nextRow; row < roster.rows && roster.joins[row]! <= latest; row++) {
    if (!isRecruitable(plan, roster, state, row, t)) continue;
    state.key[row] = keyOf(plan, roster, row, t, 0);
    state.list[listed++] = row;
  }
  return listed;
}

/** Lists those in queues who stand in an intake at home or in a region they seek, with the key of their place in the list; returns how many. */
function listApplicants(plan: Plan, roster: Roster, state: State, t: number): number {
  let count = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const row = state.waiting[i]!;
    if (needsIntake(plan, state, row) && (!isOpen(plan, roster, state, row, t) || !hasIntake(plan, roster, state, row, t))) continue;
    stand(plan, roster, state, row, t);
    state.key[row] = keyOf(plan, roster, row, t, t - state.trace.joins[row]!);
    state.list[count++] = row;
  }
  return listRecruits(plan, roster, state, t, count);
}

function hasIntake(plan: Plan, roster: Roster, state: State, row: number, t: number): boolean {
  const p = roster.pathway[row]!;
  if (plan.intake[(state.trace.home[row]! * plan.pathways + p) * plan.steps + t] === 1) return true;
  for (let i = row * plan.appliesTo; i < (row + 1) * plan.appliesTo && state.seeks[i]! >= 0; i++) {
    if (plan.intake[(state.seeks[i]! * plan.pathways + p) * plan.steps + t] === 1) return true;
  }
  return false;
}

/** Longest wait first, or a draw per doctor and intake step that every step waited adds `weight` to. Highest first. */
function keyOf(plan: Plan, roster: Roster, row: number, t: number, waited: number): number {
  if (plan.discipline === 'longest-wait') return waited;
  return lotteryAt(plan, roster, row, t) + plan.weight * waited;
}
