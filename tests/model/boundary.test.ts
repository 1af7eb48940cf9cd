import { expect, test } from 'vitest';
import { drawRoster, fingerprint, simulate, toHex, type Plan } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import { audit } from '../../src/analysis/index.js';
import { FROM, figure, pathway, planOf, poissonStream, region, scenario, stream, stretch } from '../support/scenario.js';
import type { Scenario, Stream } from '../../src/model/index.js';
import { also, bent, read, said } from '../input/support.js';

const scenarioOf = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  const result = read(text, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const written = (text: string): Plan => compile(scenarioOf(also(`boundary: ${text}`))).plan;

/** Everything of a doctor that is drawn, by who it is. */
function doctors(of: Scenario, replication = 0): Map<string, readonly unknown[]> {
  const { plan, axes } = compile(of);
  const roster = drawRoster(plan, { seed: 3, replication });
  return new Map(
    Array.from({ length: roster.rows }, (_, row) => [
      `${axes.streams[roster.stream[row]!]!.id} ${roster.cohort[row]} ${roster.ordinal[row]}`,
      [axes.regions[roster.region[row]!]!.id, roster.rank[row], roster.joins[row], roster.mobile[row], roster.variantLuck[row], roster.own0[row], roster.appliedBefore[row]],
    ]),
  );
}

const AT = pathway('AT', [stretch('ward', 2)]);
const two = { regions: [region('Norr'), region('Syd')] };
const HOMES: Stream['home'] = [{ university: '', region: 'Norr', share: figure(0.5) }, { university: '', region: 'Syd', share: figure(0.3) }, { university: '', region: 'Öst', share: figure(0.2) }];
const leaving = (share: number, from = 0, of = 'Norr'): NonNullable<Scenario['boundary']> => ({ from: null, leavers: [{ region: of, pathway: 'AT', from, share, rows: [] }] });
const many = stream('old', 'AT', 'Norr', [2000], { home: HOMES });
const base = scenario(24, { ...two, pathways: [AT], streams: [many] });

test('a doctor who stays has the same home and luck as without a boundary, and those who leave are a part of one home', () => {
  const [all, some] = [doctors(base), doctors({ ...base, boundary: leaving(0.25) })];
  const gone = [...all].filter(([id]) => !some.has(id));
  expect([...some].filter(([id, drawn]) => JSON.stringify(drawn) !== JSON.stringify(all.get(id)))).toEqual([]);
  expect(new Set(gone.map(([, [home]]) => home))).toEqual(new Set(['Norr']));
  const share = gone.length / [...all.values()].filter(([home]) => home === 'Norr').length;
  expect(Math.abs(share - 0.25)).toBeLessThan(0.06); // four standard deviations of a thousand doctors
});

test('who leaves with a smaller share leaves with a larger one too; all leave with the whole, and none with nothing', () => {
  const [all, few, half, none] = [0, 0.1, 0.5, 1].map((share) => doctors({ ...base, boundary: leaving(share) })) as [ReturnType<typeof doctors>, ReturnType<typeof doctors>, ReturnType<typeof doctors>, ReturnType<typeof doctors>];
  expect([...half.keys()].filter((id) => !few.has(id))).toEqual([]);
  expect([...none.values()].filter(([home]) => home !== 'Syd')).toEqual([]);
  expect(all).toEqual(doctors(base));
  expect(few.size).toBeGreaterThan(half.size);
});

test('a share holds from its month on, for those who get their degree then', () => {
  const twice = { ...base, streams: [stream('old', 'AT', 'Norr', [50, 50])] };
  const cohorts = [...doctors({ ...twice, boundary: leaving(1, FROM + 1) }).keys()].map((id) => id.split(' ')[1]);
  expect(new Set(cohorts)).toEqual(new Set([String(FROM)]));
});

test('of a fixed inflow every fourth of a home leaves, no more and no fewer at any time', () => {
  const { listed: _, ...bare } = stream('abroad', 'AT', 'Norr', []);
  const rate = { ...bare, home: HOMES, rate: { law: 'fixed', perYear: [{ from: FROM, value: figure(60) }], season: Array.from({ length: 12 }, () => 1) } } as const;
  const of = (boundary: Scenario['boundary']): readonly number[] => {
    const dealt = planOf({ ...base, streams: [rate], boundary }).inflow.flatMap((inflow) => Array.from(inflow.dealt as Int32Array));
    return [0, 1, -1].map((r) => dealt.filter((one) => one === r).length);
  };
  expect(of(null)).toEqual([60, 36, 24]);
  expect(of(leaving(0.25))).toEqual([45, 36, 39]);
});

test('those from outside come evenly, to their region, as many as the rate says; they have applied, and stay', () => {
  const plan = written('{ in: [{ region: Syd, pathway: AT, per-year: 6 }, { region: Norr, pathway: AT, per-year: 2.5 }, { region: Syd, pathway: AT, per-year: 12, from: 2027-01 }] }');
  const guests = plan.inflow.filter((inflow) => inflow.stream === 1);
  const perYear = [0, 1].map((year) => guests.filter(({ batchDegree }) => Math.floor(batchDegree[0]! / 12) === year).flatMap(({ dealt }) => Array.from(dealt as Int32Array)));
  expect(perYear.map((one) => [0, 1].map((r) => one.filter((region) => region === r).length))).toEqual([[3, 6], [2, 12]]);
  expect(guests.every(({ life }) => life.mobile === 0 && life.givesUp.length === 0)).toBe(true);
  expect(guests.map(({ dealt }) => dealt.length).reduce((most, one) => Math.max(most, one), 0)).toBeLessThanOrEqual(2);
  const roster = drawRoster(plan, { seed: 1, replication: 0 });
  const rows = Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.stream[row] === 1);
  expect(rows).toHaveLength(23);
  expect(rows.every((row) => roster.appliedBefore[row] === 1 && roster.mobile[row] === 0 && roster.joins[row] === roster.degree[row])).toBe(true);
});

