import { quantileSorted } from 'simple-statistics';
import type { Summary } from './findings.js';
import { addToSample, laySample, summariseCell } from './sample.js';

/** One figure over replications, from all its values; null where none is a number. */
export function summariseValues(values: readonly number[]): Summary | null {
  const sample = laySample(1, values.length);
  for (const value of values) addToSample(sample, Float64Array.of(value));
  return summariseCell(sample, 0);
}

/** The middle one of values, or halfway between the two in the middle. */
export function middleOf(values: readonly number[]): number {
  return quantileSorted(values.toSorted((a, b) => a - b), 0.5);
}
