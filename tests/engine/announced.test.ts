import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { announced, causesAt, joining, rosterOf, runAudited, startsOf, staysOf } from '../support/plan.js';
import { pathway, planOf, room, scenario, stretch } from '../support/scenario.js';

const line = (over: Partial<Scenario>, stretches = [stretch('a', 4)]): Plan => planOf(scenario(10, { pathways: [pathway('P', stretches, { orders: 'free' })], streams: [], ...over }));
const placesLeft = (plan: Plan, room: ArrayLike<number>, pool: number, steps: number): number[] => Array.from({ length: steps }, (_, t) => room[pool * plan.horizon + t]! / 60);

describe('a change that becomes known in the run', () => {
  const slots = [room('R', 'a', 1)];

  test('a cut: itineraries of before are kept and run over, later ones see it', () => {
    // One place, none from step 4, known at 2. The first has reserved 1 … 4 already; the second never fits.
    const plan = announced(line({ slots }), { known: 2, pool: 0, from: 4, places: -1 });
    const trace = runAudited(plan, rosterOf(joining(1, 2)));
    expect(startsOf(trace)).toEqual([1, null]);
    expect(placesLeft(plan, trace.room, 0, 7)).toEqual([1, 0, 0, 0, -1, 0, 0]);
  });

  test('the same cut known from the beginning lets nobody in', () => {
    const trace = runAudited(line({ slots: [...slots, room('R', 'a', 0, 4)] }), rosterOf(joining(1, 2)));
    expect(startsOf(trace)).toEqual([null, null]);
  });

  test('a cut that holds for some steps: who comes after it is placed', () => {
    const plan = announced(line({ slots }), { known: 1, pool: 0, from: 3, until: 5, places: -1 });
    expect(startsOf(runAudited(plan, rosterOf(joining(1))))).toEqual([6]);
  });

  test('more room: no itinerary counts on it before it is known, all do from then on', () => {
    // Two months of a, then two of b, which opens at 5: known from the beginning the doctor could start at 3.
    const stretches = [stretch('a', 2), stretch('b', 2)];
    const of = (known: number): Plan => announced({ ...line({ slots: [room('R', 'a', 1), room('R', 'b', 0)] }, stretches), choice: 'first-fit' }, { known, pool: 1, from: 5, places: 1 });
    expect([1, 3, 4, 5].map((known) => startsOf(runAudited(of(known), rosterOf(joining(0))))[0])).toEqual([3, 3, 4, 5]);
  });

  test('supervisors and main supervisors, and two changes of one pool, add up', () => {
    const plan = line({ unlimitedSlots: ['a'], supervisors: [room('R', 'a', 2)] }, [stretch('a', 1)]);
    const trace = runAudited(announced(plan, { known: 2, pool: 0, from: 3, places: -1 }, { known: 4, pool: 0, from: 5, places: -1 }), rosterOf(joining(...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0])));
    expect(startsOf(trace)).toEqual([0, 0, 1, 1, 2, 2, 3, 4, null, null]);
  });

  test('step by step a block sees a cut known before it, and is kept when it was not', () => {
    const plan = { ...announced(line({ slots: [room('R', 'a', 1), room('R', 'b', 1)] }, [stretch('a', 2), stretch('b', 2)]), { known: 1, pool: 0, from: 1, places: -1 }, { known: 1, pool: 1, from: 3, until: 4, places: -1 }), mode: 'step' as const };
    const trace = runAudited(plan, rosterOf(joining(0)));
    expect(staysOf(plan, trace, 0)).toEqual([[0, 0, 1], [1, 5, 6]]);
    expect(causesAt(plan, trace, 0, 2, trace.betweenCauses)).toEqual({ 'slots/1': 1 });
  });
});

describe('crowding load', () => {
  const crowded = (plan: Plan, pool: number, from: number, until: number, places: number): Plan => {
    const crowding = new Int32Array(plan.pools * plan.horizon);
    return { ...plan, crowding: crowding.fill(60 * places, pool * plan.horizon + from, pool * plan.horizon + until + 1) };
  };

  test('takes room in its steps like a reservation known beforehand', () => {
    const plan = crowded(line({ slots: [room('R', 'a', 2)] }, [stretch('a', 2)]), 0, 2, 3, 1);
    // At 1 an itinerary meets the one place of step 2; at 3 the place is free again and so is the second from 4 on.
    expect(startsOf(runAudited(plan, rosterOf(joining(1, 1, 1, 1))))).toEqual([1, 3, 4, 5]);
  });

  test('above capacity it makes the pool run over by itself, and nobody is placed there', () => {
    const plan = crowded(line({ slots: [room('R', 'a', 1)] }, [stretch('a', 1)]), 0, 2, 4, 3);
    const trace = runAudited(plan, rosterOf(joining(2)));
    expect(startsOf(trace)).toEqual([5]);
    expect(placesLeft(plan, trace.room, 0, 6)).toEqual([1, 1, -2, -2, -2, 0]);
    expect(causesAt(plan, trace, 0, 3)).toEqual({ 'slots/0': 1 });
  });

  test('spread looks at what it leaves', () => {
    const plan = line({ slots: [room('R', 'a', 5), room('R', 'b', 4)] }, [stretch('a', 1), stretch('b', 1)]);
    const first = (of: Plan): number => staysOf(of, runAudited(of, rosterOf(joining(0))), 0)[0]![0];
    // Three rotations in a at step 1 leave two places there: b, a would have 2, a, b has 4.
    expect(first(crowded(plan, 0, 1, 1, 3))).toBe(0);
    // At step 0 instead, a, b would have 2.
    expect(first(crowded(plan, 0, 0, 0, 3))).toBe(1);
  });
});
