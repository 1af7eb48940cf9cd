import { addToSample, laySample, layNeeds, listReliefs, summariseNeeds } from '../../analysis/index.js';
import type { BreakEven, Goal, Path, PathStep, PoolName, Relief, WorthFindings, WorthScale } from '../../analysis/index.js';
import { POOL_KINDS } from '../../engine/index.js';
import type { Axes, Plan } from '../../engine/index.js';
import { listPools, placesOf } from '../addition.js';
import type { ReportSetup } from '../report.js';
import { listNotes, poolCard } from '../report-run.js';
import type { Signature } from '../report-run.js';
import { countRuns, fingerprintOf, stateBefore, summariseTrials, takeStep } from './gathered.js';
import type { GatheredWorth } from './gathered.js';
import { prepareTrials } from './job.js';
import type { WorthSetup } from './job.js';

/** What is asked of `worth`. */
export interface WorthAsked {
  readonly setup: ReportSetup;
  readonly replications: number;
  readonly from: number;
  readonly by: number;
  readonly isAll: boolean;
  /** Runs everything by brute force, also what provably changes nothing. */
  readonly isPlain: boolean;
  /** Regions whose pools are tried and whose path is followed; empty: all of them together. */
  readonly regions: readonly number[];
  readonly steps: number;
  readonly goal: Goal | null;
}

/** Spreads the trials of one stage over workers. */
export type SpreadTrials = (stage: string, setup: WorthSetup) => Promise<GatheredWorth>;

interface Inquiry extends WorthAsked {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly firstStep: number;
  readonly scale: WorthScale;
  readonly spread: SpreadTrials;
  readonly runs: { made: number; spared: number; alone: number };
}

/** The whole inquiry: who waits for what; what each relief would be worth; and, relief after relief, where the bottleneck moves. Each stage waits for the one before. */
export async function inquireWorth(asked: WorthAsked, { version, scenarioHash }: Signature, spread: SpreadTrials): Promise<WorthFindings> {
  const inquiry = layInquiry(asked, spread);
  const { axes, setup, replications, firstStep } = inquiry;
  const base = await stage(inquiry, 'base', [], []);
  const reliefs = reliefsAfter(inquiry, base.booked[0]!, base.full, asked.regions);
  const tried = await stage(inquiry, 'units', [], reliefs);
  const worths = summariseTrials(reliefs, tried, inquiry.scale);
  const paths: Path[] = [];
  for (const region of asked.steps === 0 ? [] : asked.regions.length > 0 ? asked.regions : [-1]) paths.push(await followPath(inquiry, region, reliefs, tried));
  const { scenario, seed } = setup;
  return {
    format: 1,
    scenario: { name: scenario.name, title: scenario.title, limits: scenario.about.limits },
    provenance: { version, seed, replications, fingerprint: fingerprintOf(base), scenarioHash },
    axes,
    notes: listNotes(scenario, replications),
    pools: namePools(inquiry, base),
    from: axes.from + Math.floor(firstStep / axes.stepsPerMonth),
    by: asked.by,
    goal: asked.goal,
    isAll: asked.isAll,
    regions: asked.regions,
    waited: stateBefore(base, -1, inquiry.scale).waited,
    worths,
    paths,
    runs: inquiry.runs,
  };
}

function layInquiry(asked: WorthAsked, spread: SpreadTrials): Inquiry {
  const { plan, axes, from } = prepareTrials({ ...asked.setup, placed: [], by: asked.by, from: asked.from });
  const scale = { regions: plan.regions, pathways: plan.pathways, stepsPerMonth: axes.stepsPerMonth, years: (plan.steps - from) / axes.stepsPerMonth / 12 };
  return { ...asked, plan, axes, firstStep: from, scale, spread, runs: { made: 0, spared: 0, alone: 0 } };
}

/** A goal is counted in every run; where none is asked for, that of the last pathway within six months. */
const goalOf = ({ goal, plan }: Inquiry): Goal => goal ?? { pathway: plan.pathways - 1, months: 6, share: 1 };

