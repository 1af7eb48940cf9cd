import { evaluateStart, placeStart } from './placement.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';
import { fill, hasPosition, rememberWait } from './turn.js';
import { variantAt } from './variant.js';

/** Whether a doctor who has not joined may be recruited at an intake at home: applied before the degree, expected inside its window, without a promise so far. */
export function isRecruitable(plan: Plan, roster: Roster, { trace }: State, row: number, t: number): boolean {
  if (roster.appliedBefore[row] === 0 || trace.recruited[row] !== NEVER || trace.lost[row] !== NEVER) return false;
  const p = roster.pathway[row]!;
  const home = roster.region[row]!;
  const expected = roster.joins[row]! - roster.late[row]!;
  if (expected > t + plan.windowSteps[p]! || plan.intake[(home * plan.pathways + p) * plan.steps + t] === 0) return false;
  return plan.variantNeedsIntake[variantAt(plan, roster, row, home)] === 1;
}

/**
 * The turn of a doctor who has no licence yet: with a position open, and blocks that fit from the day of joining, the doctor starts that day. A licence that
 * comes after the intake's window loses the start, and the position with it. Whoever gets nothing waits for nothing: the queue is not joined yet.
 */
export function recruit(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { trace } = state;
  const home = roster.region[row]!;
  const queue = home * plan.pathways + roster.pathway[row]!;
  const joins = roster.joins[row]!;
  const variant = variantAt(plan, roster, row, home);
  const needsPosition = plan.variantNeedsPosition[variant] === 1;
  if (state.stopper[queue]! >= 0 || (needsPosition && !hasPosition(plan, state, queue, t))) return;
  if (joins > t + plan.windowSteps[roster.pathway[row]!]!) {
    trace.lost[row] = t;
    if (needsPosition) fill(plan, state, queue, t, false);
    return;
  }
  const at = evaluateStart(plan, roster, state, row, home, variant, joins);
  // More will be known of that step when it comes.
  state.fit.step[at] = -1;
  if (state.fit.choice[at]! < 0) return;
  if (needsPosition) fill(plan, state, queue, t);
  trace.recruited[row] = t;
  trace.region[row] = home;
  trace.variant[row] = variant;
  trace.starts[row] = joins;
  if (joins < plan.steps) trace.started[queue * plan.steps + joins]! += 1;
  placeStart(plan, roster, state, row, at, joins);
  rememberWait(state, queue, t, 0);
}
