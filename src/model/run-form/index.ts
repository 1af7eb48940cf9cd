import type * as z from 'zod';
import type { Complaint } from '../document.js';
import { complaintsOf } from './complaints.js';
import { planSchema } from './plan-form.js';
import type { PlanForm } from './plan-form.js';
import { rosterSchema } from './roster-form.js';
import type { RosterForm } from './roster-form.js';

export type { AgreementForm, CapacityForm, GateForm, IntakeForm, LocumForm, PlanForm, PoolForm, RuleForm, SettingsForm, VariantForm } from './plan-form.js';
export type { DoctorForm, LegForm, RosterForm } from './roster-form.js';

/** What a value says, or all that is wrong with it. */
export type Judgement<T> = { readonly value: T } | { readonly complaints: readonly Complaint[] };

/** Judges a plan made elsewhere by its form alone. */
export const judgePlan = (value: unknown): Judgement<PlanForm> => judge(planSchema, value);

/** Judges a roster made elsewhere by its form alone. */
export const judgeRoster = (value: unknown): Judgement<RosterForm> => judge(rosterSchema, value);

function judge<T>(schema: z.ZodType<T>, value: unknown): Judgement<T> {
  const read = schema.safeParse(value);
  return read.success ? { value: read.data } : { complaints: read.error.issues.flatMap((issue) => complaintsOf(issue, value)) };
}
