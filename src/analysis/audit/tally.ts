import type { Plan } from '../../engine/index.js';
import { layZeros } from './scratch.js';

/** Fields of the counts. The first three are doctors, as changes from step to step: in the queue at home, of these not yet stood in an intake there, employed and not completed. */
export const QUEUE = 0;
export const AWAITING = 1;
export const TRAINING = 2;
/** Doctors, as numbers: joined, gave up, started, completed; and positions of an intake used up, by starts and by promises. */
export const ARRIVED = 3;
export const LEFT = 4;
export const STARTED = 5;
export const COMPLETED = 6;
export const FILLED = 7;
export const FIELDS = 8;

/** What the journeys of one replication add up to, counted anew. */
export interface Tally {
  readonly counts: Int32Array; // [region × pathway × (steps + 1) × field]
  /** Doctors by employment, as changes from step to step. */
  readonly between: Int32Array; // [region × pathway × (steps + 1)]
  readonly gaps: Int32Array; // [region × pathway × (steps + 1)] of those between, who are in a planned gap
  readonly onLeave: Int32Array; // [region × pathway × (steps + 1)]
  readonly lost: Int32Array; // [region × pathway × step] of the positions used up, by promises that came to nothing
  readonly begun: Int32Array; // [pathway] in training when the run began
  readonly waited: Float64Array; // [region × pathway] doctor-steps in the queue
}

/** A tally of nothing. */
export function layTally(plan: Plan): Tally {
  const queues = plan.regions * plan.pathways;
  const width = queues * (plan.steps + 1);
  return {
    counts: layZeros('counts', width * FIELDS),
    between: layZeros('between', width),
    gaps: layZeros('gaps', width),
    onLeave: layZeros('on leave', width),
    lost: layZeros('lost', queues * plan.steps),
    begun: new Int32Array(plan.pathways),
    waited: new Float64Array(queues),
  };
}

/** The place of a queue's counts in a step. */
export function countsAt(plan: Plan, queue: number, t: number): number {
  return (queue * (plan.steps + 1) + t) * FIELDS;
}

/** Counts a doctor in the steps from `from` until before `until`, as far as the run goes. */
export function countSteps(plan: Plan, changes: Int32Array, queue: number, from: number, until: number): void {
  if (from >= until || from >= plan.steps) return;
  changes[queue * (plan.steps + 1) + from]! += 1;
  changes[queue * (plan.steps + 1) + Math.min(until, plan.steps)]! -= 1;
}

/** The same in a field of the counts. */
export function countIn(plan: Plan, counts: Int32Array, field: number, queue: number, from: number, until: number): void {
  if (from >= until || from >= plan.steps) return;
  counts[countsAt(plan, queue, from) + field]! += 1;
  counts[countsAt(plan, queue, Math.min(until, plan.steps)) + field]! -= 1;
}
