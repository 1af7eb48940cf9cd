import { BugError } from '../base/index.js';
import type { Quality } from '../base/index.js';
import {
  MODE_MEASURES, audit, compareModes, layDecisions, layExchange, layGrid, layNeeds, layObservation, layOverruns, listTests, measuresOf, noteGrowth, noteOverruns, observe, observeDecisions,
  observeExchange, observeNeeds, observeOverruns, otherOf, summarise, summariseDecisions, summariseExchange, summariseNeeds, summariseTests, surveyWaitIn,
} from '../analysis/index.js';
import type { Change, Decisions, Exchange, Findings, Grid, Note, PoolCard, PublishedPoint, Replication, Run } from '../analysis/index.js';
import { POOL_KINDS, drawRoster, fingerprint, layDigest, mix, run, toHex } from '../engine/index.js';
import type { Axes, Plan, Roster } from '../engine/index.js';
import { compile, roomOf } from '../model/index.js';
import type { PoolRow, Scenario } from '../model/index.js';
import { applyAdditions } from './addition.js';
import type { Addition } from './addition.js';
import { coversPart, noteBorder } from './border.js';
import { ENTRY_POOLS, PLACEMENT_POOLS, lift } from './counter-runs.js';

/** What a study of one scenario needs to be told beside the scenario. */
export interface StudyOptions {
  readonly replications: number;
  readonly seed: number;
  readonly version: string;
  readonly scenarioHash: string;
  /** Places added to pools beside what the scenario says. */
  readonly additions: readonly Addition[];
  /** Called after every replication. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Findings with what a benchmark wants to know. */
export interface Study {
  readonly findings: Findings;
  /** Doctors, and doctor-events (arrivals, starts, block starts and ends, completions), in the first replication. */
  readonly doctors: number;
  readonly events: number;
}

/**
 * The plans of the counter-runs beside the main one (MODEL 9.2, 10). Positions are unlimited from the report's first step, so that the past is the past and the
 * queue at the report's beginning is part of the demand; slots and supervisors from the run's, so that no itinerary begun before leans on room to come.
 */
function layPlans(scenario: Scenario, plan: Plan, axes: Axes, additions: readonly Addition[]): Record<keyof Omit<Replication, 'roster'>, Plan> {
  const { low, high, value } = scenario.headroom;
  const reportStep = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  const at = (headroom: number | undefined): Plan => (headroom === undefined || headroom === value ? plan : applyAdditions(compile(scenario, headroom).plan, axes, additions));
  return {
    main: plan,
    demand: lift(lift(plan, PLACEMENT_POOLS), ENTRY_POOLS, reportStep),
    positions: lift(plan, PLACEMENT_POOLS),
    room: lift(plan, ENTRY_POOLS, reportStep),
    lowHeadroom: at(low),
    highHeadroom: at(high),
  };
}

/** Runs a scenario many times with different luck, and all counter-runs on the same luck; every run is audited. */
export function runStudy(scenario: Scenario, options: StudyOptions): Study {
  const { plan: written, axes, read } = compile(scenario);
  const plan = applyAdditions(written, axes, options.additions);
  const plans = layPlans(scenario, plan, axes, options.additions);
  const grid = layGrid(plan, axes, [scenario.headroom.low, scenario.headroom.value, scenario.headroom.high]);
  const observation = layObservation(grid, options.replications, measuresOf(plan));
  const otherPlan: Plan = { ...plan, mode: otherOf(plan.mode) };
  const inOtherMode = layObservation(grid, options.replications, MODE_MEASURES);
  const needs = layNeeds(plan, axes);
  const overruns = layOverruns(plan);
  const ruled = { exchange: layExchange(plan), decisions: layDecisions(plan, grid.firstStep) };
  const published = listPublished(scenario);
  const tests = coversPart(scenario) ? [] : listTests(axes, published);
  const simulated: number[][] = [];
  const digest = layDigest();
  let doctors = 0;
  let events = 0;
  for (let replication = 0; replication < options.replications; replication++) {
    const roster = drawRoster(plan, { seed: options.seed, replication });
    const seen = runAll(plans, roster, scenario.name, options.seed, replication);
    fingerprint(roster, seen.main.trace).forEach((word) => mix(digest, word));
    observe(observation, grid, replication, seen);
    observe(inOtherMode, grid, replication, { ...seen, main: runAudited(otherPlan, roster, { name: scenario.name, seed: options.seed, replication }) });
    observeNeeds(needs, axes, seen.main, seen.positions);
    observeOverruns(overruns, seen.main);
    observeExchange(ruled.exchange, grid, seen.main);
    observeDecisions(ruled.decisions, roster, seen.main);
    simulated.push(tests.map((test) => surveyWaitIn(roster, seen.main, axes.pathways.findIndex((p) => p.id === test.pathway), test.year)));
    if (replication === 0) [doctors, events] = [roster.rows, countEvents(seen.main)];
    options.onProgress?.(replication + 1, options.replications);
  }
  const figures = summarise(observation);
  const findings: Findings = {
    format: 1,
    scenario: { name: scenario.name, title: scenario.title, question: scenario.about.question, limits: scenario.about.limits },
    provenance: {
      version: options.version,
      seed: options.seed,
      replications: options.replications,
      fingerprint: toHex(digest),
      scenarioHash: options.scenarioHash,
    },
    axes,
    labels: grid.labels,
    figures,
    otherMode: compareModes(plan.mode, figures, summarise(inOtherMode), grid.labels),
    breakEven: summariseNeeds(needs, plan, axes, (pool) => poolCard(scenario, plan, axes, pool)),
    baseYear: needs.baseYear,
    backTests: summariseTests(axes, tests, simulated),
    published,
    assumptions: scenario.assumptions,
    assumedIn: scenario.assumedIn ?? null,
    changes: listChanges(scenario),
    cellsRead: countCells(read),
    ...summariseRules(ruled, plan, axes, grid),
    notes: [...listNotes(scenario, options.replications), ...noteOverruns(overruns, plan, axes), ...noteGrowth(figures, grid.labels)],
  };
  return { findings, doctors, events };
}

/** What is told of rules that only some scenarios use; nothing where none is used. */
function summariseRules({ exchange, decisions }: { readonly exchange: Exchange; readonly decisions: Decisions }, plan: Plan, axes: Axes, grid: Grid): Pick<Findings, 'exchange' | 'decisions' | 'later'> {
  return {
    ...(exchange.flows.length === 0 ? {} : { exchange: summariseExchange(exchange, grid) }),
    ...(plan.rules.length === 0 ? {} : { decisions: summariseDecisions(decisions, plan, axes) }),
    ...(plan.chains.length === 0 ? {} : { later: [...new Set(plan.chains.map(({ then }) => then))].sort((a, b) => a - b) }),
  };
}

/** Runs a plan, and recounts by the trace alone that it kept every rule; a rule broken is a fault of ours. */
export function runAudited(plan: Plan, roster: Roster, place: { readonly name: string; readonly seed: number; readonly replication: number }): Run {
  const trace = run(plan, roster);
  const violations = audit(plan, roster, trace);
  if (violations.length === 0) return { plan, trace };
  throw new BugError(`${place.name}: seed ${place.seed}, replication ${place.replication}: ${violations.map((v) => JSON.stringify(v)).slice(0, 3).join('; ')}`);
}

function runAll(plans: ReturnType<typeof layPlans>, roster: Roster, name: string, seed: number, replication: number): Replication {
  const done = new Map<Plan, Run>();
  const play = (plan: Plan): Run => {
    const known = done.get(plan);
    if (known) return known;
    const result = runAudited(plan, roster, { name, seed, replication });
    done.set(plan, result);
    return result;
  };
  return {
    roster,
    main: play(plans.main),
    demand: play(plans.demand),
    positions: play(plans.positions),
    room: play(plans.room),
    lowHeadroom: play(plans.lowHeadroom),
    highHeadroom: play(plans.highHeadroom),
  };
}

/** Doctor-events of a run: arrivals, starts, block starts, block ends, completions. @public The bench reads it from the build. */
export function countEvents({ plan, trace }: Run): number {
  const sum = (series: Int32Array): number => series.reduce((a, b) => a + b, 0);
  let inBlocks = 0;
  for (let i = 0; i < trace.stays; i++) inBlocks += (trace.stayFrom[i]! < plan.steps ? 1 : 0) + (trace.stayUntil[i]! < plan.steps ? 1 : 0);
  return sum(trace.arrived) + sum(trace.started) + sum(trace.completed) + inBlocks;
}

function listChanges({ changes, time }: Scenario): Change[] {
  return changes.map(({ quantity, of, from, until, before, after, name, source, at }) => ({ quantity, of, from: Math.max(from, time.from), until, before, after, name: name ?? '', source, at }));
}

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

/** What stands behind the places shown of a pool: of those that hold within the report, the fewest. A region's own number is own whatever its quality. */
export function poolCard(scenario: Scenario, plan: Plan, axes: Axes, pool: number): PoolCard {
  const kind = POOL_KINDS[plan.poolKind[pool]!];
  const [region, block] = [axes.regions[plan.poolRegion[pool]!]!.id, axes.blocks[plan.poolBlock[pool]!]!.id];
  const rows = (kind === 'slots' ? scenario.slots : scenario.supervisors).filter((row) => row.region === region && row.block === block).sort((a, b) => a.from - b.from);
  const inForce = rows.filter((_, i) => (rows[i + 1]?.from ?? Infinity) > scenario.time.reportFrom);
  const roomIn = (row: PoolRow): number => roomOf(row, scenario.headroom.value, kind === 'slots') ?? Infinity;
  const least = Math.min(...inForce.map(roomIn));
  const shown = inForce.filter((row) => roomIn(row) === least);
  const qualities = shown.flatMap((row) => [row.places ?? [], row.added ?? []].flat().map((figure) => figure.quality));
  const quality = qualities.includes('assumption') ? 'assumption' : qualities.includes('derived') ? 'derived' : 'published';
  return { quality, own: shown.length > 0 && shown.every((row) => row.own) };
}

function countCells(read: ReadonlyMap<string, Quality>): Record<Quality, number> {
  const count: Record<Quality, number> = { published: 0, derived: 0, assumption: 0 };
  for (const quality of read.values()) count[quality] += 1;
  return count;
}

function listNotes(scenario: Scenario, replications: number): Note[] {
  const notes: Note[] = [{ code: 'luck-only', values: {} }];
  if (replications < 20) notes.push({ code: 'few-replications', values: { replications } });
  return [...notes, ...noteBorder(scenario)];
}
