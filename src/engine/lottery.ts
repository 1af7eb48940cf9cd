import type { Ragged } from '../base/index.js';
import { PURPOSE, counterOf, draw } from './draw.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';

const words = new Int32Array(2);

/** The draw of a doctor's place in the list of an intake step (MODEL 2.6); 0 where a roster from elsewhere says none. */
export function lotteryAt(plan: Plan, roster: Roster, row: number, t: number): number {
  if (roster.given !== undefined) return givenAt(roster.given.lottery, row, t);
  draw(roster.own0[row]!, roster.own1[row]!, plan.firstMonth * plan.stepsPerMonth + t, counterOf(PURPOSE.lottery, 0), words);
  return words[0]! >>> 0;
}

function givenAt({ from, values }: Ragged, row: number, t: number): number {
  for (let i = from[row]!; i < from[row + 1]!; i += 2) if (values[i] === t) return values[i + 1]!;
  return 0;
}
