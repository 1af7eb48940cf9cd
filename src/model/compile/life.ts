import type { Life } from '../../engine/index.js';
import { threshold } from '../chances.js';
import type { Stream } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** What may become of a stream's doctors after they have joined. */
export function layLife(frame: Frame, _of: Stream): Life {
  return {
    mobile: threshold(take(frame, frame.scenario.applications.mobile)),
    givesUp: new Float64Array(0),
    factorChance: new Float64Array(0),
    factorNumerator: new Int32Array(0),
    factorDenominator: new Int32Array(0),
    leaves: [],
  };
}
