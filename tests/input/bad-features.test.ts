import { describe, test } from 'vitest';
import { also, bent, refuse, type Bad } from './support.js';

const life = (line: string): string => bent('seeks: 0.9', `seeks: 0.9\n    ${line}`);

const LIFE: readonly Bad[] = [
  { id: 'giving up without a unit', file: life('gives-up: 0.01'), gives: ['14:15 not-a-weight'], hint: 'with its unit, as 0.01 per month' },
  { id: 'giving up in per cent', file: life('gives-up: 1 % per month'), gives: ['14:15 percent'], hint: '0.01 per month' },
  { id: 'giving up too surely', file: life('gives-up: { likely: 1.5 per month }'), gives: ['14:25 out-of-range'], hint: '0 … 1' },
  { id: 'giving up by another name', file: life('give-up: 0.01 per month'), gives: ['14:5 unknown-key'], hint: 'did you mean `gives-up`?' },
  { id: 'nobody part time', file: life('part-time: []'), gives: ['14:16 empty-list'] },
  { id: 'more than all part time', file: life('part-time: [{ factor: 1.25, share: 0.7 }, { factor: 2, share: 0.7 }]'), gives: ['14:5 shares-above-one'], hint: 'sum to 1.4' },
  { id: 'a factor of nothing', file: life('part-time: [{ factor: 0, share: 0.1 }]'), gives: ['14:27 factor-of-nothing'] },
  { id: 'a factor of eleven', file: life('part-time: [{ factor: 11, share: 0.1 }]'), gives: ['14:27 out-of-range'], hint: '0 … 10' },
  { id: 'a factor too fine', file: life('part-time: [{ factor: 1.1428571, share: 0.1 }]'), gives: ['14:27 factor-too-fine'], hint: 'write 1.14286' },
  { id: 'a factor twice', file: life('part-time: [{ factor: 2, share: 0.1 }, { factor: 2.0, share: 0.1 }]'), gives: ['14:54 said-twice-at'], hint: 'line 14' },
  { id: 'no leaves', file: life('leaves: []'), gives: ['14:13 empty-list'] },
  { id: 'a leave of no length', file: life('leaves: [{ share: 0.3, length: 0 months }]'), gives: ['14:36 leave-of-no-length'] },
  { id: 'a leave of half a step', file: life('leaves: [{ share: 0.3, length: 1 half-months }]'), gives: ['14:36 not-whole-months'] },
  { id: 'lengths that lack some', file: life('leaves: [{ share: 0.3, length: [{ of: 3 months, share: 0.5 }] }]'), gives: ['14:28 shares-sum'], hint: 'sum to 0.5' },
  { id: 'a length twice', file: life('leaves: [{ share: 0.3, length: [{ of: 3 months, share: 0.5 }, { of: 6 half-months, share: 0.5 }] }]'), gives: ['14:73 said-twice-at'] },
  { id: 'thirteen leaves', file: life(`leaves: [${Array.from({ length: 13 }, () => '{ share: 0.1, length: 1 months }').join(', ')}]`), gives: ['14:5 too-many-leaves'], exit: 5 },
  { id: 'a mode that is none', file: also('placement: { mode: steps }'), gives: ['23:20 not-a-choice'], hint: 'did you mean `step`?' },
];

describe('refuses lives that cannot be', () => {
  test.each(LIFE)('$id', refuse);
});

const moves = (neighbours: string, more = ''): string => also(`mobility: { patience: 6 months, neighbours: ${neighbours}${more} }`);

