import { LONG_AGO } from '../../engine/index.js';
import type { Measure } from './measure.js';
import { cellAt } from './measure.js';

/** Seeking and eligible doctors who join the queue of their first pathway, by stream and term of joining; a term cut by the report has no value. */
export const inflow: Measure = {
  id: 'inflow',
  title: { sv: 'Läkare som börjar söka', en: 'Doctors who begin to seek' },
  unit: { sv: 'läkare per termin', en: 'doctors per term' },
  over: ['stream', 'term'],
  better: 'neither',
  observe: ({ roster, main }, grid, cells) => {
    const terms = grid.sizes.term;
    cells.fill(0);
    for (let cell = 0; cell < cells.length; cell++) if (!grid.isWholeTerm(cell % terms)) cells[cell] = NaN;
    for (let row = 0; row < roster.rows; row++) {
      const joins = roster.joins[row]!;
      if (joins === LONG_AGO || joins < grid.firstStep || joins >= main.plan.steps) continue;
      const term = grid.termOf(main.plan.firstMonth + Math.floor(joins / main.plan.stepsPerMonth));
      cells[cellAt(grid, ['stream', 'term'], roster.stream[row]!, term)]! += 1;
    }
  },
};
