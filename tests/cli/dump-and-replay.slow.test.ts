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
const ROSTER = { doctors: [doctor(1), doctor(0)] };

describe('dump', () => {
  test('writes a replication that replay repeats to the byte', () => {
    expect(run('dump s.yaml --plan o/p.json --roster o/r.json --records o/d.json --replication 2')).toMatchObject({ code: 0, stderr: '' });
    expect(run('replay o/p.json o/r.json --records o/again.json')).toMatchObject({ code: 0, stderr: '' });
    expect(text('o/again.json')).toBe(text('o/d.json'));
    const { doctors } = JSON.parse(text('o/d.json')) as { doctors: { legs: { start: number | null }[] }[] };
    expect(doctors.filter(({ legs }) => legs[0]!.start !== null).length).toBeGreaterThan(3);
  });

  test('gives another replication other luck', () => {
    run('dump s.yaml --plan o/p0.json --roster o/r0.json --records o/d0.json');
    expect(text('o/p0.json')).toBe(text('o/p.json'));
    expect(text('o/r0.json')).not.toBe(text('o/r.json'));
  });
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
    ['lists without end', '['.repeat(100_000), ROSTER, [/^p\.json:1:65: error too-deep/]],
    ['an unknown key', { ...PLAN, settings: { ruel: 'spread' } }, ROSTER, [/error unknown-key: settings\.ruel: .*did you mean `rule`\?/]],
    ['a key that is missing', { ...PLAN, intakes: undefined }, ROSTER, [/^p\.json:1:1: error missing-key: intakes/]],
    ['a word among few', { ...PLAN, settings: { mode: 'steps' } }, ROSTER, [/error not-a-choice: settings\.mode: allowed is itinerary, step \(found "steps"\); did you mean `step`\?/]],
    ['a number as text', { ...PLAN, steps: '12' }, ROSTER, [/^p\.json:2:11: error wrong-form: steps: what is due here is a whole number \(found "12"\)/]],
    ['a fraction in a series', { ...PLAN, pools: [{ region: 'A', kind: 'slots', block: 'x', capacity: [1, 0.5] }] }, ROSTER, [/error wrong-form: pools\[1\]\.capacity\[2\]: .*whole number/]],
    ['what the engine cannot do', { ...PLAN, exchange: [{ home: 'A' }], gates: [{ pathway: 'AT' }] }, ROSTER, [/error not-in-engine: exchange: /, /error not-in-engine: gates: /]],
    ['a pool of ST posts', { ...PLAN, pools: [{ region: 'A', kind: 'st', capacity: 1 }] }, ROSTER, [/error not-in-engine: pools\[1\]\.kind: the engine cannot do this \(found "st"\)/]],
    ['a second leg', PLAN, { doctors: [{ ...doctor(0), legs: [...doctor(0).legs, ...doctor(0).legs] }] }, [/^r\.json:\d+:\d+: error not-in-engine: doctors\[1\]\.legs\[2\]/]],
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
    said.forEach((one, i) => expect(lines[i]).toMatch(one));
    expect(existsSync(join(home, 'no.json'))).toBe(false);
    expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([]);
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
