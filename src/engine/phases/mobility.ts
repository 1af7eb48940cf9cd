import type { Plan } from '../plan.js';
import { closeQueues, compareRank, isOpen, needsIntake } from '../queue.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';
import { NEVER } from '../trace.js';
import { tryGuest } from '../turn.js';

/** Mobility (MODEL 5.2), after the list of starts: mobile doctors who have waited long enough try their home region's neighbours, longest wait first. */
export function mobility(plan: Plan, roster: Roster, state: State, t: number): void {
  if (plan.patienceSteps >= 0) {
    const list = listImpatient(plan, roster, state, t);
    list.sort((a, b) => state.trace.joins[a]! - state.trace.joins[b]! || compareRank(roster, a, b));
    for (const row of list) tryNeighbours(plan, roster, state, row, t);
  }
  closeQueues(state);
}

function listImpatient(plan: Plan, roster: Roster, state: State, t: number): Int32Array {
  let count = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const row = state.waiting[i]!;
    const isImpatient = roster.mobile[row] === 1 && t - state.trace.joins[row]! >= plan.patienceSteps;
    if (isImpatient && state.trace.starts[row] === NEVER && needsIntake(plan, state, row) && isOpen(plan, roster, state, row, t)) state.list[count++] = row;
  }
  return state.list.subarray(0, count);
}

function tryNeighbours(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { from, values } = plan.neighbours;
  const home = state.trace.home[row]!;
  for (let i = from[home]!; i < from[home + 1]!; i++) if (tryGuest(plan, roster, state, row, values[i]!, t)) return;
}
