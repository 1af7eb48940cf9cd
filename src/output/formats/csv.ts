import Papa from 'papaparse';
import { BugError } from '../../base/index.js';
import type { DataTable, TableCell } from '../tables/index.js';
import type { Lang } from '../words.js';

/** What separates cells and decimals: Swedish spreadsheets open the first by double-click, all other programs the second. */
const DIALECT = { sv: { delimiter: ';', decimal: ',' }, en: { delimiter: ',', decimal: '.' } } as const;

/** A byte order mark, without which spreadsheets misread å, ä and ö. */
const BOM = '\ufeff';

/** A table as CSV text. Names can never become formulas; numbers are plain, with every digit. */
export function writeCsv(table: DataTable, lang: Lang): string {
  const { delimiter, decimal } = DIALECT[lang];
  const rows = [table.columns, ...table.rows].map((row) => row.map((cell) => writeCell(cell, decimal)));
  return `${BOM}${Papa.unparse(rows, { delimiter, newline: '\n' })}\n`;
}

function writeCell(cell: TableCell, decimal: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guard(cell);
  if (!Number.isFinite(cell)) throw new BugError('a table holds a number that is not one');
  return String(cell).replace('.', decimal);
}

/** A name that a spreadsheet would take for a formula gets an apostrophe before it; one that already looks so gets one more. */
const guard = (name: string): string => (/^'*[=+\-@\t\r]/.test(name) ? `'${name}` : name);

/** The name that stands in a guarded cell. */
export function readName(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
