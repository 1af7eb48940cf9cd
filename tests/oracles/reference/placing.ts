import type { VariantForm } from '../../../src/study/dump/form.js';
import { allows, roomOver, type Agreement, type Hold, type Pool } from './pool.js';
import { isStepwise, personal, personalLengths, poolIn, sum, variantIn, variantOf, type Doctor, type World } from './world.js';

/** What an itinerary asks of one pool, and the least room there. */
interface Need {
  readonly pool: Pool;
  readonly from: number;
  readonly until: number;
  readonly need: number;
  readonly room: number;
}

/** One block of an itinerary, in its place in time: at home, or at a host under an agreement. */
interface Leg {
  readonly index: number;
  readonly from: number;
  readonly until: number;
  readonly region: string;
  readonly agreement: Agreement | null;
  readonly needs: readonly Need[];
}

/** One way to go on: blocks one after another, and what is needed all the way. */
export interface Itinerary {
  readonly region: string;
  readonly variant: string;
  readonly legs: readonly Leg[];
  readonly throughout: readonly Need[];
}

/** One doctor's search for a way on in one region: what is to be done, from which step and by when. */
export interface Search {
  readonly world: World;
  readonly doctor: Doctor;
  readonly region: string;
  readonly from: number;
  /** The name of the variant, and what it says. */
  readonly name: string;
  readonly variant: VariantForm;
  readonly left: readonly number[];
  /** The last step in which a form with gaps may end (3.9); null where each block begins directly after the one before. */
  readonly limit: number | null;
  readonly roomIn: (pool: Pool, from: number, until: number) => number;
}

/** A search from step `from` on, with what is known in step `t`. */
export function searchFor(world: World, doctor: Doctor, region: string, t: number, from = t): Search {
  // Who is in training goes on from there; whoever is not has all of the region's variant to do.
  const name = doctor.employer === null ? variantIn(doctor, region) : doctor.variant;
  const variant = variantOf(world, doctor, name);
  const lengths = personalLengths(doctor, variant);
  const left = doctor.employer === null ? lengths : doctor.left;
  const longest = isStepwise(world) ? null : (variant.longest ?? null);
  const span = longest === null ? null : Math.max(Math.max(personal(doctor, longest), sum(lengths)) - doctor.spent, sum(left));
  return { world, doctor, region, from, name, variant, left, limit: span === null ? null : from + span - 1, roomIn: roomsAt(t) };
}

/** The itinerary that a doctor is given, or null where none fits (3.1 to 3.4). */
export function chosen(search: Search): Itinerary | null {
  const fitting = waysOf(search, new Set());
  if (search.world.plan.settings?.rule === 'first-fit') return fitting[0] ?? null;
  let best: Itinerary | null = null;
  let most = -Infinity;
  for (const way of fitting) {
    const room = roomOf(way);
    if (best === null || room > most) [best, most] = [way, room];
  }
  return best;
}

/** All the ways on that fit, those of a set of pools having room without limit: wholly at home, and only if there is none, with hosts (5.3). */
export function waysOf(search: Search, boundless: ReadonlySet<Pool>): Itinerary[] {
  const { world, variant, left, region } = search;
  const tried = (hosts: boolean): Itinerary[] => orders(variant, left, isStepwise(world)).flatMap((order) => wayOf(search, order, hosts, boundless) ?? []);
  const atHome = tried(false);
  return atHome.length > 0 || !world.agreements.some(({ terms }) => terms.home === region) ? atHome : tried(true);
}

/** Every order of what is left that precedence allows, by the blocks' places in the list (3.2); step by step only what may come next. */
function orders(variant: VariantForm, left: readonly number[], stepwise: boolean): number[][] {
  const rest = left.flatMap((steps, index) => (steps > 0 ? [index] : []));
  const allowed = rest.filter((j) => (variant.before ?? []).every(([i, after]) => after !== j || left[i] === 0));
  if (stepwise) return allowed.map((index) => [index]);
  if (rest.length === 0) return [[]];
  return allowed.flatMap((index) => orders(variant, left.with(index, 0), false).map((order) => [index, ...order]));
}

/** An order laid out in time, or null where it does not fit: the first block at once, each next one directly after, or in a form with gaps as soon as it fits. */
function wayOf(search: Search, order: readonly number[], hosts: boolean, boundless: ReadonlySet<Pool>): Itinerary | null {
  const { region, name, from, left, limit } = search;
  const legs: Leg[] = [];
  for (const index of order) {
    const next = legs.at(-1);
    const earliest = next === undefined ? from : next.until + 1;
    const latest = next === undefined || limit === null ? earliest : limit - left[index]! + 1;
    const leg = firstFit(search, index, earliest, latest, hosts, boundless);
    if (leg === null) return null;
    legs.push(leg);
  }
  const throughout = wholeNeeds(search, legs.at(-1)!.until);
  return fits(throughout, boundless) ? { region, variant: name, legs, throughout } : null;
}

