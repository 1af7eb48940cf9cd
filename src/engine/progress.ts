import { OF } from './followed.js';
import { countGaps } from './gaps.js';
import { holdMain, holdStPost } from './held.js';
import { goOn } from './later.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { cutStay } from './stay.js';
import { NEVER } from './trace.js';

/** Whether the course of a doctor in training is followed block by block: in step mode everybody's, else theirs who may take leave or go on to another pathway. */
export function isTracked(plan: Plan, roster: Roster, row: number): boolean {
  return plan.mode === 'step' || roster.then[row]! >= 0 || (roster.leaves > 0 && roster.leaveAfter[row * roster.leaves]! > 0);
}

/** Writes down where a doctor serves, and what. */
export function setOut(plan: Plan, roster: Roster, { progress, trace }: State, row: number, lengths: ArrayLike<number>): void {
  const { places, size, stays, cells } = progress;
  const at = row * size;
  let total = 0;
  for (let place = 0; place < places; place++) {
    const steps = place < lengths.length ? lengths[place]! : 0;
    cells[at + OF.left + place] = steps;
    cells[at + stays + place] = -1;
    total += steps;
  }
  cells[at + OF.remaining] = total;
  cells[at + OF.region] = trace.region[row]!;
  cells[at + OF.queue] = trace.region[row]! * plan.pathways + roster.pathway[row]!;
  cells[at + OF.variant] = trace.variant[row]!;
  cells[at + OF.due] = nextLeave(roster, row, 0);
}

/** Steps served before the nth leave; NEVER when there is none. */
function nextLeave(roster: Roster, row: number, nth: number): number {
  const after = nth < roster.leaves ? roster.leaveAfter[row * roster.leaves + nth]! : 0;
  return after > 0 ? after : NEVER;
}

