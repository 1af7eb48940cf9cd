import type { Grid } from '../grid.js';
import type { Measure } from '../measures/index.js';

/** Measures of a run and the grid that they lie on. */
export interface Laid {
  readonly measures: readonly Measure[];
  readonly grid: Grid;
}

/**
 * For each cell of the base's measures, in their order, the cell of an option's that is of the same thing: the same measure, and the same id along every axis;
 * −1 where the option has none.
 */
export function alignCells(base: Laid, option: Laid): Int32Array {
  const starts = startsOf(option);
  return Int32Array.from(base.measures.flatMap((measure) => alignMeasure(measure, base.grid, option, starts)));
}

function startsOf({ measures, grid }: Laid): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let at = 0;
  for (const { id, over } of measures) {
    starts.set(id, at);
    at += over.reduce((size, axis) => size * grid.sizes[axis], 1);
  }
  return starts;
}

function alignMeasure({ id, over }: Measure, grid: Grid, option: Laid, starts: ReadonlyMap<string, number>): readonly number[] {
  const start = starts.get(id) ?? -1;
  // The place in the option's cells of every place along the axes so far.
  return over.reduce<readonly number[]>(
    (places, axis) => {
      const others = new Map(option.grid.labels[axis].map((label, i) => [label.id, i]));
      const own = grid.labels[axis].map((label) => others.get(label.id) ?? -1);
      return places.flatMap((place) => own.map((i) => (place < 0 || i < 0 ? -1 : place * option.grid.sizes[axis] + i)));
    },
    [start < 0 ? -1 : 0],
  ).map((place) => (place < 0 ? -1 : start + place));
}

/** Cells of an option laid as the base's are; not a number where it has none. */
export function alignTo(map: Int32Array, cells: Float64Array): Float64Array {
  return Float64Array.from(map, (from) => (from < 0 ? NaN : cells[from]!));
}
