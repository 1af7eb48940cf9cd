import { LATER, NEVER } from '../engine/index.js';
import type { Roster, Trace } from '../engine/index.js';

/** The step from which everybody's wait counts (MODEL 10): degree or licence; for a later pathway when the one before, or its licence, led on to it. NEVER: it has not. */
export function layDegrees({ rows, joins, degree, delay }: Roster, trace: Pick<Trace, 'joins'>): Int32Array {
  const since = new Int32Array(rows); // [row]
  for (let row = 0; row < rows; row++) {
    if (joins[row] !== LATER) since[row] = degree[row]!;
    else since[row] = trace.joins[row] === NEVER ? NEVER : trace.joins[row]! - delay[row]!;
  }
  return since;
}
