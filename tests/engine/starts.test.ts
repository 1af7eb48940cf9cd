import { describe, expect, test } from 'vitest';
import { PURPOSE, counterOf, draw } from '../../src/engine/index.js';
import type { Plan, Roster } from '../../src/engine/index.js';
import type { Pathway, Scenario } from '../../src/model/scenario.js';
import { causesAt, joining, rosterOf, runAudited, seriesOf, startsOf } from '../support/plan.js';
import { FROM, figure, intakes, pathway, planOf, positions, region, room, scenario, stream, stretch, variant } from '../support/scenario.js';

const one = (over: Partial<Scenario>, form: Partial<Pathway> = {}, steps = 1): Plan =>
  planOf(scenario(12, { pathways: [pathway('P', [stretch('a', steps)], form)], streams: [], unlimitedSlots: ['a'], ...over }));

describe('who stands in an intake', () => {
  const months = [3, 9];

  test('starts happen at intakes only; until then the doctor awaits the first', () => {
    const plan = one({}, { intakes: intakes(months) });
    const trace = runAudited(plan, rosterOf(joining(0, 2, 3)));
    expect(startsOf(trace)).toEqual([2, 2, 8]);
    expect([0, 1, 2, 3, 7, 8].map((t) => causesAt(plan, trace, 0, t)['awaiting-intake'] ?? 0)).toEqual([1, 1, 0, 1, 1, 0]);
  });

  test('the closing date keeps out who joined later, unless applied before the degree; an intake missed is not one in which the doctor stood', () => {
    const plan = one({}, { intakes: intakes(months, 2) });
    const trace = runAudited(plan, rosterOf([{ joins: 0 }, { joins: 1 }, { joins: 1, appliedBefore: 1 }]));
    expect(startsOf(trace)).toEqual([2, 8, 2]);
    expect(causesAt(plan, trace, 0, 7)).toEqual({ 'awaiting-intake': 1 });
  });

  test('no position open at the turn: waits for positions and nothing else; positions left lapse', () => {
    const plan = one({ positions: [positions('R', 'P', 2, 1), positions('R', 'P', 8, 5)], unlimitedSlots: [] }, { intakes: intakes(months) });
    const opened = one({ positions: [positions('R', 'P', 2, 1), positions('R', 'P', 8, 1)] }, { intakes: intakes(months) });
    const trace = runAudited(opened, rosterOf(joining(0, 0, 0)));
    expect(startsOf(trace)).toEqual([2, 8, null]);
    expect([2, 7, 8].map((t) => causesAt(opened, trace, 0, t))).toEqual([{ positions: 2 }, { positions: 2 }, { positions: 1 }]);
    const short = runAudited(plan, rosterOf(joining(0)));
    expect([2, 8].map((t) => causesAt(plan, short, 0, t))).toEqual([{ 'slots/0': 1 }, { 'slots/0': 1 }]);
    const lapsing = one({ positions: [positions('R', 'P', 2, 5)] }, { intakes: intakes(months) });
    expect(startsOf(runAudited(lapsing, rosterOf(joining(3))))).toEqual([null]);
  });

  test('a queue from before the run has waited what it waited, and stands in the first intake', () => {
    const plan = one({ positions: [positions('R', 'P', 2, 1)] }, { intakes: intakes(months, 2) });
    const trace = runAudited(plan, rosterOf([{ joins: 0, appliedBefore: 1 }, { joins: -5, appliedBefore: 1 }]));
    expect(startsOf(trace)).toEqual([2, null]);
    expect(seriesOf(plan, trace.queue).slice(0, 3)).toEqual([2, 2, 1]);
    expect(seriesOf(plan, trace.arrived)[0]).toBe(2);
  });
});

