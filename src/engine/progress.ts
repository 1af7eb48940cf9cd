import { layCourse } from './course.js';
import { book } from './ledger.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { cutStay } from './stay.js';
import { NEVER } from './trace.js';

/** Whether the course of a doctor in training is followed block by block: in step mode everybody's, else theirs who may take leave. */
export function isTracked(plan: Plan, roster: Roster, row: number): boolean {
  return plan.mode === 'step' || (roster.leaves > 0 && roster.leaveAfter[row * roster.leaves]! > 0);
}

/** Writes down what a doctor has to serve. */
export function setOut(state: State, row: number, lengths: ArrayLike<number>): void {
  for (let place = 0; place < state.progress.places; place++) {
    state.progress.left[row * state.progress.places + place] = lengths[place]!;
    state.progress.stayOf[row * state.progress.places + place] = -1;
  }
}

/** Notes when something next happens to a doctor who has `steps` reserved from `t` on: a leave falls due, or what is reserved ends. */
export function waitFor(plan: Plan, roster: Roster, state: State, row: number, t: number, steps: number): void {
  state.progress.since[row] = t;
  const due = leaveDue(roster, state, row) - state.progress.served[row]!;
  state.progress.nextIsLeave[row] = due <= steps && due < leftOf(state, row) ? 1 : 0;
  wakeAt(plan, state, row, t + (state.progress.nextIsLeave[row] ? due : steps));
}

/** Steps served before the doctor's next leave; NEVER when there is none. */
function leaveDue(roster: Roster, state: State, row: number): number {
  const nth = state.progress.leavesTaken[row]!;
  const after = nth < roster.leaves ? roster.leaveAfter[row * roster.leaves + nth]! : 0;
  return after > 0 ? after : NEVER;
}

function leftOf(state: State, row: number): number {
  let left = 0;
  for (let i = row * state.progress.places; i < (row + 1) * state.progress.places; i++) left += state.progress.left[i]!;
  return left;
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
  }
}

/** Takes off what has been served up to `t`. */
function serve(state: State, row: number, t: number): void {
  const { trace } = state;
  for (let place = row * state.progress.places; place < (row + 1) * state.progress.places; place++) {
    const index = state.progress.stayOf[place]!;
    if (index < 0 || trace.stayFrom[index]! >= t) continue;
    const until = Math.min(trace.stayUntil[index]!, t - 1);
    const steps = until - trace.stayFrom[index]! + 1;
    state.progress.left[place]! -= steps;
    state.progress.served[row]! += steps;
    if (until === trace.stayUntil[index]!) state.progress.stayOf[place] = -1;
  }
}

/** Frees the block, the rest of the itinerary and the main supervisor. */
function free(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { trace } = state;
  const region = trace.region[row]!;
  for (let place = row * state.progress.places; place < (row + 1) * state.progress.places; place++) {
    const index = state.progress.stayOf[place]!;
    if (index >= 0) cutStay(plan, state, region, index, t);
    state.progress.stayOf[place] = -1;
  }
  const ends = trace.completes[row]!;
  if (plan.mode === 'step') freeMain(plan, state, row, t);
  else book(state.ledger, plan.mainPool[region]!, t, ends - 1, -plan.variantMainLoad[trace.variant[row]!]!);
  if (ends !== NEVER) state.endsAt[queueOf(plan, roster, state, row) * (plan.horizon + 1) + ends]! -= 1;
  trace.completes[row] = NEVER;
  state.fit.regionVersion[region]! += 1;
}

/** In step mode a main supervisor is held without end, until completion or leave (MODEL 3.5). */
function freeMain(plan: Plan, state: State, row: number, t: number): void {
  if (state.progress.hasMain[row] === 0) return;
  state.progress.hasMain[row] = 0;
  const region = state.trace.region[row]!;
  book(state.ledger, plan.mainPool[region]!, t, plan.horizon - 1, -plan.variantMainLoad[state.trace.variant[row]!]!);
  state.fit.regionVersion[region]! += 1;
}

/** Two leaves due at once follow each other (MODEL 3.8). */
function beginLeaveOrContinue(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  if (leaveDue(roster, state, row) !== state.progress.served[row]!) {
    if (plan.mode === 'itinerary') state.progress.restOf.set(row, layCourse(plan, state.trace.variant[row]!, state.progress.left.subarray(row * state.progress.places, (row + 1) * state.progress.places)));
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
