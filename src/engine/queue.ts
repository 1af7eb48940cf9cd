import { addCause, causeCount } from './attribution.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/** Order among equals: rank, then identity (MODEL 2). */
export function compareRank(roster: Roster, a: number, b: number): number {
  return (
    (roster.rank[a]! >>> 0) - (roster.rank[b]! >>> 0) ||
    roster.stream[a]! - roster.stream[b]! ||
    roster.cohort[a]! - roster.cohort[b]! ||
    roster.ordinal[a]! - roster.ordinal[b]!
  );
}

/** Whether the doctor joined in time for the closing date, or applied before the degree. */
export function isOpen(plan: Plan, roster: Roster, state: State, row: number, t: number): boolean {
  return roster.appliedBefore[row] === 1 || t - state.trace.joins[row]! >= plan.closesSteps[roster.pathway[row]!]!;
}

/** The queue of a doctor: pathway and home region. */
export function queueOf(plan: Plan, roster: Roster, state: State, row: number): number {
  return state.trace.home[row]! * plan.pathways + roster.pathway[row]!;
}

/** Whether a doctor's form at home needs an intake, or may start in every step (MODEL 3.9). */
export function needsIntake(plan: Plan, state: State, row: number): boolean {
  return plan.variantNeedsIntake[state.homeVariant[row]!] === 1;
}

/** Adds a doctor's present cause to what its queue waits for, `sign` times. */
export function addStanding(plan: Plan, state: State, row: number, queue: number, sign: number): void {
  const at = queue * causeCount(plan);
  addCause(state.standing, at, plan.blocks, state.causeKind[row]!, state.causeSlots[row]!, state.causeSupervisors[row]!, state.causeHeld[row]!, sign);
}

/** A doctor who starts or gives up waits no more. */
export function standDown(plan: Plan, roster: Roster, state: State, row: number): void {
  const queue = queueOf(plan, roster, state, row);
  addStanding(plan, state, row, queue, -1);
  state.inQueue[queue]! -= 1;
  state.isStale = true;
}

/** A doctor stands in an intake for the first time: trials of giving up begin in the next step (MODEL 2.4). */
export function stand(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  if (state.hasStood[row] === 1) return;
  state.hasStood[row] = 1;
  const leaves = t + roster.givesUp[row]!;
  if (roster.givesUp[row] === 0 || leaves >= plan.steps) return;
  state.giveUpNext[row] = state.giveUpFirst[leaves]!;
  state.giveUpFirst[leaves] = row;
}

/** Takes those who wait no more out of the queues, keeping the others' order. */
export function closeQueues(state: State): void {
  if (!state.isStale) return;
  let kept = 0;
  for (let i = 0; i < state.waitingCount; i++) {
    const row = state.waiting[i]!;
    if (state.trace.starts[row] === NEVER && state.trace.gaveUp[row] === NEVER) state.waiting[kept++] = row;
  }
  state.waitingCount = kept;
  state.isStale = false;
}
