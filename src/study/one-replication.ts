import type { Look } from '../analysis/index.js';
import { drawRoster } from '../engine/index.js';
import { tellRun } from './dump/index.js';
import { lookOf } from './look.js';
import { storiesIn } from './one-doctor.js';
import type { Story } from './one-doctor.js';
import { prepareReport, readPlayed } from './report.js';
import type { ReportSetup } from './report.js';
import { playAll } from './report-plans.js';

/** One replication by itself: the short answer, its fingerprint in the report, and everybody's story. */
export interface OneReplication {
  readonly look: Look;
  readonly fingerprint: Int32Array;
  readonly stories: readonly Story[];
}

/** Runs one replication with all that a report runs of it, so that what broke there breaks here, each plan once, and tells it in every way. */
export function readOne(setup: ReportSetup, replication: number): OneReplication {
  const report = prepareReport(setup);
  const { plan, axes, scenario, seed } = report;
  const roster = drawRoster(plan, { seed, replication });
  const { run, records } = tellRun(plan, axes, roster);
  const played = playAll(report.plans, roster, { name: scenario.name, seed, replication }, { already: [run] });
  return { look: lookOf(report, played.main, played.positions), fingerprint: readPlayed(report, played).fingerprint, stories: storiesIn(records) };
}
