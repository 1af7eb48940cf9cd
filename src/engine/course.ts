import { layRagged } from '../base/index.js';
import type { Column, Ragged } from '../base/index.js';
import type { Plan } from './plan.js';

/**
 * The ways to serve a variant, or what is left of it: every allowed order as legs, a leg being one stretch at one offset (MODEL 3.2). The legs and orders of
 * a variant served in full time are ranges of the plan's own tables.
 */
export interface Course {
  readonly variant: number;
  readonly legFrom: number;
  readonly legUntil: number; // the leg after the last
  readonly legStretch: Column; // [leg]
  readonly legOffset: Column; // [leg]
  readonly legLength: Column; // [leg] steps
  readonly orderFrom: number;
  readonly orderUntil: number; // the order after the last
  readonly orderLegs: Ragged; // order → legs
  /** Steps in all. */
  readonly length: number;
  /** Scratch of the last evaluation. */
  readonly room: Float64Array; // [leg]
  readonly lack: Uint8Array; // [leg] 1 slots, 2 supervisors
}

/** The course of every variant in full time. */
export function layCourses(plan: Plan): Course[] {
  const legLength = Int32Array.from({ length: plan.legStretch.length }, (_, leg) => plan.stretchLength[plan.legStretch[leg]!]!);
  const room = new Float64Array(legLength.length);
  const lack = new Uint8Array(legLength.length);
  return Array.from({ length: plan.variants }, (_, variant) => ({
    variant,
    legFrom: plan.legFrom[variant]!,
    legUntil: plan.legFrom[variant + 1]!,
    legStretch: plan.legStretch,
    legOffset: plan.legOffset,
    legLength,
    orderFrom: plan.orderFrom[variant]!,
    orderUntil: plan.orderFrom[variant + 1]!,
    orderLegs: plan.orderLegs,
    length: plan.variantLength[variant]!,
    room,
    lack,
  }));
}

/** The course of what is left of a variant: `left` has the steps left of each of its stretches, 0 = done. */
export function layCourse(plan: Plan, variant: number, left: ArrayLike<number>): Course {
  const base = plan.stretchFrom[variant]!;
  const orders = listOrders(plan, base, plan.stretchFrom[variant + 1]! - base, left);
  const legOf = new Map<string, number>();
  const legs: { stretch: number; offset: number; length: number }[] = [];
  const rows = orders.map((order) => {
    let offset = 0;
    return order.map((place) => {
      const name = `${place} ${offset}`;
      const leg = legOf.get(name) ?? legs.push({ stretch: base + place, offset, length: left[place]! }) - 1;
      legOf.set(name, leg);
      offset += left[place]!;
      return leg;
    });
  });
  return {
    variant,
    legFrom: 0,
    legUntil: legs.length,
    legStretch: Int32Array.from(legs, (leg) => leg.stretch),
    legOffset: Int32Array.from(legs, (leg) => leg.offset),
    legLength: Int32Array.from(legs, (leg) => leg.length),
    orderFrom: 0,
    orderUntil: rows.length,
    orderLegs: layRagged(rows),
    length: Array.from(left).reduce((sum, steps) => sum + steps, 0),
    room: new Float64Array(legs.length),
    lack: new Uint8Array(legs.length),
  };
}

/** Allowed orders of the stretches left, as places in the list, compared lexicographically; of equal stretches the first listed comes first. */
function listOrders(plan: Plan, base: number, places: number, left: ArrayLike<number>): number[][] {
  const open = Array.from({ length: places }, (_, place) => place).filter((place) => left[place]! > 0);
  const after = open.map((b) => open.filter((a) => isBefore(plan, base + a, base + b) || (a < b && left[a] === left[b] && isTwin(plan, base, places, a, b))));
  const orders: number[][] = [];
  const taken: number[] = [];
  const extend = (): void => {
    if (taken.length === open.length) orders.push([...taken]);
    open.forEach((place, i) => {
      if (taken.includes(place) || after[i]!.some((first) => !taken.includes(first))) return;
      taken.push(place);
      extend();
      taken.pop();
    });
  };
  extend();
  return orders;
}

/** Whether precedence puts a stretch before another. */
export function isBefore(plan: Plan, first: number, then: number): boolean {
  const { from, values } = plan.stretchAfter;
  for (let i = from[then]!; i < from[then + 1]!; i++) if (values[i] === first) return true;
  return false;
}

/** Whether two stretches may be exchanged without a difference: the same block and need, and the same place among the others. */
function isTwin(plan: Plan, base: number, places: number, a: number, b: number): boolean {
  const x = base + a;
  const y = base + b;
  if (plan.stretchBlock[x] !== plan.stretchBlock[y] || plan.stretchSlots[x] !== plan.stretchSlots[y] || plan.stretchLoad[x] !== plan.stretchLoad[y]) return false;
  for (let z = base; z < base + places; z++) {
    if (z === x || z === y) continue;
    if (isBefore(plan, x, z) !== isBefore(plan, y, z) || isBefore(plan, z, x) !== isBefore(plan, z, y)) return false;
  }
  return !isBefore(plan, y, x);
}
