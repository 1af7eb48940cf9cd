import { OF } from '../followed.js';
import { trySittings } from '../gate.js';
import { wake } from '../progress.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/**
 * 1. Ends (MODEL 2.1): who has no block left has completed the pathway; leaves begin and end; sittings are held. What is reserved comes free by itself, because reservations
 * are intervals; a leave cuts them.
 */
export function ends(plan: Plan, roster: Roster, state: State, t: number): void {
  const queues = plan.regions * plan.pathways;
  const { wakeFirst, cells, size } = state.progress;
  for (let row = wakeFirst[t]!; row >= 0; ) {
    const next = cells[row * size + OF.wakeNext]!;
    wake(plan, roster, state, row, t);
    row = next;
  }
  if (state.gapChange.length > 0) for (let q = 0; q < queues; q++) state.between[q]! += state.gapChange[q * (plan.horizon + 1) + t]!;
  if (state.gateRecords !== null) trySittings(plan, roster, state, t);
  for (let q = 0; q < queues; q++) {
    const done = state.endsAt[q * (plan.horizon + 1) + t]!;
    state.inTraining[q]! -= done;
    state.trace.completed[q * plan.steps + t] = done;
  }
}
