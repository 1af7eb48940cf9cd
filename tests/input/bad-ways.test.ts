import { describe, test } from 'vitest';
import { also, bent, refuse, warned, type Bad } from './support.js';

const ofAt = (line: string): string => bent('intakes: every-step', `intakes: every-step\n    ${line}`);
const gate = (keys: string): string => ofAt(`gate: { ${keys} }`);
const st = (then: string, ofSt = ''): string => ofAt(`then: ${then}\n  ST: { variants: { st: { blocks: [{ hospital: 2 }] } }, intakes: every-step${ofSt} }`) + 'slot-priority: [AT, ST]\n';

const GATES: readonly Bad[] = [
  { id: 'a gate longer than the pathway', file: gate('served: 5 months, months: [2], passes: [0.9]'), gives: ['18:21 gate-too-long'], hint: 'nobody may ever sit' },
  { id: 'a gate of half a step', file: gate('served: 3 half-months, months: [2], passes: [0.9]'), gives: ['18:21 not-whole-months'] },
  { id: 'a gate without sittings', file: gate('served: 3, passes: [0.9]'), gives: ['18:5 months-or-sittings'], hint: 'either months' },
  { id: 'sittings said in two ways', file: gate('served: 3, months: [2], sittings: [{ month: 2026-04, seats: 4 }], passes: [0.9]'), gives: ['18:5 months-or-sittings'] },
  { id: 'seats of sittings that have their own', file: gate('served: 3, seats: 4, sittings: [{ month: 2026-04, seats: 4 }], passes: [0.9]'), gives: ['18:5 months-or-sittings'] },
  { id: 'no months', file: gate('served: 3, months: [], passes: [0.9]'), gives: ['18:32 empty-list'] },
  { id: 'a month twice', file: gate('served: 3, months: [2, 2], passes: [0.9]'), gives: ['18:36 said-twice'] },
  { id: 'a sitting outside the run', file: gate('served: 3, sittings: [{ month: 2030-02, seats: 4 }], passes: [0.9]'), gives: ['18:44 outside-run'], hint: '2026-01' },
  { id: 'a sitting twice', file: gate('served: 3, sittings: [{ month: 2026-04, seats: 4 }, { month: 2026-04, seats: 5 }], passes: [0.9]'), gives: ['18:74 said-twice-at'], hint: 'line 18' },
  { id: 'seats that begin late', file: gate('served: 3, months: [2], seats: [{ from: 2027-01, seats: 4 }], passes: [0.9]'), gives: ['18:44 starts-late'] },
  { id: 'sittings over before anybody may sit', file: gate('served: 3, sittings: [{ month: 2026-02, seats: 4 }], passes: [0.9]'), gives: ['18:5 gate-before-served'], hint: 'nobody can pass' },
  { id: 'no seats', file: gate('served: 3, months: [2], seats: 0, passes: [0.9]'), gives: ['18:5 gate-without-seats'], hint: 'nobody can pass' },
  { id: 'a gate that nobody passes', file: gate('served: 3, months: [2], passes: [0, 0]'), gives: ['18:45 gate-never-passed'] },
  { id: 'a gate without chances', file: gate('served: 3, months: [2], passes: []'), gives: ['18:45 empty-list'] },
  { id: 'a chance in per cent', file: gate('served: 3, months: [2], passes: [90 %]'), gives: ['18:46 percent'] },
];

describe('refuses gates that nobody can pass', () => {
  test.each(GATES)('$id', refuse);
});

const CHAINS: readonly Bad[] = [
  { id: 'a chain to what does not exist', file: st('[{ pathway: STT, share: 0.5 }]'), gives: ['18:23 unknown-pathway'], hint: 'did you mean `ST`?' },
  { id: 'a chain to itself', file: ofAt('then: [{ pathway: AT, share: 0.1 }]'), gives: ['18:23 endless-chain'], hint: 'AT → AT' },
  { id: 'a chain without end', file: st('[{ pathway: ST, share: 0.5 }]', ', then: [{ pathway: AT, share: 0.1 }]'), gives: ['18:23 endless-chain'], hint: 'AT → ST → AT' },
  { id: 'more than all go on', file: st('[{ pathway: ST, share: 0.7 }, { pathway: ST, share: 0.6, region: Syd }]'), gives: ['18:5 shares-above-one'], hint: 'sum to 1.3' },
  { id: 'the same chain twice', file: st('[{ pathway: ST, share: 0.2 }, { pathway: ST, share: 0.3, region: same }]'), gives: ['18:41 said-twice-at'] },
  { id: 'a chain to a region that does not exist', file: st('[{ pathway: ST, share: 0.2, region: Sydd }]'), gives: ['18:47 unknown-region'] },
  { id: 'a delay of half a step', file: st('[{ pathway: ST, share: 0.2, delay: 1 half-months }]'), gives: ['18:46 not-whole-months'] },
  { id: 'delays that lack some', file: st('[{ pathway: ST, share: 0.2, delay: [{ of: 3, share: 0.5 }] }]'), gives: ['18:39 shares-sum'] },
  { id: 'a chain of nothing', file: ofAt('then: []'), gives: ['18:11 empty-list'] },
];

