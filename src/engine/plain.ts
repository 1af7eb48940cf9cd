import { layRagged } from '../base/index.js';
import { NO_POOL } from './plan.js';
import type { Plan } from './plan.js';

type Size = Pick<Plan, 'regions' | 'pathways' | 'variants' | 'blocks'>;
type Plain = Pick<
  Plan,
  | 'stPool' | 'variantLongest' | 'variantStPost' | 'variantNeedsPosition' | 'variantNeedsIntake' | 'hasStPosts' | 'windowSteps' | 'carries' | 'offerHolds' | 'overOffer' | 'reserveOffers' | 'queueHash' | 'rules'
  | 'gateOf' | 'gates' | 'chains' | 'agreements' | 'agreementHost' | 'agreementNumber' | 'locumPool' | 'locumLoad' | 'locumQueues'
>;

/** A plan that uses none of the rules that a plan may do without: every form needs a position and an intake, every offer holds, nobody goes to a host. */
export function layPlain({ regions, pathways, variants, blocks }: Size): Plain {
  const queues = regions * pathways;
  const none = new Int32Array(0);
  return {
    stPool: new Int32Array(regions).fill(NO_POOL),
    variantLongest: new Int32Array(variants),
    variantStPost: new Int32Array(variants),
    variantNeedsPosition: new Int32Array(variants).fill(1),
    variantNeedsIntake: new Int32Array(variants).fill(1),
    hasStPosts: false,
    windowSteps: new Int32Array(pathways),
    carries: new Int32Array(queues),
    offerHolds: new Float64Array(queues).fill(4_294_967_296),
    overOffer: new Int32Array(queues),
    reserveOffers: new Int32Array(queues),
    queueHash: new Float64Array(queues),
    rules: [],
    gateOf: new Int32Array(pathways).fill(-1),
    gates: [],
    chains: [],
    agreements: layRagged(Array.from({ length: regions * blocks }, () => [])),
    agreementHost: none,
    agreementNumber: none,
    locumPool: none,
    locumLoad: none,
    locumQueues: layRagged([]),
  };
}
