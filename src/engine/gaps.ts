import type { Plan } from './plan.js';
import type { State } from './state.js';

/**
 * Adds the planned gaps between stays, in order of time, to the count of doctors between blocks, or takes them off again (`sign`): the steps from `t` on in
 * which the doctor is in none of them. Gaps are planned and not waited (MODEL 3.9, 4.1).
 */
export function countGaps(plan: Plan, state: State, queue: number, stays: ArrayLike<number>, t: number, sign: number): void {
  const { trace, gapChange } = state;
  if (gapChange.length === 0) return;
  const at = queue * (plan.horizon + 1);
  let next = t;
  for (let i = 0; i < stays.length; i++) {
    const from = trace.stayFrom[stays[i]!]!;
    if (from > next) {
      gapChange[at + next]! += sign;
      gapChange[at + from]! -= sign;
    }
    next = trace.stayUntil[stays[i]!]! + 1;
  }
}
