import { gatherApart } from './careers.js';
import { followJourney } from './journeys.js';
import { bookItineraries, layItineraries, layReserved } from './itineraries.js';
import type { Reserved } from './itineraries.js';
import { linesOf } from './lines.js';
import { followToStarts } from './plain.js';
import { followBookings, followToEnds, hasOnlyLeavesApart } from './plain-stays.js';
import type { Audit } from './place.js';
import { APART, FROM, WAY_FIELDS, layWays } from './ways.js';
import type { Ways } from './ways.js';

/**
 * Follows all doctors at once, those whose way is not plain one by one. The same is counted, and the same held against it, as where everybody is followed alone,
 * in a fraction of the time. False when something may be wrong: it does not say what.
 */
export function followTogether(audit: Audit): boolean {
  const { roster, trace } = audit;
  if (roster.given !== undefined || trace.rows !== roster.rows || !audit.tables.hasCumulativeShares || !audit.tables.isPaired) return false;
  const ways = layWays(roster.rows);
  const itineraries = layItineraries(audit);
  if (itineraries === null) return false;
  const reserved = layReserved(audit);
  if (!followToStarts(audit, ways, linesOf(roster, audit.tables), itineraries, reserved) || !followBookings(audit, ways, itineraries, reserved)) return false;
  if (!followToEnds(audit, ways, reserved) || !hasOnlyLeavesApart(audit, ways) || !bookItineraries(audit, itineraries)) return false;
  if (hasApart(audit, ways, reserved)) followApart({ ...audit, careers: gatherApart(trace, roster.rows, ways) }, ways);
  return audit.report.violations.length === 0;
}

function hasApart({ plan: { mode }, roster: { rows } }: Audit, ways: Ways, { others, count }: Reserved): boolean {
  const many = mode === 'step' ? rows : count;
  for (let i = 0; i < many; i++) if (ways[(mode === 'step' ? i : others[i]!) * WAY_FIELDS + FROM] === APART) return true;
  return false;
}

function followApart(audit: Audit, ways: Ways): void {
  for (let row = 0; row < audit.roster.rows; row++) if (ways[row * WAY_FIELDS + FROM] === APART) followJourney(audit, row);
}
