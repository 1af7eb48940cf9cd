import { NO_POOL, hasLimit, revisedCapacity } from '../../engine/index.js';
import type { Measure } from './measure.js';
import { cellAt } from './measure.js';
import { inUse } from './places.js';

const OVER = ['area', 'block', 'half-year'] as const;

/** Slots used, by doctors and by others, of all there were, over the steps of a half-year (MODEL 10): steps without limit are left out; blank where there was none or no limit, above 1 where they overran. */
export const utilisation: Measure = {
  id: 'utilisation',
  title: { sv: 'Beläggning: använda placeringsplatser av alla, medel över halvåret', en: 'Utilisation: used slots of all, mean over the half-year' },
  unit: { sv: 'andel', en: 'share' },
  over: OVER,
  better: 'neither',
  observe: ({ main }, grid, cells) => {
    const { plan } = main;
    const capacity = new Float64Array(cells.length);
    cells.fill(0);
    for (let r = 0; r < plan.regions; r++) {
      for (let b = 0; b < plan.blocks; b++) {
        const pool = plan.slotsPool[r * plan.blocks + b]!;
        if (pool === NO_POOL) continue;
        for (let t = grid.firstStep; t < plan.steps; t++) {
          if (!hasLimit(plan, pool, t)) continue;
          for (const area of grid.areasOf[r]!) {
            const cell = cellAt(grid, OVER, area, b, grid.halfYearOf[t]!);
            cells[cell]! += inUse(main, pool, t);
            capacity[cell]! += revisedCapacity(plan)[pool * plan.horizon + t]!;
          }
        }
      }
    }
    capacity.forEach((places, cell) => (cells[cell] = places === 0 ? NaN : cells[cell]! / places));
  },
};
