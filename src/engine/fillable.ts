import { PURPOSE, counterOf, draw } from './draw.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

const ALL = 4_294_967_296;
const words = new Int32Array(2);

/** How many of the new positions of an intake can be filled (MODEL 2.6): offers are made beyond them, and draws by offer number say which hold. */
export function fillableAt(plan: Plan, roster: Roster, queue: number, t: number, positions: number): number {
  if (roster.given !== undefined) return givenAt(roster, queue * plan.steps + t, positions);
  const holds = plan.offerHolds[queue]!;
  if (holds >= ALL || roster.key === undefined) return positions;
  draw(roster.key.seed, roster.key.replication, plan.queueHash[queue]!, counterOf(PURPOSE.offer, 0), words);
  const key0 = words[0]!;
  const key1 = words[1]!;
  const offers = positions + Math.ceil((positions * plan.overOffer[queue]!) / 1000) + plan.reserveOffers[queue]!;
  let holding = 0;
  for (let offer = 0; offer < offers && holding < positions; offer++) {
    draw(key0, key1, plan.firstMonth * plan.stepsPerMonth + t, offer, words);
    if (words[0]! >>> 0 < holds) holding += 1;
  }
  return holding;
}

function givenAt(roster: Roster, at: number, positions: number): number {
  const { from, values } = roster.given!.fillable;
  const length = at + 1 < from.length ? from[at + 1]! - from[at]! : 0;
  return length === 0 ? positions : values[from[at]! + Math.min(positions, length - 1)]!;
}
