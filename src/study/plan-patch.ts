import type { Plan } from '../engine/index.js';
import { samePart } from './same-plan.js';

/** What a plan has otherwise than another of the same shape: whole parts, and for long columns only the numbers that are other. */
export interface PlanPatch {
  readonly parts: Partial<Plan>;
  readonly columns: readonly { readonly name: keyof Plan; readonly at: Int32Array; readonly values: Float64Array }[];
}

type Numbers = Int32Array | Float64Array;

/** What makes one plan of another: plans of many subsets of changes are handed to workers so, for each is nearly the same. */
export function patchOf(base: Plan, plan: Plan): PlanPatch {
  const names = (Object.keys(plan) as (keyof Plan)[]).filter((name) => !samePart(base[name], plan[name]));
  const isSparse = (name: keyof Plan): boolean => ArrayBuffer.isView(base[name]) && ArrayBuffer.isView(plan[name]) && base[name].constructor === plan[name].constructor && (base[name] as unknown as Numbers).length === (plan[name] as unknown as Numbers).length;
  const columns = names.filter(isSparse).map((name) => {
    const [there, here] = [base[name] as unknown as Numbers, plan[name] as unknown as Numbers];
    const at = Int32Array.from(here.keys()).filter((i) => !Object.is(there[i], here[i]));
    return { name, at, values: Float64Array.from(at, (i) => here[i]!) };
  });
  return { parts: Object.fromEntries(names.filter((name) => !isSparse(name)).map((name) => [name, plan[name]])), columns };
}

/** The plan that a patch makes of another. */
export function patchPlan(base: Plan, { parts, columns }: PlanPatch): Plan {
  const changed = columns.map(({ name, at, values }) => {
    const column = (base[name] as unknown as Numbers).slice();
    at.forEach((i, k) => (column[i] = values[k]!));
    return [name, column] as const;
  });
  return { ...base, ...parts, ...Object.fromEntries(changed) };
}
