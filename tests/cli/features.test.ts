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
