import Papa from 'papaparse';
import { BugError } from '../../base/index.js';
import type { DataTable, TableCell } from '../tables/index.js';

/** A table as CSV text for other programs: comma, decimal point, one figure a row. Names can never become formulas; numbers are plain, with every digit. */
export function writeCsv(table: DataTable): string {
  return `${Papa.unparse([table.columns, ...table.rows].map((row) => row.map(writeCell)), { delimiter: ',', newline: '\n' })}\n`;
}

function writeCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guard(cell);
  if (!Number.isFinite(cell)) throw new BugError('a table holds a number that is not one');
  return String(cell);
}

/** A name that a spreadsheet would take for a formula gets an apostrophe before it; one that already looks so gets one more. */
const guard = (name: string): string => (/^'*[=+\-@\t\r]/.test(name) ? `'${name}` : name);

/** The name that stands in a guarded cell. */
export function readName(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
