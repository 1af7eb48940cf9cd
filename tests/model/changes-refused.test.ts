import { describe, expect, test } from 'vitest';
import { compile, type Scenario } from '../../src/model/index.js';
import { fingerprint, drawRoster, run } from '../../src/engine/index.js';
import { GOOD, places, read, said } from '../input/support.js';

const over = (text: string, base = 'base.yaml'): string => `extends: ${base}\nname: over\n${text}`;
const scenarioOf = (text: string, files: Readonly<Record<string, string>> = {}): Scenario => {
  const result = read(text, files);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const printOf = (scenario: Scenario): readonly number[] => {
  const { plan } = compile(scenario);
  const roster = drawRoster(plan, { seed: 1, replication: 0 });
  return [...fingerprint(roster, run(plan, roster))];
};
const PSYCHIATRY = 'where: { region: Norr, block: psychiatry }';
const places_ = (scenario: Scenario): readonly (readonly [number, number | undefined])[] => scenario.slots.filter((row) => row.region === 'Norr' && row.block === 'psychiatry').map((row) => [row.from, row.places?.value]);

describe('changes of layers', () => {
  test('are made from the innermost base outwards', () => {
    const base = `${GOOD}changes: [{ add: slots, ${PSYCHIATRY}, by: 1 }]\n`;
    const files = { 'base.yaml': base, 'mid.yaml': over(`changes: [{ scale: slots, ${PSYCHIATRY}, by: 2 }]\n`) };
    expect(places_(scenarioOf(over(`changes: [{ add: slots, ${PSYCHIATRY}, by: -1 }]\n`, 'mid.yaml'), files))).toEqual([[0, 5]]);
    expect(places_(scenarioOf(over(`changes: [{ set: slots, ${PSYCHIATRY}, to: 9 }]\n`, 'mid.yaml'), files))).toEqual([[0, 9]]);
    expect(scenarioOf(over(`changes: [{ set: slots, ${PSYCHIATRY}, to: 9 }]\n`, 'mid.yaml'), files).changes.map(({ before, after, cell }) => [before, after, cell])).toEqual([
      [2, 3, 'base.yaml:changes[1].by'],
      [3, 6, 'mid.yaml:changes[1].by'],
      [6, 9, 's.yaml:changes[1].to'],
    ]);
  });

  test('in two steps are the same run as in one, and as the numbers written', () => {
    const one = scenarioOf(over(`changes: [{ add: slots, ${PSYCHIATRY}, by: 2 }, { set: slots, where: { region: Syd, block: hospital }, to: 2 }]\n`), { 'base.yaml': GOOD });
    const files = { 'base.yaml': GOOD, 'mid.yaml': over(`changes: [{ add: slots, ${PSYCHIATRY}, by: 2 }]\n`) };
    const two = scenarioOf(over('changes: [{ set: slots, where: { region: Syd, block: hospital }, to: 2 }]\n', 'mid.yaml'), files);
    const written = scenarioOf(GOOD.replace('Norr: { hospital: 4, psychiatry: 2 }', 'Norr: { hospital: 4, psychiatry: 4 }').replace('Syd: { hospital: 4', 'Syd: { hospital: 2'));
    expect([printOf(one), printOf(two)]).toEqual([printOf(written), printOf(written)]);
    expect(printOf(one)).not.toEqual(printOf(scenarioOf(GOOD.replaceAll('psychiatry: 2', 'psychiatry: 0'))));
  });

  test('in one file do not depend on their order', () => {
    const [a, b] = [`{ set: slots, ${PSYCHIATRY}, until: 2026-12, to: 5 }`, `{ scale: slots, ${PSYCHIATRY}, from: 2027-01, by: 3 }`];
    expect(places_(scenarioOf(`${GOOD}changes: [${a}, ${b}]\n`))).toEqual([[0, 5], [24324, 6]]);
    expect(printOf(scenarioOf(`${GOOD}changes: [${a}, ${b}]\n`))).toEqual(printOf(scenarioOf(`${GOOD}changes: [${b}, ${a}]\n`)));
  });

  test('never change a number that a layer over them states', () => {
    const result = read(over('slots: { by-region: { Norr: { psychiatry: 8 } } }\n'), { 'base.yaml': `${GOOD}changes: [{ add: slots, ${PSYCHIATRY}, by: 1 }]\n` });
    expect(places(result.issues)).toEqual(['base.yaml:23:11 change-of-outer']);
    expect(said(result.issues)).toMatch(/s\.yaml:slots\.by-region\.Norr\.psychiatry.*\[read by s\.yaml:1\]/);
  });

  test('that a layer leaves no room for are warned of, not refused', () => {
    const base = `${GOOD}changes: [{ add: slots, ${PSYCHIATRY}, from: 2027-06, by: 1 }]\n`;
    const result = read(over('time: { to: 2026-12 }\n'), { 'base.yaml': base });
    expect([result.ok, ...places(result.issues)]).toEqual([true, 'base.yaml:23:75 base-change-outside-run']);
  });
});

/** Changes that are wrong, with the places and codes that they give. */
const WRONG: readonly (readonly [string, string, string, string?])[] = [
  ['no verb', '[{ where: { region: Norr } }]', '23:11 change-without-verb'],
  ['a verb misspelt', '[{ sett: slots, to: 3 }]', '23:13 unknown-key', '`set`'],
  ['two verbs', '[{ set: slots, add: slots, to: 3 }]', '23:25 unknown-key'],
  ['no number', '[{ add: slots }]', '23:11 missing-key'],
  ['a quantity misspelt', '[{ add: slot, by: 1 }]', '23:18 not-a-choice', '`slots`'],
  ['a region that is none', '[{ add: slots, where: { region: Nor }, by: 1 }]', '23:42 unknown-region', '`Norr`'],
  ['a block that is none', '[{ add: slots, where: { block: [hospital, psyciatry] }, by: 1 }]', '23:52 unknown-block', '`psychiatry`'],
  ['an area that is none', '[{ add: slots, where: { area: Nordd }, by: 1 }]', '23:40 unknown-area', '`Nord`'],
  ['a key that the quantity has not', '[{ add: slots, where: { pathway: AT }, by: 1 }]', '23:34 unknown-key', 'region, area, block'],
  ['a name twice', '[{ add: slots, where: { region: [Norr, Norr] }, by: 1 }]', '23:49 said-twice'],
  ['nothing of both', '[{ add: slots, where: { region: Syd, area: Nord }, by: 1 }]', '23:25 change-hits-nothing'],
  ['one place that is and one that is not', '[{ add: slots, where: { region: [Norr, Syd], area: Nord }, by: 1 }]', '23:49 change-hits-nothing'],
  ['a number of the same file, for good', `[{ set: slots, ${PSYCHIATRY}, to: 4 }]`, '23:11 number-never-holds', 'number on line 21'],
  ['a number of the same file, in all of the run', `[{ set: slots, ${PSYCHIATRY}, from: 2026-01, until: 2027-12, to: 4 }]`, '23:11 number-never-holds', 'change on line 23'],
  ['so little that it is rounded away', `[{ scale: slots, ${PSYCHIATRY}, by: 1.1 }]`, '23:11 rounded-away', 'slots are counted'],
  ['what is without limit, raised', '[{ add: positions, by: 5 }]', '23:11 adds-to-unlimited', 'positions are without limit'],
  ['what is without limit, multiplied', '[{ scale: supervisors, by: 2 }]', '23:11 scales-unlimited', 'supervisors are without limit'],
  ['half a place', '[{ add: slots, by: 0.5 }]', '23:29 not-whole', '-1000000 … 1000000'],
  ['a place and a half', '[{ set: slots, to: 1.5 }]', '23:29 not-whole', '0 … 1000000'],
  ['a decimal comma', '[{ scale: slots, by: 1,5 }]', '23:31 decimal-comma'],
  ['a factor below 0', '[{ scale: slots, by: -1 }]', '23:31 out-of-range'],
  ['below nothing', `[{ add: slots, ${PSYCHIATRY}, by: -3 }]`, '23:11 change-below', 'Norr, psychiatry'],
  ['an end before its beginning', '[{ add: slots, by: 1, from: 2027-03, until: 2027-02 }]', '23:54 until-before-from', '2027-03'],
  ['a time after the run', '[{ add: slots, by: 1, from: 2028-01 }]', '23:38 outside-run'],
  ['a time before the run', '[{ add: slots, by: 1, until: 2025-12 }]', '23:39 outside-run'],
  ['nothing added', '[{ add: slots, by: 0 }]', '23:11 change-of-nothing'],
  ['times one', '[{ scale: slots, by: 1 }]', '23:11 change-of-nothing'],
  ['what it was', `[{ set: slots, ${PSYCHIATRY}, to: 2 }]`, '23:11 change-of-nothing'],
  ['a dated length', '[{ set: length, to: 2, from: 2026-03 }]', '23:33 not-dated'],
  ['an endless rate', '[{ set: length, to: unlimited }]', '23:11 never-unlimited'],
  ['months of slots', '[{ set: slots, to: 3 months }]', '23:29 not-a-number'],
  ['nothing at all', '[]', '23:10 empty-list'],
  ['a map', '{ add: slots }', '23:10 list-expected'],
  ['an announcement of positions', '[{ set: positions, to: 3, announced: 2026-03 }]', '23:36 never-foreseen'],
  ['an announcement after the run', '[{ add: slots, by: 1, announced: 2030-03 }]', '23:43 outside-run'],
  ['an announcement after its end', '[{ add: slots, by: 1, until: 2026-06, announced: 2026-07 }]', '23:59 announced-too-late'],
  ['two of a cell', `[{ add: slots, by: 1, from: 2026-03, until: 2026-06 }, { set: slots, ${PSYCHIATRY}, from: 2026-06, to: 4 }]`, '23:65 changed-twice', 'on line 23 and line 23'],
];

test.each(WRONG)('refuses a change of %s', (_, changes, place, hint = '') => {
  const { ok, issues } = read(`${GOOD}changes: ${changes}\n`);
  expect([ok, ...places(issues)]).toEqual([false, place]);
  expect(said(issues)).toContain(hint);
});

test('all that is wrong with changes is told of at once', () => {
  expect(places(read(`${GOOD}changes:\n  - { add: slots, by: x }\n  - { add: slots, where: { region: Nor }, by: 1 }\n  - { add: slots, where: { block: b }, by: 1 }\n`).issues)).toEqual(['24:23 not-a-number', '25:36 unknown-region', '26:35 unknown-block']);
});

test('slots of a block that is without limit everywhere cannot be changed', () => {
  const text = GOOD.replace('slots:\n', 'slots:\n  unlimited: [hospital]\n').replaceAll('hospital: 4, ', '');
  expect(places(read(`${text}changes: [{ add: slots, where: { block: hospital }, by: 1 }]\n`).issues)).toEqual(['24:41 places-of-unlimited']);
  expect(read(`${text}changes: [{ add: slots, by: 1 }]\n`).ok).toBe(true);
});

describe('a change that becomes known in the run', () => {
  const plans = (announced: string): ReturnType<typeof compile>['plan'] => compile(scenarioOf(`${GOOD}changes: [{ set: slots, ${PSYCHIATRY}, from: 2026-07, until: 2026-12, to: 1${announced} }]\n`)).plan;
  const revisions = ({ revisionKnown, revisionFrom, revisionUntil, revisionChange }: ReturnType<typeof plans>): readonly unknown[] => Array.from(revisionKnown).map((known, i) => [known, revisionFrom[i], revisionUntil[i], revisionChange[i]]);

  test('is a revision of what was known before, from the step in which it is announced', () => {
    expect(revisions(plans(', announced: 2026-04'))).toEqual([[3, 6, 11, -60]]);
    expect(revisions(plans(', announced: 2026-09'))).toEqual([[8, 8, 11, -60]]);
    expect(revisions(plans(''))).toEqual([]);
    const { capacity, horizon } = plans(', announced: 2026-04');
    const pool = plans('').slotsPool[1]!;
    expect([capacity[pool * horizon + 6], plans('').capacity[pool * horizon + 6]]).toEqual([120, 60]);
  });

  test('known when the run begins is warned of, and the same as not said', () => {
    const { ok, issues } = read(over(`changes: [{ set: slots, ${PSYCHIATRY}, to: 1, announced: 2026-01 }]\n`), { 'base.yaml': GOOD });
    expect([ok, ...places(issues)]).toEqual([true, '3:87 announced-before-run']);
    expect(revisions(plans(', announced: 2026-01'))).toEqual([]);
  });

  test('leaves a number of its file what is known until then', () => {
    expect(read(`${GOOD}changes: [{ set: slots, ${PSYCHIATRY}, to: 1, announced: 2026-04 }]\n`).ok).toBe(true);
  });

  test('leaves later changes to what is known then', () => {
    const text = `${GOOD}changes: [{ scale: slots, ${PSYCHIATRY}, by: 3, announced: 2026-03 }]\n`;
    const layered = compile(scenarioOf(over(`changes: [{ add: slots, ${PSYCHIATRY}, from: 2027-01, by: 1, announced: 2026-06 }]\n`), { 'base.yaml': text })).plan;
    expect(revisions(layered)).toEqual([[2, 2, layered.horizon - 1, 240], [5, 12, layered.horizon - 1, 60]]);
  });
});
