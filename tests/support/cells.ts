import { MEASURES, layGrid } from '../../src/analysis/index.js';
import type { Replication } from '../../src/analysis/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { rosterOf, runAudited, type Doctor } from './plan.js';

/** The cells of a measure in a run of doctors written by hand; null where it has no value. */
export function cellsOf(id: string, of: Scenario, doctors: readonly Doctor[]): readonly (number | null)[] {
  const { plan, axes } = compile(of);
  const grid = layGrid(plan, axes, []);
  const measure = MEASURES.find((one) => one.id === id)!;
  const roster = rosterOf(doctors);
  const main = { plan, trace: runAudited(plan, roster) };
  const replication: Replication = { roster, main, demand: main, positions: main, room: main, lowHeadroom: main, highHeadroom: main };
  const cells = new Float64Array(measure.over.reduce((size, axis) => size * grid.sizes[axis], 1)).fill(NaN);
  measure.observe(replication, grid, cells);
  return Array.from(cells, (cell) => (Number.isNaN(cell) ? null : cell));
}
