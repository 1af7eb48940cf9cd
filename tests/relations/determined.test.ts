import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRoster } from '../../src/engine/index.js';
import type { Plan, Trace } from '../../src/engine/index.js';
import type { Pathway, Scenario } from '../../src/model/scenario.js';
import { compile } from '../../src/model/compile/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { columnOf } from '../support/causes.js';
import { causesAt, runAudited, seriesOf } from '../support/plan.js';
import { cases } from '../support/random.js';
import { figure, stream } from '../support/scenario.js';

/**
 * No chance left: every probability is 0 or 1, inflow is fixed, and who of two doctors comes first never matters, because those who compete are alike
 * or one pathway goes before the other; nobody competes for seats, for hosts or before joining.
 */
function determine(scenario: Scenario, dice: Dice): Scenario {
  const givesUp = figure(dice.one([0, 0, 1]));
  return {
    ...scenario,
    streams: scenario.streams.map((s, i) => {
      const region = dice.one(scenario.regions).id;
      const isRate = s.rate !== undefined && dice.once(2);
      const { listed: _, ...rest } = s;
      const source = isRate ? { ...rest, rate: { ...s.rate, law: 'fixed' as const } } : { ...stream(s.id, s.pathway, region, [2, 0, 1 + i, 0, 0, 3]), rate: undefined };
      const { rate, ...other } = source;
      const home = isRate ? s.home : [{ university: '', region, share: figure(1) }];
      return { ...other, ...(rate ? { rate } : {}), home, appliedBefore: figure(1), seeks: figure(1), gap: [{ steps: i, share: 1 }], late: [], givesUp, partTime: [], leaves: [] };
    }),
    offers: scenario.offers.map((row) => ({ ...row, noShows: figure(dice.one([0, 1])) })),
    exchange: [],
    pathways: scenario.pathways.map((p) => ({ ...p, ...determineWays(p, dice), variantOf: p.variantOf.map((row) => ({ ...row, share: figure(row.variant === p.variants[0]!.id ? 1 : 0) })) })),
    mode: 'itinerary',
    mobility: null,
    discipline: 'longest-wait',
    slotPriority: scenario.pathways.map((p) => p.id),
    mobile: figure(0),
    applications: { ...scenario.applications, appliesTo: 0 },
  };
}

/** Everybody's next pathway, credit and exam, or nobody's. */
function determineWays({ then, credit, gate, intakes }: Pathway, dice: Dice): Partial<Pathway> {
  const share = figure(dice.one([0, 1]));
  return {
    then: then.slice(0, 1).map((row) => ({ ...row, share, delay: row.delay.slice(0, 1).map(({ steps }) => ({ steps, share: 1 })) })),
    credit: credit.slice(0, 1).map((row) => ({ ...row, share })),
    gate: gate && { ...gate, sittings: gate.sittings.map(({ month }) => ({ month, seats: null })), passes: [{ attempt: 1, chance: figure(dice.one([0, 1])) }] },
    intakes: { ...intakes, window: 0 },
  };
}

function traceOf(scenario: Scenario, seed: number, replication: number): { plan: Plan; trace: Trace } {
  const { plan } = compile(scenario);
  return { plan, trace: runAudited(plan, drawRoster(plan, { seed, replication })) };
}

/** All series by region and pathway, under names given. */
function seriesByName({ plan, trace }: { plan: Plan; trace: Trace }, scenario: Scenario, region: (id: string) => string): Record<string, unknown> {
  const { axes } = compile(scenario);
  const named: Record<string, unknown> = {};
  axes.regions.forEach((r, i) => {
    axes.pathways.forEach((p, j) => {
      const queue = i * plan.pathways + j;
      named[`${region(r.id)} ${p.id}`] = {
        series: (['queue', 'arrived', 'training', 'started', 'completed'] as const).map((column) => seriesOf(plan, trace[column], queue)),
        causes: Array.from({ length: plan.steps }, (_, t) => causesAt(plan, trace, queue, t)),
      };
    });
  });
  return named;
}

function overDetermined(check: (scenario: Scenario) => void): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const dice = diceOf(g);
      check(determine(anyScenario(dice), dice));
    }),
    { numRuns: cases(200) },
  );
}

test('25, no chance left: all replications and seeds give the same series', () => {
  overDetermined((scenario) => {
    const first = traceOf(scenario, 1, 0);
    for (const [seed, replication] of [[1, 1], [99, 0]] as const) {
      const other = traceOf(scenario, seed, replication);
      for (const column of ['queue', 'arrived', 'training', 'started', 'completed', 'causes', 'room', 'sole'] as const) {
        expect(Array.from(columnOf(other.trace, column))).toEqual(Array.from(columnOf(first.trace, column)));
      }
    }
  });
});

const RENAMED: Readonly<Record<string, string>> = { A: 'Ö', B: 'a', C: 'Z', D: 'É', new: 'nya', old: 'gamla', third: 'första', a: 'zz', b: 'y', c: 'm', d: 'k' };
const to = (name: string): string => RENAMED[name] ?? name;
const back = (name: string): string => Object.keys(RENAMED).find((key) => key === key.toUpperCase() && RENAMED[key] === name) ?? name;

