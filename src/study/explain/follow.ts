import { runSteps } from '../../engine/index.js';
import type { Plan, Roster, State, Trace } from '../../engine/index.js';

/** A step of a run as it stands after its starts, with what stood before it. */
export interface Moment {
  readonly plan: Plan;
  readonly roster: Roster;
  readonly state: State;
  readonly t: number;
  /** Bookings made before the step, and how often each doctor had been passed over. */
  readonly bookingsBefore: number;
  readonly passesBefore: Int32Array; // [row]
}

/** Runs a roster and shows every step to `visit`, which says whether to go on; the trace when the run came to its end. */
export function follow(plan: Plan, roster: Roster, visit: (moment: Moment) => boolean): Trace | null {
  const steps = runSteps(plan, roster);
  const passesBefore = new Int32Array(roster.rows);
  let bookingsBefore = 0;
  for (let t = 0; ; t++) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (!visit({ plan, roster, state: value, t, bookingsBefore, passesBefore })) return null;
    bookingsBefore = value.trace.bookings;
    passesBefore.set(value.trace.passes);
  }
}

/** What to do at a step; undefined when the run ends before it. */
export function atStep<T>(plan: Plan, roster: Roster, t: number, look: (moment: Moment) => T): T | undefined {
  const seen: T[] = [];
  follow(plan, roster, (moment) => {
    if (moment.t === t) seen.push(look(moment));
    return moment.t < t;
  });
  return seen[0];
}
