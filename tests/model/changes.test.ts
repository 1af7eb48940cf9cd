import { describe, expect, test } from 'vitest';
import { compile, type Scenario } from '../../src/model/index.js';
import { bent, places, read, said } from '../input/support.js';

const CARD = 'value,unit,source,quality,as_of,low,high';
const table = (keys: string, ...rows: readonly string[]): string => `${keys},${CARD}\n${rows.map((row) => `${row},unit,källa,derived,2026,,\n`).join('')}`;
const SLOTS = table('region,block', 'Norr,hospital,10', 'Norr,psychiatry,3', 'Syd,hospital,7', 'Syd,psychiatry,4');
const FILES = { 'slots.csv': SLOTS };
/** The good scenario with slots from a file, a headroom on them, positions a year and a stream at a rate. */
const BASE = bent('by-region:\n    Norr: { hospital: 4, psychiatry: 2 }\n    Syd: { hospital: 4, psychiatry: 2 }', 'from: slots.csv\n  headroom: { low: 0, likely: 0.2, high: 0.5 }')
  .replace('positions: unlimited', 'positions: { by-region: { Norr: { AT: 9 }, Syd: { AT: 5 } } }')
  .replace('intakes: every-step', 'intakes: { months: [3, 9] }')
  .replace('pathways:', '  foreign: { pathway: AT, rate: { per-year: 12 }, home: Syd }\npathways:');

/** The same with the pathway inside ST, and so many posts. */
const insideSt = (posts: string): string => `${BASE.replace('intakes: { months: [3, 9] }', 'intakes: every-step\n    integrated: { at-4: { within: 9 months } }')}st-posts: { by-region: { ${posts} } }\n`;

const result = (changes: string, base = BASE) => read(`${base}changes:\n${changes}`, FILES);
const scenarioOf = (text: string, files: Readonly<Record<string, string>> = FILES): Scenario => {
  const read_ = read(text, files);
  if (!read_.ok) throw new Error(said(read_.issues));
  return read_.value.scenario;
};
const after = (changes: string, base = BASE): Scenario => scenarioOf(`extends: base.yaml\nname: over\nchanges:\n${changes}`, { ...FILES, 'base.yaml': base });
/** The room of every slots pool in places, month by month of the first of each half-year. */
const roomOf = (scenario: Scenario, headroom?: number): Record<string, number[]> => {
  const { plan, axes } = compile(scenario, headroom);
  return Object.fromEntries(
    Array.from({ length: plan.pools }, (_, p) => p).flatMap((p) => {
      if (plan.poolKind[p] !== 0) return [];
      const name = `${axes.regions[plan.poolRegion[p]!]!.id} ${axes.blocks[plan.poolBlock[p]!]!.id}`;
      return [[name, [0, 6, 12, 18].map((t) => plan.capacity[p * plan.horizon + t]! / 60)] as const];
    }),
  );
};
const planOf = (scenario: Scenario): unknown => JSON.parse(JSON.stringify(compile(scenario).plan));
const codes = (changes: string, base = BASE): readonly string[] => places(result(changes, base).issues);

