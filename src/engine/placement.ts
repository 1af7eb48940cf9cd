import type { Course } from './course.js';
import { courseOfLeft } from './courses.js';
import { OF } from './followed.js';
import { countGaps } from './gaps.js';
import { askOfRest, askOfStart, holdMain, holdStPost } from './held.js';
import { evaluateCourse, reserveCourse } from './itinerary.js';
import { personalSteps } from './life.js';
import { evaluateNext } from './next-block.js';
import type { Plan } from './plan.js';
import { isTracked, setOut, waitFor } from './progress.js';
import type { Ask } from './room.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';
import { openItinerary, shareItinerary, stay } from './stay.js';
import { hasHosts } from './ways.js';

/**
 * What fits for a doctor of a queue who would begin in a region at `t`, as a place in `state.fit`. Doctors of the same variant in full time fail and fit
 * together, so the answer stands until something is booked or freed there; not where hosts in other regions count.
 */
export function evaluateStart(plan: Plan, roster: Roster, state: State, row: number, region: number, variant: number, t: number): number {
  const { fit } = state;
  const isShared = roster.factorNumerator[row] === roster.factorDenominator[row] && !hasHosts(plan, region);
  const at = isShared ? region * plan.variants + variant : plan.regions * plan.variants;
  if (isShared && fit.step[at] === t && fit.version[at] === fit.regionVersion[region]) return at;
  const isKnown = isShared && fit.step[at] === t && fit.booked[at] === fit.regionVersion[region];
  fit.step[at] = t;
  fit.version[at] = fit.regionVersion[region]!;
  const ask = askOfStart(plan, roster, state, row, variant, t);
  if (plan.mode === 'step') evaluateNext(plan, state, region, variant, personalLengths(plan, roster, state, row, variant), 0, ask, t, at);
  else evaluateCourse(plan, state, region, courseOf(plan, roster, state, row, variant), ask, t, at, isKnown);
  return at;
}

/** What fits of what is left for a doctor between blocks or back from leave, as a place in `state.fit`. */
export function evaluateRest(plan: Plan, roster: Roster, state: State, row: number, t: number): number {
  const at = plan.regions * plan.variants;
  const { cells, size } = state.progress;
  const region = cells[row * size + OF.region]!;
  const ask = askOfRest(plan, roster, state, row, t);
  state.fit.step[at] = -1;
  if (plan.mode === 'step') evaluateNext(plan, state, region, cells[row * size + OF.variant]!, cells, row * size + OF.left, ask, t, at);
  else evaluateCourse(plan, state, region, restOf(plan, state, row), ask, t, at, false);
  return at;
}

/** Reserves what was found to fit for a doctor who starts at `t`. */
export function placeStart(plan: Plan, roster: Roster, state: State, row: number, at: number, t: number): void {
  const variant = state.trace.variant[row]!;
  if (isTracked(plan, roster, row)) setOut(plan, roster, state, row, personalLengths(plan, roster, state, row, variant));
  const ask = askOfStart(plan, roster, state, row, variant, t);
  if (plan.mode === 'step') placeBlock(plan, roster, state, row, state.fit.choice[at]!, t, state.fit.abroad[at]!);
  else placeCourse(plan, roster, state, row, courseOf(plan, roster, state, row, variant), ask, at, t);
  state.fit.booked[at] = state.fit.regionVersion[state.trace.region[row]!]!;
}

/** Reserves what was found to fit of what is left. */
export function placeRest(plan: Plan, roster: Roster, state: State, row: number, at: number, t: number): void {
  if (plan.mode === 'step') {
    placeBlock(plan, roster, state, row, state.fit.choice[at]!, t, state.fit.abroad[at]!);
    return;
  }
  placeCourse(plan, roster, state, row, restOf(plan, state, row), askOfRest(plan, roster, state, row, t), at, t);
}

function placeCourse(plan: Plan, roster: Roster, state: State, row: number, course: Course, ask: Ask, at: number, t: number): void {
  const ends = reserveCourse(plan, state, row, state.trace.region[row]!, course, ask, at, t);
  holdMain(plan, state, row, t, ends, 1);
  holdStPost(plan, state, row, t, ends);
  if (plan.variantLongest[course.variant]! > 0) {
    const queue = state.trace.region[row]! * plan.pathways + roster.pathway[row]!;
    const { bookings, bookingItinerary, itineraryFrom } = state.trace;
    const itinerary = bookingItinerary[bookings - 1]!;
    const first = itineraryFrom[itinerary]!;
    countGaps(plan, state, queue, Array.from({ length: itineraryFrom[itinerary + 1]! - first }, (_, i) => first + i), t, 1);
  }
  expectEnd(plan, roster, state, row, ends);
  if (isTracked(plan, roster, row)) waitFor(plan, state, row, t, ends);
}

/** Reserves one block, under an agreement (−1: at home), and a main supervisor without end for who has none (MODEL 3.5). */
export function placeBlock(plan: Plan, roster: Roster, state: State, row: number, stretch: number, t: number, agreement: number): void {
  const { cells, size } = state.progress;
  const at = row * size;
  const place = stretch - plan.stretchFrom[cells[at + OF.variant]!]!;
  const steps = cells[at + OF.left + place]!;
  cells[at + OF.current] = place;
  reserveBlock(plan, state, row, cells[at + OF.region]!, stretch, t, t + steps - 1, agreement);
  if (cells[at + OF.hasMain] === 0) holdMain(plan, state, row, t, plan.horizon, 1);
  cells[at + OF.hasMain] = 1;
  holdStPost(plan, state, row, t, plan.horizon);
  if (cells[at + OF.remaining] === steps) expectEnd(plan, roster, state, row, t + steps);
  waitFor(plan, state, row, t, t + steps);
}

function reserveBlock(plan: Plan, state: State, row: number, region: number, stretch: number, from: number, until: number, agreement: number): void {
  const { trace, shares, fit: { recentBlock } } = state;
  const place = region * plan.stretchBlock.length + stretch;
  const known = shares && agreement < 0 ? recentBlock[place]! : -1;
  if (known >= 0) {
    const alike = trace.itineraryFrom[known]!;
    if (trace.stayFrom[alike] === from && trace.stayUntil[alike] === until) {
      shareItinerary(plan, state, row, known);
      return;
    }
  }
  if (agreement < 0) recentBlock[place] = trace.itineraries;
  openItinerary(state, row);
  stay(plan, state, row, region, stretch, from, until, agreement);
}

/** Writes down when the last block ends, as reserved. */
export function expectEnd(plan: Plan, roster: Roster, state: State, row: number, ends: number): void {
  const queue = state.trace.region[row]! * plan.pathways + roster.pathway[row]!;
  state.trace.completes[row] = ends;
  state.endsAt[queue * (plan.horizon + 1) + ends]! += 1;
}

/** The course of a variant by the doctor's own durations. */
function courseOf(plan: Plan, roster: Roster, state: State, row: number, variant: number): Course {
  if (roster.factorNumerator[row] === roster.factorDenominator[row]) return state.courses[variant]!;
  return courseOfLeft(plan, variant, personalLengths(plan, roster, state, row, variant), 0);
}

/** The course of what a doctor has left. */
function restOf(plan: Plan, { progress, trace }: State, row: number): Course {
  return courseOfLeft(plan, trace.variant[row]!, progress.cells, row * progress.size + OF.left);
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
