import {
  MODE_MEASURES, addToSample, alignCells, alignTo, countCells, laySample, layTwins, observe, observeTwins, outcomeSize, outcomesOf, readHeadrooms, readOutcomes, readUse, headroomSize,
} from '../analysis/index.js';
import type { Outcome, Sample, Side, TwinGrid } from '../analysis/index.js';
import { drawRoster, fingerprint, layDigest, mix } from '../engine/index.js';
import type { Plan, Roster } from '../engine/index.js';
import { prepareReport } from './report.js';
import type { Report, ReportSetup } from './report.js';
import { runAudited } from './report-plans.js';
import type { Played, ReportPlans } from './report-plans.js';
import { luckOf, samePlan, shareEqual, withoutLifted } from './same-plan.js';

/** The scenarios that are compared, the base first. */
export interface CompareSetup {
  readonly options: readonly ReportSetup[];
  /** Scenarios with another window or seed were forced together: then no doctor of one is the same as one of another. */
  readonly hasTwins: boolean;
}

/** Scenarios made ready to be run together. */
export interface Together {
  readonly reports: readonly Report[];
  /** Equal plans are one and the same object, so that they are run once. */
  readonly plans: readonly ReportPlans[];
  /** The plan that each option's luck is drawn from. */
  readonly luck: readonly Plan[];
  readonly maps: readonly Int32Array[];
  readonly otherMaps: readonly Int32Array[];
  readonly outcomes: readonly Outcome[];
  readonly otherOutcomes: readonly Outcome[];
  readonly twins: readonly TwinGrid[]; // [option but the base]; empty where there are none
  /** Cells of the measures, and of what is made from them: outcomes, outcomes in the other mode, queues by headroom, utilisation. */
  readonly head: number;
  readonly tail: number;
}

/** What one replication gave, option by option: plain numbers. */
export interface TogetherRead {
  readonly cells: readonly Float64Array[]; // [option] head and tail, laid as the base's are
  readonly twins: readonly Float64Array[]; // [option but the base]
  readonly fingerprints: readonly Int32Array[];
}

const PLANS = ['main', 'demand', 'positions', 'room', 'lowHeadroom', 'highHeadroom', 'otherMode'] as const satisfies readonly (keyof ReportPlans)[];

/**
 * Makes scenarios ready to be run together. Of all their plans, counter-runs included, those that are equal in every number are run once: a run is a function of plan
 * and roster alone, and the roster of the plan, capacities and placement mode apart, and of the key. Of the run of demand only the starts are read, and there the number
 * of lifted places moves none: options that differ in placements alone share it. Both are provably the same; nothing is guessed from what a change is about.
 */
export function prepareTogether({ options, hasTwins }: CompareSetup): Together {
  const reports = options.map(prepareReport);
  const [base] = reports as [Report, ...Report[]];
  const outcomes = outcomesOf(base.measures);
  const otherOutcomes = outcomesOf(MODE_MEASURES);
  const use = base.grid.sizes.area * base.grid.sizes.block;
  return {
    reports,
    plans: options.every(({ seed }) => seed === base.seed) ? sharePlans(reports) : reports.map(({ plans }) => plans),
    luck: shareLuck(reports),
    maps: reports.map((report) => alignCells(base, report)),
    otherMaps: reports.map((report) => alignCells({ measures: MODE_MEASURES, grid: base.grid }, { measures: MODE_MEASURES, grid: report.grid })),
    outcomes,
    otherOutcomes,
    twins: hasTwins ? reports.slice(1).map((report) => layTwins(base, report)) : [],
    head: countCells(base.measures, base.grid),
    tail: (outcomes.length + otherOutcomes.length) * outcomeSize(base.grid) + headroomSize(base.grid) + use,
  };
}

/** Equal plans of all options as one object; those of demand where they differ in nothing but lifted places. */
function sharePlans(reports: readonly Report[]): readonly ReportPlans[] {
  const demand = shareEqual(reports.map(({ plans }) => plans.demand), withoutLifted);
  const all = shareEqual(reports.flatMap(({ plans }, i) => PLANS.map((name) => (name === 'demand' ? demand[i]! : plans[name]))));
  return reports.map((_, i) => Object.fromEntries(PLANS.map((name, k) => [name, all[i * PLANS.length + k]!])) as unknown as ReportPlans);
}

/** Options whose luck is drawn from the same numbers share one roster. */
function shareLuck(reports: readonly Report[]): readonly Plan[] {
  const distinct: { readonly plan: Plan; readonly luck: Plan; readonly seed: number }[] = [];
  return reports.map(({ plan, seed }) => {
    const luck = luckOf(plan);
    const known = distinct.find((one) => one.seed === seed && samePlan(one.luck, luck));
    if (known === undefined) distinct.push({ plan, luck, seed });
    return known?.plan ?? plan;
  });
}

