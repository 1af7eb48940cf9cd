import { NEVER, NO_POOL, forEachStay, personalSteps } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { byTurn } from './applicants.js';
import type { Moment } from './follow.js';

/** A run of steps, first and last. */
export interface Spell {
  readonly from: number;
  readonly until: number;
}

/** Room of a pool, in sixtieths, in some steps as it was at a doctor's turn: capacity as then known, less what others use and what had been reserved by those before (MODEL 2.2). */
function roomAtTurn(moment: Moment, row: number, pool: number, { from, until }: Spell): number[] {
  const { plan, t, state: { trace } } = moment;
  const room = Array.from({ length: until - from + 1 }, (_, i) => capacityKnown(plan, pool, from + i, t) - plan.crowding[pool * plan.horizon + from + i]!);
  if (from <= t && t <= until) room[t - from]! -= locumLoad(moment, pool);
  forEachStay({ ...trace, bookings: bookingsBeforeTurn(moment, row) }, (_, i) => {
    const need = needOf(plan, trace.stayStretch[i]!, trace.stayRegion[i]!, pool);
    if (need === 0) return;
    for (let u = Math.max(from, trace.stayFrom[i]!); u <= Math.min(until, trace.stayUntil[i]!); u++) room[u - from]! -= need;
  });
  return room;
}

function capacityKnown(plan: Plan, pool: number, u: number, t: number): number {
  let capacity = plan.capacity[pool * plan.horizon + u]!;
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    if (plan.revisionPool[i] === pool && plan.revisionKnown[i]! <= t && plan.revisionFrom[i]! <= u && u <= plan.revisionUntil[i]!) capacity += plan.revisionChange[i]!;
  }
  return capacity;
}

function locumLoad({ plan, t, state: { trace } }: Moment, pool: number): number {
  let load = 0;
  for (let locum = 0; locum < plan.locumPool.length && t > 0; locum++) {
    if (plan.locumPool[locum] !== pool) continue;
    for (let i = plan.locumQueues.from[locum]!; i < plan.locumQueues.from[locum + 1]!; i++) load += plan.locumLoad[locum]! * trace.queue[plan.locumQueues.values[i]! * plan.steps + t - 1]!;
  }
  return load;
}

function needOf(plan: Plan, stretch: number, region: number, pool: number): number {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  return (plan.slotsPool[cell] === pool ? plan.stretchSlots[stretch]! : 0) + (plan.supervisorsPool[cell] === pool ? plan.stretchLoad[stretch]! : 0);
}

/** How many bookings had been made when a doctor's turn came: they are written down in order of the turns, guests and movers after the list (MODEL 2.6, 5.1, 5.2). */
export function bookingsBeforeTurn(moment: Moment, row: number): number {
  const { plan, roster, t, bookingsBefore, state: { trace, seeks } } = moment;
  const later = byTurn(plan, roster, trace.joins, t);
  const isAfter = (other: number): boolean => {
    const began = trace.recruited[other] === t || (trace.starts[other] === t && trace.recruited[other] === NEVER);
    if (!began) return false;
    const region = trace.region[other]!;
    const isGuest = region !== trace.home[other];
    const sought = Array.from({ length: plan.appliesTo }, (_, i) => seeks[other * plan.appliesTo + i]);
    return (isGuest && (plan.ownFirst || !sought.includes(region))) || later(other, row) > 0;
  };
  for (let i = bookingsBefore; i < trace.bookings; i++) if (isAfter(trace.bookingRow[i]!)) return i;
  return trace.bookings;
}

/** How many steps ahead of a turn a doctor's plan reaches: the whole pathway, or step by step the longest stretch in the block (MODEL 3.1, 3.4, 3.9). */
export function reachOf({ plan, roster }: Moment, row: number, variant: number, block: number): number {
  const personal = (steps: number): number => personalSteps(steps, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
  const stretches = Array.from({ length: plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]! }, (_, i) => plan.stretchFrom[variant]! + i);
  const lengthOf = (stretch: number): number => personal(plan.stretchLength[stretch]!);
  if (plan.mode === 'step' && block >= 0) return Math.max(0, ...stretches.filter((stretch) => plan.stretchBlock[stretch] === block).map(lengthOf));
  const total = stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  const longest = plan.variantLongest[variant]!;
  return longest === 0 ? total : Math.max(personal(longest), total);
}

