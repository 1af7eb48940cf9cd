import { describe, expect, test } from 'vitest';
import type { Plan, Trace } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { causesAt, completionsOf, joining, rosterOf, runAudited, startsOf } from '../support/plan.js';
import { FROM, figure, pathway, planOf, room, scenario, stretch, variant } from '../support/scenario.js';
import { staysIn } from '../support/stays.js';

/** Blocks of a doctor in order of time, as the scenario's block numbers. */
function blocksOf(plan: Plan, trace: Trace, row: number): number[] {
  return staysIn(trace, row).map((i) => plan.stretchBlock[trace.stayStretch[i]!]!);
}

const ab = (over: Partial<Scenario>, a = stretch('a', 1), b = stretch('b', 1)): Plan =>
  planOf(scenario(6, { pathways: [pathway('P', [a, b], { orders: 'free' })], streams: [], ...over }));

describe('which of the orders that fit is taken', () => {
  const slots = [room('R', 'a', 1), room('R', 'a', 3, 1), room('R', 'b', 5)];

  test('spread: the one with most room left in its tightest step', () => {
    const plan = ab({ slots });
    expect(blocksOf(plan, runAudited(plan, rosterOf(joining(0))), 0)).toEqual([1, 0]);
  });

  test('first-fit: the first listed', () => {
    const plan = ab({ slots, choice: 'first-fit' });
    expect(blocksOf(plan, runAudited(plan, rosterOf(joining(0))), 0)).toEqual([0, 1]);
  });

  test('spread: ties go to the order listed first', () => {
    const plan = ab({ slots: [room('R', 'a', 2), room('R', 'b', 2)] });
    const trace = runAudited(plan, rosterOf(joining(0, 0, 0)));
    expect([0, 1, 2].map((row) => blocksOf(plan, trace, row))).toEqual([[0, 1], [1, 0], [0, 1]]);
  });

  test('spread: room is counted in doctors with that need, over slots and supervisors alike', () => {
    // Order ab meets a at step 0, where 3 slots are room for one who takes two; order ba meets a at step 1, where 4 are room for two.
    const wide = ab({ slots: [room('R', 'a', 3), room('R', 'a', 4, 1), room('R', 'b', 2)] }, stretch('a', 1, 2));
    expect(blocksOf(wide, runAudited(wide, rosterOf(joining(0))), 0)).toEqual([1, 0]);
    const led = ab({ slots: [room('R', 'a', 9), room('R', 'b', 9)], supervisors: [room('R', 'a', 1), room('R', 'a', 2, 1)] }, stretch('a', 1, 1, 0.5));
    expect(blocksOf(led, runAudited(led, rosterOf(joining(0))), 0)).toEqual([1, 0]);
  });

  test('spread: main supervisors and positions do not count as room', () => {
    const plan = ab({ slots: [room('R', 'a', 2), room('R', 'b', 2)], mainSupervisors: [{ region: 'R', from: FROM, places: figure(1) }] });
    const trace = runAudited(plan, rosterOf(joining(0, 0)));
    expect(blocksOf(plan, trace, 0)).toEqual([0, 1]);
    expect(startsOf(trace)).toEqual([0, 2]);
  });
});

