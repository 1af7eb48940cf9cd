import { addToSample, laySample, meanOf, summariseCell } from '../sample.js';
import { studentT } from '../student-t.js';
import { studentCdf } from './student-cdf.js';

/** How sure it is that an option is the best of all for a measure; chance only. */
export interface Ranked {
  readonly option: number;
  readonly mean: number;
  /** The chance that its mean is the best one, at least: exact for two options, Bonferroni's bound for more; null where one replication says nothing of the spread. */
  readonly atLeast: number | null;
  /** Share of the replications in which it was the best; a tie is shared equally. */
  readonly share: number;
}

/**
 * Ranks options on common luck by the posterior chance of correct selection (Chick and Inoue 2001, "New procedures to select the best simulated system using common
 * random numbers", Management Science 47: 1133–1149): with no knowledge beforehand the true difference of two means, given n paired differences, is distributed as
 * their mean plus Student's t with n − 1 degrees of freedom times their standard error; and the chance of being better than all others is at least 1 less the sum of
 * the chances of being worse than each (Bonferroni), which for two options is the chance itself. `values` of every option, replication by replication; a
 * replication without a value for some option is left out. Best first.
 */
export function rankOptions(values: readonly (readonly number[])[], better: 'low' | 'high'): readonly Ranked[] {
  const known = values.filter((row) => row.every((value) => !Number.isNaN(value)));
  const options = values[0]?.length ?? 0;
  const sign = better === 'low' ? -1 : 1;
  const ranked = Array.from({ length: options }, (_, option): Ranked => {
    const mean = known.reduce((sum, row) => sum + row[option]!, 0) / known.length;
    const worse = Array.from({ length: options }, (__, other) => (other === option ? 0 : 1 - chanceBetter(known.map((row) => sign * (row[option]! - row[other]!)))));
    return { option, mean, atLeast: known.length < 2 ? null : Math.max(0, 1 - worse.reduce((a, b) => a + b, 0)), share: shareBest(known, option, sign) };
  });
  return ranked.toSorted((a, b) => sign * (b.mean - a.mean) || a.option - b.option);
}

/** The posterior chance that a mean is above 0, given its values; without any spread it is known, and 0 itself is either way alike. */
function chanceBetter(differences: readonly number[]): number {
  const sample = laySample(1, differences.length);
  for (const difference of differences) addToSample(sample, Float64Array.of(difference));
  const found = summariseCell(sample, 0);
  const mean = meanOf(sample, 0);
  if (found === null || differences.length < 2) return NaN;
  const error = found.halfWidth / studentT(differences.length);
  if (error === 0) return mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
  return studentCdf(mean / error, differences.length - 1);
}

function shareBest(rows: readonly (readonly number[])[], option: number, sign: number): number {
  let sum = 0;
  for (const row of rows) {
    const best = Math.max(...row.map((value) => sign * value));
    const ties = row.filter((value) => sign * value === best).length;
    if (sign * row[option]! === best) sum += 1 / ties;
  }
  return rows.length === 0 ? NaN : sum / rows.length;
}
