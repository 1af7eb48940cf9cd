import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/base/index.js';
import { expressionParser } from '../../src/cli/files.js';
import { readScenario, type Source } from '../../src/input/index.js';
import type { Scenario } from '../../src/model/index.js';
import { bent, GOOD, places, read, said } from './support.js';

const PARAMETERS = 'parameters: { slots_a: 3, share_new: { low: 0.1, likely: 0.5, high: 0.9, quality: published, source: enkät } }\n';
const slots = (value: string): string => bent('Norr: { hospital: 4, psychiatry: 2 }', `Norr: { hospital: 4, psychiatry: ${value} }`);
const seeks = (value: string): string => bent('seeks: 0.9', `seeks: ${value}`);
const withParameters = (list: string, text = slots('a + 1')): string => `parameters: { ${list} }\n${text}`;
const scenarioOf = (text: string): Scenario => {
  const result = read(text);
  if (!result.ok) throw new Error(said(result.issues));
  return result.value.scenario;
};
const placesOf = (text: string): number | undefined => scenarioOf(text).slots.find(({ region, block }) => region === 'Norr' && block === 'psychiatry')?.places?.value;

describe('a text that is no expression keeps the error it has', () => {
  test.each<[string, string]>([
    ['1,5', 'decimal-comma'], ['1_000', 'grouped-digits'], ['1 000', 'grouped-digits'], ['12 st', 'not-a-number'], ['80 %', 'percent'], ['010', 'leading-zero'], ['1.000', 'two-readings'], ['1e3', 'notation'], ['+5', 'notation'], ['0x10', 'notation'],
    ['"3"', 'quoted-number'], ['.nan', 'not-finite'], ['.inf', 'infinite'], ['5 cm', 'not-a-number'], ['2 weeks', 'not-a-number'], ['2026-03', 'not-a-number'], ['2026-03-01', 'not-a-number'], ['tre', 'not-a-choice'], ['n/a', 'not-a-choice'], ['un-limited', 'not-a-choice'], ['slots_a', 'not-a-choice'], ['"#DIV/0!"', 'excel-error'],
  ])('%s', (value, code) => {
    expect(places(read(slots(value)).issues)).toEqual([`21:38 ${code}`]);
  });
});

describe('what is wrong in an expression is told of at its own place', () => {
  test.each<[id: string, value: string, gives: string, hint: string]>([
    ['Y24', '1/0', '22:38 expression-not-finite', '1 / 0 is not a finite number'],
    ['Y25', 'random()', '22:38 expression-function', 'allowed are min, max, floor, ceil, round, abs (found "random")'],
    ['Y25 near', '1 + flor(2)', '22:42 expression-function', 'did you mean `floor`?'],
    ['Y26', "'config({number: \"BigNumber\"})'", '22:39 expression-function', '(found "config")'],
    ['Y27', '5 cm', '22:38 not-a-number', 'text where a number is due'],
    ['Y28', '2(3)', '22:39 expression-gap', 'write the * of a multiplication'],
    ['Y28 pi', '2 pi', '22:40 expression-gap', 'between 2 and pi; write the *'],
    ['Y28 name', '2 slots_a', '22:40 expression-gap', 'between 2 and slots_a'],
    ['Y29', 'slotsA + 1', '22:38 expression-name', 'did you mean `slots_a`?'],
    ['a wrong end', '3 * (2 + ', '22:46 expression-syntax', ''],
    ['a sign of another program', '2**3', '22:39 expression-mark', 'did you mean `^`?'],
    ['a typographic minus', '5 \u2212 3', '22:40 expression-mark', 'did you mean `-`?'],
    ['a number badly written in it', '"3 * 1_000"', '22:43 grouped-digits', 'write 1000 (found "1_000")'],
    ['a result out of range', 'slots_a - 5', '22:38 out-of-range', 'allowed is 0 … 1000000 (found "slots_a - 5 = -2")'],
    ['a result that is no whole number', 'slots_a / 2', '22:38 not-whole', '1 or 2? (found "slots_a / 2 = 1.5")'],
    ['a result too large', '10^20', '22:38 number-too-large', 'never rounded'],
    ['commas in braces', 'min(slots_a, 4, 5)', '22:38 comma-in-text', '(found "min(slots_a, 4, 5)")'],
    ['the equals sign of a spreadsheet', '= 3*4', '22:38 expression-mark', '(found "=")'],
  ])('%s', (_, value, gives, hint) => {
    const { issues } = read(PARAMETERS + slots(value));
    expect(places(issues.filter((issue) => issue.severity === 'error'))).toEqual([gives]);
    expect(said(issues)).toContain(hint);
    expect(exitOf(issues)).toBe(3);
  });

  test('past the limits of an expression the exit code is that of limits, and the limit can be raised', () => {
    const long = slots(`1${' + 1'.repeat(250)}`);
    const result = read(long);
    expect([places(result.issues), exitOf(result.issues)]).toEqual([['21:38 expression-too-long'], 5]);
    expect(said(result.issues)).toContain('change it with --limit expression-characters=…');
  });

  test('an expression over several lines is told of where it begins', () => {
    expect(places(read(GOOD.replace('seed: 7', 'seed: 3 +\n  4 * x')).issues)).toEqual(['3:7 expression-name']);
  });
});

