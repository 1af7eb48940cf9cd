import { expect, test } from 'vitest';
import { fingerprint, layDigest, mix, run, toHex } from '../../src/engine/index.js';
import type { Trace } from '../../src/engine/index.js';
import { joining, rosterOf } from '../support/plan.js';
import { pathway, planOf, room, scenario, stretch } from '../support/scenario.js';

const plan = planOf(scenario(8, { pathways: [pathway('P', [stretch('a', 2), stretch('b', 1)])], streams: [], slots: [room('R', 'a', 1), room('R', 'b', 1)] }));
const roster = rosterOf(joining(0, 0, 1));
const printOf = (trace: Trace): string => toHex(fingerprint(roster, trace));

test('a fingerprint is 32 hexadecimal digits, the same for the same run', () => {
  expect(printOf(run(plan, roster))).toMatch(/^[0-9a-f]{32}$/);
  expect(printOf(run(plan, roster))).toBe(printOf(run(plan, roster)));
});

test('a fingerprint changes when any record, stay, cause or identity changes', () => {
  const known = new Set([printOf(run(plan, roster))]);
  const changed = (change: (trace: Trace) => void): void => {
    const trace = run(plan, roster);
    change(trace);
    known.add(printOf(trace));
  };
  const columns = ['region', 'variant', 'starts', 'completes', 'passes', 'bookingRow', 'bookingItinerary', 'stayStretch', 'stayFrom', 'stayUntil'] as const;
  for (const column of columns) for (const i of [0, 2]) changed((trace) => (trace[column][i]! += 1));
  changed((trace) => (trace.bookings -= 2));
  changed((trace) => trace.causes.units.reverse());
  changed((trace) => {
    const { units } = trace.causes;
    const at = units.findIndex((n) => n > 0);
    [units[at], units[at + 1]] = [0, units[at]!];
  });
  changed((trace) => (trace.causes.units[3]! += 2 ** 33));
  for (const column of ['stream', 'cohort', 'ordinal'] as const) {
    const other = { ...roster, [column]: roster[column].map((n) => n + 1) };
    known.add(toHex(fingerprint(other, run(plan, roster))));
  }
  expect(known.size).toBe(1 + 2 * columns.length + 4 + 3);
});

test('the order of words matters', () => {
  const hash = (words: readonly number[]): string => {
    const digest = layDigest();
    words.forEach((word) => mix(digest, word));
    return toHex(digest);
  };
  const all = [[1, 2], [2, 1], [0, 0], [0], [], [1], [-1], [0x80000000 | 0], [1 << 16], [1 << 31, 1]];
  expect(new Set(all.map(hash)).size).toBe(all.length);
});
