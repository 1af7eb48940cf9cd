import fc from 'fast-check';
import { max, mean, min, sampleVariance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { addToSample, laySample, summariseCell } from '../../src/analysis/index.js';
import type { Sample, Summary } from '../../src/analysis/index.js';
import { studentT } from '../../src/analysis/student-t.js';
import { cases } from '../support/random.js';

/** One list of values a cell, NaN where a replication has none, gathered for so many replications. */
function gather(cells: readonly (readonly number[])[], replications: number): Sample {
  const sample = laySample(cells.length, replications);
  for (let i = 0; i < replications; i++) addToSample(sample, Float64Array.from(cells, (values) => values[i]!));
  return sample;
}

const summaryOf = (values: readonly number[]): Summary | null => summariseCell(gather([values], values.length), 0);

/** A quantile of type 7, as it is defined: between the values at (n − 1)p, all of them in order. */
function type7(values: readonly number[], p: number): number {
  const order = values.toSorted((a, b) => a - b);
  const place = (order.length - 1) * p;
  const below = order[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * (order[Math.ceil(place)]! - below);
}

const close = (found: number, due: number, values: readonly number[], what: string): void => {
  const scale = Math.max(...values.map(Math.abs), 1e-300);
  expect(Math.abs(found - due), `${what}: ${found}, due ${due}`).toBeLessThanOrEqual(1e-12 * scale * Math.sqrt(values.length));
};

const anyNumber = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const tied = fc.constantFrom(0, -0, 1, 1.5, 2, -3, 1 / 3);
const missing = fc.constant(NaN);
const column = (replications: number): fc.Arbitrary<number[]> => {
  const of = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: replications, maxLength: replications, size: 'max' });
  return fc.oneof(of(anyNumber), of(tied), of(fc.oneof({ weight: 3, arbitrary: anyNumber }, { weight: 1, arbitrary: missing })), of(fc.oneof(tied, missing)));
};
const table = fc.integer({ min: 1, max: 400 }).chain((replications) => fc.tuple(fc.constant(replications), fc.array(column(replications), { minLength: 1, maxLength: 3 })));

test('a cell says of its values, whichever are missing or tied, what statistics over all of them at once say', () => {
  fc.assert(
    fc.property(table, ([replications, cells]) => {
      const sample = gather(cells, replications);
      for (const [cell, all] of cells.entries()) {
        const values = all.filter((value) => !Number.isNaN(value));
        const found = summariseCell(sample, cell);
        expect(found === null).toBe(values.length === 0);
        if (found === null) continue;
        expect(found.n).toBe(values.length);
        close(found.mean, mean(values), values, 'mean');
        const error = values.length === 1 ? 0 : studentT(values.length) * Math.sqrt(sampleVariance(values) / values.length);
        expect(Math.abs(found.halfWidth - error)).toBeLessThanOrEqual(1e-6 * Math.max(error, ...values.map(Math.abs)));
        const hasQuantiles = values.length >= 20;
        expect(found.span).toBe(hasQuantiles ? 'p05–p95' : 'range');
        close(found.low, hasQuantiles ? type7(values, 0.05) : min(values), values, 'low');
        close(found.high, hasQuantiles ? type7(values, 0.95) : max(values), values, 'high');
        for (const number of [found.mean, found.low, found.high, found.halfWidth]) expect(Object.is(number, -0), 'a zero has no sign').toBe(false);
      }
    }),
    { numRuns: cases(60, 600) },
  );
});

test('a cell that is the same in every replication has it as mean to the last bit, and an interval of no width', () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 1, max: 400 }), fc.boolean(), (value, n, hasGaps) => {
      const values = Array.from({ length: n }, (_, i) => (hasGaps && i % 3 === 1 ? NaN : value));
      expect(summaryOf(values)).toMatchObject({ mean: 0 + value, halfWidth: 0, low: 0 + value, high: 0 + value });
    }),
    { numRuns: cases(200) },
  );
});

test('every number of replications from 1 to 400 keeps enough of the lowest and highest values, also where all have one', () => {
  for (let n = 1; n <= 400; n++) {
    const values = Array.from({ length: n }, (_, i) => (i * 7919) % 1009);
    const found = summaryOf(values)!;
    expect([found.low, found.high], String(n)).toEqual(n < 20 ? [min(values), max(values)] : [expect.closeTo(type7(values, 0.05), 9), expect.closeTo(type7(values, 0.95), 9)]);
  }
});

describe('a zero is shown without a sign', () => {
  test.each([1, 2, 19, 20, 21, 400])('of %i replications', (n) => {
    const { mean: middle, low, high } = summaryOf(Array.from({ length: n }, () => -0))!;
    expect([middle, low, high].map((value) => Object.is(value, 0))).toEqual([true, true, true]);
  });
});

test('values much larger than their spread keep it', () => {
  const values = Array.from({ length: 100 }, (_, i) => 1e9 + (i % 10) / 1000);
  const found = summaryOf(values)!;
  expect(found.halfWidth / (studentT(100) * Math.sqrt(sampleVariance(values) / 100))).toBeCloseTo(1, 6);
});
