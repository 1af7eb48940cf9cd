import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEED, cases } from './random.js';

test('a random case that fails says the seed that shows it again', () => {
  const attempt = () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), (n) => n < 500));
  };
  expect(attempt).toThrow(`seed: ${String(SEED)}`);
  expect(attempt).toThrow('Counterexample: [500]');
});

test('an asynchronous random case that fails says its seed too', async () => {
  const attempt = fc.assert(fc.asyncProperty(fc.boolean(), (yes) => Promise.resolve(yes && !yes)));
  await expect(attempt).rejects.toThrow(`seed: ${String(SEED)}`);
});

test('the same seed gives the same cases', () => {
  expect(fc.sample(fc.integer(), { seed: SEED, numRuns: 5 })).toEqual(fc.sample(fc.integer(), { seed: SEED, numRuns: 5 }));
  expect(cases(200)).toBeGreaterThanOrEqual(200);
});
