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
  readonly completes: Int32Array; // [row] first step after the last block as reserved, or NEVER
  readonly gaveUp: Int32Array; // [row] step of leaving the queue for good, or NEVER
  readonly passes: Int32Array; // [row] how often passed over
  /** Stretches in a block, reservations after the end of the run included. */
  stays: number;
  readonly stayRow: Int32Array; // [stay]
  readonly stayStretch: Int32Array; // [stay]
  readonly stayFrom: Int32Array; // [stay]
  readonly stayUntil: Int32Array; // [stay] last step
  /** Leaves begun, in order. */
  leaves: number;
  readonly leaveRow: Int32Array; // [leave]
  readonly leaveFrom: Int32Array; // [leave]
  readonly leaveUntil: Int32Array; // [leave] last step away
  /** capacity − in use, as it stood at the end; below zero: overrun. */
  readonly room: Int32Array; // [pool × horizon], sixtieths
  /** Series after the starts of each step (MODEL 2.7): queues by home region, the others by region of employment. */
  readonly queue: Int32Array; // [region × pathway × step]
  readonly arrived: Int32Array; // [region × pathway × step] joined the queue in this step (initial queue: step 0)
  readonly left: Int32Array; // [region × pathway × step] gave up in this step
  /** Started and not completed: in a block, between blocks or on leave. */
  readonly training: Int32Array; // [region × pathway × step]
  readonly between: Int32Array; // [region × pathway × step] waiting for the next block, or for a place after leave
  readonly onLeave: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  /** Doctors refused at home in this step whom room in this pool alone would have let start (MODEL 4.2: solely binding). */
  readonly sole: Int32Array; // [pool × step]
  /** Doctor-steps waited, in 27,720ths, by home region (MODEL 4). */
  readonly causes: Float64Array; // [region × pathway × cause × step]
  /** The same for waits between blocks and after leave, by region of employment. */
  readonly betweenCauses: Float64Array; // [region × pathway × cause × step]
}

/** A trace in which nothing has happened. */
export function layTrace(plan: Plan, roster: Roster, room: Int32Array): Trace {
  const { rows } = roster;
  let longest = 0;
  for (let v = 0; v < plan.variants; v++) longest = Math.max(longest, plan.stretchFrom[v + 1]! - plan.stretchFrom[v]!);
  const stays = rows * longest * (1 + roster.leaves);
  const leaves = rows * roster.leaves;
  const series = plan.regions * plan.pathways * plan.steps;
  return {
    rows,
    region: new Int32Array(rows).fill(-1),
    variant: new Int32Array(rows).fill(-1),
    starts: new Int32Array(rows).fill(NEVER),
    completes: new Int32Array(rows).fill(NEVER),
    gaveUp: new Int32Array(rows).fill(NEVER),
    passes: new Int32Array(rows),
    stays: 0,
    stayRow: new Int32Array(stays),
    stayStretch: new Int32Array(stays),
    stayFrom: new Int32Array(stays),
    stayUntil: new Int32Array(stays),
    leaves: 0,
    leaveRow: new Int32Array(leaves),
    leaveFrom: new Int32Array(leaves),
    leaveUntil: new Int32Array(leaves),
    room,
    queue: new Int32Array(series),
    arrived: new Int32Array(series),
    left: new Int32Array(series),
    training: new Int32Array(series),
    between: new Int32Array(series),
    onLeave: new Int32Array(series),
    started: new Int32Array(series),
    completed: new Int32Array(series),
    sole: new Int32Array(plan.pools * plan.steps),
    causes: new Float64Array(series * causeCount(plan)),
    betweenCauses: new Float64Array(series * causeCount(plan)),
  };
}
