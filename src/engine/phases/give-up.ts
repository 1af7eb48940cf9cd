import type { Plan } from '../plan.js';
import { queueOf, standDown } from '../queue.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';
import { NEVER } from '../trace.js';

/** 4. Giving up (MODEL 2.4): doctors whose trial of this step succeeds leave the queue for good, if they still stand in it. */
export function giveUp(plan: Plan, roster: Roster, state: State, t: number): void {
  const { trace } = state;
  for (let row = state.giveUpFirst[t]!; row >= 0; row = state.giveUpNext[row]!) {
    if (trace.starts[row] !== NEVER) continue;
    trace.gaveUp[row] = t;
    trace.left[queueOf(plan, roster, state, row) * plan.steps + t]! += 1;
    standDown(plan, roster, state, row);
  }
}
