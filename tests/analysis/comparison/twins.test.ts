import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TWIN_COLUMNS, TWIN_COUNTS, layGrid, layTwins, observeTwins } from '../../../src/analysis/index.js';
import type { Side, TwinGrid } from '../../../src/analysis/index.js';
import { drawRoster, run } from '../../../src/engine/index.js';
import { compile } from '../../../src/model/compile/index.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { anyScenario, diceOf, type Dice } from '../../support/arbitraries.js';
import { PROVING, cases } from '../../support/random.js';
import { figure, pathway, positions, room, scenario, stream, stretch } from '../../support/scenario.js';

const SEED = 7;

function sideOf(of: Scenario, replication: number): Side {
  const { plan, axes } = compile(of);
  const roster = drawRoster(plan, { seed: SEED, replication });
  return { roster, run: { plan, trace: run(plan, roster) }, axes, grid: layGrid(plan, axes, [0, 0, 0]) };
}

/** The same scenario with something changed that a planner could change. */
function otherwise(of: Scenario, dice: Dice): Scenario {
  const more = (n: number): number => Math.max(0, n + dice.one([-2, -1, 1, 2, 5]));
  return dice.one([
    () => ({ ...of, slots: of.slots.map((row) => ({ ...row, places: row.places && figure(more(row.places.value)) })) }),
    () => ({ ...of, positions: of.positions && of.positions.map((row) => ({ ...row, number: row.number && figure(more(row.number.value)) })) }),
    () => ({ ...of, mode: of.mode === 'step' ? ('itinerary' as const) : ('step' as const) }),
    () => ({ ...of, streams: of.streams.map((one) => ({ ...one, seeks: figure(0.5) })) }),
    () => ({ ...of, streams: of.streams.map((one) => ({ ...one, gap: [{ steps: 3, share: 1 }] })) }),
  ])();
}

/** What a number of the twins comes to over a pathway in a row of their grid. */
const at = (twins: TwinGrid, cells: Float64Array, row: number, p: number, column: number): number => cells[(row * twins.pathway.length + p) * TWIN_COLUMNS + column]!;
const WAITED = TWIN_COUNTS.length + 2;

function queued({ run: { plan, trace }, grid }: Side, area: number, p: number): number {
  let sum = 0;
  for (let r = 0; r < plan.regions; r++) {
    if (!grid.areasOf[r]!.includes(area)) continue;
    for (let t = grid.firstStep; t < plan.steps; t++) sum += trace.queue[(r * plan.pathways + p) * plan.steps + t]!;
  }
  return sum;
}

function startsIn({ roster, run: { plan, trace } }: Side, p: number): number {
  let sum = 0;
  for (let row = 0; row < trace.rows; row++) if (roster.pathway[row] === p && trace.starts[row]! >= 0 && trace.starts[row]! < plan.steps) sum += 1;
  return sum;
}

describe('twins', () => {
  test('sum exactly to what queues and starts differ by, in every area, stream and cohort, over random pairs of scenarios', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
    let differing = 0;
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
        const dice = diceOf(g);
        const months = dice.whole(0, 3);
        const drawn = anyScenario(dice);
        const base = { ...drawn, time: { ...drawn.time, reportFrom: drawn.time.from + months } };
        const [one, other] = [sideOf(base, replication), sideOf(otherwise(base, dice), replication)];
        const twins = layTwins(one, other);
        const cells = observeTwins(twins, one, other);
        for (const [p] of twins.pathway.entries()) {
          twins.area.forEach((_, area) => expect(at(twins, cells, area, p, WAITED)).toBe(queued(other, area, p) - queued(one, area, p)));
          const rows = [twins.stream, twins.cohort].map((labels, i) => labels.map((_, k) => twins.area.length + (i === 0 ? 0 : twins.stream.length) + k));
          // Every direction is shared out whole.
          for (const row of rows) for (let column = 0; column < TWIN_COLUMNS; column++) expect(row.reduce((sum, k) => sum + at(twins, cells, k, p, column), 0)).toBe(at(twins, cells, 0, p, column));
          expect(at(twins, cells, 0, p, TWIN_COUNTS.indexOf('starts-only-option')) - at(twins, cells, 0, p, TWIN_COUNTS.indexOf('starts-only-base'))).toBe(startsIn(other, p) - startsIn(one, p));
          if (at(twins, cells, 0, p, 0) + at(twins, cells, 0, p, 1) > 0) differing += 1;
        }
      }),
      { numRuns: cases(80) },
    );
    expect(differing).toBeGreaterThan(10);
  });

  test('of a change that changes nothing are all unchanged', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
        const drawn = anyScenario(diceOf(g));
        const [one, other] = [sideOf(drawn, replication), sideOf({ ...drawn, name: 'other' }, replication)];
        const twins = layTwins(one, other);
        const cells = observeTwins(twins, one, other);
        cells.forEach((value, i) => {
          if (i % TWIN_COLUMNS !== TWIN_COUNTS.indexOf('unchanged')) expect(value).toBe(0);
        });
      }),
      { numRuns: cases(30) },
    );
  });

  test('are told one by one: one position more in the first month lets the second doctor start two months earlier', () => {
    const of = (first: number): Scenario =>
      scenario(6, {
        pathways: [pathway('AT', [stretch('a', 1)])],
        streams: [stream('old', 'AT', 'R', [2])],
        positions: [positions('R', 'AT', 0, first), positions('R', 'AT', 2, 2)],
        slots: [room('R', 'a', 5)],
      });
    const [one, other] = [sideOf(of(1), 0), sideOf(of(2), 0)];
    const twins = layTwins(one, other);
    const cells = observeTwins(twins, one, other);
    // earlier, later, unchanged, starts only in one or the other, waits only in one or the other; steps earlier, later, waited.
    expect([...cells.subarray(0, TWIN_COLUMNS)]).toEqual([1, 0, 1, 0, 0, 0, 0, 2, 0, -2]);
  });
});
