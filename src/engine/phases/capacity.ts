import { book } from '../ledger.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/**
 * 2. Capacity (MODEL 2.2): changes that become known at `t` take effect in the room of the steps ahead; what was reserved before stays, and may overrun.
 * What is known from the beginning needs no phase: the ledger holds it for every step.
 * Locum load of those who waited in the step before is not foreseen: it is booked in its own step only, whether there is room or not (MODEL 3.14).
 */
export function capacity(plan: Plan, _roster: Roster, state: State, t: number): void {
  for (; state.nextRevision < plan.revisionKnown.length && plan.revisionKnown[state.nextRevision]! <= t; state.nextRevision++) {
    const i = state.nextRevision;
    book(state.ledger, plan.revisionPool[i]!, plan.revisionFrom[i]!, plan.revisionUntil[i]!, -plan.revisionChange[i]!);
  }  for (let locum = 0; locum < plan.locumPool.length && t > 0; locum++) {
    let waiting = 0;
    for (let i = plan.locumQueues.from[locum]!; i < plan.locumQueues.from[locum + 1]!; i++) waiting += state.trace.queue[plan.locumQueues.values[i]! * plan.steps + t - 1]!;
    book(state.ledger, plan.locumPool[locum]!, t, t, waiting * plan.locumLoad[locum]!);
  }
}
