import { expect, test } from 'vitest';
import { bent, GOOD, places, read, said } from '../input/support.js';
import type { Scenario } from '../../src/model/index.js';

const scenarioOf = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  const result = read(text, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const CARD = 'value,unit,source,quality,as_of,low,high';
const table = (keys: string, ...rows: readonly string[]): string => `${keys},${CARD}\n${rows.map((row) => `${row},unit,source,derived,2026,,\n`).join('')}`;

const HALVES = GOOD.replace('step: month', 'step: half-month');

test('months and half-months become whole steps of the run', () => {
  const stretches = (text: string): readonly number[] => scenarioOf(text).pathways[0]!.variants[0]!.stretches.map((stretch) => stretch.steps);
  expect(stretches(GOOD)).toEqual([3, 1]);
  expect(stretches(HALVES.replace('psychiatry: 1 }', 'psychiatry: 4.5 }'))).toEqual([6, 9]);
  expect(stretches(HALVES.replace('psychiatry: 1 }', 'psychiatry: 9 half-months }'))).toEqual([6, 9]);
  expect(stretches(GOOD.replace('psychiatry: 1 }', 'psychiatry: 2 half-months }'))).toEqual([3, 1]);
  expect(places(read(HALVES.replace('psychiatry: 1 }', 'psychiatry: 4.2 }')).issues)).toEqual(['16:65 not-whole-steps']);
  expect(places(read(GOOD.replace('psychiatry: 1 }', 'psychiatry: 2 weeks }')).issues)).toEqual(['16:65 not-a-duration']);
});

test('a figure may carry its bounds, quality and source; likely is what a run uses', () => {
  const { seeks } = scenarioOf(bent('seeks: 0.9', 'seeks: { low: 0.6, likely: 0.75, high: 0.9, quality: derived, source: enkät }')).streams[0]!;
  expect(seeks).toEqual({ value: 0.75, low: 0.6, high: 0.9, quality: 'derived', source: 'enkät', cell: 's.yaml:streams.old.seeks.likely' });
  expect(places(read(bent('seeks: 0.9', 'seeks: { low: 0.8, likely: 0.75 }')).issues)).toEqual(['13:32 bounds-order']);
});

test('positions by region: a number a year, years, one intake, or unlimited', () => {
  const rows = (cell: string) => scenarioOf(bent('positions: unlimited', `positions: { by-region: { Norr: { AT: ${cell} } } }`)).positions!.map(({ year, month, number }) => [year, month, number?.value]);
  expect(rows('10')).toEqual([[2026, undefined, 10], [2027, undefined, 10]]);
  expect(rows('[{ year: 2027, number: 10 }, { intake: 2026-03, number: 5 }]')).toEqual([[2027, undefined, 10], [undefined, 24314, 5]]);
  expect(rows('unlimited')).toEqual([[undefined, undefined, undefined]]);
  const twice = bent('positions: unlimited', 'positions: { by-region: { Norr: { AT: [{ year: 2027, number: 1 }, { year: 2027, number: 2 }] } } }');
  expect(places(read(twice).issues)).toEqual(['18:67 said-twice-at']);
});

test("own positions replace the file's for the same year", () => {
  const file = table('region,pathway,year', 'Norr,AT,2026,3', 'Norr,AT,2027,4', 'Syd,AT,2026,5', 'Syd,AT,2027,6');
  const scenario = scenarioOf(bent('positions: unlimited', 'positions: { from: p.csv, by-region: { Norr: { AT: [{ year: 2027, number: 40 }] } } }'), { 'p.csv': file });
  expect(scenario.positions!.map(({ region, year, number }) => [region, year, number?.value])).toEqual([['Norr', 2026, 3], ['Syd', 2026, 5], ['Syd', 2027, 6], ['Norr', 2027, 40]]);
});

test('pools: dated places, unlimited ones, supervisors as people, and headroom on assumed places only', () => {
  const text = GOOD.replace('psychiatry: 2 }\n    Syd', 'psychiatry: [{ from: 2027-01, places: 3 }, { from: 2026-01, places: 2 }] }\n    Syd')
    .replace('slots:\n', 'supervisors: { by-region: { Norr: { psychiatry: { people: 10, share: 0.5, trainees: 1 } } } }\nmain-supervisors: { by-region: { Norr: 12, Syd: unlimited } }\nslots:\n  headroom: 0.15\n  from: f.csv\n')
    .replace('Syd: { hospital: 4, psychiatry: 2 }', 'Syd: { hospital: unlimited }');
  const scenario = scenarioOf(text, { 'f.csv': table('region,block', 'Syd,psychiatry,7', 'Norr,hospital,9') });
  expect(scenario.slots.map(({ region, block, from, places: room, headroom }) => [region, block, from, room?.value, headroom])).toEqual([
    ['Syd', 'psychiatry', 0, 7, true],
    ['Norr', 'hospital', 0, 4, false],
    ['Norr', 'psychiatry', 24312, 2, false],
    ['Norr', 'psychiatry', 24324, 3, false],
    ['Syd', 'hospital', 0, undefined, false],
  ]);
  expect(scenario.supervisors[0]!.places!.value).toBe(5);
  expect(scenario.mainSupervisors.map(({ region, places: room }) => [region, room?.value])).toEqual([['Norr', 12], ['Syd', undefined]]);
});

test('a region without slots of a block is legal, and warned of', () => {
  const result = read(GOOD.replace('    Syd: { hospital: 4, psychiatry: 2 }', '    Syd: { hospital: 4 }'));
  expect([result.ok, ...places(result.issues)]).toEqual([true, '19:1 no-slots']);
});

test('cohorts of a programme come from its places and its completion', () => {
  const intakes = table('programme,university,term', 'old,Umeå,2021-VT,100', 'old,Lund,2021-HT,120.5', 'new,Lund,2022-HT,90');
  const completion = table('programme,terms_late', 'old,0,0.5', 'old,1,0.3', 'new,0,1');
  const home = table('university,region', 'Umeå,Norr,1', 'Lund,Syd,0.9', 'Lund,Norr,0.1');
  const text = bent('cohorts: [{ month: 2026-01, number: 4 }]', 'cohorts: { intakes: i.csv, programme: old, terms: 11, completion: c.csv }').replace('home: { Norr: 0.5, Syd: 0.5 }', 'home: h.csv');
  const files = { 'i.csv': intakes, 'c.csv': completion, 'h.csv': home };
  const { programme } = scenarioOf(text, files).streams[0]!;
  expect(programme!.intakes.map(({ university, term, places: room }) => [university, term, room.value])).toEqual([['Umeå', 4042, 100], ['Lund', 4043, 120.5]]);
  expect(programme!.completion.map(({ termsLate, share }) => [termsLate, share.value])).toEqual([[0, 0.5], [1, 0.3]]);
  expect(places(read(text.replace('programme: old', 'programme: odl'), files).issues)).toContain('11:43 unknown-programme');
  expect(places(read(text, { ...files, 'h.csv': table('university,region', 'Umeå,Norr,1') }).issues)).toEqual(['12:11 unknown-university']);
  expect(places(read(text, { ...files, 'h.csv': home.replace('0.9', '0.8') }).issues)).toEqual(['h.csv:3:3 shares-sum']);
});

test('variants and their shares may come from files', () => {
  const text = GOOD.replace('{ at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }', '{ from: v.csv }\n    variant-of: o.csv');
  const variants = table('variant,block,position', 'at-18,hospital,1,9', 'at-18,psychiatry,2,3', 'at-21,psychiatry,2,3', 'at-21,hospital,1,12');
  const shares = table('region,from,variant', 'Norr,2026-01,at-18,0.25', 'Norr,2026-01,at-21,0.75', 'Syd,2026-01,at-21,1');
  const files = { 'v.csv': variants, 'o.csv': shares };
  const [pathway] = scenarioOf(text, files).pathways;
  expect(pathway!.variants.map(({ id, stretches }) => [id, ...stretches.map(({ block, steps }) => `${block} ${steps}`)])).toEqual([['at-18', 'hospital 9', 'psychiatry 3'], ['at-21', 'hospital 12', 'psychiatry 3']]);
  expect(pathway!.variantOf).toHaveLength(3);
  expect(places(read(text, { ...files, 'v.csv': variants.replace('psychiatry,2,3', 'psychiatry,3,3') }).issues)).toEqual(['v.csv:3:3 position-gap']);
  expect(places(read(text, { ...files, 'o.csv': shares.replace('0.75', '0.7') }).issues)).toEqual(['o.csv:2:4 shares-sum']);
  expect(places(read(text, { ...files, 'o.csv': shares.replace('Syd', 'Norr').replace('2026-01,at-21,1', '2027-01,at-21,1') }).issues)).toEqual(['17:17 region-without-variant']);
});

test('the initial state names only what exists, in whole steps', () => {
  const text = `${GOOD}initial: { queues: q.csv, in-training: t.csv }\n`;
  const queues = table('region,pathway,stream,waited_months', 'Norr,AT,old,2,7');
  const training = table('region,variant,stream,left_months', 'Norr,at-4,old,3,5');
  expect(scenarioOf(text, { 'q.csv': queues, 't.csv': training }).initial.training[0]).toMatchObject({ left: 3, variant: 'at-4' });
  expect(places(read(text, { 'q.csv': queues.replace('2,7', '2.5,7'), 't.csv': training }).issues)).toEqual(['q.csv:2:4 not-whole-months']);
  expect(places(read(text, { 'q.csv': queues.replace('old', 'odl'), 't.csv': training.replace('3,5', '5,5') }).issues)).toEqual(['q.csv:2:3 unknown-stream', 't.csv:2:4 left-outside']);
});

test('the rules of the queue, and what is taken when nothing is said', () => {
  const said_ = scenarioOf(`${GOOD}discipline: { weighted: 0.04 per month }\npass-limit: 3\nstrict: false\nslot-priority: [AT]\napplications: { applies-to: 1, mobile: 0.4, deter: 6 months, own-first: true, attraction: { Norr: 1.2 } }\nplacement: { mode: itinerary, choice: first-fit }\n`);
  expect(said_).toMatchObject({ discipline: 'weighted', weightPerMonth: 0.04, passLimit: 3, strict: false, slotPriority: ['AT'], choice: 'first-fit', applications: { appliesTo: 1, deter: 6, ownFirst: true } });
  expect(scenarioOf(GOOD)).toMatchObject({ discipline: 'longest-wait', passLimit: null, strict: false, choice: 'spread', seed: 7, applications: { appliesTo: 0, deter: 0 } });
  expect(scenarioOf(`${GOOD}discipline: lottery\n`)).toMatchObject({ discipline: 'weighted', weightPerMonth: 0 });
  expect(places(read(`${GOOD}slot-priority: [AT, old]\n`).issues)).toEqual(['23:1 mixed-priority']);
});

test('slots at health centres are the floor of the exact product; vacancy and leave lower what supervisors carry', () => {
  const slots = (cell: string) => scenarioOf(GOOD.replace('psychiatry: 2 }\n    Syd', `psychiatry: ${cell} }\n    Syd`)).slots.find((row) => row.block === 'psychiatry' && row.region === 'Norr')!.places;
  expect(slots('{ centres: 41, active: 0.6 }')).toMatchObject({ value: 24, quality: 'assumption' });
  expect(slots('{ centres: 41, active: 25/41 }')).toMatchObject({ value: 25 });
  expect(slots('{ centres: 30, active: 0.1, trainees: 3, often: 0.5 }')).toMatchObject({ value: 4 });
  expect(slots('{ centres: { likely: 41, quality: published, source: VGR }, active: { likely: 0.6, quality: derived, source: räknat } }')).toMatchObject({ value: 24, quality: 'derived', source: 'VGR; räknat' });
  const dated = '[{ from: 2026-01, places: { centres: 41, active: 0.6 } }, { from: 2027-01, places: { centres: 41, active: 0.8 } }]';
  const all = scenarioOf(GOOD.replace('psychiatry: 2 }\n    Syd', `psychiatry: ${dated} }\n    Syd`)).slots.filter((row) => row.block === 'psychiatry' && row.region === 'Norr');
  expect(all.map(({ from, places: room }) => [from, room?.value])).toEqual([[24312, 24], [24324, 32]]);
  const supervisors = scenarioOf(`${GOOD}supervisors: { by-region: { Norr: { psychiatry: { people: 40, share: 0.2, trainees: 2, vacant: 0.15, on-leave: 0.05 } } } }\n`).supervisors;
  expect(supervisors[0]!.places!.value).toBe(12.92);
});

test('own variants stand beside those of a file, and own regions beside its shares', () => {
  const variants = table('variant,block,position', 'at-4,hospital,1,3', 'at-4,psychiatry,2,1', 'at-5,hospital,1,5');
  const shares = table('region,from,variant', 'Norr,2025-01,at-4,1', 'Syd,2025-01,at-5,1');
  const text = GOOD.replace('{ at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }', '{ from: v.csv, own: { blocks: [{ hospital: 2 }] }, at-5: { blocks: [{ hospital: 6 }] } }\n    variant-of: { from: o.csv, Norr: own }');
  const { variants: found, variantOf } = scenarioOf(text, { 'v.csv': variants, 'o.csv': shares }).pathways[0]!;
  expect(found.map(({ id, stretches }) => [id, stretches.map(({ steps }) => steps)])).toEqual([['at-4', [3, 1]], ['own', [2]], ['at-5', [6]]]);
  expect(variantOf.map(({ region, variant, from }) => [region, variant, from])).toEqual([['Syd', 'at-5', 12 * 2025], ['Norr', 'own', 0]]);
});
