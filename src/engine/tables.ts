import { layCourses } from './course.js';
import type { Course } from './course.js';
import type { Rests } from './courses.js';
import type { Plan } from './plan.js';

/** What every run of a plan would work out anew: a plan never changes. */
export interface Tables {
  /** Steps in which anybody at all may start: some region has an intake, or some form needs none. */
  readonly mayStart: Uint8Array; // [step] 0 | 1
  readonly courses: readonly Course[]; // [variant] in full time
  readonly rests: Rests;
}

const laid = new WeakMap<Plan, Tables>();

/** The tables of a plan. */
export function tablesOf(plan: Plan): Tables {
  let tables = laid.get(plan);
  if (tables === undefined) {
    tables = { mayStart: listSteps(plan), courses: layCourses(plan), rests: { byNumber: new Map(), count: 0 } };
    laid.set(plan, tables);
  }
  return tables;
}

function listSteps(plan: Plan): Uint8Array {
  const isFree = Array.from(plan.variantNeedsIntake).includes(0);
  const mayStart = new Uint8Array(plan.steps).fill(isFree ? 1 : 0);
  for (let cell = 0; cell < plan.intake.length; cell++) if (plan.intake[cell] === 1) mayStart[cell % plan.steps] = 1;
  return mayStart;
}
