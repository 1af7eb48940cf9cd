import type { Plan } from '../../engine/index.js';

/** What the journeys and stays of one replication add up to, counted anew. */
export interface Tally {
  /** Use of pools by those in training when the run began, and by everybody who started since: changes from step to step. */
  readonly initialUse: Int32Array; // [pool × (horizon + 1)], sixtieths
  readonly laterUse: Int32Array; // [pool × (horizon + 1)], sixtieths
  /** Doctors; changes from step to step for the first three, numbers for the others. */
  readonly queue: Int32Array; // [region × pathway × (steps + 1)] by home
  readonly training: Int32Array; // [region × pathway × (steps + 1)] by employment
  readonly awaiting: Int32Array; // [region × pathway × (steps + 1)] those who have not yet stood in an intake
  readonly arrived: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  readonly begun: Int32Array; // [pathway] in training when the run began
  readonly waited: Float64Array; // [region × pathway] doctor-steps
}

/** A tally of nothing. */
export function layTally(plan: Plan): Tally {
  const queues = plan.regions * plan.pathways;
  const changes = queues * (plan.steps + 1);
  return {
    initialUse: new Int32Array(plan.pools * (plan.horizon + 1)),
    laterUse: new Int32Array(plan.pools * (plan.horizon + 1)),
    queue: new Int32Array(changes),
    training: new Int32Array(changes),
    awaiting: new Int32Array(changes),
    arrived: new Int32Array(queues * plan.steps),
    started: new Int32Array(queues * plan.steps),
    completed: new Int32Array(queues * plan.steps),
    begun: new Int32Array(plan.pathways),
    waited: new Float64Array(queues),
  };
}

/** Counts `need` of a pool in steps `from … until`; a pool that limits nothing has number −1. */
export function countUse(plan: Plan, use: Int32Array, pool: number, from: number, until: number, need: number): void {
  if (pool < 0) return;
  const at = pool * (plan.horizon + 1);
  use[at + from]! += need;
  use[at + until + 1]! -= need;
}
