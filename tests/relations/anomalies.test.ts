import { expect, test } from 'vitest';
import { completionsOf } from '../support/plan.js';
import { runLine, startLine } from './line.js';
import type { Line } from './line.js';

/** Scheduling anomalies: what looks obvious and is false. The engine must reproduce each, under both rules unless said. */
const RULES = ['spread', 'first-fit'] as const;

test.each(RULES)('X1: one more slot makes somebody wait (%s)', (rule) => {
  const line: Line = { lengths: [2, 3], slots: [1, 2], arrivals: [1, 2, 3] };
  expect(startLine(line, 'free', rule)).toEqual([1, 2, 3]);
  expect(Math.max(...completionsOf(runLine(line, 'free', rule)).map((t) => t!))).toBe(8);
  const more = { ...line, slots: [2, 2] };
  expect(startLine(more, 'free', rule)).toEqual([1, 2, 4]);
  expect(Math.max(...completionsOf(runLine(more, 'free', rule)).map((t) => t!))).toBe(9);
});

test.each(RULES)('X2: a shorter block delays (%s)', (rule) => {
  const line: Line = { lengths: [2, 2], slots: [1, 3], arrivals: [5, 5] };
  expect(startLine(line, 'free', rule)).toEqual([5, 5]);
  expect(startLine({ ...line, lengths: [2, 1] }, 'free', rule)).toEqual([5, 6]);
});

test.each(RULES)('X3: fewer doctors, a longer wait for one of the rest (%s)', (rule) => {
  const line: Line = { lengths: [1, 5, 4], slots: [2, 2, 1], arrivals: [0, 1, 4] };
  expect(startLine(line, 'free', rule)).toEqual([0, 1, 4]);
  expect(startLine({ ...line, arrivals: [1, 4] }, 'free', rule)).toEqual([1, 5]);
});

test('X4: twice of everything is better than twice with spread, exactly twice with first-fit', () => {
  const line: Line = { lengths: [2, 2], slots: [1, 1], arrivals: [0, 1] };
  const twice: Line = { lengths: [2, 2], slots: [2, 2], arrivals: [0, 0, 1, 1] };
  for (const rule of RULES) expect(startLine(line, 'free', rule)).toEqual([0, 2]);
  expect(startLine(twice, 'free', 'spread')).toEqual([0, 0, 1, 1]);
  expect(startLine(twice, 'free', 'first-fit')).toEqual([0, 0, 2, 2]);
});