describe('a change', () => {
  test('sets a number from a month until another, in place of the file and its headroom', () => {
    const scenario = after('  - { set: slots, where: { region: Norr, block: psychiatry }, from: 2026-07, until: 2027-06, to: 7, source: Studierektor }\n');
    expect(roomOf(scenario)).toEqual({ 'Norr hospital': [12, 12, 12, 12], 'Norr psychiatry': [4, 7, 7, 4], 'Syd hospital': [8, 8, 8, 8], 'Syd psychiatry': [5, 5, 5, 5] });
    expect(roomOf(scenario, 0.5)['Norr psychiatry']).toEqual([5, 7, 7, 5]);
    const own = scenario.slots.find((row) => row.own)!;
    expect(own.places).toEqual({ value: 7, quality: 'assumption', source: 'Studierektor', cell: 's.yaml:changes[1].to' });
    expect([...compile(scenario).read.keys()]).toContain('s.yaml:changes[1].to');
  });

  test('adds to what the headroom makes of the file, and leaves the headroom as unsure as it was', () => {
    const scenario = after('  - { add: slots, where: { block: psychiatry }, from: 2027-01, by: 2 }\n');
    expect(roomOf(scenario)['Norr psychiatry']).toEqual([4, 4, 6, 6]);
    expect(roomOf(scenario, 0)['Norr psychiatry']).toEqual([3, 3, 5, 5]);
    expect(scenario.slots.every((row) => !row.own)).toBe(true);
  });

  test('scales the places of each cell by themselves, whole ones half up, at every headroom', () => {
    // 12 → 15, 8 → 10; 4 → 5, 5 → 6.25 → 6.
    const scenario = after('  - { scale: slots, by: 1.25, where: { block: hospital } }\n  - { scale: slots, by: 1.25, where: { block: psychiatry }, from: 2027-01 }\n');
    expect(roomOf(scenario, 0)['Norr psychiatry']).toEqual([3, 3, 4, 4]);
    expect(roomOf(scenario)).toEqual({ 'Norr hospital': [15, 15, 15, 15], 'Norr psychiatry': [4, 4, 5, 5], 'Syd hospital': [10, 10, 10, 10], 'Syd psychiatry': [5, 5, 6, 6] });
  });

  test('of the months that have places of their own changes these too', () => {
    const base = BASE.replace('from: slots.csv', 'from: slots.csv\n  by-region: { Norr: { psychiatry: [{ from: 2026-01, places: 4, months: { 7: 2 } }] } }');
    const july = (change: string): number[] => roomOf(after(change, base))['Norr psychiatry']!;
    expect(july('  - { add: slots, where: { region: Norr, block: psychiatry }, by: 3 }\n')).toEqual([7, 5, 7, 5]);
    expect(july('  - { scale: slots, where: { region: Norr, block: psychiatry }, by: 1.5 }\n')).toEqual([6, 3, 6, 3]);
    expect(codes('  - { add: slots, where: { region: Norr, block: psychiatry }, by: -3 }\n', base)).toEqual([expect.stringContaining('change-below')]);
  });

  test('tells what it did, cell by cell', () => {
    expect(after('  - { set: slots, where: { region: Norr, block: psychiatry }, from: 2026-07, until: 2027-06, to: 7, name: grönt ljus }\n').changes).toEqual([
      { quantity: 'slots', of: { region: 'Norr', block: 'psychiatry' }, from: 24318, until: 24330, before: 4, after: 7, stood: 'slots.csv:3', cell: 's.yaml:changes[1].to', at: 's.yaml:4', source: 'scenario', name: 'grönt ljus' },
    ]);
  });

  test('limits what was without limit, and takes the limit away', () => {
    const scenario = after('  - { set: supervisors, where: { area: Nord, block: psychiatry }, to: 2.5 }\n  - { set: main-supervisors, where: { region: Syd }, to: 9 }\n  - { set: slots, where: { region: Syd }, to: unlimited }\n');
    expect(scenario.supervisors.map(({ region, block, places: room }) => [region, block, room?.value])).toEqual([['Norr', 'psychiatry', 2.5]]);
    expect(scenario.mainSupervisors.map(({ region, places: room }) => [region, room?.value])).toEqual([['Syd', 9]]);
    const { plan } = compile(scenario);
    expect(Array.from(plan.slotsPool).map((pool) => pool >= 0)).toEqual([true, true, false, false]);
  });

  test('of supervisors counts in parts of places', () => {
    const scenario = after('  - { scale: supervisors, by: 1.5 }\n  - { add: main-supervisors, by: -1 }\n', `${BASE}supervisors: { by-region: { Norr: { psychiatry: 3 } } }\nmain-supervisors: { by-region: { Syd: 4 } }\n`);
    expect(scenario.supervisors.map(({ places: room }) => room?.value)).toEqual([4.5]);
    expect(scenario.mainSupervisors.map(({ places: room }) => room?.value)).toEqual([3]);
  });

  test('of ST posts counts whole ones, from none where nothing is said', () => {
    const inSt = insideSt('Norr: 3');
    const posts = (changes: string): unknown => after(changes, inSt).stPosts.map(({ region, from, places: room }) => [region, from, room?.value ?? null]);
    const began = 12 * 2026;
    expect(posts('  - { add: st-posts, where: { region: Syd }, from: 2027-01, by: 2 }\n')).toEqual([['Norr', 0, 3], ['Syd', 0, 0], ['Syd', began + 12, 2]]);
    expect(posts('  - { scale: st-posts, from: 2026-07, by: 1.5 }\n')).toEqual([['Norr', 0, 3], ['Norr', began + 6, 5]]);
    expect(posts('  - { set: st-posts, where: { area: Nord }, to: unlimited }\n')).toEqual([['Norr', 0, null]]);
    expect(codes('  - { add: st-posts, where: { region: Norr }, by: -4 }\n', inSt)).toEqual(['26:5 change-below']);
    expect(codes('  - { set: st-posts, to: 1.5 }\n', inSt)).toEqual(['26:26 not-whole']);
  });

  test('of ST posts that is announced is not known before', () => {
    const inSt = insideSt('Norr: 3, Syd: 2');
    const { plan } = compile(after('  - { set: st-posts, where: { region: Norr }, from: 2026-06, announced: 2026-06, to: 1 }\n', inSt));
    expect([plan.capacity[plan.stPool[0]! * plan.horizon + 12], plan.revisionPool, plan.revisionChange].map((of) => (typeof of === 'number' ? of : Array.from(of as ArrayLike<number>)))).toEqual([180, [plan.stPool[0]], [-120]]);
  });

  test('of a length changes every stay in the block; a scaled variant keeps its total', () => {
    const steps = (changes: string): readonly number[] => after(changes, BASE.replace('{ hospital: 3 }', '{ hospital: 3 }, { hospital: 2 }')).pathways[0]!.variants[0]!.stretches.map((stretch) => stretch.steps);
    expect(steps('  - { set: length, where: { block: hospital }, to: 4 months }\n')).toEqual([4, 4, 1]);
    expect(steps('  - { add: length, where: { block: hospital, pathway: AT }, by: -1 }\n')).toEqual([2, 1, 1]);
    expect(steps('  - { scale: length, where: { variant: at-4 }, by: 1.5 }\n')).toEqual([5, 3, 1]);
    expect(codes('  - { add: length, by: -1 }\n')).toEqual(['24:5 change-below']);
    expect(codes('  - { set: length, to: 2.5 }\n')).toEqual(['24:24 not-whole-months']);
  });

  test('of a rate changes the doctors who come a year', () => {
    const perYear = (changes: string): readonly (readonly number[])[] => after(changes).streams[1]!.rate!.perYear.map(({ from, value }) => [from, value.value]);
    expect(perYear('  - { scale: rate, by: 1.5, from: 2027-01 }\n')).toEqual([[0, 12], [24324, 18]]);
    expect(perYear('  - { set: rate, where: { stream: foreign }, to: 20 }\n')).toEqual([[0, 20]]);
    expect(codes('  - { set: rate, where: { stream: old }, to: 20 }\n')).toEqual(['24:18 change-hits-nothing']);
  });
});

