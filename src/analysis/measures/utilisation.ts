import { NO_POOL, UNLIMITED, revisedCapacity } from '../../engine/index.js';
import type { Measure } from './measure.js';
import { averageInAreas } from './measure.js';

const OVER = ['area', 'block', 'half-year'] as const;

/** Slots used, by doctors and by others, of all there were, over the steps of a half-year (MODEL 10): steps without limit are left out; blank where there was none or no limit, above 1 where they overran. */
export const utilisation: Measure = {
  id: 'utilisation',
  title: { sv: 'Beläggning: använda placeringsplatser av alla, medel över halvåret', en: 'Utilisation: used slots of all, mean over the half-year' },
  unit: { sv: 'andel', en: 'share' },
  over: OVER,
  better: 'neither',
  observe: ({ main: { plan, trace } }, grid, cells) => {
    const halves = grid.sizes['half-year'];
    const used = new Float64Array(plan.regions * plan.blocks * halves);
    const all = new Float64Array(used.length);
    const capacity = revisedCapacity(plan);
    for (let row = 0; row < plan.regions * plan.blocks; row++) {
      const pool = plan.slotsPool[row]!;
      if (pool === NO_POOL) continue;
      for (let t = grid.firstStep; t < plan.steps; t++) {
        const places = capacity[pool * plan.horizon + t]!;
        if (places >= UNLIMITED) continue;
        const cell = row * halves + grid.halfYearOf[t]!;
        used[cell]! += places - trace.room[pool * plan.horizon + t]!;
        all[cell]! += places;
      }
    }
    averageInAreas(grid, used, all, cells);
  },
};
