import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';
import { readScenario } from '../../src/input/index.js';
import { diskSource } from '../../src/cli/files.js';
import { readProjectScenario } from '../support/scenarios.js';

const ALTERNATIVES = readdirSync('scenarios/alternativ').map((file) => file.replace(/\.yaml$/, ''));
const read = (name: string): Scenario => readProjectScenario(`alternativ/${name}`).scenario;
const base = readProjectScenario('nationell-bas').scenario;
const YEARS = [2027, 2028, 2029, 2030, 2031, 2032, 2033];

/** Positions that a scenario opens in the country, year by year. */
function opened({ positions }: Scenario, pathway: string): number[] {
  const numbers = (year: number): number[] => positions!.filter((row) => row.pathway === pathway && (row.year ?? Math.floor(row.month! / 12)) === year).map((row) => row.number!.value);
  return YEARS.map((year) => numbers(year).reduce((a, b) => a + b, 0));
}
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
/** A position of AT is 18 months, one of BT 12. */
const positionMonths = (scenario: Scenario): number => 18 * sum(opened(scenario, 'AT')) + 12 * sum(opened(scenario, 'BT'));

describe.each(ALTERNATIVES)('the alternative %s', (name) => {
  it('is read without an error or a warning, and says what it asks and where its answer ends', () => {
    const file = `scenarios/alternativ/${name}.yaml`;
    const result = readScenario(diskSource(file), file);
    expect(result.ok ? result.issues : result).toEqual([]);
    const scenario = read(name);
    expect(scenario.name).toBe(name);
    for (const lang of ['sv', 'en'] as const) expect(scenario.about.question[lang]).toMatch(/\?$/);
    for (const lang of ['sv', 'en'] as const) expect(scenario.about.limits[lang]).not.toBe(base.about.limits[lang]);
  });

  it('gives every number that it changes a source', () => {
    const own = readProjectScenario(`alternativ/${name}`).scenario.changes;
    for (const change of own) expect(change.source, `${change.at}`).toMatch(/^antagande: /);
  });
});

describe('the conversions of AT to BT', () => {
  it('are the base’s path two intakes earlier, two intakes later, and in equal steps', () => {
    const [at, bt] = [opened(base, 'AT'), opened(base, 'BT')];
    expect(opened(read('konvertering-tidig'), 'AT')).toEqual([...at.slice(1), 0]);
    expect(opened(read('konvertering-tidig'), 'BT')).toEqual([...bt.slice(1), bt.at(-1)]);
    expect(opened(read('konvertering-sen'), 'AT')).toEqual([1660, ...at.slice(0, 5), 0]);
    expect(opened(read('konvertering-sen'), 'BT')).toEqual([500, ...bt.slice(0, 6)]);
    expect(opened(read('konvertering-stegvis'), 'AT')).toEqual([1245, 830, 415, ...at.slice(3)]);
  });

  it.each(['tidig', 'stegvis', 'sen'])('%s lets BT follow the base’s rule: 500 and 1.5 for each that AT has lost, at most 2,300', (name) => {
    const scenario = read(`konvertering-${name}`);
    expect(opened(scenario, 'BT')).toEqual(opened(scenario, 'AT').map((at) => Math.min(2300, Math.round(500 + 1.5 * (1660 - at)))));
  });

  it.each(['tidig', 'stegvis', 'sen'])('%s at equal position-months opens as many as the base, by the ceiling of BT alone', (name) => {
    const [plain, equal] = [read(`konvertering-${name}`), read(`konvertering-${name}-lika`)];
    expect(positionMonths(equal)).toBe(positionMonths(base));
    expect(positionMonths(plain)).not.toBe(positionMonths(base));
    expect(opened(equal, 'AT')).toEqual(opened(plain, 'AT'));
    const ceilings = opened(equal, 'BT').filter((_, y) => opened(plain, 'BT')[y] === 2300);
    expect(Math.max(...ceilings) - Math.min(...ceilings)).toBeLessThanOrEqual(1);
    expect(opened(equal, 'BT').filter((_, y) => opened(plain, 'BT')[y] !== 2300)).toEqual(opened(plain, 'BT').filter((bt) => bt !== 2300));
  });
});

/** Months of a block in every variant of a pathway; the base runs in half-months. */
const monthsOf = (scenario: Scenario, pathway: string, block?: string): number[] =>
  scenario.pathways.find(({ id }) => id === pathway)!.variants.map(({ stretches }) => sum(stretches.filter((one) => block === undefined || one.block === block).map(({ steps }) => steps / 2)));

describe('the other alternatives', () => {
  it.each([2, 3])('%i months of psychiatry stand in every BT of twelve months, and nothing but other service makes room for them', (months) => {
    const scenario = read(`psykiatri-bt-${String(months)}-manader`);
    expect(new Set(monthsOf(scenario, 'BT', 'psychiatry'))).toEqual(new Set([months]));
    expect(new Set(monthsOf(scenario, 'BT'))).toEqual(new Set([12]));
    for (const block of ['hospital', 'primary-care']) expect(monthsOf(scenario, 'BT', block).sort()).toEqual(monthsOf(base, 'BT', block).sort());
  });

  it('two more slots of psychiatry are two in each region from 2027, and no other capacity is another', () => {
    const { plan, axes } = compile(read('psykiatri-plus-2'));
    const before = compile(base).plan;
    const [psychiatry, step] = [axes.blocks.findIndex(({ id }) => id === 'psychiatry'), 2 * 12 * (2027 - 2018)];
    const more = Array.from({ length: plan.pools }, (_, p) => (plan.capacity[p * plan.horizon + step]! - before.capacity[p * plan.horizon + step]!) / 60);
    expect(more).toEqual(Array.from({ length: plan.pools }, (_, p) => (plan.poolBlock[p] === psychiatry && plan.poolKind[p] === 0 ? 2 : 0)));
    expect(plan.capacity[step - 1]).toBe(before.capacity[step - 1]);
  });

  it('AT of 21 months is kept in 14 regions, and AT of 18 months beside it has the same places', () => {
    const [long, short] = [read('at-21-kvar'), read('at-18-overallt')];
    const shares = ({ pathways }: Scenario): Map<string, string[]> => {
      const rows = pathways.find(({ id }) => id === 'AT')!.variantOf;
      return new Map(long.regions.map(({ id }) => [id, rows.filter((row) => row.region === id && row.share.value > 0).sort((a, b) => a.from - b.from).map(({ variant }) => variant)]));
    };
    expect([...shares(long).values()].filter((variants) => variants.at(-1) === 'at-21')).toHaveLength(14);
    expect([...shares(short).values()].filter((variants) => variants.at(-1) === 'at-21')).toHaveLength(0);
    expect(Array.from(compile(long).plan.capacity)).toEqual(Array.from(compile(short).plan.capacity));
  });
});
