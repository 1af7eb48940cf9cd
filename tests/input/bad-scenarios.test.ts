import { describe, expect, test } from 'vitest';
import { also, bent, GOOD, places, read, refuse, said, type Bad } from './support.js';

const slots = (value: string): string => bent('Norr: { hospital: 4, psychiatry: 2 }', `Norr: { hospital: 4, psychiatry: ${value} }`);
const seeks = (value: string): string => bent('seeks: 0.9', `seeks: ${value}`);
const seed = (value: string): string => bent('seed: 7', `seed: ${value}`);
const blocks = (value: string): string => bent('[{ hospital: 3 }, { psychiatry: 1 }]', value);
const positions = (value: string): string => bent('positions: unlimited', `positions: ${value}`);
const home = (value: string): string => bent('home: { Norr: 0.5, Syd: 0.5 }', `home: ${value}`);
const cohorts = (value: string): string => bent('cohorts: [{ month: 2026-01, number: 4 }]', `cohorts: ${value}`);
const latin1 = Uint8Array.from([...'name: prov\nregions:\n  Norr: { area: V\u00e4stra }\n'].map((mark) => mark.codePointAt(0)!));

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i === 0 ? 'lol' : `*a${i - 1}`).join(', ')}]`);
  return `${levels.join('\n')}\n${GOOD}`;
}

const BAD: readonly Bad[] = [
  { id: 'Y01', file: slots('.nan'), gives: ['21:38 not-finite'] },
  { id: 'Y02', file: slots('.inf'), gives: ['21:38 infinite'], hint: 'unlimited' },
  { id: 'Y03', file: slots('-1'), gives: ['21:38 out-of-range'], hint: '0 … 1000000' },
  { id: 'Y04', file: slots('2.5'), gives: ['21:38 not-whole'], hint: '2 or 3' },
  { id: 'Y05', file: slots('12 st'), gives: ['21:38 not-a-number'], hint: '"12 st"' },
  { id: 'Y06 in braces', file: slots('1,5'), gives: ['21:38 decimal-comma'], hint: 'allowed is a whole number 0 … 1000000, not 1.5 (found "1,5")' },
  { id: 'Y06', file: seeks('0,5'), gives: ['13:12 decimal-comma'], hint: 'write 0.5' },
  { id: 'Y07 _', file: slots('1_000'), gives: ['21:38 grouped-digits'], hint: 'write 1000' },
  { id: 'Y07 space', file: slots('1 000'), gives: ['21:38 grouped-digits'], hint: 'write 1000' },
  { id: 'Y08', file: slots('9007199254740993'), gives: ['21:38 number-too-large'], hint: 'never rounded' },
  { id: 'Y09', file: `${GOOD}seed: 8\n`, gives: ['23:1 duplicate-key'], hint: 'on line 3 and line 23' },
  { id: 'Y10', file: GOOD.replace('slots:', 'slotts:'), gives: ['19:1 unknown-key'], hint: 'did you mean `slots`?' },
  { id: 'Y10 within', file: seeks('1\n    elligible: 1'), gives: ['14:5 unknown-key'], hint: 'did you mean `eligible`?' },
  { id: 'Y11', file: bent('  Norr: { area', '\tNorr: { area'), gives: ['6:1 tab'] },
  { id: 'Y12', file: `%YAML 1.1\n---\n${GOOD}`, gives: ['1:1 directive'] },
  { id: 'Y13', file: `${GOOD}---\nname: again\n`, gives: ['23:1 second-document'] },
  { id: 'Y14', file: laughs(), gives: ['3:50 too-many-aliases'], exit: 5 },
  { id: 'Y14 cycle', file: `${GOOD}x: &x [*x]\n`, gives: ['23:8 alias-of-itself'] },
  { id: 'Y14 deep', file: `x: ${'['.repeat(100_000)}`, gives: ['1:67 too-deep'], exit: 5 },
  { id: 'Y14 deep dashes', file: `x:\n${'- '.repeat(100_000)}`, gives: ['2:127 too-deep'], exit: 5 },
  { id: 'Y14 long list', file: `${GOOD}slot-priority: [${'a, '.repeat(10_001)}]\n`, gives: ['23:16 too-many-items'], exit: 5 },
  { id: 'Y14 many parts', file: `${GOOD}${'#\n'.repeat(200_000)}`, gives: ['149881:2 too-many-parts'], exit: 5 },
  { id: 'Y15', file: `${GOOD}<<: { seed: 8 }\n`, gives: ['23:1 merge-key'] },
  { id: 'Y16', file: `${GOOD}__proto__: { polluted: 1 }\n`, gives: ['23:1 reserved-key'] },
  { id: 'Y16 region', file: bent('  Syd: {}', '  Syd: { __proto__: { polluted: 1 } }'), gives: ['7:10 reserved-key'] },
  { id: 'Y17', file: latin1, gives: ['3:18 not-utf8'], hint: 'byte E4 at line 3 column 18; save as UTF-8' },
  { id: 'Y18', file: '', gives: ['1:1 empty-scenario'] },
  { id: 'Y18 comments', file: '# nothing\n\n# more\n', gives: ['1:1 empty-scenario'] },
  { id: 'Y19 list', file: '- a\n- b\n', gives: ['1:1 not-a-mapping'] },
  { id: 'Y19 word', file: 'hello\n', gives: ['1:1 not-a-mapping'], hint: '"hello"' },
  { id: 'Y21', file: seed('!!js/function "x"'), gives: ['3:7 tag'], hint: '!!js/function' },
  { id: 'Y21 own', file: seed('!foo 1'), gives: ['3:7 tag'] },
  { id: 'Y22', file: seed('*missing'), gives: ['3:7 unknown-alias'], hint: '*missing' },
  { id: 'Y23', file: positions('{ from: ../../../etc/passwd }'), gives: ['18:20 file-outside'] },
  { id: 'Y23 home', file: positions('{ from: ~/x.csv }'), gives: ['18:20 file-outside'] },
  { id: 'Y30', file: seeks('1.2'), gives: ['13:12 out-of-range'], hint: '0 … 1' },
  { id: 'Y30 below', file: seeks('-0.1'), gives: ['13:12 out-of-range'], hint: '0 … 1' },
  { id: 'Y31', file: seeks('80'), gives: ['13:12 share-as-percent'], hint: '0.8 for 80 %?' },
  { id: 'Y32', file: seeks('80 %'), gives: ['13:12 percent'], hint: 'write 0.8' },
  { id: 'Y32 number', file: slots('80 %'), gives: ['21:38 percent'] },
  { id: 'Y33', file: bent('Syd: 0.5 }', 'Syd: 0.48 }'), gives: ['12:5 shares-sum'], hint: 'sum to 0.98' },
  { id: 'Y34', file: bent('to: 2027-12', 'to: 2025-12'), gives: ['2:41 time-order'], hint: 'line 2' },
  { id: 'Y34 equal', file: bent('to: 2027-12', 'to: 2026-01'), gives: ['2:41 time-order'] },
  { id: 'Y35', file: blocks('[{ hospital: 3 }, { psychiatry: 4.5 }]'), gives: ['16:65 not-whole-months'], hint: '4 or 5; or step: half-month' },
  { id: 'Y36', file: bent('    intakes', '    orders: custom\n    precedence: [[hospital, psychiatry], [psychiatry, hospital]]\n    intakes'), gives: ['18:55 precedence-cycle'], hint: 'hospital → psychiatry → hospital' },
  { id: 'Y37 pathway', file: bent('pathway: AT', 'pathway: ATT'), gives: ['10:14 unknown-pathway'], hint: '`AT`' },
  { id: 'Y37 region', file: bent('home: { Norr: 0.5, Syd', 'home: { Norr: 0.5, Syt'), gives: ['12:24 unknown-region'], hint: '`Syd`' },
  { id: 'Y37 block', file: bent('Norr: { hospital: 4', 'Norr: { hospitl: 4'), gives: ['21:13 unknown-block'], hint: '`hospital`' },
  { id: 'Y38 on one line', file: bent('  Syd: {}\n', `  Syd: {}\n`).replace('Norr: 0.5, Syd: 0.5', `Västra: 0.5, ${'Västra'.normalize('NFD')}: 0.5`), gives: ['12:26 duplicate-key'], hint: 'on line 12 column 13 and line 12 column 26' },
  { id: 'a blank after a name', file: bent('  Syd: {}\n', '  Syd: {}\n  "Norr ": {}\n'), gives: ['8:3 name-with-space'], hint: 'did you mean `Norr`?' },
  { id: 'a blank after a name that is referred to', file: bent('pathway: AT', 'pathway: "AT "'), gives: ['10:14 name-with-space'], hint: 'did you mean `AT`?' },
  { id: 'a key that is missing', file: bent('replications: 20\n', 'replications: 20\npass-limit: { a: 1 }\n').replace('    intakes: every-step\n', ''), gives: ['5:13 not-a-map', '17:5 missing-key'], hint: 'pathways.AT.intakes: the key is missing' },
  { id: 'Y38', file: bent('  Syd: {}\n', `  Syd: {}\n  Västerbotten: {}\n  ${'Västerbotten'.normalize('NFD')}: {}\n`), gives: ['9:3 duplicate-key'], hint: 'duplicate name' },
  { id: 'Y39 -1', file: seed('-1'), gives: ['3:7 out-of-range'], hint: '0 … 4294967295' },
  { id: 'Y39 1.5', file: seed('1.5'), gives: ['3:7 not-whole'], hint: '0 … 4294967295' },
  { id: 'Y39 abc', file: seed('abc'), gives: ['3:7 not-a-number'] },
  { id: 'Y39 1e20', file: seed('1e20'), gives: ['3:7 number-too-large'], hint: '4294967295' },
  { id: 'Y40', file: bent('replications: 20', 'replications: 0'), gives: ['4:15 out-of-range'], hint: '1 … 100000' },
  { id: 'Y40 many', file: bent('replications: 20', 'replications: 1000000000'), gives: ['4:15 too-many-replications'], exit: 5, hint: 'hours' },
  { id: 'Y41', file: blocks('[{ hospital: 0 }, { psychiatry: 1 }]'), gives: ['16:46 block-of-no-length'] },
  { id: 'Y42 regions', file: bent('  Norr: { area: Nord }\n  Syd: {}\n', '  {}\n'), gives: ['6:3 no-regions'] },
  { id: 'Y42 pathways', file: GOOD.replace(/pathways:[^]*positions/, 'pathways: {}\npositions'), gives: ['14:11 no-pathways'] },
  { id: 'Y42 blocks', file: blocks('[]'), gives: ['16:33 no-blocks'] },
  { id: 'leading zero', file: slots('010'), gives: ['21:38 leading-zero'], hint: '10 or 8' },
  { id: '1.000', file: slots('1.000'), gives: ['21:38 two-readings'], hint: '1 or 1000' },
  { id: '0x10', file: slots('0x10'), gives: ['21:38 notation'], hint: '16' },
  { id: '1e3', file: slots('1e3'), gives: ['21:38 notation'], hint: '1000' },
  { id: 'quoted', file: slots('"3"'), gives: ['21:38 quoted-number'] },
  { id: 'a name past 200 characters', file: bent('name: prov', `name: ${'a'.repeat(201)}`), gives: ['1:7 name-too-long'], exit: 5 },
  { id: 'a number of spaces', file: seeks(`"1${' '.repeat(100_000)}x"`), gives: ['13:12 name-too-long'], exit: 5 },
  { id: 'empty', file: seed(''), gives: ['3:1 empty-value'] },
  { id: 'sixtieths', file: blocks('[{ hospital: { length: 3, load: 0.123 } }, { psychiatry: 1 }]'), gives: ['16:65 not-sixtieths'], hint: '7/60' },
  { id: 'blocks', file: blocks(`[{ hospital: 3 }, { psychiatry: 1 }, ${Array.from({ length: 30 }, (_, i) => `{ b${i}: 1 }`).join(', ')}]`), gives: ['14:1 too-many-blocks'] },
];

const TWO = bent('positions:', '  BT:\n    variants: { bt: { blocks: [{ hospital: 6 }] } }\n    intakes: every-step\npositions:');
const custom = (chains: string): string => bent('    intakes', `    orders: custom\n    precedence: ${chains}\n    intakes`);
const inSlots = (line: string): string => bent('slots:\n', `slots:\n  ${line}\n`);
const cell = (value: string): string => positions(`{ by-region: { Norr: { AT: ${value} } } }`);
const rate = (value: string): string => bent('cohorts: [{ month: 2026-01, number: 4 }]', `rate: { per-year: ${value} }`);

/** What says nothing, says two things, or would change nothing. */
const NONSENSE: readonly Bad[] = [
  { id: 'unlimited and a number', file: inSlots('unlimited: [hospital]'), gives: ['22:13 places-of-unlimited', '23:12 places-of-unlimited'], hint: 'unlimited in every region (line 20)' },
  { id: 'unlimited twice', file: inSlots('unlimited: [other, other]').replace('{ psychiatry: 1 }]', '{ psychiatry: 1 }, { other: 1 }]'), gives: ['20:22 said-twice'] },
  { id: 'headroom 15', file: inSlots('headroom: 15'), gives: ['20:13 growth-as-percent'], hint: 'at most 5 (500 %); 0.15 for 15 %?' },
  { id: 'headroom 6000', file: inSlots('headroom: 6000'), gives: ['20:13 out-of-range'], hint: '0 … 5' },
  { id: 'headroom of nothing', file: inSlots('headroom: 0.15'), gives: ['20:3 headroom-without-file'], hint: 'changes nothing' },
  { id: 'headroom of a file named wrongly', file: bent('slots:\n  by-region:\n', 'slots:\n  headroom: 0.15\n  from: [a.csv]\n  by-region:\n'), gives: ['21:9 not-a-list'] },
  { id: 'no cohorts', file: cohorts('[]'), gives: ['11:14 empty-list'] },
  { id: 'a cohort after the run', file: cohorts('[{ month: 2028-01, number: 4 }]'), gives: ['11:24 outside-run'], hint: 'outside the run, 2026-01–2027-12' },
  { id: 'a cohort before the run', file: cohorts('[{ month: 2025-12, number: 4 }]'), gives: ['11:24 before-run'], hint: 'belong to initial' },
  { id: 'a gap twice', file: seeks('0.9\n    gap: [{ after: 1 months, share: 0.5 }, { after: 2 half-months, share: 0.5 }]'), gives: ['14:53 said-twice-at'], hint: 'line 14' },
  { id: 'no gaps', file: seeks('0.9\n    gap: []'), gives: ['14:10 empty-list'] },
  { id: 'deter 0', file: also('applications: { applies-to: 1, deter: 0 months }'), gives: ['23:39 deter-of-nothing'] },
  { id: 'no priority', file: also('slot-priority: []'), gives: ['23:16 empty-list'] },
  { id: 'strict with a pass limit', file: also('strict: true\npass-limit: 3'), gives: ['24:1 pass-limit-with-strict'], hint: 'line 23' },
  { id: 'a chain twice', file: custom('[[hospital, psychiatry], [hospital, psychiatry]]'), gives: ['18:42 said-twice'] },
  { id: 'a title of nothing', file: also('blocks: { hospitl: { sv: S, en: H } }'), gives: ['23:11 unknown-block'], hint: 'did you mean `hospital`?' },
  { id: 'places of a block that has a title only', file: slots('2, other: 3').replace('seed: 7', 'blocks: { other: { sv: Ö, en: O } }\nseed: 7'), gives: ['22:41 unknown-block'] },
  { id: 'a million a year', file: rate('1000000').replace('to: 2027-12', 'to: 2060-12'), gives: ['9:3 too-many-doctors'], exit: 5, hint: 'at most 20000000' },
  { id: 'too many orders', file: blocks(`[${Array.from({ length: 7 }, (_, i) => `{ b${i}: 1 }`).join(', ')}]`).replace('    intakes', '    orders: free\n    intakes').replace(/slots:[^]*/, 'slots: { unlimited: [b0, b1, b2, b3, b4, b5, b6] }\n'), gives: ['17:13 too-many-orders'], hint: 'more than 1000' },
  { id: 'places that begin late', file: slots('[{ from: 2026-06, places: 3 }]'), gives: ['21:38 starts-late'], hint: '2026-01' },
  { id: 'main supervisors that begin late', file: also('main-supervisors: { by-region: { Norr: [{ from: 2026-06, places: 3 }] } }'), gives: ['23:40 starts-late'] },
  { id: 'places from after the run', file: slots('[{ from: 2026-01, places: 3 }, { from: 2030-01, places: 5 }]'), gives: ['21:77 outside-run'], hint: '2026-01–2027-12' },
  { id: 'no region', file: positions('{ by-region: {} }'), gives: ['18:25 empty-map'] },
  { id: 'no main supervisor', file: also('main-supervisors: { by-region: {} }'), gives: ['23:32 empty-map'] },
  { id: 'no years', file: cell('[]'), gives: ['18:39 empty-list'] },
  { id: 'positions outside the run', file: cell('[{ year: 2026, number: 4 }, { year: 2027, number: 4 }, { year: 2050, number: 4 }]'), gives: ['18:94 outside-run'], hint: 'outside the run, 2026–2027' },
  { id: 'an intake in a year that has a number', file: cell('[{ year: 2026, number: 4 }, { year: 2027, number: 4 }, { intake: 2026-03, number: 5 }]'), gives: ['18:104 intake-in-year'], hint: 'line 18' },
  { id: 'own positions that lack a year', file: cell('[{ year: 2026, number: 4 }]'), gives: ['18:39 missing-years'], hint: 'lacks 2027' },
];

/** What a message says to write must be taken; where several forms are allowed it names them all. */
const ADVICE: readonly Bad[] = [
  { id: '1,000', file: seeks('1,000'), gives: ['13:12 two-readings'], hint: '1 or 1000?' },
  { id: '1,000 in braces', file: slots('1,000'), gives: ['21:38 two-readings'], hint: '1 or 1000?' },
  { id: '1,000,000', file: seeks('1,000,000'), gives: ['13:12 grouped-digits'], hint: 'allowed is a number 0 … 1, not 1000000' },
  { id: '1,000,000 in braces', file: slots('1,000,000'), gives: ['21:38 grouped-digits'], hint: 'write 1000000' },
  { id: '0,500', file: seeks('0,500'), gives: ['13:12 decimal-comma'], hint: 'write 0.5 ' },
  { id: 'a comma that no writing mends', file: seed('1,5'), gives: ['3:7 decimal-comma'], hint: 'allowed is a whole number 0 … 4294967295, not 1.5' },
  { id: 'percent of a whole number', file: slots('50 %'), gives: ['21:38 percent'], hint: 'allowed is a whole number 0 … 1000000, not 0.5' },
  { id: 'percent with a comma in braces', file: seeks('{ likely: 12,5 %, high: 1 }'), gives: ['13:22 percent'], hint: 'write 0.125' },
  { id: 'percent past the whole', file: seeks('120 %'), gives: ['13:12 percent'], hint: 'allowed is a number 0 … 1, not 1.2' },
  { id: '03', file: slots('03'), gives: ['21:38 notation'], hint: 'write 3 ' },
  { id: '08', file: slots('08'), gives: ['21:38 notation'], hint: 'write 8 ' },
  { id: 'a comma before a unit', file: also('discipline: { weighted: 0,04 per month }'), gives: ['23:25 decimal-comma'], hint: 'write 0.04 per month ' },
  { id: 'a comma before months', file: blocks('[{ hospital: { length: 3,5 half-months } }, { psychiatry: 1 }]'), gives: ['16:56 decimal-comma'], hint: 'write 3.5 half-months ' },
  { id: 'a comma before a name', file: home('{ Norr: 0,5, Syd }'), gives: ['12:19 decimal-comma', '12:24 empty-value'], hint: 'write 0.5 ' },
  { id: 'a comma in text', file: also('title: { sv: Södra, grundfall, en: South }'), gives: ['23:14 comma-in-text'], hint: 'put that in quotes' },
  { id: 'a word for places', file: slots('q'), gives: ['21:38 not-a-choice'], hint: 'a number of places, { centres, active, trainees, often }, unlimited or a list of { from, places }' },
  { id: 'null for places', file: slots('null'), gives: ['21:38 not-a-choice'], hint: ', unlimited or a list of { from, places }' },
  { id: 'a word for dated places', file: slots('[{ from: 2026-01, places: yes }]'), gives: ['21:64 not-a-choice'], hint: '{ centres, active, trainees, often } or unlimited (' },
  { id: 'a word for supervisors', file: also('supervisors: { by-region: { Norr: { hospital: many } } }'), gives: ['23:47 not-a-choice'], hint: '{ people, share, trainees, vacant, on-leave }, unlimited or a list' },
  { id: 'a number for positions', file: positions('5'), gives: ['18:12 not-a-choice'], hint: 'unlimited or { from, by-region, … }' },
  { id: 'intakes', file: bent('every-step', 'every-month'), gives: ['17:14 not-a-choice'], hint: 'every-step or { months, closes, window, by-region }' },
  { id: 'discipline', file: also('discipline: fifo'), gives: ['23:13 not-a-choice'], hint: 'longest-wait, lottery or { weighted: 0.04 per month }' },
  { id: 'home', file: home('Mitt'), gives: ['12:11 unknown-region'], hint: 'there are Norr, Syd; or a file or a map { region: share }' },
  { id: 'cohorts', file: cohorts('5'), gives: ['11:14 wrong-form'], hint: '{ intakes, programme, terms, completion } or a list of { month, number }' },
  { id: 'variants', file: bent('{ at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }', 'at-4'), gives: ['16:15 wrong-form'], hint: '{ from: FILE } or a map of names of variants' },
  { id: 'variant-of', file: bent('    intakes', '    variant-of: x\n    intakes'), gives: ['17:17 unknown-variant'], hint: 'there are at-4; or a file or a map { region: variant }' },
  { id: 'a block without its length', file: blocks('[hospital]'), gives: ['16:34 block-without-length'], hint: '- hospital: 3' },
  { id: 'blocks as a map', file: blocks('{ hospital: 3 }'), gives: ['16:33 list-expected'], hint: '[{ block: length }, …]' },
  { id: 'precedence as one chain', file: custom('[hospital]'), gives: ['18:18 list-expected'], hint: '[block, block]' },
  { id: 'intakes in one month', file: bent('every-step', '{ months: 3 }'), gives: ['17:24 list-expected'], hint: '[3, 9]' },
  { id: 'one bound', file: seeks('{ low: 0.95, likely: 0.9 }'), gives: ['13:33 bounds-order'], hint: 'does not hold: low 0.95, likely 0.9' },
  { id: 'a name of nothing', file: bent('name: prov', "name: ''"), gives: ['1:7 empty-value'] },
  { id: 'after the end', file: `${GOOD}...\nmore: text\n`, gives: ['24:1 second-document'], hint: 'found "more: text"' },
  { id: 'backslashes', file: positions('{ from: data\\p.csv }'), gives: ['18:20 backslash'], hint: 'write data/p.csv' },
];

test('a name of one letter is not meant for another', () => {
  const letters = GOOD.replaceAll('Norr', 'A').replaceAll('Syd', 'C').replace('home: { A', 'home: { B');
  expect(said(read(letters).issues)).toBe('s.yaml:12:13: error unknown-region: streams.old.home.B: no such region; there are A, C (found "B")');
});

describe('gives advice that holds', () => {
  test.each(ADVICE)('$id', ({ file, gives, hint = '' }) => {
    const { issues } = read(file);
    expect(places(issues)).toEqual(gives);
    expect(said(issues)).toContain(hint);
  });
});

describe('refuses a bad scenario, with its line and what to do', () => {
  test.each([...BAD, ...NONSENSE])('$id', refuse);
});

describe('takes what is legal', () => {
  test.each(['NO', 'Off', 'null', '1e3', '2026', 'constructor', 'true', '~', 'Västra Götaland'])('Y20: a region named %s keeps its name', (name) => {
    const result = read(GOOD.replaceAll('Norr', name));
    if (!result.ok) throw new Error(said(result.issues));
    expect(result.value.scenario.regions.map((region) => region.id).sort()).toEqual([name, 'Syd'].sort());
    expect(result.value.scenario.slots.some((row) => row.region === name && row.places?.value === 2)).toBe(true);
  });

  test('a name written in two ways of composing å is one name', () => {
    const result = read(GOOD.replaceAll('Norr', 'Skåne').replace('home: { Skåne', `home: { ${'Skåne'.normalize('NFD')}`));
    expect(places(result.issues)).toEqual([]);
  });

  test('shares that sum to one but for a billionth', () => {
    expect(read(bent('Syd: 0.5 }', 'Syd: 0.5000000005 }')).ok).toBe(true);
    expect(places(read(bent('Syd: 0.5 }', 'Syd: 0.500000005 }')).issues)).toEqual(['12:5 shares-sum']);
  });

  test.each([['\r\n'], ['\r']])('line breaks written %j mean the same', (mark) => {
    expect(places(read(GOOD.replaceAll('\n', mark)).issues)).toEqual([]);
    expect(places(read(GOOD.replace('seed: 7', 'seed: x').replaceAll('\n', mark)).issues)).toEqual(['3:7 not-a-number']);
  });

  test('warns of a chance too small to happen, and of two pathways without a priority', () => {
    const tiny = read(seeks('0.00000000001'));
    expect([tiny.ok, ...places(tiny.issues)]).toEqual([true, '13:12 chance-too-small']);
    const nowhere = read(also('applications: { mobile: 0.5, own-first: true }'));
    expect([nowhere.ok, ...places(nowhere.issues)]).toEqual([true, '23:1 applies-nowhere']);
    const two = read(TWO);
    expect([two.ok, ...places(two.issues)]).toEqual([true, '1:1 no-slot-priority']);
  });
});

test('says at most twenty things, in file order, and how many more there are', () => {
  const many = bent('cohorts: [{ month: 2026-01, number: 4 }]', `cohorts: [${Array.from({ length: 30 }, () => '{ month: 2026-13, number: 4 }').join(', ')}]`);
  const lines = said(read(many.replace('seed: 7', 'seed: x')).issues).split('\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/^s\.yaml:3:7: error not-a-number: seed: /);
  expect(lines[20]).toBe('and 11 more');
});
