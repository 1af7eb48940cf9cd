import { expect, test } from 'vitest';
import { layDegrees } from '../../src/analysis/degree.js';
import { LATER, NEVER, layTrace } from '../../src/engine/index.js';
import { rosterOf } from '../support/plan.js';
import { pathway, planOf, scenario, stretch } from '../support/scenario.js';

test('a wait counts from the degree; of a later pathway from where the one before led on to it, and of one not begun from nowhere', () => {
  const plan = planOf(scenario(12, { pathways: [pathway('P', [stretch('a', 1)])], streams: [] }));
  const roster = { ...rosterOf([{ joins: 4 }, { joins: LATER }, { joins: LATER }]), degree: Int32Array.of(3, LATER, LATER), delay: Int32Array.of(0, 2, 2) };
  const trace = { ...layTrace(plan, roster, new Int32Array(0), { shares: true, recruits: false, memory: null }), joins: Int32Array.of(4, 9, NEVER) };
  expect(Array.from(layDegrees(roster, trace))).toEqual([3, 7, NEVER]);
});
