import { layZeros } from './scratch.js';

/** How far each doctor has come whose way is plain. */
export type Ways = Int32Array; // [row × field]

/** Fields of a way. */
export const FIELDS = 4;

/** The first field: the variant and one more; 0 for who is not in training. */
export const VARIANT = 0;
/** The first step not yet accounted for. */
export const AT = 1;
/** What is done, as bits: stretches of the variant from its first, and above them the three that follow. */
export const DONE = 2;
export const REGION = 3;

/** Something has been served in the run; in training when the run began; personal durations. */
export const HAS_BEGUN = 1 << 28;
export const IS_INITIAL = 1 << 29;
export const IS_STRETCHED = 1 << 30;
export const ALL_STRETCHES = HAS_BEGUN - 1;

/** Instead of a variant: a way that has to be followed by itself. */
export const APART = -1;

/** Ways of nobody in training. */
export function layWays(rows: number): Ways {
  return layZeros('ways', rows * FIELDS);
}
