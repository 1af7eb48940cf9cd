import { holdMain, holdStPost } from '../held.js';
import { leftAtBeginning } from '../initial.js';
import { expectEnd, placeBlock } from '../placement.js';
import type { Plan } from '../plan.js';
import { isTracked, setOut, waitFor } from '../progress.js';
import { stand } from '../queue.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';
import { openItinerary, shareItinerary, stay } from '../stay.js';

/** Lays the initial state (MODEL 9.1): those in training, and for those who have waited the trials of giving up, which begin in the first step. */
export function placeInitial(plan: Plan, roster: Roster, state: State): void {
  const known = new Map<number, number>();
  for (let row = 0; row < roster.rows && roster.joins[row]! < 0; row++) {
    if (roster.initialVariant[row]! >= 0) placeInTraining(plan, roster, state, row, known);
    else stand(plan, roster, state, row, -1);
  }
}

/** In training: the last steps of the blocks in listed order, reserved whether there is room or not; step by step only the first of them. */
function placeInTraining(plan: Plan, roster: Roster, state: State, row: number, known: Map<number, number>): void {
  const variant = roster.initialVariant[row]!;
  const steps = roster.initialLeft[row]!;
  const region = roster.region[row]!;
  const begun = roster.given ? -1 : steps - plan.variantLength[variant]!;
  state.trace.region[row] = region;
  state.trace.variant[row] = variant;
  state.trace.starts[row] = begun;
  state.inTraining[region * plan.pathways + roster.pathway[row]!]! += 1;
  state.nextRow = row + 1;
  const shared = known.get(nameOf(plan, roster, row));
  if (shared !== undefined && state.shares && !roster.given && !isTracked(plan, roster, row)) {
    shareItinerary(plan, state, row, shared);
    holdThrough(plan, roster, state, row, state.trace.stayUntil[state.trace.itineraryFrom[shared + 1]! - 1]! + 1);
    return;
  }
  known.set(nameOf(plan, roster, row), state.trace.itineraries);
  const lengths = leftAtBeginning(plan, roster, row);
  if (isTracked(plan, roster, row)) {
    setOut(plan, roster, state, row, lengths);
    state.progress.spent[row] = -(roster.given?.initialStart[row] ?? begun);
  }
  if (plan.mode === 'step') placeBlock(plan, roster, state, row, firstLeft(plan, variant, lengths), 0, -1);
  else reserveInOrder(plan, roster, state, row, lengths);
}

/** Stands for all that have the same left of the same variant in the same region: they share an itinerary. */
const nameOf = (plan: Plan, { region, initialVariant, initialLeft }: Roster, row: number): number => (region[row]! * plan.variants + initialVariant[row]!) * (plan.horizon + 1) + initialLeft[row]!;

function firstLeft(plan: Plan, variant: number, lengths: readonly number[]): number {
  return plan.stretchFrom[variant]! + lengths.findIndex((steps) => steps > 0);
}

function reserveInOrder(plan: Plan, roster: Roster, state: State, row: number, lengths: readonly number[]): void {
  const variant = roster.initialVariant[row]!;
  const region = roster.region[row]!;
  openItinerary(state, row);
  let from = 0;
  for (let stretch = plan.stretchFrom[variant]!; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    const steps = lengths[stretch - plan.stretchFrom[variant]!]!;
    if (steps > 0) stay(plan, state, row, region, stretch, from, from + steps - 1, -1);
    from += steps;
  }
  holdThrough(plan, roster, state, row, from);
}

function holdThrough(plan: Plan, roster: Roster, state: State, row: number, ends: number): void {
  holdMain(plan, state, row, 0, ends, 1);
  holdStPost(plan, state, row, 0, ends);
  expectEnd(plan, roster, state, row, ends);
  if (isTracked(plan, roster, row)) waitFor(plan, state, row, 0, ends);
}
