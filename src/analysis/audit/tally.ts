import type { Plan } from '../../engine/index.js';
import { layZeros } from './scratch.js';

/** What the journeys of one replication add up to, counted anew, laid as a trace lays its series. */
export interface Tally {
  /** Doctors, as changes from step to step: in the queue at home, of these not yet stood in an intake there, employed and not completed. */
  readonly queue: Int32Array; // [region × pathway × step]
  readonly awaiting: Int32Array; // [region × pathway × step]
  readonly training: Int32Array; // [region × pathway × step]
  /** The same, by employment: between blocks, of these in a planned gap, and on leave. */
  readonly between: Int32Array; // [region × pathway × step]
  readonly gaps: Int32Array; // [region × pathway × step]
  readonly onLeave: Int32Array; // [region × pathway × step]
  /** Doctors, as numbers. */
  readonly arrived: Int32Array; // [region × pathway × step]
  readonly left: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  /** Positions of an intake used up, by starts and by promises; of these by promises that came to nothing. */
  readonly filled: Int32Array; // [region × pathway × step]
  readonly lost: Int32Array; // [region × pathway × step]
  readonly begun: Int32Array; // [pathway] in training when the run began
  readonly waited: Float64Array; // [region × pathway] doctor-steps in the queue
}

/** A tally of nothing. */
export function layTally(plan: Plan): Tally {
  const queues = plan.regions * plan.pathways;
  const lay = (name: string): Int32Array => layZeros(name, queues * plan.steps);
  return {
    queue: lay('queue'), awaiting: lay('awaiting'), training: lay('training'), between: lay('between'), gaps: lay('gaps'), onLeave: lay('on leave'),
    arrived: lay('arrived'), left: lay('left'), started: lay('started'), completed: lay('completed'), filled: lay('filled'), lost: lay('lost'),
    begun: new Int32Array(plan.pathways),
    waited: new Float64Array(queues),
  };
}

/** The place of a queue in a step. */
export function placeAt(plan: Plan, queue: number, t: number): number {
  return queue * plan.steps + t;
}

/** Counts a doctor in the steps from `from` until before `until`, as far as the run goes. */
export function countSteps(plan: Plan, changes: Int32Array, queue: number, from: number, until: number): void {
  if (from >= until || from >= plan.steps) return;
  changes[placeAt(plan, queue, from)]! += 1;
  if (until < plan.steps) changes[placeAt(plan, queue, until)]! -= 1;
}
