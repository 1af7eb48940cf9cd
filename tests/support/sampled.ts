import { addToSample, laySample } from '../../src/analysis/index.js';
import type { Sample } from '../../src/analysis/index.js';

/** A sample of one replication: its cells as `fill` leaves them, not numbers beforehand. */
export function sampled(cells: number, fill: (cells: Float64Array) => void): Sample {
  const values = new Float64Array(cells).fill(NaN);
  fill(values);
  const sample = laySample(cells, 1);
  addToSample(sample, values);
  return sample;
}
