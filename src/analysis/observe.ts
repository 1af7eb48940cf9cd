import type { Figure } from './findings.js';
import type { Grid } from './grid.js';
import type { Measure, Replication } from './measures/index.js';
import { summariseCell } from './sample.js';
import type { Sample } from './sample.js';

/** How many cells measures have, one measure's after the other's. */
export function countCells(measures: readonly Measure[], grid: Grid): number {
  return measures.reduce((sum, measure) => sum + sizeOf(measure, grid), 0);
}

const sizeOf = ({ over }: Pick<Measure, 'over'>, grid: Grid): number => over.reduce((size, axis) => size * grid.sizes[axis], 1);

/** Reads one replication's figures into the measures' cells, which are not numbers beforehand. */
export function observe(measures: readonly Measure[], grid: Grid, replication: Replication, cells: Float64Array): void {
  let at = 0;
  for (const measure of measures) {
    const size = sizeOf(measure, grid);
    measure.observe(replication, grid, cells.subarray(at, at + size));
    at += size;
  }
}

/** Summarises every cell of measures that lie from a cell of a sample on. */
export function summarise(measures: readonly Measure[], grid: Grid, sample: Sample, from: number): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  let at = from;
  for (const measure of measures) {
    const { id, title, unit, over, better } = measure;
    const size = sizeOf(measure, grid);
    const first = at;
    figures[id] = { id, title, unit, over, better, cells: Array.from({ length: size }, (_, i) => summariseCell(sample, first + i)) };
    at += size;
  }
  return figures;
}
