import type { Figure } from './findings.js';
import type { Grid } from './grid.js';
import { summariseCell } from './interval.js';
import { MEASURES } from './measures/index.js';
import type { Measure, Replication } from './measures/index.js';

/** Every measure's cells in every replication. */
export interface Observation {
  readonly replications: number;
  readonly measures: readonly Measure[];
  readonly cells: readonly Float64Array[]; // [measure] → [replication × cell]
}

/** An observation with nothing in it. */
export function layObservation(grid: Grid, replications: number, measures: readonly Measure[] = MEASURES): Observation {
  return {
    replications,
    measures,
    cells: measures.map((measure) => new Float64Array(replications * measure.over.reduce((size, axis) => size * grid.sizes[axis], 1)).fill(NaN)),
  };
}

/** Reads one replication's figures into its rows. */
export function observe(observation: Observation, grid: Grid, index: number, replication: Replication): void {
  observation.measures.forEach((measure, m) => {
    const all = observation.cells[m]!;
    const size = all.length / observation.replications;
    measure.observe(replication, grid, all.subarray(index * size, (index + 1) * size));
  });
}

/** Summarises every cell over the replications. */
export function summarise(observation: Observation): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  observation.measures.forEach(({ id, title, unit, over, better }, m) => {
    const all = observation.cells[m]!;
    const size = all.length / observation.replications;
    const cells = Array.from({ length: size }, (_, cell) =>
      summariseCell(Array.from({ length: observation.replications }, (__, replication) => all[replication * size + cell]!)),
    );
    figures[id] = { id, title, unit, over, better, cells };
  });
  return figures;
}