test('by the law of chance as many come in the mean, to the same regions', () => {
  const plan = written('{ in: [{ region: Syd, pathway: AT, per-year: 30 }, { region: Norr, pathway: AT, per-year: 10 }], law: poisson }');
  const N = 200;
  const counts = [0, 0];
  for (let replication = 0; replication < N; replication++) {
    const roster = drawRoster(plan, { seed: 5, replication });
    for (let row = 0; row < roster.rows; row++) if (roster.stream[row] === 1) counts[roster.region[row]!]! += 1 / N;
  }
  // Two years: 20 and 60, whose means over 200 runs have standard deviations of 0.32 and 0.55.
  expect(Math.abs(counts[0]! - 20)).toBeLessThan(4 * 0.32);
  expect(Math.abs(counts[1]! - 60)).toBeLessThan(4 * 0.55);
});

test('those from outside change nobody else’s luck, and nothing at all when nobody comes', () => {
  const [without, withGuests] = [doctors(scenarioOf(also(''))), doctors(scenarioOf(also('boundary: { in: [{ region: Norr, pathway: AT, per-year: 9 }] }')))];
  expect([...without].map(([id, drawn]) => [drawn, withGuests.get(id)]).filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))).toEqual([]);
  expect([...withGuests.keys()].filter((id) => !without.has(id)).every((id) => id.startsWith('outside-AT '))).toBe(true);
  const plan = (of: Scenario) => compile(of).plan;
  const run = (of: Plan): string => toHex(fingerprint(drawRoster(of, { seed: 2, replication: 1 }), simulate(of, { seed: 2, replication: 1 })));
  expect(run(plan({ ...base, boundary: { from: null, leavers: [] } }))).toBe(run(plan(base)));
});

