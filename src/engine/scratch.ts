/**
 * Memory for as long as something lasts: a run, or the reading of a replication. It is taken from what came before in the process, and given back: laid anew every time,
 * most of what a replication costs beside its own work was collecting it as garbage. Whoever gives it back knows that nobody reads it any more.
 */
export interface Scratch {
  readonly held: ArrayBuffer[];
}

/** Memory that nobody holds, by size. */
const idle = new Map<number, ArrayBuffer[]>();

/** Sizes are whole grains, so that the next roster, which is a little shorter or longer, finds memory of its size; tables of less than one are laid anew. */
const GRAIN = 1 << 14; // bytes

/** Nothing is held yet. */
export function openScratch(): Scratch {
  return { held: [] };
}

/** So many whole numbers, all of one value; without scratch, in memory of their own. */
export function wholesIn(scratch: Scratch | null, length: number, value = 0): Int32Array {
  const table = new Int32Array(holdIn(scratch, Int32Array.BYTES_PER_ELEMENT * length), 0, length);
  // Memory of its own is zero, and costs nothing until it is written to.
  return scratch === null && value === 0 ? table : table.fill(value);
}

/** So many numbers of any kind, all zero. */
export function numbersIn(scratch: Scratch, length: number): Float64Array {
  return new Float64Array(holdIn(scratch, Float64Array.BYTES_PER_ELEMENT * length), 0, length).fill(0);
}

/** So many small numbers, all zero. */
export function bytesIn(scratch: Scratch, length: number): Uint8Array {
  return new Uint8Array(holdIn(scratch, length), 0, length).fill(0);
}

function holdIn(scratch: Scratch | null, bytes: number): ArrayBuffer {
  if (scratch === null || bytes < GRAIN) return new ArrayBuffer(bytes);
  const size = Math.ceil(bytes / GRAIN) * GRAIN;
  const memory = idle.get(size)?.pop() ?? new ArrayBuffer(size);
  scratch.held.push(memory);
  return memory;
}

/** Gives all of it back: nobody may read or write any of it any more. */
export function giveBack({ held }: Scratch): void {
  for (const memory of held.splice(0)) {
    const same = idle.get(memory.byteLength);
    if (same) same.push(memory);
    else idle.set(memory.byteLength, [memory]);
  }
}
