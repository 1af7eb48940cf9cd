import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WHOLE, drawRoster } from '../../src/engine/index.js';
import type { Plan, Trace } from '../../src/engine/index.js';
import { everyUnit } from '../support/causes.js';
import { completionsOf, causesAt, runAudited, seriesOf, startsOf } from '../support/plan.js';
import { pathway, planOf, room, scenario, stream, stretch } from '../support/scenario.js';
import type { Scenario } from '../../src/model/scenario.js';

interface Cases {
  readonly 1: { readonly Q: number[]; readonly inblock: number[]; readonly completed_cum: number[]; readonly S: number[]; readonly total_wait: number; readonly wait_hist: Record<string, number> };
  readonly 2: { readonly Q: number[]; readonly inblock: number[]; readonly total_wait: number; readonly cohort_hist: Record<string, number>; readonly all_hist: Record<string, number>; readonly rho1_Q: number[] };
  readonly 3: { readonly arr: number[]; readonly S: number[]; readonly Q: number[]; readonly B: number[]; readonly sumQ: number; readonly sumB: number };
}

const { cases } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as { cases: Cases };
const SEEDS = [1, 2027, 4_294_967_295];

/** One block of L steps with c slots, doctors as they come. */
function oneBlock(arrivals: readonly number[], length: number, slots: number, months: number): Scenario {
  return scenario(months, {
    pathways: [pathway('P', [stretch('b', length)])],
    streams: [stream('s', 'P', 'R', arrivals)],
    slots: [room('R', 'b', slots)],
  });
}

/** The trace of a scenario, which must be the same whatever the luck. */
function traceOf(of: Scenario): { plan: Plan; trace: Trace; waits: Map<number, number>; joined: Int32Array } {
  const plan = planOf(of);
  const traces = SEEDS.flatMap((seed) => [0, 1, 99].map((replication) => ({ seed, roster: drawRoster(plan, { seed, replication }) })));
  const first = runAudited(plan, traces[0]!.roster);
  for (const { roster } of traces) {
    const other = runAudited(plan, roster);
    expect(seriesOf(plan, other.queue)).toEqual(seriesOf(plan, first.queue));
    expect(inOrder(startsOf(other))).toEqual(inOrder(startsOf(first))); // within a batch, rank decides who is first
  }
  const waits = new Map<number, number>();
  startsOf(first).forEach((start, row) => {
    const wait = (start ?? plan.steps) - traces[0]!.roster.joins[row]!;
    waits.set(wait, (waits.get(wait) ?? 0) + 1);
  });
  return { plan, trace: first, waits, joined: traces[0]!.roster.joins };
}

const inOrder = (list: readonly (number | null)[]): (number | null)[] => [...list].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const cumulative = (list: readonly number[]): number[] => list.map((_, i) => sum(list.slice(0, i + 1)));
const byWait = (hist: Record<string, number>): Map<number, number> => new Map(Object.entries(hist).map(([k, n]) => [Number(k), n]));
const sorted = (map: Map<number, number>): [number, number][] => [...map.entries()].sort(([a], [b]) => a - b);

test('case 1: overload and drain, every integer', () => {
  const known = cases[1];
  const { plan, trace, waits } = traceOf(oneBlock(Array.from({ length: 24 }, () => 4), 6, 20, 40));
  expect(seriesOf(plan, trace.queue)).toEqual(known.Q);
  expect(seriesOf(plan, trace.training)).toEqual(known.inblock);
  expect(cumulative(seriesOf(plan, trace.completed))).toEqual(known.completed_cum);
  expect(inOrder(startsOf(trace))).toEqual(known.S);
  expect(Math.max(...completionsOf(trace).map((t) => t!))).toBe(33);
  expect(sorted(waits)).toEqual(sorted(byWait(known.wait_hist)));
  expect(sum(known.Q)).toBe(known.total_wait);
  for (let t = 0; t < plan.steps; t++) expect(causesAt(plan, trace, 0, t)).toEqual(known.Q[t] === 0 ? {} : { 'slots/0': known.Q[t] });
  expect(sum(Array.from(everyUnit(trace.causes)))).toBe(known.total_wait * WHOLE);
  let used = 0;
  for (let t = 0; t < 24; t++) used += (plan.capacity[t]! - trace.room[t]!) / 60;
  expect(used).toBe(440);
});

test('case 2: a double cohort is worked off by the spare slots, and never at full load', () => {
  const known = cases[2];
  const hump = (a: number) => Array.from({ length: 72 }, (_, t) => (t === 12 ? a + 60 : a));
  const { plan, trace, waits, joined } = traceOf(oneBlock(hump(10), 6, 66, 80));
  expect(seriesOf(plan, trace.queue).slice(0, 72)).toEqual(known.Q);
  expect(seriesOf(plan, trace.training).slice(0, 72)).toEqual(known.inblock);
  expect(sum(seriesOf(plan, trace.queue))).toBe(known.total_wait);
  expect(sorted(waits)).toEqual(sorted(byWait(known.all_hist)));
  const cohort = new Map<number, number>();
  startsOf(trace).forEach((start, row) => {
    if (joined[row] === 12) cohort.set(start! - 12, (cohort.get(start! - 12) ?? 0) + 1);
  });
  expect(sorted(cohort)).toEqual(sorted(byWait(known.cohort_hist)));
  const base = traceOf(oneBlock(Array.from({ length: 72 }, () => 10), 6, 66, 72));
  expect(sum(seriesOf(base.plan, base.trace.queue))).toBe(0);
  const full = traceOf(oneBlock(hump(11), 6, 66, 72));
  expect(seriesOf(full.plan, full.trace.queue)).toEqual(known.rho1_Q);
});

test('case 3: conservation, Little, attribution and censoring on one irregular path', () => {
  const known = cases[3];
  const { plan, trace } = traceOf(oneBlock(known.arr, 5, 3, 60));
  expect(inOrder(startsOf(trace))).toEqual(known.S.map((t) => (t < 60 ? t : null)));
  expect(seriesOf(plan, trace.queue)).toEqual(known.Q);
  expect(seriesOf(plan, trace.training)).toEqual(known.B);
  expect(sum(known.Q)).toBe(known.sumQ);
  expect(sum(Array.from(everyUnit(trace.causes)))).toBe(known.sumQ * WHOLE);
  expect(sum(seriesOf(plan, trace.training))).toBe(known.sumB);
  expect(sum(seriesOf(plan, trace.completed))).toBe(33);
  const longer = traceOf(oneBlock(known.arr, 5, 3, 80));
  expect(inOrder(startsOf(longer.trace))).toEqual(known.S);
});

test('slots too many to bind are the same as unlimited slots', () => {
  const arrivals = Array.from({ length: 30 }, (_, t) => (t * 7) % 5);
  const many = traceOf(oneBlock(arrivals, 6, 1_000_000, 40));
  const unlimited = traceOf({ ...oneBlock(arrivals, 6, 1, 40), slots: [], unlimitedSlots: ['b'] });
  expect(startsOf(many.trace)).toEqual(startsOf(unlimited.trace));
  expect(sum(seriesOf(many.plan, many.trace.queue))).toBe(0);
});
