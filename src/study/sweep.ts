import { addToSample, layGrid, laySample, readResponses, readYearEnds, summariseCell } from '../analysis/index.js';
import type { Asked, Grid, Sample, Summary } from '../analysis/index.js';
import { drawRoster, fingerprint, layDigest, mix, toHex } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { applyAdditions } from './addition.js';
import { runAudited } from './report-plans.js';
import type { ReportSetup } from './report.js';

/** What decides every number of a sweep: the scenario as its file says, what differs from it in each run, and what is read off each. */
export interface SweepSetup extends ReportSetup {
  readonly replications: number;
  /** Run 0 is the scenario as its file says: nothing differs. */
  readonly runs: readonly Partial<Scenario>[];
  readonly asked: readonly Asked[];
}

/** What one replication of one run gave. */
export interface SweepReading {
  readonly values: Float64Array; // [asked]
  readonly fingerprint: Int32Array;
  /** Queues at the ends of years. */
  readonly ends: Float64Array;
}

/** Makes ready to do the units of a sweep: unit = run × replications + replication. Only the run at hand is kept compiled. */
export function prepareSweep(setup: SweepSetup): (unit: number) => SweepReading {
  const { replications, seed } = setup;
  let ready: { readonly run: number; readonly plan: Plan; readonly axes: Axes; readonly grid: Grid } | undefined;
  return (unit) => {
    const run = Math.floor(unit / replications);
    const replication = unit % replications;
    if (ready?.run !== run) ready = { run, ...layRun(setup, run) };
    const { plan, axes, grid } = ready;
    const roster = drawRoster(plan, { seed, replication });
    const played = runAudited(plan, roster, { name: setup.scenario.name, seed, replication });
    return { values: readResponses(setup.asked, grid, roster, played), fingerprint: fingerprint(roster, played.trace), ends: readYearEnds(plan, axes, played.trace) };
  };
}

/** The axes of a scenario, and the grid that responses are named by. */
export function layRun({ scenario, runs, additions }: Pick<SweepSetup, 'scenario' | 'runs' | 'additions'>, run: number): { readonly plan: Plan; readonly axes: Axes; readonly grid: Grid } {
  const { plan: written, axes } = compile({ ...scenario, ...runs[run] });
  const plan = applyAdditions(written, axes, additions);
  return { plan, axes, grid: layGrid(plan, axes, []) };
}

/** Readings gathered run after run, in each in order of the replications: plain data, kept on disk while a sweep is interrupted. */
export interface SweepGathered {
  readonly replications: number;
  readonly asked: number;
  added: number;
  /** The values of run 0, which every other is held against. */
  readonly base: Float64Array; // [replication × asked]
  readonly levels: Sample[]; // [run]
  readonly differences: Sample[]; // [run]
  readonly digests: Int32Array[]; // [run]
  /** Queues at the ends of years, summed over the replications. */
  readonly ends: Float64Array[]; // [run]
}

/** Nothing gathered yet. */
export function laySweep({ replications, asked }: SweepSetup): SweepGathered {
  return { replications, asked: asked.length, added: 0, base: new Float64Array(replications * asked.length), levels: [], differences: [], digests: [], ends: [] };
}

/** Adds the reading of the next unit. */
export function addSweepReading(gathered: SweepGathered, { values, fingerprint, ends }: SweepReading): void {
  const { replications, asked, base, levels, differences, digests } = gathered;
  const run = Math.floor(gathered.added / replications);
  const replication = gathered.added % replications;
  if (replication === 0) {
    levels.push(laySample(asked, replications));
    differences.push(laySample(asked, replications));
    digests.push(layDigest());
  }
  gathered.ends[run] = ends.map((number, i) => number + (gathered.ends[run]?.[i] ?? 0));
  if (run === 0) base.set(values, replication * asked);
  addToSample(levels[run]!, values);
  addToSample(differences[run]!, values.map((value, i) => value - base[replication * asked + i]!));
  fingerprint.forEach((word) => mix(digests[run]!, word));
  gathered.added += 1;
}

/** What a run of a sweep came to. */
export interface SweptRun {
  readonly fingerprint: string;
  readonly levels: readonly (Summary | null)[]; // [asked]
  readonly differences: readonly (Summary | null)[]; // [asked]
}

/** Every run of a sweep, over its replications. */
export function summariseSweep({ asked, levels, differences, digests }: SweepGathered): readonly SweptRun[] {
  const all = (sample: Sample): readonly (Summary | null)[] => Array.from({ length: asked }, (_, i) => summariseCell(sample, i));
  return levels.map((sample, run) => ({ fingerprint: toHex(digests[run]!), levels: all(sample), differences: all(differences[run]!) }));
}
