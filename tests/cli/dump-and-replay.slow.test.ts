import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, makeProject, shell, SMALL } from './support.js';

let home = '';
beforeAll(() => {
  buildProgram();
  home = makeProject({ 's.yaml': SMALL });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (line: string) => shell(`$FLASKHALS ${line}`, { cwd: home });
const text = (name: string): string => readFileSync(join(home, name), 'utf8');
const put = (name: string, value: unknown): void => writeFileSync(join(home, name), typeof value === 'string' ? value : JSON.stringify(value, null, 1));

const PLAN = {
  steps: 12,
  streams: ['s'],
  regions: ['A'],
  pathways: { AT: { variants: { v: { blocks: [{ block: 'x', length: 2 }, { block: 'y', length: 1 }], before: [[0, 1]] } } } },
  pools: [{ region: 'A', kind: 'slots', block: 'x', capacity: 1 }, { region: 'A', kind: 'slots', block: 'y', capacity: null }],
  intakes: [{ region: 'A', pathway: 'AT', steps: 'all', positions: null }],
};
const doctor = (ordinal: number, more: object = {}) => ({ id: ['s', 0, ordinal], rank: ordinal, legs: [{ pathway: 'AT', variant: 'v', region: 'A', arrive: 0, ...more }] });
const INTAKE = { region: 'A', pathway: 'AT', steps: [0, 6] };
const RULE = { region: 'A', pathway: 'AT', steps: [3], lead: 1, ceiling: 5, year: 12, lines: [{ reads: 'queue', above: 0, change: 1 }] };
const ROSTER = { doctors: [doctor(1), doctor(0)] };

describe('dump', () => {
  test('writes a replication that replay repeats to the byte', () => {
    expect(run('dump s.yaml --plan o/p.json --roster o/r.json --records o/d.json --replication 2')).toMatchObject({ code: 0, stderr: '' });
    expect(run('replay o/p.json o/r.json --records o/again.json')).toMatchObject({ code: 0, stderr: '' });
    expect(text('o/again.json')).toBe(text('o/d.json'));
    const { doctors } = JSON.parse(text('o/d.json')) as { doctors: { legs: { start: number | null }[] }[] };
    expect(doctors.filter(({ legs }) => legs[0]!.start !== null).length).toBeGreaterThan(3);
    expect(Object.keys(JSON.parse(text('o/p.json')) as object)).toEqual(['steps', 'settings', 'streams', 'regions', 'pathways', 'pools', 'intakes', 'neighbours', 'exchange', 'gates']);
    const [one] = (JSON.parse(text('o/r.json')) as { doctors: { legs: object[] }[] }).doctors;
    expect(one).toMatchObject({ stretch: '1', mobile: true, legs: [{ leaves: [], applied: false }] });
  });

  test('gives another replication other luck', () => {
    run('dump s.yaml --plan o/p0.json --roster o/r0.json --records o/d0.json');
    expect(text('o/p0.json')).toBe(text('o/p.json'));
    expect(text('o/r0.json')).not.toBe(text('o/r.json'));
  });
});

test('does not dump a scenario with a region that the form has another word for', () => {
  put('same.yaml', `name: same
time: { from: 2026-01, to: 2027-12 }
regions: { same: {} }
streams: { old: { pathway: AT, cohorts: [{ month: 2026-01, number: 4 }] } }
pathways: { AT: { variants: { v: { blocks: [{ x: 3 }] } }, intakes: every-step } }
positions: unlimited
slots: { by-region: { same: { x: 1 } } }
`);
  const ended = run('dump same.yaml --plan o/same.json --roster o/r9.json --records o/d9.json');
  expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining('en region heter same')]);
  expect(existsSync(join(home, 'o/same.json'))).toBe(false);
});

