import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import { LONG_AGO, NEVER, WHOLE, CAUSE, causeCount, run, unitsAt } from '../../src/engine/index.js';
import { audit } from '../../src/analysis/audit.js';
import { staysIn } from './stays.js';

/** A doctor written by hand: whatever is not said is 0, home is the first region, ranks follow the order of writing. */
export interface Doctor {
  readonly joins: number;
  readonly stream?: number;
  readonly pathway?: number;
  readonly region?: number;
  readonly rank?: number;
  readonly appliedBefore?: number;
  readonly mobile?: number;
  readonly variantLuck?: number;
  readonly cohort?: number;
  /** The trial of giving up that succeeds. */
  readonly givesUp?: number;
  /** Personal duration, a fraction. */
  readonly factor?: readonly [number, number];
  /** Leaves: after so many steps served, for so many steps. */
  readonly leaves?: readonly (readonly [number, number])[];
}

/** One who is in training when the run begins. */
export interface InTraining {
  readonly variant: number;
  readonly left: number;
  readonly region?: number;
  readonly pathway?: number;
  readonly leaves?: readonly (readonly [number, number])[];
}

/** A roster of doctors written by hand. Rows come in order of joining, equal ones in the order written; those in training first. */
export function rosterOf(doctors: readonly Doctor[], inTraining: readonly InTraining[] = []): Roster {
  const numbered = doctors.map((doctor, ordinal) => ({ ...doctor, ordinal })).sort((a, b) => a.joins - b.joins || a.ordinal - b.ordinal);
  const begun = inTraining.map((one, n) => ({ joins: LONG_AGO, ...one, ordinal: -1 - n, rank: n }));
  const rows: readonly (Doctor & { ordinal: number; variant?: number; left?: number })[] = [...begun, ...numbered];
  const leaves = Math.max(0, ...rows.map((d) => d.leaves?.length ?? 0));
  const ofLeaves = (of: 0 | 1): Int32Array => Int32Array.from(rows.flatMap((d) => Array.from({ length: leaves }, (_, i) => d.leaves?.[i]?.[of] ?? 0)));
  const column = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of);
  return {
    rows: rows.length,
    stream: column((d) => d.stream ?? 0),
    cohort: column((d) => d.cohort ?? 0),
    ordinal: column((d) => d.ordinal),
    pathway: column((d) => d.pathway ?? 0),
    region: column((d) => d.region ?? 0),
    degree: column((d) => d.joins),
    joins: column((d) => d.joins),
    rank: column((d) => d.rank ?? d.ordinal),
    appliedBefore: column((d) => d.appliedBefore ?? 0),
    mobile: column((d) => d.mobile ?? 0),
    variantLuck: column((d) => d.variantLuck ?? 0),
    own0: column((d) => 17 * d.ordinal + 1),
    own1: column((d) => d.ordinal),
    initialVariant: column((d) => d.variant ?? -1),
    initialLeft: column((d) => d.left ?? -1),
    givesUp: column((d) => d.givesUp ?? 0),
    factorNumerator: column((d) => d.factor?.[0] ?? 1),
    factorDenominator: column((d) => d.factor?.[1] ?? 1),
    late: column(() => 0),
    fails: column(() => 0),
    then: column(() => -1),
    delay: column(() => 0),
    leaves,
    leaveAfter: ofLeaves(0),
    leaveLength: ofLeaves(1),
  };
}

/** Doctors who join in the steps given, one each. */
export function joining(...steps: readonly number[]): Doctor[] {
  return steps.map((joins) => ({ joins }));
}

/** Runs a roster, and lets the auditor loose on what happened. */
export function runAudited(plan: Plan, roster: Roster): Trace {
  const trace = run(plan, roster);
  const violations = audit(plan, roster, trace);
  if (violations.length > 0) throw new Error(violations.slice(0, 5).map((v) => JSON.stringify(v)).join('\n'));
  return trace;
}

/** Steps in which doctors started, row by row; null = not within the run. */
export function startsOf(trace: Trace): (number | null)[] {
  return Array.from(trace.starts.subarray(0, trace.rows), (t) => (t === NEVER ? null : t));
}

/** The first steps after the last block, row by row; null = never within what was reserved. */
export function completionsOf(trace: Trace): (number | null)[] {
  return Array.from(trace.completes.subarray(0, trace.rows), (t) => (t === NEVER ? null : t));
}

/** Doctor-steps booked on each cause by a queue at a step, as fractions of one doctor; causes with nothing are left out. Waits in the queue, unless said. */
export function causesAt(plan: Plan, trace: Trace, queue: number, t: number, booked = trace.causes): Record<string, number> {
  const causes = causeCount(plan);
  const named: Record<string, number> = {};
  for (let c = 0; c < causes; c++) {
    const units = unitsAt(booked, queue * causes + c, t);
    if (units !== 0) named[nameOf(plan, c)] = units / WHOLE;
  }
  return named;
}

function nameOf(plan: Plan, cause: number): string {
  if (cause === CAUSE.awaitingIntake) return 'awaiting-intake';
  if (cause === CAUSE.positions) return 'positions';
  if (cause === CAUSE.mainSupervisors) return 'main-supervisors';
  const b = cause - CAUSE.blocks;
  if (b === 2 * plan.blocks) return 'st-posts';
  return b < plan.blocks ? `slots/${b}` : `supervisors/${b - plan.blocks}`;
}

/** A series of one queue over the run. */
export function seriesOf(plan: Plan, column: Int32Array, queue = 0): number[] {
  return Array.from(column.subarray(queue * plan.steps, (queue + 1) * plan.steps));
}

/** A doctor's blocks in order of time, each as block, first and last step. */
export function staysOf(plan: Plan, trace: Trace, row: number): [number, number, number][] {
  return staysIn(trace, row).map((i): [number, number, number] => [plan.stretchBlock[trace.stayStretch[i]!]!, trace.stayFrom[i]!, trace.stayUntil[i]!]).sort((a, b) => a[1] - b[1]);
}

/** A doctor's leaves in order of time, each as first and last step away. */
export function leavesOf(trace: Trace, row: number): [number, number][] {
  const leaves = Array.from({ length: trace.leaves }, (_, i) => i).filter((i) => trace.leaveRow[i] === row);
  return leaves.map((i) => [trace.leaveFrom[i]!, trace.leaveUntil[i]!]);
}

/** The plan with changes of capacity that become known in the run: in step `known`, so many places more in the steps from … until. */
export function announced(plan: Plan, ...changes: readonly { readonly known: number; readonly pool: number; readonly from: number; readonly until?: number; readonly places: number }[]): Plan {
  return {
    ...plan,
    revisionKnown: Int32Array.from(changes, (change) => change.known),
    revisionPool: Int32Array.from(changes, (change) => change.pool),
    revisionFrom: Int32Array.from(changes, (change) => change.from),
    revisionUntil: Int32Array.from(changes, (change) => change.until ?? plan.horizon - 1),
    revisionChange: Int32Array.from(changes, (change) => 60 * change.places),
  };
}
