import { LATER, LONG_AGO, NEVER } from '../../engine/index.js';
import type { Roster, Trace } from '../../engine/index.js';
import { layDegrees } from '../degree.js';
import type { Grid } from '../grid.js';
import { WITHIN_MONTHS } from '../grid.js';
import type { Measure, Replication, Run } from './measure.js';
import { averageInAreas, wholeTerms } from './measure.js';
import { MAY } from '../survey.js';

/** Mean wait from degree or licence to start over all who are in training on 1 May: whom the published surveys ask (MODEL 10). */
export const surveyWait: Measure = {
  id: 'survey-wait',
  title: { sv: 'Väntetid enligt enkät: medel bland dem som är i tjänst 1 maj', en: 'Survey wait: mean of those in training on 1 May' },
  unit: { sv: 'månader', en: 'months' },
  over: ['area', 'pathway', 'year'],
  better: 'low',
  observe: ({ roster, main: { plan, trace } }, grid, cells) => {
    const years = grid.sizes.year;
    const summed = new Float64Array(plan.regions * plan.pathways * years);
    const counted = new Float64Array(summed.length);
    const asked = surveySteps(plan, grid);
    const { rows, joins, degree, pathway } = roster;
    const { starts, completes, region } = trace;
    for (let row = 0; row < rows; row++) {
      const start = starts[row]!;
      // Those in training when the run began have no known wait, and who is in a later pathway is not asked.
      if (start === NEVER || joins[row] === LONG_AGO || joins[row] === LATER) continue;
      const cell = (region[row]! * plan.pathways + pathway[row]!) * years;
      for (let y = years - 1; y >= 0 && start <= asked[y]!; y--) {
        if (completes[row]! <= asked[y]!) continue;
        summed[cell + y]! += (start - degree[row]!) / plan.stepsPerMonth;
        counted[cell + y]! += 1;
      }
    }
    averageInAreas(grid, summed, counted, cells);
  },
};

/** The step in which the survey of each year is made: −∞ before report and run, when nobody has started; ∞ after the run, when everybody has completed. */
function surveySteps(plan: Run['plan'], grid: Grid): Float64Array {
  const first = plan.firstMonth + grid.firstStep / plan.stepsPerMonth;
  return Float64Array.from({ length: grid.sizes.year }, (_, y) => {
    const month = 12 * (Math.floor(first / 12) + y) + MAY;
    const t = (month - plan.firstMonth) * plan.stepsPerMonth;
    return month < first || t < 0 ? -Infinity : t < plan.steps ? t : Infinity;
  });
}

/** Share of a cohort that has started within 3, 6 and 12 months of degree or licence; empty where the run ends before. */
export const startedWithin: Measure = {
  id: 'started-within',
  title: { sv: 'Andel som har börjat inom 3, 6 och 12 månader', en: 'Share started within 3, 6 and 12 months' },
  unit: { sv: 'andel', en: 'share' },
  over: ['area', 'pathway', 'term', 'k'],
  better: 'high',
  observe: ({ roster, main: { plan, trace } }, grid, cells) => {
    const terms = wholeTerms(plan, grid);
    const { steps, stepsPerMonth, pathways } = plan;
    const { term: all } = grid.sizes;
    const ks = WITHIN_MONTHS.length;
    const summed = new Float64Array(plan.regions * pathways * all * ks);
    const counted = new Float64Array(summed.length);
    const { rows, pathway } = roster;
    const { starts, home } = trace;
    const degrees = layDegrees(roster, trace);
    for (let row = 0; row < rows; row++) {
      const degree = degrees[row]!;
      if (degree < 0 || degree >= steps) continue;
      const term = terms[Math.floor(degree / stepsPerMonth)]!;
      if (term < 0) continue;
      const cell = ((home[row]! * pathways + pathway[row]!) * all + term) * ks;
      for (let k = 0; k < ks; k++) {
        const limit = degree + WITHIN_MONTHS[k]! * stepsPerMonth;
        if (limit >= steps) summed[cell + k] = NaN;
        else if (starts[row]! <= limit) summed[cell + k]! += 1;
        counted[cell + k]! += 1;
      }
    }
    averageInAreas(grid, summed, counted, cells);
  },
};

/** The wait of those who start in a year, in steps: the whole of each part, and how many they are. */
interface Parts {
  readonly counted: Float64Array; // [region × pathway × year]
  readonly gap: Float64Array; // [region × pathway × year]
  readonly calendar: Float64Array; // [region × pathway × year]
  readonly queue: Float64Array; // [region × pathway × year]
}

/** Three measures read the parts of one run. */
const known = new WeakMap<Trace, { readonly grid: Grid; readonly parts: Parts }>();

function partsOf({ roster, main }: Replication, grid: Grid): Parts {
  const before = known.get(main.trace);
  if (before?.grid === grid) return before.parts;
  const parts = sumParts(roster, main, grid);
  known.set(main.trace, { grid, parts });
  return parts;
}

function sumParts(roster: Roster, { plan, trace }: Run, grid: Grid): Parts {
  const table = (): Float64Array => new Float64Array(plan.regions * plan.pathways * grid.sizes.year);
  const parts: Parts = { counted: table(), gap: table(), calendar: table(), queue: table() };
  const { rows, joins: given, pathway, appliedBefore } = roster;
  const { starts, joins, home, region, variant } = trace;
  const { steps, pathways, closesSteps, intake, variantNeedsIntake } = plan;
  const degrees = layDegrees(roster, trace);
  const { firstStep, yearOf, sizes: { year: years } } = grid;
  for (let row = 0; row < rows; row++) {
    const start = starts[row]!;
    if (given[row] === LONG_AGO || start >= steps || start < firstStep) continue;
    const joined = joins[row]!;
    let calendar = 0;
    if (variantNeedsIntake[variant[row]!] === 1) {
      // Until the first intake at home open to the doctor, or the start if that comes first; a form that needs none is always open.
      const queue = (home[row]! * pathways + pathway[row]!) * steps;
      let t = Math.max(0, appliedBefore[row] === 1 ? joined : joined + closesSteps[pathway[row]!]!);
      while (t < start && intake[queue + t] !== 1) t += 1;
      calendar = Math.min(t, start) - joined;
    }
    const cell = (region[row]! * pathways + pathway[row]!) * years + yearOf[start]!;
    parts.counted[cell]! += 1;
    parts.gap[cell]! += joined - degrees[row]!;
    parts.calendar[cell]! += calendar;
    parts.queue[cell]! += start - joined - calendar;
  }
  return parts;
}

/** The three parts of the wait of those who start in a year; they sum to the whole (MODEL 10). */
function partMeasure(id: string, title: Measure['title'], part: 'gap' | 'calendar' | 'queue'): Measure {
  return {
    id,
    title,
    unit: { sv: 'månader', en: 'months' },
    over: ['area', 'pathway', 'year'],
    better: 'low',
    observe: (replication, grid, cells) => {
      const parts = partsOf(replication, grid);
      averageInAreas(grid, parts[part].map((steps) => steps / replication.main.plan.stepsPerMonth), parts.counted, cells);
    },
  };
}

export const waitGap = partMeasure('wait-gap', { sv: 'Väntan innan läkaren börjar söka', en: 'Wait before seeking' }, 'gap');
export const waitCalendar = partMeasure('wait-calendar', { sv: 'Väntan till första öppna antagning', en: 'Wait to the first open intake' }, 'calendar');
export const waitQueue = partMeasure('wait-queue', { sv: 'Väntan i kö', en: 'Wait in queue' }, 'queue');
