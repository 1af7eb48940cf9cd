import { describe, expect, test } from 'vitest';
import { UNIT, drawRoster, fingerprint, simulate, toHex } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import { bent, GOOD, places, read, said } from '../input/support.js';

const CARD = 'value,unit,source,quality,as_of';
const table = (...rows: readonly string[]): string => `region,block,from,${CARD}\n${rows.map((row) => `${row},places,source,derived,2026\n`).join('')}`;
const planOf = (text: string, files: Readonly<Record<string, string>> = {}): Plan => {
  const result = read(text, files);
  if (!result.ok) throw new Error(said(result.issues));
  return compile(result.value.scenario).plan;
};
/** A series of psychiatry in Norr, in places, at the steps asked for. */
const norr = (plan: Plan, column: 'capacity' | 'crowding', ...steps: readonly number[]): readonly number[] => steps.map((t) => plan[column][plan.slotsPool[1]! * plan.horizon + t]! / UNIT);
const slots = (value: string): string => bent('Norr: { hospital: 4, psychiatry: 2 }', `Norr: { hospital: 4, psychiatry: ${value} }`);
const inSlots = (line: string): string => bent('slots:\n', `slots:\n  ${line}\n`);
const print = (text: string): string => {
  const plan = planOf(text);
  const key = { seed: 7, replication: 0 };
  return toHex(fingerprint(drawRoster(plan, key), simulate(plan, key)));
};

describe('crowding load', () => {
  const load = (cell: string): string => `${GOOD}crowding: { slots: { by-region: { Norr: { psychiatry: ${cell} } } } }\n`;

  test('is a series like places, with decimals, and none before its first month', () => {
    expect(norr(planOf(load('0.5')), 'crowding', 0, 23, 24)).toEqual([0.5, 0.5, 0.5]);
    expect(norr(planOf(load('[{ from: 2026-06, places: 1 }, { from: 2027-01, places: 0.25 }]')), 'crowding', 0, 4, 5, 11, 12, 25)).toEqual([0, 0, 1, 1, 0.25, 0.25]);
    expect(norr(planOf(load('[{ from: 2026-01, places: 1, months: { 7: 0 } }]')), 'crowding', 5, 6, 7, 18)).toEqual([1, 0, 1, 0]);
    expect(norr(planOf(load('1')), 'capacity', 0)).toEqual([2]);
  });

  test('may come from a file, own numbers going over it from their month', () => {
    const text = `${GOOD}crowding: { slots: { from: c.csv, by-region: { Norr: { psychiatry: [{ from: 2027-01, places: 2 }] } } } }\n`;
    const plan = planOf(text, { 'c.csv': table('Norr,psychiatry,2026-03,1', 'Syd,psychiatry,2026-01,1') });
    expect(norr(plan, 'crowding', 0, 2, 11, 12)).toEqual([0, 1, 1, 2]);
  });

  test('keeps doctors out of the places that others use', () => {
    const starts = (text: string): number => {
      const plan = planOf(text);
      return simulate(plan, { seed: 7, replication: 0 }).starts.filter((t) => t === 0).length;
    };
    const many = (text: string): string => text.replace('number: 4', 'number: 40').replace('seeks: 0.9', 'seeks: 1').replace('{ Norr: 0.5, Syd: 0.5 }', 'Norr');
    expect([starts(many(GOOD)), starts(many(load('1'))), starts(many(load('2')))]).toEqual([2, 1, 0]);
  });

  test('above the capacity is legal, and warned of with the first month', () => {
    const { issues, ok } = read(load('[{ from: 2026-01, places: 2 }, { from: 2026-10, places: 3 }]'));
    expect([ok, ...places(issues)]).toEqual([true, '23:43 crowding-over']);
    expect(said(issues)).toContain('more of psychiatry in Norr than there is, from 2026-10');
  });

  test('of nothing is the same as none', () => {
    expect(print(load('0'))).toBe(print(GOOD));
  });

  test('of a file on blocks without limit is warned of', () => {
    const text = bent('slots:\n', 'slots:\n  unlimited: [psychiatry]\n').replaceAll(', psychiatry: 2', '');
    expect(places(read(`${text}crowding: { slots: { from: c.csv } }\n`, { 'c.csv': table('Norr,psychiatry,2026-03,1') }).issues)).toEqual(['24:28 crowding-idle']);
  });
});

