import { expect, test } from 'vitest';
import { nationOf, runOf, startsIn, waitsOf, type Ran } from './support.js';

/** Forty doctors, forty positions at two intakes of twenty, room for all of them. */
const COUNTRY = `name: naive
time: { step: month, from: 2026-01, to: 2027-12 }
seed: 1
replications: 1
regions: { Norr: {}, Syd: {}, Öst: {} }
streams:
  new:
    pathway: BT
    cohorts: [{ month: 2026-01, number: 40 }]
    home: { Norr: 1 }
    seeks: 1
pathways:
  BT:
    variants: { bt: { blocks: [{ hospital: 4 }, { psychiatry: 2 }] } }
    intakes: { months: [3, 9] }
positions: { by-region: { Norr: { BT: [{ intake: 2026-03, number: 20 }, { intake: 2026-09, number: 20 }, { year: 2027, number: 0 }] } } }
slots: { unlimited: [hospital, psychiatry] }
`;
const withOffers = (keys: string): string => COUNTRY.replace('positions: { ', `positions: { ${keys}, `);
const startedAt = (ran: Ran, step: number): number => startsIn(ran, 'BT').filter((t) => t === step).length;

test('positions stand vacant beside a queue when offers do not hold; offers beyond them and a reserve list fill some, and never more than there are', () => {
  const all = runOf(COUNTRY);
  expect([startedAt(all, 2), startedAt(all, 8)]).toEqual([20, 20]);
  const missed = runOf(withOffers('no-shows: 0.3'));
  expect(startedAt(missed, 2)).toBeLessThan(20);
  expect(nationOf(missed, missed.trace.queue, 'BT')[2]).toBe(40 - startedAt(missed, 2));
  expect(waitsOf(missed, 'BT')['positions']).toBeGreaterThan(waitsOf(all, 'BT')['positions']!);
  const over = runOf(withOffers('no-shows: 0.3, over-offer: 0.2'));
  expect(startedAt(over, 2)).toBeGreaterThan(startedAt(missed, 2));
  expect(startedAt(runOf(withOffers('no-shows: 0.3, reserve: 200')), 2)).toBe(20);
  const kept = runOf(withOffers('no-shows: 0.3, carry: true'));
  expect(startedAt(kept, 2)).toBe(startedAt(missed, 2));
});

test('a doctor who seeks in three regions is one in the queue, and waits once', () => {
  const ran = runOf(`${COUNTRY.replace('by-region: {', 'by-region: { Syd: { BT: 6 }, Öst: { BT: 6 }, ')}applications: { applies-to: 2, mobile: 1 }\n`);
  const queue = nationOf(ran, ran.trace.queue, 'BT');
  expect(queue.slice(0, 2)).toEqual([40, 40]);
  expect(queue[2]).toBe(40 - startedAt(ran, 2));
  expect(startedAt(ran, 2)).toBeGreaterThan(20);
});

test('who applied before the degree takes the autumn intake; who waits for the licence has missed its last day and waits for spring', () => {
  const june = COUNTRY.replace('month: 2026-01', 'month: 2026-06').replace('[3, 9] }', '[3, 9], closes: 4 months }').replace('{ year: 2027, number: 0 }', '{ year: 2027, number: 80 }');
  expect(startsIn(runOf(june.replace('seeks: 1', 'seeks: 1\n    applied-before: 1')), 'BT')).toEqual([...Array<number>(20).fill(8), ...Array<number>(20).fill(14)]);
  expect(startsIn(runOf(june), 'BT')).toEqual(Array<number>(40).fill(14));
});

test('who is recruited before the licence starts in the month of it, on a position of an earlier intake', () => {
  const june = COUNTRY.replace('month: 2026-01', 'month: 2026-06').replace('seeks: 1', 'seeks: 1\n    applied-before: 1').replace('[3, 9] }', '[3, 9], window: 4 months }');
  const ran = runOf(june);
  expect(startsIn(ran, 'BT')).toEqual([...Array<number>(20).fill(5), ...Array<number>(20).fill(8)]);
});
