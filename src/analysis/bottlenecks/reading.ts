import { BugError } from '../../base/index.js';
import { WHOLE, causeCount, unitsAt } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import type { Grid } from '../grid.js';
import type { Run } from '../measures/index.js';
import { causesOf, isRanked, listCulprits, poolsOf } from './culprits.js';

/** A pool is binding in a half-year when it is in at least this share of its steps (MODEL 10). */
const BINDING = { of: 3, least: 1 };

/** What is read of one run for its bottlenecks: whole numbers only. */
export interface BottleneckReading {
  /** Doctor-steps booked, in 27,720ths, in queues and between blocks. */
  readonly units: Float64Array; // [region × culprit]
  /** Steps in which a share of anybody's wait was booked. */
  readonly binding: Int32Array; // [region × culprit]
  /** Half-years in which it was binding in at least a third of the steps. */
  readonly halves: Uint8Array; // [region × culprit × half-year] 0 | 1
  /** Doctors refused whom room in this alone would have let start, counted at each refusal. */
  readonly sole: Int32Array; // [region × culprit]
}

/** Reads the bottlenecks of a run over the report's steps. */
export function readBottlenecks(run: Run, grid: Grid): BottleneckReading {
  const { plan } = run;
  const culprits = listCulprits(plan);
  const [rows, halves] = [plan.regions * culprits.length, grid.sizes['half-year']];
  const reading = { units: new Float64Array(rows), binding: new Int32Array(rows), halves: new Uint8Array(rows * halves), sole: new Int32Array(rows) };
  const stepsIn = countSteps(plan, grid);
  for (let region = 0; region < plan.regions; region++) {
    culprits.forEach((culprit, c) => {
      const row = region * culprits.length + c;
      const booked = bookedOn(run, grid, region, (pathway) => causesOf(plan, culprit, pathway));
      const bindingIn = new Int32Array(halves);
      for (let t = grid.firstStep; t < plan.steps; t++) {
        if (booked[t] === 0) continue;
        reading.units[row]! += booked[t]!;
        bindingIn[grid.halfYearOf[t]!]! += 1;
      }
      bindingIn.forEach((steps, half) => {
        reading.binding[row]! += steps;
        if (steps > 0 && BINDING.of * steps >= BINDING.least * stepsIn[half]!) reading.halves[row * halves + half] = 1;
      });
      for (const pool of poolsOf(plan, culprit, region)) for (let t = grid.firstStep; t < plan.steps; t++) reading.sole[row]! += run.trace.sole[pool * plan.steps + t]!;
    });
  }
  return reading;
}

function countSteps(plan: Plan, grid: Grid): Int32Array {
  const steps = new Int32Array(grid.sizes['half-year']);
  for (let t = grid.firstStep; t < plan.steps; t++) steps[grid.halfYearOf[t]!]! += 1;
  return steps;
}

/** What was booked in a region on some causes, step by step, in 27,720ths. */
function bookedOn({ plan, trace }: Run, grid: Grid, region: number, causes: (pathway: number) => readonly number[]): Float64Array {
  const booked = new Float64Array(plan.steps);
  const count = causeCount(plan);
  for (let pathway = 0; pathway < plan.pathways; pathway++) {
    for (const cause of causes(pathway)) {
      const row = (region * plan.pathways + pathway) * count + cause;
      for (let t = grid.firstStep; t < plan.steps; t++) booked[t]! += unitsAt(trace.causes, row, t) + unitsAt(trace.betweenCauses, row, t);
    }
  }
  return booked;
}

/** The two halves of the calendar: positions (and ST posts), and room. */
export const PANELS = ['entry', 'room'] as const;

/** Share of the steps of each half-year in which anything of a kind was binding, region by region: cells of a sample. */
export function readCalendar(run: Run, grid: Grid): Float64Array {
  const { plan } = run;
  const halves = grid.sizes['half-year'];
  const cells = new Float64Array(PANELS.length * plan.regions * halves); // [panel × region × half-year]
  const stepsIn = countSteps(plan, grid);
  const ranked = listCulprits(plan).filter(isRanked);
  PANELS.forEach((panel, p) => {
    const kinds = ranked.filter(({ kind }) => (kind === 'positions' || kind === 'st-posts') === (panel === 'entry'));
    for (let region = 0; region < plan.regions; region++) {
      const booked = bookedOn(run, grid, region, (pathway) => kinds.flatMap((culprit) => causesOf(plan, culprit, pathway)));
      const at = (p * plan.regions + region) * halves;
      for (let t = grid.firstStep; t < plan.steps; t++) if (booked[t]! > 0) cells[at + grid.halfYearOf[t]!]! += 1;
      for (let half = 0; half < halves; half++) cells[at + half]! /= stepsIn[half]!;
    }
  });
  return cells;
}

/** The two kinds of wait, reported apart (MODEL 4.1). */
export const WAITS = ['queue', 'between'] as const;

/** How long the table of losses is. */
export const countLosses = (plan: Plan, grid: Grid): number => plan.regions * plan.pathways * WAITS.length * causeCount(plan) * grid.sizes.year;

/**
 * Doctor-steps lost by region, pathway, kind of wait, cause (with its block) and year, in 27,720ths; and all that was waited in queues, counted from the queues alone.
 * That the one sums to the other, region by region and pathway by pathway, is held against each other here: the last unit must agree.
 */
export function readLosses({ plan, trace }: Run, grid: Grid): { readonly units: Float64Array; readonly waited: number } {
  const units = new Float64Array(countLosses(plan, grid)); // [region × pathway × wait × cause × year]
  const causes = causeCount(plan);
  let waited = 0;
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    let [sum, steps] = [0, 0];
    WAITS.forEach((wait, w) => {
      const booked = wait === 'queue' ? trace.causes : trace.betweenCauses;
      for (let c = 0; c < causes; c++) {
        for (let t = grid.firstStep; t < plan.steps; t++) {
          const here = unitsAt(booked, queue * causes + c, t);
          units[((queue * WAITS.length + w) * causes + c) * grid.sizes.year + grid.yearOf[t]!]! += here;
          if (wait === 'queue') sum += here;
        }
      }
    });
    for (let t = grid.firstStep; t < plan.steps; t++) steps += trace.queue[queue * plan.steps + t]!;
    if (sum !== steps * WHOLE) throw new BugError(`queue ${queue}: ${sum} 27,720ths are booked on causes of ${steps} doctor-steps waited`);
    waited += steps;
  }
  return { units, waited };
}
