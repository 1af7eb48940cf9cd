import type { Axes, Plan, Trace } from '../engine/index.js';
import type { AxisLabels, Figure, Note } from './findings.js';

/** A queue that has grown so many year-ends running would not be let grow on. */
const YEARS = 3;

/** Where a pathway's queue grows three years running: nobody would let this happen (MODEL 6.2), and the reader must be told. */
export function noteGrowth(figures: Readonly<Record<string, Figure>>, labels: AxisLabels): Note[] {
  return noteGrowthOf((p, month) => figures['queue']?.cells[p * labels.month.length + month]?.mean, labels);
}

/** The same, of a queue in the mean of the runs at the end of a month, by their places. */
export function noteGrowthOf(queue: (pathway: number, month: number) => number | undefined, labels: Pick<AxisLabels, 'pathway' | 'year' | 'month'>): Note[] {
  return labels.pathway.flatMap(({ id }, p) => {
    const ends = labels.year.map(({ id: year }) => {
      const month = labels.month.findIndex((label) => label.id === `${year}-12`);
      return month < 0 ? NaN : (queue(p, month) ?? NaN);
    });
    return noteEnds(id, ends, (y) => labels.year[y]!.id);
  });
}

/** The same, of what `readYearEnds` has given, summed over the replications. */
export function noteGrowthIn(ends: Float64Array, axes: Axes): Note[] {
  const years = yearsIn(axes);
  return axes.pathways.flatMap(({ id }, p) => noteEnds(id, ends.subarray(p * years.length, (p + 1) * years.length), (y) => String(years[y]!)));
}

function noteEnds(pathway: string, ends: ArrayLike<number>, year: (y: number) => string): Note[] {
  const first = Array.from(ends).findIndex((_, y) => y + YEARS < ends.length && Array.from({ length: YEARS }, (__, i) => ends[y + i + 1]! > ends[y + i]! * 1.02).every(Boolean));
  return first < 0 ? [] : [{ code: 'queue-grows', values: { pathway, from: year(first), to: year(first + YEARS) } }];
}

const yearsIn = ({ reportFrom, to }: Axes): readonly number[] => Array.from({ length: Math.floor(to / 12) - Math.floor(reportFrom / 12) + 1 }, (_, y) => Math.floor(reportFrom / 12) + y);

/** The queue of each pathway, over all regions, at the end of each year of the report; NaN where the run ends before. */
export function readYearEnds(plan: Plan, axes: Axes, { queue }: Trace): Float64Array {
  const years = yearsIn(axes);
  const ends = new Float64Array(plan.pathways * years.length); // [pathway × year]
  years.forEach((year, y) => {
    const t = (12 * (year + 1) - axes.from) * axes.stepsPerMonth - 1;
    for (let row = 0; row < plan.regions * plan.pathways; row++) ends[(row % plan.pathways) * years.length + y]! += t < plan.steps ? queue[row * plan.steps + t]! : NaN;
  });
  return ends;
}
