import type { State } from './state.js';

/** Puts rows `from … until − 1` of a list in order of a time that each has, ties by rank: as one number each, time above place. */
export function sortByTime({ order: { number, placeOf, rowAt } }: State, time: Int32Array, list: Int32Array, from: number, until: number): void {
  const rows = placeOf.length;
  const count = until - from;
  if (count < 2) return;
  for (let i = 0; i < count; i++) number[i] = time[list[from + i]!]! * rows + placeOf[list[from + i]!]!;
  number.subarray(0, count).sort();
  // A time may lie before the run: the place is what is above the multiple below, not what is left of it.
  for (let i = 0; i < count; i++) list[from + i] = rowAt[number[i]! - Math.floor(number[i]! / rows) * rows]!;
}
