import type { Scenario } from './scenario.js';

/** Months are numbered 12 × year + month − 1, so that they can be counted. */
export function monthNumber(year: number, month: number): number {
  return 12 * year + month - 1;
}

/** Steps in a month: one, or two half-months. */
export function stepsPerMonth(scenario: Pick<Scenario, 'time'>): 1 | 2 {
  return scenario.time.step === 'half-month' ? 2 : 1;
}

/** The first step of a month; negative before the run. */
export function stepOf(scenario: Pick<Scenario, 'time'>, month: number): number {
  return (month - scenario.time.from) * stepsPerMonth(scenario);
}

/** Steps of the run: the last one is the last of `to`. */
export function countSteps(scenario: Scenario): number {
  return stepOf(scenario, scenario.time.to + 1);
}

/** The calendar year that a month is in. */
export function yearOf(month: number): number {
  return Math.floor(month / 12);
}
