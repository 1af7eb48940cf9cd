import type { State } from './state.js';

/** Puts rows `from … until − 1` of a list in order of rank: each is a mark at its place among all, and the marks are gone through. */
export function sortByPlace({ order: { marks, placeOf, rowAt } }: State, list: Int32Array, from: number, until: number): void {
  if (until - from < 2) return;
  let first = marks.length;
  let last = 0;
  for (let i = from; i < until; i++) {
    const place = placeOf[list[i]!]!;
    const word = place >>> 5;
    marks[word]! |= 1 << (place & 31);
    if (word < first) first = word;
    if (word > last) last = word;
  }
  let next = from;
  for (let word = first; word <= last; word++) {
    for (let rest = marks[word]!; rest !== 0; rest &= rest - 1) list[next++] = rowAt[32 * word + 31 - Math.clz32(rest & -rest)]!;
    marks[word] = 0;
  }
}
