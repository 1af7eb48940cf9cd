import { book } from '../ledger.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/**
 * 2. Capacity (MODEL 2.2): changes that become known at `t` take effect in the room of the steps ahead; what was reserved before stays, and may overrun.
 * What is known from the beginning needs no phase: the ledger holds it for every step.
 */
export function capacity(plan: Plan, _roster: Roster, state: State, t: number): void {
  for (; state.nextRevision < plan.revisionKnown.length && plan.revisionKnown[state.nextRevision]! <= t; state.nextRevision++) {
    const i = state.nextRevision;
    book(state.ledger, plan.revisionPool[i]!, plan.revisionFrom[i]!, plan.revisionUntil[i]!, -plan.revisionChange[i]!);
  }
}
