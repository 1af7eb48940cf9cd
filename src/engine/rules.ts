import type { Column } from '../base/index.js';

/** A condition between two points of a pathway: the AT exam and the licence (MODEL 3.11). */
export interface Gate {
  readonly pathway: number;
  /** Steps served before a doctor may sit, in full time. */
  readonly served: number;
  readonly seats: Column; // [step] national seats of a sitting; NEVER: unlimited; −1: no sitting
  /** Chance to pass at the nth attempt, the last goes on. */
  readonly passes: Column; // [attempt − 1] thresholds
  readonly processing: number; // steps from the later of completion and pass to the licence
  /** Whether a following pathway waits for the licence. */
  readonly isRequired: boolean;
}

/** A pathway that a completed one leads into, with its chance. */
export interface Chain {
  readonly pathway: number;
  readonly then: number;
  readonly chance: number; // cumulative threshold over the chains of the pathway
  readonly delaySteps: Column; // [delay] from completion, or from the licence where the gate is required
  readonly delayChance: Column; // [delay] cumulative thresholds
  readonly region: number; // −1: where the doctor is employed at completion
}

/** Positions of one region and pathway by rule (MODEL 6.2): the first line whose reading is above its number changes how many are opened. */
export interface Rule {
  readonly queue: number; // region × pathway
  readonly steps: Column; // [decision] steps, ascending
  readonly lead: number; // steps from a decision until it is in force
  /** Steps in a year: a class is who joined in so many. */
  readonly year: number;
  readonly floor: number;
  readonly ceiling: number;
  readonly lines: readonly RuleLine[];
}

export interface RuleLine {
  /** The queue; who joined it in the last year; positions of the last intake that nobody filled. */
  readonly reads: 'queue' | 'class' | 'vacant';
  readonly above: number;
  readonly change: number;
}
