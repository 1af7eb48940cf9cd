import type { Axes, Plan, Roster } from '../engine/index.js';
import { rederive } from './audit.js';
import type { Decision } from './findings.js';
import { summariseCell } from './interval.js';
import type { Run } from './measures/index.js';

/** What a rule found at one of its decisions, replication by replication. */
interface Point {
  readonly queue: number;
  readonly step: number;
  readonly from: number;
  readonly levels: number[]; // [replication] positions at an intake after the decision; not a number before the first intake
  raised: number; // replications
  lowered: number;
}

/** Every decision of every rule in the report (MODEL 6.2). */
export type Decisions = readonly Point[];

/** Decisions with nothing decided yet. */
export function layDecisions(plan: Plan, firstStep: number): Decisions {
  return plan.rules.flatMap(({ queue, steps, lead }) =>
    Array.from({ length: steps.length }, (_, i) => steps[i]!)
      .filter((step) => step >= firstStep && step < plan.steps)
      .map((step) => ({ queue, step, from: step + lead, levels: [], raised: 0, lowered: 0 })),
  );
}

/** Reads what one replication decided; where no line applied, what opened before goes on. */
export function observeDecisions(decisions: Decisions, roster: Roster, { plan, trace }: Run): void {
  if (decisions.length === 0) return;
  const { decided } = rederive(plan, roster, trace);
  for (const point of decisions) {
    const made = decided.filter(({ queue, step }) => queue === point.queue && step <= point.step).at(-1);
    point.levels.push(made?.level ?? openedLast(plan, trace.opened, point));
    if (made?.step !== point.step) continue;
    if (made.level > made.before) point.raised += 1;
    if (made.level < made.before) point.lowered += 1;
  }
}

function openedLast(plan: Plan, opened: Int32Array, { queue, step }: Point): number {
  for (let t = step; t >= 0; t--) if (plan.intake[queue * plan.steps + t] === 1) return opened[queue * plan.steps + t]! < 0 ? NaN : opened[queue * plan.steps + t]!;
  return NaN;
}

/** What was decided, in order of time for every rule. */
export function summariseDecisions(decisions: Decisions, plan: Plan, axes: Axes): Decision[] {
  const monthOf = (t: number): number => axes.from + Math.floor(t / axes.stepsPerMonth);
  return decisions.map(({ queue, step, from, levels, raised, lowered }) => ({
    region: Math.floor(queue / plan.pathways),
    pathway: queue % plan.pathways,
    decided: monthOf(step),
    from: monthOf(from),
    raised: raised / levels.length,
    lowered: lowered / levels.length,
    level: summariseCell(levels),
  }));
}