/** Notes when something next happens to a doctor for whom blocks are reserved from `t` until the step before `ends`: a leave falls due, or what is reserved ends. */
export function waitFor(plan: Plan, state: State, row: number, t: number, ends: number): void {
  const { cells, size } = state.progress;
  const at = row * size;
  const left = cells[at + OF.remaining]!;
  const due = cells[at + OF.due]! - cells[at + OF.served]!;
  const isLeave = due <= (plan.mode === 'step' ? ends - t : left) && due < left;
  cells[at + OF.since] = t;
  cells[at + OF.nextIsLeave] = isLeave ? 1 : 0;
  wakeAt(plan, state, row, isLeave ? whenServed(plan, state, row, t, due) : ends);
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
function reservedOf({ trace, progress }: State, row: number): number[] {
  const { places, size, stays, cells } = progress;
  const reserved = Array.from(cells.subarray(row * size + stays, row * size + stays + places)).filter((stay) => stay >= 0);
  return reserved.sort((a, b) => trace.stayFrom[a]! - trace.stayFrom[b]!);
}

/** Puts a doctor in the calendar of a step; what lies past the run never happens. */
function wakeAt(plan: Plan, { progress }: State, row: number, t: number): void {
  if (t >= plan.steps) return;
  progress.cells[row * progress.size + OF.wakeNext] = progress.wakeFirst[t]!;
  progress.wakeFirst[t] = row;
}

/** What happens to a doctor of the calendar at `t`: a leave begins or ends, or a block has ended (MODEL 2.1, 3.8). */
export function wake(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { cells, size } = state.progress;
  const at = row * size;
  if (cells[at + OF.isAway] === 1) {
    cells[at + OF.isAway] = 0;
    state.awayNow[cells[at + OF.queue]!]! -= 1;
    beginLeaveOrContinue(plan, roster, state, row, t);
    return;
  }
  if (plan.mode === 'step') serveBlock(state, at, t);
  else serve(state, at, t);
  if (cells[at + OF.nextIsLeave] === 1) {
    free(plan, state, row, t);
    beginLeaveOrContinue(plan, roster, state, row, t);
  } else if (cells[at + OF.remaining]! > 0) {
    beginWait(state, row, t);
  } else {
    freeMain(plan, state, row, t);
    holdStPost(plan, state, row, t, t);
    goOn(plan, roster, state, row, t);
  }
}

/** Takes off what has been served up to `t` of the one block that is reserved in step mode. */
function serveBlock({ progress }: State, at: number, t: number): void {
  const { cells, stays } = progress;
  const place = cells[at + OF.current]!;
  const steps = t - cells[at + OF.since]!;
  cells[at + OF.left + place]! -= steps;
  cells[at + OF.remaining]! -= steps;
  cells[at + OF.served]! += steps;
  if (cells[at + OF.left + place] === 0) cells[at + stays + place] = -1;
}

/** Takes off what has been served up to `t`. */
function serve({ progress, trace }: State, at: number, t: number): void {
  const { places, stays, cells } = progress;
  const { stayFrom, stayUntil } = trace;
  for (let place = 0; place < places; place++) {
    const index = cells[at + stays + place]!;
    if (index < 0 || stayFrom[index]! >= t) continue;
    const until = Math.min(stayUntil[index]!, t - 1);
    const steps = until - stayFrom[index]! + 1;
    cells[at + OF.left + place]! -= steps;
    cells[at + OF.remaining]! -= steps;
    cells[at + OF.served]! += steps;
    if (until === stayUntil[index]!) cells[at + stays + place] = -1;
  }
}

/** Frees the block, the rest of the itinerary and the main supervisor; an ST post is held on, until nobody knows when (MODEL 3.8, 3.9). */
function free(plan: Plan, state: State, row: number, t: number): void {
  const { trace, progress } = state;
  const { places, size, stays, cells } = progress;
  const at = row * size;
  const queue = cells[at + OF.queue]!;
  if (state.gapChange.length > 0) countGaps(plan, state, queue, reservedOf(state, row), t, -1);
  for (let place = at + stays; place < at + stays + places; place++) {
    if (cells[place]! >= 0) cutStay(plan, state, cells[place]!, t);
    cells[place] = -1;
  }
  const ends = trace.completes[row]!;
  if (plan.mode === 'step') freeMain(plan, state, row, t);
  else holdMain(plan, state, row, t, ends, -1);
  holdStPost(plan, state, row, t, plan.horizon);
  if (ends !== NEVER) state.endsAt[queue * (plan.horizon + 1) + ends]! -= 1;
  trace.completes[row] = NEVER;
  progress.spent[row]! += t - cells[at + OF.since]!;
}

/** In step mode a main supervisor is held without end, until completion or leave (MODEL 3.5). */
function freeMain(plan: Plan, state: State, row: number, t: number): void {
  const at = row * state.progress.size + OF.hasMain;
  if (state.progress.cells[at] === 0) return;
  state.progress.cells[at] = 0;
  holdMain(plan, state, row, t, plan.horizon, -1);
}

/** Two leaves due at once follow each other (MODEL 3.8). */
function beginLeaveOrContinue(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { progress, trace } = state;
  const { cells, size, leavesTaken } = progress;
  const at = row * size;
  if (cells[at + OF.due] !== cells[at + OF.served]) {
    beginWait(state, row, t);
    return;
  }
  const length = roster.leaveLength[row * roster.leaves + leavesTaken[row]!]!;
  leavesTaken[row]! += 1;
  cells[at + OF.due] = nextLeave(roster, row, leavesTaken[row]!);
  cells[at + OF.isAway] = 1;
  state.awayNow[cells[at + OF.queue]!]! += 1;
  trace.leaveRow[trace.leaves] = row;
  trace.leaveFrom[trace.leaves] = t;
  trace.leaveUntil[trace.leaves] = t + length - 1;
  trace.leaves += 1;
  wakeAt(plan, state, row, t + length);
}

/** The doctor is continuing: waits for the next block, or for a place after leave (MODEL 2.5). */
function beginWait({ progress, between }: State, row: number, t: number): void {
  const at = row * progress.size;
  progress.cells[at + OF.since] = t;
  progress.continuing[progress.continuingCount++] = row;
  between[progress.cells[at + OF.queue]!]! += 1;
}
