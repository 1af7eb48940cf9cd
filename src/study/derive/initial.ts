import { apportion, exponential } from '../../base/index.js';
import { LONG } from './at-length.js';
import { assumed } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { foreignAt } from './foreign.js';
import { layAt } from './positions.js';
import { graduatesOf } from './programmes.js';
import { publishedRegions } from './regions.js';
import { at, numberIn, onlyRow, rowsOf, sumOf, type Tables } from './rows.js';
import { nationalWait, regionalWaits } from './waits.js';

/** The year that a run begins in; the initial state is that of its first of January. */
const START = 2018;
const STREAMS = ['old-programme', 'foreign-at'] as const;

/** Months since the degree of those who got it in June and January before the start: 2017-06, 2017-01, 2016-06, 2016-01. */
const TERM_WAITS = [7, 12, 19, 24];
/** Foreign-trained doctors come all year: one group for every third month. */
const EVEN_WAITS = [2, 5, 8, 11, 14, 17, 20, 23, 26, 29];

/** Swedish- and foreign-trained seekers of the year before the start, as weights. */
function streamWeights(tables: Tables): readonly number[] {
  const metric = 'share_never_starting_training_in_sweden';
  const never = numberIn(onlyRow(rowsOf(tables, 'behaviour.csv'), metric, (row) => row['metric'] === metric), 'value');
  return [graduatesOf(tables, START - 1).value * (1 - never), at(foreignAt(tables), START - 1).value];
}

/** The share still waiting after some months when waits are gamma-distributed with a whole shape: what weighted offers give, not a strict line. */
export function stillWaiting(months: number, mean: number, shape: number): number {
  const x = (shape * months) / mean;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < shape; k++) sum += term *= x / k;
  return sum * exponential(-x);
}

/** How many wait in each region at the start: wait × starts ÷ 12, summing to the nation's. */
function initialQueueTotals(tables: Tables): readonly number[] {
  const starts = layAt(tables, START - 1).map((row) => row.number);
  const factor = assumed(tables, 'initial-queue-factor').value;
  const nation = Math.round((nationalWait(tables, START - 1) * sumOf(starts) * factor) / 12);
  return apportion(
    nation,
    regionalWaits(tables).map((wait, r) => wait.months * starts[r]!),
  );
}

/** Rule `initial-queues`: who waits for AT when the run begins, by region, stream and months waited. */
export function deriveInitialQueues(tables: Tables): DerivedFile {
  const streams = streamWeights(tables);
  const totals = initialQueueTotals(tables);
  const shape = assumed(tables, 'initial-queue-shape').value;
  const entries = regionalWaits(tables).flatMap((wait, r) => {
    const groups = STREAMS.flatMap((stream, s) => {
      const waits = s === 0 ? TERM_WAITS : EVEN_WAITS;
      const left = waits.map((months) => stillWaiting(months, wait.months, shape));
      return waits.map((months, i) => ({ stream, months, weight: (streams[s]! * left[i]!) / sumOf(left) }));
    });
    const parts = apportion(
      totals[r]!,
      groups.map((group) => group.weight),
    );
    return groups.flatMap(({ stream, months }, i) => (parts[i]! === 0 ? [] : [{ region: wait.region, stream, months, number: parts[i]! }]));
  });
  return layFile(
    'initial_queues.csv',
    ['region', 'pathway', 'stream', 'waited_months'],
    entries.map(({ region, stream, months, number }) => ({
      key: [region, 'AT', stream, months],
      card: {
        value: number,
        unit: 'doctors',
        source: `rule initial-queues: wait (published/waiting.csv) x AT starts ${START - 1} / 12, spread as a gamma distribution of shape ${shape} (assumptions.csv initial-queue-shape)`,
        quality: 'assumption',
        asOf: `${START}-01`,
      },
    })),
  );
}

/** The AT intakes before the start: months since each, and its part of the year's positions (an odd one starts in spring). */
function intakesBefore(tables: Tables): readonly { readonly since: number; readonly numbers: readonly number[] }[] {
  const [spring, autumn] = [assumed(tables, 'at-intake-month', 'spring').value, assumed(tables, 'at-intake-month', 'autumn').value];
  return [START - 2, START - 1].flatMap((year) => {
    const numbers = layAt(tables, year).map((row) => row.number);
    const months = 12 * (START - year);
    return [
      { since: months - (spring - 1), numbers: numbers.map((n) => Math.ceil(n / 2)) },
      { since: months - (autumn - 1), numbers: numbers.map((n) => Math.floor(n / 2)) },
    ];
  });
}

/**
 * Rule `initial-training`: who is in AT when the run begins, by what is left; every position before the start is taken as filled. All are taken to have long AT,
 * as 85 % of them had: those with short AT have three months less left, and are done long before any year that a figure is about.
 */
export function deriveInitialTraining(tables: Tables): DerivedFile {
  const streams = streamWeights(tables);
  const entries = publishedRegions(tables).flatMap(({ name: region }, r) =>
    intakesBefore(tables).flatMap(({ since, numbers }) => {
      const left = LONG - since;
      if (left <= 0) return [];
      const parts = apportion(numbers[r]!, streams);
      return STREAMS.map((stream, s) => ({ key: [region, `at-${LONG}`, stream, left], number: parts[s]! })).filter((row) => row.number > 0);
    }),
  );
  return layFile(
    'initial_training.csv',
    ['region', 'variant', 'stream', 'left_months'],
    entries.map(({ key, number }) => ({
      key,
      card: {
        value: number,
        unit: 'doctors',
        source: `rule initial-training: AT positions ${START - 2}-${START - 1} by rule positions, half in March and half in September`,
        quality: 'assumption',
        asOf: `${START}-01`,
      },
    })),
  );
}
