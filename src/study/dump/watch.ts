import { audit } from '../../analysis/index.js';
import { BugError } from '../../base/index.js';
import { addCause, causeCount, runSteps } from '../../engine/index.js';
import type { Plan, Roster, State, Trace } from '../../engine/index.js';
import type { WaitKind } from './form.js';

/** A run with what its trace does not keep: what each doctor waited for, and where each sought. */
export interface Watched {
  readonly trace: Trace;
  /** Units of each cause by row, in a queue and between blocks. */
  readonly causes: Readonly<Record<WaitKind, ReadonlyMap<number, Float64Array>>>; // row → [cause]
  readonly waited: Readonly<Record<WaitKind, Int32Array>>; // [row] steps
  readonly seeks: Int32Array; // [row × appliesTo] regions; −1 = no more
}

/** Runs a roster, watched; what breaks a rule of every run is ours to mend, and nothing is told of it. */
export function watchAudited(plan: Plan, roster: Roster): Watched {
  const watched = watch(plan, roster);
  const violations = audit(plan, roster, watched.trace);
  if (violations.length > 0) throw new BugError(`the run breaks a rule of every run: ${JSON.stringify(violations[0])}`);
  return watched;
}

/** Runs a roster and notes after every step who waits, and for what. */
function watch(plan: Plan, roster: Roster): Watched {
  const causes = { queue: new Map<number, Float64Array>(), between: new Map<number, Float64Array>() };
  const waited = { queue: new Int32Array(roster.rows), between: new Int32Array(roster.rows) };
  const note = (kind: WaitKind, state: State, row: number): void => {
    waited[kind][row]! += 1;
    let units = causes[kind].get(row);
    if (units === undefined) causes[kind].set(row, (units = new Float64Array(causeCount(plan))));
    addCause(units, 0, plan.blocks, state.causeKind[row]!, state.causeSlots[row]!, state.causeSupervisors[row]!, state.causeHeld[row]!, 1);
  };
  const steps = runSteps(plan, roster);
  let seeks: Int32Array = new Int32Array();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { trace: value, causes, waited, seeks };
    for (const row of value.waiting.subarray(0, value.waitingCount)) note('queue', value, row);
    for (const row of value.progress.continuing.subarray(0, value.progress.continuingCount)) note('between', value, row);
    seeks = value.seeks;
  }
}
