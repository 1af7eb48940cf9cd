import type { Axis, JudgedCheck } from './findings.js';
import type { Grid } from './grid.js';
import { WITHIN_MONTHS } from './grid.js';
import type { Measure } from './measures/index.js';
import { cellAt } from './measures/index.js';
import { meanOf, summariseCell } from './sample.js';
import type { Sample } from './sample.js';

/** What a check asks: a figure of a pathway in an area, at one time of the report or at all. */
export type CheckAsked = Pick<JudgedCheck, 'kind' | 'area' | 'pathway' | 'period' | 'months' | 'rule' | 'limit' | 'within' | 'at'>;

/** A check with the cells of a replication that it looks at. */
interface LaidCheck extends CheckAsked {
  readonly cells: readonly number[];
}

/** How many cells a check has in a sample: the value furthest from what is wanted, and whether it holds. */
export const CHECK_CELLS = 2;

/** The figure that each kind of check reads, and its axis of time. */
const FIGURES: Readonly<Record<JudgedCheck['kind'], { readonly id: string; readonly time: Axis }>> = {
  queue: { id: 'queue', time: 'month' },
  starts: { id: 'happens', time: 'year' },
  'survey-wait': { id: 'survey-wait', time: 'year' },
  'started-within': { id: 'started-within', time: 'term' },
  vacant: { id: 'vacant', time: 'year' },
};

/** The axis of time that a kind of check lies along. */
export const checkTime = (kind: JudgedCheck['kind']): Axis => FIGURES[kind].time;

/** Finds the cells that each check looks at, among those of the measures one after the other. */
export function layChecks(asked: readonly CheckAsked[], measures: readonly Measure[], grid: Grid): readonly LaidCheck[] {
  const sizeOf = ({ over }: Measure): number => over.reduce((size, axis) => size * grid.sizes[axis], 1);
  return asked.map((one) => {
    const { id, time } = FIGURES[one.kind];
    const index = measures.findIndex((measure) => measure.id === id);
    const first = measures.slice(0, index).reduce((sum, measure) => sum + sizeOf(measure), 0);
    const periods = one.period === null ? Array.from({ length: grid.sizes[time] }, (_, i) => i) : [one.period];
    const k = one.months === null ? [] : [WITHIN_MONTHS.findIndex((months) => months === one.months)];
    return { ...one, cells: periods.map((period) => first + cellAt(grid, measures[index]!.over, one.area, one.pathway, period, ...k)) };
  });
}

/** Reads the checks off a replication: where one is of several times, the value furthest from what is wanted; not a number where there is none. */
export function observeChecks(checks: readonly LaidCheck[], own: Float64Array, cells: Float64Array): void {
  checks.forEach((check, i) => {
    const values = check.cells.map((cell) => own[cell]!).filter((value) => !Number.isNaN(value));
    if (values.length === 0) return;
    const [worst] = values.toSorted((a, b) => excess(check, b) - excess(check, a));
    cells[CHECK_CELLS * i] = worst!;
    cells[CHECK_CELLS * i + 1] = excess(check, worst!) <= 0 ? 1 : 0;
  });
}

/** How far a value lies beyond what is wanted; 0 or below: it is as wanted. */
function excess({ rule, limit, within }: CheckAsked, value: number): number {
  if (rule === 'at-most') return value - limit;
  return rule === 'at-least' ? limit - value : Math.abs(value - limit) - within;
}

/**
 * Judges the checks by the 95 % interval of the mean (Student's t): a check holds when the whole interval is as wanted, and does not when none of it is. In
 * between, and where fewer than two replications have a value, it cannot be told.
 */
export function judgeChecks(checks: readonly LaidCheck[], sample: Sample, from: number): readonly JudgedCheck[] {
  return checks.map((check, i) => {
    const { cells: _, ...asked } = check;
    const value = summariseCell(sample, from + CHECK_CELLS * i);
    return { ...asked, value, share: value === null ? null : meanOf(sample, from + CHECK_CELLS * i + 1), verdict: value === null || value.n < 2 ? 'unknown' : verdictOf(check, value.mean, value.halfWidth) };
  });
}

function verdictOf(check: CheckAsked, mean: number, halfWidth: number): JudgedCheck['verdict'] {
  const ends = [mean - halfWidth, mean + halfWidth];
  if (ends.every((end) => excess(check, end) <= 0)) return 'holds';
  // An interval around all that is wanted has some of it inside.
  const isAround = check.rule === 'equals' && ends[0]! < check.limit && check.limit < ends[1]!;
  return ends.every((end) => excess(check, end) > 0) && !isAround ? 'fails' : 'unknown';
}
