import { CAUSE, addCause, causeCount } from '../attribution.js';
import { OF } from '../followed.js';
import { evaluateRest, placeRest } from '../placement.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import { sortByPlace } from '../sort-by-place.js';
import type { State } from '../state.js';
import { countSole } from '../turn.js';

/** 5. Continuing doctors (MODEL 2.5): one list over regions and pathways by the step in which the wait began; who finds no place says why, every step. */
export function continuing(plan: Plan, roster: Roster, state: State, t: number): void {
  const { progress } = state;
  progress.standing.fill(0);
  if (progress.continuingCount === 0) return;
  const list = progress.continuing;
  const count = progress.continuingCount;
  // Who was kept stands in order already, and waits since an earlier step than the others.
  sortByPlace(state, list, progress.keptCount, count);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = list[i]!;
    const at = evaluateRest(plan, roster, state, row, t);
    const region = progress.cells[row * progress.size + OF.region]!;
    const queue = progress.cells[row * progress.size + OF.queue]!;
    if (state.fit.choice[at]! >= 0) {
      state.between[queue]! -= 1;
      placeRest(plan, roster, state, row, at, t);
      continue;
    }
    list[kept++] = row;
    const { slots, supervisors, held } = state.fit;
    state.causeKind[row] = CAUSE.blocks;
    state.causeSlots[row] = slots[at]!;
    state.causeSupervisors[row] = supervisors[at]!;
    state.causeHeld[row] = held[at]!;
    addCause(progress.standing, queue * causeCount(plan), plan.blocks, CAUSE.blocks, slots[at]!, supervisors[at]!, held[at]!, 1);
    countSole(plan, state, region, at, t);
  }
  progress.continuingCount = kept;
  progress.keptCount = kept;
}
