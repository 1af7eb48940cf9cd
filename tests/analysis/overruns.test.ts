import { expect, test } from 'vitest';
import { NEED_CELLS, countOverruns, layNeeds, noteOverruns, observeNeeds, observeOverruns, summariseNeeds } from '../../src/analysis/index.js';
import type { BreakEven, Needed, Note } from '../../src/analysis/index.js';
import { UNIT, run } from '../../src/engine/index.js';
import type { Axes, Plan, Trace } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import { PLACEMENT_POOLS, lift } from '../../src/study/counter-runs.js';
import type { Scenario } from '../../src/model/index.js';
import { joining, rosterOf, runAudited } from '../support/plan.js';
import { sampled } from '../support/sampled.js';
import { FROM, figure, pathway, room, scenario, stretch } from '../support/scenario.js';

const world = (over: Partial<Scenario>, months = 12): Scenario => scenario(months, { pathways: [pathway('P', [stretch('a', 3)])], streams: [], slots: [room('R', 'a', 2)], ...over });

const told = (plan: Plan, axes: Axes, trace: Trace): readonly Note[] => noteOverruns(plan, axes, sampled(countOverruns(plan), (cells) => observeOverruns({ plan, trace }, cells)), 0);

function notesOf(of: Scenario, revise: (plan: Plan) => Plan, ...joins: readonly number[]): readonly Note[] {
  const { plan: written, axes } = compile(of);
  const plan = revise(written);
  return told(plan, axes, runAudited(plan, rosterOf(joining(...joins))));
}

/** A cut of both places from April on, known in a month. */
const cut = (known: number) => (plan: Plan): Plan => ({
  ...plan,
  revisionKnown: Int32Array.of(known), revisionPool: Int32Array.of(plan.slotsPool[0]!), revisionFrom: Int32Array.of(3), revisionUntil: Int32Array.of(plan.horizon - 1), revisionChange: Int32Array.of(-2 * UNIT),
});

test('others who use more than there is are an overrun of their own kind, with the first month', () => {
  const crowding = { slots: [room('R', 'a', 1), room('R', 'a', 3, 5)], supervisors: [] };
  expect(notesOf(world({ crowding }), (plan) => plan)).toEqual([{ code: 'crowding-over', values: { region: 'R', blockSv: 'a', blockEn: 'a', from: '2026-06' } }]);
  expect(notesOf(world({ crowding: { ...crowding, slots: [room('R', 'a', 2)] } }), (plan) => plan)).toEqual([]);
});

test('what was reserved before a cut was known makes the pool run over; what is reserved with the knowledge does not', () => {
  expect(notesOf(world({}), cut(3), 1, 2)).toEqual([{ code: 'overrun', values: { number: 1, from: '2026-04', poolsSv: 'placeringsplatser i a i R', poolsEn: 'slots in a in R' } }]);
  expect(notesOf(world({}), cut(1), 1, 2)).toEqual([]);
  expect(notesOf(world({}), cut(3), 5)).toEqual([]);
});

test('those in training when the run began are no overrun of a change that adds places, or that takes them away later', () => {
  const { plan: written, axes } = compile(world({}));
  const begun = rosterOf([], [0, 0, 0].map((variant) => ({ variant, left: 3 })));
  for (const plan of [cut(3)(written), { ...cut(3)(written), revisionChange: Int32Array.of(2 * UNIT) }]) {
    const trace = runAudited(plan, begun);
    expect(trace.room[plan.slotsPool[0]! * plan.horizon]).toBe(-UNIT);
    expect(told(plan, axes, trace)).toEqual([]);
  }
});

test('doctors who wait and load supervisors meanwhile make a pool run over in the step after, by themselves: nothing that was reserved does', () => {
  const locum = [{ region: 'R', block: 'a', load: figure(2), pathways: ['P'] }];
  const of = (number: number) => world({ slots: [room('R', 'a', 9)], supervisors: [room('R', 'a', number)], locum });
  expect(notesOf(of(2), (plan) => plan, 0, 0, 0)).toEqual([{ code: 'locum-over', values: { number: 1, from: '2026-02', poolsSv: 'handledare i a i R', poolsEn: 'supervisors in a in R' } }]);
  expect(notesOf(of(4), (plan) => plan, 0, 0, 0)).toEqual([]);
  const later = (plan: Plan): Plan => ({ ...cut(2)(plan), revisionPool: Int32Array.of(plan.supervisorsPool[0]!), revisionChange: Int32Array.of(-UNIT) });
  expect(notesOf(of(2), later, 0, 0, 0).map(({ code }) => code)).toEqual(['locum-over']);
});

test('names the pools that run over, the first ones first, and how many more there are', () => {
  const regions = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((id) => ({ id, sv: id, en: id, area: id }));
  const { plan, axes } = compile(world({ regions, slots: [], mainSupervisors: regions.map(({ id }) => ({ region: id, from: 0, places: figure(1) })) }));
  const sample = sampled(countOverruns(plan), (cells) => regions.forEach((_, r) => (cells[plan.mainPool[r]!] = r === 5 ? 0 : 4)));
  const named = ['F', 'A', 'B', 'C', 'D'];
  expect(noteOverruns(plan, axes, sample, 0)).toEqual([{ code: 'overrun', values: { number: 7, from: '2026-01', poolsSv: `${named.map((id) => `huvudhandledare i ${id}`).join(', ')}, och 2 till`, poolsEn: `${named.map((id) => `main supervisors in ${id}`).join(', ')}, and 2 more` } }]);
});

test('others who use a pool that is cut below them are no overrun by reservations', () => {
  expect(notesOf(world({ crowding: { slots: [room('R', 'a', 1)], supervisors: [] } }), cut(3)).map(({ code }) => code)).toEqual(['crowding-over']);
});

function marginOf(slots: Scenario['slots'], ...joins: readonly number[]): BreakEven {
  const of = world({ slots, time: { step: 'month', from: FROM, reportFrom: FROM + 12, to: FROM + 23 } }, 24);
  const { plan, axes } = compile(of);
  const roster = rosterOf(joining(...joins));
  const needs = layNeeds(plan, axes);
  const lifted = lift(plan, PLACEMENT_POOLS);
  const all: Needed[] = [];
  const sample = sampled(NEED_CELLS * needs.pools.length, (cells) => all.push(observeNeeds(needs, axes, { plan, trace: run(plan, roster) }, { plan: lifted, trace: run(lifted, roster) }, cells)));
  return summariseNeeds(needs, all, sample, 0, plan, axes, () => ({ quality: 'assumption', own: false }))[0]!;
}

test('a July with fewer places is no fewer places, and no shortage when nobody needs more of them then', () => {
  const slots = [{ ...room('R', 'a', 2), months: [{ month: 7, places: figure(1) }] }];
  expect(marginOf(slots, 0, 12, 12)).toMatchObject({ assumed: 2, assumedShortFrom: null, places: 2 });
  expect(marginOf(slots, 0, 17, 17)).toMatchObject({ assumed: 2, assumedShortFrom: FROM + 18 });
});
