import type { PlanForm, VariantForm } from '../../../src/study/dump/form.js';
import { roomOver, type Pool } from './pool.js';
import { personal, poolIn, variantIn, variantOf, WHOLE, type Cause, type Doctor, type World } from './world.js';

/** One block of an itinerary, in its place in time. */
interface Leg {
  readonly index: number;
  readonly from: number;
  readonly until: number;
}

/** What an itinerary asks of one pool, and the least room there. */
interface Need {
  readonly pool: Pool;
  readonly from: number;
  readonly until: number;
  readonly need: number;
  readonly room: number;
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
  const fitting = itineraries(world, doctor, region, t).filter((way) => fits(way, new Set()));
  if (world.plan.settings?.rule === 'first-fit') return fitting[0] ?? null;
  let best: Itinerary | null = null;
  let most = -Infinity;
  for (const way of fitting) {
    const room = roomOf(way);
    if (best === null || room > most) [best, most] = [way, room];
  }
  return best;
}

/** Why nothing fits at `t` in the doctor's own region: the smallest sets of pools that would do it share (4.2). */
export function explained(world: World, doctor: Doctor, region: string, t: number): Cause {
  const ways = itineraries(world, doctor, region, t);
  const pools = [...new Set(ways.flatMap((way) => way.needs.filter(({ room, need }) => room < need).map(({ pool }) => pool)))];
  for (let size = 1; size <= pools.length; size++) {
    const sets = subsets(pools, size).filter((set) => ways.some((way) => fits(way, set)));
    if (sets.length > 0) return shared(world.plan, new Set(sets.flatMap((set) => [...set])));
  }
  throw new Error('no pools would help, however large');
}

/** Gives a doctor an itinerary: everything it needs is reserved. */
export function reserve(world: World, doctor: Doctor, way: Itinerary): void {
  const blocks = variantOf(world, doctor, way.variant).blocks;
  for (const { index, from, until } of way.legs) doctor.stays.push({ index, block: blocks[index]!.block, from, until, region: way.region });
  for (const { pool, from, until, need } of way.needs) {
    // Step by step a main supervisor is there until completion or leave, whenever that will be.
    const hold = { from, until: pool.kind === 'main' && world.plan.settings?.mode === 'step' ? Infinity : until, need };
    pool.holds.push(hold);
    if (pool.kind === 'main') doctor.main = hold;
    else doctor.holds.push(hold);
  }
}

/** A doctor who is in training already goes on from where they are; whoever is not has all of the region's variant to do. */
function variantFor(doctor: Doctor, region: string): string {
  return doctor.start === null && doctor.employer === null ? variantIn(doctor, region) : doctor.variant;
}

/** All the ways to go on from `t`, in the order in which they are listed. */
function itineraries(world: World, doctor: Doctor, region: string, t: number): Itinerary[] {
  const name = variantFor(doctor, region);
  const variant = variantOf(world, doctor, name);
  const left = doctor.employer === null ? variant.blocks.map((block) => personal(doctor, block.length)) : doctor.left;
  const stepwise = world.plan.settings?.mode === 'step';
  const roomIn = roomsAt(t);
  return orders(variant, left, stepwise).map((order) => {
    const legs: Leg[] = [];
    let from = t;
    for (const index of order) {
      legs.push({ index, from, until: from + left[index]! - 1 });
      from += left[index]!;
    }
    return { region, variant: name, legs, needs: needsOf(world, doctor, region, variant, legs, roomIn) };
  });
}

/** Every order of what is left that precedence allows, by the blocks' places in the list (3.2); step by step only what may come next. */
function orders(variant: VariantForm, left: readonly number[], stepwise: boolean): number[][] {
  const rest = left.flatMap((steps, index) => (steps > 0 ? [index] : []));
  const allowed = rest.filter((j) => (variant.before ?? []).every(([i, after]) => after !== j || left[i] === 0));
  if (stepwise) return allowed.map((index) => [index]);
  if (rest.length === 0) return [[]];
  return allowed.flatMap((index) => orders(variant, left.with(index, 0), false).map((order) => [index, ...order]));
}

/** The uses of pools of an itinerary (3.5); who keeps a main supervisor already needs none. */
function needsOf(world: World, doctor: Doctor, region: string, variant: VariantForm, legs: readonly Leg[], roomIn: RoomIn): Need[] {
  const needs: Need[] = [];
  const add = (pool: Pool, from: number, until: number, need: number): void => {
    if (need > 0) needs.push({ pool, from, until, need, room: roomIn(pool, from, until) });
  };
  for (const { index, from, until } of legs) {
    const { block, slots = 1, load = 1 } = variant.blocks[index]!;
    add(poolIn(world, region, 'slots', block), from, until, slots);
    add(poolIn(world, region, 'supervisors', block), from, until, load);
  }
  if (doctor.main === null) add(poolIn(world, region, 'main', null), legs[0]!.from, legs.at(-1)!.until, variant.main_load ?? 1);
  return needs;
}

type RoomIn = (pool: Pool, from: number, until: number) => number;

/** The least room of pools over intervals, each looked up once: nothing is reserved while a doctor's ways are compared. */
function roomsAt(t: number): RoomIn {
  const known = new Map<Pool, Map<number, number>>();
  return (pool, from, until) => {
    let ofPool = known.get(pool);
    if (ofPool === undefined) known.set(pool, (ofPool = new Map<number, number>()));
    const interval = from * 100_000 + until;
    let room = ofPool.get(interval);
    if (room === undefined) ofPool.set(interval, (room = roomOver(pool, from, until, t)));
    return room;
  };
}

/** Whether every pool has room in every step, those of a set having room without limit. */
function fits(way: Itinerary, unlimited: ReadonlySet<Pool>): boolean {
  return way.needs.every(({ pool, need, room }) => unlimited.has(pool) || room >= need);
}

/** How many such doctors the slots and supervisors of an itinerary still hold (3.3). */
function roomOf(way: Itinerary): number {
  return way.needs.reduce((least, { pool, need, room }) => (pool.kind === 'main' ? least : Math.min(least, Math.floor(room / need))), Infinity);
}

/** All subsets of a size. */
function subsets<T>(items: readonly T[], size: number): Set<T>[] {
  if (size === 0) return [new Set()];
  return items.flatMap((item, at) => subsets(items.slice(at + 1), size - 1).map((set) => new Set([item, ...set])));
}

/** One step waited, divided equally; what does not divide goes to the first, by block as listed, slots before supervisors, then main supervisors (4.1). */
function shared(plan: PlanForm, pools: ReadonlySet<Pool>): Cause {
  const listed = Object.values(plan.pathways).flatMap(({ variants }) => Object.values(variants).flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  const place = (pool: Pool): number => (pool.kind === 'main' ? Infinity : 2 * listed.indexOf(pool.block!) + (pool.kind === 'slots' ? 0 : 1));
  const inOrder = [...pools].sort((a, b) => place(a) - place(b));
  const each = Math.floor(WHOLE / inOrder.length);
  const over = WHOLE - each * inOrder.length;
  return new Map(inOrder.map((pool, nth) => [causeOf(pool), each + (nth < over ? 1 : 0)]));
}

const causeOf = (pool: Pool): string => (pool.kind === 'main' ? 'main-supervisors' : `${pool.kind}/${pool.block}`);
