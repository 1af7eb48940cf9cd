import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { isSameColumn } from '../../src/base/index.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const columns = fc.tuple(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 6 }), fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 6 }), fc.integer({ min: 0, max: 2 }));

/** The second is a part of a longer column, as tables that are used again are. */
const laid = (one: readonly number[], other: readonly number[], before: number): readonly [Int32Array, Int32Array] => [Int32Array.from(one), Int32Array.from([...Array<number>(before).fill(9), ...other, 9]).subarray(before, before + other.length)];

test.each(['where the machine compares by itself', 'where it does not'])('columns are the same when they hold the same numbers: %s', (where) => {
  if (where === 'where it does not') vi.stubGlobal('Buffer', undefined);
  fc.assert(
    fc.property(columns, ([one, other, before]) => {
      expect(isSameColumn(...laid(one, other, before))).toBe(one.length === other.length && one.every((value, i) => value === other[i]));
      expect(isSameColumn(...laid(one, one, before))).toBe(true);
    }),
  );
});
