import { describe, expect, test } from 'vitest';
import { CAUSE, WHOLE, addCause, causeCount } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { causesAt, joining, rosterOf, runAudited } from '../support/plan.js';
import { figure, pathway, planOf, room, scenario, stretch, FROM } from '../support/scenario.js';
import type { Scenario } from '../../src/model/scenario.js';

const free = (over: Partial<Scenario>, stretches = [stretch('a', 1), stretch('b', 1)]): Plan =>
  planOf(scenario(4, { pathways: [pathway('P', stretches, { orders: 'free' })], streams: [], ...over }));

/** Causes of the one doctor who joins at step 0, and the pools alone that would have let the doctor start. */
function explained(plan: Plan): { causes: Record<string, number>; sole: number[] } {
  const trace = runAudited(plan, rosterOf(joining(0)));
  return { causes: causesAt(plan, trace, 0, 0), sole: Array.from({ length: plan.pools }, (_, pool) => trace.sole[pool * plan.steps]!) };
}

describe('the smallest sets of pools share the wait', () => {
  test('one pool alone lacks: it has all of it, and is solely binding', () => {
    const plan = free({ slots: [room('R', 'a', 0), room('R', 'b', 9)] });
    expect(explained(plan)).toEqual({ causes: { 'slots/0': 1 }, sole: [1, 0] });
  });

  test('either of two pools would do: each has half, and each is solely binding', () => {
    const opening = (block: string) => [room('R', block, 0), room('R', block, 1, 1)];
    const plan = free({ slots: [...opening('a'), ...opening('b')] });
    expect(explained(plan)).toEqual({ causes: { 'slots/0': 0.5, 'slots/1': 0.5 }, sole: [1, 1] });
  });

  test('slots and supervisors of a block lack together: half each, and neither alone would do', () => {
    const plan = free({ slots: [room('R', 'a', 0), room('R', 'b', 9)], supervisors: [room('R', 'a', 0.5)] });
    expect(explained(plan)).toEqual({ causes: { 'slots/0': 0.5, 'supervisors/0': 0.5 }, sole: [0, 0, 0] });
  });

  test('an order that lacks more pools than another says nothing', () => {
    const plan = free({ slots: [room('R', 'a', 0), room('R', 'b', 0), room('R', 'b', 1, 1)] });
    expect(explained(plan)).toEqual({ causes: { 'slots/0': 1 }, sole: [1, 0] });
  });

  test('the same block twice is one pool', () => {
    const plan = free({ slots: [room('R', 'a', 0), room('R', 'b', 9)] }, [stretch('a', 1), stretch('b', 1), stretch('a', 2)]);
    expect(explained(plan)).toEqual({ causes: { 'slots/0': 1 }, sole: [1, 0] });
  });

  test('main supervisors lack in every order alike', () => {
    const lacks = { mainSupervisors: [{ region: 'R', from: FROM, places: figure(0.5) }] };
    expect(explained(free({ slots: [room('R', 'a', 9), room('R', 'b', 9)], ...lacks }))).toEqual({ causes: { 'main-supervisors': 1 }, sole: [0, 0, 1] });
    expect(explained(free({ slots: [room('R', 'a', 0), room('R', 'b', 9)], ...lacks }))).toEqual({ causes: { 'slots/0': 0.5, 'main-supervisors': 0.5 }, sole: [0, 0, 0] });
  });

  test('a form that loads no main supervisor never waits for one, not even where the pool has run over', () => {
    const light = { ...pathway('P', []), variants: [{ id: 'v', sv: 'v', en: 'v', stretches: [stretch('a', 1)], mainLoad: 0, within: null }, { id: 'w', sv: 'w', en: 'w', stretches: [stretch('b', 3)], mainLoad: 1, within: null }] };
    const plan = planOf(scenario(4, { pathways: [light], streams: [], slots: [room('R', 'a', 1), room('R', 'b', 1)], mainSupervisors: [{ region: 'R', from: FROM, places: figure(0) }] }));
    const trace = runAudited(plan, rosterOf(joining(0), [{ variant: 1, left: 2 }]));
    expect(trace.starts[1]).toBe(0);
  });
});

test('the cause persists to the next intake, and is found anew there', () => {
  const months = { everyStep: false, months: [1, 4], byRegion: [], closes: 0, window: 0 };
  const plan = planOf(scenario(8, { pathways: [pathway('P', [stretch('a', 1), stretch('b', 1)], { intakes: months })], streams: [], slots: [room('R', 'a', 0), room('R', 'a', 1, 1), room('R', 'b', 0)] }));
  const trace = runAudited(plan, rosterOf(joining(0)));
  expect([0, 1, 2, 3, 4].map((t) => causesAt(plan, trace, 0, t))).toEqual([
    { 'slots/0': 0.5, 'slots/1': 0.5 }, { 'slots/0': 0.5, 'slots/1': 0.5 }, { 'slots/0': 0.5, 'slots/1': 0.5 }, { 'slots/1': 1 }, { 'slots/1': 1 },
  ]);
});

describe('a doctor-step is shared without rest', () => {
  const shared = (blocks: number, slots: number, supervisors: number, main: number): number[] => {
    const standing = new Float64Array(CAUSE.blocks + 2 * blocks);
    addCause(standing, 0, blocks, CAUSE.blocks, slots, supervisors, main, 1);
    return Array.from(standing);
  };

  test('one to twelve causes have equal parts', () => {
    for (let n = 1; n <= 12; n++) {
      expect(shared(12, 2 ** n - 1, 0, 0).filter((units) => units > 0)).toEqual(Array.from({ length: n }, () => WHOLE / n));
    }
  });

  test('of thirteen, the first four have one part more: by block as listed, slots before supervisors, main supervisors last', () => {
    const [slots, supervisors] = [[2133, 2133, 2132, 2132, 2132, 2132], [2133, 2133, 2132, 2132, 2132, 2132]];
    expect(shared(6, 0b111111, 0b111111, 1)).toEqual([0, 0, 2132, ...slots, ...supervisors]);
    expect(shared(7, 0b1111111, 0b111110, 1)).toEqual([0, 0, 2132, 2133, 2133, 2133, 2132, 2132, 2132, 2132, 0, 2133, 2132, 2132, 2132, 2132, 0]);
  });

  test('what is taken away is what was given', () => {
    const standing = new Float64Array(CAUSE.blocks + 64);
    for (const sign of [1, -1]) addCause(standing, 0, 32, CAUSE.blocks, -1, 0x7ffffff, 1, sign);
    expect(standing.every((units) => units === 0)).toBe(true);
    expect(causeCount({ blocks: 32 } as Plan)).toBe(67);
  });
});
