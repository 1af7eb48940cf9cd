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
  const columns = names.flatMap((name) => {
    const [there, here] = [numbersIn(base, name), numbersIn(plan, name)];
    if (there === undefined || here === undefined || there.constructor !== here.constructor || there.length !== here.length) return [];
    const at = Int32Array.from(here.keys()).filter((i) => !Object.is(there[i], here[i]));
    return [{ name, at, values: Float64Array.from(at, (i) => here[i]!) }];
  });
  const sparse = new Set(columns.map(({ name }) => name));
  return { parts: Object.fromEntries(names.filter((name) => !sparse.has(name)).map((name) => [name, plan[name]])), columns };
}

function numbersIn(plan: Plan, name: keyof Plan): Numbers | undefined {
  const part: unknown = plan[name];
  return part instanceof Int32Array || part instanceof Float64Array ? part : undefined;
}

/** The plan that a patch makes of another. */
export function patchPlan(base: Plan, { parts, columns }: PlanPatch): Plan {
  const changed = columns.map(({ name, at, values }) => {
    const column = numbersIn(base, name)!.slice();
    at.forEach((i, k) => (column[i] = values[k]!));
    return [name, column] as const;
  });
  return { ...base, ...parts, ...Object.fromEntries(changed) };
}
