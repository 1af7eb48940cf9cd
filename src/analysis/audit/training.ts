import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { stayWith } from './exchange.js';
import { endPost, freeMain, holdMain, holdPost, keepPost, reserveCancelled } from './holds.js';
import { enterTraining } from './place.js';
import type { Audit, Place } from './place.js';
import { countServed } from './sittings.js';
import { countSteps } from './tally.js';
import { complain } from './violations.js';

/**
 * Walks a doctor's training from its first step in the run (MODEL 2.1, 3): every block for its personal duration, what must come before it first, leaves
 * where they fall due, waits only before a block that had to find room anew. Notes what was reserved when.
 */
export function walkTraining(audit: Audit, row: number): void {
  const { plan, trace, careers, report } = audit;
  const place = enterTraining(audit, row);
  if (audit.roster.leaves > 0) expectLeave(audit, place);
  const end = careers.stayFrom[row + 1]!;
  const lastLeave = careers.leaveFrom[row + 1]!;
  let leave = careers.leaveFrom[row]!;
  for (let i = careers.stayFrom[row]!; ; i++) {
    for (; isDue(audit, place); leave++) {
      if (leave === lastLeave || !takeLeave(audit, place, careers.leaves[leave]!)) return complain(report, 'leave', { row, step: place.at, served: place.served });
    }
    if (i === end) break;
    if (!serve(audit, place, careers.stays[i]!)) {
      const stay = careers.stays[i]!;
      return complain(report, 'stays', { row, stay, stretch: trace.stayStretch[stay]!, from: trace.stayFrom[stay]!, until: trace.stayUntil[stay]!, at: place.at, made: place.made });
    }
  }
  if (leave < lastLeave) complain(report, 'leave', { row, from: trace.leaveFrom[careers.leaves[leave]!]! });
  const mayWait = place.isBack || (plan.mode === 'step' && place.last >= 0);
  const completes = place.remaining === 0 ? place.at : NEVER;
  if (place.remaining > 0 && !mayWait) complain(report, 'stays', { row, at: place.at, remaining: place.remaining });
  if (trace.completes[row] !== completes) complain(report, 'journey', { row, completes: trace.completes[row]!, expected: completes });
  freeMain(audit, place, completes);
  endPost(audit, place, completes);
  if (completes === NEVER) countSteps(plan, audit.tally.between, place.queue, place.at, plan.steps);
}

/** The leave that falls due next, unless the training ends before (MODEL 3.8). */
function expectLeave({ roster }: Audit, place: Place): void {
  const after = place.nth < roster.leaves ? roster.leaveAfter[place.row * roster.leaves + place.nth]! : 0;
  place.due = after > 0 && after < place.served + place.remaining ? after : NEVER;
}

/** A leave begins in the step after the last one served before it, if that is in the run. */
function isDue({ plan }: Audit, place: Place): boolean {
  return place.due === place.served && place.at < plan.steps;
}

function takeLeave(audit: Audit, place: Place, leave: number): boolean {
  const { plan, roster, trace, tally } = audit;
  const back = place.at + roster.leaveLength[place.row * roster.leaves + place.nth]!;
  if (trace.leaveFrom[leave] !== place.at || trace.leaveUntil[leave] !== back - 1) return false;
  if (!place.isBack) {
    reserveCancelled(audit, place);
    keepPost(audit, place);
    place.spent += place.at - place.wentOn;
  }
  freeMain(audit, place, place.at);
  countSteps(plan, tally.onLeave, place.queue, place.at, back);
  place.at = back;
  place.isBack = true;
  place.nth += 1;
  expectLeave(audit, place);
  return true;
}

/** One stay: may it be there, and what did it reserve? What a leave cut off was reserved too. */
function serve(audit: Audit, place: Place, stay: number): boolean {
  const { plan, trace, tally, book, rest } = audit;
  const stretch = trace.stayStretch[stay]!;
  const from = trace.stayFrom[stay]!;
  const steps = trace.stayUntil[stay]! - from + 1;
  const isOfVariant = stretch >= plan.stretchFrom[place.variant]! && stretch < plan.stretchFrom[place.variant + 1]!;
  if (!isOfVariant || !isInTime(audit, place, from)) return false;
  const whole = rest[stretch]!;
  const cut = place.due - place.served; // steps until the next leave
  const expected = cut < whole && from + cut < plan.steps ? cut : whole;
  if (whole < 1 || steps !== expected || from + whole > plan.horizon || !mayFollow(audit, place, stretch)) return false;
  countSteps(plan, tally.between, place.queue, place.at, from);
  if (place.held === NEVER) holdMain(audit, place, from, whole);
  if (plan.variantStPost[place.variant]! > 0) holdPost(audit, place, from, whole);
  const region = stayWith(audit, place, stay, from, whole);
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  reserve(plan, book, place.made, plan.slotsPool[cell]!, from, from + whole - 1, plan.stretchSlots[stretch]!, from + steps);
  reserve(plan, book, place.made, plan.supervisorsPool[cell]!, from, from + whole - 1, plan.stretchLoad[stretch]!, from + steps);
  if (audit.sitters.met.length > 0) countServed(audit, place.row, stretch, from, steps);
  rest[stretch] = whole - steps;
  place.remaining -= steps;
  place.served += steps;
  place.last = stretch;
  place.at = from + steps;
  place.isBack = false;
  return true;
}

/** A stay begins at once; later where a place had to be found anew, or in a planned gap of a form that may take so long (MODEL 3.9). Notes when it was reserved. */
function isInTime({ plan, tally }: Audit, place: Place, from: number): boolean {
  if (place.isBack || (plan.mode === 'step' && place.last >= 0)) {
    if (from < place.at || from >= plan.steps) return false;
    place.made = from;
    place.wentOn = from;
    // What a leave and the gaps before it have left may be less than the blocks take, which may always follow each other.
    place.ends = from + Math.max(place.longest - place.spent, place.remaining);
    return true;
  }
  if (from === place.at) return true;
  const mayBeGap = place.longest > 0 && place.made !== BEFORE && place.last >= 0 && from > place.at && from + place.remaining <= place.ends;
  if (mayBeGap) countSteps(plan, tally.gaps, place.queue, place.at, from);
  return mayBeGap;
}

/** Whether all that must be done before a stretch is; the initial state is laid in listed order. */
function mayFollow({ plan, rest }: Audit, place: Place, stretch: number): boolean {
  if (place.made === BEFORE) {
    for (let s = plan.stretchFrom[place.variant]!; s < stretch; s++) if (rest[s]! > 0) return false;
    return true;
  }
  const { from, values } = plan.stretchAfter;
  for (let i = from[stretch]!; i < from[stretch + 1]!; i++) if (rest[values[i]!]! > 0) return false;
  return true;
}

