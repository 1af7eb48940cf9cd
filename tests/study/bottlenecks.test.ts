import { describe, expect, it } from 'vitest';
import { isNamed, monthsOf } from '../../src/analysis/index.js';
import type { BottleneckFindings } from '../../src/analysis/index.js';
import { WHOLE, drawRoster, run } from '../../src/engine/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { bottleneckPaper } from '../../src/output/index.js';
import { addBottlenecks, findBottlenecks, layBottlenecks, prepareReport, readBottleneckPart } from '../../src/study/index.js';
import { figure, pathway, planOf, poissonStream, positions, region, room, scenario, stretch } from '../support/scenario.js';

/** Where a scenario jams, all in this thread. */
function ask(of: Scenario): BottleneckFindings {
  const report = prepareReport({ scenario: of, seed: of.seed, additions: [] });
  const gathered = layBottlenecks(report, of.replications);
  for (let replication = 0; replication < of.replications; replication++) addBottlenecks(report, gathered, readBottleneckPart(report, replication));
  return findBottlenecks(report, gathered, { version: 'test', scenarioHash: '' });
}

const two = (over: Partial<Scenario> = {}): Scenario =>
  scenario(48, {
    regions: ['Norr', 'Syd'].map(region),
    pathways: [pathway('P', [stretch('A', 4), stretch('B', 3)], { orders: 'free' }), pathway('Q', [stretch('B', 5)])],
    streams: ['Norr', 'Syd'].flatMap((home, i) => [poissonStream(`p-${home}`, 'P', home, 0.6 + 0.4 * i), poissonStream(`q-${home}`, 'Q', home, 0.4)]),
    slots: ['Norr', 'Syd'].flatMap((home) => [{ ...room(home, 'A', 2), headroom: true, own: false }, { ...room(home, 'B', 3), headroom: true, own: false }]),
    headroom: { ...figure(0.5), low: 0, high: 2 },
    positions: ['Norr', 'Syd'].flatMap((home) => ['P', 'Q'].flatMap((to) => Array.from({ length: 48 }, (_, month) => positions(home, to, month, to === 'Q' ? 20 : 1)))),
    slotPriority: ['P', 'Q'],
    replications: 3,
    ...over,
  });

describe('what is lost', () => {
  it('sums exactly to what was waited, in whole parts', () => {
    const of = two();
    const plan = planOf(of);
    let waited = 0;
    for (let replication = 0; replication < 3; replication++) waited += run(plan, drawRoster(plan, { seed: of.seed, replication })).queue.reduce((a, b) => a + b, 0);
    const { losses, ...found } = ask(of);
    expect(losses.filter(({ wait }) => wait === 'queue').reduce((sum, { units }) => sum + units, 0)).toBe(WHOLE * waited);
    expect(found.waited).toBe(waited);
    expect(losses.every(({ units }) => Number.isInteger(units))).toBe(true);
  });

  it('is the same by bottleneck as in the table of losses, region by region', () => {
    const { losses, bottlenecks, report } = ask(two());
    for (const r of [0, 1]) {
      const table = monthsOf(losses.filter((loss) => loss.region === r).reduce((sum, { units }) => sum + units, 0), 3, 1);
      const ranked = bottlenecks.filter((one) => one.region === r && (one.isRanked || one.kind === 'awaiting-intake')).reduce((sum, { months }) => sum + months.mean, 0);
      expect(ranked).toBeCloseTo(table, 9);
    }
    expect(report.provenance.replications).toBe(3);
  });
});

describe('what is called a bottleneck', () => {
  it('is among the first five in all six runs: three headrooms, two placement modes', () => {
    const { settings, own, bottlenecks } = ask(two());
    expect(settings.map(({ headroom, mode }) => [headroom, mode])).toEqual([[0, 'itinerary'], [0.5, 'itinerary'], [2, 'itinerary'], [0, 'step'], [0.5, 'step'], [2, 'step']]);
    expect(settings[own]).toEqual({ headroom: 0.5, mode: 'itinerary' });
    for (const one of bottlenecks) expect(isNamed(one)).toBe(one.isRanked && one.rankIn.every((rank) => rank > 0 && rank <= 5));
    // With three times the places nobody waits for them: what rests on the assumption is not announced.
    expect(bottlenecks.filter(isNamed).every(({ kind }) => kind === 'positions')).toBe(true);
  });

  it('is never an assumed room without the number below which it is one', () => {
    const findings = ask(two({ headroom: { ...figure(0), low: 0, high: 0 } }));
    const named = findings.bottlenecks.filter((one) => isNamed(one) && one.kind === 'room');
    expect(named.length).toBeGreaterThan(0);
    for (const one of named) expect(one).toMatchObject({ isAssumed: true, below: expect.any(Number) as number, has: expect.any(Number) as number });
    const lead = bottleneckPaper(findings, 'sv').lead[0]!;
    for (const one of named) expect(lead).toContain(`brist under ${one.below!}, antaget ${one.has!}`);
  });

  it('binds first in the first half-year in which it is binding in a third of the steps of half the replications', () => {
    // One slot, six steps long, somebody every month from the first: from the second month on somebody waits for it, always.
    const findings = ask(scenario(24, { pathways: [pathway('P', [stretch('A', 6)])], streams: [poissonStream('s', 'P', 'R', 3)], slots: [room('R', 'A', 1)], replications: 2 }));
    const [one] = findings.bottlenecks.filter(({ kind }) => kind === 'room');
    expect(one).toMatchObject({ firstIn: [0, 0, 0, 0, 0, 0], rankIn: [1, 1, 1, 1, 1, 1] });
    expect(one!.binding).toBeGreaterThan(0.9);
    expect(one!.sole).toBeGreaterThan(0);
  });

  it('is nothing where nobody waits for anything', () => {
    const findings = ask(scenario(12, { pathways: [pathway('P', [stretch('A', 2)])], streams: [poissonStream('s', 'P', 'R', 1)], slots: [room('R', 'A', 100)], replications: 2 }));
    expect(findings.bottlenecks).toEqual([]);
    expect(bottleneckPaper(findings, 'sv').lead[0]).toBe('Ingen väntar på något som är begränsat.');
  });
});
