import { describe, expect, test } from 'vitest';
import { drawRoster, fingerprint, simulate, toHex } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario, Stream } from '../../src/model/index.js';
import { ALWAYS, perStep, trialThresholds } from '../../src/model/chances.js';
import { bent, places, read, said } from '../input/support.js';

const TWO_THIRDS = Math.round((2 / 3) * ALWAYS);
const scenarioOf = (lines: string, step = 'month'): Scenario => {
  const result = read(bent('seeks: 0.9', `seeks: 0.9\n    ${lines}`).replace('step: month', `step: ${step}`));
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const streamOf = (lines: string): Stream => scenarioOf(lines).streams[0]!;
const lifeOf = (lines: string, step = 'month') => compile(scenarioOf(lines, step)).plan.inflow[0]!.life;

describe('chances of a step', () => {
  test('a month’s chance falls on either of its halves: those that stay through both are as many', () => {
    expect(perStep(0.19, 1)).toBe(0.19);
    expect(perStep(0.19, 2)).toBeCloseTo(0.1, 12);
    expect((1 - perStep(0.3, 2)) ** 2).toBeCloseTo(0.7, 12);
    expect([perStep(0, 2), perStep(1, 2)]).toEqual([0, 1]);
  });

  test('the trial that succeeds first: each with the same chance among those that are left', () => {
    expect(trialThresholds(0.5, 4)).toEqual([ALWAYS / 2, (ALWAYS / 4) * 3, (ALWAYS / 8) * 7, (ALWAYS / 16) * 15]);
    expect(trialThresholds(1, 3)).toEqual([ALWAYS, ALWAYS, ALWAYS]);
    expect(trialThresholds(0, 3)).toEqual([]);
  });
});

describe('giving up', () => {
  test('is a chance a month, with its unit, also in a map', () => {
    expect(streamOf('gives-up: 0.01 per month').givesUp.value).toBe(0.01);
    expect(streamOf('gives-up: { low: 0 per month, likely: 0.02 per month, high: 0.05 per month, quality: assumption, source: gissning }').givesUp).toMatchObject({ value: 0.02, low: 0, high: 0.05, source: 'gissning' });
  });

  test('becomes a threshold for every trial that the run has room for', () => {
    expect(Array.from(lifeOf('gives-up: 0.5 per month').givesUp as Float64Array).slice(0, 2)).toEqual([ALWAYS / 2, (ALWAYS / 4) * 3]);
    expect(lifeOf('gives-up: 0.5 per month').givesUp).toHaveLength(24);
    expect(lifeOf('gives-up: 0.75 per month', 'half-month').givesUp[0]).toBe(ALWAYS / 2);
    expect(lifeOf('gives-up: 0.75 per month', 'half-month').givesUp).toHaveLength(48);
  });
});

describe('part time', () => {
  test('a factor is kept as the fraction that its decimals say', () => {
    const factors = streamOf('part-time: [{ factor: 1.25, share: 0.2 }, { factor: 2, share: 0.01 }, { factor: 1.14, share: 0.1 }]').partTime;
    expect(factors.map(({ numerator, denominator, share }) => [numerator, denominator, share.value])).toEqual([[5, 4, 0.2], [2, 1, 0.01], [57, 50, 0.1]]);
  });

  test('those who are not said to be part time serve full time', () => {
    const life = lifeOf('part-time: [{ factor: 1.25, share: 0.25 }, { factor: 2, share: 0.25 }]');
    expect([life.factorChance, life.factorNumerator, life.factorDenominator].map((column) => Array.from(column as Int32Array))).toEqual([[ALWAYS / 4, ALWAYS / 2, ALWAYS], [5, 2, 1], [4, 1, 1]]);
  });

  test('the slowest that somebody may be decides how far past the run is planned', () => {
    const horizon = (lines: string): number => compile(scenarioOf(lines)).plan.horizon;
    expect(horizon('need: 1')).toBe(24 + 3 + 1);
    expect(horizon('part-time: [{ factor: 1.5, share: 0.1 }]')).toBe(24 + 5 + 2); // 4.5 and 1.5, each half up
    expect(horizon('part-time: [{ factor: 9, share: 0 }]')).toBe(24 + 3 + 1);
  });
});

describe('leaves', () => {
  test('have a share, and a length or several', () => {
    const { leaves } = streamOf('leaves: [{ share: 0.3, length: 6 months }, { share: 0.1, length: [{ of: 3 months, share: 0.5 }, { of: 9 months, share: 0.5 }] }]');
    expect(leaves.map((leave) => [leave.share.value, leave.lengths])).toEqual([[0.3, [{ steps: 6, share: 1 }]], [0.1, [{ steps: 3, share: 0.5 }, { steps: 9, share: 0.5 }]]]);
  });

  test('one that nobody takes keeps its place, so that the next draws its own luck', () => {
    const life = lifeOf('leaves: [{ share: 0, length: 6 months }, { share: 0.6666666666666666, length: 2 months }]');
    expect(life.leaves.map((leave) => leave.chance)).toEqual([0, TWO_THIRDS]);
    expect(lifeOf('leaves: [{ share: 0, length: 6 months }]').leaves).toEqual([]);
  });
});

test('a chance of nothing is the same as no word of it', () => {
  const none = 'gives-up: 0 per month\n    part-time: [{ factor: 2, share: 0 }]\n    leaves: [{ share: 0, length: 6 months }]';
  const print = (lines: string): string => {
    const { plan } = compile(scenarioOf(lines));
    const key = { seed: 7, replication: 0 };
    return toHex(fingerprint(drawRoster(plan, key), simulate(plan, key)));
  };
  expect(print(none)).toBe(print('need: 1'));
});

test('what is warned of changes nothing, or shortens', () => {
  const said = (lines: string): readonly string[] => places(read(bent('seeks: 0.9', `seeks: 0.9\n    ${lines}`)).issues);
  expect(said('part-time: [{ factor: 1, share: 0.5 }]')).toEqual(['14:27 factor-of-one']);
  expect(said('part-time: [{ factor: 0.5, share: 0.5 }]')).toEqual(['14:27 factor-below-one']);
    expect(said('part-time: [{ factor: 80 %, share: 0.5 }]')).toEqual(['14:27 percent-of-full-time']);
});
