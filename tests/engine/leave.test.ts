import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/engine/index.js';
import type { Pathway, Scenario } from '../../src/model/scenario.js';
import { announced, causesAt, completionsOf, leavesOf, rosterOf, runAudited, seriesOf, startsOf, staysOf } from '../support/plan.js';
import { FROM, figure, intakes, pathway, planOf, positions, room, scenario, stretch } from '../support/scenario.js';

const A = 0;
const B = 1;

/** Block a for two months, then block b for three, unless said. */
const ab = (over: Partial<Scenario> = {}, form: Partial<Pathway> = {}): Plan =>
  planOf(scenario(14, { pathways: [pathway('P', [stretch('a', 2), stretch('b', 3)], form)], streams: [], unlimitedSlots: over.slots ? [] : ['a', 'b'], ...over }));

/** Block a alone, for four months. */
const alone = (over: Partial<Scenario>): Plan => planOf(scenario(14, { pathways: [pathway('P', [stretch('a', 4)])], streams: [], ...over }));

describe('when a leave begins and ends', () => {
  test('it begins after the steps served, interrupts the block, and the doctor may go on in the step after it', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 2]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [A, 3, 3], [B, 4, 6]]);
    expect(leavesOf(trace, 0)).toEqual([[1, 2]]);
    expect(completionsOf(trace)).toEqual([7]);
    expect(seriesOf(plan, trace.onLeave).slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect(seriesOf(plan, trace.training).slice(0, 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
    expect(seriesOf(plan, trace.between)).toEqual(new Array(14).fill(0));
  });

  test('at a boundary it falls between the blocks', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[2, 2]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 1], [B, 4, 6]]);
    expect(leavesOf(trace, 0)).toEqual([[2, 3]]);
  });

  test('two that are due at once follow each other', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 2], [1, 1]] }]));
    expect(leavesOf(trace, 0)).toEqual([[1, 2], [3, 3]]);
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [A, 4, 4], [B, 5, 7]]);
  });

  test('steps served are counted through leaves', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 1], [3, 2]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [A, 2, 2], [B, 3, 3], [B, 6, 7]]);
    expect(leavesOf(trace, 0)).toEqual([[1, 1], [4, 5]]);
  });

  test('one who is in training when the run begins counts steps served from there', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([], [{ variant: 0, left: 4, leaves: [[2, 1]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 1, 1], [B, 3, 4]]);
    expect(completionsOf(trace)).toEqual([5]);
  });

  test('one due when all is served, or after the run, never happens', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[5, 3]] }, { joins: 11, leaves: [[4, 1]] }]));
    expect(trace.leaves).toBe(0);
    expect(completionsOf(trace)).toEqual([5, 16]);
  });

  test('one under way when the run ends leaves the completion open', () => {
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 10, leaves: [[3, 9]] }]));
    expect(leavesOf(trace, 0)).toEqual([[13, 21]]);
    expect(staysOf(plan, trace, 0)).toEqual([[A, 10, 11], [B, 12, 12]]);
    expect(completionsOf(trace)).toEqual([null]);
  });

  test('its length is in steps, whatever the personal duration', () => {
    // Half time: a for four steps and b for six; two of a's are served when the leave begins, two are left.
    const plan = ab();
    const trace = runAudited(plan, rosterOf([{ joins: 0, factor: [2, 1], leaves: [[2, 3]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 1], [A, 5, 6], [B, 7, 12]]);
  });
});

describe('what a leave frees, others may take', () => {
  const scarce = { slots: [room('R', 'a', 1), room('R', 'b', 1)] };

  test('the block and the rest of the itinerary are free from its first step', () => {
    // Without the leave the second could not start before step 3, because b is taken in 2 … 4.
    const plan = ab(scarce);
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 4]] }, { joins: 0 }]));
    expect(startsOf(trace)).toEqual([0, 1]);
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [A, 5, 5], [B, 6, 8]]);
    expect(startsOf(runAudited(plan, rosterOf([{ joins: 0 }, { joins: 0 }])))).toEqual([0, 3]);
  });

  test('who comes back to taken places waits, with a cause of its own kind, where the doctor is employed', () => {
    // Back at 3; what is left is one step of a, then b in three steps, and b is taken in 3 … 5: a at 5, b from 6.
    const plan = ab(scarce);
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 2]] }, { joins: 0 }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [A, 5, 5], [B, 6, 8]]);
    expect(seriesOf(plan, trace.between).slice(0, 6)).toEqual([0, 0, 0, 1, 1, 0]);
    expect([3, 4, 5].map((t) => causesAt(plan, trace, 0, t, trace.betweenCauses))).toEqual([{ 'slots/1': 1 }, { 'slots/1': 1 }, {}]);
    expect([1, 2, 3].map((t) => causesAt(plan, trace, 0, t))).toEqual([{}, {}, {}]);
  });

  test('the main supervisor too', () => {
    // Back at 3, while the other has the only main supervisor in 1 … 4.
    const plan = alone({ unlimitedSlots: ['a'], mainSupervisors: [{ region: 'R', from: FROM, places: figure(1) }] });
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 2]] }, { joins: 1 }]));
    expect(startsOf(trace)).toEqual([0, 1]);
    expect(staysOf(plan, trace, 0)).toEqual([[0, 0, 0], [0, 5, 7]]);
    expect(causesAt(plan, trace, 0, 4, trace.betweenCauses)).toEqual({ 'main-supervisors': 1 });
  });

  test('any allowed order of what is left is tried: the interrupted block may come last', () => {
    // The second has a in 1 … 2, so that at 2 only b fits, and the last step of a after it.
    const plan = ab({ slots: [room('R', 'a', 1), room('R', 'b', 9)] }, { orders: 'free' });
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 1]] }, { joins: 1 }]));
    expect(staysOf(plan, trace, 1)).toEqual([[A, 1, 2], [B, 3, 5]]);
    expect(staysOf(plan, trace, 0)).toEqual([[A, 0, 0], [B, 2, 4], [A, 5, 5]]);
  });
});

describe('continuing doctors', () => {
  test('need neither intake nor position', () => {
    const plan = ab({ positions: [positions('R', 'P', 2, 1)] }, { intakes: intakes([3]) });
    const trace = runAudited(plan, rosterOf([{ joins: 0, leaves: [[1, 2]] }]));
    expect(staysOf(plan, trace, 0)).toEqual([[A, 2, 2], [A, 5, 5], [B, 6, 8]]);
  });

  test('come before everybody in a queue, the one whose wait began first, then by rank', () => {
    // Three begin at 0 and go on leave after one step. Then all places are cut until 6, and one is left for three who each need it for three steps.
    // Waits began at 4, 3 and 3; the fourth has stood in the queue since 0.
    const plan = alone({ slots: [room('R', 'a', 3)] });
    const roster = rosterOf([{ joins: 0, leaves: [[1, 3]] }, { joins: 0, leaves: [[1, 2]], rank: 7 }, { joins: 0, leaves: [[1, 2]], rank: 6 }, { joins: 0, rank: 8 }]);
    const trace = runAudited(announced(plan, { known: 1, pool: 0, from: 1, until: 5, places: -3 }, { known: 1, pool: 0, from: 6, places: -2 }), roster);
    expect([0, 1, 2].map((row) => staysOf(plan, trace, row)[1])).toEqual([[0, 12, 14], [0, 9, 11], [0, 6, 8]]);
    expect(startsOf(trace)).toEqual([0, 0, 0, null]);
    expect(causesAt(plan, trace, 0, 5, trace.betweenCauses)).toEqual({ 'slots/0': 3 });
  });
});
