import type { Plan, Trace } from '../../engine/index.js';
import { forEntries } from './book.js';
import type { Book } from './book.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/**
 * Room of every pool in every step, counted anew (MODEL 11.2): the recorded room is capacity less crowding and use, and nothing but the initial state was
 * reserved where, as known then, there was no room.
 */
export function checkRoom(plan: Plan, trace: Trace, book: Book, report: Report): void {
  if (book.isTimed) return checkStepByStep(plan, trace, book, report);
  const { horizon, pools, capacity, crowding } = plan;
  const { initialUse, laterUse } = book;
  for (let pool = 0; pool < pools; pool++) {
    let initial = 0;
    let later = 0;
    for (let t = 0; t < horizon; t++) {
      initial += initialUse[pool * (horizon + 1) + t]!;
      later += laterUse[pool * (horizon + 1) + t]!;
      const room = capacity[pool * horizon + t]! - crowding[pool * horizon + t]! - initial - later;
      const recorded = trace.room[pool * horizon + t]!;
      if (recorded !== room) complain(report, 'room', { pool, step: t, recorded, recounted: room });
      if (room < 0 && later > 0) complain(report, 'over-capacity', { pool, step: t, room, later });
    }
  }
}

/** Goes through the run: in each step what is given back, the changes of capacity that become known, then what is reserved. */
function checkStepByStep(plan: Plan, trace: Trace, book: Book, report: Report): void {
  const { horizon } = plan;
  const room = Int32Array.from({ length: plan.pools * horizon }, (_, i) => plan.capacity[i]! - plan.crowding[i]!);
  const take = (pool: number, from: number, until: number, need: number): void => {
    for (let at = pool * horizon + from; at <= pool * horizon + until; at++) room[at]! -= need;
  };
  const free = (pool: number, from: number, until: number, need: number): void => take(pool, from, until, -need);
  forEntries(book, book.lastMade[0]!, take);
  forEntries(book, book.lastHeld[0]!, take);
  let revision = 0;
  for (let t = 0; t < plan.steps; t++) {
    forEntries(book, book.lastFreed[t]!, free);
    for (; revision < plan.revisionKnown.length && plan.revisionKnown[revision]! <= t; revision++) {
      take(plan.revisionPool[revision]!, plan.revisionFrom[revision]!, plan.revisionUntil[revision]!, -plan.revisionChange[revision]!);
    }
    forEntries(book, book.lastMade[t + 1]!, (pool, from, until, need) => {
      let over = -1;
      for (let at = pool * horizon + until; at >= pool * horizon + from; at--) if ((room[at]! -= need) < 0) over = at;
      if (over >= 0) complain(report, 'over-capacity', { pool, step: over - pool * horizon, reserved: t, room: room[over]! });
    });
    forEntries(book, book.lastHeld[t + 1]!, take);
  }
  for (let i = 0; i < room.length; i++) {
    if (room[i] !== trace.room[i]) complain(report, 'room', { pool: Math.floor(i / horizon), step: i % horizon, recorded: trace.room[i]!, recounted: room[i]! });
  }
}
