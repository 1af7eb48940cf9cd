import { LATER, NEVER, variantAt } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import type { Complaint } from '../../model/index.js';
import type { LaidRoster } from './lay-roster.js';
import { complain } from './names.js';

/** Draws that the run needed and the roster lacks: one of each leg. */
export function findUndrawn(plan: Plan, { roster, placeOf }: LaidRoster, trace: Trace): Complaint[] {
  if (plan.discipline !== 'weighted') return [];
  const lacking = Array.from({ length: roster.rows }, (_, row) => ({ place: placeOf[row]!, step: firstUndrawn(plan, roster, trace, row) })).filter(({ step }) => step !== undefined);
  lacking.sort((a, b) => a.place.doctor - b.place.doctor || a.place.leg - b.place.leg);
  return lacking.map(({ place, step }) => complain(['doctors', place.doctor, 'legs', place.leg, 'lottery'], { code: 'no-lottery', values: { step: step! } }));
}

/** The first step in which a doctor stands in an intake without a draw. */
function firstUndrawn(plan: Plan, roster: Roster, trace: Trace, row: number): number | undefined {
  if (roster.initialVariant[row]! >= 0 || trace.joins[row] === NEVER) return undefined;
  const steps = [...earlySteps(plan, roster, trace, row), ...queueSteps(plan, roster, trace, row)];
  return steps.find((t) => !isDrawn(roster, row, t));
}

/** Intakes at home in which a doctor seeks a position before the licence, until one is given or lost. */
function earlySteps(plan: Plan, roster: Roster, trace: Trace, row: number): number[] {
  if (roster.appliedBefore[row] !== 1 || roster.joins[row] === LATER) return [];
  const variant = variantAt(plan, roster, row, roster.region[row]!);
  if (plan.variantNeedsIntake[variant] === 0) return [];
  const first = Math.max(0, roster.joins[row]! - roster.late[row]! - plan.windowSteps[roster.pathway[row]!]!);
  const last = Math.min(plan.steps - 1, roster.joins[row]! - 1, trace.recruited[row]!, trace.lost[row]!);
  return stepsBetween(first, last).filter((t) => isIntake(plan, roster, roster.region[row]!, row, t));
}

function queueSteps(plan: Plan, roster: Roster, trace: Trace, row: number): number[] {
  if (trace.recruited[row] !== NEVER) return [];
  const isOpen = (t: number): boolean => roster.appliedBefore[row] === 1 || t - trace.joins[row]! >= plan.closesSteps[roster.pathway[row]!]!;
  const regions = [trace.home[row]!, ...soughtBy(roster, row)];
  const last = Math.min(plan.steps - 1, trace.starts[row]!, trace.gaveUp[row] === NEVER ? NEVER : trace.gaveUp[row]! - 1);
  const steps = stepsBetween(Math.max(0, trace.joins[row]!), last);
  // A form without intakes is tried in every step; a roster may have draws for intakes only.
  if (plan.variantNeedsIntake[variantAt(plan, roster, row, trace.home[row]!)] === 0) return [];
  return steps.filter((t) => isOpen(t) && regions.some((region) => isIntake(plan, roster, region, row, t)));
}

const stepsBetween = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

function soughtBy(roster: Roster, row: number): number[] {
  const { from, values } = roster.given!.seeks;
  return Array.from({ length: from[row + 1]! - from[row]! }, (_, i) => values[from[row]! + i]!);
}

function isIntake(plan: Plan, roster: Roster, region: number, row: number, t: number): boolean {
  return plan.intake[(region * plan.pathways + roster.pathway[row]!) * plan.steps + t] === 1;
}

function isDrawn(roster: Roster, row: number, t: number): boolean {
  const { from, values } = roster.given!.lottery;
  for (let i = from[row]!; i < from[row + 1]!; i += 2) if (values[i] === t) return true;
  return false;
}
