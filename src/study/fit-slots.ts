import { BugError } from '../base/index.js';
import { CAUSE, POOL_KINDS, UNIT, causeCount, drawRoster, run, unitsAt } from '../engine/index.js';
import type { Plan, Roster, Trace } from '../engine/index.js';
import { PLACEMENT_POOLS, lift } from './counter-runs.js';

/** Which years' intake the assumed slots must be able to place (MODEL 9.3), and on how much luck it is tried. */
export interface FitSettings {
  /** Steps of the base years: first and one past the last. */
  readonly from: number;
  readonly until: number;
  readonly seed: number;
  readonly replications: number;
  /** More rounds than this and the search gives up: the scenario cannot be placed however many slots there are. */
  readonly mostRounds: number;
}

/** The fewest slots of one pool, over several replications. */
export interface FittedSlots {
  readonly region: number;
  readonly block: number;
  /** Mean use in the base years, unlimited: where the search begins. */
  readonly mean: number;
  /** Fewest places in the middle replication, and in the luckiest and unluckiest. */
  readonly places: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The smallest number of slots with which the intake realised in the base years is placed without waiting for slots, by this engine, with these orders and
 * intakes (MODEL 9.3): from mean occupancy, rounded up, the pool that is solely binding gets one more until nobody is refused.
 */
export function fitSlots(plan: Plan, settings: FitSettings, onRound?: (replication: number, round: number) => void): FittedSlots[] {
  const pools = Array.from({ length: plan.pools }, (_, p) => p).filter((p) => plan.poolKind[p] === POOL_KINDS.indexOf('slots'));
  const fits = Array.from({ length: settings.replications }, (_, replication) => {
    const roster = drawRoster(plan, { seed: settings.seed, replication });
    return fitOnce(plan, roster, pools, settings, (round) => onRound?.(replication, round));
  });
  return pools.map((pool, i) => {
    const sorted = fits.map((fit) => fit.places[i]!).sort((a, b) => a - b);
    return {
      region: plan.poolRegion[pool]!,
      block: plan.poolBlock[pool]!,
      mean: fits.reduce((sum, fit) => sum + fit.mean[i]!, 0) / fits.length,
      places: sorted[Math.floor(sorted.length / 2)]!,
      low: sorted[0]!,
      high: sorted.at(-1)!,
    };
  });
}

function fitOnce(plan: Plan, roster: Roster, pools: readonly number[], settings: FitSettings, onRound: (round: number) => void): { mean: number[]; places: number[] } {
  const unlimited = lift(plan, PLACEMENT_POOLS);
  const free = run(unlimited, roster);
  const mean = pools.map((pool) => meanUse(unlimited, free, pool, settings));
  const places = mean.map((use) => Math.ceil(use - 1e-9));
  for (let round = 1; round <= settings.mostRounds; round++) {
    const trial = withPlaces(plan, pools, places);
    const raised = raise(trial, run(trial, roster), pools, places, settings);
    onRound(round);
    if (!raised) return { mean, places };
  }
  throw new BugError(`no number of slots places the intake of the base years within ${settings.mostRounds} rounds`);
}

function meanUse(plan: Plan, trace: Trace, pool: number, settings: FitSettings): number {
  let sum = 0;
  for (let t = settings.from; t < settings.until; t++) sum += plan.capacity[pool * plan.horizon + t]! - trace.room[pool * plan.horizon + t]!;
  return sum / UNIT / (settings.until - settings.from);
}

function withPlaces(plan: Plan, pools: readonly number[], places: readonly number[]): Plan {
  const capacity = Int32Array.from(plan.capacity);
  pools.forEach((pool, i) => capacity.fill(places[i]! * UNIT, pool * plan.horizon, (pool + 1) * plan.horizon));
  return { ...plan, capacity };
}

/** In every region where somebody was refused for slots in the base years: one more in the pool that refused most alone, else in the one most waited for. */
function raise(plan: Plan, trace: Trace, pools: readonly number[], places: number[], settings: FitSettings): boolean {
  let raised = false;
  for (let r = 0; r < plan.regions; r++) {
    let most = 0;
    let worst = -1;
    for (const [i, pool] of pools.entries()) {
      if (plan.poolRegion[pool] !== r) continue;
      const refused = sumSole(plan, trace, pool, settings) + waitedFor(plan, trace, pool, settings) * 1e-9;
      if (refused > most) [most, worst] = [refused, i];
    }
    if (worst < 0) continue;
    places[worst]! += 1;
    raised = true;
  }
  return raised;
}

function sumSole(plan: Plan, trace: Trace, pool: number, settings: FitSettings): number {
  let sum = 0;
  for (let t = settings.from; t < settings.until; t++) sum += trace.sole[pool * plan.steps + t]!;
  return sum;
}

function waitedFor(plan: Plan, trace: Trace, pool: number, settings: FitSettings): number {
  const cause = CAUSE.blocks + plan.poolBlock[pool]!;
  const causes = causeCount(plan);
  let sum = 0;
  for (let p = 0; p < plan.pathways; p++) {
    const row = (plan.poolRegion[pool]! * plan.pathways + p) * causes + cause;
    for (let t = settings.from; t < settings.until; t++) sum += unitsAt(trace.causes, row, t);
  }
  return sum;
}

