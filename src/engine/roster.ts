import type { Ragged } from '../base/index.js';

/** A replication's key: nothing else decides its luck. */
export interface Key {
  readonly seed: number;
  readonly replication: number;
}

/** Joined long ago: the step of joining of those in training when the run begins. */
export const LONG_AGO = -0x40000000;

/** Chances met in the run that are not drawn there from the doctor's own number, but come with a roster from elsewhere. */
export interface GivenLuck {
  readonly lottery: Ragged; // row → step, draw, step, draw …
  readonly seeks: Ragged; // row → regions, at most as many as the plan's doctors apply to
  readonly variantIn: Int32Array; // [row × region]
  readonly initialLeft: Ragged; // row → steps left of each stretch, of those in training when the run begins
  readonly initialStart: Int32Array; // [row] step of the start of those in training when the run begins; 0 where it is not known
  readonly fillable: Ragged; // region × pathway × step → what can be filled of 0, 1, 2 … new positions; the last goes on by itself, empty: all
}

/** The step of joining of a later pathway, which the run decides. */
export const LATER = 0x7fffffff;

/** Every doctor of one replication with all chances drawn: a row for each pathway, ordered by the step of joining, later pathways last. */
export interface Roster {
  readonly rows: number;
  readonly stream: Int32Array; // [row]
  readonly cohort: Int32Array; // [row] month number
  readonly ordinal: Int32Array; // [row]; below 0: there when the run begins
  readonly pathway: Int32Array; // [row]
  readonly region: Int32Array; // [row] home; −1: where the pathway before employed the doctor
  /** Step of the degree or licence, and of joining the queue; negative: before the run; LATER: `delay` after the pathway before. */
  readonly degree: Int32Array; // [row]
  readonly joins: Int32Array; // [row]
  readonly rank: Int32Array; // [row] unsigned 32-bit
  readonly appliedBefore: Int32Array; // [row] 0 | 1
  readonly mobile: Int32Array; // [row] 0 | 1
  readonly variantLuck: Int32Array; // [row] unsigned 32-bit
  /** The doctor's own number: key of draws met in the run (lottery, applications). */
  readonly own0: Int32Array; // [row]
  readonly own1: Int32Array; // [row]
  /** In training when the run begins: variant and steps left; −1 for all others. */
  readonly initialVariant: Int32Array; // [row]
  readonly initialLeft: Int32Array; // [row]
  /** The number of the trial of giving up that succeeds, 1, 2, …; 0: none (MODEL 2.4). */
  readonly givesUp: Int32Array; // [row]
  /** Factor of the personal duration, a fraction (MODEL 3.7). */
  readonly factorNumerator: Int32Array; // [row]
  readonly factorDenominator: Int32Array; // [row]
  /** How much later than expected the doctor joins: the licence was late. */
  readonly late: Int32Array; // [row] steps
  /** Attempts at the gate that fail before one passes. */
  readonly fails: Int32Array; // [row]
  /** The row of the pathway after this one, −1 none, and steps from completion (or licence) to joining it (MODEL 6.1). */
  readonly then: Int32Array; // [row]
  readonly delay: Int32Array; // [row] of the later row
  /** Leaves of each doctor in the order in which they fall due, the most of any (MODEL 3.8). */
  readonly leaves: number;
  readonly leaveAfter: Int32Array; // [row × leaves] steps served before it; 0: no more
  readonly leaveLength: Int32Array; // [row × leaves] steps away
  readonly given?: GivenLuck;
  /** Luck of what is no doctor's: offers. None for a roster from elsewhere. */
  readonly key?: Key;
}
