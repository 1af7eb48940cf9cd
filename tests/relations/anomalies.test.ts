import { expect, test } from 'vitest';
import { layRagged } from '../../src/base/index.js';
import type { Plan, Trace } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { completionsOf, joining, rosterOf, runAudited, seriesOf, startsOf } from '../support/plan.js';
import type { Doctor } from '../support/plan.js';
import { pathway, planOf, positions, region, room, scenario, stretch, variant, figure } from '../support/scenario.js';
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

const MONTHS = 30;
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** A run of a small scenario with doctors written by hand. */
function runOf(of: Partial<Scenario> & Pick<Scenario, 'pathways'>, doctors: readonly Doctor[], over: Partial<Plan> = {}): { plan: Plan; trace: Trace } {
  const plan = { ...planOf(scenario(MONTHS, { streams: [], ...of })), ...over };
  return { plan, trace: runAudited(plan, rosterOf(doctors)) };
}

const completedBy = (trace: Trace, step: number): number => completionsOf(trace).filter((t) => t !== null && t <= step).length;
const waited = (plan: Plan, trace: Trace): number => sum(Array.from({ length: plan.pathways }, (_, p) => sum(seriesOf(plan, trace.queue, p))));

test.each(RULES)('X5: one more slot lowers completions (%s)', (choice) => {
  const of = (x: number) =>
    runOf(
      {
        pathways: [pathway('AT', [stretch('X', 1), stretch('Y', 2)]), pathway('BT', [stretch('Y', 3)])],
        slots: [room('R', 'X', x), room('R', 'Y', 2)],
        slotPriority: ['AT', 'BT'],
        choice,
      },
      [{ joins: 0 }, { joins: 0 }, { joins: 0, pathway: 1 }],
    );
  const [one, two] = [of(1), of(2)];
  expect([completedBy(one.trace, 5), waited(one.plan, one.trace)]).toEqual([3, 2]);
  expect([completedBy(two.trace, 5), waited(two.plan, two.trace)]).toEqual([2, 3]);
});

test.each(RULES)('X6: one more slot makes some wait longer, in one pathway and one order, when durations are personal (%s)', (choice) => {
  const variants = [variant('4-2', [stretch('X', 4), stretch('Y', 2)]), variant('5-5', [stretch('X', 5), stretch('Y', 5)]), variant('1-1', [stretch('X', 1), stretch('Y', 1)])];
  const third = figure(1 / 3);
  const lucks = [0.5, 0.5, 0.9, 0.1]; // variants in order of id: 1-1, 4-2, 5-5
  const of = (x: number) =>
    runOf(
      {
        pathways: [pathway('P', [], { variants, variantOf: variants.map((v) => ({ region: 'R', from: 0, variant: v.id, share: third })) })],
        slots: [room('R', 'X', x), room('R', 'Y', 1)],
        choice,
      },
      [1, 3, 4, 5].map((joins, i) => ({ joins, variantLuck: Math.floor(lucks[i]! * 4_294_967_296) | 0 })),
    );
  const [two, three] = [of(2), of(3)];
  expect([waited(two.plan, two.trace), Math.max(...startsOf(two.trace).map((t) => t!))]).toEqual([4, 8]);
  expect([waited(three.plan, three.trace), Math.max(...startsOf(three.trace).map((t) => t!))]).toEqual([8, 13]);
});

test.each(RULES)('X7: itinerary and step by step do not end alike when room comes and goes (%s)', (choice) => {
  const of = (mode: 'itinerary' | 'step') =>
    runOf(
      {
        pathways: [pathway('P', [stretch('X', 1), stretch('Y', 1)])],
        slots: [...[2, 0, 1, 2].map((n, t) => room('R', 'X', n, t)), ...[1, 0, 2].map((n, t) => room('R', 'Y', n, t))],
        choice,
        mode,
      },
      joining(0),
    );
  expect(completionsOf(of('itinerary').trace)).toEqual([4]);
  expect(completionsOf(of('step').trace)).toEqual([3]);
});

test.each(RULES)('X8: one more position lowers completions (%s)', (choice) => {
  const of = (atFirst: number) =>
    runOf(
      {
        pathways: [pathway('AT', [stretch('Y', 2)]), pathway('BT', [stretch('Y', 3)])],
        slots: [room('R', 'Y', 2)],
        positions: [positions('R', 'AT', 0, atFirst), positions('R', 'AT', 2, 1), { region: 'R', pathway: 'BT', number: null }],
        slotPriority: ['AT', 'BT'],
        choice,
      },
      [{ joins: 0 }, { joins: 0 }, { joins: 0, pathway: 1 }],
    );
  expect(completedBy(of(1).trace, 4)).toBe(3);
  expect(completedBy(of(2).trace, 4)).toBe(2);
});

test.each(RULES)('X10: mobility makes waits longer in all (%s)', (choice) => {
  const of = (patienceSteps: number) =>
    runOf(
      { regions: [region('A'), region('B')], pathways: [pathway('P', [stretch('b', 10)])], slots: [room('A', 'b', 0), room('A', 'b', 1, 1), room('B', 'b', 1)], choice },
      [{ joins: 0, mobile: 1 }, { joins: 1, region: 1 }],
      { patienceSteps, neighbours: layRagged([[1], []]) },
    );
  expect(startsOf(of(-1).trace)).toEqual([1, 1]);
  const moved = of(0);
  expect(startsOf(moved.trace)).toEqual([0, 10]);
  expect([moved.trace.region[0], moved.trace.region[1]]).toEqual([1, 1]);
});

test.each(RULES)('X11: a doctor who comes later makes another wait (%s)', (choice) => {
  const line: Line = { lengths: [5], slots: [1], arrivals: [0, 4, 10] };
  expect(startLine(line, 'listed', choice)).toEqual([0, 5, 10]);
  expect(startLine({ ...line, arrivals: [4, 6, 10] }, 'listed', choice)).toEqual([4, 9, 14]);
});
