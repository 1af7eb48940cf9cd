import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import type { Pathway, PoolRow, Scenario } from '../../src/model/scenario.js';
import { causesAt, completionsOf, joining, rosterOf, runAudited, seriesOf, startsOf, staysOf } from '../support/plan.js';
import { FROM, figure, pathway, planOf, room, scenario, stream, stretch } from '../support/scenario.js';

const A = 0;
const B = 1;

const stepwise = (over: Partial<Scenario>, stretches = [stretch('a', 1), stretch('b', 1)], form: Partial<Pathway> = {}): Plan => ({
  ...planOf(scenario(10, { pathways: [pathway('P', stretches, form)], streams: [], ...over })),
  mode: 'step',
});

/** Places of a block month by month; the last number goes on. */
const dated = (block: string, ...places: readonly number[]): PoolRow[] => places.map((number, month) => room('R', block, number, month));

describe('only the next block is reserved', () => {
  const uneven = { slots: [...dated('a', 2, 0, 1, 2), ...dated('b', 1, 0, 2)] };

  test('a doctor starts where only the first block fits, and waits for the second: sooner done than with an itinerary', () => {
    const plan = stepwise(uneven);
    const trace = runAudited(plan, rosterOf(joining(0)));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 2, 2]]);
    expect(completionsOf(trace)).toEqual([3]);
    expect(seriesOf(plan, trace.between).slice(0, 4)).toEqual([0, 1, 0, 0]);
    expect(seriesOf(plan, trace.training).slice(0, 4)).toEqual([1, 1, 1, 0]);
    expect(causesAt(plan, trace, 0, 1, trace.betweenCauses)).toEqual({ 'slots/1': 1 });
    const planned = { ...plan, mode: 'itinerary' as const };
    expect(staysOf(planned, runAudited(planned, rosterOf(joining(0))), 0)).toEqual([[A, 2, 2], [B, 3, 3]]);
  });

  test('a wait for a block that never has room lasts to the end, and the completion stays open', () => {
    const plan = stepwise({ slots: [room('R', 'a', 1)] });
    const trace = runAudited(plan, rosterOf(joining(0, 0)));
    expect(startsOf(trace)).toEqual([0, 1]);
    expect(completionsOf(trace)).toEqual([null, null]);
    expect(seriesOf(plan, trace.between)).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test('who continues comes before who starts, whatever the priority and the wait', () => {
    // b has one place. It is taken in 0 … 1 by the first of Q; at 2 the doctor of P has waited one step for it, the second of Q two.
    const pathways = [pathway('P', [stretch('a', 1), stretch('b', 1)]), pathway('Q', [stretch('b', 2)])];
    const plan = { ...planOf(scenario(10, { pathways, streams: [stream('s', 'P', 'R', [])], slots: [room('R', 'a', 9), room('R', 'b', 1)], slotPriority: ['Q', 'P'] })), mode: 'step' as const };
    const trace = runAudited(plan, rosterOf([{ joins: 0 }, { joins: 0, pathway: 1 }, { joins: 0, pathway: 1 }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 2, 2]]);
    expect(startsOf(trace)).toEqual([0, 0, 3]);
  });

  test('personal durations: each block as long as the doctor serves it', () => {
    const plan = stepwise({ slots: [room('R', 'a', 1), room('R', 'b', 1)] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, factor: [3, 2] }, { joins: 0 }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 1], [B, 2, 3]]);
    expect(staysOf(plan, trace, 1)).toEqual([[A, 2, 2], [B, 4, 4]]);
  });
});

