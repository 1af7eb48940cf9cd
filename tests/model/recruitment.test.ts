import { expect, test } from 'vitest';
import { compile, type Scenario } from '../../src/model/index.js';
import { GOOD, bent, read, said } from '../input/support.js';

const ALWAYS = 4_294_967_296;

const scenarioOf = (text: string): Scenario => {
  const result = read(text);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const planWith = (text: string) => compile(scenarioOf(text)).plan;
const positions = (more: string): string => bent('positions: unlimited', `positions: { by-region: { Norr: { AT: 4 }, Syd: { AT: 4 } }, ${more} }`);

test('no-shows, offers beyond the positions, the reserve list and what is carried are said of all, of a pathway, or of its regions', () => {
  const plan = planWith(positions('no-shows: 0.25, over-offer: { AT: 0.1 }, reserve: { AT: { Syd: 3 } }, carry: { AT: { Norr: true } }'));
  expect(Array.from(plan.offerHolds)).toEqual([0.75 * ALWAYS, 0.75 * ALWAYS]);
  expect(Array.from(plan.overOffer)).toEqual([100, 100]);
  expect(Array.from(plan.reserveOffers)).toEqual([0, 3]);
  expect(Array.from(plan.carries)).toEqual([1, 0]);
});

test('what is said of one region leaves the others alone, and the luck of an offer hangs on its region and pathway', () => {
  const plan = planWith(positions('no-shows: { AT: { Syd: 0.5 } }'));
  expect(Array.from(plan.offerHolds)).toEqual([ALWAYS, ALWAYS / 2]);
  expect(new Set(Array.from(plan.queueHash)).size).toBe(2);
  expect(Array.from(plan.queueHash)).toEqual(Array.from(planWith(GOOD).queueHash));
});

test('where positions are unlimited nothing is missed, carried or decided', () => {
  const plan = planWith(positions('no-shows: 0.5, carry: true, decide: [{ months: [2], lead: 1 months, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]').replace('Norr: { AT: 4 }', 'Norr: { AT: unlimited }'));
  expect(Array.from(plan.offerHolds)).toEqual([ALWAYS, ALWAYS / 2]);
  expect(Array.from(plan.carries)).toEqual([0, 1]);
  expect(plan.rules.map(({ queue }) => queue)).toEqual([1]);
});

test('a change that makes positions unlimited takes away their rule and their no-shows', () => {
  const rule = 'decide: [{ months: [2], lead: 1 months, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]';
  const base = positions(`no-shows: 0.5, ${rule}`);
  const result = read('extends: base.yaml\nname: open\nchanges: [{ set: positions, to: unlimited }]\n', { 'base.yaml': base });
  if (!result.ok) throw new Error(said(result.issues));
  const { plan } = compile(result.value.scenario);
  expect(Array.from(plan.offerHolds)).toEqual([ALWAYS, ALWAYS]);
  expect(plan.rules).toEqual([]);
});

test('a rule is decided in the first step of its months, for each queue that it is about', () => {
  const text = positions('decide: [{ where: { region: [Syd] }, months: [8, 2], lead: 3 half-months, floor: 1, ceiling: 9, lines: [{ vacant-above: 3, change: -2 }, { class-above: 10, change: 4 }] }]');
  const [rule, ...others] = planWith(text.replace('step: month', 'step: half-month')).rules;
  expect(others).toEqual([]);
  expect({ ...rule, steps: Array.from(rule!.steps) }).toEqual({
    queue: 1,
    steps: [2, 14, 26, 38],
    lead: 3,
    year: 24,
    floor: 1,
    ceiling: 9,
    lines: [{ reads: 'vacant', above: 3, change: -2 }, { reads: 'class', above: 10, change: 4 }],
  });
});

test('a stream at a rate goes on past the run by the window, where some apply before their degree, and room is known for as long', () => {
  const rate = bent('cohorts: [{ month: 2026-01, number: 4 }]', 'rate: { per-year: 24, law: poisson }');
  const window = (months: number, applied: number): readonly number[] => {
    const plan = planWith(rate.replace('intakes: every-step', `intakes: { months: [3, 9], window: ${months} months }`).replace('seeks: 0.9', `applied-before: ${applied}`));
    return [plan.inflow.at(-1)!.cohort - 12 * 2027, plan.horizon];
  };
  expect([window(0, 0.5), window(3, 0), window(3, 0.5)]).toEqual([[11, 24 + 4], [11, 24 + 4], [14, 24 + 3 + 4]]);
});

test('a window and late licences are whole steps; those of whom nothing is said have theirs in time', () => {
  const text = bent('intakes: every-step', 'intakes: { months: [3, 9], closes: 4 months, window: 2 months }').replace('seeks: 0.9', 'applied-before: 0.5\n    licence-late: [{ of: 1 months, share: 0.25 }, { of: 3 months, share: 0.25 }]');
  const plan = planWith(text);
  expect(Array.from(plan.windowSteps)).toEqual([2]);
  expect(Array.from(plan.inflow[0]!.lateSteps)).toEqual([1, 3, 0]);
  expect(Array.from(plan.inflow[0]!.lateChance)).toEqual([ALWAYS / 4, ALWAYS / 2, ALWAYS]);
  expect(Array.from(planWith(GOOD).inflow[0]!.lateSteps)).toEqual([]);
});
