import { BugError, type Quality, type Table } from '../../base/index.js';

/** The files that the rules read, by name without folder: those of data/published, and assumptions.csv. */
export type Tables = Readonly<Record<string, Table>>;

/** One row of a file, its cells by column. */
export type Row = Readonly<Record<string, string>>;

/** The id of the nation where a file has rows for regions. */
export const NATION = 'Riket';

// Rules ask for the same file hundreds of times; a table never changes.
const known = new WeakMap<Table, readonly Row[]>();

/** The rows of a published file; a file that is missing is our fault, not a user's. */
export function rowsOf(tables: Tables, file: string): readonly Row[] {
  const table = tables[file];
  if (table === undefined) throw new BugError(`the rules need ${file}`);
  const rows = known.get(table) ?? table.rows.map((cells) => Object.fromEntries(table.columns.map((column, i) => [column, cells[i] ?? ''])));
  known.set(table, rows);
  return rows;
}

/** The text of a cell; a column that is missing is our fault. */
export function textIn(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new BugError(`no column ${column}`);
  return text;
}

/** The number in a cell; text that is none is our fault. */
export function numberIn(row: Row, column: string): number {
  const text = textIn(row, column);
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) throw new BugError(`${column} is not a number: ${text}`);
  return number;
}

/** The quality that a row states. */
export function qualityIn(row: Row): Quality {
  const text = textIn(row, 'quality');
  if (text === 'published' || text === 'derived' || text === 'assumption') return text;
  throw new BugError(`not a quality: ${text}`);
}

/** The only row that answers to a description; none or several is our fault. */
export function onlyRow(rows: readonly Row[], described: string, fits: (row: Row) => boolean): Row {
  const found = rows.filter(fits);
  if (found.length !== 1) throw new BugError(`${found.length} rows for ${described}`);
  return found[0]!;
}

/** The mean of some numbers. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** The sum of some numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

/** The value at a key that must be there. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new BugError(`nothing for ${String(key)}`);
  return value;
}
