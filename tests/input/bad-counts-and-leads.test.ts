import { describe, expect, test } from 'vitest';
import { also, bent, places, read, refuse, said, type Bad } from './support.js';

const norr = (primary: string): string => bent('Norr: { hospital: 4, psychiatry: 2 }', `Norr: { hospital: 4, psychiatry: ${primary} }`);
const supervisors = (cell: string): string => also(`supervisors: { by-region: { Norr: { psychiatry: ${cell} } } }`);

const COUNTS: readonly Bad[] = [
  { id: 'half a health centre', file: norr('{ centres: 4.5 }'), gives: ['21:49 not-whole'] },
  { id: 'more health centres than all', file: norr('{ centres: 41, active: 1.2 }'), gives: ['21:61 out-of-range'] },
  { id: 'a share of no health centres', file: norr('{ active: 0.6 }'), gives: ['21:38 missing-key'], hint: 'centres' },
  { id: 'health centres by another name', file: norr('{ centres: 41, aktive: 0.6 }'), gives: ['21:53 unknown-key'], hint: 'did you mean `active`?' },
  { id: 'health centres of supervisors', file: supervisors('{ centres: 41 }'), gives: ['23:49 missing-key', '23:51 unknown-key'] },
  { id: 'more than all on leave', file: supervisors('{ people: 4, share: 0.5, trainees: 2, on-leave: 5 }'), gives: ['23:97 share-as-percent'], hint: '0.05' },
  { id: 'vacancies of a number', file: supervisors('{ vacant: 0.1 }'), gives: ['23:49 missing-key', '23:49 missing-key', '23:49 missing-key'] },
];

describe('refuses counts that cannot be', () => {
  test.each(COUNTS)('$id', refuse);
});

const leads = (lead: string, change: string): string => also(`lead-times: ${lead}\nchanges: [${change}]`);
const MORE = 'add: slots, by: 1, where: { region: Norr, block: psychiatry }';

const LEADS: readonly Bad[] = [
  { id: 'sooner than the lead time', file: leads('{ decided: 2026-11, slots: 6 months }', `{ ${MORE}, from: 2027-03 }`), gives: ['24:82 sooner-than-lead'], hint: 'the earliest month is 2027-05' },
  { id: 'from the beginning, though there is a lead time', file: leads('{ decided: 2026-11, slots: 6 months }', `{ ${MORE} }`), gives: ['24:11 sooner-than-lead'], hint: 'the earliest month is 2027-05' },
  { id: 'a lead time of half a month more', file: leads('{ decided: 2026-11, slots: 3 half-months }', `{ ${MORE}, from: 2026-12 }`), gives: ['24:82 sooner-than-lead'], hint: '2027-01' },
  { id: 'decided later than the others', file: leads('{ decided: 2026-01, slots: 6 months }', `{ ${MORE}, from: 2026-09, decided: 2026-05 }`), gives: ['24:82 sooner-than-lead'], hint: '2026-11' },
  { id: 'a lead time without a decision', file: leads('{ slots: 6 months }', `{ ${MORE}, from: 2027-03 }`), gives: ['24:11 change-not-decided'], hint: 'write decided' },
  { id: 'a lead time of what has none', file: leads('{ decided: 2026-11, rate: 6 months }', `{ ${MORE}, from: 2027-03 }`), gives: ['23:33 unknown-key'], hint: 'slots' },
  { id: 'ST posts sooner than their lead time', file: also('st-posts: { by-region: { Norr: 3 } }\nlead-times: { decided: 2026-11, st-posts: 6 months }\nchanges: [{ add: st-posts, by: 1, where: { region: Norr }, from: 2027-03 }]'), gives: ['25:66 sooner-than-lead'], hint: 'the earliest month is 2027-05' },
  { id: 'a lead time without a unit', file: leads('{ decided: 2026-11, slots: soon }', `{ ${MORE}, from: 2027-03 }`), gives: ['23:40 not-a-duration'] },
];

describe('refuses changes sooner than they can be', () => {
  test.each(LEADS)('$id', refuse);
});

const warned = (text: string): readonly string[] => {
  const result = read(text);
  if (!result.ok) throw new Error(said(result.issues));
  return places(result.issues);
};

test('takes a change in the earliest month, and of what has no lead time; warns of a decision that nothing asks for', () => {
  expect(warned(leads('{ decided: 2026-11, slots: 6 months }', `{ ${MORE}, from: 2027-05 }`))).toEqual([]);
  expect(warned(leads('{ decided: 2026-11, positions: 6 months }', `{ ${MORE}, from: 2026-02 }`))).toEqual([]);
  expect(warned(also(`changes: [{ ${MORE}, decided: 2026-02 }]`))).toEqual(['23:76 decided-in-vain']);
});

test('warns of supervisors of whom none is there: all posts vacant, all on leave', () => {
  expect(warned(supervisors('{ people: 4, share: 0.5, trainees: 2, vacant: 1 }'))).toEqual(['23:37 people-give-none']);
  expect(warned(supervisors('[{ from: 2026-01, places: 3 }, { from: 2027-01, places: { people: 4, share: 1, trainees: 2, on-leave: 1 } }]'))).toEqual(['23:97 people-give-none']);
  expect(warned(also('main-supervisors: { by-region: { Norr: { people: 4, share: 0.5, trainees: 2, vacant: 1 } } }'))).toEqual(['23:34 people-give-none']);
  expect(warned(supervisors('{ people: 4, share: 0.5, trainees: 2, vacant: 0.9 }'))).toEqual([]);
});

test('warns of health centres that give no whole slot, and of a region without any', () => {
  expect(warned(norr('{ centres: 1, active: 0.6 }'))).toEqual(['21:26 centres-give-none']);
  expect(warned(norr('{ centres: 41, active: 0.6 }').replace('    Syd: { hospital: 4, psychiatry: 2 }', '    Syd: { hospital: 4 }'))).toEqual(['19:1 no-slots']);
});
