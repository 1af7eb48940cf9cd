import Papa from 'papaparse';
import { succeed, fail, type Issue, type Result, type Table } from '../base/index.js';
import { toIssue, type Fault } from '../model/index.js';
import { decode, type Encoding } from './decode.js';

/** How a data file is written, where the scenario says so. */
export interface FileNote {
  readonly decimal?: 'comma' | 'point' | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: ',' | ';' | undefined;
}

const MOST_COLUMNS = 1000;
const NUMBER_COLUMNS = ['value', 'low', 'high'];

/** Reads a CSV file to cells of text, every row with its line; how it is written is declared, or seen where only one reading is possible. */
export function readTable(bytes: Uint8Array, file: string, note: FileNote = {}): Result<Table> {
  if (isWorkbook(bytes)) return fail([toIssue({ file, line: 1, column: 1, path: '' }, { code: 'workbook' })]);
  const decoded = decode(bytes, file, note.encoding);
  if ('issue' in decoded) return fail([decoded.issue]);
  const say = (line: number, column: number, fault: Fault, path = ''): Issue => toIssue({ file, line, column, path }, fault);
  const whole = decoded.text.replaceAll(/\r\n?/g, '\n');
  if (whole.trim() === '') return fail([say(1, 1, { code: 'empty-file' })]);
  const mark = /^"?sep=(.?)"?\n/i.exec(whole);
  const text = mark ? whole.slice(mark[0].length) : whole;
  const firstLine = mark ? 2 : 1;
  const delimiter = note.delimiter ?? (mark ? mark[1]! : delimiterOf(text));
  if (delimiter !== ',' && delimiter !== ';') return fail([say(mark ? 1 : firstLine, 1, { code: 'delimiter', found: delimiter === '' ? text.split('\n', 1)[0]! : delimiter })]);
  const quote = brokenQuote(text, delimiter, firstLine);
  if (quote) return fail([say(quote.line, quote.column, { code: 'unclosed-quote', found: quote.found })]);
  const { header, rows, lines } = split(text, delimiter, firstLine);
  const issues = headerFaults(header.cells, header.line, say).concat(rowFaults(rows, lines, header.cells, say));
  if (rows.length === 0) issues.push(say(header.line, 1, { code: 'no-rows' }));
  if (issues.length > 0) return fail(issues);
  const encoding = note.encoding === 'windows-1252' ? 'windows-1252' : decoded.hadMark ? 'utf-8 with BOM' : 'utf-8';
  const read = { delimiter, encoding, headerLine: header.line, ...decimalMark(header.cells, rows, delimiter, note.decimal) };
  return succeed({ file, columns: header.cells, rows, lines, read });
}

const WORKBOOKS = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]];

/** Whether a file begins as workbooks do, .xlsx and .ods or .xls. */
const isWorkbook = (bytes: Uint8Array): boolean => WORKBOOKS.some((mark) => mark.every((byte, i) => bytes[i] === byte));

type Say = (line: number, column: number, fault: Fault, path?: string) => Issue;

/** The delimiter that the header shows; one that is refused is shown as itself, and none at all as nothing. */
function delimiterOf(text: string): string {
  const header = text.slice(0, (text.indexOf('\n') + text.length + 1) % (text.length + 1)).replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => header.split(mark).length - 1;
  if (count(';') === 0 && count(',') === 0) return ['\t', '|', ':'].find((mark) => count(mark) > 0) ?? '';
  return count(';') > count(',') ? ';' : ',';
}

/** The first quoted field that is not closed before the next delimiter, or not at all. */
function brokenQuote(text: string, delimiter: string, firstLine: number): { readonly line: number; readonly column: number; readonly found: string } | undefined {
  let line = firstLine;
  let column = 1;
  let fieldStart = true;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (mark === '"' && fieldStart) {
      const end = closingQuote(text, i + 1);
      const after = text[end + 1];
      if (end < 0 || (after !== undefined && after !== delimiter && after !== '\n')) return { line, column, found: text.slice(i, i + 80).split('\n')[0]! };
      line += text.slice(i, end).split('\n').length - 1;
      i = end;
      fieldStart = false;
    } else {
      fieldStart = mark === delimiter || mark === '\n';
      if (mark === delimiter) column += 1;
      if (mark === '\n') [line, column] = [line + 1, 1];
    }
  }
  return undefined;
}

