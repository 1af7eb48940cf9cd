import { POOL_KINDS, UNIT } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import { withPlaces } from '../../analysis/index.js';
import type { Run } from '../../analysis/index.js';

/** A chance that is certain, in 32 bits. */
const CERTAIN = 4_294_967_296;

/**
 * Whether more places in some pools from a step on provably leave every start, block and wait as they are in a run that is known. Each pool in turn must be either
 * *idle* or *shielded*:
 * - idle: in every step from then on there was room left for one more when the run ended. Nothing is ever given back but by leave, so there was room at every turn,
 *   too, and the pool never stood in anybody's way (METAMORPHIC 20). `spread` compares the room of slots and supervisors; there only the pools count that it does not look at.
 * - shielded: the slots of a block that can never have less room than its supervisors, or the reverse: an order's room is the lesser of the two, so the greater is
 *   never seen. Only causes are told otherwise.
 */
export function changesNothing(base: Run, roster: Roster, pools: readonly number[], places: number, from: number): boolean {
  let { plan } = base;
  for (const pool of pools) {
    if (!isIdle(base, roster, pool, from) && !isShielded(plan, pool)) return false;
    plan = withPlaces(plan, [pool], places, from);
  }
  return true;
}

function isIdle({ plan, trace }: Run, roster: Roster, pool: number, from: number): boolean {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  if (plan.revisionKnown.length > 0) return false;
  if (kind === 'positions') return isIdlePositions({ plan, trace }, pool, from);
  if (roster.leaves > 0 || plan.mode !== 'itinerary') return false;
  const isSeen = kind === 'slots' || kind === 'supervisors';
  if (isSeen && plan.choice !== 'first-fit') return false;
  const need = needOf(plan, pool);
  for (let i = pool * plan.horizon + from; i < (pool + 1) * plan.horizon; i++) if (trace.room[i]! < need) return false;
  return true;
}

/** Positions that somebody could have had at every intake, where nothing but the plan decides how many there are and none are kept or promised. */
function isIdlePositions({ plan, trace }: Run, pool: number, from: number): boolean {
  const queue = plan.poolRegion[pool]! * plan.pathways + plan.poolBlock[pool]!;
  if (plan.rules.length > 0 || plan.carries[queue] === 1 || plan.offerHolds[queue]! < CERTAIN || plan.windowSteps[plan.poolBlock[pool]!]! > 0) return false;
  for (let t = from; t < plan.steps; t++) if (plan.intake[queue * plan.steps + t] === 1 && trace.room[pool * plan.horizon + t]! < UNIT) return false;
  return true;
}

/** The most that one doctor takes of a pool. */
function needOf(plan: Plan, pool: number): number {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  const most = (column: Plan['variantMainLoad'], of: (i: number) => boolean): number => Array.from({ length: column.length }, (_, i) => (of(i) ? column[i]! : 0)).reduce((a, b) => Math.max(a, b), 0);
  if (kind === 'main-supervisors') return most(plan.variantMainLoad, () => true);
  if (kind === 'st-posts') return most(plan.variantStPost, () => true);
  return most(kind === 'slots' ? plan.stretchSlots : plan.stretchLoad, (s) => plan.stretchBlock[s] === plan.poolBlock[pool]);
}

/** Whether the other half of a block's room (supervisors of slots, slots of supervisors) never has more than this one. */
function isShielded(plan: Plan, pool: number): boolean {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  if ((kind !== 'slots' && kind !== 'supervisors') || plan.revisionKnown.length > 0) return false;
  const cell = plan.poolRegion[pool]! * plan.blocks + plan.poolBlock[pool]!;
  const other = kind === 'slots' ? plan.supervisorsPool[cell]! : plan.slotsPool[cell]!;
  if (other < 0 || (kind === 'supervisors' && plan.locumPool.length > 0)) return false;
  const [own, others] = kind === 'slots' ? [plan.stretchSlots, plan.stretchLoad] : [plan.stretchLoad, plan.stretchSlots];
  for (let s = 0; s < plan.stretchBlock.length; s++) if (plan.stretchBlock[s] === plan.poolBlock[pool] && (own[s]! > others[s]! || own[s] === 0)) return false;
  for (let t = 0; t < plan.horizon; t++) {
    const [here, there] = [pool * plan.horizon + t, other * plan.horizon + t];
    if (plan.capacity[here]! - plan.crowding[here]! < plan.capacity[there]! - plan.crowding[there]!) return false;
  }
  return true;
}

/** The pools that had no room left for one more in some step from one on, where doctors of other regions can have been refused for it. */
export function listFull({ plan, trace }: Run, from: number): Uint8Array {
  const full = new Uint8Array(plan.pools);
  if (plan.appliesTo === 0 && plan.patienceSteps < 0 && plan.agreements.values.length === 0) return full;
  for (let pool = 0; pool < plan.pools; pool++) {
    const isPositions = POOL_KINDS[plan.poolKind[pool]!] === 'positions';
    const queue = plan.poolRegion[pool]! * plan.pathways + plan.poolBlock[pool]!;
    const need = isPositions ? UNIT : needOf(plan, pool);
    for (let t = from; t < plan.steps; t++) if ((!isPositions || plan.intake[queue * plan.steps + t] === 1) && trace.room[pool * plan.horizon + t]! < need) full[pool] = 1;
  }
  return full;
}

/** Whether nothing ties a region to another: nobody applies elsewhere, moves or is lent, and no exam seats, chains or locums are shared. Then a region can be run by itself (METAMORPHIC 22). */
export function isUncoupled(plan: Plan, roster: Roster): boolean {
  const isTied = plan.appliesTo > 0 || plan.patienceSteps >= 0 || plan.agreements.values.length > 0 || plan.gates.length > 0 || plan.chains.length > 0 || plan.locumPool.length > 0;
  return !isTied && roster.given === undefined && plan.regions > 1;
}

/** The doctors of one region alone, each with the same luck. */
export function ofRegion(roster: Roster, region: number): Roster {
  const rows = Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.region[row] === region);
  const columns = Object.entries(roster).map(([name, column]: [string, unknown]) => {
    if (!(column instanceof Int32Array)) return [name, column] as const;
    const width = name === 'leaveAfter' || name === 'leaveLength' ? roster.leaves : 1;
    return [name, Int32Array.from(rows.flatMap((row) => Array.from({ length: width }, (_, i) => column[row * width + i]!)))] as const;
  });
  return { ...(Object.fromEntries(columns) as unknown as Roster), rows: rows.length };
}
