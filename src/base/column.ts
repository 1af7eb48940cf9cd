/** A column of numbers that may be read but not written: any typed array, or a plain list. */
export interface Column {
  readonly length: number;
  readonly [index: number]: number;
}

/** Rows of unequal length laid end to end: row i is `values[from[i]] … values[from[i + 1] − 1]`. */
export interface Ragged {
  readonly from: Column; // [row + 1]
  readonly values: Column;
}

/** Lays rows of unequal length end to end. */
export function layRagged(rows: readonly (readonly number[])[]): Ragged {
  const from = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (from[i + 1] = from[i]! + row.length));
  return { from, values: Float64Array.from(rows.flat()) };
}

/** Whether two columns hold the same numbers. The machine's own comparison, where it has one, takes a tenth of the time. */
export function isSameColumn(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  if (typeof Buffer !== 'undefined') return Buffer.compare(bytesOf(one), bytesOf(other)) === 0;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
