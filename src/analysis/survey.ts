import { LATER, LONG_AGO } from '../engine/index.js';
import type { Roster } from '../engine/index.js';
import type { Run } from './measures/index.js';

/** The surveys ask in May; months count from 0. */
export const MAY = 4;

/**
 * Visits everybody whom the survey of a year asks: who is in training on 1 May, with the months from degree or licence to start (MODEL 10). Those in training when
 * the run began have no known wait, and who is in a later pathway is not asked: both are left out; nobody is visited outside the run.
 */
export function visitSurveyed(roster: Roster, { plan, trace }: Run, year: number, visit: (row: number, months: number) => void): void {
  const t = (12 * year + MAY - plan.firstMonth) * plan.stepsPerMonth;
  if (t < 0 || t >= plan.steps) return;
  for (let row = 0; row < roster.rows; row++) {
    if (roster.joins[row] === LONG_AGO || roster.joins[row] === LATER || trace.starts[row]! > t || trace.completes[row]! <= t) continue;
    visit(row, (trace.starts[row]! - roster.degree[row]!) / plan.stepsPerMonth);
  }
}
