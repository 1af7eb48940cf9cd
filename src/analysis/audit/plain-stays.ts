import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { personalLength } from './lengths.js';
import type { Audit } from './place.js';
import { countSteps } from './tally.js';
import { ALL_STRETCHES, APART, AT, DONE, FIELDS, HAS_BEGUN, IS_INITIAL, IS_STRETCHED, REGION, VARIANT } from './ways.js';
import type { Ways } from './ways.js';

/**
 * Goes through the stays in the order in which they were recorded, each taking its doctor a block further: once only, for the personal duration, what must come
 * before it first, at once or, step by step, after a wait. Notes what was reserved. False when one does not fit.
 */
export function followStays(audit: Audit, ways: Ways): boolean {
  const { plan, roster, trace, tables: { mustBeDone }, book } = audit;
  const { steps, horizon, stretchFrom, stretchLength, stretchBlock, stretchSlots, stretchLoad, blocks, slotsPool, supervisorsPool } = plan;
  const { stays, stayRow, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const { isTimed, initialUse, laterUse } = book;
  const isStepwise = plan.mode === 'step';
  const width = horizon + 1;
  for (let stay = 0; stay < stays; stay++) {
    const at = stayRow[stay]! * FIELDS;
    const variant = ways[at + VARIANT]! - 1;
    if (variant === APART - 1) continue;
    // Nobody's, too: then there is no variant.
    if (!(variant >= 0)) return false;
    const stretch = stayStretch[stay]!;
    const first = stretchFrom[variant]!;
    if (!(stretch >= first && stretch < stretchFrom[variant + 1]!)) return false;
    const done = ways[at + DONE]!;
    const bit = 1 << (stretch - first);
    const isPlaced = !isStepwise || (done & HAS_BEGUN) === 0;
    const isInitial = isPlaced && (done & IS_INITIAL) !== 0;
    const before = isInitial ? bit - 1 : mustBeDone[stretch]!;
    if ((done & bit) !== 0 || (done & before) !== before) return false;
    const from = stayFrom[stay]!;
    const until = stayUntil[stay]!;
    const free = ways[at + AT]!;
    const region = ways[at + REGION]!;
    const length = (done & (IS_INITIAL | IS_STRETCHED)) === 0 ? stretchLength[stretch]! : lengthOf(audit, stayRow[stay]!, stretch, done);
    if (until - from + 1 !== length || until >= horizon || stayRegion[stay] !== region || stayAgreement[stay] !== -1) return false;
    if (isPlaced ? from !== free : from < free || from >= steps) return false;
    if (from !== free) countSteps(plan, audit.tally.between, region * plan.pathways + roster.pathway[stayRow[stay]!]!, free, from);
    ways[at + AT] = until + 1;
    ways[at + DONE] = done | bit | HAS_BEGUN;
    const cell = region * blocks + stretchBlock[stretch]!;
    if (isTimed) {
      reserveBlock(audit, isInitial ? BEFORE : isStepwise ? from : trace.starts[stayRow[stay]!]!, cell, stretch, from, until);
      continue;
    }
    const use = isInitial ? initialUse : laterUse;
    const slots = slotsPool[cell]! * width;
    use[slots + from]! += stretchSlots[stretch]!;
    use[slots + until + 1]! -= stretchSlots[stretch]!;
    const supervisors = supervisorsPool[cell]! * width;
    if (supervisors < 0) continue;
    use[supervisors + from]! += stretchLoad[stretch]!;
    use[supervisors + until + 1]! -= stretchLoad[stretch]!;
  }
  return true;
}

function lengthOf({ plan, roster, tables }: Audit, row: number, stretch: number, done: number): number {
  const steps = plan.stretchLength[stretch]!;
  if ((done & IS_INITIAL) !== 0) return Math.min(steps, roster.initialLeft[row]! - tables.lengthAfter[stretch]!);
  return personalLength(steps, roster.factorNumerator[row]!, roster.factorDenominator[row]!);
}

function reserveBlock({ plan, book }: Audit, made: number, cell: number, stretch: number, from: number, until: number): void {
  reserve(plan, book, made, plan.slotsPool[cell]!, from, until, plan.stretchSlots[stretch]!, NEVER);
  reserve(plan, book, made, plan.supervisorsPool[cell]!, from, until, plan.stretchLoad[stretch]!, NEVER);
}

/** Everything has to be done at the end, and the training completed in the step after; step by step a doctor may still wait for a block. */
export function followToEnds(audit: Audit, ways: Ways): boolean {
  const { plan, roster, trace, tally, book: of, tables: { allDone } } = audit;
  const { steps, pathways, mainPool, variantMainLoad } = plan;
  const isStepwise = plan.mode === 'step';
  for (let row = 0; row < roster.rows; row++) {
    const variant = ways[row * FIELDS + VARIANT]! - 1;
    if (variant < 0) continue;
    const done = ways[row * FIELDS + DONE]!;
    const at = ways[row * FIELDS + AT]!;
    const region = ways[row * FIELDS + REGION]!;
    const isInitial = (done & IS_INITIAL) !== 0;
    const completes = trace.completes[row]!;
    const isAll = (done & ALL_STRETCHES) === allDone[variant];
    const isRight = isAll ? completes === at : completes === NEVER && isStepwise && (done & HAS_BEGUN) !== 0;
    if (!isRight) return false;
    const queue = region * pathways + roster.pathway[row]!;
    const from = isInitial ? 0 : trace.starts[row]!;
    countSteps(plan, tally.training, queue, from, completes);
    if (completes < steps) tally.completed[queue * steps + completes]! += 1;
    if (!isAll) countSteps(plan, tally.between, queue, at, steps);
    if (mainPool[region]! >= 0 && at > from) reserve(plan, of, isInitial ? BEFORE : from, mainPool[region]!, from, at - 1, variantMainLoad[variant]!, NEVER);
  }
  return true;
}

/** Leaves are only of those who are followed by themselves. */
export function hasOnlyLeavesApart({ trace }: Audit, ways: Ways): boolean {
  for (let leave = 0; leave < trace.leaves; leave++) if (ways[trace.leaveRow[leave]! * FIELDS + VARIANT] !== APART) return false;
  return true;
}
