/** Tables that one audit fills and the next one uses again. */
const kept = new Map<string, Int32Array>();

/** A table of zeros for as long as one audit takes: the next one that asks by the same name gets it too, so nothing of it may leave the audit. */
export function layZeros(name: string, length: number): Int32Array {
  const before = kept.get(name);
  if (before !== undefined && before.length >= length) return (before.length === length ? before : before.subarray(0, length)).fill(0);
  const fresh = new Int32Array(length);
  kept.set(name, fresh);
  return fresh;
}