describe('which block comes next', () => {
  const free: Partial<Pathway> = { orders: 'free' };

  test('first-fit: the first listed; spread: the one with most room in its own interval', () => {
    const slots = [room('R', 'a', 2), room('R', 'b', 3)];
    const first = stepwise({ slots, choice: 'first-fit' }, undefined, free);
    expect(staysOf(first, runAudited(first, rosterOf(joining(0))), 0)).toEqual([[A, 0, 0], [B, 1, 1]]);
    const spread = stepwise({ slots }, undefined, free);
    expect(staysOf(spread, runAudited(spread, rosterOf(joining(0))), 0)).toEqual([[B, 0, 0], [A, 1, 1]]);
    // Room in the second month does not count for a block of one month.
    const later = stepwise({ slots: [room('R', 'a', 2), ...dated('b', 1, 9)] }, undefined, free);
    expect(staysOf(later, runAudited(later, rosterOf(joining(0))), 0)).toEqual([[A, 0, 0], [B, 1, 1]]);
  });

  test('spread: ties go to the one listed first', () => {
    const plan = stepwise({ slots: [room('R', 'a', 2), room('R', 'b', 2)] }, undefined, free);
    expect(staysOf(plan, runAudited(plan, rosterOf(joining(0))), 0)).toEqual([[A, 0, 0], [B, 1, 1]]);
  });

  test('a block whose predecessors are not done is no candidate, though it has room, and no cause', () => {
    const plan = stepwise({ slots: [...dated('a', 0, 1), room('R', 'b', 9)] }, undefined, { orders: 'custom', precedence: [{ first: 'a', then: 'b' }] });
    const trace = runAudited(plan, rosterOf(joining(0)));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 1, 1], [B, 2, 2]]);
    expect(causesAt(plan, trace, 0, 0)).toEqual({ 'slots/0': 1 });
  });

  test('causes: the smallest sets among the candidates share the wait', () => {
    const both = stepwise({ slots: [...dated('a', 0, 1), ...dated('b', 0, 1)] }, undefined, free);
    expect(causesAt(both, runAudited(both, rosterOf(joining(0))), 0, 0)).toEqual({ 'slots/0': 0.5, 'slots/1': 0.5 });
    const one = stepwise({ slots: [...dated('a', 0, 1), ...dated('b', 0, 1)], supervisors: [...dated('b', 0, 1)] }, undefined, free);
    expect(causesAt(one, runAudited(one, rosterOf(joining(0))), 0, 0)).toEqual({ 'slots/0': 1 });
  });
});

describe('the main supervisor', () => {
  test('is held through waits until completion', () => {
    // The first is done at 3; until then the second has none, though a has room.
    const plan = stepwise({ slots: [room('R', 'a', 9), ...dated('b', 1, 0, 2)], mainSupervisors: [{ region: 'R', from: FROM, places: figure(1) }] });
    const trace = runAudited(plan, rosterOf(joining(0, 1)));
    expect(startsOf(trace)).toEqual([0, 3]);
    expect([1, 2].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'main-supervisors': 1 }, { 'main-supervisors': 1 }]);
  });

  test('is free during leave, and taken anew at the placing after it', () => {
    // Leave in 1 … 2; the other starts at 1 and holds the only main supervisor in 1 … 2, so that the first goes on at 3.
    const plan = stepwise({ unlimitedSlots: ['a', 'b'], mainSupervisors: [{ region: 'R', from: FROM, places: figure(1) }] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 1]] }, { joins: 1 }]));
    expect(startsOf(trace)).toEqual([0, 1]);
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 3, 3]]);
    expect(causesAt(plan, trace, 0, 2, trace.betweenCauses)).toEqual({ 'main-supervisors': 1 });
  });
});

describe('leave, block by block', () => {
  test('an interrupted block is a candidate with what is left of it', () => {
    const plan = stepwise({ slots: [room('R', 'a', 1), room('R', 'b', 9)] }, [stretch('a', 2), stretch('b', 3)], { orders: 'free' });
    // b has more room, so it comes first: b in 0, leave in 1, then b again, which is still the roomier one.
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 1]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[B, 0, 0], [B, 2, 3], [A, 4, 5]]);
  });

  test('at a boundary between blocks', () => {
    const plan = stepwise({ unlimitedSlots: ['a', 'b'] }, [stretch('a', 2), stretch('b', 3)]);
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[2, 2]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 1], [B, 4, 6]]);
  });
});

test('in training when the run begins: the present block is reserved whether there is room or not, the rest is placed like everybody’s', () => {
  const plan = stepwise({ slots: [room('R', 'a', 0), ...dated('b', 0, 0, 0, 1)] }, [stretch('a', 2), stretch('b', 3)]);
  const trace = runAudited(plan, rosterOf([], [{ variant: 0, left: 4 }]));
  expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 3, 5]]);
  expect(trace.room[0]).toBe(-60);
  expect(completionsOf(trace)).toEqual([6]);
  expect(seriesOf(plan, trace.between).slice(0, 4)).toEqual([0, 1, 1, 0]);
});
