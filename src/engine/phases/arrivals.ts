import { CAUSE } from '../attribution.js';
import type { Plan } from '../plan.js';
import { addStanding, needsIntake, queueOf, stand } from '../queue.js';
import type { Roster } from '../roster.js';
import { chooseRegions, takeRegions } from '../seeks.js';
import type { State } from '../state.js';
import { NEVER } from '../trace.js';
import { variantAt } from '../variant.js';

/** 3. Arrivals (MODEL 2.3): doctors join the queue of their pathway at home; mobile ones choose further regions to seek in (MODEL 5.1). */
export function arrivals(plan: Plan, roster: Roster, state: State, t: number): void {
  for (; state.nextRow < roster.rows && roster.joins[state.nextRow]! <= t; state.nextRow++) arrive(plan, roster, state, state.nextRow, t);
  for (let row = state.joinFirst[t]!; row >= 0; row = state.joinNext[row]!) arrive(plan, roster, state, row, t);
}

function arrive(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { trace } = state;
  const queue = queueOf(plan, roster, state, row);
  trace.arrived[queue * plan.steps + t]! += 1;
  if (trace.recruited[row] !== NEVER) {
    state.inTraining[trace.region[row]! * plan.pathways + roster.pathway[row]!]! += 1;
    return;
  }
  state.waiting[state.waitingCount++] = row;
  state.inQueue[queue]! += 1;
  state.homeVariant[row] = variantAt(plan, roster, row, trace.home[row]!, trace.joins[row]);
  state.causeKind[row] = CAUSE.awaitingIntake;
  addStanding(plan, state, row, queue, 1);
  if (roster.given !== undefined) takeRegions(plan, roster.given, state, row);
  else if (plan.appliesTo > 0 && roster.mobile[row]! === 1) chooseRegions(plan, roster, state, row, t);
  // Every step counts as an intake for a form that needs none (MODEL 2.4).
  if (!needsIntake(plan, state, row)) stand(plan, roster, state, row, t);
}
