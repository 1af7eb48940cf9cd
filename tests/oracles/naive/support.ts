import { audit } from '../../../src/analysis/index.js';
import { CAUSE, NEVER, WHOLE, causeCount, drawRoster, run, unitsAt } from '../../../src/engine/index.js';
import type { Axes, Plan, Roster, Trace } from '../../../src/engine/index.js';
import { compile } from '../../../src/model/index.js';
import { read, said } from '../../input/support.js';

/** A run of a scenario that a planner wrote, with the names behind its numbers. */
export interface Ran {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly roster: Roster;
  readonly trace: Trace;
}

/** Runs a scenario as it is written, and lets the auditor loose on what happened. */
export function runOf(text: string): Ran {
  const result = read(text);
  if (!result.ok) throw new Error(said(result.issues));
  const { plan, axes } = compile(result.value.scenario);
  const roster = drawRoster(plan, { seed: 1, replication: 0 });
  const trace = run(plan, roster);
  const violations = audit(plan, roster, trace);
  if (violations.length > 0) throw new Error(violations.slice(0, 5).map((one) => JSON.stringify(one)).join('\n'));
  return { plan, axes, roster, trace };
}

/** The rows of a pathway, in order of joining. */
export function rowsIn({ axes, roster, trace }: Ran, pathway: string): readonly number[] {
  const p = axes.pathways.findIndex(({ id }) => id === pathway);
  return Array.from({ length: trace.rows }, (_, row) => row).filter((row) => roster.pathway[row] === p);
}

/** In which steps the doctors of a pathway start, sorted; those who never do are left out. */
export const startsIn = (ran: Ran, pathway: string): readonly number[] =>
  rowsIn(ran, pathway).map((row) => ran.trace.starts[row]!).filter((t) => t !== NEVER).sort((a, b) => a - b);

/** A series of a pathway over the whole country, step by step. */
export function nationOf({ plan, axes }: Ran, series: Int32Array, pathway: string): readonly number[] {
  const p = axes.pathways.findIndex(({ id }) => id === pathway);
  return Array.from({ length: plan.steps }, (_, t) => axes.regions.reduce((sum, __, r) => sum + series[(r * plan.pathways + p) * plan.steps + t]!, 0));
}

/** Months waited in the queue of a pathway for each cause that took any; the run is in months. */
export function waitsOf({ plan, axes, trace }: Ran, pathway: string): Readonly<Record<string, number>> {
  const p = axes.pathways.findIndex(({ id }) => id === pathway);
  const causes = causeCount(plan);
  const named = (c: number): string => {
    const [b, kind] = [(c - CAUSE.blocks) % plan.blocks, Math.floor((c - CAUSE.blocks) / plan.blocks)];
    return c < CAUSE.blocks ? ['awaiting-intake', 'positions', 'main-supervisors'][c]! : kind === 2 ? 'st-posts' : `${['slots', 'supervisors'][kind]!}/${axes.blocks[b]!.id}`;
  };
  const months: Record<string, number> = {};
  for (let r = 0; r < plan.regions; r++)
    for (let c = 0; c < causes; c++)
      for (let t = 0; t < plan.steps; t++) {
        const booked = unitsAt(trace.causes, (r * plan.pathways + p) * causes + c, t) / WHOLE;
        if (booked > 0) months[named(c)] = (months[named(c)] ?? 0) + booked;
      }
  return months;
}
