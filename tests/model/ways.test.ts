import { describe, expect, test } from 'vitest';
import { NO_POOL, UNIT } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { compile, type Scenario } from '../../src/model/index.js';
import { ALWAYS } from '../../src/model/chances.js';
import { GOOD, read, said } from '../input/support.js';

const scenarioOf = (file: string, files = {}): Scenario => {
  const result = read(file, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const compiled = (file: string, files = {}) => compile(scenarioOf(file, files));
const ofAt = (line: string): string => GOOD.replace('intakes: every-step', `intakes: every-step\n    ${line}`);
const list = (column: unknown): number[] => Array.from(column as Int32Array);
const roomOf = (plan: Plan, pool: number): number[] => Array.from({ length: plan.horizon }, (_, t) => plan.capacity[pool * plan.horizon + t]! / UNIT);

describe('a form inside ST', () => {
  const within = (months: number, more = ''): string => `${ofAt(`integrated: { at-4: { within: ${months} months } }`)}${more}`;

  test('needs no position and no intake, holds an ST post, and is planned for all of its time', () => {
    const { plan } = compiled(within(9));
    expect([plan.variantLongest, plan.variantStPost, plan.variantNeedsPosition, plan.variantNeedsIntake].map((column) => list(column))).toEqual([[9], [UNIT], [0], [0]]);
    expect([plan.hasStPosts, plan.horizon]).toEqual([true, 24 + 9]);
  });

  test('is planned for the longest that somebody may have, stretched by the factor and never below the sum of the blocks', () => {
    const slow = (months: number): number => compiled(within(months).replace('seeks: 0.9', 'part-time: [{ factor: 1.5, share: 0.1 }]')).plan.horizon - 24;
    expect([slow(9), slow(4)]).toEqual([14, 5 + 2]); // 13.5 half up; 4.5 and 1.5, each half up, are more than 6
  });

  test('is closed where no ST posts are given, and free where they are unlimited', () => {
    const { plan } = compiled(within(9, 'st-posts: { by-region: { Norr: [{ from: 2026-01, places: 3 }, { from: 2027-01, places: 5 }] } }\n'));
    const rooms = list(plan.stPool).map((pool) => [...new Set(roomOf(plan, pool))]);
    expect(rooms).toEqual([[3, 5], [0]]);
    const free = compiled(within(9, 'st-posts: { by-region: { Norr: unlimited } }\n')).plan;
    expect(roomOf(free, free.stPool[0]!)[0]).toBe(1_000_000);
  });

  test('has its posts from a data file, in place of which a region may state its own', () => {
    const file = 'region,from,value,unit,source,quality,as_of\nNorr,2026-01,3,posts,x,derived,2026\nSyd,2026-01,4,posts,x,derived,2026\n';
    const { plan } = compiled(within(9, 'st-posts: { from: st.csv, by-region: { Syd: [{ from: 2027-01, places: 9 }] } }\n'), { 'st.csv': file });
    expect(list(plan.stPool).map((pool) => [roomOf(plan, pool)[0], roomOf(plan, pool)[12]])).toEqual([[3, 3], [4, 9]]);
  });

  test('where there is none, there are no ST posts', () => {
    const { plan } = compiled(`${GOOD}st-posts: { by-region: { Norr: 3 } }\n`);
    expect([list(plan.stPool), plan.hasStPosts]).toEqual([[NO_POOL, NO_POOL], false]);
  });
});

describe('credit', () => {
  const credit = (rows: string): string => ofAt(`credit: [${rows}]`);

  test('gives those who have it a variant of their own, beside the whole one and named for what is credited', () => {
    const { plan, axes } = compiled(credit('{ region: Syd, share: 0.25, less: { hospital: 2 } }'));
    expect(axes.variants.map(({ id, sv, en }) => [id, sv, en])).toEqual([
      ['at-4', 'at-4', 'at-4'],
      ['at-4 less hospital 2', 'at-4, tillgodoräknat hospital 2 mån', 'at-4, credited hospital 2 months'],
    ]);
    expect([list(plan.variantLength), list(plan.stretchLength)]).toEqual([[4, 2], [3, 1, 1, 1]]);
    expect([0, 1].map((r) => list(plan.variantShares.values).slice(plan.variantShares.from[r]! + 1, plan.variantShares.from[r + 1]))).toEqual([[ALWAYS, ALWAYS], [ALWAYS * 0.75, ALWAYS]]);
  });

  test('leaves the doctors of every other variant in theirs', () => {
    const two = (more: string): Plan => compiled(GOOD.replace(/variants: .*/, 'variants: { at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] }, at-4b: { blocks: [{ hospital: 4 }] } }\n    variant-of: shares.csv' + more), {
      'shares.csv': 'region,from,variant,value,unit,source,quality,as_of\nNorr,2025-01,at-4,0.5,share,x,derived,2026\nNorr,2025-01,at-4b,0.5,share,x,derived,2026\nSyd,2025-01,at-4,0.5,share,x,derived,2026\nSyd,2025-01,at-4b,0.5,share,x,derived,2026\n',
    }).plan;
    expect(list(two('').variantShares.values).slice(0, 3)).toEqual([-12, ALWAYS / 2, ALWAYS]);
    expect(list(two('\n    credit: [{ region: Norr, share: 0.5, less: { psychiatry: 0.5 } }]'.replace('0.5 }', '1 }').replace('psychiatry', 'hospital')).variantShares.values).slice(0, 5)).toEqual([-12, ALWAYS / 4, ALWAYS / 2, ALWAYS * 0.75, ALWAYS]);
  });

  test('is taken from the last stay in a block backwards', () => {
    const split = credit('{ region: Norr, share: 0.5, less: { hospital: 4 } }').replace('{ hospital: 3 }, { psychiatry: 1 }', '{ hospital: 3 }, { psychiatry: 1 }, { hospital: 3 }');
    const { plan } = compiled(split);
    expect(list(plan.stretchLength)).toEqual([3, 1, 3, 2, 1]);
  });

  test('of nobody is none', () => {
    expect(compiled(credit('{ region: Syd, share: 0, less: { hospital: 2 } }')).plan).toEqual(compiled(GOOD).plan);
  });
});

describe('exchange', () => {
  const exchange = (rows: string): Plan => compiled(`${GOOD}exchange: [${rows}]\n`).plan;

  test('has a number at a time between its dates, after the run too where it has no end', () => {
    const plan = exchange('{ home: Norr, host: Syd, block: psychiatry, places: 2, from: 2027-01, until: 2027-03 }, { home: Norr, host: Syd, block: psychiatry, places: 1, from: 2027-05 }');
    const numbers = [0, 1].map((i) => list(plan.agreementNumber).slice(i * plan.horizon, (i + 1) * plan.horizon));
    expect(numbers[0]).toEqual(Array.from({ length: plan.horizon }, (_, t) => (t >= 12 && t < 15 ? 2 : 0)));
    expect(numbers[1]).toEqual(Array.from({ length: plan.horizon }, (_, t) => (t >= 16 ? 1 : 0)));
    expect([list(plan.agreements.from), list(plan.agreements.values), list(plan.agreementHost)]).toEqual([[0, 0, 2, 2, 2], [0, 1], [1, 1]]);
  });

  test('that is equal holds both ways', () => {
    const plan = exchange('{ home: Norr, host: Syd, block: hospital, places: 2, equal: true }');
    expect([list(plan.agreements.from), list(plan.agreements.values), list(plan.agreementHost)]).toEqual([[0, 1, 1, 2, 2], [0, 1], [1, 0]]);
  });

  test('of no places is none', () => {
    expect(exchange('{ home: Norr, host: Syd, block: hospital, places: 0, equal: true }')).toEqual(compiled(GOOD).plan);
  });
});

describe('locum load', () => {
  const SUPERVISED = `${GOOD}supervisors: { by-region: { Norr: { psychiatry: 3 } } }\n`;

  test('is in sixtieths for each who waits in the region, and nothing where supervisors are without limit', () => {
    const { plan } = compiled(`${SUPERVISED}locum: [{ block: psychiatry, load: 0.05 }]\n`);
    expect([list(plan.locumPool), list(plan.locumLoad), list(plan.locumQueues.values)]).toEqual([[plan.supervisorsPool[1]], [3], [0]]);
  });

  test('of nothing is none', () => {
    expect(compiled(`${SUPERVISED}locum: [{ block: psychiatry, load: 0, pathway: AT, region: Norr }]\n`).plan).toEqual(compiled(SUPERVISED).plan);
  });
});
