import { nearest } from '../../base/index.js';
import type { Inflow } from '../../engine/index.js';
import { stepOf } from '../calendar.js';
import { poissonThresholds, threshold, thresholds } from '../chances.js';
import { layClasses } from '../cohorts.js';
import type { Rate, Stream } from '../scenario.js';
import { stepsAfter, take } from './frame.js';
import { guestBatches } from './guests.js';
import { dealLeavers, homePlaces, layHomes, layLeaving, restOf, withoutLeavers } from './homes.js';
import type { Leaving } from './homes.js';
import { layLife } from './life.js';
import type { Frame } from './frame.js';

/** What tells a cohort of a stream from its others. */
export type Batches = Pick<Inflow, 'cohort' | 'batchDegree' | 'batchOrigin' | 'batchNumber' | 'poisson' | 'dealt' | 'home' | 'homeRegion'>;
type Counted = Omit<Batches, 'home' | 'homeRegion'>;

/** Every cohort of every stream that gets its degree or licence within the run, or so soon after it that its doctors may be recruited in it (MODEL 7). */
export function layInflow(frame: Frame): Inflow[] {
  return frame.streams.flatMap((id, stream) => {
    const of = frame.scenario.streams.find((s) => s.id === id)!;
    const shared = layShared(frame, of, stream);
    return listBatches(frame, of).map((batches) => ({ ...shared, ...batches }));
  });
}

function layShared(frame: Frame, of: Stream, stream: number): Omit<Inflow, keyof Batches> {
  const gap = of.gap.length > 0 ? of.gap : [{ steps: 0, share: 1 }];
  return {
    stream,
    pathway: frame.pathways.indexOf(of.pathway),
    seeks: threshold(take(frame, of.seeks)),
    eligible: threshold(take(frame, of.eligible)),
    appliedBefore: threshold(take(frame, of.appliedBefore)),
    gapSteps: Int32Array.from(gap, (g) => g.steps),
    ...layLate(frame, of),
    gapChance: Float64Array.from(thresholds(gap.map((g) => g.share))),
    life: layLife(frame, of),
  };
}

/** How much later than expected the licence comes: those of whom nothing is said have it in time. */
function layLate(frame: Frame, { late }: Stream): Pick<Inflow, 'lateSteps' | 'lateChance'> {
  const shares = late.map(({ share }) => take(frame, share));
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  const all = late.length === 0 ? [] : [...late.map(({ steps }, i) => ({ steps, share: shares[i]! })), { steps: 0, share: rest }];
  return { lateSteps: Int32Array.from(all, ({ steps }) => steps), lateChance: Float64Array.from(thresholds(all.map(({ share }) => share))) };
}

function listBatches(frame: Frame, of: Stream): Batches[] {
  const to = frame.scenario.time.to + Math.ceil(stepsAfter(frame.scenario, of) / frame.perMonth);
  if (of.guests) return guestBatches(frame, of.guests, to);
  const homes = layHomes(frame, of);
  const leaving = layLeaving(frame, of);
  return countBatches(frame, of, leaving, to).map((batches) => ({ ...batches, ...withoutLeavers(homes, leaving, batches.cohort) }));
}

function countBatches(frame: Frame, of: Stream, leaving: Leaving | undefined, to: number): Counted[] {
  const { from } = frame.scenario.time;
  if (of.rate) return rateBatches(frame, of, of.rate, leaving, to);
  const inRun = (month: number): boolean => month >= from && month <= to;
  if (of.programme) {
    return layClasses(of.programme)
      .filter((row) => inRun(row.month) && row.number.some((n) => n > 0))
      .map((row) => {
        for (const cell of row.cells) take(frame, cell);
        return batchesOf(frame, row.month, row.number);
      });
  }
  return (of.listed ?? []).filter((row) => inRun(row.month)).map((row) => batchesOf(frame, row.month, [take(frame, row.number)]));
}

function batchesOf(frame: Frame, month: number, number: readonly number[]): Counted {
  const degree = stepOf(frame.scenario, month);
  return {
    cohort: month,
    batchDegree: Int32Array.from(number, () => degree),
    batchOrigin: Int32Array.from(number, (_, origin) => origin),
    batchNumber: Int32Array.from(number),
    poisson: [],
    dealt: new Int32Array(0),
  };
}

/** A cohort for each month of a rate; a batch for each step of it. */
function rateBatches(frame: Frame, of: Stream, rate: Rate, leaving: Leaving | undefined, to: number): Counted[] {
  const { from } = frame.scenario.time;
  const inside = homePlaces(of).map((place) => of.home.filter((h) => h.region === place).reduce((sum, h) => sum + h.share.value, 0));
  const shares = [...inside, restOf(inside)];
  const regionOf = [...homePlaces(of).map((place) => frame.regions.indexOf(place)), -1];
  const dealt = shares.map(() => 0);
  const seasonSum = rate.season.reduce((a, b) => a + b, 0);
  const stays = dealLeavers(leaving);
  const batches: Counted[] = [];
  let cumulative = 0;
  for (let month = from; month <= to; month++) {
    const row = rate.perYear.filter((r) => r.from <= month).at(-1);
    if (row === undefined) continue;
    const mean = (take(frame, row.value) * rate.season[month % 12]!) / seasonSum / frame.perMonth;
    const numbers = Array.from({ length: frame.perMonth }, () => {
      const before = nearest(cumulative);
      cumulative += mean;
      return rate.law === 'poisson' ? -1 : nearest(cumulative) - before;
    });
    if (mean === 0) continue;
    const step = stepOf(frame.scenario, month);
    batches.push({
      cohort: month,
      batchDegree: Int32Array.from(numbers, (_, i) => step + i),
      batchOrigin: new Int32Array(numbers.length),
      batchNumber: Int32Array.from(numbers),
      poisson: rate.law === 'poisson' ? poissonThresholds(mean).map((part) => Float64Array.from(part)) : [],
      dealt: rate.law === 'poisson' ? new Int32Array(0) : Int32Array.from({ length: numbers.reduce((a, b) => a + b, 0) }, () => stays(regionOf[deal(shares, dealt)]!, month)),
    });
  }
  return batches;
}

/** The place of the next doctor of a fixed inflow: the one that lags most behind its share, the first of equals; totals are kept at every moment. */
function deal(shares: readonly number[], dealt: number[]): number {
  const total = dealt.reduce((a, b) => a + b, 1);
  let furthest = 0;
  shares.forEach((share, i) => {
    if (share * total - dealt[i]! > shares[furthest]! * total - dealt[furthest]! + 1e-9) furthest = i;
  });
  dealt[furthest]! += 1;
  return furthest;
}
