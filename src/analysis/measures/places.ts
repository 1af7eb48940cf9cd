import { NO_POOL, UNIT, UNLIMITED, revisedCapacity } from '../../engine/index.js';
import type { Grid } from '../grid.js';
import type { Measure, Replication, Run } from './measure.js';

/** What is read of a pool: what is in use, or what it is assumed to have. */
type Reading = 'used' | 'assumed';

/** Slots in a block at the moment of the half-year when most are in use, summed over the regions of an area at the same step. */
function placesMeasure(id: string, title: Measure['title'], reading: Reading, pick: (replication: Replication) => Run): Measure {
  return {
    id,
    title,
    unit: { sv: 'placeringsplatser', en: 'slots' },
    over: ['area', 'block', 'half-year'],
    better: 'neither',
    observe: (replication, grid, cells) => findPeaks(pick(replication), grid, cells, reading),
  };
}

function findPeaks(run: Run, grid: Grid, cells: Float64Array, reading: Reading): void {
  const { plan } = run;
  const width = plan.steps - grid.firstStep;
  const sums = new Float64Array(grid.sizes.area * plan.blocks * width); // [area × block × step of the report]
  const places = new Float64Array(width);
  // Region by region, so that fractions of a place are added in the same order whatever is read.
  for (let r = 0; r < plan.regions; r++) {
    for (let b = 0; b < plan.blocks; b++) {
      readPlaces(run, plan.slotsPool[r * plan.blocks + b]!, grid.firstStep, reading, places);
      for (const area of grid.areasOf[r]!) {
        const at = (area * plan.blocks + b) * width;
        for (let i = 0; i < width; i++) sums[at + i]! += places[i]!;
      }
    }
  }
  const halves = grid.sizes['half-year'];
  for (let row = 0; row < grid.sizes.area * plan.blocks; row++) {
    for (let i = 0; i < width; i++) {
      const sum = sums[row * width + i]!;
      const cell = row * halves + grid.halfYearOf[grid.firstStep + i]!;
      if (!Number.isNaN(sum) && !(cells[cell]! >= sum)) cells[cell] = sum;
    }
  }
}

/** Places of a pool in every step of the report; not a number where there is none, or no limit to what it is assumed to have. */
function readPlaces({ plan, trace }: Run, pool: number, first: number, reading: Reading, places: Float64Array): void {
  if (pool === NO_POOL) {
    places.fill(NaN);
    return;
  }
  const capacity = revisedCapacity(plan);
  const at = pool * plan.horizon + first;
  for (let i = 0; i < places.length; i++) {
    const sixtieths = capacity[at + i]!;
    if (reading === 'used') places[i] = (sixtieths - trace.room[at + i]!) / UNIT;
    else places[i] = sixtieths < UNLIMITED ? sixtieths / UNIT : NaN;
  }
}

/** Sixtieths of a pool in use in a step, by doctors and by others. */
export function inUse({ plan, trace }: Run, pool: number, t: number): number {
  return revisedCapacity(plan)[pool * plan.horizon + t]! - trace.room[pool * plan.horizon + t]!;
}

export const used = placesMeasure('used', { sv: 'Använda placeringsplatser, som mest under halvåret', en: 'Slots in use, peak of the half-year' }, 'used', (r) => r.main);
export const needed = placesMeasure('needed', { sv: 'Placeringsplatser som behövs när alla tjänster tillsätts', en: 'Slots needed to fill all positions' }, 'used', (r) => r.positions);
export const capacity = placesMeasure('capacity', { sv: 'Antagna placeringsplatser', en: 'Assumed slots' }, 'assumed', (r) => r.main);
