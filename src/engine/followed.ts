import { causeCount } from './attribution.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import { numbersIn, wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';

/**
 * What is noted of each doctor who is followed block by block, side by side: the calendar takes doctors in any order, and what stands together comes from
 * memory together. The columns are followed by the steps left of each stretch, and those by the stays reserved.
 */
export const OF = {
  remaining: 0, // steps left in all
  served: 1, // steps
  since: 2, // step in which the present block, itinerary or wait began
  due: 3, // steps served when the next leave falls due; NEVER none
  nextIsLeave: 4, // what the calendar holds: 1 a leave that falls due, 0 an end
  isAway: 5, // on leave
  hasMain: 6, // step mode: holds a main supervisor
  wakeNext: 7, // the next row in the calendar of the same step, −1 none
  region: 8, // of employment
  queue: 9, // region × pathway
  variant: 10,
  current: 11, // step mode: the place in the list of the block reserved last
  left: 12, // [place] steps left of each stretch
} as const;

/** The courses of doctors in training, where they are followed. */
export interface Progress {
  /** Most stretches of a variant. */
  readonly places: number;
  /** Numbers of a row: columns, steps left, stays. */
  readonly size: number;
  readonly cells: Int32Array; // [row × size]; empty where nobody is followed
  /** Where the stays of a row begin: the one reserved of each stretch, −1 none. */
  readonly stays: number;
  readonly spent: Int32Array; // [row] steps of the longest time used before the last leave
  readonly leavesTaken: Int32Array; // [row]
  /** Calendar: the first row of each step; −1 none. */
  readonly wakeFirst: Int32Array; // [step]
  /** Continuing doctors (MODEL 2.5). */
  readonly continuing: Int32Array; // [place]
  continuingCount: number;
  /** How many of them were tried in the step before, and stand in order. */
  keptCount: number;
  readonly standing: Float64Array; // [region × pathway × cause] doctor-steps waited between blocks in this step
}

/** Nobody has begun: doctors are followed in step mode, and where there are leaves or later pathways. */
export function layProgress(plan: Plan, roster: Roster, places: number, scratch: Scratch): Progress {
  const isFollowed = plan.mode === 'step' || roster.leaves > 0 || roster.then.some((row) => row >= 0);
  const rows = isFollowed ? roster.rows : 0;
  const size = OF.left + 2 * places;
  return {
    places,
    size,
    cells: wholesIn(scratch, rows * size),
    stays: OF.left + places,
    spent: wholesIn(scratch, rows),
    leavesTaken: wholesIn(scratch, rows),
    wakeFirst: new Int32Array(plan.steps).fill(-1),
    continuing: wholesIn(scratch, rows),
    continuingCount: 0,
    keptCount: 0,
    standing: numbersIn(scratch, rows > 0 ? plan.regions * plan.pathways * causeCount(plan) : 0),
  };
}
