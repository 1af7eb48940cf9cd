import { isSameColumn } from '../../base/index.js';
import { NEVER } from '../../engine/index.js';
import type { Gate, Plan, Roster } from '../../engine/index.js';
import { personalLength, stretchLengthOf } from './lengths.js';
import type { Audit } from './place.js';
import { columnOf } from './scratch.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** Who may sit at a gate, and from when on. */
export interface Sitters {
  readonly met: Int32Array; // [row] last step before the doctor may sit: −1 before the run, NEVER not within what is reserved; empty without gates
  /** Of the doctor whose training is being walked. */
  least: number; // steps to be served; NEVER: the pathway has no gate
  served: number; // steps served, before the run too
  untouched: number; // blocks not begun
  readonly isTouched: Uint8Array; // [stretch]
}

/** Nobody who may sit, as yet. */
export function laySitters(plan: Plan, roster: Roster): Sitters {
  return { met: new Int32Array(plan.gates.length > 0 ? roster.rows : 0).fill(NEVER), least: NEVER, served: 0, untouched: 0, isTouched: new Uint8Array(plan.stretchBlock.length) };
}

/** Begins to count what a doctor has served towards the gate of the pathway; who was in training when the run began has served something already. */
export function awaitSitting({ plan, roster, rest, sitters }: Audit, row: number, variant: number): void {
  const gate = plan.gates[plan.gateOf[roster.pathway[row]!]!];
  sitters.least = NEVER;
  if (gate === undefined) return;
  sitters.least = gate.served === 0 ? 0 : personalLength(gate.served, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
  sitters.served = 0;
  sitters.untouched = 0;
  for (let s = plan.stretchFrom[variant]!; s < plan.stretchFrom[variant + 1]!; s++) {
    const done = Math.max(0, stretchLengthOf(plan, roster, row, s) - rest[s]!);
    sitters.served += done;
    sitters.isTouched[s] = done > 0 ? 1 : 0;
    if (done === 0) sitters.untouched += 1;
  }
  if (sitters.untouched === 0 && sitters.served >= sitters.least) sitters.met[row] = -1;
}

/** Counts a stay towards the gate: the condition is met with the step in which enough is served, at least one step of every block (MODEL 3.11). */
export function countServed({ sitters }: Audit, row: number, stretch: number, from: number, steps: number): void {
  if (sitters.least === NEVER) return;
  if (sitters.isTouched[stretch] === 0) sitters.untouched -= 1;
  sitters.isTouched[stretch] = 1;
  const lacked = Math.max(1, sitters.least - sitters.served);
  sitters.served += steps;
  if (sitters.met[row] === NEVER && sitters.untouched === 0 && sitters.served >= sitters.least) sitters.met[row] = from + lacked - 1;
}

/** Holds every sitting anew: seats go to those who met the condition first, and an attempt passes once those that fail are behind (MODEL 3.11). */
export function checkSittings(audit: Audit): void {
  const { plan, roster, trace, report } = audit;
  if (plan.gates.length === 0) {
    // Where neither can happen one column stands for both: nothing was found in it among the promises.
    if (trace.passed === trace.recruited && !audit.hasPromises && report.violations.length === 0) return;
    return checkNoPasses(roster.rows, trace.passed, report);
  }
  const passed = new Int32Array(roster.rows).fill(NEVER);
  for (const gate of plan.gates) hold(audit, gate, passed);
  for (let row = 0; row < roster.rows; row++) {
    if (trace.passed[row] !== passed[row]) complain(report, 'gate', { row, met: audit.sitters.met[row]!, passed: trace.passed[row]!, expected: passed[row]! });
  }
}

function checkNoPasses(rows: number, passed: Int32Array, report: Report): void {
  if (isSameColumn(passed, columnOf(NEVER, rows))) return;
  for (let row = 0; row < rows; row++) if (passed[row] !== NEVER) complain(report, 'gate', { row, passed: passed[row]! });
}

function hold({ plan, roster, sitters: { met } }: Audit, gate: Gate, passed: Int32Array): void {
  const coming: number[] = [];
  for (let row = 0; row < roster.rows; row++) if (roster.pathway[row] === gate.pathway && met[row]! < plan.steps) coming.push(row);
  coming.sort((a, b) => met[a]! - met[b]! || compareRank(roster, a, b));
  const attempts = new Int32Array(roster.rows);
  let waiting: number[] = [];
  let next = 0;
  for (let t = 0; t < plan.steps; t++) {
    const seats = gate.seats[t]!;
    if (seats < 0) continue;
    // Whoever comes later met the condition later: the list stays in order.
    for (; next < coming.length && met[coming[next]!]! < t; next++) waiting.push(coming[next]!);
    const isSeated = waiting.length > 0 && seats > 0;
    if (!isSeated) continue;
    waiting = waiting.filter((row, nth) => {
      if (nth >= seats || attempts[row]!++ < roster.fails[row]!) return true;
      passed[row] = t;
      return false;
    });
  }
}

/** By rank; ties by stream, cohort, ordinal (MODEL 2). */
function compareRank({ rank, stream, cohort, ordinal }: Roster, a: number, b: number): number {
  return (rank[a]! >>> 0) - (rank[b]! >>> 0) || stream[a]! - stream[b]! || cohort[a]! - cohort[b]! || ordinal[a]! - ordinal[b]!;
}
