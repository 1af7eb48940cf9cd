import { NO_POOL, UNIT } from '../../engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../engine/index.js';
import type { RecordsForm } from './form.js';
import { kindOf, knownCapacity, unitOf } from './pool-form.js';

/** The counts of every step over the whole country. */
export function writeSeries(plan: Plan, roster: Roster, trace: Trace): RecordsForm['series'] {
  const national = (of: Int32Array): number[] => {
    const sums = new Array<number>(plan.steps).fill(0);
    of.forEach((n, i) => (sums[i % plan.steps]! += n));
    return sums;
  };
  const begun = roster.initialVariant.filter((variant) => variant >= 0).length;
  const between = national(trace.between);
  const away = national(trace.onLeave);
  return {
    queue: national(trace.queue),
    in_block: national(trace.training).map((n, t) => n - between[t]! - away[t]!),
    between,
    on_leave: away,
    completed: runningSum(national(trace.completed), 0),
    left: runningSum(national(trace.left), 0),
    arrived: runningSum(national(trace.arrived), begun),
  };
}

function runningSum(numbers: readonly number[], from: number): number[] {
  let sum = from;
  return numbers.map((n) => (sum += n));
}

/** Where more was in use than there was; what crowding alone takes above the capacity is a kind of its own (MODEL 2.2). */
export function writeOverruns(plan: Plan, axes: Axes, trace: Trace): RecordsForm['overruns'] {
  const rows: [number, string, string, string | null, number][] = [];
  for (let pool = 0; pool < plan.pools; pool++) {
    const kind = kindOf(plan, pool);
    if (kind === null) continue;
    const region = axes.regions[plan.poolRegion[pool]!]!.id;
    const block = plan.poolBlock[pool]! < 0 ? null : axes.blocks[plan.poolBlock[pool]!]!.id;
    const inForm = (n: number): number => Math.ceil(n / unitOf(plan, pool));
    for (let t = 0; t < plan.steps; t++) {
      const over = inForm(-trace.room[pool * plan.horizon + t]!);
      if (over <= 0) continue;
      const crowded = inForm(Math.max(0, plan.crowding[pool * plan.horizon + t]! - knownCapacity(plan, pool, t)));
      if (over > crowded) rows.push([t, region, kind, block, over - crowded]);
      if (crowded > 0) rows.push([t, region, `crowding/${kind}`, block, crowded]);
    }
  }
  return rows.sort((a, b) => a[0] - b[0]);
}

/** Positions that could have been filled at an intake and were not. */
export function writeVacant(plan: Plan, axes: Axes, trace: Trace): RecordsForm['vacant'] {
  const rows: [number, string, string, number][] = [];
  for (let t = 0; t < plan.steps; t++) {
    for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
      const pool = plan.positionsPool[queue]!;
      if (pool === NO_POOL || plan.intake[queue * plan.steps + t] !== 1) continue;
      const left = Math.floor(trace.room[pool * plan.horizon + t]! / UNIT);
      if (left > 0) rows.push([t, axes.regions[Math.floor(queue / plan.pathways)]!.id, axes.pathways[queue % plan.pathways]!.id, left]);
    }
  }
  return rows;
}
