/** What every replication must satisfy (MODEL 11), by the name that a violation carries. */
export type Rule =
  | 'conservation' // 1: everyone who arrived is somewhere, and the recorded series say where
  | 'room' // 2: recorded room is capacity less crowding and what the stays use
  | 'over-capacity' // 2: nothing is reserved where, as known then, there is no room, but for those in training from the beginning
  | 'journey' // 3: region, variant, first and last step of a doctor's training fit together
  | 'intake' // 3: starts only at an intake of the region of employment, and only who was in time for it
  | 'stays' // 3: each block done once, for its personal duration, what must come before it first; waits only where the mode lets them
  | 'exchange' // 2, 3: away from the employer only as agreed: block, host, dates, number at a time
  | 'gate' // 3: sittings take those who met the condition first, and pass whom they should
  | 'chain' // 3: the next pathway is joined when the one before, or its licence, and the delay are over, where it should be
  | 'positions' // 2: opened as planned or decided, kept where they are, and no more filled than can be
  | 'promise' // 3: recruited before the licence only who may be, for an intake in the window of which it comes, or in vain
  | 'leave' // 3: leaves begin after the steps served that were drawn, last as long as drawn, and are not served
  | 'giving-up' // 1: leaves the queue at the trial that succeeds, and only then
  | 'attribution' // 4: causes are never negative and sum to the doctor-steps waited
  | 'awaiting-intake' // 4: until the first intake in which the doctor stood, and no longer
  | 'little'; // 6: Σ queue = Σ waits

/** One thing that is not as it must be; `at` says where (row, step, queue, pool …) and what was found. */
export interface Violation {
  readonly rule: Rule;
  readonly at: Readonly<Record<string, number>>;
}

/** More than this many say nothing new. */
const MOST = 50;

/** Violations met so far. */
export interface Report {
  readonly violations: Violation[];
}

/** Notes a violation, as long as there are few. */
export function complain(report: Report, rule: Rule, at: Readonly<Record<string, number>>): void {
  if (report.violations.length < MOST) report.violations.push({ rule, at });
}
