import type { Life } from '../../engine/index.js';
import { perStep, threshold, thresholds, trialThresholds } from '../chances.js';
import type { Stream } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** What may become of a stream's doctors after they have joined. A chance of 0 is the same as none. */
export function layLife(frame: Frame, of: Stream): Life {
  return {
    // Who comes from outside is counted where he or she starts.
    mobile: of.guests ? 0 : threshold(take(frame, frame.scenario.mobile)),
    givesUp: Float64Array.from(trialThresholds(perStep(take(frame, of.givesUp), frame.perMonth), frame.steps)),
    ...layFactors(frame, of),
    leaves: layLeaves(frame, of),
  };
}

type Factors = Pick<Life, 'factorChance' | 'factorNumerator' | 'factorDenominator'>;

/** The factors in listed order, then full time for the rest. */
function layFactors(frame: Frame, of: Stream): Factors {
  const shares = of.partTime.map((row) => take(frame, row.share));
  const sum = shares.reduce((a, b) => a + b, 0);
  if (sum === 0) return { factorChance: new Float64Array(0), factorNumerator: new Int32Array(0), factorDenominator: new Int32Array(0) };
  return {
    factorChance: Float64Array.from(thresholds([...shares, Math.max(0, 1 - sum)])),
    factorNumerator: Int32Array.from([...of.partTime.map((row) => row.numerator), 1]),
    factorDenominator: Int32Array.from([...of.partTime.map((row) => row.denominator), 1]),
  };
}

/** A leave that nobody takes keeps its place in the list, for draws hang on it; a list of such leaves is empty. */
function layLeaves(frame: Frame, of: Stream): Life['leaves'] {
  const leaves = of.leaves.map((leave) => ({
    chance: threshold(take(frame, leave.share)),
    lengthChance: Float64Array.from(thresholds(leave.lengths.map((length) => length.share))),
    lengthSteps: Int32Array.from(leave.lengths, (length) => length.steps),
  }));
  return leaves.some((leave) => leave.chance > 0) ? leaves : [];
}
