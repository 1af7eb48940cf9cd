import { LONG_AGO } from '../../engine/index.js';
import type { Measure } from './measure.js';
import { cellAt } from './measure.js';

/** Seeking and eligible doctors who join a queue, by stream and term of joining. */
export const inflow: Measure = {
  id: 'inflow',
  title: { sv: 'Läkare som börjar söka', en: 'Doctors who begin to seek' },
  unit: { sv: 'läkare per termin', en: 'doctors per term' },
  over: ['stream', 'term'],
  better: 'neither',
  observe: ({ roster, main }, grid, cells) => {
    cells.fill(0);
    for (let row = 0; row < roster.rows; row++) {
      const joins = roster.joins[row]!;
      if (joins === LONG_AGO || joins < grid.firstStep || joins >= main.plan.steps) continue;
      const term = grid.termOf(main.plan.firstMonth + Math.floor(joins / main.plan.stepsPerMonth));
      cells[cellAt(grid, ['stream', 'term'], roster.stream[row]!, term)]! += 1;
    }
  },
};
