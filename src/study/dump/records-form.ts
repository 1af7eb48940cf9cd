import { CAUSE, NEVER, NO_POOL, UNIT, variantAt } from '../../engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../engine/index.js';
import type { LegRecord, RecordsForm, StateName, StayRecord, WaitKind } from './form.js';
import { KIND_OF, knownCapacity, placeKind } from './plan-form.js';
import { identityOf } from './roster-form.js';
import type { Watched } from './watch.js';

/** What became of everybody, doctors in the roster's order. */
export function writeRecords(plan: Plan, axes: Axes, roster: Roster, watched: Watched): RecordsForm {
  const { trace } = watched;
  const stays = staysByRow(plan, axes, trace);
  const leaves = leavesByRow(trace);
  const doctors = Array.from({ length: roster.rows }, (_, row) => {
    const hasJoined = roster.joins[row]! < plan.steps;
    return { id: identityOf(axes, roster, row), legs: hasJoined ? [writeLeg(plan, axes, roster, watched, row, stays[row]!, leaves[row]!)] : [] };
  });
  return { doctors, series: writeSeries(plan, roster, trace), overruns: writeOverruns(plan, axes, trace), vacant: writeVacant(plan, axes, trace) };
}

function writeLeg(plan: Plan, axes: Axes, roster: Roster, watched: Watched, row: number, blocks: readonly StayRecord[], leaves: LegRecord['leaves']): LegRecord {
  const { trace } = watched;
  const start = trace.starts[row]!;
  const isPlaced = start !== NEVER;
  const isBegun = roster.initialVariant[row]! >= 0;
  const completes = trace.completes[row]!;
  const variant = isPlaced ? trace.variant[row]! : variantAt(plan, roster, row, roster.region[row]!);
  return {
    pathway: axes.pathways[roster.pathway[row]!]!.id,
    variant: axes.variants[variant]!.id,
    queue_region: axes.regions[roster.region[row]!]!.id,
    joined: isBegun ? null : roster.joins[row]!,
    gave_up: trace.gaveUp[row] === NEVER ? null : trace.gaveUp[row]!,
    start: isPlaced ? start : null,
    region: isPlaced ? axes.regions[trace.region[row]!]!.id : null,
    blocks,
    leaves,
    completed: completes < plan.steps ? completes : null,
    passed: null,
    licence: null,
    waited: { queue: watched.waited.queue[row]!, between: watched.waited.between[row]! },
    causes: { queue: causesOf(axes, watched, 'queue', row), between: causesOf(axes, watched, 'between', row) },
    state: stateOf(plan, trace, row, blocks, leaves),
  };
}

function staysByRow(plan: Plan, axes: Axes, trace: Trace): StayRecord[][] {
  const rows: StayRecord[][] = Array.from({ length: trace.rows }, () => []);
  for (let i = 0; i < trace.stays; i++) {
    const row = trace.stayRow[i]!;
    const stretch = trace.stayStretch[i]!;
    const index = stretch - plan.stretchFrom[trace.variant[row]!]!;
    rows[row]!.push({ index, block: axes.blocks[plan.stretchBlock[stretch]!]!.id, from: trace.stayFrom[i]!, until: trace.stayUntil[i]!, region: axes.regions[trace.region[row]!]!.id });
  }
  for (const stays of rows) stays.sort((a, b) => a.from - b.from);
  return rows;
}

function leavesByRow(trace: Trace): { from: number; until: number }[][] {
  const rows: { from: number; until: number }[][] = Array.from({ length: trace.rows }, () => []);
  for (let i = 0; i < trace.leaves; i++) rows[trace.leaveRow[i]!]!.push({ from: trace.leaveFrom[i]!, until: trace.leaveUntil[i]! });
  return rows;
}

function causesOf(axes: Axes, watched: Watched, kind: WaitKind, row: number): Record<string, number> {
  const units = Array.from(watched.causes[kind].get(row) ?? []);
  return Object.fromEntries(units.flatMap((n, cause) => (n === 0 ? [] : [[nameOf(axes, cause), n] as const])));
}

function nameOf(axes: Axes, cause: number): string {
  if (cause === CAUSE.awaitingIntake) return 'awaiting-intake';
  if (cause === CAUSE.positions) return 'positions';
  if (cause === CAUSE.mainSupervisors) return 'main-supervisors';
  const b = cause - CAUSE.blocks;
  return b < axes.blocks.length ? `slots/${axes.blocks[b]!.id}` : `supervisors/${axes.blocks[b - axes.blocks.length]!.id}`;
}

function stateOf(plan: Plan, trace: Trace, row: number, stays: readonly StayRecord[], leaves: LegRecord['leaves']): StateName {
  const isNow = ({ from, until }: { from: number; until: number }): boolean => from <= plan.steps - 1 && plan.steps - 1 <= until;
  if (trace.gaveUp[row] !== NEVER) return 'left';
  if (trace.starts[row] === NEVER) return 'queue';
  if (trace.completes[row]! < plan.steps) return 'completed';
  if (leaves.some(isNow)) return 'leave';
  return stays.some(isNow) ? 'training' : 'waiting';
}

function writeSeries(plan: Plan, roster: Roster, trace: Trace): RecordsForm['series'] {
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
function writeOverruns(plan: Plan, axes: Axes, trace: Trace): RecordsForm['overruns'] {
  const rows: [number, string, string, string | null, number][] = [];
  for (let pool = 0; pool < plan.pools; pool++) {
    const kind = placeKind(plan, pool);
    if (kind === null) continue;
    const region = axes.regions[plan.poolRegion[pool]!]!.id;
    const block = plan.poolBlock[pool]! < 0 ? null : axes.blocks[plan.poolBlock[pool]!]!.id;
    for (let t = 0; t < plan.steps; t++) {
      const over = -trace.room[pool * plan.horizon + t]!;
      if (over <= 0) continue;
      const crowded = Math.max(0, plan.crowding[pool * plan.horizon + t]! - knownCapacity(plan, pool, t));
      if (over > crowded) rows.push([t, region, KIND_OF[kind], block, over - crowded]);
      if (crowded > 0) rows.push([t, region, `crowding/${KIND_OF[kind]}`, block, crowded]);
    }
  }
  return rows.sort((a, b) => a[0] - b[0]);
}

function writeVacant(plan: Plan, axes: Axes, trace: Trace): RecordsForm['vacant'] {
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
