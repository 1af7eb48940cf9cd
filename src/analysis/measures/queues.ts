import type { Measure } from './measure.js';
import { cellAt, readMonthEnds } from './measure.js';

/** Doctors waiting in queues at the end of each month, by region sought first. */
export const queue: Measure = {
  id: 'queue',
  title: { sv: 'Läkare i kö', en: 'Doctors in queue' },
  unit: { sv: 'läkare', en: 'doctors' },
  over: ['area', 'pathway', 'month'],
  better: 'low',
  observe: ({ main }, grid, cells) => readMonthEnds(main, main.trace.queue, grid, cells),
};

/** Doctors who have started and not completed, at the end of each month, by region of employment. */
export const training: Measure = {
  id: 'training',
  title: { sv: 'Läkare i tjänstgöring', en: 'Doctors in training' },
  unit: { sv: 'läkare', en: 'doctors' },
  over: ['area', 'pathway', 'month'],
  better: 'neither',
  observe: ({ main }, grid, cells) => readMonthEnds(main, main.trace.training, grid, cells),
};

/** Queue at the end of each year at the headroom's low, likely and high value: how much of the answer is the assumption. */
export const queueByHeadroom: Measure = {
  id: 'queue-by-headroom',
  title: { sv: 'Kö vid årets slut vid låg, trolig och hög marginal', en: 'Queue at year end at low, likely and high headroom' },
  unit: { sv: 'läkare', en: 'doctors' },
  over: ['headroom', 'pathway', 'year'],
  better: 'low',
  observe: ({ lowHeadroom, main, highHeadroom }, grid, cells) => {
    cells.fill(0);
    [lowHeadroom, main, highHeadroom].forEach(({ plan, trace }, h) => {
      for (let m = 0; m < grid.sizes.month; m++) {
        const t = grid.lastStepOf[m]!;
        if (m + 1 < grid.sizes.month && grid.yearOf[t] === grid.yearOf[grid.lastStepOf[m + 1]!]) continue;
        for (let r = 0; r < plan.regions; r++) {
          for (let p = 0; p < plan.pathways; p++) {
            cells[cellAt(grid, ['headroom', 'pathway', 'year'], h, p, grid.yearOf[t]!)]! += trace.queue[(r * plan.pathways + p) * plan.steps + t]!;
          }
        }
      }
    });
  },
};
