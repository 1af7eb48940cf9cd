import { CAUSE, HELD } from './attribution.js';
import { book, leastRoom } from './ledger.js';
import { evaluateStart, placeStart } from './placement.js';
import { UNIT } from './plan.js';
import type { Plan } from './plan.js';
import { addStanding, needsIntake, queueOf, standDown } from './queue.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { variantAt } from './variant.js';

/** One doctor's turn in the list of starts: home first, then the regions sought; else the wait is explained and, where a plan was lacking, the pass counted. */
export function takeTurn(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const home = state.trace.home[row]!;
  const queue = queueOf(plan, roster, state, row);
  const variant = state.homeVariant[row]!;
  const isFree = !needsIntake(plan, state, row);
  const stands = isFree || plan.intake[queue * plan.steps + t] === 1;
  let isPassed = false;
  if (stands && state.stopper[queue]! >= 0) {
    followStopper(plan, state, row, queue);
  } else if (stands && needsPosition(plan, variant) && !hasPosition(plan, state, queue, t)) {
    setCause(plan, state, row, queue, CAUSE.positions, 0, 0, 0);
  } else if (stands) {
    const at = evaluateStart(plan, roster, state, row, home, variant, t);
    if (state.fit.choice[at]! >= 0) {
      start(plan, roster, state, row, home, variant, at, t);
      return;
    }
    explain(plan, state, row, queue, at, t);
    isPassed = true;
  }
  if (!plan.ownFirst && !isFree && tryElsewhere(plan, roster, state, row, t)) return;
  if (isPassed) pass(plan, state, row, queue);
}

/** Tries the further regions sought, in order (MODEL 5.1). */
export function tryElsewhere(plan: Plan, roster: Roster, state: State, row: number, t: number): boolean {
  for (let i = row * plan.appliesTo; i < (row + 1) * plan.appliesTo && state.seeks[i]! >= 0; i++) {
    if (tryGuest(plan, roster, state, row, state.seeks[i]!, t)) return true;
  }
  return false;
}

/** Starts a doctor in a region that is not home, which employs the doctor from then on: an intake, a queue that nobody has stopped, a position, an itinerary that fits; never a form without position (MODEL 3.12). */
export function tryGuest(plan: Plan, roster: Roster, state: State, row: number, region: number, t: number): boolean {
  const queue = region * plan.pathways + roster.pathway[row]!;
  if (plan.intake[queue * plan.steps + t] !== 1 || state.stopper[queue]! >= 0 || !hasPosition(plan, state, queue, t)) return false;
  const variant = variantAt(plan, roster, row, region, state.trace.joins[row]);
  if (!needsPosition(plan, variant)) return false;
  const at = evaluateStart(plan, roster, state, row, region, variant, t);
  if (state.fit.choice[at]! < 0) return false;
  start(plan, roster, state, row, region, variant, at, t);
  return true;
}

/** Whether a position is open at an intake. */
export function hasPosition(plan: Plan, state: State, queue: number, t: number): boolean {
  return leastRoom(state.ledger, plan.positionsPool[queue]!, t, t) >= UNIT;
}

function needsPosition(plan: Plan, variant: number): boolean {
  return plan.variantNeedsPosition[variant] === 1 && plan.variantNeedsIntake[variant] === 1;
}

/** Starts a doctor in a region with what was found to fit. */
function start(plan: Plan, roster: Roster, state: State, row: number, region: number, variant: number, at: number, t: number): void {
  const { trace } = state;
  const queue = region * plan.pathways + roster.pathway[row]!;
  if (needsPosition(plan, variant)) fill(plan, state, queue, t);
  trace.region[row] = region;
  trace.variant[row] = variant;
  trace.starts[row] = t;
  trace.started[queue * plan.steps + t]! += 1;
  placeStart(plan, roster, state, row, at, t);
  standDown(plan, roster, state, row);
  state.inTraining[queue]! += 1;
  rememberWait(state, queue, t, t - trace.joins[row]!);
}

/** Uses up one position of an intake, which somebody fills or loses. */
export function fill(plan: Plan, state: State, queue: number, t: number, isFilled = true): void {
  book(state.ledger, plan.positionsPool[queue]!, t, t, UNIT);
  if (isFilled) state.offers.lastFilled[queue]! += 1;
}

/** The last known wait is that of those who started at the region's last intake (MODEL 5.1). */
export function rememberWait(state: State, queue: number, t: number, waited: number): void {
  if (state.lastIntake[queue] !== t) {
    state.lastIntake[queue] = t;
    state.lastWaits[queue] = 0;
    state.lastStarts[queue] = 0;
  }
  state.lastWaits[queue]! += waited;
  state.lastStarts[queue]! += 1;
}

/** The pools that lack at home become the cause, against the reservations of this moment (MODEL 4.2, 4.3). */
function explain(plan: Plan, state: State, row: number, queue: number, at: number, t: number): void {
  const { slots, supervisors, held } = state.fit;
  setCause(plan, state, row, queue, CAUSE.blocks, slots[at]!, supervisors[at]!, held[at]!);
  countSole(plan, state, Math.floor(queue / plan.pathways), at, t);
}

/** Counts a doctor refused whom room in a single pool would have placed, if there is one (MODEL 4.2: solely binding). */
export function countSole(plan: Plan, state: State, region: number, at: number, t: number): void {
  const { fit, trace } = state;
  if (fit.sole[at] === 0) return;
  for (let b = 0; b < plan.blocks; b++) {
    const cell = region * plan.blocks + b;
    if ((fit.slots[at]! >>> b) & 1) trace.sole[plan.slotsPool[cell]! * plan.steps + t]! += 1;
    if ((fit.supervisors[at]! >>> b) & 1) trace.sole[plan.supervisorsPool[cell]! * plan.steps + t]! += 1;
  }
  if (fit.held[at]! & HELD.main) trace.sole[plan.mainPool[region]! * plan.steps + t]! += 1;
  if (fit.held[at]! & HELD.stPost) trace.sole[plan.stPool[region]! * plan.steps + t]! += 1;
}

/** Counts the pass; strict order, or a pass too many, stops the queue behind this doctor. */
function pass(plan: Plan, state: State, row: number, queue: number): void {
  const passes = (state.trace.passes[row]! += 1);
  if (plan.strict || (plan.passLimit >= 0 && passes > plan.passLimit)) state.stopper[queue] = row;
}

/** Who is stopped takes over the stopper's cause. */
function followStopper(plan: Plan, state: State, row: number, queue: number): void {
  const stopper = state.stopper[queue]!;
  setCause(plan, state, row, queue, state.causeKind[stopper]!, state.causeSlots[stopper]!, state.causeSupervisors[stopper]!, state.causeHeld[stopper]!);
}

function setCause(plan: Plan, state: State, row: number, queue: number, kind: number, slots: number, supervisors: number, held: number): void {
  addStanding(plan, state, row, queue, -1);
  state.causeKind[row] = kind;
  state.causeSlots[row] = slots;
  state.causeSupervisors[row] = supervisors;
  state.causeHeld[row] = held;
  addStanding(plan, state, row, queue, 1);
}
