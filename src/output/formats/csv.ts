import Papa from 'papaparse';
import { BugError } from '../../base/index.js';
import type { DataTable, TableCell } from '../tables/index.js';

/** A table as CSV text for other programs: comma, decimal point, one figure a row. Names can never become formulas; numbers are plain, with every digit. */
export function writeCsv(table: DataTable): string {
  return write(table, { delimiter: ',', newline: '\n' }, String);
}

/** A table as a Swedish spreadsheet opens it by double-click: semicolon, decimal comma, byte order mark, at most two decimals. */
export function writeSwedishCsv(table: DataTable): string {
  return `\ufeff${write(table, { delimiter: ';', newline: '\r\n' }, (value) => String(Math.round(value * 100) / 100).replace('.', ','))}`;
}

function write(table: DataTable, dialect: { readonly delimiter: string; readonly newline: string }, writeNumber: (value: number) => string): string {
  const rows = [table.columns, ...table.rows].map((row) => row.map((cell) => writeCell(cell, writeNumber)));
  return Papa.unparse(rows, dialect) + dialect.newline;
}

function writeCell(cell: TableCell, writeNumber: (value: number) => string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guard(cell);
  if (!Number.isFinite(cell)) throw new BugError('a table holds a number that is not one');
  return writeNumber(cell);
}

/** A name that a spreadsheet would take for a formula gets an apostrophe before it; one that already looks so gets one more. */
const guard = (name: string): string => (/^'*[=+\-@\t\r]/.test(name) ? `'${name}` : name);

/** The name that stands in a guarded cell. */
export function readName(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
