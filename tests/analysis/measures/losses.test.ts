import { expect, test } from 'vitest';
import type { Scenario } from '../../../src/model/index.js';
import { cellsOf } from '../../support/cells.js';
import { figure, pathway, room, scenario, stream, stretch } from '../../support/scenario.js';

const world = (over: Partial<Scenario> = {}): Scenario =>
  scenario(12, { pathways: [pathway('P', [stretch('a', 1), stretch('b', 3)])], streams: [stream('s', 'P', 'R', [1])], slots: [room('R', 'a', 2), room('R', 'b', 1)], ...over });

const sum = (cells: readonly (number | null)[]): number => cells.reduce<number>((total, cell) => total + (cell ?? 0), 0);
const PLACES = 3; // the whole, its area, its region

test('waits between blocks are told apart from waits in the queue', () => {
  const two = [{ joins: 0 }, { joins: 0 }];
  // Step by step the second takes a at once and waits three steps for b; with the whole reserved it waits three steps in the queue.
  expect([sum(cellsOf('lost', world({ mode: 'step' }), two)), sum(cellsOf('lost-between', world({ mode: 'step' }), two))]).toEqual([0, 3 * PLACES]);
  expect(sum(cellsOf('lost', world(), two))).toBe(3 * PLACES);
  expect(cellsOf('lost-between', world(), two).every((cell) => cell === null)).toBe(true);
});

test('who gives up is counted in the year, and where nobody can there is no figure', () => {
  const leaving = world({ streams: [{ ...stream('s', 'P', 'R', [1]), givesUp: figure(0.5) }] });
  expect(sum(cellsOf('gave-up', leaving, [{ joins: 0 }, { joins: 0, givesUp: 2 }, { joins: 0, givesUp: 9 }]))).toBe(PLACES);
  expect(cellsOf('gave-up', world(), [{ joins: 0 }]).every((cell) => cell === null)).toBe(true);
});

test('who gives up has not started within any time: the share is of all who came', () => {
  const of = world({ slots: [room('R', 'a', 1), room('R', 'b', 1)] });
  const half = of.time.from + 6;
  const within = (givesUp: number) => cellsOf('started-within', { ...of, time: { ...of.time, to: half + 23 } }, [{ joins: 1 }, { joins: 1, givesUp }]).slice(0, 6);
  expect(within(1)).toContain(0.5);
  expect(within(0)).toContain(1);
  expect(within(1)).not.toContain(1);
});
