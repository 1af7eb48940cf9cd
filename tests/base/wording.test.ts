import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMIT_NAMES } from '../../src/cli/limits.js';
import { LIMITS } from '../../src/input/index.js';
import { catalogue, describeCodes, describeIssues, exitOf, formatIssues, quote, type Issue } from '../../src/base/index.js';

const issue = (code: string, more: Partial<Issue> = {}): Issue => ({ code, severity: 'error', where: { file: 's.yaml', line: 2, column: 3, path: 'seed' }, values: {}, ...more });

const limits = Object.fromEntries(Object.entries(LIMIT_NAMES).map(([name, key]) => [name, LIMITS[key]]));

test('the reference of error codes is what the catalogue says', () => {
  expect(readFileSync('docs/errors.md', 'utf8')).toBe(describeCodes(limits));
});

test('every code that the reading of scenarios gives has words, and every word a code', () => {
  const source = ['src/input', 'src/model', 'src/study/replay'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`${folder}/${file}`, 'utf8')));
  const text = source.join('\n');
  const given = new Set([...text.matchAll(/(?:code: |fault\()'([a-z0-9-]+)'/g)].map((hit) => hit[1]!));
  const known = Object.keys(catalogue).filter((code) => !/^(unknown|file)-/.test(code));
  expect(known.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  expect([...given].filter((code) => code !== 'custom' && !(code in catalogue))).toEqual([]);
});

test('shows control characters escaped and long values cut', () => {
  expect(quote('a\u0000b\u202e')).toBe('"a\\u0000b\\u202e"');
  expect(quote('x'.repeat(100))).toBe(`"${'x'.repeat(80)}…"`);
});

test('speaks Swedish and English of the same thing at the same place', () => {
  const one = issue('unknown-key', { found: 'sed', nearest: 'seed', values: { allowed: 'seed' } });
  expect(formatIssues([one], 'sv')).toEqual(['s.yaml:2:3: error unknown-key: seed: okänd nyckel; tillåtna är seed (fann "sed"); menade du `seed`?']);
  expect(formatIssues([one], 'en')).toEqual(['s.yaml:2:3: error unknown-key: seed: unknown key; allowed are seed (found "sed"); did you mean `seed`?']);
});

test('a limit decides the exit code before a file that cannot be read, and that before what is invalid', () => {
  expect(exitOf([issue('not-whole'), issue('file-missing'), issue('too-deep')])).toBe(5);
  expect(exitOf([issue('not-whole'), issue('file-missing')])).toBe(4);
  expect(exitOf([issue('not-whole')])).toBe(3);
  expect(exitOf([issue('no-slots', { severity: 'warning' })])).toBe(0);
});

/** English words that are no names of fields. */
const ENGLISH = /\b(the|and|is|are|with|not|must|than|there|here|which|expected|missing|unexpected)\b/i;

test('says nothing in English where Swedish is spoken', () => {
  const folder = 'src/output/wording';
  const output = readdirSync(folder).flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\bsv:\s*'((?:[^'\\]|\\.)*)'/g)].map((hit) => hit[1]!));
  expect(output.length).toBeGreaterThan(150);
  const errors = Object.values(catalogue).map(({ sv }) => sv);
  expect([...output, ...errors].filter((text) => ENGLISH.test(text.replaceAll(/\{\w+\}/g, '')))).toEqual([]);
});

test('a report tells where something suspect stands, without the marks of a terminal, and no more than a terminal does', () => {
  const one = issue('no-slot-priority', { severity: 'warning', values: { pathways: 'AT, BT' } });
  expect(describeIssues([one], 'en')).toEqual(['s.yaml:2: seed: several pathways (AT, BT) but no slot-priority: none goes before another']);
  expect(describeIssues(Array.from({ length: 23 }, () => one), 'sv')).toHaveLength(21);
  expect(describeIssues(Array.from({ length: 23 }, () => one), 'sv').at(-1)).toBe('och 3 till');
});
