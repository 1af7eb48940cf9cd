import { NO_POOL, UNIT } from '../../engine/index.js';
import type { Plan, Trace } from '../../engine/index.js';
import { forEntries } from './book.js';
import type { Book } from './book.js';
import type { Audit } from './place.js';
import { layAny } from './scratch.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/**
 * Room of every pool in every step, counted anew (MODEL 11.2): the recorded room is capacity less crowding and use, and nothing but the initial state was
 * reserved where, as known then, there was no room. Agreements take no more blocks at a time than agreed.
 */
export function checkRoom(audit: Audit): void {
  const { plan, trace, book, report } = audit;
  const places = layRoom(audit);
  if (book.isTimed) return checkStepByStep(plan, trace, book, places, report);
  for (let pool = 0; pool < plan.pools; pool++) {
    if (!isRoomAsRecorded(plan, places, trace, book, pool)) tellOfPool(plan, places, trace, book, pool, report);
  }
  for (let agreement = 0; agreement < book.rows - plan.pools; agreement++) checkAgreement(plan, book, agreement, report);
}

/** Whether room is as recorded, and nowhere below zero; where it is, `tellOfPool` asks whether it may be. */
function isRoomAsRecorded({ horizon }: Plan, places: Int32Array, { room: recorded }: Trace, { use, laterFrom, initialUntil }: Book, pool: number): boolean {
  let [taken, differs, below] = [0, 0, 0];
  const at = pool * horizon;
  const before = pool * (horizon + 1);
  const since = laterFrom + before;
  const settled = Math.min(horizon, initialUntil);
  for (let t = 0; t < settled; t++) {
    taken += use[before + t]! + use[since + t]!;
    const room = places[at + t]! - taken;
    differs |= recorded[at + t]! ^ room;
    below |= room;
  }
  // Of the initial state nothing changes any more.
  for (let t = settled; t < horizon; t++) {
    taken += use[since + t]!;
    const room = places[at + t]! - taken;
    differs |= recorded[at + t]! ^ room;
    below |= room;
  }
  return differs === 0 && below >= 0;
}

function tellOfPool(plan: Plan, places: Int32Array, { room: recorded }: Trace, { use, laterFrom }: Book, pool: number, report: Report): void {
  let [initial, later] = [0, 0];
  for (let t = 0; t < plan.horizon; t++) {
    const at = pool * plan.horizon + t;
    initial += use[at + pool]!;
    later += use[laterFrom + at + pool]!;
    const room = places[at]! - initial - later;
    if (room < 0 && later > 0) complainOver(plan, report, pool, t, { room, later });
    if (recorded[at] !== room) complain(report, 'room', { pool, step: t, recorded: recorded[at]!, recounted: room });
  }
}

function checkAgreement(plan: Plan, { use, laterFrom }: Book, agreement: number, report: Report): void {
  const row = plan.pools + agreement;
  let [initial, later] = [0, 0];
  for (let t = 0; t < plan.horizon; t++) {
    initial += use[row * (plan.horizon + 1) + t]!;
    later += use[laterFrom + row * (plan.horizon + 1) + t]!;
    const room = plan.agreementNumber[agreement * plan.horizon + t]! - initial - later;
    if (room < 0 && later > 0) complainOver(plan, report, row, t, { room, later });
  }
}

/** What there is before anybody comes: of pools the capacity less crowding, of positions those of an intake that can be filled, of agreements the number at a time. */
function layRoom({ plan, trace: { fillable }, book, tables: { places, intakes: { first } } }: Audit): Int32Array {
  const { regions, pathways, positionsPool, agreementNumber, steps, horizon } = plan;
  const room = layAny('room', book.rows * horizon); // [row × horizon]
  room.set(places);
  for (let queue = 0; queue < regions * pathways; queue++) {
    const pool = positionsPool[queue]!;
    if (pool === NO_POOL) continue;
    for (let t = first[queue * (steps + 1)]!; t < steps; t = first[queue * (steps + 1) + t + 1]!) if (fillable[queue * steps + t]! >= 0) room[pool * horizon + t] = UNIT * fillable[queue * steps + t]!;
  }
  for (let i = places.length; i < room.length; i++) room[i] = agreementNumber[i - places.length]!;
  return room;
}

function complainOver(plan: Plan, report: Report, row: number, step: number, at: Readonly<Record<string, number>>): void {
  if (row < plan.pools) complain(report, 'over-capacity', { pool: row, step, ...at });
  else complain(report, 'exchange', { agreement: row - plan.pools, step, ...at });
}

/** Goes through the run: in each step what is given back, the changes of capacity that become known, those who wait and work as locums meanwhile, then what is reserved. */
function checkStepByStep(plan: Plan, trace: Trace, book: Book, room: Int32Array, report: Report): void {
  const { horizon } = plan;
  const take = (row: number, from: number, until: number, need: number): void => {
    for (let at = row * horizon + from; at <= row * horizon + until; at++) room[at]! -= need;
  };
  const free = (row: number, from: number, until: number, need: number): void => take(row, from, until, -need);
  forEntries(book, book.lastMade[0]!, take);
  forEntries(book, book.lastHeld[0]!, take);
  let revision = 0;
  for (let t = 0; t < plan.steps; t++) {
    forEntries(book, book.lastFreed[t]!, free);
    for (; revision < plan.revisionKnown.length && plan.revisionKnown[revision]! <= t; revision++) {
      take(plan.revisionPool[revision]!, plan.revisionFrom[revision]!, plan.revisionUntil[revision]!, -plan.revisionChange[revision]!);
    }
    if (t > 0) for (let i = 0; i < plan.locumPool.length; i++) take(plan.locumPool[i]!, t, t, plan.locumLoad[i]! * waitingAt(plan, trace, i, t - 1));
    forEntries(book, book.lastMade[t + 1]!, (row, from, until, need) => {
      let over = -1;
      for (let at = row * horizon + until; at >= row * horizon + from; at--) if ((room[at]! -= need) < 0) over = at;
      if (over >= 0) complainOver(plan, report, row, over - row * horizon, { reserved: t, room: room[over]! });
    });
    forEntries(book, book.lastHeld[t + 1]!, take);
  }
  for (let i = 0; i < plan.pools * horizon; i++) {
    if (room[i] !== trace.room[i]) complain(report, 'room', { pool: Math.floor(i / horizon), step: i % horizon, recorded: trace.room[i]!, recounted: room[i]! });
  }
}

/** Who waits in the queues whose doctors load a supervisors pool meanwhile (MODEL 3.14). */
function waitingAt({ locumQueues: { from, values }, steps }: Plan, trace: Trace, locum: number, t: number): number {
  let waiting = 0;
  for (let i = from[locum]!; i < from[locum + 1]!; i++) waiting += trace.queue[values[i]! * steps + t]!;
  return waiting;
}