describe('who comes first', () => {
  const slots = { unlimitedSlots: [], slots: [room('R', 'a', 1)] };

  test('the longest wait, then the rank, unsigned', () => {
    const trace = runAudited(one(slots), rosterOf([{ joins: 0, rank: -1 }, { joins: 0, rank: 7 }, { joins: 1, rank: 0 }]));
    expect(startsOf(trace)).toEqual([1, 0, 2]);
  });

  test('ties of rank go by stream, cohort, ordinal', () => {
    const doctors = [{ stream: 1 }, { stream: 0, cohort: 5 }, { stream: 0, cohort: 4 }, { stream: 0, cohort: 4 }].map((d) => ({ ...d, joins: 0, rank: 3 }));
    const streams = ['s', 't'].map((id) => stream(id, 'P', 'R', []));
    expect(startsOf(runAudited(one({ ...slots, streams }), rosterOf(doctors)))).toEqual([3, 2, 0, 1]);
  });

  test('slot priority goes before the wait; unranked ones come last', () => {
    const pathways = ['AT', 'BT', 'ST'].map((id) => pathway(id, [stretch('a', 1)]));
    const doctors = [{ pathway: 2, joins: 0 }, { pathway: 0, joins: 0 }, { pathway: 1, joins: 0 }, { pathway: 1, joins: 1 }];
    const startsWith = (slotPriority: string[]) => startsOf(runAudited(planOf(scenario(9, { pathways, streams: [stream('s', 'AT', 'R', [])], ...slots, slotPriority })), rosterOf(doctors)));
    expect(startsWith(['BT', 'AT'])).toEqual([3, 2, 0, 1]);
    expect(startsWith([])).toEqual([0, 1, 2, 3]);
  });

  test.each([0, 0.2])('weighted (%s a month): a draw per doctor and intake step and the wait weighed, as derived anew', (weightPerMonth) => {
    const plan = one({ ...slots, discipline: 'weighted', weightPerMonth });
    const roster = rosterOf(Array.from({ length: 10 }, (_, i) => ({ joins: Math.floor(i / 3), rank: i })));
    const expected = new Map<number, number>();
    for (let t = 0; t < 10; t++) {
      const waiting = Array.from({ length: 10 }, (_, row) => row).filter((row) => roster.joins[row]! <= t && !expected.has(row));
      const key = (row: number) => lot(roster, row, FROM + t) + Math.round(weightPerMonth * 2 ** 32) * (t - roster.joins[row]!);
      expected.set(waiting.reduce((best, row) => (key(row) > key(best) ? row : best)), t);
    }
    const starts = startsOf(runAudited(plan, roster));
    expect(starts).toEqual(starts.map((_, row) => expected.get(row)));
    expect(starts).not.toEqual(startsOf(runAudited(one(slots), roster)));
  });
});

function lot(roster: Roster, row: number, step: number): number {
  const words = new Int32Array(2);
  draw(roster.own0[row]!, roster.own1[row]!, step, counterOf(PURPOSE.lottery, 0), words);
  return words[0]! >>> 0;
}

/** Form x needs block a, form y block b; a doctor with luck 0 serves x, with luck −1 y. */
const XY = (regions: readonly string[]) =>
  pathway('P', [], {
    variants: [variant('x', [stretch('a', 1)]), variant('y', [stretch('b', 1)])],
    variantOf: regions.flatMap((r) => ['x', 'y'].map((v) => ({ region: r, from: FROM, variant: v, share: figure(0.5) }))),
  });
const X = 0;
const Y = -1;

