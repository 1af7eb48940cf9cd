import { NEVER } from '../../engine/index.js';
import { BEFORE, reserve } from './book.js';
import { personalLength } from './lengths.js';
import type { Audit } from './place.js';
import { BEFOREHAND, LENGTH, NEED_FIELDS, PARCEL } from './tables.js';
import { COMPLETED, FIELDS, TRAINING, countSteps } from './tally.js';
import { ALL_STRETCHES, APART, AT, FROM, HAS_BEGUN, IS_INITIAL, IS_STRETCHED, LEFT_TO_DO, MOST_STRETCHES, REGION, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/** Instead of a first stretch, beside that of a way left apart: a way of its own. */
const OWN = -3;

/**
 * Goes through the stays in the order in which they were recorded, each taking its doctor a block further: once only, for the personal duration, what must come
 * before it first, at once or, step by step, after a wait. Notes what was reserved. False when one does not fit.
 */
export function followStays(audit: Audit, ways: Ways): boolean {
  const { plan: { steps, pathways, stretchBlock: { length: stretches } }, roster: { rows, pathway }, trace, tables: { needs }, tally: { between }, book: { isTimed, parcels, parcelsLater, taken } } = audit;
  const { stays, stayRow, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  const isStepwise = audit.plan.mode === 'step';
  // Whoever's stays follow each other is kept at hand.
  let [row, at, first, left, free, region, offset] = [-1, 0, -1, 0, 0, 0, 0];
  for (let stay = 0; stay < stays; stay++) {
    if (stayRow[stay] !== row) {
      if (first >= 0) {
        ways[at + AT] = free;
        ways[at + LEFT_TO_DO] = left;
      }
      row = stayRow[stay]!;
      if (!(row >= 0 && row < rows)) return false;
      at = row * WAY_FIELDS;
      first = ways[at + FROM]! - 1;
      free = ways[at + AT]!;
      left = ways[at + LEFT_TO_DO]!;
      region = ways[at + REGION]!;
      offset = region * stretches;
      if (first === -1) return false;
      if ((left & (IS_INITIAL | IS_STRETCHED)) !== 0) first = OWN;
    }
    if (first < 0) {
      if (first === OWN && !followOwn(audit, ways, stay)) return false;
      continue;
    }
    const stretch = stayStretch[stay]!;
    const nth = stretch - first;
    if (nth >>> 0 >= MOST_STRETCHES) return false;
    const need = (offset + stretch) * NEED_FIELDS;
    const from = stayFrom[stay]!;
    const end = from + needs[need + LENGTH]!;
    // It is still to be done, and none of the others differs from what it should be.
    if ((((~left >>> nth) & 1) | (left & needs[need + BEFOREHAND]!) | (stayUntil[stay]! + 1 - end) | (stayRegion[stay]! ^ region) | (stayAgreement[stay]! + 1)) !== 0) return false;
    if (from !== free) {
      if (!isStepwise || (left & HAS_BEGUN) === 0 || from < free || from >= steps) return false;
      const line = (region * pathways + pathway[row]!) * (steps + 1);
      between[line + free]! += 1;
      between[line + from]! -= 1;
    } else if (isStepwise && from >= steps) return false;
    free = end;
    left = (left & ~(1 << nth)) | HAS_BEGUN;
    if (isTimed) {
      reserveBlock(audit, isStepwise ? from : trace.starts[row]!, region, stretch, from, end - 1);
      continue;
    }
    const since = parcelsLater + needs[need + PARCEL]!;
    taken[since + from * parcels]! += 1;
    taken[since + end * parcels]! -= 1;
  }
  if (first >= 0) {
    ways[at + AT] = free;
    ways[at + LEFT_TO_DO] = left;
  }
  return true;
}

/** The stay of one who was in training when the run began, or takes longer than planned. */
function followOwn(audit: Audit, ways: Ways, stay: number): boolean {
  const { plan, roster, trace, tables: { needs }, book: { isTimed, parcels, parcelsLater, taken } } = audit;
  const isStepwise = plan.mode === 'step';
  const [row, stretch, from] = [trace.stayRow[stay]!, trace.stayStretch[stay]!, trace.stayFrom[stay]!];
  const at = row * WAY_FIELDS;
  const region = ways[at + REGION]!;
  const free = ways[at + AT]!;
  const left = ways[at + LEFT_TO_DO]!;
  const nth = stretch - ways[at + FROM]! + 1;
  if (!(nth >= 0 && nth < MOST_STRETCHES && ((left >>> nth) & 1) === 1)) return false;
  const isPlaced = !isStepwise || (left & HAS_BEGUN) === 0;
  const isInitial = isPlaced && (left & IS_INITIAL) !== 0;
  const need = (region * plan.stretchBlock.length + stretch) * NEED_FIELDS;
  const before = isInitial ? (1 << nth) - 1 : needs[need + BEFOREHAND]!;
  const end = from + lengthOf(audit, row, stretch, left);
  if (((left & before) | (trace.stayUntil[stay]! + 1 - end) | (trace.stayRegion[stay]! ^ region) | (trace.stayAgreement[stay]! + 1)) !== 0) return false;
  if (from !== free) {
    if (isPlaced || from < free || from >= plan.steps) return false;
    countSteps(plan, audit.tally.between, region * plan.pathways + roster.pathway[row]!, free, from);
  } else if (!isPlaced && from >= plan.steps) return false;
  ways[at + AT] = end;
  ways[at + LEFT_TO_DO] = (left & ~(1 << nth)) | HAS_BEGUN;
  if (isTimed) reserveBlock(audit, isInitial ? BEFORE : isStepwise ? from : trace.starts[row]!, region, stretch, from, end - 1);
  else {
    const since = (isInitial ? 0 : parcelsLater) + needs[need + PARCEL]!;
    taken[since + from * parcels]! += 1;
    taken[since + end * parcels]! -= 1;
  }
  return true;
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
  const { plan: { steps, horizon, regions, pathways, mainPool }, roster: { rows, pathway }, trace: { completes: completesOf }, tally: { counts } } = audit;
  const isStepwise = audit.plan.mode === 'step';
  const queues = regions * pathways;
  for (let row = 0; row < rows; row++) {
    const way = row * WAY_FIELDS;
    if (ways[way + FROM]! <= 0) continue;
    const left = ways[way + LEFT_TO_DO]!;
    const at = ways[way + AT]!;
    const completes = completesOf[row]!;
    const isDone = (left & ALL_STRETCHES) === 0;
    // A way past the horizon is found only here: what it booked there counts for nothing then.
    const isRight = at > horizon ? false : isDone ? completes === at : completes === NEVER && isStepwise && (left & HAS_BEGUN) !== 0;
    if (!isRight) return false;
    const queue = ways[way + REGION]! * pathways + pathway[row]!;
    if (completes < steps) {
      const place = (completes * queues + queue) * FIELDS;
      counts[place + TRAINING]! -= 1;
      counts[place + COMPLETED]! += 1;
    }
    if (!isDone) countSteps(audit.plan, audit.tally.between, queue, at, steps);
    if (mainPool[ways[way + REGION]!]! >= 0) reserveMain(audit, row, ways[way + REGION]!, (left & IS_INITIAL) !== 0, at);
  }
  return true;
}

function reserveMain({ plan, trace, book }: Audit, row: number, region: number, isInitial: boolean, at: number): void {
  const from = isInitial ? 0 : trace.starts[row]!;
  if (at > from) reserve(plan, book, isInitial ? BEFORE : from, plan.mainPool[region]!, from, at - 1, plan.variantMainLoad[trace.variant[row]!]!, NEVER);
}

/** Leaves are only of those who are followed by themselves. */
export function hasOnlyLeavesApart({ trace }: Audit, ways: Ways): boolean {
  for (let leave = 0; leave < trace.leaves; leave++) if (ways[trace.leaveRow[leave]! * WAY_FIELDS + FROM] !== APART) return false;
  return true;
}
