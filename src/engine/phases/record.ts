import { causeCount } from '../attribution.js';
import { bookUnits } from '../causes.js';
import type { Plan } from '../plan.js';
import type { Roster } from '../roster.js';
import type { State } from '../state.js';

/** 7. Record (MODEL 2.7): all series for `t`, after the starts. */
export function record(plan: Plan, _roster: Roster, state: State, t: number): void {
  const { trace } = state;
  const queues = plan.regions * plan.pathways;
  for (let q = 0; q < queues; q++) {
    trace.queue[q * plan.steps + t] = state.inQueue[q]!;
    trace.training[q * plan.steps + t] = state.inTraining[q]!;
    trace.between[q * plan.steps + t] = state.between[q]!;
    trace.onLeave[q * plan.steps + t] = state.awayNow[q]!;
  }
  const cells = queues * causeCount(plan);
  for (let i = 0; i < cells; i++) if (state.standing[i] !== 0) bookUnits(trace.causes, i, t, state.standing[i]!);
  const { standing } = state.progress;
  for (let i = 0; i < standing.length; i++) if (standing[i] !== 0) bookUnits(trace.betweenCauses, i, t, standing[i]!);
}