/** Offset of the quote that closes a field, doubled ones skipped; −1 when there is none. */
function closingQuote(text: string, from: number): number {
  for (let i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 2)) if (text[i + 1] !== '"') return i;
  return -1;
}

interface Parts {
  readonly header: { readonly cells: readonly string[]; readonly line: number };
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

function split(text: string, delimiter: string, firstLine: number): Parts {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"', header: false, skipEmptyLines: false });
  const filled: { cells: string[]; line: number }[] = [];
  let line = firstLine;
  for (const cells of data) {
    if (cells.length > 1 || (cells[0] ?? '').trim() !== '') filled.push({ cells, line });
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
  }
  const [header, ...rows] = filled;
  return { header: { cells: (header?.cells ?? []).map((cell) => cell.trim().normalize('NFC')), line: header?.line ?? firstLine }, rows: rows.map((row) => row.cells), lines: rows.map((row) => row.line) };
}

function headerFaults(cells: readonly string[], line: number, say: Say): Issue[] {
  if (cells.length > MOST_COLUMNS) return [say(line, MOST_COLUMNS + 1, { code: 'too-many-items', values: { max: MOST_COLUMNS } })];
  return cells.flatMap((cell, i) => {
    const first = cells.indexOf(cell);
    if (cell === '') return [say(line, i + 1, { code: 'empty-header', found: '' })];
    return first < i ? [say(line, i + 1, { code: 'duplicate-column', found: cell, values: { first: first + 1, second: i + 1 } }, cell)] : [];
  });
}

function rowFaults(rows: readonly (readonly string[])[], lines: readonly number[], header: readonly string[], say: Say): Issue[] {
  return rows.flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === '')) return [say(lines[i]!, 1, { code: 'empty-row' })];
    if (row.length === header.length) return [];
    const column = Math.min(row.length, header.length + 1);
    return [say(lines[i]!, column, { code: 'ragged-row', found: row.join(' | '), values: { fields: row.length, columns: header.length } })];
  });
}

/** A comma separates decimals where that is declared, or in a file with semicolons that has commas and no points among its numbers. */
function decimalMark(header: readonly string[], rows: readonly (readonly string[])[], delimiter: string, declared: FileNote['decimal']): Pick<Table['read'], 'decimalMark' | 'markKnown'> {
  if (declared) return { decimalMark: declared === 'comma' ? ',' : '.', markKnown: true };
  const columns = NUMBER_COLUMNS.map((name) => header.indexOf(name)).filter((i) => i >= 0);
  const marks = { comma: 0, point: 0, commaSure: false, pointSure: false };
  for (const row of rows)
    for (const i of columns) {
      const cell = (row[i] ?? '').trim();
      if (/^-?\d+,\d+$/.test(cell)) marks.comma += 1;
      if (/^-?\d+\.\d+$/.test(cell)) marks.point += 1;
      if (shows(cell, ',')) marks.commaSure = true;
      if (shows(cell, '.')) marks.pointSure = true;
    }
  const comma = delimiter === ';' && marks.comma > 0 && marks.point === 0;
  return { decimalMark: comma ? ',' : '.', markKnown: comma ? marks.commaSure : marks.pointSure };
}

/** Whether a number can have its mark for decimals only: 0,5 and 1,25 can, 1,500 could be thousands. */
function shows(cell: string, mark: ',' | '.'): boolean {
  const [head, tail, more] = cell.replace(/^-/, '').split(mark);
  if (head === undefined || tail === undefined || more !== undefined || !/^\d+$/.test(head) || !/^\d+$/.test(tail)) return false;
  return tail.length !== 3 || head === '0' || head.length > 3;
}
