import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { personalLength } from './lengths.js';
import type { Audit } from './place.js';
import { BEFOREHAND, LENGTH, LOAD, NEED_FIELDS, SLOTS, SLOTS_AT, SUPERVISORS_AT } from './tables.js';
import { COMPLETED, TRAINING, countIn, countSteps, countsAt } from './tally.js';
import { ALL_STRETCHES, APART, AT, FROM, HAS_BEGUN, IS_INITIAL, IS_STRETCHED, LEFT_TO_DO, MOST_STRETCHES, REGION, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/**
 * Goes through the stays in the order in which they were recorded, each taking its doctor a block further: once only, for the personal duration, what must come
 * before it first, at once or, step by step, after a wait. Notes what was reserved. False when one does not fit.
 */
export function followStays(audit: Audit, ways: Ways): boolean {
  const { plan: { steps, stretchBlock }, trace, tables: { needs }, book: { isTimed, use, laterFrom } } = audit;
  const { stays, stayRow, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const isStepwise = audit.plan.mode === 'step';
  // Whoever's stays follow each other is kept at hand.
  let row = -1;
  let at = 0;
  let first = 0;
  let left = 0;
  let free = 0;
  let region = 0;
  let offset = 0;
  for (let stay = 0; stay < stays; stay++) {
    if (stayRow[stay] !== row) {
      if (row >= 0) {
        ways[at + AT] = free;
        ways[at + LEFT_TO_DO] = left;
      }
      row = stayRow[stay]!;
      at = row * WAY_FIELDS;
      first = ways[at + FROM]! - 1;
      free = ways[at + AT]!;
      left = ways[at + LEFT_TO_DO]!;
      region = ways[at + REGION]!;
      offset = region * stretchBlock.length;
      // Nobody's stays, too, have no first stretch.
      if (!(first >= 0 || first === APART - 1)) return false;
    }
    if (first < 0) continue;
    const stretch = stayStretch[stay]!;
    const nth = stretch - first;
    const isPlaced = !isStepwise || (left & HAS_BEGUN) === 0;
    const isInitial = isPlaced && (left & IS_INITIAL) !== 0;
    if (!(nth >= 0 && nth < MOST_STRETCHES && ((left >>> nth) & 1) === 1)) return false;
    const need = (offset + stretch) * NEED_FIELDS;
    const before = isInitial ? (1 << nth) - 1 : needs[need + BEFOREHAND]!;
    const from = stayFrom[stay]!;
    const length = (left & (IS_INITIAL | IS_STRETCHED)) === 0 ? needs[need + LENGTH]! : lengthOf(audit, row, stretch, left);
    // None of these differs from what it should be.
    if (((left & before) | (stayUntil[stay]! - from + 1 - length) | (stayRegion[stay]! ^ region) | (stayAgreement[stay]! + 1)) !== 0) return false;
    if (from !== free) {
      if (isPlaced || from < free || from >= steps) return false;
      countSteps(audit.plan, audit.tally.between, region * audit.plan.pathways + audit.roster.pathway[row]!, free, from);
    } else if (!isPlaced && from >= steps) return false;
    free = from + length;
    left = (left & ~(1 << nth)) | HAS_BEGUN;
    if (isTimed) {
      reserveBlock(audit, isInitial ? BEFORE : isStepwise ? from : trace.starts[row]!, region, stretch, from, free - 1);
      continue;
    }
    const since = from + (isInitial ? 0 : laterFrom);
    take(use, since + needs[need + SLOTS_AT]!, length, needs[need + SLOTS]!);
    if (needs[need + LOAD]! !== 0) take(use, since + needs[need + SUPERVISORS_AT]!, length, needs[need + LOAD]!);
  }
  if (row >= 0) {
    ways[at + AT] = free;
    ways[at + LEFT_TO_DO] = left;
  }
  return true;
}

function take(use: Int32Array, at: number, length: number, need: number): void {
  use[at]! += need;
  use[at + length]! -= need;
}

function lengthOf({ plan, roster, tables }: Audit, row: number, stretch: number, left: number): number {
  const steps = plan.stretchLength[stretch]!;
  if ((left & IS_INITIAL) !== 0) return Math.min(steps, roster.initialLeft[row]! - tables.lengthAfter[stretch]!);
  return personalLength(steps, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
}

function reserveBlock({ plan, book }: Audit, made: number, region: number, stretch: number, from: number, until: number): void {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  reserve(plan, book, made, plan.slotsPool[cell]!, from, until, plan.stretchSlots[stretch]!, NEVER);
  reserve(plan, book, made, plan.supervisorsPool[cell]!, from, until, plan.stretchLoad[stretch]!, NEVER);
}

/** Everything has to be done at the end, and the training completed in the step after; step by step a doctor may still wait for a block. */
export function followToEnds(audit: Audit, ways: Ways): boolean {
  const { plan, roster, trace, tally, book } = audit;
  const { steps, pathways, mainPool, variantMainLoad } = plan;
  const isStepwise = plan.mode === 'step';
  const { counts } = tally;
  for (let row = 0; row < roster.rows; row++) {
    if (ways[row * WAY_FIELDS + FROM]! <= 0) continue;
    const left = ways[row * WAY_FIELDS + LEFT_TO_DO]!;
    const at = ways[row * WAY_FIELDS + AT]!;
    const region = ways[row * WAY_FIELDS + REGION]!;
    const isInitial = (left & IS_INITIAL) !== 0;
    const completes = trace.completes[row]!;
    const isDone = (left & ALL_STRETCHES) === 0;
    // A way past the horizon is found only here: what it booked there counts for nothing then.
    const isRight = at > plan.horizon ? false : isDone ? completes === at : completes === NEVER && isStepwise && (left & HAS_BEGUN) !== 0;
    if (!isRight) return false;
    const queue = region * pathways + roster.pathway[row]!;
    const from = isInitial ? 0 : trace.starts[row]!;
    countIn(plan, counts, TRAINING, queue, from, completes);
    if (completes < steps) counts[countsAt(plan, queue, completes) + COMPLETED]! += 1;
    if (!isDone) countSteps(plan, tally.between, queue, at, steps);
    if (mainPool[region]! >= 0 && at > from) reserve(plan, book, isInitial ? BEFORE : from, mainPool[region]!, from, at - 1, variantMainLoad[trace.variant[row]!]!, NEVER);
  }
  return true;
}

/** Leaves are only of those who are followed by themselves. */
export function hasOnlyLeavesApart({ trace }: Audit, ways: Ways): boolean {
  for (let leave = 0; leave < trace.leaves; leave++) if (ways[trace.leaveRow[leave]! * WAY_FIELDS + FROM] !== APART) return false;
  return true;
}
