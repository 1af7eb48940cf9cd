import type { Plan, Roster, Trace } from '../../engine/index.js';
import type { Axis, Figure } from '../findings.js';
import type { Grid } from '../grid.js';

/** One plan's trace. */
export interface Run {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** What one replication gives to look at: the run as it is and the counter-runs on the same luck (MODEL 9.2, 10). */
export interface Replication {
  readonly roster: Roster;
  readonly main: Run;
  /** Positions and every pool unlimited. */
  readonly demand: Run;
  /** Slots, supervisors and main supervisors unlimited; positions as they are. */
  readonly positions: Run;
  /** Positions unlimited; the others as they are. */
  readonly room: Run;
  /** The run at the headroom's low and high value. */
  readonly lowHeadroom: Run;
  readonly highHeadroom: Run;
}

/** A figure that a report may print: what it is, along which axes, and how it is read off one replication. */
export interface Measure extends Omit<Figure, 'cells'> {
  /** Writes the cells (row-major over `over`, all NaN beforehand). */
  readonly observe: (replication: Replication, grid: Grid, cells: Float64Array) => void;
  /** Whether a scenario uses what the figure tells of: it is left out where not. Every scenario does, unless said. */
  readonly isUsed?: (plan: Plan) => boolean;
}

/** The place of a cell, from its place on each axis in order. */
export function cellAt(grid: Grid, over: readonly Axis[], ...place: readonly number[]): number {
  let at = 0;
  for (let i = 0; i < over.length; i++) at = at * grid.sizes[over[i]!] + place[i]!;
  return at;
}

/** Adds what was counted by region [region × cell of the other axes] to the areas that each counts in: whole numbers or halves, whose sum does not hang on the order. */
function addToAreas(grid: Grid, counted: Float64Array, cells: Float64Array): void {
  const size = counted.length / grid.areasOf.length;
  grid.areasOf.forEach((areas, r) => {
    for (let i = 0; i < size; i++) {
      const number = counted[r * size + i]!;
      if (number !== 0) for (const area of areas) cells[area * size + i]! += number;
    }
  });
}

/** The mean of what was summed by region, in every area; blank where nobody was counted. */
export function averageInAreas(grid: Grid, summed: Float64Array, counted: Float64Array, cells: Float64Array): void {
  const count = new Float64Array(cells.length);
  cells.fill(0);
  addToAreas(grid, summed, cells);
  addToAreas(grid, counted, count);
  for (let i = 0; i < cells.length; i++) cells[i] = count[i]! === 0 ? NaN : cells[i]! / count[i]!;
}

/** The term on the axis of the report in which a month of the run falls; −1 where the report has not all of it. */
export function wholeTerms({ firstMonth, steps, stepsPerMonth }: Plan, grid: Grid): Int32Array {
  return Int32Array.from({ length: Math.ceil(steps / stepsPerMonth) }, (_, month) => {
    const term = grid.termOf(firstMonth + month);
    return term >= 0 && grid.isWholeTerm(term) ? term : -1;
  });
}

/** Sums a recorded series [region × pathway × step] over areas and the periods that `periodOf` gives. */
export function sumSeries(run: Run, series: Int32Array, grid: Grid, periodOf: Int32Array, periods: number, cells: Float64Array): void {
  const { plan } = run;
  cells.fill(0);
  for (let r = 0; r < plan.regions; r++) {
    for (let p = 0; p < plan.pathways; p++) {
      const from = (r * plan.pathways + p) * plan.steps;
      for (let t = grid.firstStep; t < plan.steps; t++) {
        const number = series[from + t]!;
        if (number === 0) continue;
        for (const area of grid.areasOf[r]!) cells[(area * plan.pathways + p) * periods + periodOf[t]!]! += number;
      }
    }
  }
}

/** A recorded series [region × pathway × step] as it stands at the end of each month, by area. */
export function readMonthEnds(run: Run, series: Int32Array, grid: Grid, cells: Float64Array): void {
  const { plan } = run;
  const months = grid.sizes.month;
  cells.fill(0);
  for (let r = 0; r < plan.regions; r++) {
    for (let p = 0; p < plan.pathways; p++) {
      for (let m = 0; m < months; m++) {
        const number = series[(r * plan.pathways + p) * plan.steps + grid.lastStepOf[m]!]!;
        for (const area of grid.areasOf[r]!) cells[(area * plan.pathways + p) * months + m]! += number;
      }
    }
  }
}
