import type { VariantForm } from '../../../src/study/dump/form.js';
import { roomOver, type Pool } from './pool.js';
import { personal, poolIn, variantIn, variantOf, WHOLE, type Cause, type Doctor, type World } from './world.js';

/** One block of an itinerary, in its place in time. */
interface Leg {
  readonly index: number;
  readonly from: number;
  readonly until: number;
}

/** What an itinerary asks of one pool. */
interface Need {
  readonly pool: Pool;
  readonly from: number;
  readonly until: number;
  readonly need: number;
}

/** One way to go on: blocks one after another, and all that they need. */
export interface Itinerary {
  readonly region: string;
  readonly variant: string;
  readonly legs: readonly Leg[];
  readonly needs: readonly Need[];
}

/** The itinerary that a doctor would be given at `t` in a region, or null where none fits (3.1 to 3.4). */
export function chosen(world: World, doctor: Doctor, region: string, t: number): Itinerary | null {
  const fitting = itineraries(world, doctor, region, t).filter((way) => fits(way, t, new Set()));
  if (world.plan.settings?.rule === 'first-fit') return fitting[0] ?? null;
  let best: Itinerary | null = null;
  let most = -Infinity;
  for (const way of fitting) {
    const room = roomOf(way, t);
    if (best === null || room > most) [best, most] = [way, room];
  }
  return best;
}

/** Why nothing fits at `t` in the doctor's own region: the smallest sets of pools that would do it share (4.2). */
export function explained(world: World, doctor: Doctor, region: string, t: number): Cause {
  const ways = itineraries(world, doctor, region, t);
  const pools = [...new Set(ways.flatMap((way) => way.needs.map((need) => need.pool)))];
  for (let size = 1; size <= pools.length; size++) {
    const sets = subsets(pools, size).filter((set) => ways.some((way) => fits(way, t, set)));
    if (sets.length > 0) return shared(variantOf(world, doctor, variantFor(doctor, region)), new Set(sets.flatMap((set) => [...set])));
  }
  throw new Error('no pools would help, however large');
}

/** Gives a doctor an itinerary: everything it needs is reserved. */
export function reserve(world: World, doctor: Doctor, way: Itinerary): void {
  const blocks = variantOf(world, doctor, way.variant).blocks;
  for (const { index, from, until } of way.legs) doctor.stays.push({ index, block: blocks[index]!.block, from, until, region: way.region });
  for (const { pool, from, until, need } of way.needs) {
    const hold = { from, until, need };
    pool.holds.push(hold);
    if (pool.kind === 'main') doctor.main = hold;
    else doctor.holds.push(hold);
  }
  // Step by step the last block shows when the pathway ends, and with it the main supervisor's task.
  const last = way.legs.at(-1)!;
  if (doctor.main !== null && isLast(doctor, way)) doctor.main.until = last.until;
}

/** A doctor who is in training already goes on from where they are; whoever is not has all of the region's variant to do. */
function variantFor(doctor: Doctor, region: string): string {
  return doctor.start === null && doctor.employer === null ? variantIn(doctor, region) : doctor.variant;
}

/** All the ways to go on from `t`, in the order in which they are listed. */
export function itineraries(world: World, doctor: Doctor, region: string, t: number): Itinerary[] {
  const name = variantFor(doctor, region);
  const variant = variantOf(world, doctor, name);
  const left = doctor.employer === null ? variant.blocks.map((block) => personal(doctor, block.length)) : doctor.left;
  const stepwise = world.plan.settings?.mode === 'step';
  return orders(variant, left, stepwise).map((order) => {
    const legs: Leg[] = [];
    let from = t;
    for (const index of order) {
      legs.push({ index, from, until: from + left[index]! - 1 });
      from += left[index]!;
    }
    const whole = order.length === left.filter((steps) => steps > 0).length;
    return { region, variant: name, legs, needs: needsOf(world, doctor, region, variant, legs, whole) };
  });
}

/** Every order of what is left that precedence allows, by the blocks' places in the list (3.2); step by step only what may come next. */
function orders(variant: VariantForm, left: readonly number[], stepwise: boolean): number[][] {
  const rest = left.flatMap((steps, index) => (steps > 0 ? [index] : []));
  const allowed = rest.filter((j) => variant.before.every(([i, after]) => after !== j || left[i] === 0));
  if (stepwise) return allowed.map((index) => [index]);
  if (rest.length === 0) return [[]];
  return allowed.flatMap((index) => orders(variant, left.with(index, 0), false).map((order) => [index, ...order]));
}

/** The uses of pools of an itinerary (3.5); who keeps a main supervisor already needs none. */
function needsOf(world: World, doctor: Doctor, region: string, variant: VariantForm, legs: readonly Leg[], whole: boolean): Need[] {
  const needs: Need[] = legs.flatMap(({ index, from, until }) => {
    const { block, slots = 1, load = 1 } = variant.blocks[index]!;
    return [
      { pool: poolIn(world, region, 'slots', block), from, until, need: slots },
      { pool: poolIn(world, region, 'supervisors', block), from, until, need: load },
    ];
  });
  if (doctor.main === null) {
    const until = whole ? legs.at(-1)!.until : Infinity;
    needs.push({ pool: poolIn(world, region, 'main', null), from: legs[0]!.from, until, need: variant.main_load ?? 1 });
  }
  return needs.filter(({ need }) => need > 0);
}

const isLast = (doctor: Doctor, way: Itinerary): boolean => doctor.left.every((steps, index) => steps === 0 || way.legs.some((leg) => leg.index === index));

/** Whether every pool has room in every step, those of a set having room without limit. */
function fits(way: Itinerary, t: number, unlimited: ReadonlySet<Pool>): boolean {
  return way.needs.every(({ pool, from, until, need }) => unlimited.has(pool) || roomOver(pool, from, until, t) >= need);
}

/** How many such doctors the slots and supervisors of an itinerary still hold (3.3). */
function roomOf(way: Itinerary, t: number): number {
  const counted = way.needs.filter(({ pool }) => pool.kind !== 'main');
  return Math.min(...counted.map(({ pool, from, until, need }) => Math.floor(roomOver(pool, from, until, t) / need)));
}

/** All subsets of a size. */
function subsets<T>(items: readonly T[], size: number): Set<T>[] {
  if (size === 0) return [new Set()];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((set) => new Set([item, ...set])));
}

/** One step waited, divided equally; what does not divide goes to the first, by block as listed, slots before supervisors, then main supervisors (4.1). */
function shared(variant: VariantForm, pools: ReadonlySet<Pool>): Cause {
  const listed = variant.blocks.map(({ block }) => block);
  const place = (pool: Pool): number => (pool.kind === 'main' ? Infinity : 2 * listed.indexOf(pool.block!) + (pool.kind === 'slots' ? 0 : 1));
  const inOrder = [...pools].sort((a, b) => place(a) - place(b));
  const each = Math.floor(WHOLE / inOrder.length);
  const over = WHOLE - each * inOrder.length;
  return new Map(inOrder.map((pool, nth) => [causeOf(pool), each + (nth < over ? 1 : 0)]));
}

const causeOf = (pool: Pool): string => (pool.kind === 'main' ? 'main-supervisors' : `${pool.kind}/${pool.block}`);