test('those from outside have the part time and the leave of the stream that is listed first, and take leave from a run that holds', () => {
  const text = bent('    seeks: 0.9\n', '    seeks: 0.9\n    part-time: [{ factor: 1.25, share: 0.5 }]\n    leaves: [{ share: 0.4, length: 2 months }]\n    gives-up: 0.2 per month\n');
  const { plan } = compile(scenarioOf(`${text}boundary: { in: [{ region: Norr, pathway: AT, per-year: 9 }] }\n`));
  const [own, guest] = [0, 1].map((of) => plan.inflow.find((inflow) => inflow.stream === of)!.life) as [Plan['inflow'][number]['life'], Plan['inflow'][number]['life']];
  expect([guest.factorChance, guest.leaves]).toEqual([own.factorChance, own.leaves]);
  expect([own.givesUp.length > 0, guest.givesUp.length]).toEqual([true, 0]);
  for (let replication = 0; replication < 5; replication++) {
    const key = { seed: 4, replication };
    expect(audit(plan, drawRoster(plan, key), simulate(plan, key))).toEqual([]);
  }
});

const CARD = 'value,unit,source,quality,as_of';
const files = (flows: readonly string[]): Readonly<Record<string, string>> => ({
  'r.csv': `region,health_care_region,${CARD}\nNorr,N,1,p,s,published,2026\nSyd,N,1,p,s,published,2026\nÖst,Ö,1,p,s,published,2026\n`,
  'f.csv': `home,region,pathway,year,${CARD}\n${flows.map((row) => `${row},doctors per year,run,assumption,2026\n`).join('')}`,
});
const part = also('boundary: { from: f.csv }').replace('  Norr: { area: Nord }\n  Syd: {}\n', '  from: r.csv\n  where: { health_care_region: N }\n');

test('of flows of the whole, those across the border are taken: year by year, and in the share of all of a home', () => {
  const flows = ['Norr,Norr,AT,2026,6', 'Norr,Syd,AT,2026,2', 'Norr,Öst,AT,2026,2', 'Norr,Öst,AT,2027,1', 'Syd,Syd,AT,2026,4', 'Öst,Syd,AT,2026,1.5', 'Öst,Syd,AT,2027,2', 'Öst,Öst,AT,2026,90'];
  const { boundary, streams } = scenarioOf(part, files(flows));
  const shares = boundary!.leavers.map(({ region: of, from, share }) => [of, from / 12, share]);
  expect(shares.filter(([of]) => of === 'Norr')).toEqual([['Norr', 2026, 0.2], ['Norr', 2027, 1]]);
  expect(shares.filter(([of]) => of === 'Syd')).toEqual([['Syd', 2026, 0], ['Syd', 2027, 0]]);
  const guests = streams.find(({ id }) => id === 'outside-AT')!.guests!.perYear.map(({ region: of, from, perYear }) => [of, from / 12, perYear]);
  expect(guests.filter(([of]) => of === 'Syd')).toEqual([['Syd', 2026, 1.5], ['Syd', 2027, 2]]);
  expect(guests.filter(([of]) => of === 'Norr')).toEqual([['Norr', 2026, 0], ['Norr', 2027, 0]]);
});

test('every row that crosses is counted as read once, and those that do not are not', () => {
  const { read: cells } = compile(scenarioOf(part, files(['Norr,Norr,AT,2026,6', 'Norr,Öst,AT,2026,2', 'Syd,Syd,AT,2027,4', 'Öst,Syd,AT,2026,1.5', 'Öst,Öst,AT,2026,90'])));
  expect([...cells.keys()].filter((cell) => cell.startsWith('f.csv')).sort()).toEqual(['f.csv:2', 'f.csv:3', 'f.csv:4', 'f.csv:5']);
});

test('a Poisson stream loses the same share of a home as any', () => {
  const plan = planOf({ ...base, streams: [{ ...poissonStream('abroad', 'AT', 'Norr', 40) }], boundary: leaving(0.5) });
  const [first] = plan.inflow;
  expect([Array.from(first!.home), Array.from(first!.homeRegion)]).toEqual([[2 ** 31, 2 ** 32, 2 ** 32, 2 ** 32], [0, -1, -1, -1]]);
});
