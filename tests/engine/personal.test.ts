import { expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import type { Scenario, Stretch } from '../../src/model/scenario.js';
import { completionsOf, rosterOf, runAudited, startsOf, staysOf } from '../support/plan.js';
import { FROM, figure, pathway, planOf, room, scenario, stretch } from '../support/scenario.js';

const line = (stretches: readonly Stretch[], over: Partial<Scenario> = {}): Plan => planOf(scenario(40, { pathways: [pathway('P', stretches, { orders: 'free' })], streams: [], ...over }));

test.each([
  [25, [114, 100], 29], // 28.5, which 25 × 1.14 in binary is not
  [6, [5, 4], 8], // 7.5
  [3, [7, 6], 4], // 3.5
  [5, [11, 10], 6], // 5.5
  [5, [109, 100], 5], // 5.45
  [2, [1, 4], 1], // 0.5
  [1, [2, 5], 1], // 0.4: at least one
  [3, [1, 3], 1],
  [4, [1, 1], 4],
] as const)('a block of %i steps at a factor of %j takes %i', (steps, factor, expected) => {
  const plan = line([stretch('a', steps)], { unlimitedSlots: ['a'] });
  expect(completionsOf(runAudited(plan, rosterOf([{ joins: 0, factor }])))).toEqual([expected]);
});

test('each block is rounded by itself', () => {
  // Three times 1.5 is three times two; 4.5 in all would be five.
  const plan = line([stretch('a', 1), stretch('b', 1), stretch('c', 1)], { unlimitedSlots: ['a', 'b', 'c'] });
  const trace = runAudited(plan, rosterOf([{ joins: 0, factor: [3, 2] }]));
  expect(staysOf(plan, trace, 0).map(([, from, until]) => [from, until])).toEqual([[0, 1], [2, 3], [4, 5]]);
  expect(completionsOf(trace)).toEqual([6]);
});

test('slot, supervisor and main supervisor are taken for as long, and one place each also by who works part time', () => {
  for (const over of [
    { slots: [room('R', 'a', 1)] },
    { unlimitedSlots: ['a'], supervisors: [room('R', 'a', 1)] },
    { unlimitedSlots: ['a'], mainSupervisors: [{ region: 'R', from: FROM, places: figure(1) }] },
  ]) {
    const plan = line([stretch('a', 2)], over);
    expect(startsOf(runAudited(plan, rosterOf([{ joins: 0, factor: [2, 1] }, { joins: 0 }])))).toEqual([0, 4]);
  }
});

test('an order fits or not by the doctor’s own durations', () => {
  // b opens at 2: in full time a and then b meets it closed at 1; at half the pace b comes at 2. First b is closed for both.
  const plan = line([stretch('a', 1), stretch('b', 1)], { slots: [room('R', 'a', 9), room('R', 'b', 0), room('R', 'b', 9, 2)] });
  const trace = runAudited(plan, rosterOf([{ joins: 0 }, { joins: 0, factor: [2, 1] }]));
  expect(startsOf(trace)).toEqual([1, 0]);
  expect(staysOf(plan, trace, 1)).toEqual([[0, 0, 1], [1, 2, 3]]);
});

test('blocks that are equal once rounded are not the same where they were not', () => {
  // a of 1 and a of 2 at a third of the time: both take one step, and both are done.
  const plan = line([stretch('a', 1), stretch('a', 2), stretch('b', 3)], { unlimitedSlots: ['a', 'b'] });
  const trace = runAudited(plan, rosterOf([{ joins: 0, factor: [1, 3] }]));
  expect(completionsOf(trace)).toEqual([3]);
  expect(new Set(trace.stayStretch.subarray(0, trace.stays)).size).toBe(3);
});
