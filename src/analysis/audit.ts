import type { Plan, Roster, Trace } from '../engine/index.js';
import { layBook } from './audit/book.js';
import { gatherCareers } from './audit/careers.js';
import type { Careers } from './audit/careers.js';
import { checkChains } from './audit/chains.js';
import { followJourneys } from './audit/journeys.js';
import type { Audit } from './audit/place.js';
import { checkPositions } from './audit/positions.js';
import type { Decided } from './audit/positions.js';
import { checkUnpromised, mayPromise } from './audit/promises.js';
import { checkRoom } from './audit/room.js';
import { checkSeries } from './audit/series.js';
import { shapeRoster } from './audit/shapes.js';
import { checkSittings, laySitters } from './audit/sittings.js';
import { tablesOf } from './audit/tables.js';
import { layTally } from './audit/tally.js';
import { followTogether } from './audit/together.js';
import type { Violation } from './audit/violations.js';

export type { Rule, Violation } from './audit/violations.js';

/**
 * Re-derives every invariant of MODEL 11 from roster, journeys, stays and leaves, sharing no code with the engine; empty when all hold. Runs in every
 * replication. At most fifty violations are listed.
 */
export function audit(plan: Plan, roster: Roster, trace: Trace): readonly Violation[] {
  const all = layAudit(plan, roster, trace);
  if (followTogether(all) && checkAll(all).length === 0) return [];
  return auditEach(plan, roster, trace);
}

/** The same, everybody followed alone: slower. @public Tests hold the two ways against each other. */
export function auditEach(plan: Plan, roster: Roster, trace: Trace): readonly Violation[] {
  return checkAll(followEach(plan, roster, trace));
}

function checkAll(all: Audit): readonly Violation[] {
  checkUnpromised(all);
  checkSittings(all);
  checkChains(all);
  checkPositions(all);
  checkRoom(all);
  checkSeries(all.plan, all.trace, all.tally, all.report);
  return all.report.violations;
}

/** Follows everybody alone: slower, and tells of all that is wrong. */
function followEach(plan: Plan, roster: Roster, trace: Trace): Audit {
  const all = layAudit(plan, roster, trace);
  const each: Audit = { ...all, careers: gatherCareers(trace, roster.rows, all.report) };
  followJourneys(each);
  return each;
}

/** What an audit finds on its way that a trace does not hold. */
export interface Rederived {
  readonly met: Int32Array; // [row] last step before the doctor may sit at a gate: −1 before the run, NEVER not within what is reserved; empty without gates
  /** What rules decided of the positions, queue by queue in order of time. */
  readonly decided: readonly Decided[];
}

/** Runs are looked at by several measures. */
const known = new WeakMap<Trace, Rederived>();

/** Who might sit at a gate and from when on (MODEL 3.11), and what rules decided (MODEL 6.2), re-derived. */
export function rederive(plan: Plan, roster: Roster, trace: Trace): Rederived {
  const before = known.get(trace);
  if (before) return before;
  const together = layAudit(plan, roster, trace);
  const all = followTogether(together) ? together : followEach(plan, roster, trace);
  checkPositions(all);
  const found: Rederived = { met: all.sitters.met, decided: all.decided };
  known.set(trace, found);
  return found;
}

/** Nobody's stays and leaves. */
const NONE: Careers = { stayFrom: new Int32Array(0), stays: new Int32Array(0), leaveFrom: new Int32Array(0), leaves: new Int32Array(0) };

function layAudit(given: Plan, drawn: Roster, trace: Trace): Audit {
  const tables = tablesOf(given);
  const { plan } = tables;
  const roster = shapeRoster(drawn);
  const stretches = plan.stretchBlock.length;
  return {
    plan, roster, trace, tables,
    report: { violations: [] },
    careers: NONE,
    tally: layTally(plan),
    book: layBook(plan, roster),
    sitters: laySitters(plan, roster),
    hasPromises: mayPromise(plan, roster),
    rest: new Int32Array(stretches),
    isPlanned: new Uint8Array(stretches),
    decided: [],
  };
}
