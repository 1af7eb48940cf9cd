import { fillableAt } from '../fillable.js';
import { book } from '../ledger.js';
import { NO_POOL, UNIT, UNLIMITED } from '../plan.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/** 6. Starts, before the list (MODEL 2.6): the positions of each intake of the step are opened, by plan or by rule; no-shows leave some vacant, those kept from before are added. */
export function offers(plan: Plan, roster: Roster, state: State, t: number): void {
  for (let rule = 0; rule < plan.rules.length; rule++) {
    const level = state.offers.coming[rule * plan.steps + t]!;
    if (level >= 0) state.offers.inForce[rule] = level;
  }
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    if (plan.intake[queue * plan.steps + t] === 1) open(plan, roster, state, queue, t);
  }
}

function open(plan: Plan, roster: Roster, state: State, queue: number, t: number): void {
  const { trace, offers: { kept, lastOffered, lastOpened, lastFilled, ruleOf, inForce } } = state;
  const cell = queue * plan.steps + t;
  const pool = plan.positionsPool[queue]!;
  const planned = pool === NO_POOL ? UNLIMITED : plan.capacity[pool * plan.horizon + t]!;
  lastFilled[queue] = 0;
  if (planned >= UNLIMITED) {
    for (const series of [trace.opened, trace.carried, trace.fillable]) series[cell] = -1;
    return;
  }
  const level = ruleOf[queue]! < 0 ? -1 : inForce[ruleOf[queue]!]!;
  const opened = level < 0 ? Math.floor(planned / UNIT) : level;
  const fillable = fillableAt(plan, roster, queue, t, opened) + kept[queue]!;
  book(state.ledger, pool, t, t, planned - fillable * UNIT);
  trace.opened[cell] = opened;
  trace.carried[cell] = kept[queue]!;
  trace.fillable[cell] = fillable;
  lastOpened[queue] = opened;
  lastOffered[queue] = opened + kept[queue]!;
}
