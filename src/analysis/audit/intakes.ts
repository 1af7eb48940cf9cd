import type { Plan } from '../../engine/index.js';

/** The first intake at or after each step; `steps` when there is none within the run. */
export interface FirstIntakes {
  readonly first: Int32Array; // [region × pathway × (steps + 1)]
  readonly anywhere: Int32Array; // [pathway × (steps + 1)]
}

/** Finds the first intake at or after each step, of each region and of all. */
export function layIntakes(plan: Plan): FirstIntakes {
  const width = plan.steps + 1;
  const first = new Int32Array(plan.regions * plan.pathways * width);
  const anywhere = new Int32Array(plan.pathways * width).fill(plan.steps);
  for (let queue = 0; queue < plan.regions * plan.pathways; queue++) {
    const at = queue * width;
    const all = (queue % plan.pathways) * width;
    first[at + plan.steps] = plan.steps;
    for (let t = plan.steps - 1; t >= 0; t--) {
      first[at + t] = plan.intake[queue * plan.steps + t] === 1 ? t : first[at + t + 1]!;
      anywhere[all + t] = Math.min(anywhere[all + t]!, first[at + t]!);
    }
  }
  return { first, anywhere };
}
