import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit, auditEach } from '../../src/analysis/audit.js';
import { drawRoster, run } from '../../src/engine/index.js';
import type { Causes, Trace } from '../../src/engine/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { PROVING, cases } from '../support/random.js';
import { planOf } from '../support/scenario.js';
import { unshared } from '../support/stays.js';

/** How much of a column means anything. */
const lengthIn = (trace: Trace, name: string, column: Int32Array): number => {
  if (name.startsWith('booking')) return trace.bookings;
  if (name === 'itineraryFrom') return trace.itineraries + 1;
  if (name.startsWith('stay')) return trace.stays;
  return name.startsWith('leave') ? trace.leaves : column.length;
};

const linesOf = ({ units, lines, steps }: Causes): Float64Array => units.subarray(0, lines * steps);

/** Lets two doctors change lives from the start of training on: all is as it should be, but for whom. */
function swapLives(trace: Trace, dice: Dice): string {
  const employed = Array.from({ length: trace.rows }, (_, row) => row).filter((row) => trace.variant[row] !== -1);
  if (employed.length < 2) return 'nobody';
  const [one, other] = [0, 1].map(() => employed[dice.whole(0, employed.length - 1)]!) as [number, number];
  for (const column of [trace.region, trace.variant, trace.starts, trace.completes, trace.recruited, trace.lost, trace.passed]) [column[one], column[other]] = [column[other]!, column[one]!];
  for (const [rows, length] of [[trace.bookingRow, trace.bookings], [trace.leaveRow, trace.leaves]] as const) {
    for (let i = 0; i < length; i++) rows[i] = rows[i] === one ? other : rows[i] === other ? one : rows[i]!;
  }
  return `lives of ${one} and ${other}`;
}

/** Changes one number of a run, a few of one column by the same, or two lives for each other, and says which. */
function corrupt(trace: Trace, dice: Dice): string {
  if (dice.once(5)) return swapLives(trace, dice);
  const columns = Object.entries(trace).flatMap(([name, value]) => {
    if (name === 'sole' || name === 'passes') return []; // told, and nothing to hold them against
    const column: unknown = typeof value === 'object' && 'units' in (value as object) ? linesOf(value as Causes) : value;
    return ArrayBuffer.isView(column) && lengthIn(trace, name, column as Int32Array) > 0 ? [[name, column as Int32Array] as const] : [];
  });
  const counts = ['bookings', 'itineraries', 'stays', 'leaves'] as const;
  if (dice.once(20)) {
    const name = counts[dice.whole(0, 3)]!;
    if (trace[name] > 0) trace[name] -= 1;
    return name;
  }
  const [name, column] = columns[dice.whole(0, columns.length - 1)]!;
  const at = dice.whole(0, lengthIn(trace, name, column) - 1);
  const by = [-1, 1, -1, 1, 60, -60, -2, 27_720][dice.whole(0, 7)]!;
  for (let i = at; i < Math.min(lengthIn(trace, name, column), at + dice.whole(1, 3)); i++) column[i]! += by;
  return `${name}[${at}] + ${by}`;
}

test('of runs in which something was changed, the audit passes none that it would not pass if it followed everybody alone', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
  const seen = { passed: 0, found: 0 };
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
      const dice = diceOf(g);
      const plan = planOf(anyScenario(dice));
      const roster = drawRoster(plan, { seed: 7, replication });
      for (let time = 0; time < 8; time++) {
        // A roster and its trace may share columns: what is changed is the run's alone.
        const ran = structuredClone(run(plan, roster));
        const trace = dice.once(2) ? unshared(ran) : ran;
        const what = corrupt(trace, dice);
        const [found, alone] = [audit(plan, roster, trace).length, auditEach(plan, roster, trace).length];
        expect({ what, isFound: found > 0 }).toEqual({ what, isFound: alone > 0 });
        seen[found > 0 ? 'found' : 'passed'] += 1;
      }
    }),
    { numRuns: cases(60) },
  );
  // Nearly all of what may be changed is looked at: not the order of bookings, nor what a doctor who never starts has of what only others have; and some lives are alike.
  expect(seen.found).toBeGreaterThan(3 * seen.passed);
});
