import { arrivals } from './phases/arrivals.js';
import { capacity } from './phases/capacity.js';
import { continuing } from './phases/continuing.js';
import { decisions } from './phases/decisions.js';
import { ends } from './phases/ends.js';
import { giveUp } from './phases/give-up.js';
import { placeInitial } from './phases/initial.js';
import { mobility } from './phases/mobility.js';
import { offers } from './phases/offers.js';
import { record } from './phases/record.js';
import { starts } from './phases/starts.js';
import type { Plan } from './plan.js';
import { drawRoster } from './draw-roster.js';
import { closeQueues } from './queue.js';
import type { Key, Roster } from './roster.js';
import { giveBack, openScratch } from './scratch.js';
import type { Scratch } from './scratch.js';
import { layState } from './state.js';
import type { State } from './state.js';
import { dropVoidStays } from './stay.js';
import type { Trace } from './trace.js';

/** The phases of a step, in MODEL 2's order. */
const PHASES = [ends, capacity, arrivals, giveUp, continuing, offers, starts, mobility, record, decisions] as const;

/** One replication of a plan: a function of plan and roster, with no luck in it. The trace lies in memory of its own, or in what is given. */
export function run(plan: Plan, roster: Roster, memory: Scratch | null = null): Trace {
  const scratch = openScratch();
  const state = layState(plan, roster, scratch, memory);
  placeInitial(plan, roster, state);
  for (let t = 0; t < plan.steps; t++) for (const phase of PHASES) phase(plan, roster, state, t);
  const trace = close(state);
  giveBack(scratch);
  return trace;
}

/** The same, with a look at everything that can change after each step; its scratch is not given back, for who has looked may go on looking. */
export function* runSteps(plan: Plan, roster: Roster): Generator<State, Trace, void> {
  const state = layState(plan, roster, openScratch(), null);
  placeInitial(plan, roster, state);
  for (let t = 0; t < plan.steps; t++) {
    for (const phase of PHASES) phase(plan, roster, state, t);
    closeQueues(state);
    yield state;
  }
  return close(state);
}

function close(state: State): Trace {
  if (state.trace.leaves > 0) dropVoidStays(state);
  return state.trace;
}

/** One replication with its luck drawn. */
export function simulate(plan: Plan, key: Key): Trace {
  return run(plan, drawRoster(plan, key));
}
