import { compareRank } from './queue.js';
import type { Roster } from './roster.js';
import { numbersIn, wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';

const DIGIT = 11; // bits of the rank sorted at a time
const DIGITS = 1 << DIGIT;

/** The order among equals (MODEL 2: rank, then identity) as numbers: everybody's place, and who has each place. */
export interface Order {
  readonly placeOf: Int32Array; // [row]
  readonly rowAt: Int32Array; // [place]
  /** Scratch of sorting. */
  readonly number: Float64Array; // [place]
  readonly dealt: Int32Array; // [place]
  readonly bucket: Int32Array; // [place + 1]
  readonly marks: Int32Array; // [place / 32] bits
}

/** Rosters are run by several plans. */
const known = new WeakMap<Roster, Pick<Order, 'placeOf' | 'rowAt'>>();

/** The order of a roster, and scratch to sort in. */
export function layOrder(roster: Roster, scratch: Scratch): Order {
  const { rows } = roster;
  const before = known.get(roster);
  const { placeOf, rowAt } = before ?? orderRanks(roster);
  if (!before) known.set(roster, { placeOf, rowAt });
  return { placeOf, rowAt, number: numbersIn(scratch, rows), dealt: wholesIn(scratch, rows), bucket: wholesIn(scratch, rows + 1), marks: wholesIn(scratch, (rows + 31) >>> 5) };
}

/** Orders the doctors of a roster once, so that lists are sorted by plain numbers: a radix sort by rank, then the few equal ranks by identity. */
function orderRanks(roster: Roster): Pick<Order, 'placeOf' | 'rowAt'> {
  const { rows, rank } = roster;
  const placeOf = new Int32Array(rows);
  const rowAt = new Int32Array(rows);
  number(rowAt);
  // Three passes over 32 bits: the rows go to and fro, and end in `placeOf`.
  sortByDigit(rank, rowAt, placeOf, 0);
  sortByDigit(rank, placeOf, rowAt, DIGIT);
  sortByDigit(rank, rowAt, placeOf, 2 * DIGIT);
  rowAt.set(placeOf);
  sortEqualRanks(roster, rowAt);
  invert(rowAt, placeOf);
  return { placeOf, rowAt };
}

// One loop each: a function with several is made ready in the midst of one, and thrown away at its end, in every run.

function number(rowAt: Int32Array): void {
  for (let row = 0; row < rowAt.length; row++) rowAt[row] = row;
}

function invert(rowAt: Int32Array, placeOf: Int32Array): void {
  for (let place = 0; place < rowAt.length; place++) placeOf[rowAt[place]!] = place;
}

function sortByDigit(rank: Int32Array, from: Int32Array, to: Int32Array, shift: number): void {
  const next = new Int32Array(DIGITS + 1);
  countDigits(rank, next, shift);
  for (let digit = 1; digit <= DIGITS; digit++) next[digit]! += next[digit - 1]!;
  deal(rank, from, to, next, shift);
}

function countDigits(rank: Int32Array, next: Int32Array, shift: number): void {
  for (let row = 0; row < rank.length; row++) next[((rank[row]! >>> shift) & (DIGITS - 1)) + 1]! += 1;
}

function deal(rank: Int32Array, from: Int32Array, to: Int32Array, next: Int32Array, shift: number): void {
  for (let i = 0; i < from.length; i++) {
    const row = from[i]!;
    to[next[(rank[row]! >>> shift) & (DIGITS - 1)]!++] = row;
  }
}

function sortEqualRanks(roster: Roster, rowAt: Int32Array): void {
  for (let first = 0, next = 1; next <= rowAt.length; next++) {
    if (next < rowAt.length && roster.rank[rowAt[next]!] === roster.rank[rowAt[first]!]) continue;
    if (next - first > 1) rowAt.subarray(first, next).sort((a, b) => compareRank(roster, a, b));
    first = next;
  }
}
