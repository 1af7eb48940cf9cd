import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactDivisor, interactions, marginals, roundTogether, shapley } from '../../../src/analysis/index.js';
import { cases } from '../../support/random.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Values of every subset of 1 to 6 groups: whole, the empty one too. */
const anyGame = fc.integer({ min: 1, max: 6 }).chain((groups) => fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2 ** groups, maxLength: 2 ** groups }));

describe('contributions', () => {
  test('of the glove game, worked by hand: two left gloves and a right one give 1/6, 1/6 and 4/6', () => {
    const pair = [0, 0, 0, 0, 0, 1, 1, 1]; // bits: left, left, right
    expect(shapley(pair)).toEqual([1, 1, 4]);
    expect(exactDivisor(3)).toBe(6);
  });

  test('of the runway game, worked by hand: planes that need 1, 2 and 3 units pay 2/6, 5/6 and 11/6', () => {
    const cost = [0, 1, 2, 2, 3, 3, 3, 3];
    expect(shapley(cost)).toEqual([2, 5, 11]);
  });

  test('sum to the whole to the last digit, whatever the values are', () => {
    fc.assert(
      fc.property(anyGame, (values) => {
        const parts = shapley(values);
        expect(parts.every(Number.isSafeInteger)).toBe(true);
        expect(sum(parts)).toBe(exactDivisor(parts.length) * (values.at(-1)! - values[0]!));
      }),
      { numRuns: cases(500) },
    );
  });

  test('are 0 for a group that adds nothing to any subset, and equal for two that add alike', () => {
    // The third adds nothing; the first two are alike.
    expect(shapley([0, 5, 5, 12, 0, 5, 5, 12])).toEqual([36, 36, 0]);
  });

  test('in every single order sum to the whole', () => {
    const value = [10, 13, 9, 20, 11, 15, 16, 31];
    const at = (order: readonly number[]) => (made: number): number => value[order.slice(0, made).reduce((bits, group) => bits | (1 << group), 0)]!;
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) expect(sum(marginals(order, at(order)))).toBe(21);
    expect(marginals([2, 0, 1], at([2, 0, 1]))).toEqual([4, 16, 1]);
  });

  test('of two together beyond each alone are 0 where effects add, and found where they do not', () => {
    expect(interactions([7, 9, 12, 14]).map(({ value }) => value)).toEqual([0]);
    expect(interactions([0, 1, 2, 10, 0, 1, 2, 10])).toEqual([{ pair: [0, 1], value: 7 }, { pair: [0, 2], value: 0 }, { pair: [1, 2], value: 0 }]);
  });
});

describe('numbers shown together', () => {
  test('sum to the shown whole, each within one unit of itself', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 2 }), fc.double({ min: -500, max: 500, noNaN: true }), (parts, decimals, level) => {
        const unit = 10 ** decimals;
        const shown = (value: number): number => Math.round(value * unit);
        const whole = (shown(level + sum(parts)) - shown(level)) / unit;
        const rounded = roundTogether(parts, whole, decimals);
        expect(sum(rounded.map((part) => Math.round(part * unit)))).toBe(Math.round(whole * unit) + 0);
        rounded.forEach((part, i) => expect(Math.abs(part - parts[i]!)).toBeLessThan(2 / unit));
      }),
      { numRuns: cases(500) },
    );
  });
});
