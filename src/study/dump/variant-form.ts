import type { Axes, Plan } from '../../engine/index.js';
import type { PlanForm, VariantForm } from './form.js';
import { row } from './row.js';

/** The pathways of a plan with their variants. */
export function writePathways(plan: Plan, axes: Axes): PlanForm['pathways'] {
  return Object.fromEntries(axes.pathways.map(({ id }, p) => [id, { variants: writeVariants(plan, axes, p) }]));
}

function writeVariants(plan: Plan, axes: Axes, p: number): Record<string, VariantForm> {
  return Object.fromEntries(axes.variants.flatMap(({ id }, v) => (plan.variantPathway[v] === p ? [[id, writeVariant(plan, axes, v)]] : [])));
}

function writeVariant(plan: Plan, axes: Axes, v: number): VariantForm {
  const base = plan.stretchFrom[v]!;
  const stretches = Array.from({ length: plan.stretchFrom[v + 1]! - base }, (_, place) => base + place);
  return {
    blocks: stretches.map((s) => ({ block: axes.blocks[plan.stretchBlock[s]!]!.id, length: plan.stretchLength[s]!, slots: plan.stretchSlots[s]!, load: plan.stretchLoad[s]! })),
    before: stretches.flatMap((s) => row(plan.stretchAfter, s).map((first): [number, number] => [first - base, s - base])),
    main_load: plan.variantMainLoad[v]!,
    ...(plan.variantLongest[v]! > 0 ? { longest: plan.variantLongest[v]! } : {}),
    ...(plan.variantNeedsPosition[v] === 0 ? { needs_position: false } : {}),
    ...(plan.variantNeedsIntake[v] === 0 ? { needs_intake: false } : {}),
    ...(plan.variantStPost[v]! > 0 ? { st_post: true } : {}),
  };
}