describe('the whole itinerary is reserved', () => {
  test('a doctor starts only when every step of every block has room, and the blocks follow directly', () => {
    const plan = planOf(scenario(12, { pathways: [pathway('P', [stretch('a', 2), stretch('b', 3)])], streams: [], slots: [room('R', 'a', 1), room('R', 'b', 1)] }));
    const trace = runAudited(plan, rosterOf(joining(0, 0, 0)));
    expect(startsOf(trace)).toEqual([0, 3, 6]);
    expect(completionsOf(trace)).toEqual([5, 8, 11]);
  });

  test('half a supervisor each: two at a time, also past the end of the run', () => {
    const plan = planOf(scenario(3, { pathways: [pathway('P', [stretch('a', 9, 1, 0.5)])], streams: [], unlimitedSlots: ['a'], supervisors: [room('R', 'a', 1)] }));
    const trace = runAudited(plan, rosterOf(joining(0, 0, 0)));
    expect(startsOf(trace)).toEqual([0, 0, null]);
    expect(trace.room[8]).toBe(0);
    expect(trace.room[9]).toBe(60);
  });

  test('capacity keeps its last value past the end; what is dated there is known', () => {
    const longBlock = (slots: Scenario['slots']): (number | null)[] =>
      startsOf(runAudited(planOf(scenario(3, { pathways: [pathway('P', [stretch('a', 6)])], streams: [], slots })), rosterOf(joining(0))));
    expect(longBlock([room('R', 'a', 0), room('R', 'a', 1, 1)])).toEqual([1]);
    expect(longBlock([room('R', 'a', 1), room('R', 'a', 0, 7)])).toEqual([0]);
    expect(longBlock([room('R', 'a', 1), room('R', 'a', 0, 5)])).toEqual([null]);
  });

  test('a block that a region does not offer has no room', () => {
    const plan = planOf(scenario(3, { pathways: [pathway('P', [stretch('a', 1)])], streams: [] }));
    expect(causesAt(plan, runAudited(plan, rosterOf(joining(0))), 0, 2)).toEqual({ 'slots/0': 1 });
  });

  test('a block without need of a slot needs none, even where none is offered', () => {
    const plan = planOf(scenario(3, { pathways: [pathway('P', [stretch('a', 1, 0)])], streams: [] }));
    expect(startsOf(runAudited(plan, rosterOf(joining(0))))).toEqual([0]);
  });
});

describe('those in training when the run begins', () => {
  const line = pathway('P', [stretch('a', 2), stretch('b', 3)]);

  test('do the last steps of their blocks in listed order, whether there is room or not', () => {
    const plan = planOf(scenario(8, { pathways: [line], streams: [], slots: [room('R', 'a', 1), room('R', 'b', 1)] }));
    const trace = runAudited(plan, rosterOf(joining(0), [{ variant: 0, left: 4 }, { variant: 0, left: 4 }]));
    expect(Array.from(trace.room.subarray(0, 3))).toEqual([-60, 60, 0]);
    expect(Array.from(trace.room.subarray(plan.horizon, plan.horizon + 5))).toEqual([60, -60, -60, -60, 0]);
    expect(Array.from(trace.training)).toEqual([2, 2, 3, 3, 1, 1, 1, 0]);
    expect(startsOf(trace)).toEqual([-1, -1, 2]);
    expect(completionsOf(trace)).toEqual([4, 4, 7]);
  });

  test('keep others waiting as long as they run over, and that is the cause', () => {
    const plan = planOf(scenario(8, { pathways: [line], streams: [], slots: [room('R', 'a', 9), room('R', 'b', 1)] }));
    const trace = runAudited(plan, rosterOf(joining(0), [{ variant: 0, left: 5 }, { variant: 0, left: 4 }]));
    expect(startsOf(trace)[2]).toBe(3);
    expect([0, 1, 2].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'slots/1': 1 }, { 'slots/1': 1 }, { 'slots/1': 1 }]);
  });
});

test('the variant is that of the region at the step of joining, by the doctor’s one draw', () => {
  const of = pathway('P', [], {
    variants: [variant('short', [stretch('a', 1)]), variant('long', [stretch('a', 3)])],
    variantOf: [{ region: 'R', from: FROM, variant: 'short', share: figure(0.25) }, { region: 'R', from: FROM, variant: 'long', share: figure(0.75) }, { region: 'R', from: FROM + 3, variant: 'short', share: figure(1) }],
    intakes: { everyStep: false, months: [5], byRegion: [], closes: 0, window: 0 },
  });
  const plan = planOf(scenario(12, { pathways: [of], streams: [], unlimitedSlots: ['a'] }));
  const quarter = 0x40000000;
  const doctors = [[2, 0], [2, -quarter], [2, -quarter - 1], [3, 0], [3, -1]].map(([joins, variantLuck]) => ({ joins: joins!, variantLuck: variantLuck! }));
  const trace = runAudited(plan, rosterOf(doctors));
  // Variants stand in order of id: long before short.
  expect(completionsOf(trace)).toEqual([7, 5, 7, 5, 5]);
});
