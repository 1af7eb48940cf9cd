import { LONG_AGO, NEVER, UNIT, WHOLE, CAUSE, POOL_KINDS, causeCount, unitsFrom } from '../../engine/index.js';
import type { Causes, Plan, Roster } from '../../engine/index.js';
import { layDegrees } from '../degree.js';
import type { Run } from '../measures/index.js';

/** What is read of a run for each region, as whole numbers; after these, starts that the region employs, pathway by pathway. */
const FIGURES = ['waited', 'within', 'goalStarted', 'goalAll'] as const;
export type WorthFigure = (typeof FIGURES)[number];

/** Starts within so many months of degree or licence are counted beside the waiting. */
export const WITHIN = 6;

/** A share that is to be reached: of those who seek a pathway, so many have started within so many months of degree or licence. */
export interface Goal {
  readonly pathway: number;
  readonly months: number;
  readonly share: number;
}

/** How many figures a region has. */
export const worthStride = (pathways: number): number => FIGURES.length + pathways;

/** The place of a figure of a region in a reading. */
export const worthCell = (pathways: number, region: number, figure: WorthFigure): number => region * worthStride(pathways) + FIGURES.indexOf(figure);

/** The place of a region's starts in a pathway. */
export const startsCell = (pathways: number, region: number, pathway: number): number => region * worthStride(pathways) + FIGURES.length + pathway;

/**
 * Reads a run from a step on, region by region: doctor-steps waited in queues (by home) and between blocks (by employer), doctors of the region's own who start within
 * six months, starts that the region employs, and how many of those whom a goal is about reach it. Whom the run does not follow so long is left out.
 */
export function readWorth({ plan, trace }: Run, roster: Roster, from: number, goal: Goal): Float64Array {
  const cells = new Float64Array(plan.regions * worthStride(plan.pathways)); // [region × figure]
  const causes = causeCount(plan);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    const region = Math.floor(queue / plan.pathways);
    let units = 0;
    for (let c = 0; c < causes; c++) units += sumUnits(trace.betweenCauses, queue * causes + c, from);
    let waited = units / WHOLE;
    let starts = 0;
    for (let t = from; t < plan.steps; t++) {
      waited += trace.queue[queue * plan.steps + t]!;
      starts += trace.started[queue * plan.steps + t]!;
    }
    cells[worthCell(plan.pathways, region, 'waited')]! += waited;
    cells[startsCell(plan.pathways, region, queue % plan.pathways)]! += starts;
  }
  countWithin(plan, roster, { plan, trace }, from, goal, cells);
  return cells;
}

function countWithin(plan: Plan, roster: Roster, { trace }: Run, from: number, goal: Goal, cells: Float64Array): void {
  const degrees = layDegrees(roster, trace);
  for (let row = 0; row < roster.rows; row++) {
    const degree = degrees[row]!;
    const home = trace.home[row]!;
    if (degree === LONG_AGO || degree === NEVER || degree < from || home < 0) continue;
    const isStarted = (months: number): boolean => trace.starts[row]! <= degree + months * plan.stepsPerMonth;
    const isFollowed = (months: number): boolean => degree + months * plan.stepsPerMonth < plan.steps;
    if (isFollowed(WITHIN) && isStarted(WITHIN)) cells[worthCell(plan.pathways, home, 'within')]! += 1;
    if (roster.pathway[row] !== goal.pathway || !isFollowed(goal.months)) continue;
    cells[worthCell(plan.pathways, home, 'goalAll')]! += 1;
    if (isStarted(goal.months)) cells[worthCell(plan.pathways, home, 'goalStarted')]! += 1;
  }
}

/** Doctor-steps booked on each pool by those of each pathway from a step on, in 27,720ths, in queues and between blocks (MODEL 4.4). */
export function readBooked({ plan, trace }: Run, from: number): Float64Array {
  const booked = new Float64Array(plan.pools * plan.pathways); // [pool × pathway]
  const causes = causeCount(plan);
  for (let pool = 0; pool < plan.pools; pool++) {
    const region = plan.poolRegion[pool]!;
    for (let pathway = 0; pathway < plan.pathways; pathway++) {
      const cause = causeOf(plan, pool, pathway);
      if (cause < 0) continue;
      const row = (region * plan.pathways + pathway) * causes + cause;
      booked[pool * plan.pathways + pathway]! += sumUnits(trace.causes, row, from) + sumUnits(trace.betweenCauses, row, from);
    }
  }
  return booked;
}

function sumUnits(causes: Causes, row: number, from: number): number {
  const at = unitsFrom(causes, row);
  let sum = 0;
  if (at >= 0) for (let t = from; t < causes.steps; t++) sum += causes.units[at + t]!;
  return sum;
}

/** The row on the axis of causes that a lack of the pool is booked on for doctors of a pathway; −1 where it is another pathway's. */
export function causeOf(plan: Plan, pool: number, pathway: number): number {
  const of = plan.poolBlock[pool]!;
  switch (POOL_KINDS[plan.poolKind[pool]!]!) {
    case 'positions':
      return of === pathway ? CAUSE.positions : -1;
    case 'slots':
      return CAUSE.blocks + of;
    case 'supervisors':
      return CAUSE.blocks + plan.blocks + of;
    case 'main-supervisors':
      return CAUSE.mainSupervisors;
    case 'st-posts':
      return plan.hasStPosts ? CAUSE.blocks + 2 * plan.blocks : -1;
  }
}

/** A plan with so many places more in some pools from a step on. */
export function withPlaces(plan: Plan, pools: readonly number[], places: number, from: number): Plan {
  if (pools.length === 0) return plan;
  const capacity = Int32Array.from(plan.capacity);
  for (const pool of pools) for (let i = pool * plan.horizon + from; i < (pool + 1) * plan.horizon; i++) capacity[i]! += places * UNIT;
  return { ...plan, capacity };
}