describe('the months of a year', () => {
  test('have places of their own in a dated row, after the run too', () => {
    const plan = planOf(slots('[{ from: 2026-01, places: 10, months: { 7: 4, 8: 6 } }, { from: 2027-08, places: 12 }]'));
    expect(norr(plan, 'capacity', 5, 6, 7, 8, 18, 19, 20)).toEqual([10, 4, 6, 10, 4, 12, 12]);
    const on = planOf(slots('[{ from: 2026-01, places: 10, months: { 2: 4 } }]'));
    expect(norr(on, 'capacity', 23, 24, 25, 26)).toEqual([10, 10, 4, 10]);
  });

  test('are a share of every region’s places, in whole places half up, but where the region says its own', () => {
    const plan = planOf(inSlots('yearly: { psychiatry: { 7: 0.5, 8: 0.7 } }'));
    expect(norr(plan, 'capacity', 5, 6, 7, 8, 18)).toEqual([2, 1, 1, 2, 1]);
    const own = planOf(inSlots('yearly: { psychiatry: { 7: 0.5 } }').replace('psychiatry: 2 }\n    Syd', 'psychiatry: [{ from: 2026-01, places: 9 }, { from: 2027-01, places: 9, months: { 8: 3 } }] }\n    Syd'));
    expect(norr(own, 'capacity', 5, 6, 7, 18, 19)).toEqual([9, 5, 9, 9, 3]);
  });

  test('are taken of the places with their headroom', () => {
    const text = bent('slots:\n', 'slots:\n  from: f.csv\n  headroom: 0.15\n  yearly: { psychiatry: { 7: 0.5 } }\n').replace('Norr: { hospital: 4, psychiatry: 2 }', 'Norr: { hospital: 4 }');
    expect(norr(planOf(text, { 'f.csv': table('Norr,psychiatry,2026-01,10') }), 'capacity', 5, 6)).toEqual([12, 6]);
  });

  test('in half-months both halves have it', () => {
    const plan = planOf(slots('[{ from: 2026-01, places: 10, months: { 7: 4 } }]').replace('step: month', 'step: half-month'));
    expect(norr(plan, 'capacity', 11, 12, 13, 14)).toEqual([10, 4, 4, 10]);
  });

  test('supervisors keep their decimals', () => {
    const plan = planOf(`${GOOD}supervisors: { yearly: { psychiatry: { 7: 0.5 } }, by-region: { Norr: { psychiatry: 2.5 } } }\n`);
    expect([5, 6].map((t) => plan.capacity[plan.supervisorsPool[1]! * plan.horizon + t]! / UNIT)).toEqual([2.5, 1.25]);
  });

  test('a longer run changes no capacity of an earlier step', () => {
    const text = slots('[{ from: 2026-01, places: 10, months: { 7: 4 } }]');
    const [short, long] = [planOf(text.replace('2027-12', '2027-05')), planOf(text)];
    for (let t = 0; t < short.horizon; t++) expect(norr(short, 'capacity', t)).toEqual(norr(long, 'capacity', t));
  });

  test('what is as the rest of the year, or a share of nothing, is warned of', () => {
    expect(places(read(slots('[{ from: 2026-01, places: 10, months: { 7: 10 } }]')).issues)).toEqual(['21:81 month-unchanged']);
    expect(places(read(inSlots('yearly: { psychiatry: { 7: 1 } }')).issues)).toEqual(['20:30 month-unchanged']);
    expect(places(read(`${GOOD}supervisors: { yearly: { psychiatry: { 7: 0.5 } }, by-region: { Norr: { hospital: 3 } } }\n`).issues)).toEqual(['23:26 yearly-on-nothing']);
    expect(print(inSlots('yearly: { psychiatry: { 7: 1 } }'))).toBe(print(GOOD));
  });
});
