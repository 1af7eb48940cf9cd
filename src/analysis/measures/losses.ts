import { NO_POOL, UNIT, WHOLE, causeCount } from '../../engine/index.js';
import type { Measure } from './measure.js';
import { cellAt } from './measure.js';

/** Doctor-months waited by cause: why they waited, not what to build (MODEL 4). */
export const lost: Measure = {
  id: 'lost',
  title: { sv: 'Läkarmånader i väntan, efter orsak', en: 'Doctor-months waited, by cause' },
  unit: { sv: 'läkarmånader', en: 'doctor-months' },
  over: ['area', 'pathway', 'cause', 'year'],
  better: 'low',
  observe: ({ main: { plan, trace } }, grid, cells) => {
    const causes = causeCount(plan);
    cells.fill(0);
    for (let r = 0; r < plan.regions; r++) {
      for (let p = 0; p < plan.pathways; p++) {
        for (let c = 0; c < causes; c++) {
          const from = ((r * plan.pathways + p) * causes + c) * plan.steps;
          for (let t = grid.firstStep; t < plan.steps; t++) {
            const units = trace.causes[from + t]!;
            if (units === 0) continue;
            for (const area of grid.areasOf[r]!) cells[cellAt(grid, ['area', 'pathway', 'cause', 'year'], area, p, c, grid.yearOf[t]!)]! += units / WHOLE / plan.stepsPerMonth;
          }
        }
      }
    }
  },
};

/** Positions that nobody took, by year of the intake; they lapse. */
export const vacant: Measure = {
  id: 'vacant',
  title: { sv: 'Vakanta tjänster', en: 'Vacant positions' },
  unit: { sv: 'tjänster per år', en: 'positions a year' },
  over: ['area', 'pathway', 'year'],
  better: 'low',
  observe: ({ main: { plan, trace } }, grid, cells) => {
    cells.fill(0);
    for (let r = 0; r < plan.regions; r++) {
      for (let p = 0; p < plan.pathways; p++) {
        const pool = plan.positionsPool[r * plan.pathways + p]!;
        for (let t = grid.firstStep; t < plan.steps; t++) {
          const left = pool === NO_POOL ? NaN : trace.room[pool * plan.horizon + t]! / UNIT;
          if (left === 0) continue;
          for (const area of grid.areasOf[r]!) cells[cellAt(grid, ['area', 'pathway', 'year'], area, p, grid.yearOf[t]!)]! += left;
        }
      }
    }
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
      if (trace.passes[row] === 0 || roster.joins[row]! < grid.firstStep) continue;
      for (const area of grid.areasOf[roster.region[row]!]!) cells[cellAt(grid, ['area', 'pathway'], area, roster.pathway[row]!)]! += 1;
    }
  },
};
