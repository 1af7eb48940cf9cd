import { layCourse } from './course.js';
import type { Course } from './course.js';
import type { Plan } from './plan.js';
import { tablesOf } from './tables.js';

/** So many are kept of a plan, lest a long study fill the memory. */
const MOST_KEPT = 4096;

/** Courses of personal durations and of what is left after leave, as they are met: those of one number of a plan stand in a list. */
export interface Rests {
  readonly byNumber: Map<number, Course[]>;
  count: number;
}

/** The course of a variant with so many steps left of each of its stretches, `left[from + place]`: laid when it is first asked for. */
export function courseOfLeft(plan: Plan, variant: number, left: Int32Array, from: number): Course {
  const { rests } = tablesOf(plan);
  const places = plan.stretchFrom[variant + 1]! - plan.stretchFrom[variant]!;
  const number = numberOf(variant, left, from, places);
  const alike = rests.byNumber.get(number) ?? [];
  for (const course of alike) if (course.variant === variant && isOf(course, left, from)) return course;
  if (rests.count >= MOST_KEPT) {
    rests.byNumber.clear();
    rests.count = 0;
  }
  const course = layCourse(plan, variant, left.slice(from, from + places));
  rests.byNumber.set(number, [...alike, course]);
  rests.count += 1;
  return course;
}

/** FNV-1a over the words. */
function numberOf(variant: number, left: Int32Array, from: number, places: number): number {
  let number = Math.imul(0x811c9dc5 ^ variant, 0x01000193);
  for (let i = from; i < from + places; i++) number = Math.imul(number ^ left[i]!, 0x01000193);
  return number;
}

function isOf(course: Course, left: Int32Array, from: number): boolean {
  for (let place = 0; place < course.left.length; place++) if (course.left[place] !== left[from + place]) return false;
  return true;
}
