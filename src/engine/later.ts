import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/** A doctor who has completed a pathway, or passed its gate, joins the next one so long after both that it asks for (MODEL 6.1), if the run lasts. */
export function goOn(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const next = roster.then[row]!;
  const { trace } = state;
  if (next < 0 || trace.completes[row]! > t) return;
  const ready = readyAt(plan, roster, state, row);
  if (ready === NEVER || ready + roster.delay[next]! >= plan.steps) return;
  const joins = ready + roster.delay[next]!;
  trace.joins[next] = joins;
  trace.home[next] = roster.region[next]! < 0 ? trace.region[row]! : roster.region[next]!;
  state.joinNext[next] = state.joinFirst[joins]!;
  state.joinFirst[joins] = next;
}

/** Completion, or the licence where the next pathway waits for it; NEVER while the gate is not passed. */
function readyAt(plan: Plan, roster: Roster, { trace }: State, row: number): number {
  const gateOf = plan.gateOf[roster.pathway[row]!]!;
  const completed = trace.completes[row]!;
  const gate = gateOf < 0 ? undefined : plan.gates[gateOf]!;
  if (gate === undefined || !gate.isRequired) return completed;
  return trace.passed[row] === NEVER ? NEVER : Math.max(completed, trace.passed[row]!) + gate.processing;
}
