import type { Column } from '../../base/index.js';
import type { Plan } from '../../engine/index.js';

/** All of a plan that decides how doctors join, wait and choose their form, without what happens in a run. Kept apart by identity. */
export interface Kin {
  readonly columns: readonly Column[];
}

let last: Kin = { columns: [] };

/** The kin of a plan. Counter-runs are made of one plan, most of them different in capacity alone: what is derived of a roster by one holds in the next. */
export function kinOf(plan: Plan, firstIntakes: Int32Array, forms: Int32Array): Kin {
  const { variantShares: shares, pathwayVariants: variants, steps, regions, pathways } = plan;
  const columns = [firstIntakes, forms, shares.from, shares.values, variants.from, variants.values, plan.closesSteps, plan.variantNeedsIntake, Int32Array.of(steps, regions, pathways)];
  if (!areSame(columns, last.columns)) last = { columns };
  return last;
}

function areSame(these: readonly Column[], those: readonly Column[]): boolean {
  return these.length === those.length && these.every((column, i) => isSame(column, those[i]!));
}

function isSame(one: Column, other: Column): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
