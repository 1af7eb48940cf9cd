import type { Axes, Roster } from '../engine/index.js';
import type { BackTest, PublishedPoint } from './findings.js';
import type { Run } from './measures/index.js';
import { MAY, visitSurveyed } from './survey.js';

/** The survey wait of the whole scenario on 1 May of a year, months; NaN outside the run or when nobody with a known wait is in training. */
export function surveyWaitIn(roster: Roster, run: Run, pathway: number, year: number): number {
  let sum = 0;
  let count = 0;
  visitSurveyed(roster, run, year, (row, months) => {
    if (roster.pathway[row] !== pathway) return;
    sum += months;
    count += 1;
  });
  return sum / count;
}

/** The published national survey waits that the run can be tested against: from the year after its beginning on. */
export function listTests(axes: Axes, published: readonly PublishedPoint[]): PublishedPoint[] {
  const first = Math.floor(axes.from / 12) + 1;
  return published.filter((p) => p.figure === 'survey-wait' && p.area === 'riket' && p.year >= first && p.year * 12 + MAY <= axes.to).toSorted((a, b) => a.year - b.year);
}

/** The mean miss over the years that published figures exist for, by pathway, of the means over replications. */
export function summariseTests(axes: Axes, tests: readonly PublishedPoint[], means: readonly number[]): BackTest[] {
  return axes.pathways.flatMap(({ id }) => {
    const rows = tests.map((test, i) => ({ test, i })).filter(({ test }) => test.pathway === id);
    if (rows.length === 0) return [];
    const misses = rows.map(({ test, i }) => Math.abs(means[i]! - test.value));
    return [
      {
        figure: 'survey-wait',
        pathway: id,
        from: rows[0]!.test.year,
        to: rows.at(-1)!.test.year,
        meanError: misses.reduce((a, b) => a + b, 0) / misses.length,
      },
    ];
  });
}
