import { describe, expect, test } from 'vitest';
import { NO_POOL, UNIT, drawRoster } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { compile } from '../../src/model/compile/index.js';
import type { Scenario, Stream } from '../../src/model/scenario.js';
import { FROM, figure, intakes, pathway, planOf, positions, region, room, scenario, stream, stretch } from '../support/scenario.js';

const simple = (over: Partial<Scenario>): Plan => planOf(scenario(24, { pathways: [pathway('P', [stretch('a', 2)])], streams: [], ...over }));
const places = (plan: Plan, pool: number, upTo = plan.steps): number[] => Array.from({ length: upTo }, (_, t) => plan.capacity[pool * plan.horizon + t]! / UNIT);

describe('positions', () => {
  const form = pathway('P', [stretch('a', 1)], { intakes: intakes([9, 3, 6]) });
  const opened = (rows: Scenario['positions']): number[] => {
    const plan = planOf(scenario(24, { pathways: [form], streams: [], positions: rows }));
    return places(plan, plan.positionsPool[0]!).map((n, t) => [t, n] as const).filter(([, n]) => n > 0).flat();
  };

  test('a year’s are shared equally over its intakes, the first ones taking what is over', () => {
    expect(opened([{ region: 'R', pathway: 'P', year: 2026, number: figure(8) }])).toEqual([2, 3, 5, 3, 8, 2]);
  });

  test('of a year that is partly outside the run, each intake has its part', () => {
    const plan = planOf(scenario(5, { pathways: [form], streams: [], positions: [{ region: 'R', pathway: 'P', year: 2026, number: figure(9) }] }));
    expect(places(plan, plan.positionsPool[0]!)).toEqual([0, 0, 3, 0, 0]);
    expect(plan.attraction[0]).toBe(9);
  });

  test('rows of years and of single intakes add up; a row without number is unlimited; no row is none', () => {
    expect(opened([{ region: 'R', pathway: 'P', year: 2027, number: figure(3) }, positions('R', 'P', 14, 4)])).toEqual([14, 5, 17, 1, 20, 1]);
    expect(simple({ positions: [{ region: 'R', pathway: 'P', number: null }] }).positionsPool[0]).toBe(NO_POOL);
    expect(simple({ positions: null }).positionsPool[0]).toBe(NO_POOL);
    const none = simple({ positions: [] });
    expect(places(none, none.positionsPool[0]!)).toEqual(Array.from({ length: 24 }, () => 0));
  });
});

describe('capacity', () => {
  test('a dated series: each row from its month, the last for ever', () => {
    const plan = simple({ slots: [room('R', 'a', 7, 5), room('R', 'a', 4), room('R', 'a', 9, 25)] });
    expect(places(plan, 0, 26)).toEqual([4, 4, 4, 4, 4, ...Array.from({ length: 20 }, () => 7), 9]);
  });

  test('a series that turns unlimited is limited before', () => {
    const plan = simple({ slots: [room('R', 'a', 2), { ...room('R', 'a', 0, 3), places: null }] });
    expect(places(plan, 0, 4).slice(0, 3)).toEqual([2, 2, 2]);
    expect(places(plan, 0, 4)[3]).toBeGreaterThanOrEqual(1_000_000);
  });

  test('of rows from before the run, the last holds', () => {
    const plan = simple({ slots: [room('R', 'a', 4, -9), room('R', 'a', 6, -2)] });
    expect(places(plan, 0, 2)).toEqual([6, 6]);
  });

  test('headroom is for assumed places only, whole places, half up', () => {
    const with_ = (headroom: number, n: number, assumed = true): number => {
      const of = scenario(3, { pathways: [pathway('P', [stretch('a', 1)])], streams: [], slots: [{ ...room('R', 'a', n), headroom: assumed }], headroom: figure(headroom) });
      return places(planOf(of), 0)[0]!;
    };
    expect([with_(0.15, 10), with_(0.15, 30), with_(0.15, 90), with_(0.15, 3), with_(0.5, 3), with_(0.15, 10, false), with_(0, 7)]).toEqual([12, 35, 104, 3, 5, 10, 7]);
    const of = scenario(3, { pathways: [pathway('P', [stretch('a', 1)])], streams: [], slots: [{ ...room('R', 'a', 10), headroom: true }], headroom: figure(0.15) });
    expect(places(compile(of, 0.5).plan, 0)[0]).toBe(15);
  });

  test('supervisors in sixtieths; what is not given is unlimited, slots that are not given are none', () => {
    const plan = simple({ supervisors: [room('R', 'a', 2.75)] });
    expect(places(plan, plan.supervisorsPool[0]!)[0]).toBe(2.75);
    expect(places(plan, plan.slotsPool[0]!)[0]).toBe(0);
    expect([simple({}).supervisorsPool[0], simple({}).mainPool[0], simple({ unlimitedSlots: ['a'] }).slotsPool[0]]).toEqual([NO_POOL, NO_POOL, NO_POOL]);
  });
});

