import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { causesAt, completionsOf, rosterOf, runAudited, seriesOf, startsOf, staysOf } from '../support/plan.js';
import { FROM, figure, intakes, pathway, planOf, positions, region, room, scenario, stretch, variant } from '../support/scenario.js';

const REGIONS = ['N', 'S', 'T'];

/** Three regions; whose doctors look where, after how many steps, is said by number of region. */
const among = (patienceSteps: number, neighbours: readonly (readonly number[])[], over: Partial<Scenario> = {}): Plan => ({
  ...planOf(scenario(10, { regions: REGIONS.map(region), pathways: [pathway('P', [stretch('a', 2)])], streams: [], ...over })),
  patienceSteps,
  neighbours: { from: Int32Array.of(0, ...neighbours.map((_, r) => neighbours.slice(0, r + 1).flat().length)), values: Int32Array.from(neighbours.flat()) },
});

const NORTH_TO_SOUTH = [[1], [], []];
const onlyIn = (r: string, places = 9) => ({ slots: [room(r, 'a', places)] });

describe('who moves', () => {
  test('a mobile doctor who has waited as long as patience lasts starts with a neighbour, who is the employer from then on', () => {
    const plan = among(3, NORTH_TO_SOUTH, onlyIn('S'));
    const trace = runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }, { joins: 0 }, { joins: 1, mobile: 1 }]));
    expect(startsOf(trace)).toEqual([3, null, 4]);
    expect(Array.from(trace.region)).toEqual([1, -1, 1]);
    expect(seriesOf(plan, trace.queue, 0).slice(0, 5)).toEqual([2, 3, 3, 2, 1]);
    expect(seriesOf(plan, trace.training, 1).slice(2, 7)).toEqual([0, 1, 2, 1, 0]);
    expect(causesAt(plan, trace, 0, 2)).toEqual({ 'slots/0': 3 });
  });

  test('patience of no step: the same step; none that lasts the run: nobody moves', () => {
    expect(startsOf(runAudited(among(0, NORTH_TO_SOUTH, onlyIn('S')), rosterOf([{ joins: 0, mobile: 1 }])))).toEqual([0]);
    expect(startsOf(runAudited(among(10, NORTH_TO_SOUTH, onlyIn('S')), rosterOf([{ joins: 0, mobile: 1 }])))).toEqual([null]);
    expect(startsOf(runAudited(among(-1, NORTH_TO_SOUTH, onlyIn('S')), rosterOf([{ joins: 0, mobile: 1 }])))).toEqual([null]);
  });

  test('the wait from before the run counts', () => {
    expect(startsOf(runAudited(among(4, NORTH_TO_SOUTH, onlyIn('S')), rosterOf([{ joins: -3, mobile: 1, appliedBefore: 1 }])))).toEqual([1]);
  });

  test('no intake at home is needed; until then the doctor awaits one', () => {
    const form = pathway('P', [stretch('a', 2)], { intakes: intakes([10], 0, [{ region: 'S', months: [1, 3, 5, 7, 9] }]) });
    const plan = among(3, NORTH_TO_SOUTH, { pathways: [form], unlimitedSlots: ['a'] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }]));
    expect(startsOf(trace)).toEqual([4]);
    expect([0, 3, 4].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'awaiting-intake': 1 }, { 'awaiting-intake': 1 }, {}]);
  });

  test('the closing date holds there too', () => {
    const form = pathway('P', [stretch('a', 2)], { intakes: intakes([10], 5, [{ region: 'S', months: [1, 4, 7] }]) });
    const plan = among(3, NORTH_TO_SOUTH, { pathways: [form], unlimitedSlots: ['a'] });
    expect(startsOf(runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }, { joins: 0, mobile: 1, appliedBefore: 1 }])))).toEqual([6, 3]);
  });
});

describe('where, and in which order', () => {
  test('neighbours are tried in order: an intake, a position, an itinerary that fits', () => {
    const slots = ['S', 'T'].map((r) => room(r, 'a', 9));
    const moved = (over: Partial<Scenario>, order = [1, 2]) => Array.from(runAudited(among(1, [order, [], []], over), rosterOf([{ joins: 0, mobile: 1 }])).region);
    expect(moved({ slots })).toEqual([1]);
    expect(moved({ slots }, [2, 1])).toEqual([2]);
    expect(moved({ slots: slots.slice(1) })).toEqual([2]);
    expect(moved({ slots, positions: [positions('T', 'P', 1, 1)] })).toEqual([2]);
    expect(moved({ slots, pathways: [pathway('P', [stretch('a', 2)], { intakes: intakes([2], 0, [{ region: 'S', months: [1, 3] }]) })] })).toEqual([2]);
  });

  test('the list of starts is gone through first: own doctors of the neighbour come before who moves', () => {
    // One place in S, two steps each: S's own doctor, who joins at 3, comes before the one from N, who has waited since 0.
    const plan = among(3, NORTH_TO_SOUTH, onlyIn('S', 1));
    expect(startsOf(runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }, { joins: 3, region: 1 }])))).toEqual([5, 3]);
  });

  test('of those who move, the longest wait first, whatever the discipline of the list, then the rank', () => {
    const plan = { ...among(2, NORTH_TO_SOUTH, onlyIn('S', 1)), discipline: 'weighted' as const, weight: 0 };
    // Rows come in order of joining: the two of step 0, by rank 3 and 9, then the one of step 1.
    const trace = runAudited(plan, rosterOf([{ joins: 0, mobile: 1, rank: 9 }, { joins: 0, mobile: 1, rank: 3 }, { joins: 1, mobile: 1, rank: 0 }]));
    expect(startsOf(trace)).toEqual([4, 2, 6]);
  });

  test('a position left is taken', () => {
    const plan = among(0, NORTH_TO_SOUTH, { unlimitedSlots: ['a'], positions: [positions('S', 'P', 1, 2)] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }, { joins: 0, mobile: 1 }, { joins: 0, region: 1 }]));
    expect(startsOf(trace)).toEqual([1, null, 1]);
    expect(trace.room[plan.positionsPool[1]! * plan.horizon + 1]).toBe(0);
  });
});

test('the variant is by the shares of the region that employs, at the step of joining, by the same draw', () => {
  const variants = [variant('long', [stretch('a', 4)]), variant('short', [stretch('a', 2)])];
  const shares = (r: string, long: number, month = 0) => variants.map((v, i) => ({ region: r, from: FROM + month, variant: v.id, share: figure(i === 0 ? long : 1 - long) }));
  const form = pathway('P', [], { variants, variantOf: [...shares('N', 1), ...shares('S', 0), ...shares('S', 1, 2), ...shares('T', 0)] });
  const plan = among(3, NORTH_TO_SOUTH, { pathways: [form], ...onlyIn('S') });
  expect(completionsOf(runAudited(plan, rosterOf([{ joins: 0, mobile: 1 }, { joins: 2, mobile: 1 }])))).toEqual([5, 9]);
});

test('leave and what follows is with the employer', () => {
  const plan = among(1, NORTH_TO_SOUTH, onlyIn('S', 1));
  const trace = runAudited(plan, rosterOf([{ joins: 0, mobile: 1, leaves: [[1, 1]] }, { joins: 2, region: 1 }]));
  expect(staysOf(plan, trace, 0)).toEqual([[0, 1, 1], [0, 4, 4]]);
  expect(seriesOf(plan, trace.onLeave, 1)[2]).toBe(1);
  expect(causesAt(plan, trace, 1, 3, trace.betweenCauses)).toEqual({ 'slots/0': 1 });
});
