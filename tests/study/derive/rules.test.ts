import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHomes, fitHomeShares, psychiatristDensity, psychiatryBounds, primaryCareBounds, writeCsv, writeNumber } from '../../../src/study/derive/index.js';
import { halfMonths } from '../../../src/study/derive/bt-schemes.js';
import { stillWaiting } from '../../../src/study/derive/initial.js';
import { regionalWaits, ruledWait } from '../../../src/study/derive/waits.js';
import { publishedTables } from '../../support/published-tables.js';

const tables = publishedTables();

describe('fitHomes', () => {
  const positive = fc.integer({ min: 1, max: 1000 }).map((n) => n / 10);
  const problem = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([places, regions]) =>
    fc.record({
      prior: fc.array(fc.array(positive, { minLength: regions, maxLength: regions }), { minLength: places, maxLength: places }),
      rows: fc.array(positive, { minLength: places, maxLength: places }),
      columns: fc.array(positive, { minLength: regions, maxLength: regions }),
    }),
  );

  it('meets every column target, scaled to the row totals, with rows that sum to one', () => {
    fc.assert(
      fc.property(problem, ({ prior, rows, columns }) => {
        const shares = fitHomes(prior, rows, columns);
        const scale = rows.reduce((a, b) => a + b, 0) / columns.reduce((a, b) => a + b, 0);
        for (const row of shares) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        columns.forEach((target, r) => {
          const inflow = shares.reduce((sum, row, u) => sum + row[r]! * rows[u]!, 0);
          expect(Math.abs(inflow - target * scale)).toBeLessThan(1e-3 * (1 + target * scale));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing when the prior already meets the targets', () => {
    const prior = [
      [0.75, 0.25],
      [0.5, 0.5],
    ];
    expect(fitHomes(prior, [100, 100], [125, 75])).toEqual(prior);
  });

  it('keeps the odds of the prior: what two places send to two regions keeps its cross ratio', () => {
    const prior = [
      [0.6, 0.4],
      [0.2, 0.8],
    ];
    const [a, b] = fitHomes(prior, [10, 30], [25, 15]) as [number[], number[]];
    const ratio = (x: readonly number[], y: readonly number[]): number => (x[0]! * y[1]!) / (x[1]! * y[0]!);
    expect(ratio(a, b)).toBeCloseTo(ratio(prior[0]!, prior[1]!), 6);
  });

  it('never sends anybody where the prior sends nobody', () => {
    const shares = fitHomes([[1, 0], [0.5, 0.5]], [10, 10], [12, 8]); // prettier-ignore
    expect(shares[0]).toEqual([1, 0]);
  });
});

describe('home-factor', () => {
  it('sends a region more graduates, taken from all the others alike', () => {
    const plain = tables['assumptions.csv']!;
    const row = ['home-factor', 'Norrbotten', '2', 'factor', 'a test', 'assumption', '2026', '', '', ''];
    const [before, after] = [fitHomeShares(tables), fitHomeShares({ ...tables, 'assumptions.csv': { ...plain, rows: [...plain.rows, row] } })];
    const ratios = before.columnTargets.map((target, r) => after.columnTargets[r]! / target);
    const moved = before.regions.findIndex((region) => region.name === 'Norrbotten');
    for (const [r, ratio] of ratios.entries()) expect(ratio / ratios[0]!).toBeCloseTo(r === moved ? 2 : 1, 9);
    expect(after.columnTargets.reduce((a, b) => a + b, 0)).toBeCloseTo(before.rowTotals.reduce((a, b) => a + b, 0), 6);
  });
});

describe('waits', () => {
  it('suggests longer waits where there are fewer posts per head, within the limits', () => {
    expect(ruledWait(tables, 9.6)).toBeCloseTo(17.5, 0);
    expect(ruledWait(tables, 25)).toBeCloseTo(5, 0);
    expect(ruledWait(tables, 100)).toBe(5);
    expect(ruledWait(tables, 1)).toBe(20);
  });

  it('leaves published regions near their published mean and brings the nation to its own', () => {
    const waits = new Map(regionalWaits(tables).map((wait) => [wait.region, wait]));
    expect(waits.get('Stockholm')!.months).toBeGreaterThan(18);
    expect(waits.get('Stockholm')!.published).toBe(4);
    expect(waits.get('Västernorrland')!.months).toBeLessThan(6);
    expect(waits.get('Sörmland')!.published).toBe(0);
  });

  it('has half of a mean wait of ten months still waiting after about eight, and 7 % after 24 of a mean of 11', () => {
    expect(stillWaiting(0, 10, 2)).toBe(1);
    expect(stillWaiting(8.39, 10, 2)).toBeCloseTo(0.5, 2);
    expect(stillWaiting(24, 11.1, 2)).toBeCloseTo(0.07, 2);
  });
});

describe('halfMonths', () => {
  it('gives weeks as whole half-months that fill the scheme', () => {
    expect(halfMonths(12, [3.9, 2.3, 3.9, 1.8])).toEqual([8, 5, 8, 3]);
    expect(halfMonths(12, [3.5, 2.5, 4.5, 1.5])).toEqual([7, 5, 9, 3]);
  });
});

describe('bounds', () => {
  it('keeps the published densities of psychiatrists and leaves the rest of the nation\'s to the others', () => {
    const density = psychiatristDensity(tables);
    expect(density.get('Stockholm')).toBe(28);
    expect(density.get('Gotland')).toBe(28);
    expect(density.get('Norrbotten')).toBe(11);
    expect(density.get('Skåne')).toBeCloseTo(15.3, 1);
  });

  it('gives every region a whole number of psychiatric places, at least one', () => {
    const bounds = psychiatryBounds(tables);
    expect(bounds).toHaveLength(21);
    for (const bound of bounds) expect(Number.isInteger(bound.places) && bound.places >= 1).toBe(true);
    expect(bounds.find((bound) => bound.region === 'Gotland')!.places).toBe(4);
  });

  it('counts the nation\'s health centres, each in one region, and marks those that were counted', () => {
    const bounds = primaryCareBounds(tables);
    expect(bounds.reduce((sum, bound) => sum + bound.count, 0)).toBe(1200);
    expect(bounds.filter((bound) => bound.quality === 'published').map((bound) => bound.region)).toEqual([
      'Sörmland', 'Örebro län', 'Jämtland Härjedalen', 'Norrbotten',
    ]); // prettier-ignore
  });
});

describe('writing', () => {
  it('never writes three decimals after a whole part', () => {
    expect(writeNumber(1.25)).toBe('1.25');
    expect(writeNumber(12.3456)).toBe('12.35');
    expect(writeNumber(0.12344)).toBe('0.1234');
    expect(writeNumber(0.5)).toBe('0.5');
    expect(writeNumber(-0)).toBe('0');
    expect(writeNumber(10_587_710)).toBe('10587710');
  });

  it('quotes what would break a row', () => {
    expect(writeCsv({ file: 'x.csv', columns: ['a', 'b'], rows: [['1,5', 'say "so"']] })).toBe('a,b\n"1,5","say ""so"""\n');
  });
});
