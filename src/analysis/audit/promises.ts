import { isSameColumn } from '../../base/index.js';
import { LATER, NEVER } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import { columnOf } from './scratch.js';
import { placeAt } from './tally.js';
import { variantIn } from './variants.js';
import type { Audit } from './place.js';
import { complain } from './violations.js';

/** Whether anybody of a roster is late. */
const isLate = new WeakMap<Roster, boolean>();

/** Whether doctors may be recruited before their licence, or miss it. */
export function mayPromise(plan: Plan, roster: Roster): boolean {
  for (let p = 0; p < plan.pathways; p++) if (plan.windowSteps[p]! > 0) return true;
  const before = isLate.get(roster);
  if (before !== undefined) return before;
  const { rows, late } = roster;
  let any = false;
  for (let row = 0; row < rows; row++) if (late[row]! > 0) any = true;
  isLate.set(roster, any);
  return any;
}

/** Where nobody may be recruited before the licence, nobody is, and no such promise is lost. */
export function checkUnpromised({ roster: { rows }, trace: { recruited, lost }, hasPromises, report }: Audit): void {
  if (hasPromises || (isSameColumn(recruited, columnOf(NEVER, rows)) && (lost === recruited || isSameColumn(lost, recruited)))) return;
  for (let row = 0; row < rows; row++) {
    if (((recruited[row]! ^ NEVER) | (lost[row]! ^ NEVER)) !== 0) complain(report, 'promise', { row, recruited: recruited[row]!, lost: lost[row]! });
  }
}

/**
 * A position promised at an intake to who was expected in its window (MODEL 2.6 and docs/model.md): whoever joins in the window starts then, without waiting; whoever
 * comes later has lost it, and it is used up all the same.
 */
export function checkPromise(audit: Audit, row: number): void {
  const { plan, roster, trace, report } = audit;
  const [recruited, lost] = [trace.recruited[row]!, trace.lost[row]!];
  if (recruited === NEVER && lost === NEVER) return;
  const t = Math.min(recruited, lost);
  const joins = roster.joins[row]!;
  const queue = roster.region[row]! * plan.pathways + roster.pathway[row]!;
  const last = t + plan.windowSteps[roster.pathway[row]!]!;
  const isExpected = joins !== LATER && roster.appliedBefore[row] === 1 && roster.initialVariant[row]! < 0 && joins - roster.late[row]! <= last;
  const isAtIntake = t >= 0 && t < plan.steps && joins > t && plan.intake[queue * plan.steps + t] === 1;
  const isOne = recruited === NEVER ? joins > last : lost === NEVER && joins <= last && trace.starts[row] === joins && trace.region[row] === roster.region[row];
  if (!isExpected || !isAtIntake || !isOne) return complain(report, 'promise', { row, joins, late: roster.late[row]!, recruited, lost, starts: trace.starts[row]! });
  const variant = variantIn(audit, row, roster.region[row]!, joins);
  if (plan.variantNeedsIntake[variant] !== 1) complain(report, 'promise', { row, variant });
  if (lost !== NEVER) fill(audit, variant, queue, t, audit.tally.lost);
}

/** A position of an intake is used up, where the form needs one. */
export function fill(audit: Audit, variant: number, queue: number, t: number, also?: Int32Array): void {
  const { plan, tally } = audit;
  if (plan.variantNeedsPosition[variant] !== 1 || plan.variantNeedsIntake[variant] !== 1) return;
  tally.filled[placeAt(plan, queue, t)]! += 1;
  if (also) also[placeAt(plan, queue, t)]! += 1;
}
