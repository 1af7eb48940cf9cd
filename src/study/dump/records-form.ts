import { CAUSE, NEVER, forEachStay, variantAt } from '../../engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../engine/index.js';
import type { LegRecord, RecordsForm, StateName, StayRecord, WaitKind } from './form.js';
import { firstRows, identityOf, rowsFrom } from './roster-form.js';
import { writeOverruns, writeSeries, writeVacant } from './series-form.js';
import type { Watched } from './watch.js';

/** A run of which the records are written, with what each row did. */
interface Told {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly roster: Roster;
  readonly watched: Watched;
  readonly stays: readonly (readonly StayRecord[])[]; // [row]
  readonly leaves: readonly LegRecord['leaves'][]; // [row]
}

/** What became of everybody, doctors in the roster's order. */
export function writeRecords(plan: Plan, axes: Axes, roster: Roster, watched: Watched): RecordsForm<readonly [string, number, number]> {
  const { trace } = watched;
  const told = { plan, axes, roster, watched, stays: staysByRow(plan, axes, trace), leaves: leavesByRow(trace) };
  const doctors = firstRows(roster).map((first) => ({
    id: identityOf(axes, roster, first),
    legs: rowsFrom(roster, first).flatMap((row) => (trace.joins[row]! < plan.steps ? [writeLeg(told, row)] : [])),
  }));
  return { doctors, series: writeSeries(plan, roster, trace), overruns: writeOverruns(plan, axes, trace), vacant: writeVacant(plan, axes, trace) };
}

function writeLeg(told: Told, row: number): LegRecord {
  const { plan, axes, roster, watched } = told;
  const { trace } = watched;
  const isPlaced = trace.starts[row]! !== NEVER;
  const home = trace.home[row]!;
  const completes = trace.completes[row]!;
  return {
    pathway: axes.pathways[roster.pathway[row]!]!.id,
    variant: axes.variants[isPlaced ? trace.variant[row]! : variantAt(plan, roster, row, home, trace.joins[row])]!.id,
    queue_region: axes.regions[home]!.id,
    joined: roster.initialVariant[row]! >= 0 ? null : trace.joins[row]!,
    gave_up: within(trace.gaveUp[row]!, NEVER),
    start: within(trace.starts[row]!, NEVER),
    region: isPlaced ? axes.regions[trace.region[row]!]!.id : null,
    blocks: told.stays[row]!,
    leaves: told.leaves[row]!,
    completed: within(completes, plan.steps),
    passed: within(trace.passed[row]!, plan.steps),
    licence: within(licenceOf(plan, roster, trace, row), plan.steps),
    waited: { queue: watched.waited.queue[row]!, between: watched.waited.between[row]! },
    causes: { queue: causesOf(axes, watched, 'queue', row), between: causesOf(axes, watched, 'between', row) },
    state: stateOf(told, row),
  };
}

/** A step, or null where it is not before the end. */
const within = (t: number, end: number): number | null => (t < end ? t : null);

/** The step of the licence, or NEVER where completion or pass is not known (MODEL 3.11). */
function licenceOf(plan: Plan, roster: Roster, trace: Trace, row: number): number {
  const gate = plan.gates[plan.gateOf[roster.pathway[row]!]!];
  if (gate === undefined || trace.passed[row] === NEVER || trace.completes[row] === NEVER) return NEVER;
  return Math.max(trace.completes[row]!, trace.passed[row]!) + gate.processing;
}

function staysByRow(plan: Plan, axes: Axes, trace: Trace): StayRecord[][] {
  const rows: StayRecord[][] = Array.from({ length: trace.rows }, () => []);
  forEachStay(trace, (row, i) => {
    const stretch = trace.stayStretch[i]!;
    const index = stretch - plan.stretchFrom[trace.variant[row]!]!;
    rows[row]!.push({ index, block: axes.blocks[plan.stretchBlock[stretch]!]!.id, from: trace.stayFrom[i]!, until: trace.stayUntil[i]!, region: axes.regions[trace.stayRegion[i]!]!.id });
  });
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
  const blocks = axes.blocks.length;
  if (b === 2 * blocks) return 'st-posts';
  return b < blocks ? `slots/${axes.blocks[b]!.id}` : `supervisors/${axes.blocks[b - blocks]!.id}`;
}

/** Where a doctor is in the last step: a planned gap before a block that is reserved is no wait (MODEL 4.1). */
function stateOf({ plan, watched: { trace }, stays, leaves }: Told, row: number): StateName {
  const last = plan.steps - 1;
  if (trace.gaveUp[row] !== NEVER) return 'left';
  if (trace.starts[row] === NEVER) return 'queue';
  if (trace.completes[row]! < plan.steps) return 'completed';
  if (leaves[row]!.some(({ from, until }) => from <= last && last <= until)) return 'leave';
  return stays[row]!.some(({ until }) => until >= last) ? 'training' : 'waiting';
}
