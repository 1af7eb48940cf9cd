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
    const order = line.lengths.map((_, b) => ({ b, key: dice.whole(0, 1000) })).sort((x, y) => x.key - y.key).map(({ b }) => b);
    const permuted = runLine(line, 'listed', 'spread', order);
    const given = runLine(line);
    expect(Array.from(permuted.starts)).toEqual(Array.from(given.starts));
    expect(Array.from(permuted.completes)).toEqual(Array.from(given.completes));
  });
});
