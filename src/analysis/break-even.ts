import { layRagged } from '../base/index.js';
import { POOL_KINDS, UNIT, hasLimit, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import type { Quality, Ragged } from '../base/index.js';
import type { BreakEven } from './findings.js';
import { middleOf } from './interval.js';
import { inUse } from './measures/places.js';
import type { Run } from './measures/index.js';
import { summariseCell } from './sample.js';
import type { Sample } from './sample.js';

/** Which places are looked at, and from when. */
export interface Needs {
  /** Pools of slots and supervisors. */
  readonly pools: readonly number[];
  readonly firstStep: number;
  readonly baseYear: number;
}

/** What one replication's run with slots and supervisors unlimited needs (MODEL 9.2 a), kept whole: its middle over the replications is asked for. */
export interface Needed {
  /** Peak use in the base year of the run as it is, peak need in the report, and the first step of the report in which more is needed than there is (infinite: never). */
  readonly peaks: Float64Array; // [used, needed, short × pool]
  /** The steps of the report in which a pool's need is higher than ever before in it, each with the places. */
  readonly rises: Ragged; // pool → step, places, step, places …
}

/** How many cells the needs have in a sample: used, needed, and one ÷ the other − 1, by pool. */
export const NEED_CELLS = 3;

/** Nearer than this is equal: places are sixtieths. */
const EPSILON = 1e-4;

/** What stands behind a pool's capacity: how sure it is, and whether the scenario states the region's own number. */
export interface PoolCard {
  readonly quality: Quality;
  readonly own: boolean;
}

/** The base year is the one before the report, or the report's first when the run begins with it. */
function baseYearOf(axes: Axes): number {
  const year = Math.floor(axes.reportFrom / 12);
  return axes.from <= (year - 1) * 12 ? year - 1 : year;
}

/** The pools whose places are looked at. */
export function layNeeds(plan: Plan, axes: Axes): Needs {
  const scarce = [POOL_KINDS.indexOf('slots'), POOL_KINDS.indexOf('supervisors')];
  return {
    pools: Array.from({ length: plan.pools }, (_, p) => p).filter((p) => scarce.includes(plan.poolKind[p]!)),
    firstStep: (axes.reportFrom - axes.from) * axes.stepsPerMonth,
    baseYear: baseYearOf(axes),
  };
}

/** Reads the places that one replication used in the base year as it is, and needs when nothing but positions limits; writes its cells for a sample. */
export function observeNeeds({ pools, firstStep, baseYear }: Needs, axes: Axes, main: Run, positions: Run, cells: Float64Array): Needed {
  const { steps, horizon } = main.plan;
  const capacity = revisedCapacity(main.plan);
  const peaks = new Float64Array(3 * pools.length);
  const baseFrom = Math.max(0, (baseYear * 12 - axes.from) * axes.stepsPerMonth);
  const baseUntil = Math.min(steps, baseFrom + 12 * axes.stepsPerMonth);
  const rises = pools.map((pool, i) => {
    let used = 0;
    for (let t = baseFrom; t < baseUntil; t++) used = Math.max(used, inUse(main, pool, t));
    const rise: number[] = [];
    let needed = 0;
    let short = Infinity;
    for (let t = firstStep; t < steps; t++) {
      const places = inUse(positions, pool, t);
      if (places > needed) rise.push(t - firstStep, places / UNIT);
      needed = Math.max(needed, places);
      if (places > capacity[pool * horizon + t]! && short === Infinity) short = t - firstStep;
    }
    [peaks[i], peaks[pools.length + i], peaks[2 * pools.length + i]] = [used / UNIT, needed / UNIT, short];
    [cells[NEED_CELLS * i], cells[NEED_CELLS * i + 1], cells[NEED_CELLS * i + 2]] = [used / UNIT, needed / UNIT, used > 0 ? needed / used - 1 : NaN];
    return rise;
  });
  return { peaks, rises: layRagged(rises) };
}

/** Break-even headroom of every pool that was used in the base year and whose capacity is not unlimited all through the report; its cells lie from a cell of the sample on. */
export function summariseNeeds(needs: Needs, all: readonly Needed[], sample: Sample, from: number, plan: Plan, axes: Axes, cardOf: (pool: number) => PoolCard): BreakEven[] {
  return needs.pools.flatMap((pool, i) => {
    const [used, needed, headroom] = [0, 1, 2].map((what) => summariseCell(sample, from + NEED_CELLS * i + what));
    if (!used || !needed || !headroom || used.mean === 0) return [];
    const assumed = usualCapacity(plan, axes, pool, needs.firstStep) / UNIT;
    if (assumed === Infinity) return [];
    const [usedMiddle, neededMiddle] = [i, needs.pools.length + i].map((at) => middleOf(all.map(({ peaks }) => peaks[at]!))) as [number, number];
    const places = Math.ceil(neededMiddle - EPSILON);
    const base = Math.max(1, Math.round(usedMiddle));
    return [
      {
        region: plan.poolRegion[pool]!,
        block: plan.poolBlock[pool]!,
        kind: POOL_KINDS[plan.poolKind[pool]!] as 'slots' | 'supervisors',
        used,
        needed,
        usedMiddle,
        neededMiddle,
        headroom,
        places,
        base,
        breakEvenHeadroom: places / base - 1,
        assumed,
        assumedHeadroom: assumed / base - 1,
        from: middleMonth(all.map(({ rises }) => firstAbove(rises, i, places - 1 + EPSILON)), axes) ?? axes.reportFrom,
        assumedShortFrom: middleMonth(all.map(({ peaks }) => peaks[2 * needs.pools.length + i]!), axes),
        ...cardOf(pool),
      },
    ];
  });
}

/** What there is in every year of the report, at the time of the year when there is most: a July with fewer places is no fewer places. Steps without limit are left out; infinite where there is no other. */
function usualCapacity(plan: Plan, axes: Axes, pool: number, from: number): number {
  const most = new Map<number, number>();
  for (let t = from; t < plan.steps; t++) {
    if (!hasLimit(plan, pool, t)) continue;
    const year = Math.floor((axes.from + Math.floor(t / axes.stepsPerMonth)) / 12);
    most.set(year, Math.max(most.get(year) ?? 0, revisedCapacity(plan)[pool * plan.horizon + t]!));
  }
  return Math.min(...most.values());
}

/** The first step of the report in which a replication needs more than so many places of a pool; infinite: never. */
function firstAbove({ from, values }: Ragged, pool: number, places: number): number {
  for (let i = from[pool]!; i < from[pool + 1]!; i += 2) if (values[i + 1]! > places) return values[i]!;
  return Infinity;
}

/** The month of a step of the report in the middle replication, the later of the two in the middle; null when at least half never come to it. */
function middleMonth(steps: readonly number[], axes: Axes): number | null {
  const middle = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)]!;
  return middle === Infinity ? null : axes.reportFrom + Math.floor(middle / axes.stepsPerMonth);
}
