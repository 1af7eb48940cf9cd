import { beforeAll, describe, expect, it } from 'vitest';
import { NEVER, drawRoster, run } from '../../src/engine/index.js';
import type { Axes, Roster, Trace } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario, Variant } from '../../src/model/index.js';
import { readProjectScenario } from '../support/scenarios.js';
import { listStays } from '../support/stays.js';

/** Months in one block of a variant; the base runs in half-months. */
const monthsIn = (of: Variant, block: string): number => of.stretches.reduce((sum, one) => sum + (one.block === block ? one.steps / 2 : 0), 0);
const lengthOf = (of: Variant): number => of.stretches.reduce((sum, one) => sum + one.steps / 2, 0);

describe('the national base knows what a naive model forgets', () => {
  let scenario: Scenario;
  let roster: Roster;
  let trace: Trace;
  let axes: Axes;
  let firstStretch: readonly number[];
  beforeAll(() => {
    scenario = readProjectScenario('nationell-bas').scenario;
    const compiled = compile(scenario);
    const { plan } = compiled;
    axes = compiled.axes;
    firstStretch = Array.from(plan.stretchFrom);
    roster = drawRoster(plan, { seed: scenario.seed, replication: 0 });
    trace = run(plan, roster);
  });

  const variantsOf = (pathway: string): readonly Variant[] => scenario.pathways.find(({ id }) => id === pathway)!.variants;
  const monthOf = (step: number): string => {
    const month = scenario.time.from + Math.floor(step / 2);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  };
  const stepOf = (year: number, month = 1): number => 2 * (12 * year + month - 1 - scenario.time.from);
  const rowsOf = (stream: string): readonly number[] =>
    Array.from({ length: roster.rows }, (_, row) => row).filter((row) => roster.joins[row]! >= 0 && axes.streams[roster.stream[row]!]!.id === stream);
  const variantAt = (row: number): string => axes.variants[trace.variant[row]!]?.id ?? '';
  const inAT = (row: number): boolean => variantAt(row).startsWith('at-');

  it('an AT position is 18 or 21 months and a BT position 12, and the blocks are shared otherwise', () => {
    expect(variantsOf('AT').map(lengthOf).sort()).toEqual([18, 21]);
    expect(new Set(variantsOf('BT').map(lengthOf))).toEqual(new Set([12]));
    for (const at of variantsOf('AT')) for (const bt of variantsOf('BT')) expect(monthsIn(at, 'hospital')).toBeGreaterThanOrEqual(2 * monthsIn(bt, 'hospital'));
  });

  it('more doctors are in AT at once than start in a year', () => {
    const during = Array.from({ length: trace.rows }, (_, row) => row).filter((row) => inAT(row));
    const started = during.filter((row) => trace.starts[row]! >= stepOf(2024) && trace.starts[row]! < stepOf(2025)).length;
    const there = during.filter((row) => trace.starts[row]! < stepOf(2025) && trace.completes[row]! > stepOf(2025) - 1).length;
    expect(there / started).toBeGreaterThan(1.4);
  });

  it('graduates come in January and June, and of January 2027’s there is half a class, of the old programme only', () => {
    const perMonth = new Map<string, number>();
    for (const row of [...rowsOf('old-programme'), ...rowsOf('new-programme')]) perMonth.set(monthOf(roster.joins[row]!), (perMonth.get(monthOf(roster.joins[row]!)) ?? 0) + 1);
    expect(new Set([...perMonth.keys()].map((month) => month.slice(5)))).toEqual(new Set(['01', '06']));
    const share = perMonth.get('2027-01')! / perMonth.get('2026-06')!;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    expect(Math.min(...rowsOf('new-programme').map((row) => roster.joins[row]!))).toBe(stepOf(2027, 6));
  });

  it('doctors still come to AT after the last regular class of June 2026, and are in AT in 2031', () => {
    const late = rowsOf('old-programme').filter((row) => roster.joins[row]! > stepOf(2026, 6));
    expect(late.length).toBeGreaterThan(500);
    expect(Math.max(...late.map((row) => roster.joins[row]!))).toBe(stepOf(2029, 6));
    expect(rowsOf('foreign-at').filter((row) => roster.joins[row]! >= stepOf(2030)).length).toBeGreaterThan(0);
    const there = Array.from({ length: trace.rows }, (_, row) => row).filter((row) => inAT(row) && trace.starts[row]! < stepOf(2031) && trace.completes[row]! > stepOf(2031));
    expect(there.length).toBeGreaterThan(0);
  });

  it('BT is sought from July 2021, years before the new programme’s first class', () => {
    expect(Math.min(...rowsOf('eu-trained').map((row) => roster.joins[row]!))).toBe(stepOf(2021, 7));
  });

  it('fewer seek BT than need it: neither all graduates nor all foreign-trained', () => {
    const [graduates, foreign] = ['new-programme', 'eu-trained'].map((id) => scenario.streams.find((one) => one.id === id)!);
    expect(graduates!.seeks.value).toBeLessThan(1);
    expect(Math.max(...foreign!.rate!.perYear.map(({ value }) => value.value))).toBeLessThan(foreign!.need!.value);
  });

  it('AT of 18 months has fewer months in hospital than AT of 21, and no fewer in psychiatry or primary care', () => {
    const [short, long] = ['at-18', 'at-21'].map((id) => variantsOf('AT').find((one) => one.id === id)!);
    expect(['hospital', 'psychiatry', 'primary-care'].map((block) => monthsIn(long!, block) - monthsIn(short!, block))).toEqual([3, 0, 0]);
  });

  it('every BT has months in psychiatry, and regions differ in every block', () => {
    for (const bt of variantsOf('BT')) expect(monthsIn(bt, 'psychiatry')).toBeGreaterThanOrEqual(2);
    for (const block of ['hospital', 'psychiatry', 'primary-care']) expect(new Set(variantsOf('BT').map((bt) => monthsIn(bt, block))).size).toBeGreaterThan(1);
  });

  it('general practice is the last block of AT, and BT has it in any place', () => {
    const blocks = new Map<number, { readonly from: number; readonly block: string }[]>();
    for (const { row, stretch, from } of listStays(trace)) {
      const [variant, starts] = [trace.variant[row]!, trace.starts[row]!];
      if (starts < 0 || starts === NEVER) continue;
      const of = [...variantsOf('AT'), ...variantsOf('BT')].find(({ id }) => id === axes.variants[variant]!.id)!;
      const { block } = of.stretches[stretch - firstStretch[variant]!]!;
      blocks.set(row, [...(blocks.get(row) ?? []), { from, block }]);
    }
    const fromLast = (isOf: (row: number) => boolean): Set<number> =>
      new Set([...blocks].filter(([row]) => isOf(row)).map(([, list]) => list.length - 1 - list.sort((a, b) => a.from - b.from).findIndex(({ block }) => block === 'primary-care')));
    expect(fromLast(inAT)).toEqual(new Set([0]));
    expect(fromLast((row) => !inAT(row)).size).toBe(4);
  });

  it('who starts AT in Stockholm has waited twice as long as who does in Västernorrland', () => {
    const waitIn = (region: string): number => {
      const started = (row: number): boolean => trace.starts[row]! >= stepOf(2019) && trace.starts[row]! < stepOf(2024);
      const there = Array.from({ length: trace.rows }, (_, row) => row).filter((row) => inAT(row) && started(row) && axes.regions[trace.region[row]!]!.id === region);
      return there.reduce((sum, row) => sum + trace.starts[row]! - roster.degree[row]!, 0) / there.length;
    };
    expect(waitIn('Stockholm')).toBeGreaterThan(2 * waitIn('Västernorrland'));
  });
});
