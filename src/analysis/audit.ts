import type { Plan, Roster, Trace } from '../engine/index.js';
import { layBook } from './audit/book.js';
import { gatherCareers } from './audit/careers.js';
import { followJourneys } from './audit/journeys.js';
import { checkRoom } from './audit/room.js';
import { checkSeries } from './audit/series.js';
import { layTally } from './audit/tally.js';
import type { Report, Violation } from './audit/violations.js';

export type { Rule, Violation } from './audit/violations.js';

/**
 * Re-derives every invariant of MODEL 11 from roster, journeys, stays and leaves, sharing no code with the engine; empty when all hold. Runs in every
 * replication. At most fifty violations are listed.
 */
export function audit(plan: Plan, roster: Roster, trace: Trace): readonly Violation[] {
  const report: Report = { violations: [] };
  const tally = layTally(plan);
  const book = layBook(plan, roster);
  const careers = gatherCareers(trace, roster.rows, report);
  const stretches = plan.stretchBlock.length;
  followJourneys({ plan, roster, trace, careers, tally, book, report, rest: new Int32Array(stretches), isPlanned: new Uint8Array(stretches) });
  checkRoom(plan, trace, book, report);
  checkSeries(plan, trace, tally, report);
  return report.violations;
}