/** The steps of a doctor's plan in which slots or supervisors of a block did not hold one more (of the stretches in the block, the one that asks for most), at the doctor’s turn. */
export function lackingSteps(moment: Moment, row: number, region: number, variant: number, kind: 'slots' | 'supervisors', block: number): number[] {
  const { plan, t } = moment;
  const pool = (kind === 'slots' ? plan.slotsPool : plan.supervisorsPool)[region * plan.blocks + block]!;
  const needs = Array.from({ length: plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]! }, (_, i) => plan.stretchFrom[variant]! + i)
    .filter((stretch) => plan.stretchBlock[stretch] === block)
    .map((stretch) => (kind === 'slots' ? plan.stretchSlots : plan.stretchLoad)[stretch]!)
    .filter((need) => need > 0);
  if (pool === NO_POOL || needs.length === 0) return [];
  const until = Math.min(plan.horizon, t + reachOf(moment, row, variant, block)) - 1;
  return roomAtTurn(moment, row, pool, { from: t, until }).flatMap((room, i) => (room < Math.max(...needs) ? [t + i] : []));
}

/**
 * The steps of a doctor's plan in which a region had no main supervisor, or no ST post, for one more at the doctor's turn: room as it stands after the step, with what those
 * who started after the doctor took given back (each holds it from first to last step: MODEL 3.5, 3.9). None step by step, where it is held until an end that nobody knows yet.
 */
export function lackingHeld(moment: Moment, row: number, region: number, variant: number, kind: 'main-supervisors' | 'st-posts'): number[] {
  const { plan, t, state: { ledger, trace } } = moment;
  const pool = (kind === 'main-supervisors' ? plan.mainPool : plan.stPool)[region]!;
  const loads = kind === 'main-supervisors' ? plan.variantMainLoad : plan.variantStPost;
  if (pool === NO_POOL || plan.mode === 'step') return [];
  const until = Math.min(plan.horizon, t + reachOf(moment, row, variant, -1)) - 1;
  const room = Array.from({ length: until - t + 1 }, (_, i) => ledger.room[pool * plan.horizon + t + i]!);
  for (const { by, from, last } of heldAfter(moment, row)) {
    if (trace.region[by] !== region) continue;
    for (let u = Math.max(t, from); u <= Math.min(until, last); u++) room[u - t]! += loads[trace.variant[by]!]!;
  }
  return room.flatMap((left, i) => (left < loads[variant]! ? [t + i] : []));
}

/** Who started after a doctor's turn in the step, each with the first and last step of their plan. */
function heldAfter(moment: Moment, row: number): readonly { readonly by: number; readonly from: number; readonly last: number }[] {
  const { trace } = moment.state;
  const before = bookingsBeforeTurn(moment, row);
  return Array.from({ length: trace.bookings - before }, (_, i) => before + i).map((booking) => {
    const itinerary = trace.bookingItinerary[booking]!;
    const [first, end] = [trace.itineraryFrom[itinerary]!, trace.itineraryFrom[itinerary + 1]!];
    return { by: trace.bookingRow[booking]!, from: Math.min(...trace.stayFrom.subarray(first, end)), last: Math.max(...trace.stayUntil.subarray(first, end)) };
  });
}

/** Steps as runs of steps. */
export function spellsOf(steps: readonly number[]): Spell[] {
  const spells: { from: number; until: number }[] = [];
  for (const step of steps) {
    const last = spells.at(-1);
    if (last?.until === step - 1) last.until = step;
    else spells.push({ from: step, until: step });
  }
  return spells;
}

