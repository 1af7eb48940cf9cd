import { NEVER } from '../../engine/index.js';
import type { Plan, Roster, Trace } from '../../engine/index.js';
import { layOrderTree } from './orders.js';
import type { OrderTree } from './orders.js';
import { countUse } from './tally.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/** Walks all stays, doctor by doctor (a doctor's stand together, in order of time), and counts what they use (MODEL 11.2, 11.3). */
export function walkStays(plan: Plan, roster: Roster, trace: Trace, tally: Tally, report: Report): void {
  const tree = layOrderTree(plan);
  const doneBy = new Int32Array(plan.stretchBlock.length).fill(-1); // [stretch] row that did it last
  const isWalked = new Uint8Array(roster.rows);
  for (let first = 0; first < trace.stays; ) {
    const row = trace.stayRow[first]!;
    let end = first + 1;
    while (end < trace.stays && trace.stayRow[end] === row) end += 1;
    const isKnown = row >= 0 && row < roster.rows && isWalked[row] === 0 && trace.starts[row] !== NEVER && trace.variant[row]! >= 0;
    if (isKnown) isWalked[row] = 1;
    const isInitial = isKnown && roster.initialVariant[row]! >= 0;
    const isRight = isKnown && (isInitial ? areLast(plan, trace, row, first, end) : areAllowed(plan, tree, doneBy, trace, row, first, end));
    if (!isRight) complain(report, 'stays', { row, first, end });
    for (let i = first; i < end; i++) if (isKnown) countStay(plan, trace, i, isInitial ? tally.initialUse : tally.laterUse, report);
    first = end;
  }
  for (let row = 0; row < roster.rows; row++) {
    if (trace.starts[row] !== NEVER && isWalked[row] === 0) complain(report, 'stays', { row, missing: 1 });
  }
}

/** Every stretch of the variant once, for its length, directly after each other from start to completion, in an allowed order. */
function areAllowed(plan: Plan, tree: OrderTree, doneBy: Int32Array, trace: Trace, row: number, first: number, end: number): boolean {
  const variant = trace.variant[row]!;
  const base = plan.stretchFrom[variant]!;
  if (end - first !== plan.stretchFrom[variant + 1]! - base) return false;
  let node = variant;
  let from = trace.starts[row]!;
  for (let i = first; i < end; i++) {
    const place = trace.stayStretch[i]! - base;
    if (place < 0 || place >= end - first || doneBy[base + place] === row) return false;
    doneBy[base + place] = row;
    node = tree.next[node * tree.width + place]!;
    const until = from + plan.stretchLength[base + place]! - 1;
    if (node < 0 || trace.stayFrom[i] !== from || trace.stayUntil[i] !== until) return false;
    from = until + 1;
  }
  return from === trace.completes[row];
}

/** The last steps of the blocks in listed order, from the beginning of the run. */
function areLast(plan: Plan, trace: Trace, row: number, first: number, end: number): boolean {
  const variant = trace.variant[row]!;
  let until = trace.completes[row]! - 1;
  let stretch = plan.stretchFrom[variant + 1]! - 1;
  for (let i = end - 1; i >= first; i--, stretch--) {
    if (stretch < plan.stretchFrom[variant]! || trace.stayStretch[i] !== stretch) return false;
    const from = Math.max(0, until - plan.stretchLength[stretch]! + 1);
    if (until < from || trace.stayUntil[i] !== until || trace.stayFrom[i] !== from) return false;
    until = from - 1;
  }
  return until === -1;
}

function countStay(plan: Plan, trace: Trace, i: number, use: Int32Array, report: Report): void {
  const stretch = trace.stayStretch[i]!;
  const from = trace.stayFrom[i]!;
  const until = trace.stayUntil[i]!;
  const region = trace.region[trace.stayRow[i]!]!;
  const isInside = from >= 0 && from <= until && until < plan.horizon && stretch >= 0 && stretch < plan.stretchBlock.length && region >= 0 && region < plan.regions;
  if (!isInside) {
    complain(report, 'stays', { stay: i, stretch, from, until, region });
    return;
  }
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  countUse(plan, use, plan.slotsPool[cell]!, from, until, plan.stretchSlots[stretch]!);
  countUse(plan, use, plan.supervisorsPool[cell]!, from, until, plan.stretchLoad[stretch]!);
}
