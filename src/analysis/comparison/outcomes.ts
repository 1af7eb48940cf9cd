import type { Axis, Figure } from '../findings.js';
import type { Grid } from '../grid.js';
import type { Measure } from '../measures/index.js';

/** How a measure's years, cohorts or half-years become one number of the whole report. */
type Way = 'sum' | 'weighted' | 'mean';

/** A figure of the whole report by area and pathway, made from the cells of a measure; the last place along the pathways is all of them together. */
export interface Outcome extends Pick<Figure, 'id' | 'title' | 'unit' | 'better'> {
  readonly from: string;
  readonly way: Way;
  /** The place along an axis that is not summed. */
  readonly at?: Readonly<Partial<Record<Axis, number>>>;
}

/** The middle one of 3, 6 and 12 months. */
const MIDDLE = 1;

/** What is always said of options side by side, the most asked for first. */
export const OUTCOMES: readonly Outcome[] = [
  { id: 'wait-queue', from: 'wait-queue', way: 'weighted', better: 'low', title: { sv: 'Väntan i kö', en: 'Wait in queue' }, unit: { sv: 'månader', en: 'months' } },
  { id: 'lost', from: 'lost', way: 'sum', better: 'low', title: { sv: 'Läkarmånader i kö', en: 'Doctor-months in queue' }, unit: { sv: 'läkarmånader', en: 'doctor-months' } },
  { id: 'started-within', from: 'started-within', way: 'mean', at: { k: MIDDLE }, better: 'high', title: { sv: 'Börjat inom 6 månader', en: 'Started within 6 months' }, unit: { sv: 'andel', en: 'share' } },
  { id: 'happens', from: 'happens', way: 'sum', better: 'high', title: { sv: 'Starter', en: 'Starts' }, unit: { sv: 'läkare', en: 'doctors' } },
  { id: 'vacant', from: 'vacant', way: 'sum', better: 'low', title: { sv: 'Vakanta tjänster', en: 'Vacant positions' }, unit: { sv: 'tjänster', en: 'positions' } },
  { id: 'service-weeks', from: 'service-weeks', way: 'sum', better: 'high', title: { sv: 'Veckor i akut sjukhusvård', en: 'Weeks in acute hospital care' }, unit: { sv: 'veckor', en: 'weeks' } },
];

/** The measures whose mean is over those who start: it is weighted by how many do. */
const WEIGHT = 'happens';

/** The outcomes that can be made from these measures. */
export function outcomesOf(measures: readonly Measure[]): readonly Outcome[] {
  return OUTCOMES.filter(({ from, way }) => [from, ...(way === 'weighted' ? [WEIGHT] : [])].every((id) => measures.some((measure) => measure.id === id)));
}

/** How many cells each outcome has: area × (pathways and all of them together). */
export const outcomeSize = (grid: Grid): number => grid.sizes.area * (grid.sizes.pathway + 1);

/** Reads outcomes off the cells of measures: [outcome × area × (pathway + 1)]. */
export function readOutcomes(outcomes: readonly Outcome[], measures: readonly Measure[], grid: Grid, cells: Float64Array): Float64Array {
  const found = new Float64Array(outcomes.length * outcomeSize(grid)).fill(NaN);
  outcomes.forEach((outcome, o) => {
    const own = cellsOf(measures, grid, cells, outcome.from);
    const weights = outcome.way === 'weighted' ? cellsOf(measures, grid, cells, WEIGHT) : undefined;
    for (let area = 0; area < grid.sizes.area; area++) {
      const tallies = grid.labels.pathway.map((_, p) => tally(own, weights, outcome, { area, pathway: p }));
      const at = o * outcomeSize(grid) + area * (grid.sizes.pathway + 1);
      [...tallies, join(tallies)].forEach((one, i) => (found[at + i] = worth(one, outcome.way)));
    }
  });
  return found;
}

