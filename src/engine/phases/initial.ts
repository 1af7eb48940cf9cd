import { stay } from '../itinerary.js';
import { book } from '../ledger.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/** Places those in training when the run begins: the last steps of their blocks in listed order, whether there is room or not (MODEL 9.1). */
export function placeInitial(plan: Plan, roster: Roster, state: State): void {
  for (let row = 0; row < roster.rows && roster.initialVariant[row]! >= 0; row++) {
    const variant = roster.initialVariant[row]!;
    const left = roster.initialLeft[row]!;
    const region = roster.region[row]!;
    const begun = left - plan.variantLength[variant]!;
    let from = begun;
    for (let stretch = plan.stretchFrom[variant]!; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
      const until = from + plan.stretchLength[stretch]! - 1;
      if (until >= 0) stay(plan, state, row, region, stretch, Math.max(from, 0), until);
      from = until + 1;
    }
    book(state.ledger, plan.mainPool[region]!, 0, left - 1, plan.variantMainLoad[variant]!);
    const queue = region * plan.pathways + roster.pathway[row]!;
    state.trace.region[row] = region;
    state.trace.variant[row] = variant;
    state.trace.starts[row] = begun;
    state.trace.completes[row] = left;
    state.inTraining[queue]! += 1;
    state.endsAt[queue * (plan.horizon + 1) + left]! += 1;
    state.nextRow = row + 1;
  }
}