const MOBILITY: readonly Bad[] = [
  { id: 'mobility without patience', file: also('mobility: { neighbours: { Norr: [Syd] } }'), gives: ['23:11 missing-key'], hint: 'patience' },
  { id: 'mobility without neighbours', file: also('mobility: { patience: 6 months }'), gives: ['23:11 missing-key'], hint: 'neighbours' },
  { id: 'no neighbours', file: moves('{}'), gives: ['23:45 empty-map'] },
  { id: 'a region without neighbours', file: moves('{ Norr: [] }'), gives: ['23:53 empty-list'] },
  { id: 'a neighbour that does not exist', file: moves('{ Norr: [Sydd] }'), gives: ['23:54 unknown-region'], hint: 'did you mean `Syd`?' },
  { id: 'neighbours of a region that does not exist', file: moves('{ Nor: [Syd] }'), gives: ['23:47 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'its own neighbour', file: moves('{ Norr: [Norr, Syd] }'), gives: ['23:54 own-neighbour'] },
  { id: 'a neighbour twice', file: moves('{ Norr: [Syd, Syd] }'), gives: ['23:59 said-twice'] },
  { id: 'a neighbour that is no list', file: moves('{ Norr: Syd }'), gives: ['23:53 list-expected'] },
  { id: 'neighbours from a region', file: moves('Syd'), gives: ['23:45 wrong-form'], hint: 'a file or a map' },
  { id: 'who is mobile said twice', file: `${moves('{ Norr: [Syd] }', ', mobile: 0.3')}applications: { applies-to: 1, mobile: 0.4 }\n`, gives: ['23:62 mobile-twice'], hint: 'line 24' },
  { id: 'patience of half a step', file: also('mobility: { patience: 1 half-months, neighbours: { Norr: [Syd] } }'), gives: ['23:23 not-whole-months'] },
];

describe('refuses moves that nobody can make', () => {
  test.each(MOBILITY)('$id', refuse);
});

const crowding = (sheet: string): string => also(`crowding: ${sheet}`);
const inSlots = (line: string): string => bent('slots:\n', `slots:\n  ${line}\n`);
const ofNorr = (series: string): string => bent('Norr: { hospital: 4, psychiatry: 2 }', `Norr: { hospital: 4, psychiatry: ${series} }`);

const ROOM: readonly Bad[] = [
  { id: 'crowding of nothing', file: crowding('{}'), gives: ['23:11 empty-map'] },
  { id: 'crowding without numbers', file: crowding('{ slots: {} }'), gives: ['23:13 from-or-by-region'] },
  { id: 'crowding of another kind', file: crowding('{ slot: { by-region: { Norr: { psychiatry: 1 } } } }'), gives: ['23:13 unknown-key'], hint: 'did you mean `slots`?' },
  { id: 'crowding of what is unlimited', file: inSlots('unlimited: [psychiatry]').replaceAll(', psychiatry: 2', '') + 'crowding: { slots: { by-region: { Norr: { psychiatry: 1 } } } }\n', gives: ['24:43 crowding-of-unlimited'] },
  { id: 'crowding of supervisors that nobody counts', file: crowding('{ supervisors: { by-region: { Norr: { psychiatry: 1 } } } }'), gives: ['23:49 crowding-of-unlimited'] },
  { id: 'less crowding than none', file: crowding('{ slots: { by-region: { Norr: { psychiatry: -1 } } } }'), gives: ['23:55 out-of-range'] },
  { id: 'crowding of a block that does not exist', file: crowding('{ slots: { by-region: { Norr: { psychiatri: 1 } } } }'), gives: ['23:43 unknown-block'], hint: 'did you mean `psychiatry`?' },
  { id: 'a month by name', file: ofNorr('[{ from: 2026-01, places: 10, months: { juli: 4 } }]'), gives: ['21:78 not-a-month-of-year'], hint: '1 … 12' },
  { id: 'a thirteenth month', file: inSlots('yearly: { psychiatry: { 13: 0.5 } }'), gives: ['20:27 not-a-month-of-year'] },
  { id: 'no months', file: inSlots('yearly: { psychiatry: {} }'), gives: ['20:25 empty-map'] },
  { id: 'a year of a block that does not exist', file: inSlots('yearly: { psychiatri: { 7: 0.5 } }'), gives: ['20:13 unknown-block'] },
  { id: 'a year of what is unlimited', file: inSlots('unlimited: [psychiatry]\n  yearly: { psychiatry: { 7: 0.5 } }').replaceAll(', psychiatry: 2', ''), gives: ['21:13 places-of-unlimited'], hint: 'line 20' },
];

describe('refuses loads and years that change nothing or cannot be', () => {
  test.each(ROOM)('$id', refuse);
});
