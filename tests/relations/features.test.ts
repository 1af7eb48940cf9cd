import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEVER, drawRoster, fingerprint, toHex } from '../../src/engine/index.js';
import type { Plan, Roster } from '../../src/engine/index.js';
import type { Pathway, PoolRow, Scenario, Stream } from '../../src/model/scenario.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { columnOf } from '../support/causes.js';
import { runAudited } from '../support/plan.js';
import { cases } from '../support/random.js';
import { figure, planOf } from '../support/scenario.js';
import { listStays } from '../support/stays.js';

const KEY = { seed: 11, replication: 3 };

function overScenarios(check: (scenario: Scenario, dice: Dice) => void, runs = cases(200)): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const dice = diceOf(g);
      check(anyScenario(dice), dice);
    }),
    { numRuns: runs },
  );
}

const printOf = (plan: Plan): string => {
  const roster = drawRoster(plan, KEY);
  return toHex(fingerprint(roster, runAudited(plan, roster)));
};
const streams = (s: Scenario, over: (stream: Stream) => Partial<Stream>): Scenario => ({ ...s, streams: s.streams.map((x) => ({ ...x, ...over(x) })) });
const places = (s: Scenario, of: (row: PoolRow) => number): Scenario => ({ ...s, slots: s.slots.map((row) => ({ ...row, places: figure(of(row)) })) });

/** A scenario, and the same without the feature, or with it doing nothing. */
type Null = (s: Scenario, dice: Dice) => readonly [Scenario, Scenario];

const AWAY = [{ steps: 3, share: 1 }];
const NULLS: readonly (readonly [string, Null])[] = [
  ['a leave that nobody takes', (s) => [streams(s, () => ({ leaves: [] })), streams(s, () => ({ leaves: [{ share: figure(0), lengths: AWAY }] }))]],
  ['a second leave that nobody takes', (s) => [s, streams(s, ({ leaves }) => ({ leaves: [...leaves, { share: figure(0), lengths: AWAY }] }))]],
  ['part time of factor 1', (s) => [streams(s, () => ({ partTime: [] })), streams(s, () => ({ partTime: [{ numerator: 1, denominator: 1, share: figure(0.5) }] }))]],
  ['part time of nobody', (s) => [streams(s, () => ({ partTime: [] })), streams(s, () => ({ partTime: [{ numerator: 5, denominator: 4, share: figure(0) }] }))]],
  ['mobility of nobody', (s) => [{ ...s, mobile: figure(0), mobility: null }, { ...s, mobile: figure(0), mobility: around(s, 0) }]],
  ['patience longer than the run', (s) => [{ ...s, mobility: null }, { ...s, mobility: around(s, 100_000) }]],
  ['mobility without neighbours', (s) => [{ ...s, mobility: null }, { ...s, mobility: { patience: 0, neighbours: [] } }]],
  ['applications of nobody', (s) => [{ ...s, mobile: figure(0), applications: { ...s.applications, appliesTo: 0 } }, { ...s, mobile: figure(0), applications: { ...s.applications, appliesTo: 3 } }]],
  ['an attraction of 1', (s) => [{ ...s, applications: { ...s.applications, attraction: [] } }, { ...s, applications: { ...s.applications, attraction: s.regions.map(({ id }) => ({ region: id, factor: figure(1) })) } }]],
  ['a gap of 0', (s) => [streams(s, () => ({ gap: [] })), streams(s, () => ({ gap: [{ steps: 0, share: 1 }] }))]],
  ['having applied before, without a closing date, a window or a late licence', (s) => [streams(open(s), () => ({ late: [], appliedBefore: figure(0) })), streams(open(s), () => ({ late: [], appliedBefore: figure(1) }))]],
  ['offers that all hold, some beyond the positions', (s) => [{ ...s, offers: [] }, { ...s, offers: everyQueue(s, { noShows: figure(0), overOffer: 0.5, reserve: 3, carry: false }) }]],
  ['nothing left to carry: positions without limit', (s) => [{ ...s, positions: null, offers: [], decisions: [] }, { ...s, positions: null, offers: everyQueue(s, { noShows: figure(0.5), overOffer: 0, reserve: 0, carry: true }), decisions: [] }]],
  ['a rule that never decides otherwise', (s) => [{ ...s, decisions: [] }, { ...s, decisions: everyQueue(s, { months: [1, 6], lead: 1, floor: 0, ceiling: 1_000_000, lines: [{ reads: 'queue' as const, above: 1_000_000, change: 5 }] }) }]],
  ['a licence that is late for nobody', (s) => [streams(s, () => ({ late: [] })), streams(s, () => ({ late: [{ steps: 3, share: figure(0) }] }))]],
  ['a window where nobody has applied before', (s) => [within(streams(s, () => ({ appliedBefore: figure(0) })), 0), within(streams(s, () => ({ appliedBefore: figure(0) })), 3)]],
  ['a pass limit that nobody reaches', (s) => [{ ...s, passLimit: null }, { ...s, passLimit: 1_000_000 }]],
  ['a later pathway that nobody goes on to', (s) => [onPathways(s, () => ({ then: [] })), onPathways(s, ({ then }) => ({ then: then.map((row) => ({ ...row, share: figure(0) })) }))]],
  ['credit of nobody', (s) => [onPathways(s, () => ({ credit: [] })), onPathways(s, ({ credit }) => ({ credit: credit.map((row) => ({ ...row, share: figure(0) })) }))]],
  ['agreements of no places', (s) => [{ ...s, exchange: [] }, { ...s, exchange: s.exchange.map((row) => ({ ...row, places: figure(0) })) }]],
  ['locums who load nobody', (s) => [{ ...s, locum: [] }, { ...s, locum: s.locum.map((row) => ({ ...row, load: figure(0) })) }]],
  ['locums where supervisors have no limit', (s) => [{ ...s, supervisors: [], locum: [] }, { ...s, supervisors: [] }]],
  ['ST posts where no form is inside ST', (s) => [{ ...outsideSt(s), stPosts: [] }, outsideSt(s)]],
  ['a headroom of nothing', (s) => [{ ...s, headroom: figure(0) }, { ...s, headroom: figure(0.5), slots: s.slots.map((row) => ({ ...row, headroom: false })) }].map((x) => ({ ...x, supervisors: [] })) as unknown as [Scenario, Scenario]],
];

