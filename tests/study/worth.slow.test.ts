import { describe, expect, test } from 'vitest';
import { isOutdone, rankWorths } from '../../src/analysis/index.js';
import type { Worth, WorthFindings } from '../../src/analysis/index.js';
import { readProjectScenario } from '../support/scenarios.js';
import { askWorth, namesOf } from '../support/worth.js';

/** The five most valuable of those that save waiting, but for bundles that do no more than a part of theirs. */
const first = (findings: WorthFindings, of: 'singles' | 'bundles'): readonly Worth[] =>
  rankWorths(findings.worths, of).filter((worth) => worth.saved.mean > 0 && !isOutdone(findings.worths, worth)).slice(0, 5);

// The headroom as the scenario has it, and none, where slots are short.
describe.each([['spread', 0.15], ['spread', 0], ['first-fit', 0.15], ['first-fit', 0]] as const)('sodra (%s, headroom %s): the five most valuable from attribution and by brute force over every limited pool', (choice, headroom) => {
  test('are the same singles, and bundles of the same regions worth the same in every replication', { timeout: 400_000 }, async () => {
    const { scenario } = readProjectScenario('sodra');
    expect(scenario.headroom.value).toBe(0.15);
    const of = { ...scenario, choice, headroom: { ...scenario.headroom, value: headroom } };
    const some = await askWorth(of, { replications: 2, from: 12 * 2027 });
    const all = await askWorth(of, { replications: 2, from: 12 * 2027, isAll: true, isPlain: true });
    const named = (findings: WorthFindings) => first(findings, 'singles').map((worth) => [namesOf(findings, worth), worth.saved]);
    expect(named(some)).toEqual(named(all));
    expect(named(some).length).toBeGreaterThan(2);
    // Brute force adds to both halves of a block's room, also where one of them is never short: the same bundle with idle pools beside it.
    const [own, brute] = [first(some, 'bundles'), first(all, 'bundles')];
    expect(own.map(({ region, saved }) => [region, saved])).toEqual(brute.map(({ region, saved }) => [region, saved]));
    own.forEach(({ pools }, i) => expect(brute[i]!.pools).toEqual(expect.arrayContaining([...pools])));
    if (headroom === 0) expect(own.length).toBeGreaterThan(2);
    expect(some.worths.length).toBeLessThan(all.worths.length);
    expect(some.runs.made).toBeLessThan(all.runs.made);
  });
});
