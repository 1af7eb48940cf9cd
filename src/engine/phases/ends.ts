import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/**
 * 1. Ends (MODEL 2.1): who has no block left has completed the pathway. Room comes free by itself, because reservations are intervals;
 * for the same reason capacity (MODEL 2.2) needs no phase: the ledger holds it for every step from the beginning.
 */
export function ends(plan: Plan, _roster: Roster, state: State, t: number): void {
  const queues = plan.regions * plan.pathways;
  for (let q = 0; q < queues; q++) {
    const done = state.endsAt[q * (plan.horizon + 1) + t]!;
    state.inTraining[q]! -= done;
    state.trace.completed[q * plan.steps + t] = done;
  }
}
