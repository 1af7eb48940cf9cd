import { nearest } from '../../base/index.js';
import { stepOf } from '../calendar.js';
import { ALWAYS, poissonThresholds, thresholds } from '../chances.js';
import type { Guests } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';
import type { Batches } from './inflow.js';

/**
 * Those who come from outside the scenario (MODEL 5.4): a cohort for each month until `to` in which anybody may, evenly over the year; each region's come to its queue. Fixed
 * ones are dealt: at every step as many have come in all as the rates say, each to the region that lags most behind its own.
 */
export function guestBatches(frame: Frame, { law, perYear }: Guests, to: number): Batches[] {
  const { from } = frame.scenario.time;
  for (const row of perYear) for (const figure of row.rows) take(frame, figure);
  const dated = frame.regions.map((region) => perYear.filter((row) => row.region === region));
  const behind = frame.regions.map(() => 0);
  const batches: Batches[] = [];
  for (let month = from; month <= to; month++) {
    const means = dated.map((rows) => (rows.findLast((row) => row.from <= month)?.perYear ?? 0) / 12 / frame.perMonth);
    const mean = means.reduce((a, b) => a + b, 0);
    if (mean === 0) continue;
    const step = stepOf(frame.scenario, month);
    const dealt = law === 'poisson' ? [] : Array.from({ length: frame.perMonth }, () => dealStep(means, behind));
    batches.push({
      cohort: month,
      batchDegree: Int32Array.from({ length: frame.perMonth }, (_, i) => step + i),
      batchOrigin: new Int32Array(frame.perMonth),
      batchNumber: Int32Array.from({ length: frame.perMonth }, (_, i) => dealt[i]?.length ?? -1),
      poisson: law === 'poisson' ? poissonThresholds(mean).map((part) => Float64Array.from(part)) : [],
      dealt: Int32Array.from(dealt.flat()),
      home: Float64Array.from([...thresholds(means.map((one) => one / mean)), ALWAYS]),
      homeRegion: Int32Array.from([...means.map((_, region) => region), -1]),
    });
  }
  return batches;
}

/** The regions of those who come in a step: `behind` is how many each region's rates have brought less those who have come. */
function dealStep(means: readonly number[], behind: number[]): readonly number[] {
  means.forEach((mean, region) => (behind[region]! += mean));
  const number = Math.max(0, nearest(behind.reduce((a, b) => a + b, 0)));
  return Array.from({ length: number }, () => {
    const region = behind.reduce((furthest, one, r) => (one > behind[furthest]! + 1e-9 ? r : furthest), 0);
    behind[region]! -= 1;
    return region;
  });
}