describe('parameters', () => {
  test('a parameter may be worked out from others, in any order, by every field that takes a number', () => {
    expect(placesOf(withParameters('a: b * 2 + c, b: 3 * 2, c: { low: 1, likely: b - 5, high: 2 }'))).toBe(14);
    const text = GOOD.replace('seed: 7', 'seed: 2^31 + n').replace('replications: 20', 'replications: 4 * n').replace('number: 4', 'number: n - 1').replace('Norr: 0.5, Syd: 0.5', 'Norr: 1/n, Syd: "max(0.9, 0)"').replace('hospital: 3 }', 'hospital: n - 7 }').replace('psychiatry: 1 }', 'psychiatry: { length: n - 9, load: 1/n } }');
    const scenario = scenarioOf(`parameters: { n: 10 }\n${text}applications: { applies-to: 0 * n + 1, attraction: { Norr: n / 8 } }\npass-limit: n\n`);
    expect(scenario).toMatchObject({ seed: 2147483658, replications: 40, passLimit: 10, applications: { appliesTo: 1, attraction: [{ region: 'Norr', factor: { value: 1.25 } }] } });
    expect(scenario.pathways[0]!.variants[0]!.stretches.map(({ steps, load }) => [steps, load])).toEqual([[3, 1], [1, 0.1]]);
    expect(scenario.streams[0]!.home.map(({ share }) => share.value)).toEqual([0.1, 0.9]);
  });

  test('a parameter by itself hands on its card and bounds; what is reckoned is at best derived, and as unsure as the least sure', () => {
    const card = (value: string, more = ''): unknown => scenarioOf(`${PARAMETERS.replace('slots_a: 3', `slots_a: 0.1${more}`)}${seeks(value)}`).streams[0]!.seeks;
    expect(card('share_new')).toEqual({ value: 0.5, low: 0.1, high: 0.9, quality: 'published', source: 'enkät', cell: 's.yaml:streams.old.seeks' });
    expect(card('share_new / 2')).toEqual({ value: 0.25, quality: 'derived', source: 'enkät', cell: 's.yaml:streams.old.seeks' });
    expect(card('share_new + slots_a')).toMatchObject({ value: 0.6, quality: 'assumption', source: 'enkät; scenario' });
    expect(card('{ likely: share_new / 2, quality: published, source: egen }')).toMatchObject({ value: 0.25, quality: 'derived', source: 'egen' });
    expect(card('1/4')).toEqual({ value: 0.25, quality: 'assumption', source: 'scenario', cell: 's.yaml:streams.old.seeks' });
    expect(card('half', ', half: share_new')).toMatchObject({ value: 0.5, low: 0.1, high: 0.9, quality: 'published' });
  });

  test("a parameter's bounds must be such as the field takes", () => {
    expect(said(read(withParameters('a: { likely: 0.5, high: 1.5 }', seeks('a'))).issues)).toContain('14:12: error out-of-range: streams.old.seeks: allowed is 0 … 1 (found "a = high 1.5")');
  });

  test.each<[id: string, list: string, gives: readonly string[], hint: string]>([
    ['a circle', 'a: b, b: c - 1, c: a', ['1:34 parameter-cycle'], 'a → b → c → a'],
    ['itself', 'a: a + 1', ['1:18 parameter-cycle'], 'a → a'],
    ['the name of a function', 'a: 1, min: 3', ['1:21 parameter-taken'], 'choose another'],
    ['a word of the language', 'unlimited: 3, a: unlimited', ['1:15 parameter-taken'], ''],
    ['a hyphen', 'slots-a: 3, a: slots-a', ['1:15 parameter-name'], 'letters, digits and underscores'],
    ['a digit first', '2a: 3, a: 1', ['1:15 parameter-name'], ''],
    ['a parameter that is wrong, once, not where it is used', 'a: 1,5', ['1:18 decimal-comma'], 'write 1.5'],
    ['one that is no number', 'a: tre', ['1:18 not-a-number'], ''],
    ['one that is a list', 'a: [1]', ['1:18 not-a-list'], ''],
    ['a chain too long', `a: p39, p0: 1, ${Array.from({ length: 39 }, (_, i) => `p${i + 1}: p${i} + 1`).join(', ')}`, ['1:130 expression-too-deep'], 'deeper than 32'],
    ['none used', 'a: 1, b: c, c: 2', ['1:21 parameter-never-used', '1:27 parameter-never-used'], 'it changes nothing'],
  ])('%s', (_, list, gives, hint) => {
    const { issues } = read(withParameters(list));
    expect(places(issues)).toEqual(gives);
    expect(said(issues)).toContain(hint);
  });

  test('none at all, or not by name, is told of', () => {
    expect(places(read(`parameters: {}\n${GOOD}`).issues)).toEqual(['1:13 empty-map']);
    expect(places(read(`parameters: 5\n${slots('a + 1')}`).issues)).toEqual(['1:13 map-expected']);
  });

  test('names of regions, blocks and streams that are also names of parameters stay what they are', () => {
    const text = `parameters: { Norr: 2, psychiatry: 0, old: 1, AT: 5 }\n${slots('Norr + psychiatry + old + AT')}`;
    expect(scenarioOf(text).streams[0]).toMatchObject({ id: 'old', pathway: 'AT' });
    expect(placesOf(text)).toBe(8);
  });

  test('a number that names a parameter almost is asked about', () => {
    expect(said(read(`${PARAMETERS}${seeks('share_nwe')}`).issues)).toContain('not-a-number: streams.old.seeks: text where a number is due (found "share_nwe"); did you mean `share_new`?');
  });
});

test('without an expression the parser is never asked for, whatever the titles and sources say', () => {
  let asked = 0;
  const text = `${GOOD}title: { sv: 3*4 (a+b), en: a/b }\n`;
  const source: Source = {
    read: () => ({ bytes: new TextEncoder().encode(text), sha256: '' }),
    parser: () => {
      asked += 1;
      return expressionParser();
    },
  };
  expect([readScenario(source, 's.yaml').ok, asked]).toEqual([true, 0]);
});
