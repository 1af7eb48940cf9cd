import { describe, expect, test } from 'vitest';
import { nationOf, rowsIn, runOf, startsIn, waitsOf, type Ran } from './support.js';

/** AT of three months and BT of two share one slot in psychiatry in the north; the south has two. One doctor of each kind a month. */
const COUNTRY = `name: naive
time: { step: month, from: 2026-01, to: 2027-12 }
seed: 1
replications: 1
slot-priority: [AT, BT]
regions: { Norr: {}, Syd: {} }
streams:
  old: { pathway: AT, cohorts: [{ month: 2026-01, number: 4 }], home: { Norr: 1 }, seeks: 1 }
  new: { pathway: BT, cohorts: [{ month: 2026-01, number: 4 }], home: { Norr: 1 }, seeks: 1 }
pathways:
  AT:
    variants: { at: { blocks: [{ hospital: 2 }, { psychiatry: 1 }] } }
    intakes: every-step
  BT:
    variants: { bt: { blocks: [{ psychiatry: 1 }, { hospital: 1 }] } }
    intakes: every-step
positions: unlimited
slots:
  unlimited: [hospital]
  by-region: { Norr: { psychiatry: 1 }, Syd: { psychiatry: 2 } }
`;
const underAT = (key: string): string => COUNTRY.replace('{ psychiatry: 1 }] } }\n', `{ psychiatry: 1 }] } }\n    ${key}\n`);
const underBT = (key: string): string => COUNTRY.replace('{ hospital: 1 }] } }\n', `{ hospital: 1 }] } }\n    ${key}\n`);
const ST = `  ST:
    variants: { st: { blocks: [{ ward: 6 }] } }
    intakes: every-step
positions`;
const withST = (text: string): string => text.replace('positions', ST).replace('[hospital]', '[hospital, ward]');
const joinsIn = (ran: Ran, pathway: string): readonly number[] => rowsIn(ran, pathway).map((row) => ran.trace.joins[row]!).filter((t) => t < ran.plan.steps).sort((a, b) => a - b);
/** How many doctors of the regions named are in psychiatry there, step by step. */
const inPsychiatry = ({ plan, axes, trace }: Ran, region: string): readonly number[] => {
  const [r, b] = [axes.regions.findIndex(({ id }) => id === region), axes.blocks.findIndex(({ id }) => id === 'psychiatry')];
  const stays = Array.from({ length: trace.stays }, (_, i) => i).filter((i) => trace.stayRegion[i] === r && plan.stretchBlock[trace.stayStretch[i]!] === b);
  return Array.from({ length: plan.steps }, (_, t) => stays.filter((i) => trace.stayFrom[i]! <= t && trace.stayUntil[i]! >= t).length);
};

describe('the exam', () => {
  const gate = (seats: number): string => withST(underAT(`gate: { served: 2 months, months: [2, 5, 8, 11], seats: ${seats}, passes: [1], processing: 1 month }\n    then: [{ pathway: ST, share: 1 }]`));

  test('the licence is not the end of the last block: a sitting, a seat and the processing come between', () => {
    const all = runOf(gate(4));
    expect(rowsIn(all, 'AT').map((row) => all.trace.completes[row]).sort((a, b) => a! - b!)).toEqual([3, 4, 5, 6]);
    // Sittings in May (4) and August (7): by May only those who began in January and February have been in psychiatry too.
    expect(joinsIn(all, 'ST')).toEqual([5, 5, 8, 8]);
    expect(joinsIn(runOf(gate(1)), 'ST')).toEqual([5, 8, 11, 14]);
  });
});

describe('what comes after AT', () => {
  test('is what the scenario says, without BT between: nobody who has done AT is put in the queue of BT', () => {
    const ran = runOf(withST(underAT('then: [{ pathway: ST, share: 1 }]')));
    expect(startsIn(ran, 'ST')).toEqual([3, 4, 5, 6]);
    expect(nationOf(ran, ran.trace.arrived, 'BT').reduce((a, b) => a + b)).toBe(4);
  });

  test('is nothing where nothing is said', () => {
    expect(startsIn(runOf(withST(COUNTRY)), 'ST')).toEqual([]);
  });
});

