import { describe, expect, test } from 'vitest';
import { drawRoster } from '../../src/engine/index.js';
import type { Roster } from '../../src/engine/index.js';
import type { Scenario, Stream } from '../../src/model/scenario.js';
import { FROM, figure, pathway, planOf, poissonStream, region, scenario, stream, stretch } from '../support/scenario.js';

const LUCK = ['region', 'degree', 'joins', 'rank', 'appliedBefore', 'mobile', 'variantLuck', 'own0', 'own1'] as const;

/** Every doctor's luck by identity: stream's name, cohort, ordinal. */
function luckOf(roster: Roster, ids: readonly string[]): Map<string, string> {
  const places = Array.from({ length: roster.rows }, (_, row) => row);
  const named = places.map((row): [string, string] => [
    `${ids[roster.stream[row]!]} ${roster.cohort[row]} ${roster.ordinal[row]}`,
    LUCK.map((column) => roster[column][row]).join(' '),
  ]);
  expect(new Set(named.map(([name]) => name)).size).toBe(roster.rows);
  return new Map(named);
}

const KEY = { seed: 3, replication: 2 };
const chancy: Partial<Stream> = {
  home: ['N', 'S'].map((r) => ({ university: '', region: r, share: figure(0.5) })),
  gap: [{ steps: 0, share: 0.5 }, { steps: 4, share: 0.5 }],
  appliedBefore: figure(0.5),
  seeks: figure(0.7),
  eligible: figure(0.9),
};

function drawn(streams: Stream[], over: Partial<Scenario> = {}): { roster: Roster; luck: Map<string, string> } {
  const of = scenario(24, {
    regions: [region('N'), region('S')], pathways: [pathway('P', [stretch('a', 1)])], streams,
    mobile: figure(0.5), applications: { appliesTo: 1, deter: 0, ownFirst: false, attraction: [] }, ...over,
  });
  const plan = planOf(of);
  const roster = drawRoster(plan, KEY);
  return { roster, luck: luckOf(roster, streams.map((s) => s.id).sort()) };
}

describe('a doctor has the same luck', () => {
  const base = stream('m', 'P', 'N', [20, 0, 0, 15, 8], chancy);
  const { luck } = drawn([base]);
  const includes = (wider: Map<string, string>): void => {
    expect(luck.size).toBeGreaterThan(20);
    for (const [name, of] of luck) expect(wider.get(name)).toBe(of);
  };

  test('when another cohort or stream is added, before or after', () => {
    includes(drawn([stream('m', 'P', 'N', [20, 9, 0, 15, 8, 30], chancy)]).luck);
    includes(drawn([stream('a', 'P', 'S', [5, 5]), base, { ...poissonStream('z', 'P', 'N', 3), ...chancy }]).luck);
  });

  test('when a cohort grows', () => {
    includes(drawn([stream('m', 'P', 'N', [25, 0, 0, 15, 9], chancy)]).luck);
  });

  test('when some already wait or are in training, who are nobody else', () => {
    const there = { region: 'N', stream: 'm', number: figure(5) };
    includes(drawn([base], { initial: { queues: [{ ...there, pathway: 'P', waited: 0 }], training: [{ ...there, variant: 'P', left: 1 }] } }).luck);
  });

  test('and another in another replication, or with another seed', () => {
    const plan = planOf(scenario(24, { regions: [region('N'), region('S')], pathways: [pathway('P', [stretch('a', 1)])], streams: [base] }));
    const ranks = [{ seed: 3, replication: 2 }, { seed: 3, replication: 3 }, { seed: 4, replication: 2 }].map((key) => Array.from(drawRoster(plan, key).rank).sort().join());
    expect(new Set(ranks).size).toBe(3);
  });

  test('in a part of the country: who sought a region there seeks it still, and the others are elsewhere', () => {
    const whole = drawn([base]).luck;
    const part = drawn([base], { regions: [region('N')] }).luck;
    const homesOf = (of: Map<string, string>) => [...of].filter(([, luck]) => luck.startsWith('0 '));
    expect([...part]).toEqual(homesOf(whole));
    const rest = [{ university: '', region: 'N', share: figure(0.5) }];
    expect([...drawn([{ ...base, home: rest }], { regions: [region('N')] }).luck]).toEqual(homesOf(whole));
  });
});

test('rows come in order of joining, those in training first', () => {
  const { roster } = drawn([stream('m', 'P', 'N', [20, 9, 4], chancy)], {
    initial: {
      queues: [{ region: 'S', pathway: 'P', stream: 'm', waited: 7, number: figure(2) }],
      training: [{ region: 'S', variant: 'P', stream: 'm', left: 1, number: figure(3) }],
    },
  });
  expect(Array.from(roster.joins)).toEqual([...roster.joins].sort((a, b) => a - b));
  expect(Array.from(roster.initialVariant.subarray(0, 4))).toEqual([0, 0, 0, -1]);
  expect(Array.from(roster.joins.subarray(3, 5))).toEqual([-7, -7]);
});

/** Means over many doctors are within 4.5 standard errors of what the shares say. */
test('chances follow their shares: home, gap, seeking, applied before, mobile', () => {
  const { roster } = drawn([stream('m', 'P', 'N', [40_000], { ...chancy, home: [{ university: '', region: 'N', share: figure(0.2) }, { university: '', region: 'S', share: figure(0.8) }] })]);
  const near = (share: number, p: number, n: number): void => {
    expect(Math.abs(share - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
  };
  const share = (column: Int32Array, value: number): number => column.filter((x) => x === value).length / roster.rows;
  near(roster.rows / 40_000, 0.63, 40_000);
  near(share(roster.region, 0), 0.2, roster.rows);
  near(share(roster.joins, 4), 0.5, roster.rows);
  near(share(roster.appliedBefore, 1), 0.5, roster.rows);
  near(share(roster.mobile, 1), 0.5, roster.rows);
  const late = roster.joins.filter((t, row) => t === 4 && roster.appliedBefore[row] === 1).length;
  near(late / roster.rows, 0.25, roster.rows);
  const [upper, both] = [roster.rank.filter((x) => x < 0).length, roster.rank.filter((x, row) => x < 0 && roster.variantLuck[row]! < 0).length];
  near(upper / roster.rows, 0.5, roster.rows);
  near(both / roster.rows, 0.25, roster.rows);
});

test.each([0.3, 5, 64, 500])('counts of a Poisson stream have its mean and variance, and months are independent (mean %s)', (mean) => {
  const plan = planOf(scenario(600, { pathways: [pathway('P', [stretch('a', 1)])], streams: [poissonStream('s', 'P', 'R', mean)] }));
  const counts = new Float64Array(600);
  for (const cohort of drawRoster(plan, KEY).cohort) counts[cohort - FROM]! += 1;
  const average = counts.reduce((a, b) => a + b, 0) / 600;
  const moment = (lag: number): number => counts.slice(lag).reduce((sum, x, i) => sum + (x - mean) * (counts[i]! - mean), 0) / (600 - lag);
  expect(Math.abs(average - mean)).toBeLessThan(4.5 * Math.sqrt(mean / 600));
  expect(Math.abs(moment(0) - mean)).toBeLessThan(4.5 * Math.sqrt((mean + 2 * mean * mean) / 600));
  expect(Math.abs(moment(1))).toBeLessThan(4.5 * (mean / Math.sqrt(599)));
});