test('intakes fall in the first half of their month; a region may have its own', () => {
  const form = pathway('P', [stretch('a', 2)], { intakes: intakes([2], 5, [{ region: 'S', months: [1, 3] }]) });
  const plan = planOf(scenario(3, { regions: [region('N'), region('S')], pathways: [form], streams: [], time: { step: 'half-month', from: FROM, reportFrom: FROM, to: FROM + 2 } }));
  expect(Array.from(plan.intake as Int32Array)).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0]);
  expect([plan.steps, plan.horizon, plan.closesSteps[0]]).toEqual([6, 8, 5]);
});

test('the order of regions, streams, pathways, blocks and rows in a file does not matter', () => {
  const of = scenario(20, {
    regions: [region('N'), region('S'), region('Ö')],
    pathways: [pathway('AT', [stretch('a', 2)]), pathway('BT', [stretch('a', 1), stretch('b', 1)])],
    streams: [stream('x', 'AT', 'N', [3, 4]), stream('y', 'BT', 'S', [5, 6]), stream('z', 'BT', 'Ö', [5, 6])],
    slots: ['N', 'S', 'Ö'].flatMap((r) => [room(r, 'a', 2), room(r, 'b', 1), room(r, 'b', 2, 4)]),
    initial: { queues: ['N', 'S'].map((r) => ({ region: r, pathway: 'AT', stream: 'x', waited: 2, number: figure(2) })), training: [] },
  });
  const turned = { ...of, blocks: [...of.blocks].reverse(), regions: [...of.regions].reverse(), pathways: [...of.pathways].reverse(), streams: [...of.streams].reverse(), slots: [...of.slots].reverse(), initial: { ...of.initial, queues: [...of.initial.queues].reverse() } };
  expect(compile(turned).plan).toEqual(compile(of).plan);
});

describe('a rate', () => {
  const rated = (law: 'fixed' | 'poisson', perYear: number, over: Partial<Stream> = {}): Stream => {
    const { listed: _, ...rest } = stream('s', 'P', 'R', []);
    return { ...rest, rate: { law, perYear: [{ from: FROM, value: figure(perYear) }], season: Array.from({ length: 12 }, () => 1) }, ...over };
  };
  const arrivals = (of: Stream, over: Partial<Scenario> = {}): number[] => {
    const plan = simple({ streams: [of], ...over });
    const byStep = Array.from({ length: plan.steps }, () => 0);
    for (const t of drawRoster(plan, { seed: 1, replication: 0 }).joins) byStep[t]! += 1;
    return byStep;
  };

  test('fixed: the largest remainder of the cumulative sum keeps the total at every moment', () => {
    const found = arrivals(rated('fixed', 350));
    let sum = 0;
    found.forEach((n, t) => expect((sum += n)).toBe(Math.floor((350 * (t + 1)) / 12 + 0.5)));
    expect(arrivals(rated('fixed', 6)).slice(0, 4)).toEqual([1, 0, 1, 0]);
  });

  test('fixed, in half-months: halved, and the same total', () => {
    const half = arrivals(rated('fixed', 30), { time: { step: 'half-month', from: FROM, reportFrom: FROM, to: FROM + 11 } });
    expect(half).toHaveLength(24);
    expect(half.reduce((a, b) => a + b, 0)).toBe(30);
    expect(Math.max(...half) - Math.min(...half)).toBe(1);
  });

  test('with a season and a new rate from a month on', () => {
    const season = [3, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
    const perYear = [{ from: FROM, value: figure(40) }, { from: FROM + 12, value: figure(8) }];
    const found = arrivals(rated('fixed', 0, { rate: { law: 'fixed', perYear, season } }));
    expect(found.flatMap((n, t) => (n > 0 ? [t, n] : []))).toEqual([0, 30, 6, 10, 12, 6, 18, 2]);
  });

  test('fixed: regions are dealt so that each has its share at every moment, and those outside stay outside', () => {
    const home = [['N', 0.5], ['S', 0.3], ['elsewhere', 0.2]].map(([r, share]) => ({ university: '', region: r as string, share: figure(share as number) }));
    const plan = simple({ regions: [region('N'), region('S')], streams: [rated('fixed', 120, { home })] });
    const roster = drawRoster(plan, { seed: 1, replication: 0 });
    const upTo = (t: number, r: number) => roster.region.filter((at, row) => at === r && roster.joins[row]! <= t).length;
    for (let t = 0; t < 24; t++) {
      expect(Math.abs(upTo(t, 0) - 5 * (t + 1))).toBeLessThanOrEqual(1);
      expect(Math.abs(upTo(t, 1) - 3 * (t + 1))).toBeLessThanOrEqual(1);
    }
    expect(roster.rows).toBe(192);
  });
});

test('a stream that seeks only outside the scenario brings nobody', () => {
  expect(drawRoster(simple({ streams: [{ ...stream('s', 'P', 'R', [9]), home: [] }] }), { seed: 1, replication: 0 }).rows).toBe(0);
  expect(drawRoster(simple({ streams: [stream('s', 'P', 'elsewhere', [9])] }), { seed: 1, replication: 0 }).rows).toBe(0);
});

test('cells that went into a plan are named', () => {
  const { read } = compile(scenario(6, { pathways: [pathway('P', [stretch('a', 2)])], streams: [stream('s', 'P', 'R', [11])], slots: [room('R', 'a', 13)] }));
  expect([...read.keys()]).toEqual(expect.arrayContaining(['test:11', 'test:13']));
});