/** A block at the earliest step where it fits: in that step at home rather than at a host, and at the first host listed. */
function firstFit(search: Search, index: number, earliest: number, latest: number, hosts: boolean, boundless: ReadonlySet<Pool>): Leg | null {
  const { world, region, variant, left } = search;
  const { block } = variant.blocks[index]!;
  for (let from = earliest; from <= latest; from++) {
    const until = from + left[index]! - 1;
    const agreed = world.agreements.filter((agreement) => hosts && agreement.terms.home === region && agreement.terms.block === block && allows(agreement, from, until));
    for (const agreement of [null, ...agreed]) {
      const place = agreement === null ? region : agreement.terms.host;
      const needs = blockNeeds(search, place, index, from, until);
      if (fits(needs, boundless)) return { index, from, until, region: place, agreement, needs };
    }
  }
  return null;
}

/** What a block needs where it is done (3.5). */
function blockNeeds({ world, variant, roomIn }: Search, region: string, index: number, from: number, until: number): Need[] {
  const { block, slots = 1, load = 1 } = variant.blocks[index]!;
  return ([['slots', slots], ['supervisors', load]] as const).flatMap(([kind, need]) => needOf(poolIn(world, region, kind, block), from, until, need, roomIn));
}

/** What is needed from the first step to the last: a main supervisor and an ST post at home, by whoever has none yet (3.5, 3.9). */
function wholeNeeds({ world, doctor, region, variant, from, roomIn }: Search, until: number): Need[] {
  return [
    ...(doctor.main === null ? needOf(poolIn(world, region, 'main', null), from, until, variant.main_load ?? 1, roomIn) : []),
    ...(doctor.post === null && variant.st_post === true ? needOf(poolIn(world, region, 'st', null), from, until, 1, roomIn) : []),
  ];
}

function needOf(pool: Pool, from: number, until: number, need: number, roomIn: Search['roomIn']): Need[] {
  return need === 0 ? [] : [{ pool, from, until, need, room: roomIn(pool, from, until) }];
}

/** The pools at home that might lack room somewhere on the way. */
export function tightPools(search: Search): Pool[] {
  const { region, left, from } = search;
  const until = search.limit ?? from + sum(left) - 1;
  const ofBlocks = left.flatMap((steps, index) => (steps > 0 ? blockNeeds(search, region, index, from, until) : []));
  return [...new Set([...ofBlocks, ...wholeNeeds(search, until)].filter(({ room, need }) => room < need).map(({ pool }) => pool))];
}

/** The least room of pools over intervals, each looked up once: nothing is reserved while a doctor's ways are compared. */
function roomsAt(t: number): Search['roomIn'] {
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
const fits = (needs: readonly Need[], boundless: ReadonlySet<Pool>): boolean => needs.every(({ pool, need, room }) => boundless.has(pool) || room >= need);

/** How many such doctors the slots and supervisors of an itinerary still hold (3.3). */
function roomOf(way: Itinerary): number {
  return way.legs.flatMap(({ needs }) => needs).reduce((least, { need, room }) => Math.min(least, Math.floor(room / need)), Infinity);
}

/** Gives a doctor an itinerary: everything it needs is reserved. */
export function reserve(world: World, doctor: Doctor, way: Itinerary): void {
  const { blocks } = variantOf(world, doctor);
  doctor.wentOn = way.legs[0]!.from;
  for (const { index, from, until, region, agreement, needs } of way.legs) {
    doctor.stays.push({ index, block: blocks[index]!.block, from, until, region });
    if (agreement !== null) hold(agreement.holds, doctor.holds, { from, until, need: 1 });
    for (const { pool, need } of needs) hold(pool.holds, doctor.holds, { from, until, need });
  }
  // Step by step nobody knows when the pathway is completed, or a leave begins.
  const end = isStepwise(world) ? Infinity : way.legs.at(-1)!.until;
  if (doctor.post !== null) doctor.post.until = end;
  for (const { pool, from, need } of way.throughout) {
    const held = { from, until: end, need };
    pool.holds.push(held);
    doctor[pool.kind === 'st' ? 'post' : 'main'] = held;
  }
}

function hold(ofPool: Hold[], ofDoctor: Hold[], held: Hold): void {
  ofPool.push(held);
  ofDoctor.push(held);
}
