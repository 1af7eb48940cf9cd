import { NEVER } from '../../engine/index.js';
import type { GivenLuck, Plan, Roster } from '../../engine/index.js';
import type { Audit } from './place.js';
import { checkPromise, fill } from './promises.js';
import { countSteps, placeAt } from './tally.js';
import { walkTraining } from './training.js';
import { variantIn } from './variants.js';
import { complain } from './violations.js';

/** Follows one doctor after the other from joining to completion, telling of all that is wrong. */
export function followJourneys(audit: Audit): void {
  const { roster, trace, report } = audit;
  if (trace.rows !== roster.rows) complain(report, 'journey', { rows: trace.rows, doctors: roster.rows });
  for (let row = 0; row < roster.rows; row++) followJourney(audit, row);
}

/** Follows a doctor from joining to completion: is each step of the way allowed, and what does it add up to (MODEL 11.1, 11.3)? */
export function followJourney(audit: Audit, row: number): void {
  const { plan, roster, trace, report } = audit;
  if (audit.hasPromises) checkPromise(audit, row);
  const joins = trace.joins[row]!;
  if (roster.initialVariant[row]! >= 0) followInitial(audit, row);
  else if (joins < plan.steps && !(trace.home[row]! >= 0)) complain(report, 'journey', { row, joins, home: trace.home[row]! });
  else if (trace.starts[row] !== NEVER && (joins < plan.steps || isPromised(audit, row))) followStarted(audit, row);
  else followWaiting(audit, row);
}

/** Recruited before the licence: starts on joining. */
function isPromised({ trace, hasPromises }: Audit, row: number): boolean {
  return hasPromises && trace.recruited[row] !== NEVER;
}

/** In training from the beginning: as the roster says, whether there is room or not (MODEL 9.1). */
function followInitial(audit: Audit, row: number): void {
  const { plan, roster, trace, tally, report } = audit;
  const variant = roster.initialVariant[row]!;
  const region = roster.region[row]!;
  const starts = roster.given ? -1 : roster.initialLeft[row]! - plan.variantLength[variant]!;
  const isAsGiven = trace.region[row] === region && trace.variant[row] === variant && trace.starts[row] === starts && trace.gaveUp[row] === NEVER;
  if (!isAsGiven) return complain(report, 'journey', { row, initial: 1, starts: trace.starts[row]!, region: trace.region[row]! });
  tally.begun[roster.pathway[row]!]! += 1;
  countTraining(audit, row, 0);
  walkTraining(audit, row);
}

/** Still waiting, gone, or yet to join: employed nowhere, in no block. */
function followWaiting(audit: Audit, row: number): void {
  const { plan, trace, careers, report } = audit;
  const isNowhere = trace.region[row] === -1 && trace.variant[row] === -1 && trace.starts[row] === NEVER && trace.completes[row] === NEVER;
  if (!isNowhere) complain(report, 'journey', { row, joins: trace.joins[row]!, starts: trace.starts[row]!, region: trace.region[row]! });
  if (careers.stayFrom[row]! < careers.stayFrom[row + 1]!) complain(report, 'stays', { row, from: trace.stayFrom[careers.stays[careers.stayFrom[row]!]!]! });
  if (careers.leaveFrom[row]! < careers.leaveFrom[row + 1]!) complain(report, 'leave', { row, from: trace.leaveFrom[careers.leaves[careers.leaveFrom[row]!]!]! });
  if (trace.joins[row]! < plan.steps) countWait(audit, row, plan.steps);
  else if (trace.gaveUp[row] !== NEVER) complain(report, 'giving-up', { row, joins: trace.joins[row]!, gaveUp: trace.gaveUp[row]! });
}

function followStarted(audit: Audit, row: number): void {
  const { plan, roster, trace, tally, report } = audit;
  const starts = trace.starts[row]!;
  const joins = trace.joins[row]!;
  const region = trace.region[row]!;
  const hasPromise = isPromised(audit, row);
  const isPossible = starts >= Math.max(joins, 0) && (starts < plan.steps || hasPromise) && region >= 0 && region < plan.regions && mayWorkIn(audit, row, region);
  const variant = isPossible ? variantIn(audit, row, region, joins) : -1;
  if (!isPossible || trace.variant[row] !== variant) return complain(report, 'journey', { row, joins, starts, region, variant: trace.variant[row]! });
  // A move never leads into a form without position (MODEL 3.12).
  if (region !== trace.home[row] && plan.variantNeedsPosition[variant] !== 1) complain(report, 'journey', { row, region, variant });
  const queue = region * plan.pathways + roster.pathway[row]!;
  if (!hasPromise && !mayStart(audit, row, variant, queue, starts)) complain(report, 'intake', { row, joins, starts, region });
  fill(audit, variant, queue, hasPromise ? trace.recruited[row]! : starts);
  if (starts < plan.steps) tally.started[placeAt(plan, queue, starts)]! += 1;
  countTraining(audit, row, starts);
  if (joins < plan.steps) countWait(audit, row, starts);
  walkTraining(audit, row);
}

