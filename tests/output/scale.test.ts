import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTicks, spread, yearTicks } from '../../src/output/drawing/scale.js';

describe('axes and labels', () => {
  it('ends an axis at a round value at or above the largest', () => {
    expect(roundTicks(0)).toEqual([0, 1]);
    expect(roundTicks(1476)).toEqual([0, 500, 1000, 1500]);
    expect(roundTicks(0.3).at(-1)).toBeGreaterThanOrEqual(0.3);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (largest) => {
        const ticks = roundTicks(largest);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
        expect(ticks.at(-2)).toBeLessThan(largest);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('marks years that begin before the end, thinned', () => {
    expect(yearTicks(2026, 2034, 4)).toEqual([2026, 2028, 2030, 2032]);
    expect(yearTicks(2016.5, 2019, 9)).toEqual([2017, 2018]);
  });

  it('keeps names apart, in order and inside, when there is room for all', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(wanted, (at) => {
        const placed = spread(at, 15, 300);
        const order = at.map((_, i) => i).sort((a, b) => at[a]! - at[b]! || a - b);
        order.forEach((i, n) => {
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[i]).toBeLessThanOrEqual(300 + 1e-9);
          if (n > 0) expect(placed[i]! - placed[order[n - 1]!]!).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      }),
    );
  });

  it('moves nothing that is apart already', () => {
    expect(spread([200, 10, 100], 15, 300)).toEqual([200, 10, 100]);
  });
});