describe('who is passed over', () => {
  const closedUntil = (month: number): Partial<Scenario> => ({ slots: [room('R', 'a', 0), room('R', 'a', 9, month)], unlimitedSlots: ['b'] });
  const doctors = [{ joins: 0, variantLuck: X }, ...[0, 1, 2, 3].map((joins) => ({ joins, variantLuck: Y }))];
  const planned = (over: Partial<Scenario>) => planOf(scenario(8, { pathways: [XY(['R'])], streams: [], ...closedUntil(3), ...over }));

  test('keeps the place, and those behind go on', () => {
    const trace = runAudited(planned({}), rosterOf(doctors));
    expect(startsOf(trace)).toEqual([3, 0, 1, 2, 3]);
    expect(trace.passes[0]).toBe(3);
  });

  test('strict: stops those behind, who take over the cause', () => {
    const plan = planned({ strict: true });
    const trace = runAudited(plan, rosterOf(doctors));
    expect(startsOf(trace)).toEqual([3, 3, 3, 3, 3]);
    expect([0, 1, 2].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'slots/0': 2 }, { 'slots/0': 3 }, { 'slots/0': 4 }]);
    expect(Array.from(trace.passes)).toEqual([3, 0, 0, 0, 0]);
  });

  test('pass limit n: strict from the (n + 1)-th time on', () => {
    expect(startsOf(runAudited(planned({ passLimit: 1 }), rosterOf(doctors)))).toEqual([3, 0, 3, 3, 3]);
    expect(startsOf(runAudited(planned({ passLimit: 0 }), rosterOf(doctors)))).toEqual([3, 3, 3, 3, 3]);
    expect(startsOf(runAudited(planned({ passLimit: 3 }), rosterOf(doctors)))).toEqual([3, 0, 1, 2, 3]);
  });

  test('a stopped queue is that of one region and pathway', () => {
    const regions = [region('R'), region('S')];
    const plan = planned({ strict: true, regions, pathways: [XY(['R', 'S'])] });
    expect(startsOf(runAudited(plan, rosterOf([doctors[0]!, { joins: 0, variantLuck: Y, region: 1 }])))).toEqual([3, 0]);
  });

  test('lack of positions is not a pass', () => {
    const trace = runAudited(planned({ strict: true, positions: [positions('R', 'P', 3, 9)] }), rosterOf(doctors));
    expect(Array.from(trace.passes)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('applications to other regions', () => {
  const regions = [region('N'), region('S')];
  const seeking = (over: Partial<Scenario>) =>
    planOf(scenario(8, {
      regions, pathways: [XY(['N', 'S'])], streams: [],
      slots: [room('S', 'a', 1), room('S', 'b', 9)],
      applications: { appliesTo: 1, deter: 0, ownFirst: false, attraction: [] },
      ...over,
    }));
  const guest = { joins: -2, region: 0, mobile: 1, variantLuck: X };
  const own = { joins: 0, region: 1, mobile: 0, variantLuck: X };

  test('home first, then the regions sought, by one list: the longer wait wins; the region employs the guest', () => {
    const plan = seeking({});
    const trace = runAudited(plan, rosterOf([guest, own]));
    expect(startsOf(trace)).toEqual([0, 1]);
    expect(Array.from(trace.region)).toEqual([1, 1]);
    expect(seriesOf(plan, trace.training, 1)[0]).toBe(1);
    expect(trace.passes[0]).toBe(0);
    expect(runAudited(seeking({ slots: regions.flatMap((r) => [room(r.id, 'a', 1), room(r.id, 'b', 1)]) }), rosterOf([guest])).region[0]).toBe(0);
  });

  test('who is not mobile, or may not apply, stays', () => {
    expect(startsOf(runAudited(seeking({}), rosterOf([{ ...guest, mobile: 0 }])))).toEqual([null]);
    const none = { appliesTo: 0, mobile: figure(1), deter: 0, ownFirst: false, attraction: [] };
    expect(startsOf(runAudited(seeking({ applications: none }), rosterOf([guest])))).toEqual([null]);
  });

  test('own-first: the own doctors of every region go before guests; the cause is the home region’s', () => {
    const plan = seeking({ applications: { appliesTo: 1, deter: 0, ownFirst: true, attraction: [] } });
    const trace = runAudited(plan, rosterOf([guest, own]));
    expect(startsOf(trace)).toEqual([1, 0]);
    expect(causesAt(plan, trace, 0, 0)).toEqual({ 'slots/0': 1 });
    expect(trace.passes[0]).toBe(2);
  });

  test('a stopped queue takes no guest after the stopper, and a guest’s failure stops nobody', () => {
    const strict = seeking({ strict: true, slots: [room('S', 'b', 9)] });
    const fits = { ...guest, variantLuck: Y };
    const stopper = { ...own, joins: -5 };
    expect(startsOf(runAudited(strict, rosterOf([fits, { ...stopper, joins: -1 }])))).toEqual([0, null]);
    expect(startsOf(runAudited(strict, rosterOf([stopper, fits])))).toEqual([null, null]);
    expect(startsOf(runAudited(strict, rosterOf([guest, { ...own, variantLuck: Y }])))).toEqual([null, 0]);
  });

  test('no intake at home is needed to start elsewhere; the cause stands still meanwhile', () => {
    const form = { ...XY(['N', 'S']), intakes: intakes([1, 7], 0, [{ region: 'S', months: [3, 4] }]) };
    const plan = seeking({ pathways: [form] });
    const trace = runAudited(plan, rosterOf([guest, { ...guest, joins: -1 }]));
    expect(startsOf(trace)).toEqual([2, 3]);
    expect([0, 1, 2].map((t) => causesAt(plan, trace, 0, t))).toEqual([{ 'slots/0': 2 }, { 'slots/0': 2 }, { 'slots/0': 1 }]);
  });

  test('regions are drawn by positions offered × attraction, less where the last known wait is long', () => {
    const many = ['A', 'B', 'C', 'D'];
    const weigh = (over: Partial<Scenario['applications']>): number[] => {
      const plan = planOf(scenario(2, {
        regions: many.map(region), pathways: [pathway('P', [stretch('a', 1)])], streams: [],
        slots: many.slice(1).map((r) => room(r, 'a', 9999)),
        positions: [['A', 1], ['B', 8000], ['C', 8000], ['D', 4000]].flatMap(([r, n]) => [0, 1].map((m) => positions(r as string, 'P', m, n as number))),
        applications: { appliesTo: 1, deter: 0, ownFirst: false, attraction: [{ region: 'C', factor: figure(0.5) }], ...over },
      }));
      // B's own doctors waited 12 steps before they started at step 0; the guests join at step 1.
      const owns = Array.from({ length: 10 }, () => ({ joins: -12, region: 1 }));
      const trace = runAudited(plan, rosterOf([...owns, ...Array.from({ length: 5000 }, () => ({ joins: 1, mobile: 1 }))]));
      return [0, 1, 2, 3].map((r) => trace.region.slice(10).filter((at) => at === r).length / 5000);
    };
    const near = (found: number[], expected: number[]) => {
      expected.forEach((share, r) => expect(Math.abs(found[r]! - share)).toBeLessThan(4.5 * Math.sqrt(0.25 / 5000)));
    };
    near(weigh({}), [0, 0.5, 0.25, 0.25]);
    near(weigh({ deter: 4 }), [0, 0.2, 0.4, 0.4]);
  });

  test('the last known wait is that of the region’s last intake alone', () => {
    const many = ['A', 'B', 'C'];
    const plan = planOf(scenario(4, {
      regions: many.map(region), pathways: [pathway('P', [stretch('a', 1)])], streams: [], slots: ['B', 'C'].map((r) => room(r, 'a', 9999)),
      applications: { appliesTo: 1, deter: 1, ownFirst: false, attraction: [] },
    }));
    const owns = [{ joins: -99, region: 1 }, { joins: 1, region: 1 }, { joins: 0, region: 2 }, { joins: 1, region: 2 }];
    const trace = runAudited(plan, rosterOf([...owns, ...Array.from({ length: 2000 }, () => ({ joins: 2, mobile: 1 }))]));
    const inB = trace.region.slice(4).filter((at) => at === 1).length / 2000;
    expect(Math.abs(inB - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / 2000));
  });

  test('up to n regions, each once, in the order drawn', () => {
    const many = ['A', 'B', 'C'];
    const plan = planOf(scenario(2, {
      regions: many.map(region), pathways: [pathway('P', [stretch('a', 1)])], streams: [], slots: [room('C', 'a', 9999)],
      applications: { appliesTo: 2, deter: 0, ownFirst: false, attraction: [] },
    }));
    const trace = runAudited(plan, rosterOf(Array.from({ length: 200 }, () => ({ joins: 0, mobile: 1 }))));
    expect(trace.region.every((at) => at === 2)).toBe(true);
  });
});
