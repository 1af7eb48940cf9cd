import { expect, test } from 'vitest';
import { layGrid } from '../../../src/analysis/index.js';
import type { Replication } from '../../../src/analysis/index.js';
import { utilisation } from '../../../src/analysis/measures/utilisation.js';
import { UNIT } from '../../../src/engine/index.js';
import type { Plan } from '../../../src/engine/index.js';
import { compile } from '../../../src/model/index.js';
import { joining, rosterOf, runAudited } from '../../support/plan.js';
import { pathway, region, room, scenario, stretch } from '../../support/scenario.js';

const slots = [room('R', 'a', 2), room('R', 'b', 0), room('S', 'a', 6), room('S', 'b', 0)];
const world = scenario(12, { regions: [region('R'), region('S')], pathways: [pathway('P', [stretch('a', 3)])], streams: [], slots });

/** Shares along the half-years, of an area by its place and a block. */
function shares(of: typeof world, area: string, block: string): (number | null)[] {
  return sharesOf(compile(of).plan, of, area, block);
}

function sharesOf(plan: Plan, of: typeof world, area: string, block: string): (number | null)[] {
  const { axes } = compile(of);
  const grid = layGrid(plan, axes, []);
  // Two doctors in R: one takes a place of a in the steps 0–2, the other in 4–6.
  const roster = rosterOf(joining(0, 4));
  const main = { plan, trace: runAudited(plan, roster) };
  const cells = new Float64Array(grid.sizes.area * plan.blocks * grid.sizes['half-year']).fill(NaN);
  const replication: Replication = { roster, main, demand: main, positions: main, room: main, lowHeadroom: main, highHeadroom: main };
  utilisation.observe(replication, grid, cells);
  const a = grid.labels.area.findIndex((label) => label.id === area);
  const b = axes.blocks.findIndex(({ id }) => id === block);
  const halves = grid.sizes['half-year'];
  return Array.from(cells.subarray((a * plan.blocks + b) * halves, (a * plan.blocks + b + 1) * halves), (share) => (Number.isNaN(share) ? null : share));
}

test('is place-steps used of all place-steps there were, half-year by half-year', () => {
  expect(shares(world, 'R', 'a')).toEqual([(3 + 2) / (2 * 6), 1 / (2 * 6)]);
  expect(shares(world, 'S', 'a')).toEqual([0, 0]);
});

test('counts what others use', () => {
  const crowded = { ...world, crowding: { slots: [room('R', 'a', 1)], supervisors: [] } };
  expect(shares(crowded, 'R', 'a')).toEqual([(3 + 2 + 6) / (2 * 6), (1 + 6) / (2 * 6)]);
});

test('weighs the regions of an area by their places', () => {
  expect(shares(world, 'riket', 'a')).toEqual([5 / (8 * 6), 1 / (8 * 6)]);
});

test('is blank where there is no place at all', () => {
  const spare = scenario(12, { regions: world.regions, pathways: [...world.pathways, pathway('Q', [stretch('b', 1)])], streams: [], slots });
  expect(shares(spare, 'R', 'b')).toEqual([null, null]);
});

test('is blank where a block has no limit', () => {
  const open = { ...world, unlimitedSlots: ['a'] };
  expect(shares(open, 'R', 'a')).toEqual([null, null]);
  expect(shares(open, 'riket', 'a')).toEqual([null, null]);
});

test('leaves out the months in which there is no limit', () => {
  // Without limit in the steps 0–3: of the two doctors in R, one is in a then; what is left of the half-year is the steps 4 and 5.
  const open = { ...world, slots: [{ ...room('R', 'a', 0), places: null }, room('R', 'a', 2, 4), ...slots.slice(1)] };
  expect(shares(open, 'R', 'a')).toEqual([2 / (2 * 2), 1 / (2 * 6)]);
  expect(shares(open, 'riket', 'a')).toEqual([2 / (2 * 2 + 6 * 6), 1 / (8 * 6)]);
});

test('counts the places that become known in the run, from the month in which they are there', () => {
  const { plan } = compile(world);
  const pool = plan.slotsPool[0]!;
  const column = (value: number): Int32Array => Int32Array.of(value);
  const more: Plan = { ...plan, revisionKnown: column(4), revisionPool: column(pool), revisionFrom: column(6), revisionUntil: column(plan.horizon - 1), revisionChange: column(2 * UNIT) };
  expect(sharesOf(more, world, 'R', 'a')).toEqual([(3 + 2) / (2 * 6), 1 / (4 * 6)]);
});
