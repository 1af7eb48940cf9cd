import type { Plan, Roster } from '../../engine/index.js';

/** The personal duration of a stretch. */
export function stretchLengthOf(plan: Plan, roster: Roster, row: number, stretch: number): number {
  return personalLength(plan.stretchLength[stretch]!, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
}

/** A factor of the length, half up, at least one step (MODEL 3.7). */
export function personalLength(steps: number, numerator: number, denominator: number): number {
  if (numerator === denominator) return steps;
  const whole = Math.floor((steps * numerator) / denominator);
  const isUp = 2 * (steps * numerator - whole * denominator) >= denominator;
  return Math.max(1, whole + (isUp ? 1 : 0));
}
