import { expect, test } from 'vitest';
import { rankWorths } from '../../src/analysis/index.js';
import type { WorthFindings } from '../../src/analysis/index.js';
import { readProjectScenario } from '../support/scenarios.js';
import { askWorth, namesOf } from '../support/worth.js';

/** The five most valuable, singles and bundles. */
const first = (findings: WorthFindings): readonly (readonly [string, number])[] =>
  (['singles', 'bundles'] as const).flatMap((of) => rankWorths(findings.worths, of).filter(({ saved }) => saved.mean > 0).slice(0, 5)).map((worth) => [namesOf(findings, worth), worth.saved.mean] as const);

test.each(['spread', 'first-fit'] as const)('sodra (%s): the five most valuable are the same from attribution as by brute force over every limited pool', { timeout: 400_000 }, async (choice) => {
  const { scenario } = readProjectScenario('sodra');
  const of = { ...scenario, choice, headroom: { ...scenario.headroom, value: 0 } };
  const some = await askWorth(of, { replications: 2, from: 12 * 2027 });
  const all = await askWorth(of, { replications: 2, from: 12 * 2027, isAll: true, isPlain: true });
  const singles = (findings: WorthFindings) => first(findings).filter(([name]) => !name.includes(' + '));
  expect(singles(some)).toEqual(singles(all));
  expect(singles(some).length).toBeGreaterThan(2);
  expect(some.worths.length).toBeLessThan(all.worths.length);
  expect(some.runs.made).toBeLessThan(all.runs.made);
});
