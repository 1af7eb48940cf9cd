import type { Summary } from './findings.js';
import { studentT } from './student-t.js';

/** From this many replications on the outcomes' 5–95 % interval is shown; below it the lowest and highest (MODEL 10). */
const FEWEST_FOR_QUANTILES = 20;
const TAIL = 0.05;

/**
 * Many cells over replications whose number is known beforehand, as their values come: sums, and of each cell the lowest and highest values, so many that the
 * 5 and 95 % quantiles of type 7 can be read off exactly. Values are added in order of the replications, so that no split of the work moves a bit; plain data,
 * so that it can be kept on disk and gone on with.
 */
export interface Sample {
  /** Lowest, and highest, values kept of each cell. */
  readonly kept: number;
  /** Replications in which a cell had a value. */
  readonly known: Int32Array; // [cell]
  readonly first: Float64Array; // [cell] the first value; sums are of distances from it: exact where all values are equal
  readonly sum: Float64Array; // [cell]
  readonly squares: Float64Array; // [cell]
  readonly low: Float64Array; // [cell × kept] lowest values: a heap with the highest of them on top
  readonly high: Float64Array; // [cell × kept] highest values with their sign turned: a heap like the other
}

/** A sample of so many cells with nothing in it. */
export function laySample(cells: number, replications: number): Sample {
  const kept = Math.min(replications, Math.ceil(TAIL * replications) + 2);
  const numbers = (length: number): Float64Array => new Float64Array(length);
  return { kept, known: new Int32Array(cells), first: numbers(cells), sum: numbers(cells), squares: numbers(cells), low: numbers(cells * kept), high: numbers(cells * kept) };
}

/** Adds the cells of one replication; a cell that is not a number has no value in it. */
export function addToSample(sample: Sample, cells: Float64Array): void {
  const { kept, known, first, sum, squares, low, high } = sample;
  for (let cell = 0; cell < cells.length; cell++) {
    const value = cells[cell]!;
    if (value !== value) continue;
    const n = known[cell]!;
    if (n === 0) first[cell] = value;
    const distance = value - first[cell]!;
    sum[cell]! += distance;
    squares[cell]! += distance * distance;
    keepLowest(low, cell * kept, n, kept, value);
    keepLowest(high, cell * kept, n, kept, -value);
    known[cell] = n + 1;
  }
}

/** Keeps a value among the lowest that came so far, the highest of them on top of the heap. */
function keepLowest(heap: Float64Array, from: number, n: number, kept: number, value: number): void {
  if (n < kept) rise(heap, from, n, value);
  else if (value < heap[from]!) sink(heap, from, kept, value);
}

function rise(heap: Float64Array, from: number, last: number, value: number): void {
  let place = last;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (heap[from + above]! >= value) break;
    heap[from + place] = heap[from + above]!;
    place = above;
  }
  heap[from + place] = value;
}

function sink(heap: Float64Array, from: number, size: number, value: number): void {
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= size) break;
    if (below + 1 < size && heap[from + below + 1]! > heap[from + below]!) below += 1;
    if (heap[from + below]! <= value) break;
    heap[from + place] = heap[from + below]!;
    place = below;
  }
  heap[from + place] = value;
}

/** A cell over the replications: the mean with its 95 % confidence interval, and the spread of outcomes; null where it never had a value. */
export function summariseCell(sample: Sample, cell: number): Summary | null {
  const n = sample.known[cell]!;
  if (n === 0) return null;
  const hasQuantiles = n >= FEWEST_FOR_QUANTILES;
  const lowest = keptOf(sample, sample.low, cell);
  const highest = keptOf(sample, sample.high, cell);
  return {
    n,
    mean: meanOf(sample, cell),
    halfWidth: n > 1 ? studentT(n) * Math.sqrt(variance(sample, cell) / n) : 0,
    // A sum with 0 is never −0.
    low: 0 + (hasQuantiles ? quantile(lowest, n) : lowest[0]!),
    high: hasQuantiles ? 0 - quantile(highest, n) : 0 - highest[0]!,
    span: hasQuantiles ? 'p05–p95' : 'range',
  };
}

/** The mean of a cell; not a number where it never had a value. */
export function meanOf(sample: Sample, cell: number): number {
  const n = sample.known[cell]!;
  return n === 0 ? NaN : sample.first[cell]! + sample.sum[cell]! / n;
}

/** The lowest value that a cell had; not a number where it never had one. */
export function lowestOf(sample: Sample, cell: number): number {
  return sample.known[cell] === 0 ? NaN : keptOf(sample, sample.low, cell)[0]!;
}

function variance({ known, sum, squares }: Sample, cell: number): number {
  const n = known[cell]!;
  return Math.max(0, squares[cell]! - (sum[cell]! * sum[cell]!) / n) / (n - 1);
}

function keptOf({ kept, known }: Sample, heap: Float64Array, cell: number): Float64Array {
  return heap.slice(cell * kept, cell * kept + Math.min(kept, known[cell]!)).sort();
}

/** The lower 5 % quantile of type 7 (Hyndman and Fan 1996, "Sample quantiles in statistical packages") of n values, of which the lowest are given in order. */
function quantile(lowest: Float64Array, n: number): number {
  const place = (n - 1) * TAIL;
  const below = Math.floor(place);
  const fraction = place - below;
  return fraction === 0 ? lowest[below]! : lowest[below]! + fraction * (lowest[below + 1]! - lowest[below]!);
}
