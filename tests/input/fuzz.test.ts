import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exitOf, formatIssues } from '../../src/base/index.js';
import { bent, read } from './support.js';

const PROVING = process.env['PROVE'] === '1';
const SCENARIO = `${bent('positions: unlimited', 'positions: { from: p.csv }')}discipline: { weighted: 0.04 per month }\nassumptions:\n  - { id: a, sv: b, en: c }\n`;
const CARD = 'positions,survey,published,2026,,';
const TABLE = `region,pathway,year,value,unit,source,quality,as_of,low,high\n${['Norr', 'Syd'].flatMap((region) => [2026, 2027].map((year) => `${region},AT,${year},3,${CARD}\n`)).join('')}`;
const ODD = ['{', '}', '[', ']', ': ', '\n', '- ', '? ', '&a ', '*a', '!x ', '|', '"', "'", '#', '%', '\t', '010', '1e9', '.nan', 'null', '<<', '__proto__', '\u0301', '\u0000', '\uFEFF', '\r', '---\n', '1,5', ' 80 %', ';', '\u00a0', '-1'];

/** A text with a few places cut out, doubled or spoilt. */
const spoilt = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(30), fc.constantFrom('', 'again', ...ODD)), { minLength: 1, maxLength: 4 }).map((cuts) =>
    cuts.reduce((now, [at, length, put]) => (put === 'again' ? now.slice(0, at) + now.slice(at, at + length) + now.slice(at) : now.slice(0, at) + put + now.slice(put === '' ? at + length : at)), text),
  );

test('whatever is done to a file, it is read or refused with place and code, and never crashes', () => {
  const files = fc.oneof(spoilt(SCENARIO).map((text) => [text, TABLE] as const), spoilt(TABLE).map((text) => [SCENARIO, text] as const));
  fc.assert(
    fc.property(files, ([scenario, table]) => {
      const result = read(scenario, { 'p.csv': table });
      for (const line of formatIssues(result.issues, 'en')) expect(line).toMatch(/^[^:\n]+:\d+:\d+: (error|warning) [a-z0-9-]+: [^\n]*$|^and \d+ more$/);
      expect(result.ok).toBe(exitOf(result.issues) === 0);
    }),
    { numRuns: PROVING ? 100_000 : 1000 },
  );
});