/** Another name for every region, stream and block, so that none keeps its place in order of id. */
function rename(s: Scenario): Scenario {
  const at = <T extends { readonly region: string }>(row: T): T => ({ ...row, region: to(row.region) });
  const in_ = <T extends { readonly region: string; readonly block: string }>(row: T): T => ({ ...at(row), block: to(row.block) });
  return {
    ...s,
    regions: s.regions.map((r) => ({ ...r, id: to(r.id) })),
    streams: s.streams.map((x) => ({ ...x, id: to(x.id), home: x.home.map(at) })),
    blocks: s.blocks.map((b) => ({ ...b, id: to(b.id) })),
    pathways: s.pathways.map((p) => ({
      ...p,
      variants: p.variants.map((v) => ({ ...v, stretches: v.stretches.map((x) => ({ ...x, block: to(x.block) })) })),
      precedence: p.precedence.map(({ first, then }) => ({ first: to(first), then: to(then) })),
      variantOf: p.variantOf.map(at),
      intakes: { ...p.intakes, byRegion: p.intakes.byRegion.map(at) },
      credit: p.credit.map((row) => ({ ...row, regions: row.regions.map(to), less: row.less.map(({ block, steps }) => ({ block: to(block), steps })) })),
      then: p.then.map((row) => ({ ...row, region: row.region === null ? null : to(row.region) })),
    })),
    offers: s.offers.map(at),
    decisions: s.decisions.map(at),
    stPosts: s.stPosts.map(at),
    locum: s.locum.map(in_),
    positions: s.positions?.map(at) ?? null,
    slots: s.slots.map(in_),
    unlimitedSlots: s.unlimitedSlots.map(to),
    supervisors: s.supervisors.map(in_),
    mainSupervisors: s.mainSupervisors.map(at),
    slotPriority: s.slotPriority.map(to),
    applications: { ...s.applications, attraction: s.applications.attraction.map(at) },
    initial: {
      queues: s.initial.queues.map((row) => ({ ...at(row), stream: to(row.stream) })),
      training: s.initial.training.map((row) => ({ ...at(row), stream: to(row.stream) })),
    },
  };
}

test('24, rename: regions, streams and blocks by other names, and the same series up to the names', () => {
  overDetermined((scenario) => {
    // Fixed rates are dealt to regions in order of id, ties to the first: one home each leaves no tie.
    const homes = { ...scenario, streams: scenario.streams.map((s) => ({ ...s, home: [{ university: '', region: scenario.regions[0]!.id, share: figure(1) }] })) };
    const named = rename(homes);
    expect(seriesByName(traceOf(named, 1, 0), named, back)).toEqual(seriesByName(traceOf(homes, 1, 0), homes, (id) => id));
  });
});

/** The whole scenario some months later: window, cohorts, rates and their seasons, capacities, intakes, positions, shares of variants. */
function shift(s: Scenario, d: number): Scenario {
  const dated = <T extends { readonly from: number }>(row: T): T => ({ ...row, from: row.from + d });
  const month = (m: number): number => ((m - 1 + d) % 12) + 1;
  return {
    ...s,
    time: { ...s.time, from: s.time.from + d, reportFrom: s.time.reportFrom + d, to: s.time.to + d },
    streams: s.streams.map((x) => ({
      ...x,
      ...(x.listed ? { listed: x.listed.map((row) => ({ ...row, month: row.month + d })) } : {}),
      ...(x.rate ? { rate: { ...x.rate, perYear: x.rate.perYear.map(dated), season: x.rate.season.map((_, m) => x.rate!.season[(m - (d % 12) + 12) % 12]!) } } : {}),
    })),
    pathways: s.pathways.map((p) => ({
      ...p,
      variantOf: p.variantOf.map(dated),
      intakes: { ...p.intakes, months: p.intakes.months.map(month), byRegion: p.intakes.byRegion.map((row) => ({ ...row, months: row.months.map(month) })) },
      gate: p.gate && { ...p.gate, sittings: p.gate.sittings.map((row) => ({ ...row, month: row.month + d })) },
    })),
    decisions: s.decisions.map((row) => ({ ...row, months: row.months.map(month) })),
    stPosts: s.stPosts.map(dated),
    positions: s.positions?.map((row) => (row.month === undefined ? row : { ...row, month: row.month + d })) ?? null,
    slots: s.slots.map(dated),
    supervisors: s.supervisors.map(dated),
    mainSupervisors: s.mainSupervisors.map(dated),
  };
}

test('19, shift: all dates later by as much, all series later by as much', () => {
  let moved = 0;
  overDetermined((scenario) => {
    const seasons = scenario.streams.map((x) => (x.rate ? { ...x, rate: { ...x.rate, season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } } : x));
    // A year's positions are those of the calendar year, which does not move.
    const monthly = { ...scenario, streams: seasons, positions: scenario.positions?.filter((row) => row.year === undefined) ?? null };
    const d = 1 + (moved++ % 17);
    const first = traceOf(monthly, 1, 0);
    const later = traceOf(shift(monthly, d), 1, 0);
    for (const column of ['queue', 'arrived', 'training', 'started', 'completed', 'causes', 'room'] as const) {
      expect(Array.from(columnOf(later.trace, column))).toEqual(Array.from(columnOf(first.trace, column)));
    }
  });
});
