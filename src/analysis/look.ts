import type { Axes, Plan } from '../engine/index.js';
import { NEED_CELLS, layNeeds, observeNeeds, summariseNeeds } from './break-even.js';
import type { PoolCard } from './break-even.js';
import type { BreakEven } from './findings.js';
import { layGrid } from './grid.js';
import { readMonthEnds, sumSeries } from './measures/measure.js';
import type { Run } from './measures/index.js';
import { addToSample, laySample } from './sample.js';

/** The short answer of a single replication: a first look, without intervals, at the whole of what the scenario covers. */
export interface Look {
  readonly axes: Axes;
  readonly years: readonly string[];
  readonly starts: Float64Array; // [pathway × year]
  /** Doctors in queue at the year's end. */
  readonly queue: Float64Array; // [pathway × year]
  /** Every limited pool, the least margin between what there is and what would do first; its intervals are empty. */
  readonly margins: readonly BreakEven[];
  /** Whether regions have agreed on exchange: the margins are counted with every block at home. */
  readonly hasExchange: boolean;
}

/** Reads the short answer off a run as it is and the one with slots and supervisors unlimited. */
export function layLook(plan: Plan, axes: Axes, main: Run, positions: Run, cardOf: (pool: number) => PoolCard): Look {
  const grid = layGrid(plan, axes, []);
  const { area, pathway, year, month } = grid.sizes;
  const starts = new Float64Array(area * pathway * year);
  sumSeries(main, main.trace.started, grid, grid.yearOf, year, starts);
  const queues = new Float64Array(area * pathway * month);
  readMonthEnds(main, main.trace.queue, grid, queues);
  const queue = new Float64Array(pathway * year);
  // The last month of a year is written last, and stays.
  for (let p = 0; p < pathway; p++) grid.lastStepOf.forEach((t, m) => (queue[p * year + grid.yearOf[t]!] = queues[p * month + m]!));
  const needs = layNeeds(plan, axes);
  const cells = new Float64Array(NEED_CELLS * needs.pools.length).fill(NaN);
  const needed = observeNeeds(needs, axes, main, positions, cells);
  const sample = laySample(cells.length, 1);
  addToSample(sample, cells);
  const margin = (row: BreakEven): number => row.assumedHeadroom - row.breakEvenHeadroom;
  const margins = summariseNeeds(needs, [needed], sample, 0, plan, axes, cardOf).toSorted((a, b) => margin(a) - margin(b) || a.region - b.region || a.block - b.block);
  return { axes, years: grid.labels.year.map(({ id }) => id), starts: starts.slice(0, pathway * year), queue, margins, hasExchange: plan.agreementHost.length > 0 };
}
