import { exponential } from '../base/index.js';

/** The threshold that every word is below. */
export const ALWAYS = 4_294_967_296;

/** A probability as a 32-bit threshold, to nearest: 0 never, 2³² always (MODEL 8.1). */
export function threshold(probability: number): number {
  return Math.min(ALWAYS, Math.max(0, Math.round(probability * ALWAYS)));
}

/** Cumulative thresholds of shares in order; the last one takes what rounding leaves. */
export function thresholds(shares: readonly number[]): number[] {
  let sum = 0;
  const cumulative = shares.map((share) => threshold((sum += share)));
  if (cumulative.length > 0) cumulative[cumulative.length - 1] = ALWAYS;
  return cumulative;
}

/** A larger mean is drawn in equal parts, each well within the reach of the exponential. */
const LARGEST_PART = 64;

/** Cumulative thresholds of a Poisson count, one table for each of the equal parts that the mean is split into. */
export function poissonThresholds(mean: number): number[][] {
  const parts = Math.max(1, Math.ceil(mean / LARGEST_PART));
  const part = mean / parts;
  const table: number[] = [];
  let term = exponential(-part);
  let sum = term;
  for (let k = 1; threshold(sum) < ALWAYS && k < 1000; k++) {
    table.push(threshold(sum));
    term = (term * part) / k;
    sum += term;
  }
  table.push(ALWAYS);
  return Array.from({ length: parts }, () => table);
}

/** The chance in one step of what has a chance in a month: of two halves, each has 1 − √(1 − p) (MODEL 8.1). */
export function perStep(monthly: number, stepsPerMonth: 1 | 2): number {
  return stepsPerMonth === 2 ? 1 - Math.sqrt(1 - monthly) : monthly;
}

/** Cumulative thresholds of the trial that succeeds first, each with the same chance; none when there is no chance. */
export function trialThresholds(each: number, trials: number): number[] {
  let fails = 1;
  return each === 0 ? [] : Array.from({ length: trials }, () => threshold(1 - (fails *= 1 - each)));
}
