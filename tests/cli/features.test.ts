import { expect, test } from 'vitest';
import { featuresIn } from '../../src/cli/features.js';
import { compile } from '../../src/model/index.js';
import { everyRule } from '../support/every-rule.js';
import { pathway, planOf, scenario, stretch } from '../support/scenario.js';

test('the line of what is in use names every rule that the scenario uses, in either language', () => {
  const of = everyRule();
  const { plan } = compile(of);
  expect(featuresIn(of, plan, 'sv')).toEqual([
    'återbud på tjänster', 'tjänster som sparas', 'tjänster efter regel', 'rekrytering före legitimationen', 'former inom en ST-tjänst', 'prov före legitimationen',
    'vikarier bland de väntande', 'sidotjänstgöring', 'former som leder vidare',
  ]);
  expect(featuresIn(of, plan, 'en')).toHaveLength(9);
});

test('it names credit where a pathway gives it, and nothing of the plainest run', () => {
  const plain = scenario(12, { pathways: [pathway('P', [stretch('a', 2)])], streams: [] });
  expect(featuresIn(plain, planOf(plain), 'en')).toEqual([]);
  expect(featuresIn({ ...plain, checks: [] }, planOf(plain), 'en')).toEqual(['checks']);
  const credited = scenario(12, { pathways: [pathway('P', [stretch('a', 2)], { credit: [{ regions: ['R'], share: { value: 0.5, quality: 'assumption', source: '', cell: '' }, less: [{ block: 'a', steps: 1 }] }] })], streams: [] });
  expect(featuresIn(credited, planOf(credited), 'en')).toEqual(['credit']);
});

test('a window that nobody can use is not in use', () => {
  const of = everyRule();
  const late = { ...of, streams: of.streams.map((stream) => ({ ...stream, appliedBefore: { ...stream.appliedBefore, value: 0 } })) };
  const before = 'recruitment before the licence';
  expect([of, late].map((one) => featuresIn(one, compile(one).plan, 'en').includes(before))).toEqual([true, false]);
});

test('nor is a move or an application that nobody can make, a rule that never comes into force, or credit of nobody', () => {
  const of = everyRule();
  const mobile = { ...of.mobile, value: 0 };
  const idle = { ...of, mobile, mobility: { patience: 2, neighbours: [{ region: 'Norr', neighbours: ['Syd'] }] }, applications: { ...of.applications, appliesTo: 1 }, decisions: of.decisions.map((rule) => ({ ...rule, lead: 600 })) };
  const busy = { ...idle, mobile: { ...mobile, value: 0.5 }, decisions: of.decisions };
  const ofBoth = ['positions by rule', 'applications in several regions', 'moving to a neighbour'];
  expect([busy, idle].map((one) => featuresIn(one, compile(one).plan, 'en').filter((feature) => ofBoth.includes(feature)))).toEqual([ofBoth, []]);
  const credit = [{ regions: ['R'], share: { ...mobile }, less: [{ block: 'a', steps: 1 }] }];
  const credited = scenario(12, { pathways: [pathway('P', [stretch('a', 2)], { credit })], streams: [] });
  expect(featuresIn(credited, planOf(credited), 'en')).toEqual([]);
});
