import { causeCount } from './attribution.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

/** Not yet, or never within the run. */
export const NEVER = 0x7fffffff;

/** What happened in one replication, complete enough to re-derive every figure from (the auditor does). */
export interface Trace {
  /** One row per doctor of the roster. */
  readonly rows: number;
  readonly region: Int32Array; // [row] region of employment; −1 before the start
  readonly variant: Int32Array; // [row] variant served; −1 before the start
  readonly starts: Int32Array; // [row] step; NEVER: still waiting; before 0: in training when the run began
  readonly completes: Int32Array; // [row] first step after the last block, or NEVER
  readonly passes: Int32Array; // [row] how often passed over
  /** Stretches in a block, reservations after the end of the run included. */
  stays: number;
  readonly stayRow: Int32Array; // [stay]
  readonly stayStretch: Int32Array; // [stay]
  readonly stayFrom: Int32Array; // [stay]
  readonly stayUntil: Int32Array; // [stay] last step
  /** capacity − in use, as it stood at the end; below zero: overrun. */
  readonly room: Int32Array; // [pool × horizon], sixtieths
  /** Series after the starts of each step (MODEL 2.7): queues by home region, the others by region of employment. */
  readonly queue: Int32Array; // [region × pathway × step]
  readonly arrived: Int32Array; // [region × pathway × step] joined the queue in this step (initial queue: step 0)
  readonly training: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  /** Doctors refused at home in this step whom room in this pool alone would have let start (MODEL 4.2: solely binding). */
  readonly sole: Int32Array; // [pool × step]
  /** Doctor-steps waited, in 27,720ths, by home region (MODEL 4). */
  readonly causes: Float64Array; // [region × pathway × cause × step]
}

/** A trace in which nothing has happened. */
export function layTrace(plan: Plan, roster: Roster, room: Int32Array): Trace {
  const { rows } = roster;
  let longest = 0;
  for (let v = 0; v < plan.variants; v++) longest = Math.max(longest, plan.stretchFrom[v + 1]! - plan.stretchFrom[v]!);
  const series = plan.regions * plan.pathways * plan.steps;
  return {
    rows,
    region: new Int32Array(rows).fill(-1),
    variant: new Int32Array(rows).fill(-1),
    starts: new Int32Array(rows).fill(NEVER),
    completes: new Int32Array(rows).fill(NEVER),
    passes: new Int32Array(rows),
    stays: 0,
    stayRow: new Int32Array(rows * longest),
    stayStretch: new Int32Array(rows * longest),
    stayFrom: new Int32Array(rows * longest),
    stayUntil: new Int32Array(rows * longest),
    room,
    queue: new Int32Array(series),
    arrived: new Int32Array(series),
    training: new Int32Array(series),
    started: new Int32Array(series),
    completed: new Int32Array(series),
    sole: new Int32Array(plan.pools * plan.steps),
    causes: new Float64Array(series * causeCount(plan)),
  };
}
