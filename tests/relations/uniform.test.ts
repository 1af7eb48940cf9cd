import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan, Trace } from '../../src/engine/index.js';
import type { Pathway, PoolRow, PositionRow, Scenario } from '../../src/model/scenario.js';
import { diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { columnOf } from '../support/causes.js';
import { joining, rosterOf, runAudited } from '../support/plan.js';
import { cases } from '../support/random.js';
import { intakes, pathway, planOf, positions, region, room, scenario, stretch } from '../support/scenario.js';

/** A single block, equal durations: room and positions come and go, intakes are sparse or not, placing is of either mode. */
function overUniform(check: (dice: Dice, of: (over: Partial<Scenario>) => Plan, months: number) => void): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const dice = diceOf(g);
      const months = dice.whole(6, 24);
      const made: Pathway = pathway('P', [stretch('b', dice.whole(1, 5))], { intakes: dice.once(2) ? intakes(dice.some([1, 2, 4, 7, 9, 12])) : { everyStep: true, months: [], byRegion: [], closes: 0, window: 0 } });
      const rules = { mode: dice.one(['itinerary', 'step'] as const), choice: dice.one(['spread', 'first-fit'] as const) };
      check(dice, (over) => planOf(scenario(months, { pathways: [made], streams: [], ...rules, ...over })), months);
    }),
    { numRuns: cases(200) },
  );
}

const anySlots = (dice: Dice, r: string, months: number): PoolRow[] => [0, dice.whole(1, months)].map((month) => room(r, 'b', dice.whole(0, 5), month));
const anyPositions = (dice: Dice, r: string, months: number): PositionRow[] => Array.from({ length: months }, (_, month) => positions(r, 'P', month, dice.whole(0, 4)));
const anyJoins = (dice: Dice, months: number): number[] => Array.from({ length: dice.whole(1, 20) }, () => dice.whole(0, months - 1));
const total = (plan: Plan, column: Int32Array, t: number): number => Array.from({ length: plan.regions }, (_, r) => column[r * plan.steps + t]!).reduce((a, b) => a + b, 0);
const cumulative = (plan: Plan, column: Int32Array): number[] => {
  let sum = 0;
  return Array.from({ length: plan.steps }, (_, t) => (sum += total(plan, column, t)));
};

test('15, who waits, not how many: first-come, a weighted order, a lottery and the priority of a stream give the same queues, use and completions at every step', () => {
  let differing = 0;
  overUniform((dice, of, months) => {
    const rows = { slots: [...anySlots(dice, 'A', months), ...anySlots(dice, 'B', months)], regions: [region('A'), region('B')] };
    const scarce = { ...rows, positions: dice.once(2) ? [...anyPositions(dice, 'A', months), ...anyPositions(dice, 'B', months)] : null };
    const doctors = anyJoins(dice, months).map((joins) => ({ joins, region: dice.whole(0, 1), stream: dice.whole(0, 1), rank: dice.whole(0, 1000) }));
    const orders = [{}, { discipline: 'weighted', weightPerMonth: 0.04 }, { discipline: 'weighted', weightPerMonth: 0 }] as const;
    const plans = [...orders.map((order) => of({ ...scarce, ...order })), { ...of(scarce), priority: Int32Array.from([1, 0]) }];
    const traces = plans.map((plan) => runAudited(plan, rosterOf(doctors)));
    for (const trace of traces) for (const column of ['queue', 'training', 'started', 'completed', 'room', 'causes'] as const) expect(Array.from(columnOf(trace, column))).toEqual(Array.from(columnOf(traces[0]!, column)));
    differing += traces.some((trace) => trace.starts.join() !== traces[0]!.starts.join()) ? 1 : 0;
  });
  expect(differing).toBeGreaterThan(cases(200) / 10); // it is not the same doctors who wait
});

/** The same doctors in two regions that share nothing, and in one that has all of both. */
function halves(dice: Dice, of: (over: Partial<Scenario>) => Plan, months: number, isEven: boolean): { apart: [Plan, Trace]; together: [Plan, Trace] } {
  const slots = { A: anySlots(dice, 'A', months), B: anySlots(dice, 'B', months) };
  const even = { A: slots.A, B: slots.A.map((row) => ({ ...row, region: 'B' })) };
  const { A, B } = isEven ? even : slots;
  const steps = [...new Set([...A, ...B].map((row) => row.from))];
  const placesAt = (rows: readonly PoolRow[], from: number): number => rows.findLast((row) => row.from <= from)?.places?.value ?? 0;
  const sorted = (rows: readonly PoolRow[]): PoolRow[] => [...rows].sort((a, b) => a.from - b.from);
  const both = steps.map((from) => room('R', 'b', placesAt(sorted(A), from) + placesAt(sorted(B), from), from - steps[0]!));
  const joins = anyJoins(dice, months).flatMap((t) => (isEven ? [[t, 0], [t, 1]] : [[t, dice.whole(0, 1)]]) as [number, number][]);
  const two = of({ regions: [region('A'), region('B')], slots: [...A, ...B] });
  const one = of({ regions: [region('R')], slots: both });
  return {
    apart: [two, runAudited(two, rosterOf(joins.map(([t, r]) => ({ joins: t, region: r }))))],
    together: [one, runAudited(one, rosterOf(joining(...joins.map(([t]) => t))))],
  };
}

test('17, pooling never hurts: two halves of a region have at no step started more doctors than the region as one', () => {
  let better = 0;
  overUniform((dice, of, months) => {
    const { apart, together } = halves(dice, of, months, false);
    const [some, all] = [cumulative(apart[0], apart[1].started), cumulative(together[0], together[1].started)];
    all.forEach((n, t) => {
      expect(n).toBeGreaterThanOrEqual(some[t]!);
    });
    better += all.some((n, t) => n > some[t]!) ? 1 : 0;
  });
  expect(better).toBeGreaterThan(cases(200) / 10);
});

test('17, pooling never hurts: two even halves start as many as the region as one', () => {
  overUniform((dice, of, months) => {
    const { apart, together } = halves(dice, of, months, true);
    expect(cumulative(together[0], together[1].started)).toEqual(cumulative(apart[0], apart[1].started));
  });
});
