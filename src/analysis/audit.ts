import type { Plan, Roster, Trace } from '../engine/index.js';
import { followJourneys } from './audit/journeys.js';
import { checkRoom } from './audit/room.js';
import { checkSeries } from './audit/series.js';
import { walkStays } from './audit/stays.js';
import { layTally } from './audit/tally.js';
import type { Report, Violation } from './audit/violations.js';

export type { Rule, Violation } from './audit/violations.js';

/**
 * Re-derives every invariant of MODEL 11 from roster, journeys and stays, sharing no code with the engine; empty when all hold. Runs in every
 * replication. At most fifty violations are listed.
 */
export function audit(plan: Plan, roster: Roster, trace: Trace): readonly Violation[] {
  const report: Report = { violations: [] };
  const tally = layTally(plan);
  followJourneys(plan, roster, trace, tally, report);
  walkStays(plan, roster, trace, tally, report);
  checkRoom(plan, trace, tally, report);
  checkSeries(plan, trace, tally, report);
  return report.violations;
}
