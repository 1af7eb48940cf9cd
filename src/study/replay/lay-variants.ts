import { layRagged } from '../../base/index.js';
import { UNIT } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { layOrders } from '../../model/index.js';
import type { PlanForm, VariantForm } from '../../model/index.js';
import { listOrders } from './check-variants.js';
import { listBlocks } from './names.js';

/** A variant with its name and the number of its pathway. */
export interface NamedVariant {
  readonly pathway: number;
  readonly name: string;
  readonly variant: VariantForm;
}

/** The variants of all pathways, in the order in which they stand. */
export function listVariants(form: PlanForm): NamedVariant[] {
  return Object.values(form.pathways).flatMap(({ variants }, pathway) => Object.entries(variants).map(([name, variant]) => ({ pathway, name, variant })));
}

type VariantColumns = Pick<
  Plan,
  | 'variants' | 'variantPathway' | 'stretchFrom' | 'stretchBlock' | 'stretchLength' | 'stretchSlots' | 'stretchLoad' | 'stretchAfter' | 'variantLength' | 'variantMainLoad'
  | 'variantLongest' | 'variantStPost' | 'variantNeedsPosition' | 'variantNeedsIntake' | 'hasStPosts'
  | 'legFrom' | 'legStretch' | 'legOffset' | 'orderFrom' | 'orderLegs' | 'variantShares' | 'pathwayVariants'
>;

/** The variants of a plan with their blocks, and every allowed order of them as legs. */
export function layVariants(form: PlanForm): VariantColumns {
  const blocks = listBlocks(form);
  const variants = listVariants(form);
  const stretches = variants.flatMap(({ variant }) => variant.blocks);
  const stretchFrom = [0];
  for (const { variant } of variants) stretchFrom.push(stretchFrom.at(-1)! + variant.blocks.length);
  const after = variants.flatMap(({ variant }, v) => variant.blocks.map((_, j) => [...new Set((variant.before ?? []).filter(([, then]) => then === j).map(([first]) => stretchFrom[v]! + first))].sort((a, b) => a - b)));
  const isStepwise = form.settings?.mode === 'step';
  return {
    variants: variants.length,
    variantPathway: Int32Array.from(variants, ({ pathway }) => pathway),
    stretchFrom: Int32Array.from(stretchFrom),
    stretchBlock: Int32Array.from(stretches, ({ block }) => blocks.indexOf(block)),
    stretchLength: Int32Array.from(stretches, ({ length }) => length),
    stretchSlots: Int32Array.from(stretches, ({ slots = 1 }) => slots),
    stretchLoad: Int32Array.from(stretches, ({ load = 1 }) => load),
    stretchAfter: layRagged(after),
    variantLength: Int32Array.from(variants, ({ variant }) => variant.blocks.reduce((sum, { length }) => sum + length, 0)),
    variantMainLoad: Int32Array.from(variants, ({ variant }) => variant.main_load ?? 1),
    variantLongest: Int32Array.from(variants, ({ variant }) => variant.longest ?? 0),
    variantStPost: Int32Array.from(variants, ({ variant }) => (variant.st_post === true ? UNIT : 0)),
    variantNeedsPosition: Int32Array.from(variants, ({ variant }) => (needsPosition(variant) ? 1 : 0)),
    variantNeedsIntake: Int32Array.from(variants, ({ variant }) => (needsIntake(variant) ? 1 : 0)),
    hasStPosts: variants.some(({ variant }) => variant.st_post === true),
    ...layOrders(variants.map(({ variant }) => ({ steps: variant.blocks.map(({ length }) => length), orders: isStepwise ? [] : listOrders(variant) })), stretchFrom),
    variantShares: layRagged([]),
    pathwayVariants: layRagged([]),
  };
}


const needsIntake = ({ needs_intake: needs = true }: VariantForm): boolean => needs;

/** A form without an intake of its own also needs no position (MODEL 3.9). */
const needsPosition = (variant: VariantForm): boolean => needsIntake(variant) && variant.needs_position !== false;
