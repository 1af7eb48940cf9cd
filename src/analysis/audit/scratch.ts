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

/** Columns of one number, as long as the longest that was asked for. */
const columns = new Map<number, Int32Array>();

/** A column of nothing but one number, to hold others against. */
export function columnOf(value: number, length: number): Int32Array {
  const before = columns.get(value);
  if (before !== undefined && before.length >= length) return before.subarray(0, length);
  const fresh = new Int32Array(length).fill(value);
  columns.set(value, fresh);
  return fresh;
}