/** At an intake, who was in time for it; in any step in a form that needs none (MODEL 2.6, 3.9). */
function mayStart({ plan, roster, trace }: Audit, row: number, variant: number, queue: number, starts: number): boolean {
  if (plan.variantNeedsIntake[variant] !== 1) return true;
  const isInTime = roster.appliedBefore[row] === 1 || starts - trace.joins[row]! >= plan.closesSteps[roster.pathway[row]!]!;
  return isInTime && plan.intake[queue * plan.steps + starts] === 1;
}

/** At home; elsewhere who is mobile and has applied to other regions, or tries a neighbour after long waiting (MODEL 5.1, 5.2). */
export function mayWorkIn({ plan, roster, trace }: Audit, row: number, region: number): boolean {
  const home = trace.home[row]!;
  if (region === home || (roster.given ? seeksIn(roster.given.seeks, row, region) : maySeek(plan, roster, row))) return true;
  if (roster.mobile[row] !== 1) return false;
  const { from, values } = plan.neighbours;
  let isNeighbour = false;
  for (let i = from[home]!; i < from[home + 1]!; i++) if (values[i] === region) isNeighbour = true;
  return isNeighbour && plan.patienceSteps >= 0 && trace.starts[row]! - trace.joins[row]! >= plan.patienceSteps;
}

/** Who is mobile seeks in further regions, where doctors do; a roster from elsewhere says who and where. */
function maySeek(plan: Plan, { given, mobile }: Roster, row: number): boolean {
  return given ? given.seeks.from[row]! < given.seeks.from[row + 1]! : mobile[row] === 1 && plan.appliesTo > 0;
}

function seeksIn({ from, values }: GivenLuck['seeks'], row: number, region: number): boolean {
  for (let i = from[row]!; i < from[row + 1]!; i++) if (values[i] === region) return true;
  return false;
}

/** Started and not completed, by region of employment. */
function countTraining({ plan, roster, trace, tally }: Audit, row: number, from: number): void {
  const queue = trace.region[row]! * plan.pathways + roster.pathway[row]!;
  const completes = trace.completes[row]!;
  countSteps(plan, tally.training, queue, from, completes);
  if (completes < plan.steps) tally.completed[placeAt(plan, queue, completes)]! += 1;
}

/** A wait in the queue at home, from joining (or the beginning) until the start, giving up or the end; the part before the first intake in which the doctor stood. */
export function countWait(audit: Audit, row: number, end: number): void {
  const { plan, roster, trace, tally, tables: { intakes, hasOpenForms } } = audit;
  const p = roster.pathway[row]!;
  const queue = trace.home[row]! * plan.pathways + p;
  const joins = trace.joins[row]!;
  const joined = Math.max(joins, 0);
  const inTime = Math.min(plan.steps, roster.appliedBefore[row] === 1 ? joined : Math.max(joined, joins + plan.closesSteps[p]!));
  // In a form without intake every step counts as one (MODEL 2.4).
  const isOpen = hasOpenForms && plan.variantNeedsIntake[variantIn(audit, row, trace.home[row]!, joins)] !== 1;
  const stood = isOpen ? joined : intakes.first[queue * (plan.steps + 1) + inTime]!;
  const gaveUp = trace.gaveUp[row]!;
  if (gaveUp !== NEVER || roster.givesUp[row] !== 0) {
    const isSeeking = !isOpen && maySeek(plan, roster, row);
    checkGivingUp(audit, row, isSeeking ? intakes.anywhere[p * (plan.steps + 1) + inTime]! : stood, stood, end);
  }
  const until = gaveUp >= joined && gaveUp < end ? gaveUp : end;
  if (until < end) tally.left[placeAt(plan, queue, until)]! += 1;
  tally.arrived[placeAt(plan, queue, joined)]! += 1;
  countSteps(plan, tally.queue, queue, joined, until);
  countSteps(plan, tally.awaiting, queue, joined, Math.min(until, stood));
  tally.waited[queue]! += until - joined;
}

/**
 * One trial a step from the step after the first intake in which the doctor stood, and the drawn one succeeds (MODEL 2.4); who came with a wait has stood
 * in one before the run. Who seeks several regions may have stood in one of theirs before the first at home.
 */
function checkGivingUp({ plan, roster, trace, report, tables: { intakes } }: Audit, row: number, earliest: number, latest: number, end: number): void {
  const trial = roster.givesUp[row]!;
  const gaveUp = trace.gaveUp[row]!;
  const before = trace.joins[row]! < 0;
  if (gaveUp === NEVER) {
    const isLate = trial > 0 && (before ? -1 : latest) + trial < end + (trace.starts[row] === NEVER ? 0 : 1);
    if (isLate) complain(report, 'giving-up', { row, trial, end });
    return;
  }
  const stood = gaveUp - trial;
  const p = roster.pathway[row]!;
  const isIntake = stood === latest || (stood >= earliest && stood < latest && intakes.anywhere[p * (plan.steps + 1) + stood] === stood);
  const isDue = trial > 0 && gaveUp < end && trace.starts[row] === NEVER && (before ? stood === -1 : isIntake);
  if (!isDue) complain(report, 'giving-up', { row, trial, gaveUp, first: latest });
}
