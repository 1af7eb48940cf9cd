import { describe, expect, test } from 'vitest';
import { rankOptions } from '../../../src/analysis/index.js';
import { studentCdf } from '../../../src/analysis/comparison/student-cdf.js';
import { studentT } from '../../../src/analysis/student-t.js';

describe('the distribution of Student’s t', () => {
  test.each([1, 2, 3, 4, 5, 10, 19, 60, 199])('has 97.5 % below the published point for %i degrees of freedom', (degrees) => {
    expect(studentCdf(studentT(degrees + 1), degrees)).toBeCloseTo(0.975, 6);
    expect(studentCdf(-studentT(degrees + 1), degrees)).toBeCloseTo(0.025, 6);
    expect(studentCdf(0, degrees)).toBe(0.5);
  });

  test('is that of Cauchy for one degree and ½ + t ÷ 2√(2 + t²) for two', () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 12);
    expect(studentCdf(2, 2)).toBeCloseTo(0.5 + 2 / (2 * Math.sqrt(6)), 12);
    expect([studentCdf(Infinity, 3), studentCdf(-Infinity, 3)]).toEqual([1, 0]);
  });
});

describe('the ranking of options on common luck', () => {
  test('of two is the posterior chance itself: differences 1, 2, 3 have t = 2√3 with two degrees of freedom', () => {
    const t = 2 / (1 / Math.sqrt(3));
    const exact = 0.5 + t / (2 * Math.sqrt(2 + t * t));
    const [best, other] = rankOptions([[5, 6], [5, 7], [5, 8]], 'low');
    expect(best).toMatchObject({ option: 0, mean: 5, share: 1 });
    expect(best!.atLeast).toBeCloseTo(exact, 12);
    expect(other).toMatchObject({ option: 1, mean: 7, share: 0 });
    expect(other!.atLeast).toBeCloseTo(1 - exact, 12);
  });

  test('of more is at least 1 less the chances of being worse than each', () => {
    const worse = 1 - (0.5 + (2 * Math.sqrt(3)) / (2 * Math.sqrt(14)));
    const [best] = rankOptions([[5, 6, 6], [5, 7, 7], [5, 8, 8]], 'low');
    expect(best!.atLeast).toBeCloseTo(1 - 2 * worse, 12);
  });

  test('takes the highest for the best where high is better', () => {
    expect(rankOptions([[1, 3], [2, 3]], 'high').map(({ option }) => option)).toEqual([1, 0]);
  });

  test('is certain where the difference has no spread, and even where nothing differs', () => {
    expect(rankOptions([[1, 2], [2, 3]], 'low').map(({ atLeast }) => atLeast)).toEqual([1, 0]);
    expect(rankOptions([[4, 4], [5, 5]], 'low').map(({ atLeast, share }) => [atLeast, share])).toEqual([[0.5, 0.5], [0.5, 0.5]]);
  });

  test('says nothing of the certainty after one replication, and leaves out those without a value', () => {
    expect(rankOptions([[1, 2]], 'low')[0]).toEqual({ option: 0, mean: 1, atLeast: null, share: 1 });
    expect(rankOptions([[1, 2], [NaN, 0], [3, 4]], 'low')[0]).toMatchObject({ option: 0, mean: 2, share: 1 });
  });
});