describe('refuses chains that have no end or lead nowhere', () => {
  test.each(CHAINS)('$id', refuse);
});

const integrated = (keys: string): string => ofAt(`integrated: { ${keys} }`);
const posts = (sheet: string): string => `${integrated('at-4: { within: 9 months }')}st-posts: ${sheet}\n`;

const INTEGRATED: readonly Bad[] = [
  { id: 'nothing integrated', file: ofAt('integrated: {}'), gives: ['18:17 empty-map'] },
  { id: 'an integrated variant that does not exist', file: integrated('at-5: { within: 9 months }'), gives: ['18:19 unknown-variant'], hint: 'at-4' },
  { id: 'less time than the blocks take', file: integrated('at-4: { within: 3 months }'), gives: ['18:35 within-too-short'], hint: 'at least 4 months' },
  { id: 'a time of half a step', file: integrated('at-4: { within: 9 half-months }'), gives: ['18:35 not-whole-months'] },
  { id: 'ST posts of nothing', file: posts('{}'), gives: ['24:1 from-or-by-region'] },
  { id: 'ST posts of a region outside', file: posts('{ by-region: { Väster: 3 } }'), gives: ['24:26 unknown-region'], hint: 'Norr, Syd' },
  { id: 'half an ST post', file: posts('{ by-region: { Norr: 1.5 } }'), gives: ['24:32 not-whole'] },
  { id: 'ST posts counted by health centres', file: posts('{ by-region: { Norr: { centres: 4 } } }'), gives: ['24:32 missing-key', '24:34 unknown-key'] },
  { id: 'ST posts that begin late', file: posts('{ by-region: { Norr: [{ from: 2027-01, places: 3 }] } }'), gives: ['24:32 starts-late'] },
  { id: 'ST posts twice from a month', file: posts('{ by-region: { Norr: [{ from: 2026-01, places: 3 }, { from: 2026-01, places: 4 }] } }'), gives: ['24:71 said-twice-at'] },
];

describe('refuses forms inside ST that cannot be', () => {
  test.each(INTEGRATED)('$id', refuse);
});

const credit = (rows: string): string => ofAt(`credit: ${rows}`);

const CREDIT: readonly Bad[] = [
  { id: 'credit of nothing', file: credit('[]'), gives: ['18:13 empty-list'] },
  { id: 'credit that leaves nothing', file: credit('[{ region: Norr, share: 0.2, less: { psychiatry: 1 } }]'), gives: ['18:62 credit-leaves-nothing'], hint: 'nothing is left of the block in at-4' },
  { id: 'credit of a block that does not exist', file: credit('[{ region: Norr, share: 0.2, less: { psychiatri: 1 } }]'), gives: ['18:50 unknown-block'], hint: 'did you mean `psychiatry`?' },
  { id: 'credit of no length', file: credit('[{ region: Norr, share: 0.2, less: { hospital: 0 } }]'), gives: ['18:60 credit-of-nothing'] },
  { id: 'credit of no block', file: credit('[{ region: Norr, share: 0.2, less: {} }]'), gives: ['18:48 empty-map'] },
  { id: 'credit in a region that does not exist', file: credit('[{ region: Nor, share: 0.2, less: { hospital: 1 } }]'), gives: ['18:24 unknown-region'] },
  { id: 'credit for more than all', file: credit('[{ region: Norr, share: 0.6, less: { hospital: 1 } }, { region: [Syd, Norr], share: 0.6, less: { hospital: 2 } }]'), gives: ['18:5 credit-over-one'], hint: 'in Norr sum to 1.2' },
];

describe('refuses credit that nobody can have', () => {
  test.each(CREDIT)('$id', refuse);
});

const exchange = (rows: string): string => also(`exchange: [${rows}]`);
const swap = (more = ''): string => `{ home: Norr, host: Syd, block: psychiatry, places: 1${more} }`;

