import { PURPOSE, counterOf, draw } from './draw.js';
import type { Plan } from './plan.js';
import type { GivenLuck, Roster } from './roster.js';
import type { State } from './state.js';

const words = new Int32Array(2);

/** The further regions that a roster from elsewhere names. */
export function takeRegions(plan: Plan, { seeks }: GivenLuck, state: State, row: number): void {
  for (let i = seeks.from[row]!; i < seeks.from[row + 1]!; i++) state.seeks[row * plan.appliesTo + i - seeks.from[row]!] = seeks.values[i]!;
}

/** Draws up to `appliesTo` further regions without replacement, by positions offered × attraction, less where the last known wait is long (MODEL 5.1). */
export function chooseRegions(plan: Plan, roster: Roster, state: State, row: number, t: number): void {
  const first = row * plan.appliesTo;
  const weights = weighRegions(plan, state, roster.pathway[row]!, state.trace.home[row]!, t);
  for (let n = 0; n < plan.appliesTo; n++) {
    let total = 0;
    for (let r = 0; r < weights.length; r++) total += weights[r]!;
    if (total <= 0) return;
    draw(roster.own0[row]!, roster.own1[row]!, n, counterOf(PURPOSE.applications, 0), words);
    const chosen = regionAt(weights, ((words[0]! >>> 0) / 4_294_967_296) * total);
    state.seeks[first + n] = chosen;
    weights[chosen] = 0;
  }
}

/** Walks the weights in order of id until their sum passes `target`. */
function regionAt(weights: Float64Array, target: number): number {
  let sum = 0;
  let region = -1;
  for (let r = 0; r < weights.length; r++) {
    if (weights[r] === 0) continue;
    sum += weights[r]!;
    region = r;
    if (sum > target) return region;
  }
  return region;
}

/** The weights of all regions in a step for who lives in one of them, 0 for that and where nothing is offered. What is known of waits changes with the starts, after all have arrived. */
function weighRegions(plan: Plan, { regionWeights, weighed, lastStarts, lastWaits }: State, p: number, home: number, t: number): Float64Array {
  const { of, left } = regionWeights;
  const first = p * plan.regions;
  if (weighed[p] !== t) {
    weighed[p] = t;
    for (let r = 0; r < plan.regions; r++) of[first + r] = weightOf(plan, lastStarts, lastWaits, r * plan.pathways + p, t);
  }
  for (let r = 0; r < plan.regions; r++) left[r] = of[first + r]!;
  left[home] = 0;
  return left;
}

function weightOf(plan: Plan, lastStarts: Int32Array, lastWaits: Float64Array, queue: number, t: number): number {
  const offered = plan.attraction[queue * plan.steps + t]!;
  const starts = lastStarts[queue]!;
  if (offered <= 0) return 0;
  if (plan.deterSteps === 0 || starts === 0) return offered;
  return offered / (1 + lastWaits[queue]! / starts / plan.deterSteps);
}
