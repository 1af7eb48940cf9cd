import { LONG_AGO, WHOLE, causeCount, unitsAt } from '../engine/index.js';
import type { Roster } from '../engine/index.js';
import { layDegrees } from './degree.js';
import type { Figure } from './findings.js';
import type { Grid } from './grid.js';
import { cellAt, vacant } from './measures/index.js';
import type { Run } from './measures/index.js';

/** Which single number of a run is asked for: a response, of a pathway in an area, over the report or in one year of it. */
export interface Asked {
  readonly response: string;
  readonly pathway: number; // place along the axis
  readonly area: number; // place along the axis
  /** Calendar year; null: all of the report. */
  readonly year: number | null;
}

/** Where a response is read: the steps from `first` to `last`, in the regions that the area holds. */
interface Scope {
  readonly grid: Grid;
  readonly asked: Asked;
  readonly first: number;
  readonly last: number;
}

/** One number read off one run, to be held against the same number of another run on the same luck. */
interface Response extends Pick<Figure, 'id' | 'title' | 'unit' | 'better'> {
  /** Read at the end of the period, rather than over it. */
  readonly isAtEnd?: true;
  readonly read: (roster: Roster, run: Run, scope: Scope) => number;
}

const DOCTORS = { sv: 'läkare', en: 'doctors' };

/** The responses that a sweep may ask for. */
export const RESPONSES: readonly Response[] = [
  { id: 'starts', title: { sv: 'Starter', en: 'Starts' }, unit: DOCTORS, better: 'high', read: (_, run, scope) => sumOver(run, run.trace.started, scope, scope.first) },
  { id: 'queue', title: { sv: 'Kö', en: 'Queue' }, unit: DOCTORS, better: 'low', isAtEnd: true, read: (_, run, scope) => sumOver(run, run.trace.queue, scope, scope.last) },
  { id: 'wait', title: { sv: 'Medelväntan till start', en: 'Mean wait to start' }, unit: { sv: 'månader', en: 'months' }, better: 'low', read: meanWait },
  { id: 'vacant', title: { sv: 'Vakanta tjänster', en: 'Vacant positions' }, unit: { sv: 'tjänster', en: 'positions' }, better: 'low', read: vacancies },
  { id: 'waited', title: { sv: 'Läkarmånader i kö', en: 'Doctor-months in queue' }, unit: { sv: 'läkarmånader', en: 'doctor-months' }, better: 'low', read: (_, run, scope) => sumOver(run, run.trace.queue, scope, scope.first) / run.plan.stepsPerMonth },
  { id: 'between', title: { sv: 'Läkarmånader mellan block', en: 'Doctor-months between blocks' }, unit: { sv: 'läkarmånader', en: 'doctor-months' }, better: 'low', read: waitedBetween },
  { id: 'completed', title: { sv: 'Fullgjorda', en: 'Completed' }, unit: DOCTORS, better: 'high', read: (_, run, scope) => sumOver(run, run.trace.completed, scope, scope.first) },
];

/** Reads everything that is asked for off one run. */
export function readResponses(asked: readonly Asked[], grid: Grid, roster: Roster, run: Run): Float64Array {
  return Float64Array.from(asked, (one) => RESPONSES.find(({ id }) => id === one.response)!.read(roster, run, scopeOf(one, grid, run)));
}

function scopeOf(asked: Asked, grid: Grid, { plan }: Run): Scope {
  const steps = Array.from({ length: plan.steps - grid.firstStep }, (_, i) => grid.firstStep + i);
  const within = asked.year === null ? steps : steps.filter((t) => grid.labels.year[grid.yearOf[t]!]!.id === String(asked.year));
  return { grid, asked, first: within[0]!, last: within.at(-1)! };
}

/** The sum of a recorded series [region × pathway × step] over an area's regions, from a step to the last. */
function sumOver({ plan }: Run, series: Int32Array, { grid, asked, last }: Scope, from: number): number {
  let sum = 0;
  for (let r = 0; r < plan.regions; r++) {
    if (!grid.areasOf[r]!.includes(asked.area)) continue;
    for (let t = from; t <= last; t++) sum += series[(r * plan.pathways + asked.pathway) * plan.steps + t]!;
  }
  return sum;
}

/** From degree or licence to start, gap included, over those who start (MODEL 10). */
function meanWait(roster: Roster, { plan, trace }: Run, { grid, asked, first, last }: Scope): number {
  const degrees = layDegrees(roster, trace);
  let [sum, count] = [0, 0];
  for (let row = 0; row < roster.rows; row++) {
    const start = trace.starts[row]!;
    if (roster.pathway[row] !== asked.pathway || roster.joins[row] === LONG_AGO || start < first || start > last) continue;
    if (!grid.areasOf[trace.region[row]!]!.includes(asked.area)) continue;
    sum += (start - degrees[row]!) / plan.stepsPerMonth;
    count += 1;
  }
  return count === 0 ? NaN : sum / count;
}

/** Doctor-months waited between blocks and after leave, in the region of employment (MODEL 4.1). */
function waitedBetween(_: Roster, { plan, trace }: Run, { grid, asked, first, last }: Scope): number {
  let units = 0;
  for (let r = 0; r < plan.regions; r++) {
    if (!grid.areasOf[r]!.includes(asked.area)) continue;
    for (let cause = 0; cause < causeCount(plan); cause++) {
      for (let t = first; t <= last; t++) units += unitsAt(trace.betweenCauses, (r * plan.pathways + asked.pathway) * causeCount(plan) + cause, t);
    }
  }
  return units / WHOLE / plan.stepsPerMonth;
}

/** As the measure `vacant` counts them, summed over the years. */
function vacancies(roster: Roster, main: Run, { grid, asked }: Scope): number {
  const cells = new Float64Array(grid.sizes.area * grid.sizes.pathway * grid.sizes.year).fill(NaN);
  vacant.observe({ roster, main, demand: main, positions: main, room: main, lowHeadroom: main, highHeadroom: main }, grid, cells);
  const years = grid.labels.year.map(({ id }, year) => (asked.year === null || id === String(asked.year) ? cells[cellAt(grid, vacant.over, asked.area, asked.pathway, year)]! : 0));
  return years.reduce((sum, number) => sum + number, 0);
}
