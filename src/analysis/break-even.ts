import { NO_POOL, POOL_KINDS, UNIT, hasLimit, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import type { Quality } from '../base/index.js';
import type { BreakEven } from './findings.js';
import { summariseCell } from './interval.js';
import { inUse } from './measures/places.js';
import type { Run } from './measures/index.js';

/** Places in use per pool in every replication's run with slots and supervisors unlimited (MODEL 9.2 a). */
export interface Needs {
  /** Pools of slots and supervisors. */
  readonly pools: readonly number[];
  readonly firstStep: number;
  readonly baseYear: number;
  /** Peak use in the base year of the run as it is, and peak need in the report. */
  readonly used: Float64Array[]; // [replication] → [pool]
  readonly needed: Float64Array[]; // [replication] → [pool]
  /** Need by step of the report, places. */
  readonly path: Float32Array[]; // [replication] → [pool × step]
}

/** Places are sixtieths kept as single-precision numbers: nearer than this is equal. */
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

/** Needs with nothing in them. */
export function layNeeds(plan: Plan, axes: Axes): Needs {
  const scarce = [POOL_KINDS.indexOf('slots'), POOL_KINDS.indexOf('supervisors')];
  return {
    pools: Array.from({ length: plan.pools }, (_, p) => p).filter((p) => scarce.includes(plan.poolKind[p]!)),
    firstStep: (axes.reportFrom - axes.from) * axes.stepsPerMonth,
    baseYear: baseYearOf(axes),
    used: [],
    needed: [],
    path: [],
  };
}

/** Reads the places that one replication used in the base year as it is, and needs when nothing but positions limits. */
export function observeNeeds(needs: Needs, axes: Axes, main: Run, positions: Run): void {
  const { steps } = main.plan;
  const report = steps - needs.firstStep;
  const used = new Float64Array(needs.pools.length);
  const needed = new Float64Array(needs.pools.length);
  const path = new Float32Array(needs.pools.length * report);
  const baseFrom = Math.max(0, (needs.baseYear * 12 - axes.from) * axes.stepsPerMonth);
  const baseUntil = Math.min(steps, baseFrom + 12 * axes.stepsPerMonth);
  needs.pools.forEach((pool, i) => {
    for (let t = baseFrom; t < baseUntil; t++) used[i] = Math.max(used[i]!, inUse(main, pool, t) / UNIT);
    for (let t = needs.firstStep; t < steps; t++) {
      const places = inUse(positions, pool, t) / UNIT;
      needed[i] = Math.max(needed[i]!, places);
      path[i * report + t - needs.firstStep] = places;
    }
  });
  needs.used.push(used);
  needs.needed.push(needed);
  needs.path.push(path);
}

/** Break-even headroom of every pool that was used in the base year and whose capacity is not unlimited all through the report. */
export function summariseNeeds(needs: Needs, plan: Plan, axes: Axes, cardOf: (pool: number) => PoolCard): BreakEven[] {
  return needs.pools.flatMap((pool, i) => {
    const used = summariseCell(needs.used.map((row) => row[i]!));
    const needed = summariseCell(needs.needed.map((row) => row[i]!));
    if (used === null || needed === null || used.mean === 0 || pool === NO_POOL) return [];
    const headroom = summariseCell(needs.needed.map((row, n) => (needs.used[n]![i]! > 0 ? row[i]! / needs.used[n]![i]! - 1 : NaN)))!;
    const assumed = usualCapacity(plan, axes, pool, needs.firstStep) / UNIT;
    if (assumed === Infinity) return [];
    const places = Math.ceil(needed.median - EPSILON);
    const base = Math.max(1, Math.round(used.median));
    return [
      {
        region: plan.poolRegion[pool]!,
        block: plan.poolBlock[pool]!,
        kind: POOL_KINDS[plan.poolKind[pool]!] as 'slots' | 'supervisors',
        used,
        needed,
        headroom,
        places,
        base,
        breakEvenHeadroom: places / base - 1,
        assumed,
        assumedHeadroom: assumed / base - 1,
        from: firstMonth(needs, plan, axes, i, () => places - 1) ?? axes.reportFrom,
        assumedShortFrom: firstMonth(needs, plan, axes, i, (t) => revisedCapacity(plan)[pool * plan.horizon + t]! / UNIT),
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

/** The month in which, in the median replication, more places than there would be in the step are first needed; null when at least half never need more. */
function firstMonth(needs: Needs, plan: Plan, axes: Axes, i: number, placesAt: (t: number) => number): number | null {
  const report = plan.steps - needs.firstStep;
  const places = Array.from({ length: report }, (_, at) => placesAt(needs.firstStep + at) + EPSILON);
  const firsts = needs.path.map((path) => {
    const at = path.subarray(i * report, (i + 1) * report).findIndex((need, step) => need > places[step]!);
    return at < 0 ? Infinity : at;
  });
  const middle = firsts.toSorted((a, b) => a - b)[Math.floor(firsts.length / 2)]!;
  return middle === Infinity ? null : axes.reportFrom + Math.floor(middle / axes.stepsPerMonth);
}
