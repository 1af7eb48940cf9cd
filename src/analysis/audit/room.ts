import type { Plan, Trace } from '../../engine/index.js';
import type { Tally } from './tally.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';

/**
 * Room of every pool in every step, counted anew (MODEL 11.2): the recorded room is capacity less use, and where a pool runs over, those in
 * training from the beginning are alone in it.
 */
export function checkRoom(plan: Plan, trace: Trace, tally: Tally, report: Report): void {
  const { horizon, pools, capacity } = plan;
  const { initialUse, laterUse } = tally;
  for (let pool = 0; pool < pools; pool++) {
    let initial = 0;
    let later = 0;
    for (let t = 0; t < horizon; t++) {
      initial += initialUse[pool * (horizon + 1) + t]!;
      later += laterUse[pool * (horizon + 1) + t]!;
      const room = capacity[pool * horizon + t]! - initial - later;
      const recorded = trace.room[pool * horizon + t]!;
      if (recorded !== room) complain(report, 'room', { pool, step: t, recorded, recounted: room });
      if (room < 0 && later > 0) complain(report, 'over-capacity', { pool, step: t, room, later });
    }
  }
}
