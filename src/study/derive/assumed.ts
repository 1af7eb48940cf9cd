import type { Quality } from '../../base/index.js';
import { numberIn, onlyRow, qualityIn, rowsOf, textIn, type Row, type Tables } from './rows.js';

/** A number that a rule needs, with what stands behind it (data/assumptions.csv). */
export interface Assumed {
  readonly key: string;
  readonly value: number;
  /** The cell as written, for codes such as 06. */
  readonly text: string;
  readonly unit: string;
  readonly source: string;
  readonly quality: Quality;
  readonly asOf: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function read(row: Row): Assumed {
  return {
    key: textIn(row, 'key'),
    value: numberIn(row, 'value'),
    text: textIn(row, 'value'),
    unit: textIn(row, 'unit'),
    source: textIn(row, 'source'),
    quality: qualityIn(row),
    asOf: textIn(row, 'as_of'),
    low: row['low'] === '' ? undefined : numberIn(row, 'low'),
    high: row['high'] === '' ? undefined : numberIn(row, 'high'),
  };
}

/** One number that a rule needs, by name and key. */
export function assumed(tables: Tables, name: string, key = ''): Assumed {
  return read(onlyRow(rowsOf(tables, 'assumptions.csv'), `${name} ${key}`.trim(), (row) => row['name'] === name && row['key'] === key));
}

/** All numbers of one name, in the order of the file; none is fine. */
export function assumedList(tables: Tables, name: string): readonly Assumed[] {
  return rowsOf(tables, 'assumptions.csv')
    .filter((row) => row['name'] === name)
    .map(read);
}