describe('replay', () => {
  test('works a plan by hand: one slot for two steps, lowest rank first', () => {
    put('p.json', PLAN);
    put('r.json', ROSTER);
    expect(run('replay p.json r.json --records d.json --lang en')).toEqual({ code: 0, stderr: '', stdout: 'd.json: 2 doctors, 12 steps\n' });
    const { doctors, series } = JSON.parse(text('d.json')) as { doctors: unknown[]; series: Record<string, number[]> };
    expect(doctors).toMatchObject([
      { id: ['s', 0, 1], legs: [{ start: 2, completed: 5, waited: { queue: 2, between: 0 }, causes: { queue: { 'slots/x': 55_440 }, between: {} }, state: 'completed' }] },
      { id: ['s', 0, 0], legs: [{ start: 0, blocks: [{ index: 0, block: 'x', from: 0, until: 1, region: 'A' }, { index: 1, block: 'y', from: 2, until: 2, region: 'A' }] }] },
    ]);
    expect(series['queue']!.slice(0, 4)).toEqual([1, 1, 0, 0]);
  });

  const WRONG: readonly (readonly [name: string, plan: object | string, roster: object | string, said: readonly RegExp[]])[] = [
    ['a word that is no JSON', '{ "steps": 12, }', ROSTER, [/^p\.json:1:16: error json-syntax: not valid JSON/]],
    ['an empty file', ' ', ROSTER, [/^p\.json:1:\d+: error empty-file/]],
    ['a key that stands twice', '{ "steps": 12,\n  "steps": 13 }', ROSTER, [/^p\.json:2:3: error duplicate-key: steps: .*line 1 and line 2/]],
    ['a key that stands twice on a line', '{ "steps": 12, "steps": 13 }', ROSTER, [/^p\.json:1:16: error duplicate-key: steps: .*line 1 column 3 and line 1 column 16/]],
    ['numbers that would be rounded', JSON.stringify({ ...PLAN, steps: 12345 }).replace('12345', '9007199254740993').replace('"capacity":1', '"capacity":1.00000000000000000001'), ROSTER, [
      /error number-too-large: steps: .*never rounded \(found "9007199254740993"\)/, /error not-whole: pools\[1\]\.capacity: .*\(found "1\.00000000000000000001"\)/]],
    ['a region called same', { ...PLAN, regions: ['A', 'same'] }, ROSTER, [/error region-same: regions\[2\]: /]],
    ['who is in training but has not begun', PLAN, { doctors: [{ ...doctor(0), legs: [{ pathway: 'AT', variant: 'v', region: 'A', initial: { left: [3, 1], start: 1 } }] }] }, [
      /error out-of-range: doctors\[1\]\.legs\[1\]\.initial\.left\[1\]: allowed is 0 … 2 \(found "3"\)/, /error out-of-range: doctors\[1\]\.legs\[1\]\.initial\.start: allowed is ≤ 0 \(found "1"\)/]],
    ['a cohort that is neither', PLAN, { doctors: [{ ...doctor(0), id: ['s', null, 0] }] }, [/error wrong-form: doctors\[1\]\.id\[2\]: what is due here is a whole number or a text \(found "null"\)/]],
    ['a rank that is too large, and a step written otherwise', PLAN, { doctors: [{ ...doctor(0, { lottery: { '01': 5 } }), rank: 1e15 }, { ...doctor(1, { lottery: { 1: 3e15 } }) }] }, [/legs\[1\]\.lottery\.01: what is due here is a step/, /lottery\.1: allowed is ≤ 2251799813685247 \(/]],
    ['lists without end', '['.repeat(100_000), ROSTER, [/^p\.json:1:65: error too-deep/]],
    ['an unknown key', { ...PLAN, settings: { ruel: 'spread' } }, ROSTER, [/error unknown-key: settings\.ruel: .*did you mean `rule`\?/]],
    ['a key that is missing', { ...PLAN, intakes: undefined }, ROSTER, [/^p\.json:1:1: error missing-key: intakes/]],
    ['a word among few', { ...PLAN, settings: { mode: 'steps' } }, ROSTER, [/error not-a-choice: settings\.mode: allowed is itinerary, step \(found "steps"\); did you mean `step`\?/]],
    ['a number as text', { ...PLAN, steps: '12' }, ROSTER, [/^p\.json:2:11: error wrong-form: steps: what is due here is a whole number \(found "12"\)/]],
    ['a fraction in a series', { ...PLAN, pools: [{ region: 'A', kind: 'slots', block: 'x', capacity: [1, 0.5] }] }, ROSTER, [/error wrong-form: pools\[1\]\.capacity\[2\]: .*whole number/]],
    ['an exchange with oneself, of a block that is not', { ...PLAN, exchange: [{ home: 'A', host: 'A', block: 'xx', number: 1, from: 6, until: 5 }] }, ROSTER, [
      /error own-host: exchange\[1\]\.host: a region has no exchange with itself \(found "A"\)/, /error unknown-block: exchange\[1\]\.block: no such block; there are x, y/, /error until-before-from: exchange\[1\]\.until: until is before from \(6\)/]],
    ['two agreements at a time', { ...PLAN, regions: ['A', 'B'], exchange: [0, 5].map((from) => ({ home: 'A', host: 'B', block: 'x', number: 1, from, until: from + 5 })) }, ROSTER, [/error agreement-twice: exchange\[2\]: /]],
    ['two gates of a pathway, two sittings in one step', { ...PLAN, gates: [{ pathway: 'AT', min_steps: 1, sittings: [{ step: 6 }, { step: 6 }] }, { pathway: 'AT', min_steps: 1, sittings: [] }, { pathway: 'ATT', min_steps: 1, sittings: [] }] }, ROSTER, [
      /error said-twice: gates\[1\]\.sittings\[2\]\.step/, /error said-twice: gates\[2\]\.pathway/, /error unknown-pathway: gates\[3\]\.pathway: .*did you mean `AT`\?/]],
    ['two rules where positions are unlimited', { ...PLAN, decide: [RULE, { ...RULE, steps: [4, 4], floor: 8 }] }, ROSTER, [
      /error rule-of-unlimited: decide\[1\]: /, /error said-twice: decide\[2\]: /, /error rule-of-unlimited: decide\[2\]: /, /error said-twice: decide\[2\]\.steps\[2\]/, /error floor-over-ceiling: decide\[2\]\.floor: the floor is above the ceiling \(5\) \(found "8"\)/]],
    ['a locum of nowhere', { ...PLAN, locum: [{ region: 'Aa', block: 'z', load: 1, pathways: ['AT', 'AT'] }] }, ROSTER, [/error unknown-region: locum\[1\]\.region/, /error unknown-block: locum\[1\]\.block/, /error said-twice: locum\[1\]\.pathways\[2\]/]],
    ['ST posts of a block', { ...PLAN, pools: [{ region: 'A', kind: 'st', block: 'x', capacity: 1 }] }, ROSTER, [/error block-of-main: pools\[1\]\.block: main supervisors and ST posts belong to the region, not to a block/]],
    ['filled of no number, kept of no number', { ...PLAN, intakes: [{ ...INTAKE, positions: null, fillable: 1, carry: true }, { ...INTAKE, steps: [2], positions: 1, carry: true }] }, ROSTER, [/error fillable-of-unlimited: intakes\[1\]\.fillable: /, /error carry-of-unlimited: intakes\[1\]\.carry: /, /error carry-of-unlimited: intakes\[2\]\.carry: /]],
    ['what is left kept at some intakes', { ...PLAN, intakes: [{ ...INTAKE, positions: 1, carry: true }, { ...INTAKE, steps: [2], positions: 1 }] }, ROSTER, [/error carry-at-some: intakes\[1\]\.carry: /]],
    ['filled said in two ways', { ...PLAN, intakes: [{ ...INTAKE, positions: 1, fillable: 1, fillable_of: [[0, 1], [0, 1]] }] }, ROSTER, [/error fillable-twice: intakes\[1\]\.fillable_of: /]],
    ['filled of fewer than a rule may open', { ...PLAN, intakes: [{ ...INTAKE, positions: 1, fillable_of: [[0, 1], [0, 1, 3, 3, 4, 5]] }], decide: [RULE] }, ROSTER, [
      /error wrong-length: intakes\[1\]\.fillable_of\[1\]: 2 numbers in the list; 6 are due/, /error out-of-range: intakes\[1\]\.fillable_of\[2\]\[3\]: allowed is 0 … 2 \(found "3"\)/]],
    ['a first leg after another', PLAN, { doctors: [doctor(0, { region: 'same', delay: 1 })] }, [/error unknown-region: doctors\[1\]\.legs\[1\]\.region: no such region; there are A \(found "same"\)/, /error of-a-later-leg: doctors\[1\]\.legs\[1\]\.delay: /]],
    ['a later leg with a step of its own', PLAN, { doctors: [{ ...doctor(0), legs: [...doctor(0).legs, { ...doctor(0, { late: 1 }).legs[0]!, initial: { left: [1] } }] }] }, [
      /error wrong-length: doctors\[1\]\.legs\[2\]\.initial\.left/, /error of-the-first-leg: doctors\[1\]\.legs\[2\]\.arrive: /, /error of-the-first-leg: doctors\[1\]\.legs\[2\]\.late: /, /error of-the-first-leg: doctors\[1\]\.legs\[2\]\.initial: /]],
    ['a region that is not', PLAN, { doctors: [doctor(0, { region: 'Aa' })] }, [/^r\.json:\d+:\d+: error unknown-region: doctors\[1\]\.legs\[1\]\.region: no such region; there are A \(found "Aa"\)/]],
    ['a block before itself', { ...PLAN, pathways: { AT: { variants: { v: { blocks: [{ block: 'x', length: 1 }, { block: 'y', length: 1 }], before: [[0, 1], [1, 0]] } } } } }, ROSTER, [/error precedence-cycle: pathways\.AT\.variants\.v\.before: .*x \(0\) → y \(1\) → x \(0\)/]],
    ['more orders than can be listed', { ...PLAN, pathways: { AT: { variants: { v: { blocks: [...'abcdefg'].map((block) => ({ block, length: 1 })) } } } } }, ROSTER, [/error too-many-orders: pathways\.AT\.variants\.v\.blocks: more than 1000/]],
    ['positions for other steps than there are', { ...PLAN, intakes: [{ region: 'A', pathway: 'AT', steps: [0, 6], positions: [3] }] }, ROSTER, [/error wrong-length: intakes\[1\]\.positions: 1 numbers in the list; 2 are due/]],
    ['neither arrival nor initial state', PLAN, { doctors: [{ ...doctor(0), legs: [{ pathway: 'AT', variant: 'v', region: 'A' }] }] }, [/error arrive-or-initial: doctors\[1\]\.legs\[1\]/]],
    ['a doctor twice', PLAN, { doctors: [doctor(0), doctor(0)] }, [/error said-twice: doctors\[2\]\.id/]],
    ['a draw that is due', { ...PLAN, settings: { discipline: 'weighted', weight: 0 } }, { doctors: [doctor(0, { lottery: { 0: 5 } }), doctor(1, { lottery: { 0: 4 } })] }, [/error no-lottery: doctors\[2\]\.legs\[1\]\.lottery: no draw for step 1/]],
    ['a factor that is none', PLAN, { doctors: [{ ...doctor(0), stretch: 'half' }, { ...doctor(1), stretch: '0.0' }] }, [/error wrong-form: doctors\[1\]\.stretch: .*"57\/50" \(found "half"\)/]],
  ];

  test.each(WRONG)('refuses %s at its place, and writes nothing', (_name, plan, roster, said) => {
    put('p.json', plan);
    put('r.json', roster);
    rmSync(join(home, 'no.json'), { force: true });
    const ended = run('replay p.json r.json --records no.json --lang en');
    expect(ended.code).toBe(said.some((one) => one.source.includes('too-deep')) ? 5 : 3);
    const lines = ended.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(said.length);
    for (const one of said) expect(lines.filter((line) => one.test(line))).toHaveLength(1);
    expect(existsSync(join(home, 'no.json'))).toBe(false);
    expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('takes null for what may be absent, texts in who a doctor is, and any name', () => {
    put('p.json', PLAN);
    put('r.json', ROSTER);
    run('replay p.json r.json --records d.json');
    const plain = JSON.parse(text('d.json')) as { doctors: { legs: unknown[] }[] };
    const absent = { variant_in: null, delay: null, late: null, give_up: null, leaves: null, lottery: null, seeks: null, applied: null, exam: null, initial: null };
    const ids = [['s', '2027-06', 0], ['s', '2026-06', 'x']];
    const plan = { ...PLAN, settings: null, neighbours: null, exchange: null, gates: null, locum: null, decide: null, pools: PLAN.pools.map((pool) => ({ ...pool, views: undefined, crowding: null })), intakes: PLAN.intakes.map((one) => ({ ...one, fillable: null, fillable_of: null, carry: null })) };
    const roster = { doctors: [doctor(1, absent), doctor(0, absent)].map((one, i) => ({ ...one, id: ids[i], mobile: null, stretch: null })) };
    put('p.json', JSON.stringify(plan).replaceAll('"AT"', '"__proto__"'));
    put('r.json', JSON.stringify(roster).replaceAll('"AT"', '"__proto__"'));
    expect(run('replay p.json r.json --records d.json --lang en')).toMatchObject({ code: 0, stderr: '' });
    const given = text('d.json').replaceAll('"__proto__"', '"AT"');
    expect(JSON.parse(given)).toEqual({ ...plain, doctors: plain.doctors.map(({ legs }, i) => ({ id: ids[i], legs })) });
  });

  test('breaks ties by texts in order of code point, numbers before them', () => {
    const cohorts = ['\u{1F40C}', '\uFF5E', 'b', 'a', 10, 9, '9'];
    put('p.json', PLAN);
    put('r.json', { doctors: cohorts.map((cohort) => ({ ...doctor(0), id: ['s', cohort, 0], rank: 0 })) });
    expect(run('replay p.json r.json --records d.json')).toMatchObject({ code: 0 });
    const { doctors } = JSON.parse(text('d.json')) as { doctors: { id: unknown[]; legs: { start: number | null }[] }[] };
    const begun = doctors.filter(({ legs }) => legs[0]!.start !== null).sort((a, b) => a.legs[0]!.start! - b.legs[0]!.start!);
    expect(begun.map(({ id }) => id[1])).toEqual([9, 10, '9', 'a', 'b', '\uFF5E']);
  });

  test('has a doctor in training serve the variant of the region, as any other', () => {
    const two = { ...PLAN.pathways.AT.variants, u: { blocks: [{ block: 'y', length: 4 }] } };
    put('p.json', { ...PLAN, pathways: { AT: { variants: two } } });
    put('r.json', { doctors: [{ ...doctor(0), legs: [{ pathway: 'AT', variant: 'v', variant_in: { A: 'u' }, region: 'A', initial: { left: [3], start: -1 } }] }] });
    expect(run('replay p.json r.json --records d.json')).toMatchObject({ code: 0 });
    expect((JSON.parse(text('d.json')) as { doctors: unknown[] }).doctors).toMatchObject([{ legs: [{ variant: 'u', start: -1, completed: 3 }] }]);
  });

  test('tells of what is hardly meant, and runs it as it stands', () => {
    const variant = { ...PLAN.pathways.AT.variants.v, longest: 2, st_post: true };
    put('p.json', { ...PLAN, pathways: { AT: { variants: { v: variant } }, BT: PLAN.pathways.AT }, gates: [{ pathway: 'AT', min_steps: 4, sittings: [] }, { pathway: 'BT', min_steps: 1, sittings: [{ step: 5, seats: 0 }] }], decide: [{ ...RULE, pathway: 'BT' }] });
    put('r.json', ROSTER);
    const ended = run('replay p.json r.json --records d.json --lang en');
    expect(ended.code).toBe(0);
    expect(ended.stderr.match(/(?<=warning )[a-z-]+: [^:]+: .*/g)).toEqual([
      'longest-too-short: pathways.AT.variants.v.longest: shorter than the blocks together; 3 holds (found "2")',
      'no-st-posts: pathways.AT.variants.v.st_post: no ST posts in A: the variant is closed there',
      'gate-too-late: gates[1].min_steps: nobody can pass the gate: the pathway lasts at most 3 steps (found "4")',
      'gate-without-sitting: gates[2].sittings: nobody can pass the gate: no sitting with seats in the run',
      'rule-without-intake: decide[1]: the region has no intake of the pathway; the rule changes nothing',
    ]);
  });

  test.each([
    ['replay p.json r.json', 2, /^replay: --records FIL saknas/],
    ['replay p.json r.json --records r.json', 2, /^--records: r\.json: samma fil som roster/],
    ['dump s.yaml --plan a.json --roster ./a.json --records b.json', 2, /^--roster: \.\/a\.json: samma fil som --plan/],
    ['dump s.yaml --plan s.yaml --roster a.json --records b.json', 2, /^--plan: s\.yaml: samma fil som scenario/],
    ['dump s.yaml --plan a.json --roster c.json --records b.json --replication -1', 2, /^--replication: "-1" är inget heltal, 0 … 99999/],
    ['replay none.json r.json --records b.json', 4, /^none\.json:1:1: error file-missing/],
    ['dump s.yaml --plan s.yaml/a.json --roster c.json --records b.json', 4, /^Det gick inte att skriva s\.yaml\/a\.json/],
  ] as const)('%s: exit %i', (line, code, said) => {
    const ended = run(line);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(said);
    expect(existsSync(join(home, 'b.json'))).toBe(false);
  });
});