const onPathways = (s: Scenario, over: (pathway: Pathway) => Partial<Pathway>): Scenario => ({ ...s, pathways: s.pathways.map((p) => ({ ...p, ...over(p) })) });
const outsideSt = (s: Scenario): Scenario => onPathways(s, ({ variants }) => ({ variants: variants.map((variant) => ({ ...variant, within: null })) }));
const everyQueue = <T extends object>(s: Scenario, of: T): (T & { readonly region: string; readonly pathway: string })[] => s.regions.flatMap(({ id: region }) => s.pathways.map(({ id: pathway }) => ({ region, pathway, ...of })));
const within = (s: Scenario, window: number): Scenario => ({ ...s, pathways: s.pathways.map((p) => ({ ...p, intakes: { ...p.intakes, window } })) });
const around = (s: Scenario, patience: number): Scenario['mobility'] => ({ patience, neighbours: s.regions.map(({ id }) => ({ region: id, neighbours: s.regions.map((r) => r.id).filter((other) => other !== id) })) });
const open = (s: Scenario): Scenario => ({ ...s, pathways: s.pathways.map((p) => ({ ...p, intakes: { ...p.intakes, closes: 0, window: 0 } })) });

describe('21, null features: what does nothing leaves the trace as it was, bit by bit', () => {
  test.each(NULLS)('%s', (_, make) => {
    overScenarios((scenario, dice) => {
      const [without, idle] = make(scenario, dice);
      const print = printOf(planOf(without));
      expect(printOf(planOf(idle))).toBe(print);
    }, cases(200, 2000));
  });

  test('giving up that never happens, crowding of 0 and announced changes of 0', () => {
    overScenarios((scenario) => {
      const plan = planOf(streams(scenario, () => ({ givesUp: figure(0) })));
      const never = Float64Array.from({ length: plan.steps }, () => 0);
      const idle: Plan = {
        ...plan,
        inflow: plan.inflow.map((x) => ({ ...x, life: { ...x.life, givesUp: never } })),
        initialQueue: plan.initialQueue.map((x) => ({ ...x, life: { ...x.life, givesUp: never } })),
        crowding: new Int32Array(plan.capacity.length),
        ...(plan.pools > 0 && plan.steps > 2 ? { revisionKnown: Int32Array.of(1), revisionPool: Int32Array.of(0), revisionFrom: Int32Array.of(2), revisionUntil: Int32Array.of(plan.horizon - 1), revisionChange: Int32Array.of(0) } : {}),
      };
      expect(printOf(idle)).toBe(printOf(plan));
    });
  });
});

const LIVED = ['region', 'variant', 'starts', 'completes', 'gaveUp', 'queue', 'training', 'between', 'onLeave', 'started', 'completed', 'causes', 'betweenCauses', 'room'] as const;

