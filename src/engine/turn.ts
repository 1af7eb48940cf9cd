import { CAUSE, addCause, causeCount } from './attribution.js';
import { evaluate, reserve } from './itinerary.js';
import { book, leastRoom } from './ledger.js';
import { UNIT } from './plan.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { variantAt } from './variant.js';

/** One doctor's turn in the list of starts: home first, then the regions sought; else the wait is explained and, where a plan was lacking, the pass counted. */
export function takeTurn(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const home = roster.region[row]!;
  const queue = home * plan.pathways + roster.pathway[row]!;
  const stands = plan.intake[queue * plan.steps + t] === 1;
  let isPassed = false;
  if (stands && state.stopper[queue]! >= 0) {
    followStopper(plan, state, row, queue);
  } else if (stands && !hasPosition(plan, state, queue, t)) {
    setCause(plan, state, row, queue, CAUSE.positions, 0, 0, 0);
  } else if (stands) {
    if (tryStart(plan, roster, state, row, home, state.homeVariant[row]!, t)) return;
    explain(plan, state, row, queue, t);
    isPassed = true;
  }
  if (!plan.ownFirst && tryElsewhere(plan, roster, state, row, t)) return;
  if (isPassed) pass(plan, state, row, queue);
}

/** Tries the further regions sought, in order: an intake, a queue that nobody has stopped, a position, an itinerary that fits (MODEL 5.1). */
export function tryElsewhere(plan: Plan, roster: Roster, state: State, row: number, t: number): boolean {
  for (let i = row * plan.appliesTo; i < (row + 1) * plan.appliesTo && state.seeks[i]! >= 0; i++) {
    const region = state.seeks[i]!;
    const queue = region * plan.pathways + roster.pathway[row]!;
    if (plan.intake[queue * plan.steps + t] !== 1 || state.stopper[queue]! >= 0 || !hasPosition(plan, state, queue, t)) continue;
    if (tryStart(plan, roster, state, row, region, variantAt(plan, roster, row, region), t)) return true;
  }
  return false;
}

function hasPosition(plan: Plan, state: State, queue: number, t: number): boolean {
  return leastRoom(state.ledger, plan.positionsPool[queue]!, t, t) >= UNIT;
}

/** Starts the doctor in a region if some order fits there. */
function tryStart(plan: Plan, roster: Roster, state: State, row: number, region: number, variant: number, t: number): boolean {
  const order = state.fit.order[evaluate(plan, state, region, variant, t)]!;
  if (order < 0) return false;
  const { trace } = state;
  const p = roster.pathway[row]!;
  const home = roster.region[row]! * plan.pathways + p;
  const queue = region * plan.pathways + p;
  book(state.ledger, plan.positionsPool[queue]!, t, t, UNIT);
  const ends = reserve(plan, state, row, region, variant, order, t);
  trace.region[row] = region;
  trace.variant[row] = variant;
  trace.starts[row] = t;
  trace.completes[row] = ends;
  trace.started[queue * plan.steps + t]! += 1;
  addStanding(plan, state, row, home, -1);
  state.inQueue[home]! -= 1;
  state.inTraining[queue]! += 1;
  state.endsAt[queue * (plan.horizon + 1) + ends]! += 1;
  rememberWait(state, queue, t, t - roster.joins[row]!);
  return true;
}

/** The last known wait is that of those who started at the region's last intake (MODEL 5.1). */
function rememberWait(state: State, queue: number, t: number, waited: number): void {
  if (state.lastIntake[queue] !== t) {
    state.lastIntake[queue] = t;
    state.lastWaits[queue] = 0;
    state.lastStarts[queue] = 0;
  }
  state.lastWaits[queue]! += waited;
  state.lastStarts[queue]! += 1;
}

/** The pools that lack at home become the cause, against the reservations of this moment (MODEL 4.2, 4.3). */
function explain(plan: Plan, state: State, row: number, queue: number, t: number): void {
  const region = Math.floor(queue / plan.pathways);
  const { fit } = state;
  const at = region * plan.variants + state.homeVariant[row]!;
  setCause(plan, state, row, queue, CAUSE.blocks, fit.slots[at]!, fit.supervisors[at]!, fit.main[at]!);
  if (fit.sole[at]) countSole(plan, state, region, at, t);
}

function countSole(plan: Plan, state: State, region: number, at: number, t: number): void {
  const { fit, trace } = state;
  for (let b = 0; b < plan.blocks; b++) {
    const cell = region * plan.blocks + b;
    if ((fit.slots[at]! >>> b) & 1) trace.sole[plan.slotsPool[cell]! * plan.steps + t]! += 1;
    if ((fit.supervisors[at]! >>> b) & 1) trace.sole[plan.supervisorsPool[cell]! * plan.steps + t]! += 1;
  }
  if (fit.main[at]) trace.sole[plan.mainPool[region]! * plan.steps + t]! += 1;
}

/** Counts the pass; strict order, or a pass too many, stops the queue behind this doctor. */
function pass(plan: Plan, state: State, row: number, queue: number): void {
  const passes = (state.trace.passes[row]! += 1);
  if (plan.strict || (plan.passLimit >= 0 && passes > plan.passLimit)) state.stopper[queue] = row;
}

/** Who is stopped takes over the stopper's cause. */
function followStopper(plan: Plan, state: State, row: number, queue: number): void {
  const stopper = state.stopper[queue]!;
  setCause(plan, state, row, queue, state.causeKind[stopper]!, state.causeSlots[stopper]!, state.causeSupervisors[stopper]!, state.causeMain[stopper]!);
}

function setCause(plan: Plan, state: State, row: number, queue: number, kind: number, slots: number, supervisors: number, main: number): void {
  addStanding(plan, state, row, queue, -1);
  state.causeKind[row] = kind;
  state.causeSlots[row] = slots;
  state.causeSupervisors[row] = supervisors;
  state.causeMain[row] = main;
  addStanding(plan, state, row, queue, 1);
}

function addStanding(plan: Plan, state: State, row: number, queue: number, sign: number): void {
  const at = queue * causeCount(plan);
  addCause(state.standing, at, plan.blocks, state.causeKind[row]!, state.causeSlots[row]!, state.causeSupervisors[row]!, state.causeMain[row]!, sign);
}
