import type { Plan } from './plan.js';

/** Positions at the intakes (MODEL 2.6, 6.2). */
export interface Offers {
  readonly kept: Int32Array; // [region × pathway] left over at the last intake
  /** Positions opened and kept at the last intake, those opened alone, and how many of them were filled; −1: none yet. */
  readonly lastOffered: Int32Array; // [region × pathway]
  readonly lastOpened: Int32Array; // [region × pathway]
  readonly lastFilled: Int32Array; // [region × pathway]
  /** Level decided by a rule: the latest, the one in force, and those to come by step; −1 none. */
  readonly decided: Int32Array; // [rule]
  readonly inForce: Int32Array; // [rule]
  readonly coming: Int32Array; // [rule × step]
  readonly ruleOf: Int32Array; // [region × pathway] −1 none
}

/** No intake has been held and no rule has decided anything. */
export function layOffers(plan: Plan, queues: number): Offers {
  const none = (): Int32Array => new Int32Array(queues).fill(-1);
  return {
    kept: new Int32Array(queues),
    lastOffered: none(),
    lastOpened: none(),
    lastFilled: new Int32Array(queues),
    decided: new Int32Array(plan.rules.length).fill(-1),
    inForce: new Int32Array(plan.rules.length).fill(-1),
    coming: new Int32Array(plan.rules.length * plan.steps).fill(-1),
    ruleOf: Int32Array.from({ length: queues }, (_, queue) => plan.rules.findIndex((rule) => rule.queue === queue)),
  };
}