const EXCHANGE: readonly Bad[] = [
  { id: 'an exchange of nothing', file: exchange(''), gives: ['23:11 empty-list'] },
  { id: 'all that is wrong with agreements', file: exchange('{ home: Norr, host: Syd, block: psychiatry, place: 1 }, { home: Norr, host: Sydd, block: psychiatri, places: 1 }'), gives: ['23:56 unknown-key', '23:88 unknown-region', '23:101 unknown-block'] },
  { id: 'an exchange with oneself', file: exchange('{ home: Norr, host: Norr, block: psychiatry, places: 1 }'), gives: ['23:32 own-host'], hint: 'no exchange with itself' },
  { id: 'an exchange of a block that does not exist', file: exchange('{ home: Norr, host: Syd, block: psychiatri, places: 1 }'), gives: ['23:44 unknown-block'] },
  { id: 'an exchange with a region that does not exist', file: exchange('{ home: Norr, host: Sydd, block: psychiatry, places: 1 }'), gives: ['23:32 unknown-region'], hint: 'did you mean `Syd`?' },
  { id: 'an exchange of a block that the host does not offer', file: exchange(swap()).replace('Syd: { hospital: 4, psychiatry: 2 }', 'Syd: { hospital: 4, psychiatry: 0 }'), gives: ['23:44 host-without-slots'], hint: 'Syd has no slots' },
  { id: 'an equal exchange of what only one offers', file: exchange(swap(', equal: true')).replace('Norr: { hospital: 4, psychiatry: 2 }', 'Norr: { hospital: 4, psychiatry: 0 }'), gives: ['23:44 host-without-slots'], hint: 'Norr has no slots' },
  { id: 'an agreement twice', file: exchange(`${swap()}, ${swap(', from: 2027-01')}`), gives: ['23:69 agreed-twice'], hint: 'line 23' },
  { id: 'an equal agreement and its other half', file: exchange(`${swap(', equal: true')}, { home: Syd, host: Norr, block: psychiatry, places: 3 }`), gives: ['23:82 agreed-twice'], hint: 'Syd to Norr' },
  { id: 'an agreement that ends before it begins', file: exchange(swap(', from: 2027-01, until: 2026-05')), gives: ['23:89 until-before-from'] },
  { id: 'an agreement after the run', file: exchange(swap(', from: 2031-01')), gives: ['23:73 outside-run'] },
  { id: 'an agreement before the run', file: exchange(swap(', until: 2020-01')), gives: ['23:74 outside-run'] },
  { id: 'half a place', file: exchange('{ home: Norr, host: Syd, block: psychiatry, places: 0.5 }'), gives: ['23:64 not-whole'] },
];

describe('refuses agreements that move nobody', () => {
  test.each(EXCHANGE)('$id', refuse);
});

const SUPERVISED = 'supervisors: { by-region: { Norr: { psychiatry: 3 } } }';
const locum = (rows: string): string => also(`${SUPERVISED}\nlocum: [${rows}]`);

const LOCUM: readonly Bad[] = [
  { id: 'all that is wrong with locums', file: locum('{ blck: psychiatry, load: 1 }, { block: psychiatri, load: 1 }'), gives: ['24:11 unknown-key', '24:49 unknown-block'] },
  { id: 'locums of nothing', file: locum(''), gives: ['24:8 empty-list'] },
  { id: 'a load that is no sixtieths', file: locum('{ block: psychiatry, load: 0.123 }'), gives: ['24:36 not-sixtieths'], hint: '7/60' },
  { id: 'locums in a block that does not exist', file: locum('{ block: psychiatri, load: 0.05 }'), gives: ['24:18 unknown-block'] },
  { id: 'locums of a pathway that does not exist', file: locum('{ block: psychiatry, load: 0.05, pathway: BT }'), gives: ['24:51 unknown-pathway'] },
  { id: 'locums of no region', file: locum('{ block: psychiatry, load: 0.05, region: [] }'), gives: ['24:50 empty-list'] },
  { id: 'locums of a region twice', file: locum('{ block: psychiatry, load: 0.05 }, { block: psychiatry, load: 0.1, region: Norr }'), gives: ['24:44 said-twice-at'], hint: 'Norr, psychiatry' },
];

describe('refuses loads that cannot be', () => {
  test.each(LOCUM)('$id', refuse);
});

