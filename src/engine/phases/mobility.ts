import type { Plan } from '../plan.js';
import { isOpen, needsIntake } from '../queue.js';
import type { Roster } from '../roster.js';
import { sortByTime } from '../sort-by-time.js';
import type { State } from '../state.js';
import { tablesOf } from '../tables.js';
import { NEVER } from '../trace.js';
import { tryGuest } from '../turn.js';

/** Mobility (MODEL 5.2), after the list of starts: mobile doctors who have waited long enough try their home region's neighbours, longest wait first. */
export function mobility(plan: Plan, roster: Roster, state: State, t: number): void {
  if (plan.patienceSteps >= 0 && tablesOf(plan).mayStart[t] === 1) {
    const count = listImpatient(plan, roster, state, t);
    sortByTime(state, state.trace.joins, state.list, 0, count);
    for (let i = 0; i < count; i++) tryNeighbours(plan, roster, state, state.list[i]!, t);
  }
}

function listImpatient(plan: Plan, roster: Roster, state: State, t: number): number {
  let count = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const row = state.waiting[i]!;
    const isImpatient = roster.mobile[row] === 1 && t - state.trace.joins[row]! >= plan.patienceSteps;
    if (isImpatient && state.trace.starts[row] === NEVER && needsIntake(plan, state, row) && isOpen(plan, roster, state, row, t)) state.list[count++] = row;
  }
  return count;
}

function tryNeighbours(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { from, values } = plan.neighbours;
  const home = state.trace.home[row]!;
  for (let i = from[home]!; i < from[home + 1]!; i++) if (tryGuest(plan, roster, state, row, values[i]!, t)) return;
}
