import { NEVER, variantAt } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import type { Measure, Run } from './measure.js';
import { cellAt } from './measure.js';

const ALL = 4_294_967_296;
const OVER = ['area', 'pathway', 'year'] as const;
const UNIT = { sv: 'tjänster per år', en: 'positions a year' };

/** What became of the positions of an intake: −1 where there was no limit. */
interface Opening {
  readonly opened: number;
  readonly kept: number;
  /** Positions that could be filled, after no-shows; those kept can. */
  readonly fillable: number;
  readonly filled: number;
  /** Of the filled ones, by doctors recruited before their licence. */
  readonly recruited: number;
  /** Promised to doctors whose licence came too late for the window: used up all the same. */
  readonly lost: number;
}

/** Positions that are more than planned and taken: no-shows, rules, those kept until filled, recruitment before the licence (MODEL 2.6, 6.2). */
function isUsed(plan: Plan): boolean {
  const any = (column: Plan['carries'], test: (value: number) => boolean): boolean => Array.from({ length: column.length }, (_, i) => column[i]!).some(test);
  return plan.rules.length > 0 || any(plan.offerHolds, (chance) => chance < ALL) || any(plan.carries, (one) => one === 1) || any(plan.windowSteps, (steps) => steps > 0);
}

/** A count of positions by area and year of the intake; blank where some had no limit and the count needs one. */
function openingMeasure(id: string, sv: string, en: string, better: Measure['better'], read: (opening: Opening) => number): Measure {
  return {
    id,
    title: { sv, en },
    unit: UNIT,
    over: OVER,
    better,
    observe: ({ roster, main }, grid, cells) => {
      cells.fill(0);
      visitOpenings(main, roster, grid.firstStep, (r, p, t, opening) => {
        const number = read(opening);
        for (const area of grid.areasOf[r]!) cells[cellAt(grid, OVER, area, p, grid.yearOf[t]!)]! += number;
      });
    },
  };
}

/** A count that tells of something only where positions are more than planned and taken. */
const particular = (...of: Parameters<typeof openingMeasure>): Measure => ({ ...openingMeasure(...of), isUsed });

/** Positions by the intake at which they were filled. */
interface Fillings {
  readonly filled: Int32Array; // [region × pathway × step]
  readonly recruited: Int32Array; // [region × pathway × step]
  readonly lost: Int32Array; // [region × pathway × step]
}

/** Several measures look at the positions of one run. */
const known = new WeakMap<Trace, Fillings>();

function fillingsOf(run: Run, roster: Roster): Fillings {
  const before = known.get(run.trace);
  if (before) return before;
  const found = countFillings(run, roster);
  known.set(run.trace, found);
  return found;
}

function countFillings({ plan, trace }: Run, roster: Roster): Fillings {
  const filled = new Int32Array(plan.regions * plan.pathways * plan.steps);
  const recruited = new Int32Array(filled.length);
  const lost = new Int32Array(filled.length);
  for (let row = 0; row < roster.rows; row++) {
    const t = Math.min(trace.recruited[row]!, trace.starts[row]!, trace.lost[row]!);
    if (t < 0 || t >= plan.steps) continue;
    const isLost = trace.lost[row] === t;
    const region = isLost ? roster.region[row]! : trace.region[row]!;
    const needs = (variant: number): boolean => plan.variantNeedsPosition[variant] === 1;
    const at = (region * plan.pathways + roster.pathway[row]!) * plan.steps + t;
    if (isLost && needs(variantAt(plan, roster, row, region))) lost[at]! += 1;
    // Whoever lost a promise starts later, as everybody else, or not at all.
    const start = isLost ? trace.starts[row]! : t;
    if (start >= plan.steps || !needs(trace.variant[row]!)) continue;
    const place = (trace.region[row]! * plan.pathways + roster.pathway[row]!) * plan.steps + start;
    filled[place]! += 1;
    if (trace.recruited[row] !== NEVER) recruited[place]! += 1;
  }
  return { filled, recruited, lost };
}

/** Visits every intake of the report with what became of its positions. */
function visitOpenings(run: Run, roster: Roster, first: number, visit: (r: number, p: number, t: number, opening: Opening) => void): void {
  const { plan, trace } = run;
  const { filled, recruited, lost } = fillingsOf(run, roster);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    for (let t = first; t < plan.steps; t++) {
      const at = queue * plan.steps + t;
      if (plan.intake[at] !== 1) continue;
      const opening = { opened: trace.opened[at]!, kept: trace.carried[at]!, fillable: trace.fillable[at]!, filled: filled[at]!, recruited: recruited[at]!, lost: lost[at]! };
      visit(Math.floor(queue / plan.pathways), queue % plan.pathways, t, opening);
    }
  }
}

/** A number that has a meaning only where positions have a limit. */
const limited = (read: (opening: Opening) => number) => (opening: Opening): number => (opening.opened < 0 ? NaN : read(opening));

const offered = ({ opened, kept }: Opening): number => opened + kept;

/** Positions that nobody took, by year of the intake, no-shows and lost promises too; those kept until filled count at every intake (MODEL 10). Blank where some had no limit. */
export const vacant = openingMeasure('vacant', 'Vakanta tjänster', 'Vacant positions', 'low', limited((opening) => offered(opening) - opening.filled));

export const opened = particular('opened', 'Nya tjänster, efter plan eller regel', 'New positions, by plan or rule', 'neither', limited((opening) => opening.opened));
export const kept = particular('kept', 'Tjänster sparade från en tidigare antagning', 'Positions kept from an earlier intake', 'neither', limited((opening) => opening.kept));
export const recruited = particular('recruited', 'Tjänster tillsatta före läkarens legitimation', 'Positions filled before the doctor’s licence', 'neither', (opening) => opening.recruited);
export const noShows = particular('no-shows', 'Vakanta tjänster: erbjudandet höll inte', 'Vacant positions: the offer did not hold', 'low', limited((opening) => offered(opening) - opening.fillable));
export const lostPromises = particular('lost-promises', 'Vakanta tjänster: legitimationen kom för sent', 'Vacant positions: the licence came too late', 'low', (opening) => opening.lost);
export const untaken = particular('untaken', 'Vakanta tjänster: för få sökande, eller ingen placering', 'Vacant positions: too few applicants, or no placement', 'low', limited(({ fillable, filled, lost }) => fillable - filled - lost));

/** Filled positions of all there were at the intakes of a year; those kept count as advertised again (MODEL 10). Blank where there were none, or no limit. */
export const fillRate: Measure = {
  id: 'fill-rate',
  title: { sv: 'Tillsatta tjänster av alla', en: 'Filled positions of all' },
  unit: { sv: 'andel', en: 'share' },
  over: OVER,
  better: 'high',
  isUsed,
  observe: ({ roster, main }, grid, cells) => {
    const all = new Float64Array(cells.length);
    cells.fill(0);
    visitOpenings(main, roster, grid.firstStep, (r, p, t, opening) => {
      for (const area of grid.areasOf[r]!) {
        const cell = cellAt(grid, OVER, area, p, grid.yearOf[t]!);
        cells[cell]! += opening.filled;
        all[cell]! += limited(offered)(opening);
      }
    });
    all.forEach((number, cell) => (cells[cell] = number > 0 ? cells[cell]! / number : NaN));
  },
};
