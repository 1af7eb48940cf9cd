import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';

/** The fullest bucket in which a pass of insertion is the quickest. */
const MOST_IN_BUCKET = 64;

/**
 * Puts the first `count` rows of the list of starts in order: by priority, then key, highest first, then rank (MODEL 2.6). Each row has a number that is all
 * but its place: priority and key laid together, then the place among equals. Buckets over the range of these numbers bring the rows nearly in order, for
 * draws and ranks spread evenly; a pass of insertion does the rest. Where they do not (a wait far longer than the others), rows are compared as they stand.
 */
export function sortStarts(plan: Plan, roster: Roster, state: State, count: number): void {
  const { list, key, order: { number, placeOf } } = state;
  const span = spanOfKeys(list, key, count);
  let least = Infinity;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const row = list[i]!;
    const here = (priorityOf(plan, roster, row) * span.width + span.highest - key[row]!) * roster.rows + placeOf[row]!;
    number[i] = here;
    if (here < least) least = here;
    if (here > most) most = here;
  }
  const fullest = deal(state, count, least, (count - 1) / Math.max(1, most - least));
  if (fullest <= MOST_IN_BUCKET) insert(plan, roster, state, count);
  else list.subarray(0, count).sort((a, b) => compare(plan, roster, state, a, b));
}

const keys = { highest: 0, width: 1 };

function spanOfKeys(list: Int32Array, key: Float64Array, count: number): typeof keys {
  let lowest = key[list[0]!]!;
  keys.highest = lowest;
  for (let i = 1; i < count; i++) {
    const here = key[list[i]!]!;
    if (here < lowest) lowest = here;
    if (here > keys.highest) keys.highest = here;
  }
  keys.width = keys.highest - lowest + 1;
  return keys;
}

function priorityOf(plan: Plan, roster: Roster, row: number): number {
  return plan.priority[roster.stream[row]! * plan.pathways + roster.pathway[row]!]!;
}

/** Deals the rows into as many buckets as there are rows, by their numbers from `least` on; returns how many the fullest holds. */
function deal({ list, order: { number, dealt, bucket } }: State, count: number, least: number, perNumber: number): number {
  bucket.fill(0, 0, count + 1);
  for (let i = 0; i < count; i++) bucket[(((number[i]! - least) * perNumber) | 0) + 1]! += 1;
  let fullest = 0;
  for (let i = 1; i <= count; i++) {
    if (bucket[i]! > fullest) fullest = bucket[i]!;
    bucket[i]! += bucket[i - 1]!;
  }
  for (let i = 0; i < count; i++) dealt[bucket[((number[i]! - least) * perNumber) | 0]!++] = list[i]!;
  for (let i = 0; i < count; i++) list[i] = dealt[i]!;
  return fullest;
}

function insert(plan: Plan, roster: Roster, state: State, count: number): void {
  const { list } = state;
  for (let i = 1; i < count; i++) {
    const row = list[i]!;
    let place = i;
    for (; place > 0 && compare(plan, roster, state, list[place - 1]!, row) > 0; place--) list[place] = list[place - 1]!;
    list[place] = row;
  }
}

function compare(plan: Plan, roster: Roster, { key, order: { placeOf } }: State, a: number, b: number): number {
  return priorityOf(plan, roster, a) - priorityOf(plan, roster, b) || key[b]! - key[a]! || placeOf[a]! - placeOf[b]!;
}
