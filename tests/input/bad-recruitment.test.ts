import { describe, expect, test } from 'vitest';
import { bent, places, read, refuse, said, warned as isWarned, type Bad } from './support.js';

const positions = (more: string, cells = 'Norr: { AT: 4 }, Syd: { AT: 4 }'): string => bent('positions: unlimited', `positions: { by-region: { ${cells} }, ${more} }`);
const rule = (more: string): string => positions(`decide: [{ months: [2], lead: 3 months, ceiling: 9, lines: [{ queue-above: 2, change: 1 }]${more} }]`);
const decide = (text: string): string => positions(`decide: ${text}`);
const lines = (text: string): string => decide(`[{ months: [2], lead: 3, ceiling: 9, lines: [${text}] }]`);
const NORR_OPEN = 'Norr: { AT: unlimited }, Syd: { AT: 4 }';

const OFFERS: readonly Bad[] = [
  { id: 'nobody shows', file: positions('no-shows: 1'), gives: ['18:72 nobody-shows'], hint: 'below 1' },
  { id: 'no-shows in per cent', file: positions('no-shows: 8 %'), gives: ['18:72 percent'], hint: '0.08' },
  { id: 'no-shows of a pathway that does not exist', file: positions('no-shows: { ST: 0.1 }'), gives: ['18:74 unknown-pathway'] },
  { id: 'no-shows of a region that does not exist', file: positions('no-shows: { AT: { Nor: 0.1 } }'), gives: ['18:80 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'no-shows of nothing', file: positions('no-shows: {}'), gives: ['18:72 empty-map'] },
  { id: 'no-shows in a list', file: positions('no-shows: [0.1]'), gives: ['18:72 not-a-list'], hint: 'a number' },
  { id: 'no-shows of unlimited positions', file: positions('no-shows: { AT: { Norr: 0.1 } }', NORR_OPEN), gives: ['18:88 offers-of-unlimited'] },
  { id: 'offers too fine', file: positions('no-shows: 0.1, over-offer: 0.12345'), gives: ['18:89 offer-too-fine'], hint: 'write 0.123' },
  { id: 'half a reserve', file: positions('no-shows: 0.1, reserve: 2.5'), gives: ['18:86 not-whole'] },
  { id: 'carried by a number', file: positions('carry: 1'), gives: ['18:69 not-a-choice'], hint: 'true or false' },
  { id: 'offers of no positions', file: bent('positions: unlimited', 'positions: { no-shows: 0.1 }'), gives: ['18:1 from-or-by-region'] },
];

describe('refuses offers that cannot be', () => {
  test.each(OFFERS)('$id', refuse);
});

const RULES: readonly Bad[] = [
  { id: 'no rules', file: decide('[]'), gives: ['18:70 empty-list'] },
  { id: 'a rule without a ceiling', file: decide('[{ months: [2], lead: 3 months, lines: [{ queue-above: 2, change: 1 }] }]'), gives: ['18:71 missing-key'], hint: 'ceiling' },
  { id: 'a rule without lines', file: decide('[{ months: [2], lead: 3 months, ceiling: 9, lines: [] }]'), gives: ['18:121 empty-list'] },
  { id: 'a floor over the ceiling', file: rule(', floor: 10'), gives: ['18:161 floor-over-ceiling'], hint: '(9)' },
  { id: 'a lead of nothing', file: decide('[{ months: [2], lead: 0, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]'), gives: ['18:92 lead-of-nothing'] },
  { id: 'a lead of half a step', file: decide('[{ months: [2], lead: 1 half-months, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]'), gives: ['18:92 not-whole-months'] },
  { id: 'a line that reads two things', file: decide('[{ months: [2], lead: 3, ceiling: 9, lines: [{ queue-above: 2, vacant-above: 1, change: 1 }] }]'), gives: ['18:115 line-reads-one'], hint: 'queue-above, class-above, vacant-above' },
  { id: 'a line that reads nothing', file: decide('[{ months: [2], lead: 3, ceiling: 9, lines: [{ change: 1 }] }]'), gives: ['18:115 line-reads-one'] },
  { id: 'a line that reads another thing', file: decide('[{ months: [2], lead: 3, ceiling: 9, lines: [{ queue-over: 2, change: 1 }] }]'), gives: ['18:117 unknown-key'], hint: 'did you mean `queue-above`?' },
  { id: 'a line that an earlier one takes', file: lines('{ queue-above: 2, change: 1 }, { vacant-above: 1, change: -1 }, { queue-above: 9, change: 4 }'), gives: ['18:194 line-never-reached'], hint: 'the one on line 18 comes first, reads the same and holds above 2 already' },
  { id: 'a line said twice', file: lines('{ class-above: 2, change: 1 }, { class-above: 2, change: 3 }'), gives: ['18:161 line-never-reached'] },
  { id: 'a month that is none', file: decide('[{ months: [13], lead: 3, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]'), gives: ['18:82 out-of-range'] },
  { id: 'two rules for one cell', file: decide('[{ months: [2], lead: 3, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }, { where: { region: Syd }, months: [8], lead: 3, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]'), gives: ['18:149 two-rules'], hint: 'Syd, AT follows the rule on line 18' },
  { id: 'a rule on unlimited positions', file: positions('decide: [{ where: { region: Norr }, months: [2], lead: 3, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]', NORR_OPEN), gives: ['18:79 rule-on-unlimited'] },
  { id: 'a rule for a region that does not exist', file: rule(', where: { region: [Syd, Nor] }'), gives: ['18:177 unknown-region'], hint: 'did you mean `Norr`?' },
  { id: 'a rule for a block', file: rule(', where: { block: hospital }'), gives: ['18:163 unknown-key'], hint: 'region, pathway' },
];

describe('refuses rules that nobody can follow', () => {
  test.each(RULES)('$id', refuse);
});

const intakes = (more: string): string => bent('intakes: every-step', `intakes: { months: [3, 9], ${more} }`);
const late = (text: string): string => bent('seeks: 0.9', `seeks: 0.9\n    licence-late: ${text}`);

const LICENCES: readonly Bad[] = [
  { id: 'a window to the next intake', file: intakes('window: 6 months'), gives: ['17:40 window-past-intake'], hint: '6 months later' },
  { id: 'a window past the nearer intake', file: intakes('window: 3 months, by-region: { Syd: { months: [1, 3, 12] } }'), gives: ['17:40 window-past-intake'], hint: '1 months later' },
  { id: 'a window of half a step', file: intakes('window: 1 half-months'), gives: ['17:40 not-whole-months'] },
  { id: 'late by nothing', file: late('[{ of: 0, share: 0.1 }]'), gives: ['14:26 late-of-nothing'] },
  { id: 'late twice', file: late('[{ of: 1, share: 0.1 }, { of: 1 months, share: 0.1 }]'), gives: ['14:49 said-twice-at'] },
  { id: 'more than all late', file: late('[{ of: 1, share: 0.7 }, { of: 2, share: 0.7 }]'), gives: ['14:5 shares-above-one'], hint: 'sum to 1.4' },
  { id: 'nobody late', file: late('[]'), gives: ['14:19 empty-list'] },
];

describe('refuses recruitment that cannot be', () => {
  test.each(LICENCES)('$id', refuse);
});

const warned = (text: string): readonly string[] => {
  const result = read(text);
  if (!result.ok) throw new Error(said(result.issues));
  return places(result.issues);
};

test('warns of what changes nothing', () => {
  expect(warned(positions('over-offer: 0.1'))).toEqual(['18:62 over-offer-in-vain']);
  expect(warned(positions('no-shows: { AT: { Norr: 0.1 } }, reserve: { AT: { Syd: 2 } }'))).toEqual(['18:112 over-offer-in-vain']);
  expect(warned(positions('no-shows: 0.1, over-offer: 0.1, reserve: 2, carry: true'))).toEqual([]);
  expect(warned(decide('[{ months: [12], lead: 14 months, ceiling: 9, lines: [{ queue-above: 2, change: 1 }] }]'))).toEqual(['18:71 rule-never-holds']);
  expect(warned(rule(''))).toEqual([]);
  expect(warned(intakes('window: 2 months'))).toEqual(['17:32 window-of-nobody']);
  expect(warned(intakes('window: 2 months').replace('seeks: 0.9', 'applied-before: 0.5'))).toEqual([]);
});

describe('warns of a rule whose bounds the plan crosses', () => {
  // Four positions a year in every intake month of four: one at each.
  const planned = (more: string, bounds: string): string => bent('intakes: every-step', 'intakes: { months: [3, 6, 9, 12] }').replace('positions: unlimited', `positions: { by-region: { Norr: { AT: 4 }, Syd: { AT: 24 } }${more}, decide: [{ months: [3], lead: 3, ${bounds} }] }`);
  const cut = 'lines: [{ queue-above: 9, change: 1 }, { vacant-above: 0, change: -1 }]';
  test.each([
    { id: 'a line that cuts would raise to the floor', file: planned('', `floor: 3, ceiling: 9, ${cut}`), gives: ['18:103 floor-over-plan'], hint: 'in Norr, AT: 1 (2026-03):' },
    { id: 'a line that raises would cut to the ceiling', file: planned('', `ceiling: 4, ${cut}`), gives: ['18:105 ceiling-under-plan'], hint: 'in Syd, AT: 6 (2026-03):' },
    { id: 'in the region that the rule is of only', file: planned('', `floor: 3, ceiling: 4, ${cut}, where: { region: Syd }`), gives: ['18:115 ceiling-under-plan'] },
  ])('$id', isWarned);

  test('not where no line goes the other way, and not of vacancies that there cannot be', () => {
    expect(warned(planned('', 'floor: 3, ceiling: 9, lines: [{ queue-above: 9, change: 1 }]'))).toEqual([]);
    expect(warned(planned('', 'floor: 3, ceiling: 9, lines: [{ vacant-above: 1, change: -1 }]'))).toEqual([]);
    expect(warned(planned('', 'floor: 1, ceiling: 9, lines: [{ vacant-above: 1, change: -1 }]'))).toEqual([]);
  });
});