/** A measure with its own cells. */
interface Cells {
  readonly over: readonly Axis[];
  readonly sizes: readonly number[];
  readonly values: Float64Array;
}

function cellsOf(measures: readonly Measure[], grid: Grid, cells: Float64Array, id: string): Cells {
  let at = 0;
  for (const measure of measures) {
    const sizes = measure.over.map((axis) => grid.sizes[axis]);
    const size = sizes.reduce((product, one) => product * one, 1);
    if (measure.id === id) return { over: measure.over, sizes, values: cells.subarray(at, at + size) };
    at += size;
  }
  return { over: [], sizes: [], values: new Float64Array(0) };
}

interface Tally {
  readonly sum: number;
  readonly weight: number;
  /** Cells with a value, and without. */
  readonly known: number;
  readonly unknown: number;
}

/** Adds up the cells at a place: all periods and causes, but for the axes where the outcome names a place. */
function tally({ over, sizes, values }: Cells, weights: Cells | undefined, { at = {} }: Outcome, place: Readonly<Record<'area' | 'pathway', number>>): Tally {
  const fixed: Readonly<Partial<Record<Axis, number>>> = { ...at, ...place };
  const [sum, weight, known, unknown] = [0, 0, 0, 0];
  const found = { sum, weight, known, unknown };
  const indexes = over.reduce<readonly number[]>((sofar, axis, i) => sofar.flatMap((index) => (fixed[axis] === undefined ? Array.from({ length: sizes[i]! }, (_, k) => index * sizes[i]! + k) : [index * sizes[i]! + fixed[axis]])), [0]);
  for (const index of indexes) {
    const value = values[index]!;
    if (Number.isNaN(value)) found.unknown += 1;
    else {
      const share = weights === undefined ? 1 : weights.values[index]!;
      found.known += 1;
      found.sum += value * share;
      found.weight += share;
    }
  }
  return found;
}

const join = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({ sum: a.sum + b.sum, weight: a.weight + b.weight, known: a.known + b.known, unknown: a.unknown + b.unknown }), { sum: 0, weight: 0, known: 0, unknown: 0 });

/** A sum with a part unknown is unknown; a mean is over what is known. */
function worth({ sum, weight, known, unknown }: Tally, way: Way): number {
  if (way === 'sum') return known === 0 || unknown > 0 ? NaN : sum;
  return known === 0 || weight === 0 ? NaN : sum / weight;
}

const USE = 'utilisation';

/** Utilisation of every block in every area over the whole report, [area × block]: the mean over its half-years; not a number where it has none. */
export function readUse(measures: readonly Measure[], grid: Grid, cells: Float64Array): Float64Array {
  const { values } = cellsOf(measures, grid, cells, USE);
  const periods = grid.sizes['half-year'];
  return Float64Array.from({ length: values.length / periods }, (_, i) => {
    const known = values.subarray(i * periods, (i + 1) * periods).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? NaN : known.reduce((a, b) => a + b, 0) / known.length;
  });
}

const HEADROOM = 'queue-by-headroom';

/** The queue at the end of the year at the three headrooms, [headroom × (pathway + all of them)]: the mean over the years of the report. */
export function readHeadrooms(measures: readonly Measure[], grid: Grid, cells: Float64Array): Float64Array {
  const { values } = cellsOf(measures, grid, cells, HEADROOM);
  const { pathway: pathways, year: years, headroom } = grid.sizes;
  const mean = (first: number, count: number): number => values.subarray(first * years, (first + count) * years).reduce((a, b) => a + b, 0) / years;
  return Float64Array.from({ length: headroom * (pathways + 1) }, (_, i) => {
    const [h, p] = [Math.floor(i / (pathways + 1)), i % (pathways + 1)];
    return p < pathways ? mean(h * pathways + p, 1) : mean(h * pathways, pathways);
  });
}

/** How many cells that is. */
export const headroomSize = (grid: Grid): number => grid.sizes.headroom * (grid.sizes.pathway + 1);
