import type { AxisLabels, Figure, Note } from './findings.js';

/** A queue that has grown so many year-ends running would not be let grow on. */
const YEARS = 3;

/** Where a pathway's queue grows three years running: nobody would let this happen (MODEL 6.2), and the reader must be told. */
export function noteGrowth(figures: Readonly<Record<string, Figure>>, labels: AxisLabels): Note[] {
  return noteGrowthOf((p, month) => figures['queue']?.cells[p * labels.month.length + month]?.mean, labels);
}

/** The same, of a queue in the mean of the runs at the end of a month, by their places. */
export function noteGrowthOf(queue: (pathway: number, month: number) => number | undefined, labels: Pick<AxisLabels, 'pathway' | 'year' | 'month'>): Note[] {
  return labels.pathway.flatMap(({ id: pathway }, p) => {
    const ends = labels.year.map(({ id: year }) => {
      const month = labels.month.findIndex((label) => label.id === `${year}-12`);
      return month < 0 ? NaN : (queue(p, month) ?? NaN);
    });
    const first = ends.findIndex((_, y) => y + YEARS < ends.length && Array.from({ length: YEARS }, (__, i) => ends[y + i + 1]! > ends[y + i]! * 1.02).every(Boolean));
    return first < 0 ? [] : [{ code: 'queue-grows', values: { pathway, from: labels.year[first]!.id, to: labels.year[first + YEARS]!.id } }];
  });
}
