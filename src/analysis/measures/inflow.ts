import type { Measure } from './measure.js';

/** Seeking and eligible doctors who join the queue of their first pathway, by stream and term of joining; a term cut by the report has no value. */
export const inflow: Measure = {
  id: 'inflow',
  title: { sv: 'Läkare som börjar söka', en: 'Doctors who begin to seek' },
  unit: { sv: 'läkare per termin', en: 'doctors per term' },
  over: ['stream', 'term'],
  better: 'neither',
  observe: ({ roster, main }, grid, cells) => {
    const terms = grid.sizes.term;
    const { firstMonth, steps, stepsPerMonth } = main.plan;
    const termOf = Int32Array.from({ length: Math.ceil(steps / stepsPerMonth) }, (_, month) => grid.termOf(firstMonth + month));
    cells.fill(0);
    for (let cell = 0; cell < cells.length; cell++) if (!grid.isWholeTerm(cell % terms)) cells[cell] = NaN;
    for (let row = 0; row < roster.rows; row++) {
      const joins = roster.joins[row]!;
      if (joins < grid.firstStep || joins >= steps) continue;
      cells[roster.stream[row]! * terms + termOf[Math.floor(joins / stepsPerMonth)]!]! += 1;
    }
  },
};
