import { LATER, NEVER } from '../engine/index.js';
import type { Roster, Trace } from '../engine/index.js';

/** The step from which a doctor's wait counts (MODEL 10): degree or licence; for a later pathway when the one before, or its licence, led on to it. NEVER: it has not. */
export function degreeOf(roster: Roster, trace: Trace, row: number): number {
  if (roster.joins[row] !== LATER) return roster.degree[row]!;
  const joins = trace.joins[row]!;
  return joins === NEVER ? NEVER : joins - roster.delay[row]!;
}