describe('a change of positions', () => {
  const opened = (changes: string, region = 'Norr'): readonly (readonly (string | number | undefined)[])[] =>
    after(changes).positions!.filter((row) => row.region === region).map(({ year, month, number }) => [year ?? `${Math.floor(month! / 12)}-${(month! % 12) + 1}`, number?.value]);

  test('is of whole years when it has no dates, or dates of whole years', () => {
    expect(opened('  - { set: positions, where: { region: Norr }, to: 20 }\n')).toEqual([[2026, 20], [2027, 20]]);
    expect(opened('  - { add: positions, where: { region: Norr }, from: 2027-01, until: 2027-12, by: -4 }\n')).toEqual([[2026, 9], [2027, 5]]);
    // 9 + 5 = 14 → 21.
    expect([opened('  - { scale: positions, by: 1.5, from: 2027-01 }\n'), opened('  - { scale: positions, by: 1.5, from: 2027-01 }\n', 'Syd')]).toEqual([[[2026, 9], [2027, 14]], [[2026, 5], [2027, 7]]]);
  });

  test('is of each intake within other dates; the rest of the year keeps its own', () => {
    expect(opened('  - { set: positions, where: { region: Norr }, from: 2027-09, until: 2027-09, to: 20 }\n')).toEqual([[2026, 9], ['2027-3', 5], ['2027-9', 20]]);
    expect(opened('  - { add: positions, where: { region: Norr }, from: 2026-09, by: 1 }\n')).toEqual([['2026-3', 5], ['2026-9', 5], ['2027-3', 6], ['2027-9', 5]]);
  });

  test('of nothing of an intake is the same as no change', () => {
    const written = BASE.replace('Norr: { AT: 9 }', 'Norr: { AT: [{ year: 2026, number: 9 }, { intake: 2027-03, number: 5 }, { intake: 2027-09, number: 20 }] }');
    expect(planOf(after('  - { set: positions, where: { region: Norr }, from: 2027-09, until: 2027-09, to: 20 }\n'))).toEqual(planOf(scenarioOf(written)));
  });

  test('takes and gives a limit in all years only', () => {
    const unlimited = BASE.replace('{ by-region: { Norr: { AT: 9 }, Syd: { AT: 5 } } }', 'unlimited');
    expect(after('  - { set: positions, where: { region: Norr }, to: 4 }\n', unlimited).positions!.map(({ region, year, number }) => [region, year, number?.value])).toEqual([['Syd', undefined, undefined], ['Norr', 2026, 4], ['Norr', 2027, 4]]);
    expect(codes('  - { set: positions, to: 4, from: 2027-01 }\n', unlimited)).toEqual(['24:5 part-of-unlimited']);
    expect(codes('  - { set: positions, to: unlimited, from: 2027-01 }\n')).toEqual(['24:5 part-of-unlimited']);
    expect(codes('  - { add: positions, by: 4 }\n', unlimited)).toEqual(['24:5 adds-to-unlimited']);
  });

  test('needs an intake to change', () => {
    expect(codes('  - { add: positions, by: 4, from: 2027-04, until: 2027-05 }\n')).toEqual(['24:5 no-intake-then']);
    expect(codes('  - { add: positions, by: 4, from: 2027-04 }\n', BASE.replace('{ months: [3, 9] }', 'every-step'))).toEqual(['24:5 no-single-intake']);
  });
});
