import { layRagged } from '../base/index.js';
import { listOrders } from './orders.js';
import type { Plan } from './plan.js';
import { layRooms } from './spans.js';
import type { Rooms } from './spans.js';

/**
 * The ways to serve a variant, or what is left of it: every allowed order as legs, a leg being one stretch at one offset (MODEL 3.2). What is asked of room
 * is a span: legs of the same block, needs, offset and length share one, so that their room is looked up once.
 */
export interface Course {
  readonly variant: number;
  /** Steps left of each stretch of the variant when the course begins. */
  readonly left: Int32Array; // [place in the list]
  /** Steps in all. */
  readonly length: number;
  readonly legs: number;
  readonly legStretch: Int32Array; // [leg]
  readonly legOffset: Int32Array; // [leg]
  readonly legLength: Int32Array; // [leg] steps
  readonly orders: number;
  /** Legs of each order. */
  readonly places: number;
  readonly orderLegs: Int32Array; // [order × place], in order of time
  readonly orderSpans: Int32Array; // [order × place]
  readonly legSpan: Int32Array; // [leg]
  /** How many legs an order has in common with the one before, from the first on. */
  readonly shared: Int32Array; // [order]
  readonly spans: number;
  readonly spanBlock: Int32Array; // [span]
  readonly spanSlots: Int32Array; // [span], sixtieths of a slot
  readonly spanLoad: Int32Array; // [span], sixtieths of a supervisor place
  readonly spanOffset: Int32Array; // [span] steps from the start
  readonly spanLength: Int32Array; // [span] steps
  /** Spans of the same block that have a step in common with each leg. */
  readonly meetFrom: Int32Array; // [leg + 1] → meeting
  readonly meetSpans: Int32Array; // [meeting]
  /** Scratch: the room last looked up where nobody else has the same course, and the least of the first legs of an order. */
  readonly rooms: Rooms; // [span]
  readonly least: Int32Array; // [place + 1]
}

interface Leg {
  readonly stretch: number;
  readonly offset: number;
  readonly length: number;
}

/** The course of every variant in full time. */
export function layCourses(plan: Plan): Course[] {
  return Array.from({ length: plan.variants }, (_, variant) => {
    const legFrom = plan.legFrom[variant]!;
    const legs = Array.from({ length: plan.legFrom[variant + 1]! - legFrom }, (__, i): Leg => {
      const stretch = plan.legStretch[legFrom + i]!;
      return { stretch, offset: plan.legOffset[legFrom + i]!, length: plan.stretchLength[stretch]! };
    });
    const { from, values } = plan.orderLegs;
    const rows = Array.from({ length: plan.orderFrom[variant + 1]! - plan.orderFrom[variant]! }, (__, i) => {
      const order = plan.orderFrom[variant]! + i;
      return Array.from({ length: from[order + 1]! - from[order]! }, (___, place) => values[from[order]! + place]! - legFrom);
    });
    const lengths = Int32Array.from({ length: plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]! }, (__, place) => plan.stretchLength[plan.stretchFrom[variant]! + place]!);
    return lay(plan, variant, lengths, legs, rows);
  });
}

/** The course of what is left of a variant: `left` has the steps left of each of its stretches, 0 = done. */
export function layCourse(plan: Plan, variant: number, left: Int32Array): Course {
  const base = plan.stretchFrom[variant]!;
  const legOf = new Map<number, number>();
  const legs: Leg[] = [];
  const rows = listOrders(plan, base, left).map((order) => {
    let offset = 0;
    return order.map((place) => {
      const name = offset * left.length + place;
      const leg = legOf.get(name) ?? legs.push({ stretch: base + place, offset, length: left[place]! }) - 1;
      legOf.set(name, leg);
      offset += left[place]!;
      return leg;
    });
  });
  return lay(plan, variant, left, legs, rows);
}

function lay(plan: Plan, variant: number, left: Int32Array, legs: readonly Leg[], rows: readonly (readonly number[])[]): Course {
  const spanLeg: number[] = [];
  const spanOf = legs.map((leg, i) => {
    const known = spanLeg.findIndex((other) => isAlike(plan, legs[other]!, leg));
    return known < 0 ? spanLeg.push(i) - 1 : known;
  });
  const places = rows[0]?.length ?? 0;
  const meets = layRagged(legs.map((leg) => spanLeg.flatMap((other, span) => (meet(plan, leg, legs[other]!) ? [span] : []))));
  return {
    variant,
    left,
    length: left.reduce((sum, steps) => sum + steps, 0),
    legs: legs.length,
    legStretch: Int32Array.from(legs, (leg) => leg.stretch),
    legOffset: Int32Array.from(legs, (leg) => leg.offset),
    legLength: Int32Array.from(legs, (leg) => leg.length),
    orders: rows.length,
    places,
    orderLegs: Int32Array.from(rows.flat()),
    orderSpans: Int32Array.from(rows.flat(), (leg) => spanOf[leg]!),
    shared: Int32Array.from(rows, (row, order) => (order === 0 ? 0 : row.findIndex((leg, place) => leg !== rows[order - 1]![place]))),
    spans: spanLeg.length,
    spanBlock: Int32Array.from(spanLeg, (leg) => plan.stretchBlock[legs[leg]!.stretch]!),
    spanSlots: Int32Array.from(spanLeg, (leg) => plan.stretchSlots[legs[leg]!.stretch]!),
    spanLoad: Int32Array.from(spanLeg, (leg) => plan.stretchLoad[legs[leg]!.stretch]!),
    spanOffset: Int32Array.from(spanLeg, (leg) => legs[leg]!.offset),
    spanLength: Int32Array.from(spanLeg, (leg) => legs[leg]!.length),
    legSpan: Int32Array.from(spanOf),
    meetFrom: Int32Array.from(meets.from),
    meetSpans: Int32Array.from(meets.values),
    rooms: layRooms(spanLeg.length),
    least: new Int32Array(places + 1),
  };
}

function meet(plan: Plan, a: Leg, b: Leg): boolean {
  return plan.stretchBlock[a.stretch] === plan.stretchBlock[b.stretch] && a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

function isAlike(plan: Plan, a: Leg, b: Leg): boolean {
  const [x, y] = [a.stretch, b.stretch];
  const isSameNeed = plan.stretchBlock[x] === plan.stretchBlock[y] && plan.stretchSlots[x] === plan.stretchSlots[y] && plan.stretchLoad[x] === plan.stretchLoad[y];
  return isSameNeed && a.offset === b.offset && a.length === b.length;
}
