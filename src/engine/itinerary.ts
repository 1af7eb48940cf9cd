import { countPools } from './attribution.js';
import { book, leastRoom } from './ledger.js';
import { NO_POOL } from './plan.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';
import { NEVER } from './trace.js';

const SLOTS = 1;
const SUPERVISORS = 2;

/**
 * What fits in a region for a variant that starts at `t` (MODEL 3.1–3.3): the order to take, or the pools that lack (MODEL 4.2). Returns the
 * place of the answer in `state.fit`. Doctors of the same variant fail and fit together, so the answer stands until somebody is booked there.
 */
export function evaluate(plan: Plan, state: State, region: number, variant: number, t: number): number {
  const { fit } = state;
  const at = region * plan.variants + variant;
  if (fit.step[at] === t && fit.version[at] === fit.regionVersion[region]) return at;
  fit.step[at] = t;
  fit.version[at] = fit.regionVersion[region]!;
  evaluateLegs(plan, state, region, variant, t);
  const load = plan.variantMainLoad[variant]!;
  const mainLacks = load > 0 && leastRoom(state.ledger, plan.mainPool[region]!, t, t + plan.variantLength[variant]! - 1) < load ? 1 : 0;
  fit.order[at] = mainLacks ? -1 : chooseOrder(plan, state, variant);
  if (fit.order[at] < 0) findLacking(plan, state, variant, mainLacks, at);
  return at;
}

/** Room of each leg: how many more doctors with that need fit in its slots and supervisors over its interval. */
function evaluateLegs(plan: Plan, state: State, region: number, variant: number, t: number): void {
  const { fit, ledger } = state;
  for (let leg = plan.legFrom[variant]!; leg < plan.legFrom[variant + 1]!; leg++) {
    const stretch = plan.legStretch[leg]!;
    const from = t + plan.legOffset[leg]!;
    const until = from + plan.stretchLength[stretch]! - 1;
    const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
    const slots = roomFor(leastRoom(ledger, plan.slotsPool[cell]!, from, until), plan.slotsPool[cell]!, plan.stretchSlots[stretch]!);
    const people = roomFor(leastRoom(ledger, plan.supervisorsPool[cell]!, from, until), plan.supervisorsPool[cell]!, plan.stretchLoad[stretch]!);
    fit.legRoom[leg] = slots < people ? slots : people;
    fit.legLack[leg] = (slots < 1 ? SLOTS : 0) | (people < 1 ? SUPERVISORS : 0);
  }
}

function roomFor(room: number, pool: number, need: number): number {
  return pool === NO_POOL || need === 0 ? NEVER : Math.floor(room / need);
}

/** `spread`: most room, ties to the first listed; `first-fit`: the first that fits; −1 when none does. */
function chooseOrder(plan: Plan, state: State, variant: number): number {
  const { legRoom } = state.fit;
  const { from, values } = plan.orderLegs;
  let best = -1;
  let most = 0;
  for (let order = plan.orderFrom[variant]!; order < plan.orderFrom[variant + 1]!; order++) {
    let room = NEVER;
    for (let i = from[order]!; i < from[order + 1]! && room > most; i++) {
      const here = legRoom[values[i]!]!;
      if (here < room) room = here;
    }
    if (room <= most) continue;
    best = order;
    most = room;
    if (plan.choice === 'first-fit') break;
  }
  return best;
}

/** The smallest sets of pools with which, unlimited, some order fits; their union shares the wait. */
function findLacking(plan: Plan, state: State, variant: number, main: number, at: number): void {
  const { fit } = state;
  const { from, values } = plan.orderLegs;
  let fewest = NEVER;
  for (let order = plan.orderFrom[variant]!; order < plan.orderFrom[variant + 1]!; order++) {
    let slots = 0;
    let supervisors = 0;
    for (let i = from[order]!; i < from[order + 1]!; i++) {
      const leg = values[i]!;
      const bit = 1 << plan.stretchBlock[plan.legStretch[leg]!]!;
      if (fit.legLack[leg]! & SLOTS) slots |= bit;
      if (fit.legLack[leg]! & SUPERVISORS) supervisors |= bit;
    }
    const pools = countPools(slots, supervisors, main);
    if (pools > fewest) continue;
    fit.slots[at] = pools < fewest ? slots : fit.slots[at]! | slots;
    fit.supervisors[at] = pools < fewest ? supervisors : fit.supervisors[at]! | supervisors;
    fewest = pools;
  }
  fit.main[at] = main;
  fit.sole[at] = fewest === 1 ? 1 : 0;
}

/** Reserves a whole itinerary from `t` and writes the stays down; returns the step after its last block. */
export function reserve(plan: Plan, state: State, row: number, region: number, variant: number, order: number, t: number): number {
  const { from, values } = plan.orderLegs;
  for (let i = from[order]!; i < from[order + 1]!; i++) {
    const leg = values[i]!;
    const start = t + plan.legOffset[leg]!;
    stay(plan, state, row, region, plan.legStretch[leg]!, start, start + plan.stretchLength[plan.legStretch[leg]!]! - 1);
  }
  const ends = t + plan.variantLength[variant]!;
  book(state.ledger, plan.mainPool[region]!, t, ends - 1, plan.variantMainLoad[variant]!);
  state.fit.regionVersion[region]! += 1;
  return ends;
}

/** Reserves one stretch in a block, whether there is room or not, and writes the stay down. */
export function stay(plan: Plan, state: State, row: number, region: number, stretch: number, from: number, until: number): void {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  book(state.ledger, plan.slotsPool[cell]!, from, until, plan.stretchSlots[stretch]!);
  book(state.ledger, plan.supervisorsPool[cell]!, from, until, plan.stretchLoad[stretch]!);
  const { trace } = state;
  trace.stayRow[trace.stays] = row;
  trace.stayStretch[trace.stays] = stretch;
  trace.stayFrom[trace.stays] = from;
  trace.stayUntil[trace.stays] = until;
  trace.stays += 1;
}
