import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { completionsOf } from '../support/plan.js';
import { cases } from '../support/random.js';
import { anyLine, runLine, startLine } from './line.js';
import type { Line } from './line.js';

function overLines(check: (line: Line, dice: Dice) => void): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const dice = diceOf(g);
      check(anyLine(dice), dice);
    }),
    { numRuns: cases(200) },
  );
}

/** The blocks of a line in another order. */
const shuffle = ({ lengths }: Line, dice: Dice): number[] => lengths.map((_, b) => ({ b, key: dice.whole(0, 1000) })).sort((x, y) => x.key - y.key).map(({ b }) => b);

const inOrder = (list: readonly (number | null)[]): (number | null)[] => [...list].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

function noLater(after: readonly number[], before: readonly number[]): void {
  after.forEach((t, k) => {
    expect(t).toBeLessThanOrEqual(before[k]!);
  });
}

/** S_k = max(a_k, max over blocks of S_(k − c) + L). */
function recursion({ arrivals, lengths, slots }: Line): number[] {
  const starts: number[] = [];
  arrivals.forEach((a, k) => starts.push(Math.max(a, ...lengths.map((length, b) => (starts[k - slots[b]!] ?? -Infinity) + length))));
  return starts;
}

test('the theorem: the k-th doctor starts when the tightest block lets in one more, and finishes the sum of lengths later', () => {
  overLines((line) => {
    const trace = runLine(line);
    expect(startLine(line)).toEqual(recursion(line));
    expect(completionsOf(trace)).toEqual(recursion(line).map((t) => t + sum(line.lengths)));
  });
});

test('the theorem: under pressure throughput is the least of slots ÷ length, in whatever block', () => {
  overLines((line) => {
    const crowd = { ...line, arrivals: Array.from({ length: 60 }, () => 0) };
    const starts = startLine(crowd);
    const tightest = Math.min(...line.lengths.map((length, b) => line.slots[b]! / length));
    const steps = starts.at(-1)! - starts[0]!;
    const most = Math.max(...line.slots);
    expect(Math.abs(60 - tightest * steps)).toBeLessThanOrEqual(most * (1 + Math.max(...line.lengths)));
  });
});

test('9, scale: everything k times, every count k times', () => {
  overLines((line, dice) => {
    const k = dice.whole(2, 4);
    const orders = dice.one(['listed', 'free'] as const);
    const times = { ...line, slots: line.slots.map((n) => n * k), arrivals: line.arrivals.flatMap((a) => Array.from({ length: k }, () => a)) };
    const expected = startLine(line, orders, 'first-fit').flatMap((t) => Array.from({ length: k }, () => t));
    expect(startLine(times, orders, 'first-fit')).toEqual(expected);
  });
});

test('10, monotone in capacity: one slot more and nobody starts later', () => {
  overLines((line, dice) => {
    const more = dice.whole(0, line.slots.length - 1);
    noLater(startLine({ ...line, slots: line.slots.map((n, b) => (b === more ? n + 1 : n)) }), startLine(line));
  });
});

test('11, monotone in load: one doctor fewer, or all arrivals earlier or equal, and nobody starts later', () => {
  overLines((line, dice) => {
    const before = startLine(line);
    const gone = dice.whole(0, line.arrivals.length - 1);
    noLater(startLine({ ...line, arrivals: line.arrivals.filter((_, k) => k !== gone) }), before.filter((_, k) => k !== gone));
    const earlier = line.arrivals.map((a) => Math.max(0, a - dice.whole(0, 3))).sort((a, b) => a - b);
    noLater(startLine({ ...line, arrivals: earlier }), before);
  });
});

test('12, monotone in length: a block one step shorter and nobody starts later', () => {
  overLines((line, dice) => {
    const shorter = dice.whole(0, line.lengths.length - 1);
    const lengths = line.lengths.map((length, b) => (b === shorter ? Math.max(1, length - 1) : length));
    noLater(startLine({ ...line, lengths }), startLine(line));
  });
});

test('13, block order: any permutation of a fixed order gives the same starts and completions', () => {
  overLines((line, dice) => {
    const permuted = runLine(line, 'listed', 'spread', shuffle(line, dice));
    const given = runLine(line);
    expect(Array.from(permuted.starts)).toEqual(Array.from(given.starts));
    expect(Array.from(permuted.completes)).toEqual(Array.from(given.completes));
  });
});

test('14, mode: itinerary or step by step, in any order of the blocks, the same sorted list of completions', () => {
  let elsewhere = 0;
  overLines((line, dice) => {
    const choice = dice.one(['spread', 'first-fit'] as const);
    const planned = runLine(line, 'listed', choice);
    const stepwise = runLine(line, 'listed', choice, shuffle(line, dice), 'step');
    expect(inOrder(completionsOf(stepwise))).toEqual(inOrder(completionsOf(planned)));
    elsewhere += stepwise.between.some((n) => n > 0) ? 1 : 0;
  });
  expect(elsewhere).toBeGreaterThan(cases(200) / 10); // step by step some wait between blocks instead of in the queue
});

test('the theorem: room in a block that has no fewer slots and is no longer than another gives nobody anything, in either mode; in the tightest it gives somebody something', () => {
  let gained = 0;
  overLines((line, dice) => {
    const mode = dice.one(['itinerary', 'step'] as const);
    const completions = (of: Line): (number | null)[] => inOrder(completionsOf(runLine(of, 'listed', 'spread', undefined, mode)));
    const tightest = dice.whole(0, line.slots.length - 1);
    const crowd: Line = {
      arrivals: line.arrivals.map(() => line.arrivals[0]!),
      slots: line.slots.map((n) => Math.max(n, line.slots[tightest]!)),
      lengths: line.lengths.map((n) => Math.min(n, line.lengths[tightest]!)),
    };
    const before = completions(crowd);
    const roomier = (more: (b: number) => boolean): Line => ({ ...crowd, slots: crowd.slots.map((n, b) => (more(b) ? n + 1 + (b % 2) : n)) });
    expect(completions(roomier((b) => b !== tightest))).toEqual(before);
    const isAlone = crowd.slots.every((n, b) => b === tightest || n > crowd.slots[tightest]!);
    if (!isAlone || crowd.arrivals.length <= crowd.slots[tightest]!) return;
    expect(sum(completions(roomier((b) => b === tightest)).map((t) => t!))).toBeLessThan(sum(before.map((t) => t!)));
    gained += 1;
  });
  expect(gained).toBeGreaterThan(cases(200) / 10);
});

test('the theorem: under pressure throughput is the same step by step', () => {
  overLines((line, dice) => {
    const crowd = { ...line, arrivals: Array.from({ length: 40 }, () => 0) };
    const finished = (mode: 'itinerary' | 'step', order?: number[]): (number | null)[] => inOrder(completionsOf(runLine(crowd, 'listed', 'spread', order, mode)));
    expect(finished('step', shuffle(line, dice))).toEqual(finished('itinerary'));
  });
});
