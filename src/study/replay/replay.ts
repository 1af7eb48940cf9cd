import { NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import type { Complaint, PlanForm, RosterForm } from '../../model/index.js';
import type { RecordsForm } from '../dump/form.js';
import { writeRecords } from '../dump/records-form.js';
import { watchAudited } from '../dump/watch.js';
import { checkPlan } from './check-plan.js';
import { checkRoster } from './check-roster.js';
import { layAxes, layPlan } from './lay-plan.js';
import { layRoster, longestItinerary } from './lay-roster.js';
import { complain } from './names.js';

/** What became of everybody, or all that is wrong with the plan or, where that is sound, with the roster. */
export type Replayed = { readonly records: RecordsForm } | { readonly of: 'plan' | 'roster'; readonly complaints: readonly Complaint[] };

/** Runs the engine on a plan and a roster from elsewhere. */
export function replay(form: PlanForm, rosterForm: RosterForm): Replayed {
  const planComplaints = checkPlan(form);
  if (planComplaints.length > 0) return { of: 'plan', complaints: planComplaints };
  const rosterComplaints = checkRoster(rosterForm, form);
  if (rosterComplaints.length > 0) return { of: 'roster', complaints: rosterComplaints };
  const { roster, doctorOf } = layRoster(rosterForm, form);
  const plan = layPlan(form, longestItinerary(rosterForm, form), mostSought(rosterForm));
  const watched = watchAudited(plan, roster);
  const unlucky = findUndrawn(plan, roster, watched.trace, doctorOf);
  if (unlucky.length > 0) return { of: 'roster', complaints: unlucky };
  return { records: inOrder(writeRecords(plan, layAxes(form), roster, watched), form, rosterForm, doctorOf) };
}

const mostSought = (form: RosterForm): number => form.doctors.reduce((most, { legs }) => Math.max(most, legs[0]!.seeks?.length ?? 0), 0);

/** Draws that the run needed and the roster lacks: one of each doctor. */
function findUndrawn(plan: Plan, roster: Roster, trace: Trace, doctorOf: readonly number[]): Complaint[] {
  if (plan.discipline !== 'weighted') return [];
  const { lottery, seeks } = roster.given!;
  const drawn = (row: number, t: number): boolean => {
    for (let i = lottery.from[row]!; i < lottery.from[row + 1]!; i += 2) if (lottery.values[i] === t) return true;
    return false;
  };
  const isIntake = (row: number, t: number): boolean => {
    const regions = [roster.region[row]!];
    for (let i = seeks.from[row]!; i < seeks.from[row + 1]!; i++) regions.push(seeks.values[i]!);
    return regions.some((r) => plan.intake[(r * plan.pathways + roster.pathway[row]!) * plan.steps + t] === 1);
  };
  const found: Complaint[] = [];
  for (let row = 0; row < roster.rows; row++) {
    if (roster.initialVariant[row]! >= 0) continue;
    const isOpen = (t: number): boolean => roster.appliedBefore[row] === 1 || t - roster.joins[row]! >= plan.closesSteps[roster.pathway[row]!]!;
    const last = Math.min(plan.steps - 1, trace.starts[row] === NEVER ? NEVER : trace.starts[row]!, trace.gaveUp[row] === NEVER ? NEVER : trace.gaveUp[row]! - 1);
    for (let t = Math.max(0, roster.joins[row]!); t <= last; t++) {
      if (!isIntake(row, t) || !isOpen(t) || drawn(row, t)) continue;
      found.push(complain(['doctors', doctorOf[row]!, 'legs', 0, 'lottery'], { code: 'no-lottery', values: { step: t } }));
      break;
    }
  }
  return found.sort((a, b) => Number(a.path[1]) - Number(b.path[1]));
}

/** Doctors as the roster has them; who was in training keeps the start that the roster tells, and what has no limit is never vacant. */
function inOrder(records: RecordsForm, form: PlanForm, rosterForm: RosterForm, doctorOf: readonly number[]): RecordsForm {
  const doctors: RecordsForm['doctors'][number][] = [];
  records.doctors.forEach(({ legs }, row) => {
    const { id, legs: asGiven } = rosterForm.doctors[doctorOf[row]!]!;
    const { initial } = asGiven[0]!;
    doctors[doctorOf[row]!] = { id, legs: initial ? legs.map((leg) => ({ ...leg, start: initial.start ?? null })) : legs };
  });
  const isLimited = (t: number, region: string, pathway: string): boolean =>
    form.intakes.some((intake) => intake.region === region && intake.pathway === pathway && intake.positions !== null && (intake.steps === 'all' || intake.steps.includes(t)));
  return { ...records, doctors, vacant: records.vacant.filter(([t, region, pathway]) => isLimited(t, region, pathway)) };
}
