import { NEVER, drawRoster, variantAt } from '../../engine/index.js';
import type { Axes, Key, Plan } from '../../engine/index.js';
import { identityOf } from '../dump/roster-form.js';
import { writeId } from '../one-doctor.js';
import { runAudited } from '../report-plans.js';
import { applicantsAt, fillingAt } from './applicants.js';
import type { Filling } from './applicants.js';
import { applyFix, countMoved } from './fix.js';
import type { Fix } from './fix.js';
import { follow } from './follow.js';
import { queueReason } from './reasons.js';
import type { Reason } from './reasons.js';
import { searchFixes } from './search.js';

/** Doctors who waited on after an intake for the same reason. */
export interface Refused {
  readonly reason: Reason;
  readonly number: number;
}

/** The first in line of those who stood at an intake and did not start. */
export interface FirstInLine {
  readonly id: string;
  readonly waited: number; // steps
  readonly reason: Reason;
  readonly fixes: readonly Fix[];
}

/** What happened at one intake of a region and pathway. */
export interface ExplainedIntake {
  readonly t: number;
  readonly region: number;
  readonly pathway: number;
  /** Who stood in the queue at home, and who could be recruited before the licence. */
  readonly stood: number;
  readonly early: number;
  readonly filling: Filling;
  /** Of those who stood: started at home, and elsewhere. */
  readonly started: number;
  readonly startedElsewhere: number;
  readonly refused: readonly Refused[]; // most first
  readonly first: FirstInLine | null;
  readonly names: ReadonlyMap<number, string>;
}

/** The steps of the run at which a region takes in doctors of a pathway. */
export function intakesOf(plan: Plan, region: number, pathway: number): number[] {
  const at = (region * plan.pathways + pathway) * plan.steps;
  return Array.from({ length: plan.steps }, (_, t) => t).filter((t) => plan.intake[at + t] === 1);
}

/** Tells what happened at an intake, and which smallest changes would have let the first in line who did not start begin there. */
export function explainIntake(plan: Plan, axes: Axes, key: Key, name: string, at: Pick<ExplainedIntake, 't' | 'region' | 'pathway'>): ExplainedIntake {
  const { t, region, pathway } = at;
  const roster = drawRoster(plan, key);
  const queue = region * plan.pathways + pathway;
  const place = { name, ...key };
  const main = runAudited(plan, roster, place).trace;
  const seen: Omit<ExplainedIntake, 'first' | 'names'>[] = [];
  const waiting: { row: number; reason: Reason }[] = [];
  follow(plan, roster, (moment) => {
    if (moment.t < t) return true;
    const { trace } = moment.state;
    const list = applicantsAt(moment, queue);
    const own = list.filter((row) => trace.joins[row]! <= t);
    for (const row of own) if (trace.starts[row] === NEVER) waiting.push({ row, reason: queueReason(moment, row) });
    const started = own.filter((row) => trace.starts[row] === t);
    const here = started.filter((row) => trace.region[row] === region).length;
    seen.push({ ...at, stood: own.length, early: list.length - own.length, filling: fillingAt(moment, queue), started: here, startedElsewhere: started.length - here, refused: groupsOf(waiting) });
    return false;
  });
  const [first] = waiting;
  const idOf = (row: number): string => writeId(identityOf(axes, roster, row));
  const fixesFor = (row: number): Fix[] =>
    searchFixes({ plan, roster, row, t, region, variant: variantAt(plan, roster, row, region, main.joins[row]) }).map((parts) => ({ parts, ...countMoved(roster, main, runAudited(applyFix(plan, parts, t), roster, place).trace, row) }));
  return {
    ...seen[0]!,
    first: first === undefined ? null : { id: idOf(first.row), waited: t - main.joins[first.row]!, reason: first.reason, fixes: fixesFor(first.row) },
    names: new Map(waiting.flatMap(({ reason: { stopper } }) => (stopper === null ? [] : [[stopper, idOf(stopper)] as const]))),
  };
}

/** Those who wait for the same pools, or behind the same doctor, are told of together. */
function groupsOf(waiting: readonly { readonly reason: Reason }[]): Refused[] {
  const groups = new Map<string, { reason: Reason; number: number }>();
  for (const { reason } of waiting) {
    const id = JSON.stringify([reason.cause, reason.stopper, reason.lacks.map(({ kind, block }) => [kind, block])]);
    const group = groups.get(id) ?? { reason, number: 0 };
    groups.set(id, { ...group, number: group.number + 1 });
  }
  return [...groups.values()].toSorted((a, b) => b.number - a.number);
}
