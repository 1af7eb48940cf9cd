import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CARD_COLUMNS, deriveAll, RULES, writeCsv } from '../../../src/study/derive/index.js';
import { dataFiles, publishedTables, readRows, readTable } from '../../support/published-tables.js';

const tables = publishedTables();
const derived = deriveAll(tables);

/** The engine fits these files further than the published figures alone do; docs.slow.test.ts compares them, with slots and supervisors. */
const FITTED_BY_THE_ENGINE = ['home_shares.csv', 'skane_home_shares.csv'];

describe('the committed files of data/derived', () => {
  it.each(derived.filter((file) => !FITTED_BY_THE_ENGINE.includes(file.file)).map((file) => [file.file, file] as const))('%s is what its rule gives', (name, file) => {
    expect(readFileSync(`data/derived/${name}`, 'utf8')).toBe(writeCsv(file));
  });

  it('has one file for every rule, each rule under its own id', () => {
    expect(derived.map((file) => file.file)).toEqual(RULES.map((rule) => rule.writes));
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
    for (const rule of RULES) expect(rule.derive(tables).rows.length).toBeGreaterThan(0);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('rule %s reads the files it says and no others', (_, rule) => {
    const told = Object.fromEntries(rule.reads.map((file) => [file, tables[file]!]));
    expect(rule.derive(told)).toEqual(rule.derive(tables));
    for (const file of rule.reads) {
      const less = Object.fromEntries(Object.entries(told).filter(([name]) => name !== file));
      expect(() => rule.derive(less), `${rule.id} without ${file}`).toThrow(file);
    }
  });
});

describe('the card of every derived row', () => {
  it.each(derived.map((file) => [file.file, file] as const))('%s: value, unit, source, quality and date on every row', (name, file) => {
    expect(file.columns.slice(-CARD_COLUMNS.length)).toEqual([...CARD_COLUMNS]);
    for (const row of readRows(`data/derived/${name}`)) {
      expect(['published', 'derived', 'assumption']).toContain(row['quality']);
      for (const column of ['unit', 'source', 'as_of']) expect(row[column], JSON.stringify(row)).not.toBe('');
      for (const column of ['value', 'low', 'high']) expect(row[column], JSON.stringify(row)).toMatch(column === 'value' ? NUMBER : NUMBER_OR_NONE);
      const value = Number(row['value']);
      if (row['low'] !== '') expect(Number(row['low'])).toBeLessThanOrEqual(value);
      if (row['high'] !== '') expect(Number(row['high'])).toBeGreaterThanOrEqual(value);
    }
  });

  it.each(derived.map((file) => [file.file, file] as const))('%s: no two rows about the same thing', (_, file) => {
    const keys = file.rows.map((row) => row.slice(0, -CARD_COLUMNS.length).join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** Plain decimals; three after a whole part could be read as thousands. */
const NUMBER = /^(0|[1-9]\d*|0\.\d{1,4}|[1-9]\d*\.\d{1,2})$/;
const NUMBER_OR_NONE = new RegExp(`^$|${NUMBER.source}`);

describe('dictionary.csv', () => {
  const regions = readRows('data/derived/regions.csv').map((row) => row['region']!);
  const described = readRows('data/dictionary.csv');
  const files = dataFiles();

  it('describes every column of every file, in the order of the file', () => {
    for (const file of files) {
      const columns = described.filter((row) => row['file'] === file).map((row) => row['column']);
      expect(columns, file).toEqual([...readTable(`data/${file}`).columns]);
    }
  });

  it('says what each column means in both languages', () => {
    for (const row of described) {
      expect(row['meaning_sv'], JSON.stringify(row)).not.toBe('');
      expect(row['meaning_en'], JSON.stringify(row)).not.toBe('');
    }
  });

  it('is true of every cell', () => {
    for (const file of files) {
      const rows = readRows(`data/${file}`);
      for (const { column, allowed } of described.filter((row) => row['file'] === file)) {
        const fits = patternOf(allowed!, regions);
        expect(rows.map((row) => row[column!]!).filter((text) => !fits(text)), `${file} ${column!} is not ${allowed!}`).toEqual([]);
      }
    }
  });
});

/** What the column `allowed` of the dictionary lets a cell hold. */
function patternOf(allowed: string, regions: readonly string[]): (cell: string) => boolean {
  const patterns: Record<string, (cell: string) => boolean> = {
    text: (cell) => cell.trim() !== '',
    'text or empty': () => true,
    number: (cell) => /^-?\d+(\.\d+)?$/.test(cell),
    'number or empty': (cell) => cell === '' || /^-?\d+(\.\d+)?$/.test(cell),
    'whole number': (cell) => /^\d+$/.test(cell),
    '0..1': (cell) => Number(cell) >= 0 && Number(cell) <= 1,
    YYYY: (cell) => /^\d{4}$/.test(cell),
    'YYYY-MM': (cell) => /^\d{4}-(0[1-9]|1[0-2])$/.test(cell),
    'YYYY-MM-DD': (cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell),
    'YYYY-VT or YYYY-HT': (cell) => /^\d{4}-(VT|HT)$/.test(cell),
    'NN or empty': (cell) => /^(\d{2})?$/.test(cell),
    region: (cell) => regions.includes(cell),
    'region or Riket': (cell) => cell === 'Riket' || regions.includes(cell),
  };
  if (allowed.includes('|')) return (cell) => allowed.split('|').some((one) => one.trim() === cell);
  const pattern = patterns[allowed];
  if (pattern === undefined) throw new Error(`the dictionary says "${allowed}", which means nothing`);
  return pattern;
}
