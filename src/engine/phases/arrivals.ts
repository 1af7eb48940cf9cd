import { CAUSE } from '../attribution.js';
import { PURPOSE, counterOf, draw } from '../draw.js';
import type { Plan } from '../plan.js';
import { addStanding, needsIntake, queueOf, stand } from '../queue.js';
import type { GivenLuck, Roster } from '../roster.js';
import type { State } from '../state.js';
import { NEVER } from '../trace.js';
import { variantAt } from '../variant.js';

const words = new Int32Array(2);

/** 3. Arrivals (MODEL 2.3): doctors join the queue of their pathway at home; mobile ones choose further regions to seek in (MODEL 5.1). */
export function arrivals(plan: Plan, roster: Roster, state: State, t: number): void {
  for (; state.nextRow < roster.rows && roster.joins[state.nextRow]! <= t; state.nextRow++) arrive(plan, roster, state, state.nextRow, t);
  for (let row = state.joinFirst[t]!; row >= 0; row = state.joinNext[row]!) arrive(plan, roster, state, row, t);
}

function arrive(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const { trace } = state;
  const queue = queueOf(plan, roster, state, row);
  trace.arrived[queue * plan.steps + t]! += 1;
  if (trace.recruited[row] !== NEVER) {
    state.inTraining[trace.region[row]! * plan.pathways + roster.pathway[row]!]! += 1;
    return;
  }
  state.waiting[state.waitingCount++] = row;
  state.inQueue[queue]! += 1;
  state.homeVariant[row] = variantAt(plan, roster, row, trace.home[row]!, trace.joins[row]);
  state.causeKind[row] = CAUSE.awaitingIntake;
  addStanding(plan, state, row, queue, 1);
  if (roster.given !== undefined) takeRegions(plan, roster.given, state, row);
  else if (plan.appliesTo > 0 && roster.mobile[row]! === 1) chooseRegions(plan, roster, state, row, t);
  // Every step counts as an intake for a form that needs none (MODEL 2.4).
  if (!needsIntake(plan, state, row)) stand(plan, roster, state, row, t);
}

/** The further regions that a roster from elsewhere names. */
function takeRegions(plan: Plan, { seeks }: GivenLuck, state: State, row: number): void {
  for (let i = seeks.from[row]!; i < seeks.from[row + 1]!; i++) state.seeks[row * plan.appliesTo + i - seeks.from[row]!] = seeks.values[i]!;
}

/** Draws up to `appliesTo` further regions without replacement, by positions offered × attraction, less where the last known wait is long. */
function chooseRegions(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const p = roster.pathway[row]!;
  const home = state.trace.home[row]!;
  const first = row * plan.appliesTo;
  for (let n = 0; n < plan.appliesTo; n++) {
    const total = walk(plan, state, home, p, t, first, n, Infinity).sum;
    if (total <= 0) return;
    draw(roster.own0[row]!, roster.own1[row]!, n, counterOf(PURPOSE.applications, 0), words);
    state.seeks[first + n] = walk(plan, state, home, p, t, first, n, ((words[0]! >>> 0) / 4_294_967_296) * total).region;
  }
}

const walked = { sum: 0, region: -1 };

/** Walks the weights of the regions not yet chosen, in order of id, until their sum passes `target`. */
function walk(plan: Plan, state: State, home: number, p: number, t: number, first: number, chosen: number, target: number): typeof walked {
  walked.sum = 0;
  walked.region = -1;
  for (let r = 0; r < plan.regions; r++) {
    if (r === home || isChosen(state, first, chosen, r)) continue;
    const weight = weightOf(plan, state, r, p, t);
    if (weight <= 0) continue;
    walked.sum += weight;
    walked.region = r;
    if (walked.sum > target) return walked;
  }
  return walked;
}

function isChosen(state: State, first: number, chosen: number, region: number): boolean {
  for (let i = 0; i < chosen; i++) if (state.seeks[first + i] === region) return true;
  return false;
}

function weightOf(plan: Plan, state: State, r: number, p: number, t: number): number {
  const queue = r * plan.pathways + p;
  const offered = plan.attraction[queue * plan.steps + t]!;
  const starts = state.lastStarts[queue]!;
  if (plan.deterSteps === 0 || starts === 0) return offered;
  return offered / (1 + state.lastWaits[queue]! / starts / plan.deterSteps);
}
