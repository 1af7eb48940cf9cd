import { NO_POOL } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import { layZeros } from './scratch.js';

/** The step in which what belongs to the initial state was reserved: before the run, whether there was room or not. */
export const BEFORE = -1;

/** Fields of an entry: the entry before it in its chain (0: none), pool, first and last step, sixtieths. */
const FIELDS = 5;

/**
 * Everything that was reserved, when, and when it was given back. Where nothing is given back and capacity is known from the beginning, only what was
 * reserved before the run and since is kept apart: use of a step then only grows, so that its last value says all.
 */
export interface Book {
  readonly isTimed: boolean;
  readonly rows: number; // pools, and after them agreements: blocks at a time
  readonly use: Int32Array; // [before the run, since][(row + 1) × (horizon + 1)] changes from step to step, sixtieths; the last row is for what takes nothing; empty when timed
  readonly laterFrom: number; // where use since the beginning lies
  initialUntil: number; // from this step on, what was reserved before the run changes no more
  readonly lastMade: Int32Array; // [step + 1] the last entry reserved in the step; 0: BEFORE
  readonly lastHeld: Int32Array; // [step + 1] the last entry of what is held on without asking for room, from the step on
  readonly lastFreed: Int32Array; // [step] the last entry given back in the step
  entries: Int32Array; // [entry × field]; the first is nothing
  size: number; // entries
}

/** Kept from one audit to the next: most are of the same length. */
let entries = new Int32Array(FIELDS * 1024);

/** An empty book. */
export function layBook(plan: Plan, roster: Roster): Book {
  const isHeldUnknown = plan.mode === 'step' && Array.from({ length: plan.regions }, (_, r) => plan.mainPool[r]!).some((pool) => pool >= 0);
  const isTimed = isHeldUnknown || plan.hasStPosts || plan.locumPool.length > 0 || roster.leaves > 0 || plan.revisionKnown.length > 0;
  const rows = plan.pools + plan.agreementHost.length;
  const laterFrom = isTimed ? 0 : useFrom(plan, NO_POOL) + plan.horizon + 1;
  return {
    isTimed,
    rows,
    use: layZeros('use', 2 * laterFrom),
    laterFrom,
    initialUntil: 0,
    lastMade: new Int32Array(isTimed ? plan.steps + 1 : 0),
    lastHeld: new Int32Array(isTimed ? plan.steps + 1 : 0),
    lastFreed: new Int32Array(isTimed ? plan.steps : 0),
    entries,
    size: 1,
  };
}

/** Where use of a pool begins, in either part. */
export function useFrom({ pools, agreementHost, horizon }: Plan, pool: number): number {
  return (pool === NO_POOL ? pools + agreementHost.length : pool) * (horizon + 1);
}

/** Notes that in step `made` so much of a pool was reserved for the steps `from … until`, and that what is left of it was given back in step `freed`. */
export function reserve(plan: Plan, book: Book, made: number, pool: number, from: number, until: number, need: number, freed: number): void {
  if (pool < 0 || need === 0) return;
  if (book.isTimed) {
    book.lastMade[made + 1] = enter(book, book.lastMade[made + 1]!, pool, from, until, need);
    giveBack(plan, book, pool, from, until, need, freed);
    return;
  }
  const { use } = book;
  const at = (made === BEFORE ? 0 : book.laterFrom) + pool * (plan.horizon + 1);
  if (made === BEFORE && until + 2 > book.initialUntil) book.initialUntil = until + 2;
  use[at + from]! += need;
  use[at + until + 1]! -= need;
}

/** The same of what is held on as long as it takes, room or not, once it has been reserved. */
export function hold(plan: Plan, book: Book, made: number, pool: number, from: number, until: number, need: number, freed: number): void {
  if (pool < 0 || need === 0) return;
  book.lastHeld[made + 1] = enter(book, book.lastHeld[made + 1]!, pool, from, until, need);
  giveBack(plan, book, pool, from, until, need, freed);
}

function giveBack(plan: Plan, book: Book, pool: number, from: number, until: number, need: number, freed: number): void {
  if (freed <= until && freed < plan.steps) book.lastFreed[freed] = enter(book, book.lastFreed[freed]!, pool, Math.max(from, freed), until, need);
}

function enter(book: Book, before: number, pool: number, from: number, until: number, need: number): number {
  const at = book.size * FIELDS;
  if (at + FIELDS > book.entries.length) {
    entries = new Int32Array(2 * book.entries.length);
    entries.set(book.entries);
    book.entries = entries;
  }
  const { entries: all } = book;
  all[at] = before;
  all[at + 1] = pool;
  all[at + 2] = from;
  all[at + 3] = until;
  all[at + 4] = need;
  return book.size++;
}

/** Calls for every entry of a chain. */
export function forEntries(book: Book, last: number, call: (pool: number, from: number, until: number, need: number) => void): void {
  const { entries: all } = book;
  for (let entry = last; entry !== 0; entry = all[entry * FIELDS]!) {
    const at = entry * FIELDS;
    call(all[at + 1]!, all[at + 2]!, all[at + 3]!, all[at + 4]!);
  }
}
