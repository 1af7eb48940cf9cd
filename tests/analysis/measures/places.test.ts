import { expect, test } from 'vitest';
import { layGrid } from '../../../src/analysis/index.js';
import type { Replication } from '../../../src/analysis/index.js';
import { capacity } from '../../../src/analysis/measures/places.js';
import { compile } from '../../../src/model/index.js';
import { joining, rosterOf, runAudited } from '../../support/plan.js';
import { pathway, region, room, scenario, stretch } from '../../support/scenario.js';

const UNTIL_APRIL = [{ ...room('R', 'a', 0), places: null }, room('R', 'a', 2, 4)];
const ALL_THE_TIME = [{ ...room('R', 'a', 0), places: null }];

/** Assumed slots of block a along the half-years in R and in the nation, where S has 6. */
function assumed(slots: typeof UNTIL_APRIL): (number | null)[][] {
  const world = scenario(12, { regions: [region('R'), region('S')], pathways: [pathway('P', [stretch('a', 3)])], streams: [], slots: [...slots, room('S', 'a', 6)] });
  const { plan, axes } = compile(world);
  const grid = layGrid(plan, axes, []);
  const roster = rosterOf(joining(0, 4));
  const main = { plan, trace: runAudited(plan, roster) };
  const halves = grid.sizes['half-year'];
  const cells = new Float64Array(grid.sizes.area * plan.blocks * halves).fill(NaN);
  const replication: Replication = { roster, main, demand: main, positions: main, room: main, lowHeadroom: main, highHeadroom: main };
  capacity.observe(replication, grid, cells);
  return ['R', 'riket'].map((area) => {
    const a = grid.labels.area.findIndex(({ id }) => id === area);
    return Array.from(cells.subarray(a * halves, (a + 1) * halves), (places) => (Number.isNaN(places) ? null : places));
  });
}

test('the assumed slots of a half-year are those of its months with a limit', () => {
  expect(assumed(UNTIL_APRIL)).toEqual([
    [2, 2],
    [8, 8],
  ]);
});

test('the assumed slots are blank where a region of the area has no limit', () => {
  expect(assumed(ALL_THE_TIME)).toEqual([
    [null, null],
    [null, null],
  ]);
});
