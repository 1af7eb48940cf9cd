import type { Axes, Plan, Roster } from '../engine/index.js';
import { rederive } from './audit.js';
import type { Decision } from './findings.js';
import type { Run } from './measures/index.js';
import { meanOf, summariseCell } from './sample.js';
import type { Sample } from './sample.js';

/** A decision of a rule: of which positions, when, and from when on it is in force. */
interface Point {
  readonly queue: number;
  readonly step: number;
  readonly from: number;
}

/** Every decision of every rule in the report (MODEL 6.2). */
export type Decisions = readonly Point[];

/** How many cells a decision has in a sample: positions at an intake after it (not a number before the first intake), whether it raised and whether it lowered them. */
export const DECISION_CELLS = 3;

/** The decisions that there are to look at. */
export function layDecisions(plan: Plan, firstStep: number): Decisions {
  return plan.rules.flatMap(({ queue, steps, lead }) =>
    Array.from({ length: steps.length }, (_, i) => steps[i]!)
      .filter((step) => step >= firstStep && step < plan.steps)
      .map((step) => ({ queue, step, from: step + lead })),
  );
}

/** Reads what one replication decided; where no line applied, what opened before goes on. */
export function observeDecisions(decisions: Decisions, roster: Roster, { plan, trace }: Run, cells: Float64Array): void {
  if (decisions.length === 0) return;
  const { decided } = rederive(plan, roster, trace);
  decisions.forEach((point, i) => {
    const made = decided.filter(({ queue, step }) => queue === point.queue && step <= point.step).at(-1);
    const isOf = made?.step === point.step;
    cells[DECISION_CELLS * i] = made?.level ?? openedLast(plan, trace.opened, point);
    cells[DECISION_CELLS * i + 1] = isOf && made.level > made.before ? 1 : 0;
    cells[DECISION_CELLS * i + 2] = isOf && made.level < made.before ? 1 : 0;
  });
}

function openedLast(plan: Plan, opened: Int32Array, { queue, step }: Point): number {
  for (let t = step; t >= 0; t--) if (plan.intake[queue * plan.steps + t] === 1) return opened[queue * plan.steps + t]! < 0 ? NaN : opened[queue * plan.steps + t]!;
  return NaN;
}

/** What was decided, in order of time for every rule; its cells lie from a cell of the sample on. */
export function summariseDecisions(decisions: Decisions, plan: Plan, axes: Axes, sample: Sample, first: number): Decision[] {
  const monthOf = (t: number): number => axes.from + Math.floor(t / axes.stepsPerMonth);
  return decisions.map(({ queue, step, from }, i) => ({
    region: Math.floor(queue / plan.pathways),
    pathway: queue % plan.pathways,
    decided: monthOf(step),
    from: monthOf(from),
    raised: meanOf(sample, first + DECISION_CELLS * i + 1),
    lowered: meanOf(sample, first + DECISION_CELLS * i + 2),
    level: summariseCell(sample, first + DECISION_CELLS * i),
  }));
}
