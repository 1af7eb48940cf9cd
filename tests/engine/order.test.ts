import { expect, test } from 'vitest';
import { run, runSteps } from '../../src/engine/index.js';
import type { Plan, Trace } from '../../src/engine/index.js';
import { rosterOf, runAudited, startsOf } from '../support/plan.js';
import type { Doctor } from '../support/plan.js';
import { pathway, planOf, room, scenario, stretch } from '../support/scenario.js';

/** One place for one month, so that one doctor starts in each step. */
const oneByOne = (months: number): Plan =>
  planOf(scenario(months, { pathways: [pathway('P', [stretch('a', 1)])], streams: [], slots: [room('R', 'a', 1)], unlimitedSlots: [] }));

/** Ranks that go to and fro over 32 bits, some of them equal. */
const ranks = (n: number): number[] => Array.from({ length: n }, (_, i) => Math.imul(i % 7 === 0 ? 7 : i, 0x9e3779b1));

const byRank = (doctors: readonly Doctor[]): number[] => doctors.map((_, row) => row).sort((a, b) => (doctors[a]!.rank! >>> 0) - (doctors[b]!.rank! >>> 0) || a - b);

test('equal waits start in order of rank as an unsigned number, equal ranks in order of identity', () => {
  const doctors = ranks(150).map((rank) => ({ joins: 0, rank }));
  const starts = startsOf(runAudited(oneByOne(150), rosterOf(doctors)));
  expect(byRank(doctors).map((row) => starts[row])).toEqual(doctors.map((_, t) => t));
});

test('one who has waited far longer than all others comes first, and the others are in order all the same', () => {
  const others = ranks(149).map((rank) => ({ joins: 0, rank }));
  const starts = startsOf(runAudited(oneByOne(150), rosterOf([{ joins: -1_000_000, rank: -1 }, ...others])));
  expect(starts[0]).toBe(0);
  expect(byRank(others).map((row) => starts[row + 1])).toEqual(others.map((_, t) => t + 1));
});

test('who joined earlier starts earlier, whatever the rank', () => {
  const doctors = ranks(60).map((rank, i) => ({ joins: Math.floor(i / 20), rank }));
  const starts = startsOf(runAudited(oneByOne(80), rosterOf(doctors)));
  const sorted = [0, 20, 40].flatMap((from) => byRank(doctors.slice(from, from + 20)).map((row) => row + from));
  expect(sorted.map((row) => starts[row])).toEqual(doctors.map((_, t) => t));
});

test.each(['itinerary', 'step'] as const)('two runs of one plan that go on by turns are as if each went alone, and neither trace is written again (%s)', (mode) => {
  const blocks = [stretch('a', 2), stretch('b', 3), stretch('c', 1)];
  const plan: Plan = { ...planOf(scenario(40, { pathways: [pathway('P', blocks, { orders: 'free' })], streams: [], slots: ['a', 'b', 'c'].map((b) => room('R', b, 2)), unlimitedSlots: [] })), mode };
  const rosters = [3, 5].map((n) => rosterOf(ranks(60).map((rank, i) => ({ joins: Math.floor(i / n), rank: rank + n, factor: i % 9 === 0 ? ([5, 4] as const) : ([1, 1] as const), leaves: i % n === 0 ? [[2, 3]] : [] }))));
  const alone = rosters.map((roster) => structuredClone(run(plan, roster)));
  const turns = rosters.map((roster) => runSteps(plan, roster));
  const traces: Trace[] = [];
  while (traces.length < 2) {
    for (const turn of turns) {
      const { done, value } = turn.next();
      if (done === true && value !== undefined) traces.push(value);
    }
  }
  run(plan, rosters[1]!);
  expect(structuredClone(traces)).toEqual(alone);
  expect(alone[0]!.stayFrom).not.toEqual(alone[1]!.stayFrom);
});
