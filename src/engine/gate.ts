import { leftAtBeginning } from './initial.js';
import { goOn } from './later.js';
import { personalSteps } from './life.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { Gate } from './rules.js';
import { sortByTime } from './sort-by-time.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

/** The condition was met before the run. */
const BEFORE = -1;

/** Sittings of a step (MODEL 3.11): who has served the condition sits, those who met it first where seats are few; the nth attempt's outcome is drawn. */
export function trySittings(plan: Plan, roster: Roster, state: State, t: number): void {
  for (const gate of plan.gates) {
    const seats = gate.seats[t]!;
    if (seats < 0) continue;
    const { metAt, attempts } = state.gateRecords!;
    const count = listSitting(plan, roster, state, gate, t);
    sortByTime(state, metAt, state.list, 0, count);
    for (let i = 0; i < count && i < seats; i++) {
      const row = state.list[i]!;
      attempts[row]! += 1;
      if (attempts[row]! <= roster.fails[row]!) continue;
      state.trace.passed[row] = t;
      if (gate.isRequired) goOn(plan, roster, state, row, t);
    }
  }
}

function listSitting(plan: Plan, roster: Roster, state: State, gate: Gate, t: number): number {
  const { trace } = state;
  const { metAt } = state.gateRecords!;
  let count = 0;
  for (let row = 0; row < roster.rows; row++) {
    if (roster.pathway[row] !== gate.pathway || trace.starts[row]! >= t || trace.passed[row] !== NEVER) continue;
    if (metAt[row] === NEVER) metAt[row] = meets(plan, roster, state, gate, row, t);
    if (metAt[row] !== NEVER) state.list[count++] = row;
  }
  return count;
}

/** The step by whose end a doctor has served the condition, before `t`; NEVER if not by then: so many steps, pro rata for part time, and one at least of every block. */
function meets(plan: Plan, roster: Roster, state: State, gate: Gate, row: number, t: number): number {
  const variant = state.trace.variant[row]!;
  const base = plan.stretchFrom[variant]!;
  const served = servedBefore(plan, roster, row, variant);
  let due = gate.served === 0 ? 0 : personalSteps(gate.served, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
  for (const steps of served) due -= steps;
  let missing = served.filter((steps) => steps === 0).length;
  if (due <= 0 && missing === 0) return BEFORE;
  for (const stay of staysOf(state, row)) {
    const from = state.trace.stayFrom[stay]!;
    const until = Math.min(state.trace.stayUntil[stay]!, t - 1);
    const place = state.trace.stayStretch[stay]! - base;
    if (until < from) continue;
    if (served[place] === 0) missing -= 1;
    served[place]! += until - from + 1;
    const first = due <= 0 ? from : from + due - 1;
    due -= until - from + 1;
    if (missing === 0 && first <= until) return Math.max(first, from);
  }
  return NEVER;
}

/** Steps of each block that a doctor had served when the run began. */
function servedBefore(plan: Plan, roster: Roster, row: number, variant: number): number[] {
  const base = plan.stretchFrom[variant]!;
  const lengths = Array.from({ length: plan.stretchFrom[variant + 1]! - base }, (_, place) => personalSteps(plan.stretchLength[base + place]!, roster.factorNumerator[row]!, roster.factorDenominator[row]!));
  if (roster.initialVariant[row]! < 0) return lengths.map(() => 0);
  const left = leftAtBeginning(plan, roster, row);
  return lengths.map((length, place) => Math.max(0, length - left[place]!));
}

/** A doctor's stays in order of time. */
function staysOf(state: State, row: number): number[] {
  const { last, before } = state.gateRecords!;
  const stays: number[] = [];
  for (let stay = last[row]!; stay >= 0; stay = before[stay]!) stays.push(stay);
  return stays.sort((a, b) => state.trace.stayFrom[a]! - state.trace.stayFrom[b]!);
}
