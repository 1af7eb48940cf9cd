import {
  CHECK_CELLS, DECISION_CELLS, MODE_MEASURES, NEED_CELLS, agreedFlows, countCells, countOverruns, layChecks, layDecisions, layGrid, layNeeds, listTests, measuresOf, observe, observeChecks, observeDecisions, observeExchange,
  observeNeeds, observeOverruns, serviceWeeks, surveyWaitIn,
} from '../analysis/index.js';
import type { Decisions, Flow, Grid, Measure, Needed, Needs, PublishedPoint } from '../analysis/index.js';
import type { Quality } from '../base/index.js';
import { drawRoster, fingerprint, giveBack, openScratch } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { compile, coversPart } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { applyAdditions } from './addition.js';
import type { Addition } from './addition.js';
import { listChecks } from './checks.js';
import { layPlans, playAll } from './report-plans.js';
import type { Played, ReportPlans } from './report-plans.js';

/** What decides every number of a report but how many replications there are: the scenario, its luck, and places added beside what it says. */
export interface ReportSetup {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly additions: readonly Addition[];
}

/** What is read off a replication as cells of a sample, part after part. */
const PARTS = ['own', 'otherMode', 'needs', 'exchange', 'decisions', 'overruns', 'tests', 'checks'] as const;
type Part = (typeof PARTS)[number];

/** A scenario made ready to be run many times: its plans, what is read off every replication, and where that lies in a sample. */
export interface Report extends ReportSetup {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly plans: ReportPlans;
  /** Cells of data that the scenario was compiled from, with their quality. */
  readonly read: ReadonlyMap<string, Quality>;
  readonly grid: Grid;
  readonly measures: readonly Measure[];
  readonly needs: Needs;
  readonly flows: readonly Flow[];
  readonly decisions: Decisions;
  readonly published: readonly PublishedPoint[];
  readonly tests: readonly PublishedPoint[];
  readonly checks: ReturnType<typeof layChecks>;
  /** The first cell of each part, and how many there are in all. */
  readonly from: Readonly<Record<Part, number>>;
  readonly size: Readonly<Record<Part, number>>;
  readonly cells: number;
}

/** What one replication gave: plain numbers, to be handed between workers and kept on disk. */
export interface Reading {
  /** What is summarised over the replications. */
  readonly cells: Float64Array;
  readonly needed: Needed;
  readonly fingerprint: Int32Array;
}

/** Makes a scenario ready to be run. */
export function prepareReport(setup: ReportSetup): Report {
  const { scenario, additions } = setup;
  const { plan: written, axes, read } = compile(scenario);
  const plan = applyAdditions(written, axes, additions);
  const grid = layGrid(plan, axes, [scenario.headroom.low, scenario.headroom.value, scenario.headroom.high]);
  const measures = [...measuresOf(plan), ...serviceWeeks(weeksOf(scenario, axes))];
  const needs = layNeeds(plan, axes);
  const flows = agreedFlows(plan);
  const decisions = layDecisions(plan, grid.firstStep);
  const published = listPublished(scenario);
  const tests = coversPart(scenario) ? [] : listTests(axes, published);
  const checks = layChecks(listChecks(scenario, axes, grid), measures, grid);
  const size: Record<Part, number> = {
    own: countCells(measures, grid),
    otherMode: countCells(MODE_MEASURES, grid),
    needs: NEED_CELLS * needs.pools.length,
    exchange: flows.length * grid.sizes.year,
    decisions: DECISION_CELLS * decisions.length,
    overruns: countOverruns(plan),
    tests: tests.length,
    checks: CHECK_CELLS * checks.length,
  };
  const from = Object.fromEntries(PARTS.map((part, i) => [part, PARTS.slice(0, i).reduce((sum, before) => sum + size[before], 0)])) as Record<Part, number>;
  const cells = PARTS.reduce((sum, part) => sum + size[part], 0);
  return { ...setup, plan, axes, plans: layPlans(scenario, plan, axes, additions), read, grid, measures, needs, flows, decisions, published, tests, checks, from, size, cells };
}

/** Runs one replication with all its counter-runs on the same luck, every run audited, and reads it. */
export function readReplication(report: Report, replication: number): Reading {
  const { plan, seed } = report;
  const memory = openScratch();
  const roster = drawRoster(plan, { seed, replication }, memory);
  const reading = readPlayed(report, playAll(report.plans, roster, { name: report.scenario.name, seed, replication }, { memory }));
  // A reading holds nothing of what was read.
  giveBack(memory);
  return reading;
}

/** Reads a replication that has been run. */
export function readPlayed(report: Report, played: Played): Reading {
  const { axes, grid } = report;
  const { roster } = played;
  const cells = new Float64Array(report.cells).fill(NaN);
  const part = (name: Part): Float64Array => cells.subarray(report.from[name], report.from[name] + report.size[name]);
  observe(report.measures, grid, played, part('own'));
  observe(MODE_MEASURES, grid, { ...played, main: played.otherMode }, part('otherMode'));
  const needed = observeNeeds(report.needs, axes, played.main, played.positions, part('needs'));
  observeExchange(report.flows, grid, played.main, part('exchange'));
  observeDecisions(report.decisions, roster, played.main, part('decisions'));
  observeOverruns(played.main, part('overruns'));
  part('tests').set(report.tests.map((test) => surveyWaitIn(roster, played.main, axes.pathways.findIndex((p) => p.id === test.pathway), test.year)));
  observeChecks(report.checks, part('own'), part('checks'));
  return { cells, needed, fingerprint: fingerprint(roster, played.main.trace) };
}

/** Weeks of acute hospital care in a month of each block. */
export const weeksOf = ({ blocks }: Scenario, axes: Axes): readonly number[] => axes.blocks.map(({ id }) => blocks.find((block) => block.id === id)?.serviceWeeks?.value ?? 0);

function listPublished(scenario: Scenario): PublishedPoint[] {
  return scenario.compare.map((row) => ({
    figure: row.figure,
    area: row.region === 'Riket' ? 'riket' : row.region,
    pathway: row.pathway,
    year: row.year,
    value: row.value.value,
    quality: row.value.quality,
    source: row.value.source,
  }));
}
