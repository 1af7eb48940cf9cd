import { LATER, NEVER, UNIT } from '../../engine/index.js';
import type { Plan, PoolKind, Roster, Trace } from '../../engine/index.js';

/** So many places more of a pool in some steps: a part of a change. */
export interface FixPart {
  readonly kind: PoolKind;
  readonly region: number;
  readonly of: number; // block; pathway for positions; −1: of none
  readonly places: number;
  readonly from: number;
  readonly until: number;
}

/** A change that was run and lets a doctor start, and what it does to the others on the same luck. */
export interface Fix {
  readonly parts: readonly FixPart[];
  /** Other doctors who begin earlier and later than without it, in every region. */
  readonly earlier: number;
  readonly later: number;
}

/** A plan with a change that becomes known at a step: until then everything is as it was (MODEL 2.2). Positions are those of the step itself. */
export function applyFix(plan: Plan, parts: readonly FixPart[], t: number): Plan {
  const capacity = Int32Array.from(plan.capacity);
  const inRun = parts.filter(({ kind }) => kind !== 'positions' && t > 0);
  for (const part of parts) {
    if (inRun.includes(part)) continue;
    const row = poolOf(plan, part) * plan.horizon;
    for (let u = part.from; u <= part.until; u++) capacity[row + u]! += part.places * UNIT;
  }
  const at = Array.from({ length: plan.revisionKnown.length }, (_, i) => plan.revisionKnown[i]!).filter((known) => known <= t).length;
  const insert = (column: Plan['revisionKnown'], values: readonly number[]): Int32Array => Int32Array.from([...Array.from(column as Int32Array).slice(0, at), ...values, ...Array.from(column as Int32Array).slice(at)]);
  return {
    ...plan,
    capacity,
    revisionKnown: insert(plan.revisionKnown, inRun.map(() => t)),
    revisionPool: insert(plan.revisionPool, inRun.map((part) => poolOf(plan, part))),
    revisionFrom: insert(plan.revisionFrom, inRun.map(({ from }) => from)),
    revisionUntil: insert(plan.revisionUntil, inRun.map(({ until }) => until)),
    revisionChange: insert(plan.revisionChange, inRun.map(({ places }) => places * UNIT)),
  };
}

function poolOf(plan: Plan, { kind, region, of }: FixPart): number {
  if (kind === 'positions') return plan.positionsPool[region * plan.pathways + of]!;
  if (kind === 'main-supervisors') return plan.mainPool[region]!;
  if (kind === 'st-posts') return plan.stPool[region]!;
  return (kind === 'slots' ? plan.slotsPool : plan.supervisorsPool)[region * plan.blocks + of]!;
}

/** How many of the others begin earlier and later in one run than in another on the same luck; who begins in one of them only counts too. */
export function countMoved(roster: Roster, before: Trace, after: Trace, but: number): Pick<Fix, 'earlier' | 'later'> {
  let earlier = 0;
  let later = 0;
  for (let row = 0; row < roster.rows; row++) {
    if (row === but || roster.initialVariant[row]! >= 0) continue;
    // Who never came to a later pathway in either run has no start to compare.
    if (roster.joins[row] === LATER && before.starts[row] === NEVER && after.starts[row] === NEVER) continue;
    if (after.starts[row]! < before.starts[row]!) earlier += 1;
    if (after.starts[row]! > before.starts[row]!) later += 1;
  }
  return { earlier, later };
}
