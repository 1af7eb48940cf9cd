import { NO_POOL, UNIT, hasLimit, revisedCapacity } from '../../engine/index.js';
import type { Grid } from '../grid.js';
import type { Measure, Replication, Run } from './measure.js';
import { cellAt } from './measure.js';

/** Slots in a block at the moment of the half-year when most are in use, summed over the regions of an area at the same step. */
function placesMeasure(id: string, title: Measure['title'], at: (replication: Replication) => { run: Run; read: (run: Run, pool: number, t: number) => number }): Measure {
  return {
    id,
    title,
    unit: { sv: 'placeringsplatser', en: 'slots' },
    over: ['area', 'block', 'half-year'],
    better: 'neither',
    observe: (replication, grid, cells) => {
      const { run, read } = at(replication);
      peaks(run, grid, cells, read);
    },
  };
}

function peaks(run: Run, grid: Grid, cells: Float64Array, read: (run: Run, pool: number, t: number) => number): void {
  const { plan } = run;
  const sums = new Float64Array(grid.sizes.area * plan.blocks);
  for (let t = grid.firstStep; t < plan.steps; t++) {
    sums.fill(0);
    for (let r = 0; r < plan.regions; r++) {
      for (let b = 0; b < plan.blocks; b++) {
        const pool = plan.slotsPool[r * plan.blocks + b]!;
        const places = pool === NO_POOL ? NaN : read(run, pool, t) / UNIT;
        for (const area of grid.areasOf[r]!) sums[area * plan.blocks + b]! += places;
      }
    }
    sums.forEach((sum, i) => {
      const cell = cellAt(grid, ['area', 'block', 'half-year'], Math.floor(i / plan.blocks), i % plan.blocks, grid.halfYearOf[t]!);
      if (!Number.isNaN(sum) && !(cells[cell]! >= sum)) cells[cell] = sum;
    });
  }
}

/** Sixtieths of a pool in use in a step, by doctors and by others. */
export function inUse({ plan, trace }: Run, pool: number, t: number): number {
  return revisedCapacity(plan)[pool * plan.horizon + t]! - trace.room[pool * plan.horizon + t]!;
}

/** Sixtieths that a pool is assumed to have in a step; not a number where it has no limit. */
const assumed = ({ plan }: Run, pool: number, t: number): number => (hasLimit(plan, pool, t) ? revisedCapacity(plan)[pool * plan.horizon + t]! : NaN);

export const used = placesMeasure('used', { sv: 'Använda placeringsplatser, som mest under halvåret', en: 'Slots in use, peak of the half-year' }, (r) => ({ run: r.main, read: inUse }));
export const needed = placesMeasure('needed', { sv: 'Placeringsplatser som behövs när alla tjänster tillsätts', en: 'Slots needed to fill all positions' }, (r) => ({ run: r.positions, read: inUse }));
export const capacity = placesMeasure('capacity', { sv: 'Antagna placeringsplatser', en: 'Assumed slots' }, (r) => ({ run: r.main, read: assumed }));
