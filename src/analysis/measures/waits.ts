import { LONG_AGO, NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import { degreeOf } from '../degree.js';
import type { Grid } from '../grid.js';
import { WITHIN_MONTHS } from '../grid.js';
import type { Measure, Replication } from './measure.js';
import { cellAt } from './measure.js';
import { MAY, visitSurveyed } from '../survey.js';

/** Mean wait from degree or licence to start over all who are in training on 1 May: whom the published surveys ask (MODEL 10). */
export const surveyWait: Measure = {
  id: 'survey-wait',
  title: { sv: 'Väntetid enligt enkät: medel bland dem som är i tjänst 1 maj', en: 'Survey wait: mean of those in training on 1 May' },
  unit: { sv: 'månader', en: 'months' },
  over: ['area', 'pathway', 'year'],
  better: 'low',
  observe: ({ roster, main }, grid, cells) => {
    const count = new Float64Array(cells.length);
    cells.fill(0);
    const first = main.plan.firstMonth + grid.firstStep / main.plan.stepsPerMonth;
    for (let y = 0; y < grid.sizes.year; y++) {
      const year = Math.floor(first / 12) + y;
      if (12 * year + MAY < first) continue;
      visitSurveyed(roster, main, year, (row, months) => {
        for (const area of grid.areasOf[main.trace.region[row]!]!) {
          const cell = cellAt(grid, ['area', 'pathway', 'year'], area, roster.pathway[row]!, y);
          cells[cell]! += months;
          count[cell]! += 1;
        }
      });
    }
    divide(cells, count);
  },
};

/** Share of a cohort that has started within 3, 6 and 12 months of degree or licence; empty where the run ends before. */
export const startedWithin: Measure = {
  id: 'started-within',
  title: { sv: 'Andel som har börjat inom 3, 6 och 12 månader', en: 'Share started within 3, 6 and 12 months' },
  unit: { sv: 'andel', en: 'share' },
  over: ['area', 'pathway', 'term', 'k'],
  better: 'high',
  observe: ({ roster, main: { plan, trace } }, grid, cells) => {
    const count = new Float64Array(cells.length);
    cells.fill(0);
    for (let row = 0; row < roster.rows; row++) {
      const degree = degreeOf(roster, trace, row);
      if (degree === LONG_AGO || degree === NEVER) continue;
      const term = grid.termOf(plan.firstMonth + Math.floor(degree / plan.stepsPerMonth));
      if (term < 0 || !grid.isWholeTerm(term)) continue;
      WITHIN_MONTHS.forEach((months, k) => {
        const limit = degree + months * plan.stepsPerMonth;
        for (const area of grid.areasOf[trace.home[row]!]!) {
          const cell = cellAt(grid, ['area', 'pathway', 'term', 'k'], area, roster.pathway[row]!, term, k);
          if (limit >= plan.steps) cells[cell] = NaN;
          else if (trace.starts[row]! <= limit) cells[cell]! += 1;
          count[cell]! += 1;
        }
      });
    }
    divide(cells, count);
  },
};

/** Steps of a part of the wait of who has started. */
type Part = (run: { readonly plan: Plan; readonly trace: Trace }, roster: Roster, row: number) => number;

/** The three parts of the wait of those who start in a year; they sum to the whole (MODEL 10). */
function partMeasure(id: string, title: Measure['title'], part: Part): Measure {
  return {
    id,
    title,
    unit: { sv: 'månader', en: 'months' },
    over: ['area', 'pathway', 'year'],
    better: 'low',
    observe: (replication, grid, cells) => meanOfStarters(replication, grid, cells, part),
  };
}

function meanOfStarters({ roster, main }: Replication, grid: Grid, cells: Float64Array, part: Part): void {
  const { plan, trace } = main;
  const count = new Float64Array(cells.length);
  cells.fill(0);
  for (let row = 0; row < roster.rows; row++) {
    const start = trace.starts[row]!;
    if (roster.joins[row] === LONG_AGO || start >= plan.steps || start < grid.firstStep) continue;
    for (const area of grid.areasOf[trace.region[row]!]!) {
      const cell = cellAt(grid, ['area', 'pathway', 'year'], area, roster.pathway[row]!, grid.yearOf[start]!);
      cells[cell]! += part(main, roster, row) / plan.stepsPerMonth;
      count[cell]! += 1;
    }
  }
  divide(cells, count);
}

/** Steps from joining to the first intake at home open to the doctor, or to the start if that comes first; a form that needs none is always open. */
const calendarSteps: Part = ({ plan, trace }, roster, row) => {
  const [joins, start] = [trace.joins[row]!, trace.starts[row]!];
  if (plan.variantNeedsIntake[trace.variant[row]!] !== 1) return 0;
  const queue = (trace.home[row]! * plan.pathways + roster.pathway[row]!) * plan.steps;
  const wait = roster.appliedBefore[row] === 1 ? 0 : plan.closesSteps[roster.pathway[row]!]!;
  for (let t = Math.max(0, joins + wait); t < start; t++) if (plan.intake[queue + t] === 1) return t - joins;
  return start - joins;
};

export const waitGap = partMeasure('wait-gap', { sv: 'Väntan innan läkaren börjar söka', en: 'Wait before seeking' }, ({ trace }, roster, row) => trace.joins[row]! - degreeOf(roster, trace, row));
export const waitCalendar = partMeasure('wait-calendar', { sv: 'Väntan till första öppna antagning', en: 'Wait to the first open intake' }, calendarSteps);
export const waitQueue = partMeasure('wait-queue', { sv: 'Väntan i kö', en: 'Wait in queue' }, (run, roster, row) => run.trace.starts[row]! - run.trace.joins[row]! - calendarSteps(run, roster, row));

function divide(cells: Float64Array, count: Float64Array): void {
  for (let i = 0; i < cells.length; i++) cells[i] = count[i]! === 0 ? NaN : cells[i]! / count[i]!;
}
