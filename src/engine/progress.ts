import { countGaps } from './gaps.js';
import { holdMain, holdStPost } from './held.js';
import { goOn } from './later.js';
import { leftOf } from './left.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { cutStay } from './stay.js';
import { NEVER } from './trace.js';

/** Whether the course of a doctor in training is followed block by block: in step mode everybody's, else theirs who may take leave or go on to another pathway. */
export function isTracked(plan: Plan, roster: Roster, row: number): boolean {
  return plan.mode === 'step' || roster.then[row]! >= 0 || (roster.leaves > 0 && roster.leaveAfter[row * roster.leaves]! > 0);
}

/** Writes down what a doctor has to serve. */
export function setOut(state: State, row: number, lengths: ArrayLike<number>): void {
  const { places, left, stayOf, remaining } = state.progress;
  let total = 0;
  for (let place = 0; place < places; place++) {
    const steps = place < lengths.length ? lengths[place]! : 0;
    left[row * places + place] = steps;
    stayOf[row * places + place] = -1;
    total += steps;
  }
  remaining[row] = total;
}

/** Notes when something next happens to a doctor for whom blocks are reserved from `t` until the step before `ends`: a leave falls due, or what is reserved ends. */
export function waitFor(plan: Plan, roster: Roster, state: State, row: number, t: number, ends: number): void {
  const { progress } = state;
  const left = leftOf(state, row);
  progress.since[row] = t;
  const due = leaveDue(roster, state, row) - progress.served[row]!;
  progress.nextIsLeave[row] = due <= (plan.mode === 'step' ? ends - t : left) && due < left ? 1 : 0;
  wakeAt(plan, state, row, progress.nextIsLeave[row] ? whenServed(plan, state, row, t, due) : ends);
}

/** The step after the one in which a doctor has served so many steps more of what is reserved. */
function whenServed(plan: Plan, state: State, row: number, t: number, steps: number): number {
  if (plan.variantLongest[state.trace.variant[row]!] === 0) return t + steps;
  let left = steps;
  for (const stay of reservedOf(state, row)) {
    const length = state.trace.stayUntil[stay]! - state.trace.stayFrom[stay]! + 1;
    if (left <= length) return state.trace.stayFrom[stay]! + left;
    left -= length;
  }
  return NEVER;
}

/** Stays that are reserved and not served to their end, in order of time. */
function reservedOf(state: State, row: number): number[] {
  const { places, stayOf } = state.progress;
  const stays = Array.from(stayOf.subarray(row * places, (row + 1) * places)).filter((stay) => stay >= 0);
  return stays.sort((a, b) => state.trace.stayFrom[a]! - state.trace.stayFrom[b]!);
}

/** Steps served before the doctor's next leave; NEVER when there is none. */
function leaveDue(roster: Roster, state: State, row: number): number {
  const nth = state.progress.leavesTaken[row]!;
  const after = nth < roster.leaves ? roster.leaveAfter[row * roster.leaves + nth]! : 0;
  return after > 0 ? after : NEVER;
}

/** Puts a doctor in the calendar of a step; what lies past the run never happens. */
function wakeAt(plan: Plan, state: State, row: number, t: number): void {
  if (t >= plan.steps) return;
  state.progress.wakeNext[row] = state.progress.wakeFirst[t]!;
  state.progress.wakeFirst[t] = row;
}

/** What happens to a doctor of the calendar at `t`: a leave begins or ends, or a block has ended (MODEL 2.1, 3.8). */
export function wake(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  if (state.progress.isAway[row] === 1) {
    state.progress.isAway[row] = 0;
    state.awayNow[queueOf(plan, roster, state, row)]! -= 1;
    beginLeaveOrContinue(plan, roster, state, row, t);
    return;
  }
  serve(state, row, t);
  if (state.progress.nextIsLeave[row] === 1) {
    free(plan, roster, state, row, t);
    beginLeaveOrContinue(plan, roster, state, row, t);
  } else if (leftOf(state, row) > 0) {
    beginWait(plan, roster, state, row, t);
  } else {
    freeMain(plan, state, row, t);
    holdStPost(plan, state, row, t, t);
    goOn(plan, roster, state, row, t);
  }
}

/** Takes off what has been served up to `t`. */
function serve(state: State, row: number, t: number): void {
  const { places, left, stayOf, remaining, served } = state.progress;
  const { stayFrom, stayUntil } = state.trace;
  for (let place = row * places; place < (row + 1) * places; place++) {
    const index = stayOf[place]!;
    if (index < 0 || stayFrom[index]! >= t) continue;
    const until = Math.min(stayUntil[index]!, t - 1);
    const steps = until - stayFrom[index]! + 1;
    left[place]! -= steps;
    remaining[row]! -= steps;
    served[row]! += steps;
    if (until === stayUntil[index]!) stayOf[place] = -1;
  }
}

/** Frees the block, the rest of the itinerary and the main supervisor; an ST post is held on, until nobody knows when (MODEL 3.8, 3.9). */
function free(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { trace, progress } = state;
  const queue = queueOf(plan, roster, state, row);
  if (state.gapChange.length > 0) countGaps(plan, state, queue, reservedOf(state, row), t, -1);
  for (let place = row * progress.places; place < (row + 1) * progress.places; place++) {
    const index = progress.stayOf[place]!;
    if (index >= 0) cutStay(plan, state, index, t);
    progress.stayOf[place] = -1;
  }
  const ends = trace.completes[row]!;
  if (plan.mode === 'step') freeMain(plan, state, row, t);
  else holdMain(plan, state, row, t, ends, -1);
  holdStPost(plan, state, row, t, plan.horizon);
  if (ends !== NEVER) state.endsAt[queue * (plan.horizon + 1) + ends]! -= 1;
  trace.completes[row] = NEVER;
  progress.spent[row]! += t - progress.since[row]!;
}

/** In step mode a main supervisor is held without end, until completion or leave (MODEL 3.5). */
function freeMain(plan: Plan, state: State, row: number, t: number): void {
  if (state.progress.hasMain[row] === 0) return;
  state.progress.hasMain[row] = 0;
  holdMain(plan, state, row, t, plan.horizon, -1);
}

/** Two leaves due at once follow each other (MODEL 3.8). */
function beginLeaveOrContinue(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  if (leaveDue(roster, state, row) !== state.progress.served[row]!) {
    beginWait(plan, roster, state, row, t);
    return;
  }
  const { trace } = state;
  const length = roster.leaveLength[row * roster.leaves + state.progress.leavesTaken[row]!]!;
  state.progress.leavesTaken[row]! += 1;
  state.progress.isAway[row] = 1;
  state.awayNow[queueOf(plan, roster, state, row)]! += 1;
  trace.leaveRow[trace.leaves] = row;
  trace.leaveFrom[trace.leaves] = t;
  trace.leaveUntil[trace.leaves] = t + length - 1;
  trace.leaves += 1;
  wakeAt(plan, state, row, t + length);
}

/** The doctor is continuing: waits for the next block, or for a place after leave (MODEL 2.5). */
function beginWait(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  state.progress.since[row] = t;
  state.progress.continuing[state.progress.continuingCount++] = row;
  state.between[queueOf(plan, roster, state, row)]! += 1;
}

function queueOf(plan: Plan, roster: Roster, state: State, row: number): number {
  return state.trace.region[row]! * plan.pathways + roster.pathway[row]!;
}
