import { UNIT } from '../plan.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { Rule, RuleLine } from '../rules.js';
import type { State } from '../state.js';

/** After the record: what is left of an intake's positions is kept where it is (MODEL 2.6), and rules decide how many later ones open (MODEL 6.2). */
export function decisions(plan: Plan, roster: Roster, state: State, t: number): void {
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    if (plan.carries[queue] === 1 && plan.intake[queue * plan.steps + t] === 1 && state.trace.opened[queue * plan.steps + t]! >= 0) {
      state.offers.kept[queue] = Math.floor(state.ledger.room[plan.positionsPool[queue]! * plan.horizon + t]! / UNIT);
    }
  }
  plan.rules.forEach((rule, nth) => {
    if (Array.from(rule.steps).includes(t)) decide(plan, roster, state, rule, nth, t);
  });
}

function decide(plan: Plan, roster: Roster, state: State, rule: Rule, nth: number, t: number): void {
  const { decided, lastOpened, coming } = state.offers;
  const level = decided[nth]! >= 0 ? decided[nth]! : lastOpened[rule.queue]!;
  const line = rule.lines.find((one) => read(plan, roster, state, rule, one, t) > one.above);
  if (level < 0 || line === undefined) return;
  const next = Math.max(rule.floor, Math.min(rule.ceiling, level + line.change));
  decided[nth] = next;
  if (t + rule.lead < plan.steps) coming[nth * plan.steps + t + rule.lead] = next;
}

/** What is known at the decision: who waits, how large the last year's class was, or what nobody took at the last intake. */
function read(plan: Plan, roster: Roster, state: State, { queue, year }: Rule, { reads }: RuleLine, t: number): number {
  if (reads === 'queue') return state.inQueue[queue]!;
  if (reads === 'vacant') return state.offers.lastOffered[queue]! - state.offers.lastFilled[queue]!;
  let joined = 0;
  for (let row = 0; row < roster.rows; row++) {
    const { joins, home } = state.trace;
    if (joins[row]! > t - year && joins[row]! <= t && home[row]! * plan.pathways + roster.pathway[row]! === queue) joined += 1;
  }
  return joined;
}
