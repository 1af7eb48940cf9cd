import { layZeros } from './scratch.js';

/** How far each doctor has come whose way is plain. */
export type Ways = Int32Array; // [row × field]

/** Fields of a way. */
export const WAY_FIELDS = 4;
/** The first stretch of the variant where the doctor is employed, as region × stretch, and one more; 0 for who is not in training. */
export const FROM = 0;
/** The first step not yet accounted for. */
export const AT = 1;
/** What is left to do, as bits: stretches of the variant from its first, and above them the three that follow. */
export const LEFT_TO_DO = 2;
/** The queue of the region of employment. */
export const QUEUE = 3;

/** As many stretches as bits stand for. */
export const MOST_STRETCHES = 28;

/** Something has been served in the run; in training when the run began; personal durations. */
export const HAS_BEGUN = 1 << 28;
export const IS_INITIAL = 1 << 29;
export const IS_STRETCHED = 1 << 30;
export const ALL_STRETCHES = HAS_BEGUN - 1;

/** Instead of a first stretch: a way that has to be followed by itself. */
export const APART = -1;

/** Ways of nobody in training. */
export function layWays(rows: number): Ways {
  return layZeros('ways', rows * WAY_FIELDS);
}
