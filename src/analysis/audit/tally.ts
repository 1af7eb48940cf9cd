import type { Plan } from '../../engine/index.js';
import { layZeros } from './scratch.js';

/** What the journeys of one replication add up to, counted anew. */
export interface Tally {
  /** Doctors, as changes from step to step: queues by home, the others by employment. */
  readonly queue: Int32Array; // [region × pathway × (steps + 1)]
  readonly awaiting: Int32Array; // [region × pathway × (steps + 1)] those who have not yet stood in an intake at home
  readonly training: Int32Array; // [region × pathway × (steps + 1)]
  readonly between: Int32Array; // [region × pathway × (steps + 1)]
  readonly gaps: Int32Array; // [region × pathway × (steps + 1)] of those between, who are in a planned gap
  readonly onLeave: Int32Array; // [region × pathway × (steps + 1)]
  /** Doctors, as numbers. */
  readonly arrived: Int32Array; // [region × pathway × step]
  readonly left: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly filled: Int32Array; // [region × pathway × step] positions of an intake used up, by starts and by promises
  readonly lost: Int32Array; // [region × pathway × step] of these, by promises that came to nothing
  readonly completed: Int32Array; // [region × pathway × step]
  readonly begun: Int32Array; // [pathway] in training when the run began
  readonly waited: Float64Array; // [region × pathway] doctor-steps in the queue
}

/** A tally of nothing. */
export function layTally(plan: Plan): Tally {
  const queues = plan.regions * plan.pathways;
  const changes = (of: string): Int32Array => layZeros(of, queues * (plan.steps + 1));
  const numbers = (of: string): Int32Array => layZeros(of, queues * plan.steps);
  return {
    queue: changes('queue'),
    awaiting: changes('awaiting'),
    training: changes('training'),
    between: changes('between'),
    gaps: changes('gaps'),
    onLeave: changes('onLeave'),
    arrived: numbers('arrived'),
    left: numbers('left'),
    started: numbers('started'),
    filled: numbers('filled'),
    lost: numbers('lost'),
    completed: numbers('completed'),
    begun: new Int32Array(plan.pathways),
    waited: new Float64Array(queues),
  };
}

/** Counts a doctor in the steps from `from` until before `until`, as far as the run goes. */
export function countSteps(plan: Plan, changes: Int32Array, queue: number, from: number, until: number): void {
  if (from >= until || from >= plan.steps) return;
  changes[queue * (plan.steps + 1) + from]! += 1;
  changes[queue * (plan.steps + 1) + Math.min(until, plan.steps)]! -= 1;
}
