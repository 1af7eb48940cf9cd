import { PANELS, addToSample, countLosses, laySample, listCulprits, listLosses, otherOf, readBottlenecks, readCalendar, readLosses, summariseBottlenecks, summariseCell } from '../../analysis/index.js';
import type { BottleneckFindings, BottleneckReading, BottleneckSums, Run, Setting } from '../../analysis/index.js';
import { WHOLE, drawRoster } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import { playAll, runAudited } from '../report-plans.js';
import { addReading, layGathered, summariseReport } from '../report-run.js';
import type { Gathered, Signature } from '../report-run.js';
import { prepareReport, readPlayed } from '../report.js';
import type { Reading, Report, ReportSetup } from '../report.js';

/** Six runs a replication on the same luck: the headroom low, likely and high, in the scenario's placement mode and in the other one. */
const SETTINGS = 6;
/** The third part of the axis: the scenario's own headroom and mode stand here. */
const OWN = 1;

/** What one replication gave: the report's reading, and of each of the six runs its bottlenecks. */
export interface BottleneckPart {
  readonly reading: Reading;
  readonly runs: readonly BottleneckReading[]; // [setting]
  readonly calendar: Float64Array;
  readonly losses: { readonly units: Float64Array; readonly waited: number };
}

/** Everything gathered, in order of the replications: plain data. */
export interface GatheredBottlenecks extends BottleneckSums {
  added: number;
  waited: number;
  readonly report: Gathered;
  readonly losses: Float64Array;
}

/** Makes a worker ready: unit u is replication u. */
export function prepareBottlenecks(setup: ReportSetup): (unit: number) => BottleneckPart {
  const report = prepareReport(setup);
  return (replication) => readBottleneckPart(report, replication);
}

/** Runs one replication in all six ways, beside the counter-runs of the report. */
export function readBottleneckPart(report: Report, replication: number): BottleneckPart {
  const { plan, grid, plans, seed, scenario } = report;
  const roster = drawRoster(plan, { seed, replication });
  const place = { name: scenario.name, seed, replication };
  const played = playAll(plans, roster, place);
  const done = new Map<Plan, Run>([[plans.main, played.otherMode]]);
  const inOther = (of: Plan): Run => {
    const known = done.get(of) ?? runAudited({ ...of, mode: otherOf(plan.mode) }, roster, place);
    done.set(of, known);
    return known;
  };
  const six = [played.lowHeadroom, played.main, played.highHeadroom, inOther(plans.lowHeadroom), played.otherMode, inOther(plans.highHeadroom)];
  return { reading: readPlayed(report, played), runs: six.map((run) => readBottlenecks(run, grid)), calendar: readCalendar(played.main, grid), losses: readLosses(played.main, grid) };
}

/** What the six runs are. */
function settingsOf({ scenario: { headroom }, plan }: Report): readonly Setting[] {
  const shares = [headroom.low ?? headroom.value, headroom.value, headroom.high ?? headroom.value];
  return [plan.mode, otherOf(plan.mode)].flatMap((mode) => shares.map((share) => ({ headroom: share, mode })));
}

/** Nothing gathered yet. */
export function layBottlenecks(report: Report, replications: number): GatheredBottlenecks {
  const { plan, grid } = report;
  const rows = SETTINGS * plan.regions * listCulprits(plan).length;
  return {
    replications,
    added: 0,
    waited: 0,
    report: layGathered(report, replications),
    sample: laySample(rows + PANELS.length * plan.regions * grid.sizes['half-year'], replications),
    halves: new Int32Array(rows * grid.sizes['half-year']),
    binding: new Float64Array(rows),
    sole: new Float64Array(rows),
    losses: new Float64Array(countLosses(plan, grid)),
  };
}

/** Adds the next replication. */
export function addBottlenecks({ plan }: Report, gathered: GatheredBottlenecks, { reading, runs, calendar, losses }: BottleneckPart): void {
  const rows = runs[0]!.units.length;
  const cells = new Float64Array(gathered.sample.known.length);
  runs.forEach(({ units, halves, binding, sole }, setting) => {
    units.forEach((sum, row) => (cells[setting * rows + row] = sum / WHOLE / plan.stepsPerMonth));
    halves.forEach((one, i) => (gathered.halves[setting * halves.length + i]! += one));
    binding.forEach((steps, row) => (gathered.binding[setting * rows + row]! += steps));
    sole.forEach((refused, row) => (gathered.sole[setting * rows + row]! += refused));
  });
  cells.set(calendar, SETTINGS * rows);
  addToSample(gathered.sample, cells);
  losses.units.forEach((units, i) => (gathered.losses[i]! += units));
  gathered.waited += losses.waited;
  addReading(gathered.report, reading);
  gathered.added += 1;
}

/** What was found, over all the replications. */
export function findBottlenecks(report: Report, gathered: GatheredBottlenecks, signature: Signature): BottleneckFindings {
  const { plan, grid } = report;
  const found = summariseReport(report, gathered.report, signature);
  const first = SETTINGS * plan.regions * listCulprits(plan).length;
  return {
    report: found,
    settings: settingsOf(report),
    own: OWN,
    bottlenecks: summariseBottlenecks(plan, grid, SETTINGS, OWN, gathered, found),
    losses: listLosses(plan, grid, gathered.losses),
    waited: gathered.waited,
    calendar: Array.from({ length: PANELS.length * plan.regions * grid.sizes['half-year'] }, (_, i) => summariseCell(gathered.sample, first + i)),
  };
}
