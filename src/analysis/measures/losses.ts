import { WHOLE, causeCount, unitsFrom } from '../../engine/index.js';
import type { Causes } from '../../engine/index.js';
import type { Grid } from '../grid.js';
import type { Measure, Run } from './measure.js';
import { cellAt, sumSeries } from './measure.js';

const BY_CAUSE = ['area', 'pathway', 'cause', 'year'] as const;

/** Doctor-months waited in queues by cause: why they waited, not what to build (MODEL 4). */
export const lost: Measure = {
  id: 'lost',
  title: { sv: 'Läkarmånader i kö, efter orsak', en: 'Doctor-months in queue, by cause' },
  unit: { sv: 'läkarmånader', en: 'doctor-months' },
  over: BY_CAUSE,
  better: 'low',
  observe: ({ main }, grid, cells) => sumCauses(main, main.trace.causes, grid, cells),
};

/** The same for waits between blocks and after leave, told apart from the queues (MODEL 4.1); empty where the scenario has neither. */
export const lostBetween: Measure = {
  id: 'lost-between',
  title: { sv: 'Läkarmånader i väntan mellan block och efter ledighet, efter orsak', en: 'Doctor-months waited between blocks and after leave, by cause' },
  unit: { sv: 'läkarmånader', en: 'doctor-months' },
  over: BY_CAUSE,
  better: 'low',
  observe: ({ roster, main }, grid, cells) => {
    if (main.plan.mode === 'step' || roster.leaves > 0) sumCauses(main, main.trace.betweenCauses, grid, cells);
  },
};

function sumCauses({ plan }: Run, booked: Causes, grid: Grid, cells: Float64Array): void {
  const causes = causeCount(plan);
  const { steps, pathways, stepsPerMonth } = plan;
  const { year: years } = grid.sizes;
  cells.fill(0);
  for (let queue = 0; queue < plan.regions * pathways; queue++) {
    const areas = grid.areasOf[Math.floor(queue / pathways)]!;
    for (let c = 0; c < causes; c++) {
      const from = unitsFrom(booked, queue * causes + c);
      if (from < 0) continue;
      const at = ((queue % pathways) * causes + c) * years;
      for (let t = grid.firstStep; t < steps; t++) {
        const waited = booked.units[from + t]!;
        if (waited === 0) continue;
        const months = waited / WHOLE / stepsPerMonth;
        const cell = at + grid.yearOf[t]!;
        for (let i = 0; i < areas.length; i++) cells[areas[i]! * pathways * causes * years + cell]! += months;
      }
    }
  }
}

/** Doctors who gave up their queue for good, by the year in which they did; empty where nobody can (MODEL 2.4). */
export const gaveUp: Measure = {
  id: 'gave-up',
  title: { sv: 'Läkare som gett upp kön', en: 'Doctors who gave up the queue' },
  unit: { sv: 'läkare per år', en: 'doctors a year' },
  over: ['area', 'pathway', 'year'],
  better: 'low',
  observe: ({ main }, grid, cells) => {
    const { inflow, initialQueue } = main.plan;
    if ([...inflow, ...initialQueue].some(({ life }) => life.givesUp.length > 0)) sumSeries(main, main.trace.left, grid, grid.yearOf, grid.sizes.year, cells);
  },
};

/** Doctors who were passed over at least once before they started or the run ended (MODEL 2.6). */
export const passedOver: Measure = {
  id: 'passed-over',
  title: { sv: 'Läkare som minst en gång fått stå över', en: 'Doctors passed over at least once' },
  unit: { sv: 'läkare', en: 'doctors' },
  over: ['area', 'pathway'],
  better: 'low',
  observe: ({ roster, main: { trace } }, grid, cells) => {
    cells.fill(0);
    for (let row = 0; row < roster.rows; row++) {
      if (trace.passes[row] === 0 || trace.joins[row]! < grid.firstStep) continue;
      for (const area of grid.areasOf[trace.home[row]!]!) cells[cellAt(grid, ['area', 'pathway'], area, roster.pathway[row]!)]! += 1;
    }
  },
};
