import { expect, test } from 'vitest';
import { listResolved } from '../../src/cli/resolved.js';
import { GOOD, read, said } from '../input/support.js';

const SLOTS = 'region,block,value,unit,source,quality,as_of,low,high\nNorr,hospital,10,platser,enkät,published,2025,,\nNorr,psychiatry,3,platser,räknat,derived,2026-01,2,4\nSyd,hospital,7,platser,räknat,derived,2026,,\nSyd,psychiatry,4,platser,räknat,derived,2026,,\n';
const BASE = GOOD.replace('by-region:\n    Norr: { hospital: 4, psychiatry: 2 }\n    Syd: { hospital: 4, psychiatry: 2 }', 'from: slots.csv\n  headroom: 0.5');
const MIDDLE = 'extends: base.yaml\nname: mid\nseed: 8\nchanges: [{ add: slots, where: { region: Norr, block: psychiatry }, from: 2026-07, by: 1 }]\n';
const TOP = 'extends: mid.yaml\nname: top\nseed: 9\nchanges:\n  - { set: slots, where: { region: Norr, block: psychiatry }, from: 2027-01, to: 7, source: Studierektor, name: ljus }\n  - { set: length, where: { block: psychiatry }, to: 2 }\n';

const values = () => {
  const result = read(TOP, { 'mid.yaml': MIDDLE, 'base.yaml': BASE, 'slots.csv': SLOTS });
  if (!result.ok) throw new Error(said(result.issues));
  return listResolved(result.value);
};
const valueOf = (of: string) => values().filter((value) => `${value.group} ${value.of}` === of);

test('a value of the scenario has its layer and line, and what each layer under it says', () => {
  expect(valueOf('seed seed')).toEqual([{ group: 'seed', of: 'seed', value: '9', at: 's.yaml:3', was: [{ value: '7', at: 'base.yaml:3' }, { value: '8', at: 'mid.yaml:3' }] }]);
  expect(valueOf('replications replications')).toEqual([{ group: 'replications', of: 'replications', value: '20', at: 'base.yaml:4', was: [] }]);
});

test('a value of the data has its row, its card, and what the headroom makes of it', () => {
  expect(valueOf('slots Norr hospital')).toEqual([{ group: 'slots', of: 'Norr hospital', value: '10', at: 'slots.csv:2', quality: 'published', source: 'enkät', asOf: '2025', was: [] }]);
  expect(valueOf('slots Norr psychiatry')).toEqual([{ group: 'slots', of: 'Norr psychiatry', value: '5', at: 'base.yaml:21', quality: 'derived', source: 'räknat', low: 2, high: 4, asOf: '2026-01', was: [{ value: '3', at: 'slots.csv:3' }] }]);
});

test('a changed value has its whole chain, from the file to the outermost change', () => {
  expect(valueOf('slots Norr psychiatry 2027-01')).toEqual([{ group: 'slots', of: 'Norr psychiatry 2027-01', value: '7', at: 's.yaml:5', quality: 'assumption', source: 'Studierektor', was: [{ value: '5', at: 'slots.csv:3' }, { value: '6', at: 'mid.yaml:4' }] }]);
});

test('every change is listed, also of what is no figure', () => {
  expect(values().filter(({ group }) => group === 'changes').map(({ of, value, at, was }) => [of, was[0]!.value, value, at])).toEqual([
    ['slots Norr psychiatry 2026-07–', '5', '6', 'mid.yaml:4'],
    ['ljus: slots Norr psychiatry 2027-01–', '6', '7', 's.yaml:5'],
    ['length AT at-4 psychiatry (month)', '1', '2', 's.yaml:6'],
  ]);
});

test('what is not stated is listed as what it usually is', () => {
  expect(valueOf('streams old AT eligible')).toEqual([{ group: 'streams', of: 'old AT eligible', value: '1', at: '', was: [] }]);
});

test('figures of the ways through and between pathways and regions are told by what they are of', () => {
  const gate = 'gate: { served: 3 months, months: [2], seats: 8, passes: [0.9, 0.8] }\n    credit: [{ region: [Norr, Syd], share: 0.1, less: { hospital: 1 } }]\n    then: [{ pathway: ST, share: 0.5 }]';
  const later = 'ST: { variants: { st: { blocks: [{ hospital: 2 }] } }, intakes: every-step, integrated: { st: { within: 9 months } } }';
  const rest = 'st-posts: { by-region: { Norr: 3, Syd: [{ from: 2026-01, places: 2 }] } }\nexchange: [{ home: Norr, host: Syd, block: psychiatry, places: 1 }]\nsupervisors: { by-region: { Norr: { psychiatry: 3 } } }\nlocum: [{ block: psychiatry, load: 0.05, region: Norr, pathway: AT }]\nslot-priority: [AT, ST]\n';
  const result = read(`${GOOD.replace('intakes: every-step', `intakes: every-step\n    ${gate}\n  ${later}`)}${rest}`);
  if (!result.ok) throw new Error(said(result.issues));
  const told = listResolved(result.value).filter(({ quality }) => quality !== undefined).map(({ group, of, value }) => `${group} ${of} = ${value}`);
  expect(told).toEqual(expect.arrayContaining([
    'pathways AT gate sittings 2026-02 seats = 8',
    'pathways AT gate passes attempt 2 chance = 0.8',
    'pathways AT credit Norr, Syd share = 0.1',
    'pathways AT then ST share = 0.5',
    'st-posts Norr = 3',
    'st-posts Syd 2026-01 = 2',
    'exchange Norr Syd psychiatry = 1',
    'locum Norr psychiatry AT load = 0.05',
  ]));
  expect(told.join()).not.toContain('null');
});
