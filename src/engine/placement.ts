import { layCourse } from './course.js';
import type { Course } from './course.js';
import { evaluateCourse, reserveCourse } from './itinerary.js';
import { book } from './ledger.js';
import { personalSteps } from './life.js';
import { evaluateNext } from './next-block.js';
import type { Plan } from './plan.js';
import { isTracked, setOut, waitFor } from './progress.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { placeOf, stay } from './stay.js';

/**
 * What fits for a doctor of a queue in a region at `t`, as a place in `state.fit`. Doctors of the same variant in full time fail and fit together, so the
 * answer stands until something is booked or freed there.
 */
export function evaluateStart(plan: Plan, roster: Roster, state: State, row: number, region: number, variant: number, t: number): number {
  const { fit } = state;
  const isFullTime = roster.factorNumerator[row] === roster.factorDenominator[row];
  const at = isFullTime ? region * plan.variants + variant : plan.regions * plan.variants;
  if (isFullTime && fit.step[at] === t && fit.version[at] === fit.regionVersion[region]) return at;
  fit.step[at] = t;
  fit.version[at] = fit.regionVersion[region]!;
  if (plan.mode === 'step') evaluateNext(plan, state, region, variant, personalLengths(plan, roster, state, row, variant), 0, false, t, at);
  else evaluateCourse(plan, state, region, courseOf(plan, roster, state, row, variant), t, at);
  return at;
}

/** What fits of what is left for a doctor between blocks or back from leave, as a place in `state.fit`. */
export function evaluateRest(plan: Plan, state: State, row: number, t: number): number {
  const at = plan.regions * plan.variants;
  const region = state.trace.region[row]!;
  state.fit.step[at] = -1;
  if (plan.mode === 'step') evaluateNext(plan, state, region, state.trace.variant[row]!, state.progress.left, row * state.progress.places, state.progress.hasMain[row] === 1, t, at);
  else evaluateCourse(plan, state, region, state.progress.restOf.get(row)!, t, at);
  return at;
}

/** Reserves what was found to fit for a doctor who starts. */
export function placeStart(plan: Plan, roster: Roster, state: State, row: number, at: number, t: number): void {
  const variant = state.trace.variant[row]!;
  if (isTracked(plan, roster, row)) setOut(state, row, personalLengths(plan, roster, state, row, variant));
  if (plan.mode === 'step') placeBlock(plan, roster, state, row, state.fit.choice[at]!, t);
  else placeCourse(plan, roster, state, row, courseOf(plan, roster, state, row, variant), at, t);
}

/** Reserves what was found to fit of what is left. */
export function placeRest(plan: Plan, roster: Roster, state: State, row: number, at: number, t: number): void {
  if (plan.mode === 'step') {
    placeBlock(plan, roster, state, row, state.fit.choice[at]!, t);
    return;
  }
  placeCourse(plan, roster, state, row, state.progress.restOf.get(row)!, at, t);
  state.progress.restOf.delete(row);
}

function placeCourse(plan: Plan, roster: Roster, state: State, row: number, course: Course, at: number, t: number): void {
  const region = state.trace.region[row]!;
  const ends = reserveCourse(plan, state, row, region, course, state.fit.choice[at]!, t);
  state.fit.regionVersion[region]! += 1;
  expectEnd(plan, roster, state, row, ends);
  if (isTracked(plan, roster, row)) waitFor(plan, roster, state, row, t, ends - t);
}

/** Reserves one block, and a main supervisor without end for who has none (MODEL 3.5). */
export function placeBlock(plan: Plan, roster: Roster, state: State, row: number, stretch: number, t: number): void {
  const { trace } = state;
  const region = trace.region[row]!;
  const place = placeOf(plan, state, row, stretch);
  const steps = state.progress.left[place]!;
  stay(plan, state, row, region, stretch, t, t + steps - 1);
  if (state.progress.hasMain[row] === 0) book(state.ledger, plan.mainPool[region]!, t, plan.horizon - 1, plan.variantMainLoad[trace.variant[row]!]!);
  state.progress.hasMain[row] = 1;
  state.fit.regionVersion[region]! += 1;
  let rest = 0;
  for (let i = row * state.progress.places; i < (row + 1) * state.progress.places; i++) rest += state.progress.left[i]!;
  if (rest === steps) expectEnd(plan, roster, state, row, t + steps);
  waitFor(plan, roster, state, row, t, steps);
}

/** Writes down when the last block ends, as reserved. */
export function expectEnd(plan: Plan, roster: Roster, state: State, row: number, ends: number): void {
  const queue = state.trace.region[row]! * plan.pathways + roster.pathway[row]!;
  state.trace.completes[row] = ends;
  state.endsAt[queue * (plan.horizon + 1) + ends]! += 1;
}

/** The course of a variant by the doctor's own durations; doctors with the same factor share it. */
function courseOf(plan: Plan, roster: Roster, state: State, row: number, variant: number): Course {
  if (roster.factorNumerator[row] === roster.factorDenominator[row]) return state.courses[variant]!;
  const name = `${variant} ${roster.factorNumerator[row]}/${roster.factorDenominator[row]}`;
  let course = state.personalCourses.get(name);
  if (course === undefined) {
    course = layCourse(plan, variant, personalLengths(plan, roster, state, row, variant).slice(0, plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]!));
    state.personalCourses.set(name, course);
  }
  return course;
}

/** Steps of each stretch of a variant for this doctor (MODEL 3.7), in a scratch table. */
function personalLengths(plan: Plan, roster: Roster, state: State, row: number, variant: number): Int32Array {
  const base = plan.stretchFrom[variant]!;
  state.lengths.fill(0);
  for (let stretch = base; stretch < plan.stretchFrom[variant + 1]!; stretch++) {
    state.lengths[stretch - base] = personalSteps(plan.stretchLength[stretch]!, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
  }
  return state.lengths;
}
