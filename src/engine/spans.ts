import type { Course } from './course.js';
import { leastRoom } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { Plan } from './plan.js';
import { doctorsIn } from './room.js';

/** Room of the spans of one or many courses, as last looked up. */
export interface Rooms {
  readonly slots: Int32Array; // [span] least of the interval, sixtieths
  readonly people: Int32Array; // [span] least of the supervisors, sixtieths
  readonly doctors: Int32Array; // [span] how many more doctors with that need fit in both
}

/** Rooms of so many spans. */
export function layRooms(spans: number): Rooms {
  return { slots: new Int32Array(spans), people: new Int32Array(spans), doctors: new Int32Array(spans) };
}

/** Looks up the room of every span of a course that begins at `t`. */
export function lookUp(plan: Plan, ledger: Ledger, region: number, course: Course, t: number, rooms: Rooms, base: number): void {
  for (let span = 0; span < course.spans; span++) lookUpOne(plan, ledger, region, course, span, t, rooms, base + span);
}

/**
 * Brings the room up to date after one doctor was booked in an order of the same course, and nobody else since it was looked up: spans within a leg that was
 * booked have lost its need in every step, those that overlap it in a part are looked up anew, and no other has changed.
 */
export function takeOff(plan: Plan, ledger: Ledger, region: number, course: Course, order: number, t: number, rooms: Rooms, base: number): void {
  const { places, orderLegs, legOffset, legLength, legSpan, meetFrom, meetSpans, spanOffset, spanLength, spanSlots, spanLoad } = course;
  for (let i = order * places; i < (order + 1) * places; i++) {
    const leg = orderLegs[i]!;
    const from = legOffset[leg]!;
    const until = from + legLength[leg]!;
    const booked = legSpan[leg]!;
    for (let meet = meetFrom[leg]!; meet < meetFrom[leg + 1]!; meet++) {
      const span = meetSpans[meet]!;
      if (spanOffset[span]! < from || spanOffset[span]! + spanLength[span]! > until) {
        lookUpOne(plan, ledger, region, course, span, t, rooms, base + span);
        continue;
      }
      rooms.slots[base + span]! -= spanSlots[booked]!;
      rooms.people[base + span]! -= spanLoad[booked]!;
      countDoctors(plan, region, course, span, rooms, base + span);
    }
  }
}

function lookUpOne(plan: Plan, ledger: Ledger, region: number, course: Course, span: number, t: number, rooms: Rooms, at: number): void {
  const cell = region * plan.blocks + course.spanBlock[span]!;
  const from = t + course.spanOffset[span]!;
  const until = from + course.spanLength[span]! - 1;
  rooms.slots[at] = leastRoom(ledger, plan.slotsPool[cell]!, from, until);
  rooms.people[at] = leastRoom(ledger, plan.supervisorsPool[cell]!, from, until);
  countDoctors(plan, region, course, span, rooms, at);
}

function countDoctors(plan: Plan, region: number, course: Course, span: number, rooms: Rooms, at: number): void {
  const cell = region * plan.blocks + course.spanBlock[span]!;
  const slots = doctorsIn(rooms.slots[at]!, plan.slotsPool[cell]!, course.spanSlots[span]!);
  const people = doctorsIn(rooms.people[at]!, plan.supervisorsPool[cell]!, course.spanLoad[span]!);
  rooms.doctors[at] = slots < people ? slots : people;
}