describe('warns of what closes something, or changes nothing', () => {
  test.each([
    { id: 'integrated without ST posts: closed, not free', file: integrated('at-4: { within: 9 months }'), gives: ['18:19 integrated-closed'], hint: 'at-4 is closed there, nobody can begin' },
    { id: 'ST posts in one region only', file: posts('{ by-region: { Norr: 3 } }'), gives: ['18:19 integrated-closed'], hint: 'no ST posts in Syd' },
    { id: 'ST posts that end within the run', file: posts('{ by-region: { Norr: 3, Syd: [{ from: 2025-01, places: 2 }, { from: 2026-09, places: 0 }, { from: 2027-02, places: 1 }] } }'), gives: ['18:19 integrated-closed-then'], hint: 'no ST posts: Syd 2026-09–2027-01; nobody can begin there then' },
    { id: 'ST posts that come after the first doctor', file: posts('{ by-region: { Norr: 3, Syd: [{ from: 2026-01, places: 0 }, { from: 2026-03, places: 1 }] } }'), gives: ['18:19 integrated-closed-then'], hint: 'Syd 2026-01–2026-02' },
    { id: 'ST posts that ended before the run', file: posts('{ by-region: { Norr: 3, Syd: [{ from: 2020-01, places: 2 }, { from: 2025-01, places: 0 }] } }'), gives: ['18:19 integrated-closed'], hint: 'no ST posts in Syd' },
    { id: 'ST posts that nobody holds', file: also('st-posts: { by-region: { Norr: 3 } }'), gives: ['23:1 st-posts-idle'] },
    { id: 'locums where supervisors are without limit', file: also('locum: [{ block: psychiatry, load: 0.05 }]'), gives: ['23:9 locum-of-unlimited'] },
    { id: 'locums in a region where supervisors are without limit', file: locum('{ block: psychiatry, load: 0.05, region: [Norr, Syd] }'), gives: ['24:9 locum-of-unlimited'], hint: 'in Syd' },
  ])('$id', warned);

  test.each([
    { id: 'a later pathway that nobody goes on to', file: st('[{ pathway: ST, share: 0 }]'), gives: ['18:34 line-of-nothing'] },
    { id: 'credit that nobody has', file: credit('[{ region: Norr, share: 0, less: { hospital: 1 } }]'), gives: ['18:37 line-of-nothing'] },
    { id: 'an agreement of no places', file: exchange('{ home: Norr, host: Syd, block: psychiatry, places: 0 }'), gives: ['23:64 line-of-nothing'], hint: 'as if the line were not there' },
    { id: 'locums who load nobody', file: locum('{ block: psychiatry, load: 0 }'), gives: ['24:36 line-of-nothing'] },
    { id: 'a leave that nobody takes', file: bent('seeks: 0.9', 'leaves: [{ share: 0, length: 3 months }]'), gives: ['13:23 line-of-nothing'] },
    { id: 'part time of nobody', file: bent('seeks: 0.9', 'part-time: [{ factor: 1.25, share: 0 }]'), gives: ['13:40 line-of-nothing'] },
    { id: 'a licence that is late for nobody', file: bent('seeks: 0.9', 'licence-late: [{ of: 1 months, share: 0 }]'), gives: ['13:43 line-of-nothing'] },
  ])('$id', warned);

  test('not of a setting that says its default: it is off', () => {
    warned({ file: bent('seeks: 0.9', 'gives-up: 0 per month').replace('positions: unlimited', 'positions: { by-region: { Norr: { AT: 3 }, Syd: { AT: 3 } }, no-shows: 0, over-offer: 0, reserve: 0, carry: false }'), gives: [] });
  });

  test('not of ST posts that come before the first doctor, nor of a month of every year without any', () => {
    const until = (month: string): string => posts(`{ by-region: { Norr: 3, Syd: [{ from: 2026-01, places: 0 }, { from: ${month}, places: 1, months: { 7: 0 } }] } }`).replace('month: 2026-01, number: 4', 'month: 2026-06, number: 4');
    warned({ file: until('2026-06'), gives: [] });
    warned({ file: until('2026-07'), gives: ['18:19 integrated-closed-then'] });
  });

  test('not of positions for a form that needs none', () => {
    const few = 'positions: { by-region: { Norr: { AT: 3 } } }';
    warned({ file: bent('positions: unlimited', few), gives: ['18:1 no-positions'] });
    warned({ file: posts('{ by-region: { Norr: 3, Syd: 2 } }').replace('positions: unlimited', few), gives: [] });
  });

  test('and of nothing where there is room: every region has posts, some have supervisors', () => {
    warned({ file: posts('{ by-region: { Norr: 3, Syd: 2 } }'), gives: [] });
    warned({ file: locum('{ block: psychiatry, load: 0.05 }'), gives: [] });
    warned({ file: exchange(`${swap(', until: 2026-05')}, ${swap(', from: 2026-06')}`), gives: [] });
  });
});
