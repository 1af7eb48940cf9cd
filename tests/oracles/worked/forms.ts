import type { LegForm, LegRecord, PlanForm, PoolForm, RecordsForm, RosterForm, VariantForm } from '../../../src/study/dump/form.js';
import type { Feature } from '../any-form.js';

/** A run worked by hand: what is given, and what must come of it, doctor by doctor and as far as it is told. */
export interface Worked {
  /** The step-by-step reckoning, in one sentence or two. */
  readonly title: string;
  readonly feature: Feature;
  readonly plan: PlanForm;
  readonly roster: RosterForm;
  readonly legs: readonly (readonly Partial<LegRecord>[])[];
  readonly rest?: Partial<Pick<RecordsForm, 'vacant' | 'overruns'>> & { readonly series?: Partial<RecordsForm['series']> };
}

/** One whole step waited. */
export const STEP = 27_720;

/** A variant of blocks of these lengths, in this order. */
export function fixed(lengths: Readonly<Record<string, number>>, more: Partial<VariantForm> = {}): VariantForm {
  const blocks = Object.entries(lengths).map(([block, length]) => ({ block, length }));
  return { blocks, before: blocks.slice(1).map((_, i) => [i, i + 1]), ...more };
}

/** Slots of blocks in a region; a block that is not named has none. */
export const slots = (region: string, of: Readonly<Record<string, number | number[]>>): PoolForm[] => Object.entries(of).map(([block, capacity]) => ({ region, kind: 'slots', block, capacity }));

/** A pathway AT in region R (and Q), with an intake in every step and positions for all, unless told otherwise. */
export function planOf(steps: number, variants: VariantForm | Readonly<Record<string, VariantForm>>, pools: PoolForm[], more: Partial<PlanForm> = {}): PlanForm {
  const named = 'blocks' in variants ? { v: variants as VariantForm } : variants;
  return {
    steps, streams: ['s'], regions: ['R', 'Q'], pathways: { AT: { variants: named } }, pools,
    intakes: [{ region: 'R', pathway: 'AT', steps: 'all', positions: null }], ...more,
  };
}

/** Doctors of region R in the order of their rank, each with what is special in the first pathway, and later pathways whole. */
export function rosterOf(...doctors: readonly (Partial<LegForm> & { readonly stretch?: string; readonly mobile?: boolean; readonly then?: Partial<LegForm> })[]): RosterForm {
  return {
    doctors: doctors.map(({ stretch, mobile = false, then, ...first }, rank) => {
      const leg = { pathway: 'AT', variant: 'v', region: 'R', ...(first.initial === undefined ? { arrive: 0 } : {}), ...first };
      const later = then === undefined ? [] : [{ pathway: 'AT', variant: 'v', region: 'same', ...then }];
      return { id: ['s', 0, rank], rank, mobile, ...(stretch === undefined ? {} : { stretch }), legs: [leg, ...later] };
    }),
  };
}

/** A stay as it is recorded. */
export const stay = (block: string, from: number, until: number, index = 0, region = 'R'): LegRecord['blocks'][number] => ({ index, block, from, until, region });

/** Whole steps waited in the queue, by cause. */
export const queued = (steps: Readonly<Record<string, number>>): Pick<LegRecord, 'waited' | 'causes'> => waited(steps, {});

/** Whole steps waited in the queue and between blocks, by cause. */
export function waited(queue: Readonly<Record<string, number>>, between: Readonly<Record<string, number>>): Pick<LegRecord, 'waited' | 'causes'> {
  const units = (steps: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(steps).map(([cause, n]) => [cause, n * STEP]));
  const all = (steps: Readonly<Record<string, number>>): number => Object.values(steps).reduce((a, b) => a + b, 0);
  return { waited: { queue: all(queue), between: all(between) }, causes: { queue: units(queue), between: units(between) } };
}
