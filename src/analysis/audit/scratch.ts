import { NEVER } from '../../engine/index.js';

/** Tables that one audit fills and the next one uses again. */
const kept = new Map<string, Int32Array>();

/** A table of zeros for as long as one audit takes: the next one that asks by the same name gets it too, so nothing of it may leave the audit. */
export function layZeros(name: string, length: number): Int32Array {
  return layAny(name, length).fill(0);
}

/** The same with anything in it: whoever asks writes all of it. */
export function layAny(name: string, length: number): Int32Array {
  const before = kept.get(name);
  if (before !== undefined && before.length >= length) return before.length === length ? before : before.subarray(0, length);
  const fresh = new Int32Array(length);
  kept.set(name, fresh);
  return fresh;
}

/** Grows with the longest of them. */
let never = new Int32Array(0);

/** A column in which nothing ever happens, to hold others against. */
export function neverOf(rows: number): Int32Array {
  if (never.length < rows) never = new Int32Array(rows).fill(NEVER);
  return never.subarray(0, rows);
}
