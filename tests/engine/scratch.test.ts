import { expect, test } from 'vitest';
import { drawRoster, giveBack, openScratch, run } from '../../src/engine/index.js';
import type { Plan, Roster, Scratch, Trace } from '../../src/engine/index.js';
import { bytesIn, numbersIn, wholesIn } from '../../src/engine/scratch.js';
import { pathway, planOf, poissonStream, room, scenario, stretch } from '../support/scenario.js';

const LONG = 10_000;

test('memory given back is held again, of the value that is asked for, by one at a time', () => {
  const first = openScratch();
  const tables = [wholesIn(first, LONG, 7), numbersIn(first, LONG), bytesIn(first, 4 * LONG)];
  const before = tables.map(({ buffer }) => buffer);
  expect(new Set(before).size).toBe(3);
  for (const table of tables) table.fill(99);
  giveBack(first);
  const [second, third] = [openScratch(), openScratch()];
  const again = [wholesIn(second, LONG - 1, -1), numbersIn(second, LONG - 1), bytesIn(second, 4 * LONG - 1)];
  const fresh = wholesIn(third, LONG);
  expect(new Set(again.map(({ buffer }) => buffer))).toEqual(new Set(before));
  expect(before).not.toContain(fresh.buffer);
  expect(again.map((table) => [table.length, new Set(table)])).toEqual([[LONG - 1, new Set([-1])], [LONG - 1, new Set([0])], [4 * LONG - 1, new Set([0])]]);
  giveBack(third);
});

test('given back twice, it is still held by one at a time; without scratch, nothing is ever held again', () => {
  const scratch = openScratch();
  const held = wholesIn(scratch, LONG).buffer;
  giveBack(scratch);
  giveBack(scratch);
  const next = openScratch();
  const [one, other] = [wholesIn(next, LONG), wholesIn(next, LONG)];
  expect([one.buffer, other.buffer].filter((buffer) => buffer === held)).toHaveLength(1);
  expect(one.buffer).not.toBe(other.buffer);
  expect(wholesIn(null, LONG, 3).every((number) => number === 3)).toBe(true);
});

/** Enough doctors that all tables by doctor are long. */
const crowd = (mode: Plan['mode']): Plan => ({
  ...planOf(scenario(60, { pathways: [pathway('P', [stretch('a', 2), stretch('b', 3)], { orders: 'free' })], streams: [poissonStream('s', 'P', 'R', 90)], slots: ['a', 'b'].map((b) => room('R', b, 150)), unlimitedSlots: [] })),
  mode,
});

const MODES = ['itinerary', 'step'] as const;
const play = (plan: Plan, replication: number, memory: Scratch | null = null): { readonly roster: Roster; readonly trace: Trace } => {
  const roster = drawRoster(plan, { seed: 5, replication }, memory);
  return { roster, trace: run(plan, roster, memory) };
};

test.each(MODES)('a run that keeps its trace is not written to by those that come after (%s)', (mode) => {
  const kept = play(crowd(mode), 0);
  const copy = structuredClone(kept);
  expect(copy.roster.rows).toBeGreaterThan(5000);
  for (const other of MODES) for (const replication of [1, 2]) play(crowd(other), replication);
  expect(kept).toEqual(copy);
});

test.each(MODES)('in memory that another replication has used, roster and trace are the same (%s)', (mode) => {
  const alone = structuredClone(play(crowd(mode), 0));
  for (const other of MODES) {
    const before = openScratch();
    play(crowd(other), 1, before);
    giveBack(before);
  }
  const memory = openScratch();
  const { roster, trace } = play(crowd(mode), 0, memory);
  expect(memory.held.length).toBeGreaterThan(20);
  expect({ roster, trace }).toEqual(alone);
});
