import { showMonth } from '../base/index.js';
import { NEVER, POOL_KINDS, crowdedFrom, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import type { Note } from './findings.js';
import type { Run } from './measures/index.js';

/** The first step in which what was reserved before a change was known makes each pool run over, in any replication; NEVER where it does not (MODEL 2.2). */
export type Overruns = Int32Array; // [pool]

/** No pool has run over. */
export function layOverruns(plan: Plan): Overruns {
  return new Int32Array(plan.pools).fill(NEVER);
}

/**
 * Reads the overruns of one replication, in the steps from which a change takes places away: elsewhere only those in training when the run began can stand over
 * the capacity. What others use beyond it is an overrun of its own kind, and not counted here.
 */
export function observeOverruns(overruns: Overruns, { plan, trace }: Run): void {
  const capacity = revisedCapacity(plan);
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    if (plan.revisionChange[i]! >= 0) continue;
    const pool = plan.revisionPool[i]!;
    for (let t = plan.revisionFrom[i]!; t <= plan.revisionUntil[i]! && t < Math.min(plan.steps, overruns[pool]!); t++) {
      const spare = capacity[pool * plan.horizon + t]! - plan.crowding[pool * plan.horizon + t]!;
      if (trace.room[pool * plan.horizon + t]! < Math.min(0, spare)) overruns[pool] = t;
    }
  }
}

/** What a reader must know of pools that run over: by whom, and from which month. */
export function noteOverruns(overruns: Overruns, plan: Plan, axes: Axes): Note[] {
  const crowded = Array.from({ length: plan.pools }, (_, pool) => ({ pool, t: crowdedFrom(plan, pool) })).filter(({ t }) => t >= 0);
  const notes = crowded.map(({ pool, t }): Note => {
    const block = axes.blocks[plan.poolBlock[pool]!]!;
    const isSlots = POOL_KINDS[plan.poolKind[pool]!] === 'slots';
    return { code: isSlots ? 'crowding-over' : 'crowding-over-supervisors', values: { region: axes.regions[plan.poolRegion[pool]!]!.id, blockSv: block.sv, blockEn: block.en, from: monthAt(axes, t) } };
  });
  const over = Array.from(overruns).filter((t) => t !== NEVER);
  return over.length === 0 ? notes : [...notes, { code: 'overrun', values: { number: over.length, from: monthAt(axes, Math.min(...over)) } }];
}

function monthAt(axes: Axes, t: number): string {
  return showMonth(axes.from + Math.floor(t / axes.stepsPerMonth));
}
