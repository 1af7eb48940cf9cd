import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import { NEVER } from '../../src/engine/index.js';
import type { Pathway, Scenario } from '../../src/model/scenario.js';
import { causesAt, rosterOf, runAudited, seriesOf, startsOf } from '../support/plan.js';
import type { Doctor } from '../support/plan.js';
import { intakes, pathway, planOf, positions, region, scenario, stretch } from '../support/scenario.js';

/** Intakes in March and September (steps 2 and 8), no positions unless said. */
const one = (over: Partial<Scenario> = {}, form: Partial<Pathway> = {}): Plan =>
  planOf(scenario(12, { pathways: [pathway('P', [stretch('a', 1)], { intakes: intakes([3, 9]), ...form })], streams: [], unlimitedSlots: ['a'], positions: [], ...over }));

/** When the doctors gave up, row by row; null = never. */
const gaveUp = (plan: Plan, ...doctors: readonly Doctor[]): (number | null)[] => Array.from(runAudited(plan, rosterOf(doctors)).gaveUp, (t) => (t === NEVER ? null : t));

describe('when a doctor gives up', () => {
  test('the first trial is in the step after the first intake in which the doctor stood', () => {
    expect(gaveUp(one(), { joins: 0, givesUp: 1 }, { joins: 0 }, { joins: 2, givesUp: 1 }, { joins: 2, givesUp: 4 }, { joins: 3, givesUp: 1 })).toEqual([3, null, 3, 6, 9]);
  });

  test('an intake missed by the closing date is not one; who applied before the degree stood in it', () => {
    expect(gaveUp(one({}, { intakes: intakes([3, 9], 2) }), { joins: 1, givesUp: 1 }, { joins: 1, givesUp: 1, appliedBefore: 1 })).toEqual([9, 3]);
  });

  test('a doctor who waited when the run began has stood in one: the first trial is in the first step', () => {
    const plan = one();
    const roster = rosterOf([{ joins: -1, givesUp: 1, appliedBefore: 1 }, { joins: -4, givesUp: 3, appliedBefore: 1 }, { joins: 0, givesUp: 1, appliedBefore: 1 }]);
    const trace = runAudited(plan, roster);
    expect(Array.from(trace.gaveUp)).toEqual([2, 0, 3]);
    expect(seriesOf(plan, trace.arrived)[0]).toBe(3);
    expect(seriesOf(plan, trace.queue).slice(0, 4)).toEqual([2, 2, 1, 0]);
    expect(seriesOf(plan, trace.left).slice(0, 4)).toEqual([1, 0, 1, 1]);
  });

  test('one who seeks other regions too may have stood in an intake there', () => {
    // S has intakes in February and December; its only position is the one in December. Home has March and September.
    const of = pathway('P', [stretch('a', 1)], { intakes: intakes([3, 9], 0, [{ region: 'S', months: [2, 12] }]) });
    const plan = one({ regions: [region('N'), region('S')], pathways: [of], positions: [positions('S', 'P', 11, 1)], applications: { appliesTo: 1, deter: 0, ownFirst: false, attraction: [] } });
    expect(gaveUp(plan, { joins: 0, givesUp: 1, mobile: 1 }, { joins: 0, givesUp: 1 })).toEqual([2, 3]);
  });

  test('it comes before the starts of the step, so that who is to leave then takes no position', () => {
    const plan = one({ positions: [positions('R', 'P', 8, 1)] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, givesUp: 6 }, { joins: 0, rank: 9 }, { joins: 5, givesUp: 1 }]));
    expect(Array.from(trace.gaveUp.subarray(0, 1))).toEqual([8]);
    expect(startsOf(trace)).toEqual([null, 8, null]);
  });

  test('only in a queue: who has started does not', () => {
    const plan = one({ positions: [positions('R', 'P', 2, 1)] });
    expect(gaveUp(plan, { joins: 0, givesUp: 1 })).toEqual([null]);
  });
});

test('who leaves has not waited that step: neither queue nor cause has it', () => {
  const plan = one();
  const trace = runAudited(plan, rosterOf([{ joins: 0, givesUp: 2 }]));
  expect(seriesOf(plan, trace.queue).slice(0, 5)).toEqual([1, 1, 1, 1, 0]);
  expect(seriesOf(plan, trace.left).slice(0, 5)).toEqual([0, 0, 0, 0, 1]);
  expect([1, 3, 4].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'awaiting-intake': 1 }, { positions: 1 }, {}]);
});

test('the place in the list goes to the next one', () => {
  // One position at each intake; the first in the list leaves between them.
  const plan = one({ positions: [positions('R', 'P', 2, 1), positions('R', 'P', 8, 1)] });
  const roster = rosterOf([{ joins: 0 }, { joins: 0, givesUp: 1 }, { joins: 1 }]);
  expect(startsOf(runAudited(plan, roster))).toEqual([2, null, 8]);
});
