import { NEVER } from '../../engine/index.js';
import type { Gate, Plan, Roster, Trace } from '../../engine/index.js';
import { rederive } from '../audit.js';
import type { Axis } from '../findings.js';
import type { Grid } from '../grid.js';
import type { Measure, Run } from './measure.js';
import { cellAt } from './measure.js';

const BY_AREA = ['area', 'pathway', 'year'] as const;
const NATIONAL = ['pathway', 'year'] as const;

const isUsed = (plan: Plan): boolean => plan.gates.length > 0;

/** Lets the cells of pathways with a gate begin at 0; those of the others stay blank. */
function open(plan: Plan, grid: Grid, over: readonly Axis[], cells: Float64Array): void {
  const years = grid.sizes.year;
  const pathwayOf = (cell: number): number => Math.floor(cell / years) % grid.sizes.pathway;
  if (over.at(-2) === 'pathway') cells.forEach((_, cell) => (cells[cell] = plan.gates.some(({ pathway }) => pathway === pathwayOf(cell)) ? 0 : NaN));
}

/** The step of the licence after a pathway with a gate: the later of completion and pass, and the processing (MODEL 3.11); NEVER while one is lacking. */
function licenceOf(gate: Gate, trace: Trace, row: number): number {
  const [completed, passed] = [trace.completes[row]!, trace.passed[row]!];
  return completed === NEVER || passed === NEVER ? NEVER : Math.max(completed, passed) + gate.processing;
}

/** Licences after a pathway with a gate, by region of employment and the year in which they come. */
export const licences: Measure = {
  id: 'licences',
  title: { sv: 'Legitimationer', en: 'Licences' },
  unit: { sv: 'läkare per år', en: 'doctors a year' },
  over: BY_AREA,
  better: 'high',
  isUsed,
  observe: ({ roster, main: { plan, trace } }, grid, cells) => {
    open(plan, grid, BY_AREA, cells);
    for (let row = 0; row < roster.rows; row++) {
      const gate = plan.gates[plan.gateOf[roster.pathway[row]!]!];
      const t = gate === undefined ? NEVER : licenceOf(gate, trace, row);
      if (t < grid.firstStep || t >= plan.steps) continue;
      for (const area of grid.areasOf[trace.region[row]!]!) cells[cellAt(grid, BY_AREA, area, roster.pathway[row]!, grid.yearOf[t]!)]! += 1;
    }
  },
};

/** A count at every year's end of doctors before a gate, by region of employment. */
function waitingMeasure(id: string, title: Measure['title'], isCounted: (trace: Trace, met: Int32Array, row: number, t: number) => boolean): Measure {
  return {
    id,
    title,
    unit: { sv: 'läkare vid årets slut', en: 'doctors at the year’s end' },
    over: BY_AREA,
    better: 'low',
    isUsed,
    observe: ({ roster, main: { plan, trace } }, grid, cells) => {
      const { met } = rederive(plan, roster, trace);
      open(plan, grid, BY_AREA, cells);
      for (const t of yearEnds(grid)) {
        for (let row = 0; row < roster.rows; row++) {
          const isBefore = plan.gateOf[roster.pathway[row]!]! >= 0 && trace.starts[row]! <= t && trace.passed[row]! > t;
          if (!isBefore || !isCounted(trace, met, row, t)) continue;
          for (const area of grid.areasOf[trace.region[row]!]!) cells[cellAt(grid, BY_AREA, area, roster.pathway[row]!, grid.yearOf[t]!)]! += 1;
        }
      }
    },
  };
}

/** The last step of every year of the report. */
function yearEnds({ lastStepOf, yearOf }: Grid): number[] {
  return Array.from(lastStepOf).filter((t, m) => m + 1 === lastStepOf.length || yearOf[t] !== yearOf[lastStepOf[m + 1]!]);
}

export const examWaiting = waitingMeasure(
  'exam-waiting',
  { sv: 'Får skriva provet men är inte godkända', en: 'May sit the exam but have not passed' },
  (_, met, row, t) => met[row]! <= t,
);

/** Those whose licence hangs on the exam alone. */
export const examHolding = waitingMeasure(
  'exam-holding',
  { sv: 'Klara med tjänstgöringen men inte godkända på provet', en: 'Completed but have not passed the exam' },
  (trace, _, row, t) => trace.completes[row]! <= t,
);

/** Who sat at the sittings of a year, in the whole country: all who might, as far as the seats reached. */
export const examSat: Measure = {
  id: 'exam-sat',
  title: { sv: 'Skrivna prov', en: 'Exams sat' },
  unit: { sv: 'prov per år', en: 'exams a year' },
  over: NATIONAL,
  better: 'neither',
  isUsed,
  observe: ({ roster, main }, grid, cells) => {
    open(main.plan, grid, NATIONAL, cells);
    visitSittings(main, grid, (gate, t, seats) => {
      cells[cellAt(grid, NATIONAL, gate.pathway, grid.yearOf[t]!)]! += Math.min(seats, countReady(main, roster, gate, t));
    });
  },
};

/** Seats at the sittings of a year; blank where a sitting had no limit. */
export const examSeats: Measure = {
  id: 'exam-seats',
  title: { sv: 'Provplatser', en: 'Exam seats' },
  unit: { sv: 'platser per år', en: 'seats a year' },
  over: NATIONAL,
  better: 'neither',
  isUsed,
  observe: ({ main }, grid, cells) => {
    open(main.plan, grid, NATIONAL, cells);
    visitSittings(main, grid, (gate, t, seats) => {
      cells[cellAt(grid, NATIONAL, gate.pathway, grid.yearOf[t]!)]! += seats === NEVER ? NaN : seats;
    });
  },
};

function visitSittings({ plan }: Run, grid: Grid, visit: (gate: Gate, t: number, seats: number) => void): void {
  for (const gate of plan.gates) {
    for (let t = grid.firstStep; t < plan.steps; t++) if (gate.seats[t]! >= 0) visit(gate, t, gate.seats[t]!);
  }
}

/** Doctors who may sit in a step. */
function countReady({ plan, trace }: Run, roster: Roster, { pathway }: Gate, t: number): number {
  const { met } = rederive(plan, roster, trace);
  let ready = 0;
  for (let row = 0; row < roster.rows; row++) if (roster.pathway[row] === pathway && met[row]! < t && trace.passed[row]! >= t) ready += 1;
  return ready;
}
