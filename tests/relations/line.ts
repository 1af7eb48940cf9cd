import type { Plan, Trace } from '../../src/engine/index.js';
import type { Choice, Mode } from '../../src/engine/index.js';
import { joining, rosterOf, runAudited, startsOf } from '../support/plan.js';
import type { Dice } from '../support/arbitraries.js';
import { pathway, planOf, room, scenario, stretch } from '../support/scenario.js';

/**
 * The theorem's setting: identical doctors of one pathway go through blocks in one fixed order, slots are constant, every step is an intake, positions
 * never lack, the start is empty, the queue is by arrival.
 */
export interface Line {
  readonly lengths: readonly number[]; // [block] steps
  readonly slots: readonly number[]; // [block]
  readonly arrivals: readonly number[]; // [doctor] step, in order
}

/** A random line. */
export function anyLine(dice: Dice): Line {
  const blocks = dice.whole(1, 4);
  const list = (n: number, most: number): number[] => Array.from({ length: n }, () => dice.whole(1, most));
  const arrivals = Array.from({ length: dice.whole(1, 14) }, () => dice.whole(0, 12)).sort((a, b) => a - b);
  return { lengths: list(blocks, 5), slots: list(blocks, 4), arrivals };
}

/** The plan of a line; `order` permutes its blocks. */
function planLine(line: Line, orders: 'listed' | 'free' = 'listed', choice: Choice = 'spread', order = line.lengths.map((_, b) => b), mode: Mode = 'itinerary'): Plan {
  const worst = line.lengths.reduce((a, b) => a + b, 0);
  const last = Math.max(0, ...line.arrivals);
  const ids = line.lengths.map((_, b) => `b${b}`);
  return planOf(
    scenario(last + (line.arrivals.length + 1) * worst + 1, {
      pathways: [pathway('P', order.map((b) => stretch(ids[b]!, line.lengths[b]!)), { orders })],
      streams: [],
      slots: line.slots.map((n, b) => room('R', ids[b]!, n)),
      choice,
      mode,
    }),
  );
}

/** What happens on a line, audited. */
export function runLine(line: Line, orders: 'listed' | 'free' = 'listed', choice: Choice = 'spread', order?: number[], mode?: Mode): Trace {
  const plan = planLine(line, orders, choice, order, mode);
  return runAudited(plan, rosterOf(joining(...line.arrivals)));
}

/** When the doctors of a line start, by arrival. */
export function startLine(line: Line, orders: 'listed' | 'free' = 'listed', choice: Choice = 'spread', order?: number[]): number[] {
  return startsOf(runLine(line, orders, choice, order)).map((t) => t ?? Infinity);
}