/** How many plans there are in all, and how many are run. */
export function countPlans({ plans }: Together): { readonly plans: number; readonly run: number } {
  const own = plans.map((one) => new Set(Object.values(one)).size);
  return { plans: own.reduce((a, b) => a + b, 0), run: new Set(plans.flatMap((one) => Object.values(one))).size };
}

/** Runs one replication of every option on the same luck, each plan once and audited, and reads them. */
export function readTogether(together: Together, replication: number): TogetherRead {
  const { reports, plans } = together;
  const rosters = new Map<Plan, Roster>();
  const done = new Map<Plan, Played['main']>();
  const cells: Float64Array[] = [];
  const twins: Float64Array[] = [];
  const fingerprints: Int32Array[] = [];
  const sides: Side[] = [];
  reports.forEach(({ scenario, seed, axes, grid }, option) => {
    const luck = together.luck[option]!;
    const roster = rosters.get(luck) ?? drawRoster(luck, { seed, replication });
    rosters.set(luck, roster);
    const play = (plan: Plan): Played['main'] => {
      const run = done.get(plan) ?? runAudited(plan, roster, { name: scenario.name, seed, replication });
      done.set(plan, run);
      return run;
    };
    const played = { roster, ...Object.fromEntries(PLANS.map((name) => [name, play(plans[option]![name])])) } as unknown as Played;
    cells.push(readCells(together, option, played));
    fingerprints.push(fingerprint(roster, played.main.trace));
    sides.push({ roster, run: played.main, axes, grid });
    if (option > 0 && together.twins.length > 0) twins.push(observeTwins(together.twins[option - 1]!, sides[0]!, sides[option]!));
    // Runs that no later option has are let go.
    for (const plan of done.keys()) if (!plans.slice(option + 1).some((later) => Object.values(later).includes(plan))) done.delete(plan);
  });
  return { cells, twins, fingerprints };
}

function readCells(together: Together, option: number, played: Played): Float64Array {
  const { reports, maps, otherMaps, outcomes, otherOutcomes } = together;
  const { measures, grid } = reports[option]!;
  const [base] = reports as [Report, ...Report[]];
  const own = new Float64Array(countCells(measures, grid)).fill(NaN);
  observe(measures, grid, played, own);
  const other = new Float64Array(countCells(MODE_MEASURES, grid)).fill(NaN);
  observe(MODE_MEASURES, grid, { ...played, main: played.otherMode }, other);
  const [head, otherHead] = [alignTo(maps[option]!, own), alignTo(otherMaps[option]!, other)];
  return Float64Array.from([
    ...head,
    ...readOutcomes(outcomes, base.measures, base.grid, head),
    ...readOutcomes(otherOutcomes, MODE_MEASURES, base.grid, otherHead),
    ...readHeadrooms(base.measures, base.grid, head),
    ...readUse(base.measures, base.grid, head),
  ]);
}

/** Replications gathered in order: plain data, kept on disk while a comparison is interrupted. */
export interface TogetherGathered {
  readonly replications: number;
  added: number;
  readonly base: Sample; // [head]
  readonly levels: readonly Sample[]; // [option] → [tail]
  readonly differences: readonly Sample[]; // [option but the base] → [head + tail]
  readonly twins: readonly Sample[]; // [option but the base]
  /** The outcomes of the whole area in each replication, for ranking: [replication][option × outcome × (pathway + 1)]. */
  readonly national: Float64Array[];
  readonly digests: readonly Int32Array[]; // [option]
}

/** Nothing gathered yet. */
export function layTogether({ reports, twins, head, tail }: Together, replications: number): TogetherGathered {
  const others = reports.slice(1);
  return {
    replications,
    added: 0,
    base: laySample(head, replications),
    levels: reports.map(() => laySample(tail, replications)),
    differences: others.map(() => laySample(head + tail, replications)),
    twins: twins.map(({ cells }) => laySample(cells, replications)),
    national: [],
    digests: reports.map(() => layDigest()),
  };
}

/** Adds what the next replication gave. */
export function addTogether({ reports, outcomes, head }: Together, gathered: TogetherGathered, { cells, twins, fingerprints }: TogetherRead): void {
  const [base] = cells as [Float64Array, ...Float64Array[]];
  const { grid } = reports[0]!;
  addToSample(gathered.base, base.subarray(0, head));
  cells.forEach((own, option) => {
    addToSample(gathered.levels[option]!, own.subarray(head));
    if (option > 0) addToSample(gathered.differences[option - 1]!, own.map((value, i) => value - base[i]!));
  });
  twins.forEach((own, i) => addToSample(gathered.twins[i]!, own));
  const all = grid.sizes.pathway + 1;
  gathered.national.push(Float64Array.from(cells.flatMap((own) => outcomes.flatMap((_, o) => [...own.subarray(head + o * outcomeSize(grid), head + o * outcomeSize(grid) + all)]))));
  fingerprints.forEach((words, option) => words.forEach((word) => mix(gathered.digests[option]!, word)));
  gathered.added += 1;
}
