import { expect, test } from 'vitest';
import { nationOf, runOf, waitsOf, type Ran } from './support.js';

/** Sixty doctors of one January in a region where general practice is all there is to do, six months of it. */
const COUNTRY = `name: naive
time: { step: month, from: 2026-01, to: 2027-12 }
seed: 1
replications: 1
regions: { Fyrbodal: {} }
streams: { old: { pathway: AT, cohorts: [{ month: 2026-01, number: 60 }], home: { Fyrbodal: 1 }, seeks: 1 } }
pathways:
  AT:
    variants: { at: { blocks: [{ primary-care: 6 }] } }
    intakes: every-step
positions: unlimited
`;
const slots = (cell: string): string => `${COUNTRY}slots: { by-region: { Fyrbodal: { primary-care: ${cell} } } }\n`;
const most = (ran: Ran): number => Math.max(...nationOf(ran, ran.trace.training, 'AT'));

test('of 41 health centres 61 % take part, one doctor each at a time: 25 doctors, and half as many where it is every second year', () => {
  const ran = runOf(slots('{ centres: 41, active: 0.61 }'));
  expect(most(ran)).toBe(25);
  expect(waitsOf(ran, 'AT')).toEqual({ 'slots/primary-care': 35 * 6 + 10 * 6 });
  expect(most(runOf(slots('{ centres: 41, active: 0.61, often: 0.5 }')))).toBe(12);
  expect(most(runOf(slots('{ centres: 41, trainees: 2 }')))).toBe(60);
});

test('a slot without a supervisor is none: of forty people half supervise, one doctor each, and vacancies and leave take a quarter of them', () => {
  const supervised = (more: string): Ran => runOf(`${slots('60')}supervisors: { by-region: { Fyrbodal: { primary-care: { people: 40, share: 0.5, trainees: 1${more} } } } }\n`);
  expect(most(supervised(''))).toBe(20);
  const short = supervised(', vacant: 0.15, on-leave: 0.1');
  expect(most(short)).toBe(15); // 40 × 0.5 × 0.85 × 0.9 = 15.3
  expect(Object.keys(waitsOf(short, 'AT'))).toEqual(['supervisors/primary-care']);
});
