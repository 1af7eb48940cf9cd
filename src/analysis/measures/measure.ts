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
  return over.reduce((at, axis, i) => at * grid.sizes[axis] + place[i]!, 0);
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