test('21, null features: a gate that no later pathway waits for moves nothing', () => {
  let passed = 0;
  overScenarios((scenario, dice) => {
    const isLast = dice.once(2);
    const none = onPathways(scenario, ({ then }) => ({ gate: null, then: isLast ? [] : then }));
    const idle = onPathways(scenario, ({ gate, then }) => ({ gate: gate && { ...gate, isRequired: isLast }, then: isLast ? [] : then }));
    const [trace, gated] = [none, idle].map((s) => runAudited(planOf(s), drawRoster(planOf(s), KEY)));
    for (const column of LIVED) expect(Array.from(columnOf(gated!, column))).toEqual(Array.from(columnOf(trace!, column)));
    expect(listStays(gated!)).toEqual(listStays(trace!));
    passed += gated!.passed.some((t) => t !== NEVER) ? 1 : 0;
  });
  expect(passed).toBeGreaterThan(cases(200) / 20);
});

const COLUMNS = ['region', 'joins', 'degree', 'rank', 'appliedBefore', 'mobile', 'variantLuck', 'own0', 'own1', 'givesUp', 'factorNumerator', 'factorDenominator', 'late', 'fails', 'then', 'delay', 'leaveAfter', 'leaveLength'] as const satisfies readonly (keyof Roster)[];

test('23, common luck: scenarios that differ in capacity and mode only have the same doctors, with the same factors, leaves, patience and choices', () => {
  let some = 0;
  overScenarios((scenario, dice) => {
    const [roster, other] = [scenario, { ...places(scenario, () => dice.whole(0, 9)), supervisors: [], mainSupervisors: [], mode: 'step' as const, choice: 'first-fit' as const }].map((s) => drawRoster(planOf(s), KEY));
    for (const column of COLUMNS) expect(Array.from(other![column])).toEqual(Array.from(roster![column]));
    some += roster!.leaves > 0 && roster!.factorNumerator.some((n, row) => n !== roster!.factorDenominator[row]) ? 1 : 0;
  });
  expect(some).toBeGreaterThan(cases(200) / 20);
});

test('23, common luck: where nothing differs, nothing differs', () => {
  let changed = 0;
  overScenarios((scenario, dice) => {
    // No doctor of the other regions can meet those of the first.
    const ungated = onPathways(scenario, ({ then }) => ({ gate: null, then: then.map((row) => ({ ...row, region: null })) }));
    const apart = { ...ungated, exchange: [], mobility: null, applications: { ...scenario.applications, appliesTo: 0 } };
    const first = apart.regions[0]!.id;
    const more = places(apart, (row) => (row.places?.value ?? 0) + (row.region === first ? dice.whole(1, 3) : 0));
    const [plan, raised] = [planOf(apart), planOf(more)];
    const [trace, then] = [plan, raised].map((p) => runAudited(p, drawRoster(p, KEY)));
    for (const column of ['queue', 'arrived', 'left', 'training', 'between', 'onLeave', 'started', 'completed', 'causes', 'betweenCauses'] as const) {
      const [known, now] = [trace!, then!].map((of) => columnOf(of, column));
      const whole = known!.length / plan.regions;
      expect(Array.from(now!.subarray(whole))).toEqual(Array.from(known!.subarray(whole)));
    }
    changed += then!.queue.join() === trace!.queue.join() ? 0 : 1;
  });
  expect(changed).toBeGreaterThan(cases(200) / 10);
});

test('18, which pool: slots min(c, s·k) are the same as slots c with s supervisors who have k trainees of load 1 each', () => {
  let binding = 0;
  overScenarios((scenario, dice) => {
    const plain = { ...scenario, locum: [], unlimitedSlots: [], pathways: scenario.pathways.map((p) => ({ ...p, variants: p.variants.map((v) => ({ ...v, stretches: v.stretches.map((x) => ({ ...x, slots: 1, load: 1 })) })) })) };
    const carried = new Map(plain.slots.map((row) => [row, dice.whole(0, 3) * dice.whole(1, 3)]));
    const supervised = { ...plain, supervisors: plain.slots.map((row) => ({ ...row, headroom: false, places: figure(carried.get(row)!) })), slots: plain.slots.map((row) => ({ ...row, headroom: false })) };
    const fewer = { ...plain, supervisors: [], slots: plain.slots.map((row) => ({ ...row, headroom: false, places: figure(Math.min(carried.get(row)!, row.places!.value)) })) };
    const [one, other] = [fewer, supervised].map((s) => planOf(s));
    const roster = drawRoster(one!, KEY);
    const [trace, then] = [runAudited(one!, roster), runAudited(other!, roster)];
    for (const column of ['region', 'variant', 'starts', 'completes', 'passes', 'gaveUp', 'queue', 'training', 'between', 'onLeave'] as const) expect(Array.from(then[column])).toEqual(Array.from(trace[column]));
    expect(listStays(then)).toEqual(listStays(trace));
    binding += then.queue.some((n) => n > 0) ? 1 : 0;
  });
  expect(binding).toBeGreaterThan(cases(200) / 4);
});