describe('BT inside ST', () => {
  const inside = (posts: number): string => underBT('integrated: { bt: { within: 8 months } }') + `st-posts: { by-region: { Norr: ${posts} } }\n`;

  test('takes the same slots as everybody else: never more in psychiatry than there are, and AT comes first', () => {
    const [apart, ran] = [runOf(COUNTRY), runOf(inside(4))];
    expect(Math.max(...inPsychiatry(ran, 'Norr'))).toBe(1);
    expect(inPsychiatry(ran, 'Norr').slice(0, 8)).toEqual(inPsychiatry(apart, 'Norr').slice(0, 8));
    expect(inPsychiatry(ran, 'Norr').reduce((a, b) => a + b)).toBe(8);
  });

  test('holds an ST post to the end, and is closed where there is none', () => {
    const one = runOf(inside(1));
    expect(Math.max(...nationOf(one, one.trace.training, 'BT'))).toBe(1);
    expect(waitsOf(one, 'BT')['st-posts']).toBeGreaterThan(0);
    const none = runOf(inside(0));
    expect(startsIn(none, 'BT')).toEqual([]);
    // In the four steps in which AT is in psychiatry too, slot and post lack alike for the first block.
    expect(waitsOf(none, 'BT')).toEqual({ 'slots/psychiatry': 8, 'st-posts': 4 * 24 - 8 });
  });
});

describe('exchange between regions', () => {
  const agreed = (more: string): Ran => runOf(`${COUNTRY}exchange: [{ home: Norr, host: Syd, block: psychiatry, places: 2${more} }]\n`);

  test('a block is done where there is room, by who is employed at home; nobody moves', () => {
    const [alone, both] = [runOf(COUNTRY), agreed('')];
    expect(waitsOf(alone, 'BT')['slots/psychiatry']).toBeGreaterThan(waitsOf(both, 'BT')['slots/psychiatry'] ?? 0);
    expect(Math.max(...inPsychiatry(both, 'Syd'))).toBe(2);
    expect(new Set(rowsIn(both, 'BT').map((row) => both.axes.regions[both.trace.region[row]!]!.id))).toEqual(new Set(['Norr']));
  });

  test('only while the agreement is in force', () => {
    expect(inPsychiatry(agreed(', from: 2026-03, until: 2026-03'), 'Syd').flatMap((n, t) => (n > 0 ? [t] : []))).toEqual([2]);
  });
});

describe('credit', () => {
  test('shortens BT for a share of one region’s doctors, and for nobody else', () => {
    const text = underBT('credit: [{ region: Syd, share: 0.5, less: { hospital: 1 } }]')
      .replace('{ psychiatry: 1 }, { hospital: 1 }', '{ psychiatry: 1 }, { hospital: 3 }')
      .replace('number: 4 }], home: { Norr: 1 }, seeks: 1 }\npath', 'number: 60 }], home: { Norr: 0.5, Syd: 0.5 }, seeks: 1 }\npath')
      .replace('{ Norr: { psychiatry: 1 }, Syd: { psychiatry: 2 } }', '{ Norr: { psychiatry: 99 }, Syd: { psychiatry: 99 } }');
    const ran = runOf(text);
    const months = (region: string): ReadonlySet<number> =>
      new Set(rowsIn(ran, 'BT').filter((row) => ran.axes.regions[ran.trace.region[row]!]!.id === region).map((row) => ran.trace.completes[row]! - ran.trace.starts[row]!));
    expect(months('Norr')).toEqual(new Set([4]));
    expect(months('Syd')).toEqual(new Set([3, 4]));
  });
});
