import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import type { State } from './state.js';

const EXACT = 9_007_199_254_740_992; // whole numbers below it are exact

/**
 * Puts the first `count` rows of the list of starts in order: by priority, then key, highest first, then rank (MODEL 2.6). Priority and key are packed into one
 * number above the place among equals, as finely as there is room for, because numbers are sorted many times faster than rows are compared; a pass of
 * insertion then puts right what the packing could not tell apart.
 */
export function sortStarts(plan: Plan, roster: Roster, state: State, count: number): void {
  const { list, packed, order: { placeOf, rowAt } } = state;
  const span = spanOfKeys(state, count);
  let most = 0;
  for (let i = 0; i < count; i++) {
    packed[i] = priorityOf(plan, roster, list[i]!) * span.width + span.highest - state.key[list[i]!]!;
    if (packed[i]! > most) most = packed[i]!;
  }
  const grain = Math.max(1, Math.ceil((most * 2 * roster.rows) / EXACT));
  for (let i = 0; i < count; i++) packed[i] = Math.floor(packed[i]! / grain) * roster.rows + placeOf[list[i]!]!;
  packed.subarray(0, count).sort();
  for (let i = 0; i < count; i++) list[i] = rowAt[packed[i]! - Math.floor(packed[i]! / roster.rows) * roster.rows]!;
  insert(plan, roster, state, count);
}

const keys = { highest: 0, width: 1 };

function spanOfKeys({ list, key }: State, count: number): typeof keys {
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