async function stage(inquiry: Inquiry, name: string, placed: readonly number[], trials: readonly Relief[]): Promise<GatheredWorth> {
  const { setup, from, by, isPlain, spread, replications, runs } = inquiry;
  const asksNeeds = name === 'base';
  const gathered = await spread(name, { ...setup, from, by, placed, trials: trials.map(({ region, pools }) => ({ region, pools })), goal: goalOf(inquiry), isPlain, asksNeeds });
  const { made, spared, alone } = countRuns(gathered, replications);
  runs.made += made;
  runs.spared += spared;
  runs.alone += alone;
  return gathered;
}

const reliefsAfter = ({ plan, firstStep, isAll }: Inquiry, booked: Float64Array, full: readonly number[], regions: readonly number[]): readonly Relief[] => listReliefs(plan, booked, { from: firstStep, all: isAll, full, regions });

/** The first step is read off what was tried already; each later one is tried with those before it in place. */
async function followPath(inquiry: Inquiry, region: number, reliefs: readonly Relief[], tried: GatheredWorth): Promise<Path> {
  const before = stateBefore(tried, region, inquiry.scale);
  const steps: PathStep[] = [];
  const placed: number[] = [];
  const share = (): number => (steps.at(-1)?.share ?? before.share)?.mean ?? 0;
  const isReached = (): boolean => inquiry.goal !== null && share() >= inquiry.goal.share;
  let [now, gathered] = [reliefs, tried];
  while (!isReached() && steps.length < inquiry.steps) {
    const best = takeStep(now, gathered, region, inquiry.goal !== null, inquiry.scale);
    if (best === undefined) return { region, before, steps, end: 'nothing' };
    steps.push(best.step);
    placed.push(...best.step.chosen.pools);
    if (isReached() || steps.length === inquiry.steps) break;
    now = reliefsAfter(inquiry, gathered.booked[1 + best.nth]!, gathered.full, region < 0 ? [] : [region]);
    gathered = await stage(inquiry, `path ${region} ${steps.length}`, placed, now);
  }
  return { region, before, steps, end: isReached() ? 'goal' : 'steps' };
}

/** The pools by name, with what is known of their capacity. */
function namePools({ plan, axes, setup: { scenario } }: Inquiry, base: GatheredWorth): readonly PoolName[] {
  const breakEvens = listBreakEvens(plan, axes, base, (pool) => poolCard(scenario, plan, axes, pool));
  const places = new Map(placesOf(plan, axes).map((row) => [row.pool, row]));
  return listPools(plan, axes).map((name, pool): PoolName => {
    const kind = POOL_KINDS[plan.poolKind[pool]!]!;
    const [region, of] = [plan.poolRegion[pool]!, plan.poolBlock[pool]!];
    const isRoom = kind === 'slots' || kind === 'supervisors';
    const card = isRoom ? poolCard(scenario, plan, axes, pool) : null;
    const row = isRoom ? breakEvens.find((one) => one.region === region && one.block === of && one.kind === kind) : undefined;
    return {
      name,
      kind,
      region,
      block: isRoom ? of : -1,
      pathway: kind === 'positions' ? of : -1,
      isAssumed: card !== null && card.quality === 'assumption' && !card.own,
      quality: card?.quality ?? null,
      least: places.get(name)?.least ?? null,
      below: row?.places ?? null,
    };
  });
}

function listBreakEvens(plan: Plan, axes: Axes, { needs: all, replications }: GatheredWorth, cardOf: Parameters<typeof summariseNeeds>[6]): readonly BreakEven[] {
  const sample = laySample(all[0]!.cells.length, replications);
  for (const { cells } of all) addToSample(sample, cells);
  return summariseNeeds(layNeeds(plan, axes), all.map(({ needed }) => needed), sample, 0, plan, axes, cardOf);
}
