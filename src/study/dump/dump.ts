import type { Run } from '../../analysis/index.js';
import { drawRoster } from '../../engine/index.js';
import type { Axes, Key, Plan, Roster } from '../../engine/index.js';
import type { PlanForm, RecordsForm, RosterForm } from './form.js';
import { writePlan } from './plan-form.js';
import { writeRecords } from './records-form.js';
import { writeRoster } from './roster-form.js';
import { watchAudited } from './watch.js';

/** One replication as any engine can do it, and what ours made of it. */
export interface Dump {
  readonly plan: PlanForm;
  readonly roster: RosterForm;
  readonly records: RecordsForm<readonly [string, number, number]>;
}

/** One replication of a plan with its luck drawn, dumped. */
export function dump(plan: Plan, axes: Axes, key: Key): Dump {
  return dumpRun(plan, axes, drawRoster(plan, key));
}

/** A replication that is told of in other ways too: its roster, its run, and its records. */
export function tellRun(plan: Plan, axes: Axes, roster: Roster): { readonly run: Run; readonly records: RecordsForm<readonly [string, number, number]> } {
  const watched = watchAudited(plan, roster);
  return { run: { plan, trace: watched.trace }, records: writeRecords(plan, axes, roster, watched) };
}

/** The run of a plan and a roster, dumped. */
export function dumpRun(plan: Plan, axes: Axes, roster: Roster): Dump {
  const watched = watchAudited(plan, roster);
  return { plan: writePlan(plan, axes, roster), roster: writeRoster(plan, axes, roster, watched), records: writeRecords(plan, axes, roster, watched) };
}
