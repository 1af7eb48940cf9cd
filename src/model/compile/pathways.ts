import { UNIT } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { layRagged } from '../../base/index.js';
import { stepOf } from '../calendar.js';
import { thresholds } from '../chances.js';
import { compareText } from '../cohorts.js';
import { listOrders, listPrecedence } from '../orders.js';
import type { Pathway, Variant } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** A variant with the pathway it belongs to, in the order of the variant axis. */
export interface PlacedVariant {
  readonly pathway: number;
  readonly of: Pathway;
  readonly variant: Variant;
}

/** The variant axis: by pathway, then by id. */
export function listVariants(frame: Frame): PlacedVariant[] {
  return frame.pathways.flatMap((id, pathway) => {
    const of = frame.scenario.pathways.find((p) => p.id === id)!;
    return [...of.variants].sort((a, b) => compareText(a.id, b.id)).map((variant) => ({ pathway, of, variant }));
  });
}

type PathwayColumns = Pick<
  Plan,
  | 'variants' | 'variantPathway' | 'stretchFrom' | 'stretchBlock' | 'stretchLength' | 'stretchSlots' | 'stretchLoad' | 'stretchAfter' | 'variantLength' | 'variantMainLoad' | 'variantLongest' | 'variantStPost' | 'variantNeedsPosition' | 'variantNeedsIntake' | 'hasStPosts'
  | 'legFrom' | 'legStretch' | 'legOffset' | 'orderFrom' | 'orderLegs' | 'variantShares' | 'pathwayVariants'
>;

/** Columns of variants, their stretches, and every allowed order as legs. */
export function layPathways(frame: Frame): PathwayColumns {
  const placed = listVariants(frame);
  const stretches = placed.flatMap((p) => p.variant.stretches);
  const stretchFrom = [0];
  for (const p of placed) stretchFrom.push(stretchFrom.at(-1)! + p.variant.stretches.length);
  return {
    variants: placed.length,
    variantPathway: Int32Array.from(placed, (p) => p.pathway),
    stretchFrom: Int32Array.from(stretchFrom),
    stretchBlock: Int32Array.from(stretches, (s) => frame.blocks.indexOf(s.block)),
    stretchLength: Int32Array.from(stretches, (s) => s.steps),
    stretchSlots: Int32Array.from(stretches, (s) => Math.round(s.slots * UNIT)),
    stretchLoad: Int32Array.from(stretches, (s) => Math.round(s.load * UNIT)),
    stretchAfter: layRagged(placed.flatMap((p, v) => listPrecedence(p.of, p.variant).map((row) => row.map((i) => stretchFrom[v]! + i)))),
    variantLength: Int32Array.from(placed, (p) => p.variant.stretches.reduce((sum, s) => sum + s.steps, 0)),
    variantMainLoad: Int32Array.from(placed, (p) => Math.round(p.variant.mainLoad * UNIT)),
    ...layForms(placed),
    ...layOrders(placed.map(({ of, variant }) => ({ steps: variant.stretches.map((s) => s.steps), orders: listOrders(of, variant) })), stretchFrom),
    variantShares: layShares(frame),
    pathwayVariants: layRagged(frame.pathways.map((_, p) => placed.flatMap((x, v) => (x.pathway === p ? [v] : [])))),
  };
}

/** What a form needs to begin: a position and an intake, or, inside ST, a post that it holds (MODEL 3.9). */
function layForms(placed: readonly PlacedVariant[]): Pick<Plan, 'variantLongest' | 'variantStPost' | 'variantNeedsPosition' | 'variantNeedsIntake' | 'hasStPosts'> {
  const within = placed.map(({ variant }) => variant.within);
  const isOwn = Int32Array.from(within, (steps) => (steps === null ? 1 : 0));
  return {
    variantLongest: Int32Array.from(within, (steps) => steps ?? 0),
    variantStPost: Int32Array.from(within, (steps) => (steps === null ? 0 : UNIT)),
    variantNeedsPosition: isOwn,
    variantNeedsIntake: isOwn,
    hasStPosts: within.some((steps) => steps !== null),
  };
}

type OrderColumns = Pick<Plan, 'legFrom' | 'legStretch' | 'legOffset' | 'orderFrom' | 'orderLegs'>;

/** Every order of every variant as legs: `steps` of its stretches, and the orders as places in their list. */
export function layOrders(variants: readonly { readonly steps: readonly number[]; readonly orders: readonly (readonly number[])[] }[], stretchFrom: readonly number[]): OrderColumns {
  const legs: { stretch: number; offset: number }[] = [];
  const legFrom = [0];
  const orderFrom = [0];
  const orderLegs: number[][] = [];
  variants.forEach(({ steps, orders }, v) => {
    const known = new Map<string, number>();
    for (const order of orders) {
      let offset = 0;
      const row: number[] = [];
      for (const i of order) {
        const name = `${i} ${offset}`;
        const leg = known.get(name) ?? legs.push({ stretch: stretchFrom[v]! + i, offset }) - 1;
        known.set(name, leg);
        row.push(leg);
        offset += steps[i]!;
      }
      orderLegs.push(row);
    }
    legFrom.push(legs.length);
    orderFrom.push(orderLegs.length);
  });
  return {
    legFrom: Int32Array.from(legFrom),
    legStretch: Int32Array.from(legs, (leg) => leg.stretch),
    legOffset: Int32Array.from(legs, (leg) => leg.offset),
    orderFrom: Int32Array.from(orderFrom),
    orderLegs: layRagged(orderLegs),
  };
}

/** Shares of variants by region and step of joining; the first group holds from ever. */
function layShares(frame: Frame): Plan['variantShares'] {
  const rows: number[][] = [];
  for (const region of frame.regions) {
    for (const id of frame.pathways) {
      const pathway = frame.scenario.pathways.find((p) => p.id === id)!;
      const ids = pathway.variants.map((v) => v.id).sort(compareText);
      const own = pathway.variantOf.filter((row) => row.region === region);
      const dates = [...new Set(own.map((row) => row.from))].sort((a, b) => a - b);
      const groups = dates.map((from) => {
        const shares = ids.map((variant) => own.filter((row) => row.from === from && row.variant === variant).reduce((sum, row) => sum + take(frame, row.share), 0));
        return [stepOf(frame.scenario, from), ...thresholds(shares)];
      });
      rows.push(groups.length > 0 ? groups.flat() : [0, ...thresholds(ids.map((_, i) => (i === 0 ? 1 : 0)))]);
    }
  }
  return layRagged(rows);
}
