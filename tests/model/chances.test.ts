import { expect, test } from 'vitest';
import { ALWAYS, poissonThresholds, threshold, thresholds } from '../../src/model/chances.js';

test('a probability is a 32-bit threshold, to nearest: 0 never, 1 always', () => {
  expect([0, 1, 0.5, 1 / 3, 2 ** -34, 2 ** -32].map(threshold)).toEqual([0, ALWAYS, 2 ** 31, 1431655765, 0, 1]);
});

test('shares become cumulative thresholds; a share of 0 is never taken, and the last takes what rounding leaves', () => {
  expect(thresholds([0.25, 0, 0.75])).toEqual([2 ** 30, 2 ** 30, ALWAYS]);
  const tenths = thresholds(Array.from({ length: 11 }, (_, i) => (i < 10 ? 0.1 : 0)));
  expect(tenths[9]).toBe(ALWAYS);
  expect(thresholds([])).toEqual([]);
});

/** Cumulative Poisson probabilities by logarithms, another way than the engine's. */
function cumulative(mean: number, k: number): number {
  let sum = 0;
  for (let n = 0, log = -mean; n <= k; n++, log += Math.log(mean / n)) sum += Math.exp(log);
  return sum;
}

test.each([0.001, 0.75, 3.5, 20, 64])('Poisson counts of mean %s: every threshold is that of the law, to the last of 2³²', (mean) => {
  const parts = poissonThresholds(mean);
  expect(parts).toHaveLength(1);
  parts[0]!.forEach((found, k) => expect(Math.abs(found - cumulative(mean, k) * ALWAYS)).toBeLessThanOrEqual(1.001));
  expect(parts[0]!.at(-1)).toBe(ALWAYS);
});

test('a large mean is drawn in equal parts', () => {
  const parts = poissonThresholds(200);
  expect(parts).toHaveLength(4);
  expect(parts[3]).toEqual(poissonThresholds(50)[0]);
});
