import type { Complaint, PlanForm, RosterForm } from '../../model/index.js';
import type { RecordsForm } from '../dump/form.js';
import { writeRecords } from '../dump/records-form.js';
import { watchAudited } from '../dump/watch.js';
import { checkPlan } from './check-plan.js';
import { checkRoster } from './check-roster.js';
import { stepsOf } from './lay-fillable.js';
import { layAxes, layPlan } from './lay-plan.js';
import { layRoster } from './lay-roster.js';
import { horizonOf } from './lengths.js';
import { notePlan } from './note-plan.js';
import { findUndrawn } from './undrawn.js';

/** What became of everybody, with what is odd about the plan; or all that is wrong with the plan or, where that is sound, with the roster. */
export type Replayed = { readonly records: RecordsForm; readonly notes: readonly Complaint[] } | { readonly of: 'plan' | 'roster'; readonly complaints: readonly Complaint[] };

/** Runs the engine on a plan and a roster from elsewhere. */
export function replay(form: PlanForm, rosterForm: RosterForm): Replayed {
  const planComplaints = checkPlan(form);
  if (planComplaints.length > 0) return { of: 'plan', complaints: planComplaints };
  const rosterComplaints = checkRoster(rosterForm, form);
  if (rosterComplaints.length > 0) return { of: 'roster', complaints: rosterComplaints };
  const laid = layRoster(rosterForm, form);
  const plan = layPlan(form, horizonOf(rosterForm, form), mostSought(rosterForm));
  const watched = watchAudited(plan, laid.roster);
  const unlucky = findUndrawn(plan, laid, watched.trace);
  if (unlucky.length > 0) return { of: 'roster', complaints: unlucky };
  const doctorOf = laid.placeOf.map(({ doctor }) => doctor);
  return { records: inOrder(writeRecords(plan, layAxes(form), laid.roster, watched), form, rosterForm, doctorOf), notes: notePlan(form) };
}

const mostSought = (form: RosterForm): number => form.doctors.reduce((most, { legs }) => legs.reduce((more, { seeks = [] }) => Math.max(more, seeks.length), most), 0);

/** Doctors as the roster has them; who was in training keeps the start that the roster tells, and what has no limit is never vacant. */
function inOrder(records: RecordsForm, form: PlanForm, rosterForm: RosterForm, doctorOf: readonly number[]): RecordsForm {
  const doctors: RecordsForm['doctors'][number][] = [];
  records.doctors.forEach(({ legs: [first, ...later] }, row) => {
    const { id, legs: [{ initial } = {}] } = rosterForm.doctors[doctorOf[row]!]!;
    const begun = first && (initial ? { ...first, start: initial.start ?? null } : first);
    doctors[doctorOf[row]!] = { id, legs: begun ? [begun, ...later] : later };
  });
  const isLimited = (t: number, region: string, pathway: string): boolean =>
    form.intakes.some((intake) => intake.region === region && intake.pathway === pathway && intake.positions !== null && stepsOf(intake, form).includes(t));
  return { ...records, doctors, vacant: records.vacant.filter(([t, region, pathway]) => isLimited(t, region, pathway)) };
}
