import { suggest, written, type Path, type Place, type Quality, type Table } from '../base/index.js';
import { isPeriod, readMonth, readTerm } from './dates.js';
import { QUALITIES, readName } from './fields.js';
import { inOrder } from './figures.js';
import { readNumber, type Fault, type NumberRule, type Reading } from './numbers.js';
import { object, toIssue, type Reader } from './reader.js';
import type { Sourced } from './scenario.js';

/** How a key column is written. */
export type KeyKind = 'name' | 'month' | 'term' | NumberRule;

/** What a data file must hold: key columns (a `?` after the name: may be absent), which of them tell rows apart, and the rule of the value. */
export interface SheetRule {
  readonly keys: Readonly<Record<string, KeyKind>>;
  readonly unique?: readonly string[];
  readonly value: NumberRule;
  /** Rows for which this is false are not part of the scenario and are not judged further. */
  readonly concerns?: (keys: Readonly<Record<string, string>>) => boolean;
  /** What is wrong with a name of a key column that nothing bears: asked of every row, whatever else is wrong with it. */
  readonly names?: Readonly<Record<string, (name: string) => Fault | undefined>>;
  /** What a sound row must be by itself: asked although other rows are wrong. */
  readonly each?: (row: Row) => void;
}

/** A row of a data file, judged. */
export interface Row {
  readonly name: (column: string) => string;
  readonly number: (column: string) => number;
  readonly value: Sourced;
  readonly line: number;
  readonly complain: (column: string, fault: Fault) => void;
}

const CARD = ['value', 'unit', 'source', 'quality', 'as_of'];
const OPTIONAL_CARD = ['low', 'high', 'note'];
/** The years that a key column may speak of. */
export const YEAR: NumberRule = { whole: true, min: 1900, max: 2199 };

/** Reads a data file by its rule; every row that is wrong is complained of at its own line, with the line that named the file. */
export function readRows(reader: Reader, file: string, path: Path, rule: SheetRule): { readonly rows: readonly Row[]; readonly has: (column: string) => boolean } | undefined {
  const table = reader.table(file, path);
  if (!table) return undefined;
  const by = reader.at(path);
  const at = new Map(table.columns.map((column, i) => [column, i]));
  const sheet = { reader, table, by: `${by.file}:${by.line}`, rule, at, value: { ...rule.value, decimalMark: table.read.decimalMark, markKnown: table.read.markKnown }, seen: new Map<string, Map<string, Reading<string | number>>>() };
  const has = (column: string): boolean => at.has(column);
  const before = reader.issues.length;
  const isWhole = columnsFit(sheet);
  const judged = table.rows.flatMap((_, i) => readRow(sheet, i) ?? []);
  // Without a column it cannot be told whether rows are twins; what stands in the others can be judged.
  if (isWhole) refuseTwins(sheet, judged);
  const rows = judged.flatMap(({ row }) => row ?? []);
  if (isWhole && rule.each) for (const row of rows) rule.each(row);
  return reader.issues.slice(before).some((issue) => issue.severity === 'error') ? undefined : { rows, has };
}

interface Sheet {
  readonly reader: Reader;
  readonly table: Table;
  readonly by: string;
  readonly rule: SheetRule;
  /** Where each column stands. */
  readonly at: ReadonlyMap<string, number>;
  /** The rule of the value, with the decimal mark of the file. */
  readonly value: NumberRule;
  /** Cells of a key column that have been judged already: a name stands on many rows. */
  readonly seen: Map<string, Map<string, Reading<string | number>>>;
}

const bare = (key: string): string => key.replace('?', '');

function put(sheet: Sheet, line: number, column: string, fault: Fault): void {
  const where: Place = { file: sheet.table.file, line, column: (sheet.at.get(column) ?? 0) + 1, path: column };
  sheet.reader.issues.push(toIssue(where, { ...fault, values: { ...fault.values, by: sheet.by } }));
}

function columnsFit(sheet: Sheet): boolean {
  const { table, rule } = sheet;
  const keys = Object.keys(rule.keys);
  const required = [...keys.filter((key) => !key.endsWith('?')), ...CARD];
  const allowed = [...keys.map(bare), ...CARD, ...OPTIONAL_CARD];
  const missing = required.filter((column) => !table.columns.includes(column));
  const extra = table.columns.filter((column) => !allowed.includes(column));
  for (const column of missing) {
    const nearest = suggest(column, extra);
    put(sheet, table.read.headerLine, column, { code: 'missing-column', values: { allowed: table.columns.join(', ') }, ...(nearest === undefined ? {} : { nearest }) });
  }
  for (const column of extra) {
    const nearest = suggest(column, allowed);
    put(sheet, table.read.headerLine, column, { code: 'unknown-column', found: column, values: { allowed: allowed.join(', ') }, ...(nearest === undefined ? {} : { nearest }) });
  }
  return missing.length + extra.length === 0;
}

/** A row with what it says of itself: who it is, where its key cells can be read, and all of it where nothing is wrong. */
interface Judged {
  readonly index: number;
  readonly keys: readonly (string | number)[] | undefined;
  readonly row: Row | undefined;
}

function readRow(sheet: Sheet, i: number): Judged | undefined {
  const { table, rule } = sheet;
  const line = table.lines[i]!;
  const cell = (column: string): string => cellOf(sheet, i, column);
  let sound = true;
  const complain = (column: string, fault: Fault): void => put(sheet, line, column, { found: cell(column), ...fault });
  const refuse = (column: string, fault: Fault): void => {
    sound = false;
    complain(column, fault);
  };
  const said = readKeys(sheet, cell, refuse);
  const text = (column: string): string => (typeof said.get(column) === 'string' ? (said.get(column) as string) : '');
  if (rule.concerns && sound && !rule.concerns(Object.fromEntries([...said].filter((entry): entry is [string, string] => typeof entry[1] === 'string')))) return undefined;
  for (const [column, judge] of Object.entries(rule.names ?? {})) {
    const fault = said.has(column) ? judge(text(column)) : undefined;
    if (fault) refuse(column, fault);
  }
  const value = readCard(sheet, i, cell, refuse);
  const unique = uniqueOf(sheet);
  const keys = unique.every((column) => said.has(column)) ? unique.map((column) => said.get(column)!) : undefined;
  const number = (column: string): number => (typeof said.get(column) === 'number' ? (said.get(column) as number) : 0);
  return { index: i, keys, row: sound && value ? { name: text, number, value, line, complain } : undefined };
}

/** The key cells of a row that can be read: names, and the numbers that months, terms and numbers are. */
function readKeys(sheet: Sheet, cell: (column: string) => string, refuse: (column: string, fault: Fault) => void): ReadonlyMap<string, string | number> {
  const said = new Map<string, string | number>();
  for (const [key, kind] of Object.entries(sheet.rule.keys)) {
    const column = bare(key);
    if (!sheet.at.has(column)) continue;
    const reading = readKey(sheet, column, kind, cell(column));
    if ('value' in reading) said.set(column, reading.value);
    else refuse(column, reading.fault.code === 'empty-value' ? { code: 'empty-cell' } : reading.fault);
  }
  return said;
}

function readKey({ seen }: Sheet, column: string, kind: KeyKind, text: string): Reading<string | number> {
  const known = seen.get(column) ?? new Map<string, Reading<string | number>>();
  seen.set(column, known);
  const reading = known.get(text) ?? judgeKey(text, kind);
  known.set(text, reading);
  return reading;
}

function judgeKey(text: string, kind: KeyKind): Reading<string | number> {
  if (text.trim() === '') return { fault: { code: 'empty-value' } };
  if (kind === 'name') return excelError(text) ?? readName(text.trim());
  if (kind === 'month') return readMonth(text);
  if (kind === 'term') return readTerm(text);
  return readNumber(written(text, ''), kind);
}

const excelError = (text: string): { fault: Fault } | undefined => (/^#[\p{L}/0!?]+[!?]$|^#N\/A$|^#SAKNAS!$/u.test(text.trim()) ? { fault: { code: 'excel-error' } } : undefined);

function readCard(sheet: Sheet, i: number, cell: (column: string) => string, refuse: (column: string, fault: Fault) => void): Sourced | undefined {
  const { table, value: rule } = sheet;
  const at = `${table.file}:${table.lines[i]!}`;
  const isAbsent = (column: string): boolean => !sheet.at.has(column);
  const one = (column: string, needed: boolean): number | undefined => {
    if (cell(column).trim() === '' && (!needed || isAbsent(column))) return undefined;
    const reading = readNumber(written(cell(column), at), column === 'value' ? rule : { ...rule, whole: false });
    if ('value' in reading) return reading.value;
    refuse(column, reading.fault.code === 'empty-value' ? { code: 'empty-number' } : reading.fault);
    return undefined;
  };
  const [value, low, high] = [one('value', true), one('low', false), one('high', false)];
  const quality = QUALITIES.find((word) => word === cell('quality').trim());
  if (!quality && !isAbsent('quality')) refuse('quality', { code: 'not-a-choice', values: { allowed: QUALITIES.join(', ') }, ...near(cell('quality'), QUALITIES) });
  if (cell('source').trim() === '' && !isAbsent('source')) refuse('source', { code: 'empty-cell' });
  if (isAbsent('as_of')) return undefined;
  if (cell('as_of').trim() === '') refuse('as_of', { code: 'empty-cell' });
  else if (!isPeriod(cell('as_of').trim())) refuse('as_of', { code: 'not-a-period' });
  if (value === undefined || !quality) return undefined;
  if ((low ?? value) > value || value > (high ?? value)) refuse('value', { code: 'bounds-order', values: { order: inOrder({ low, value, high }) } });
  return sourced(value, low, high, quality, cell('source').trim(), at);
}

function near(found: string, valid: readonly string[]): { readonly nearest?: string } {
  const nearest = suggest(found, valid);
  return nearest === undefined ? {} : { nearest };
}

function sourced(value: number, low: number | undefined, high: number | undefined, quality: Quality, source: string, cell: string): Sourced {
  return { value, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }), quality, source, cell };
}

/** The key columns that tell rows apart. */
const uniqueOf = ({ rule, at }: Sheet): readonly string[] => (rule.unique ?? Object.keys(rule.keys).map(bare)).filter((column) => at.has(column));

/**
 * Two rows with the same keys are an error that names both lines, also when they agree: one of them would be counted twice. Keys are what the cells say, not how they
 * are written: 2027 and 2027.0 are one year.
 */
function refuseTwins(sheet: Sheet, rows: readonly Judged[]): void {
  const first = new Map<string, Judged>();
  const valueOf = ({ row, index }: Judged): string | number => row?.value.value ?? cellOf(sheet, index, 'value').trim();
  for (const one of rows) {
    if (!one.keys) continue;
    const key = JSON.stringify(one.keys);
    const twin = first.get(key);
    if (!twin) first.set(key, one);
    else {
      const [line, other] = [sheet.table.lines[one.index]!, sheet.table.lines[twin.index]!];
      const keys = uniqueOf(sheet).map((column) => cellOf(sheet, one.index, column).trim()).join(', ');
      put(sheet, line, 'value', { found: cellOf(sheet, one.index, 'value'), code: 'duplicate-row', values: { keys, other, first: valueOf(twin), second: valueOf(one) } });
    }
  }
}

const cellOf = ({ table, at }: Sheet, row: number, column: string): string => table.rows[row]![at.get(column) ?? -1] ?? '';

/** Complains at the field that names a data file of something the file as a whole lacks. */
export function lacks(reader: Reader, path: Path, file: string, fault: Fault): void {
  object(reader, path, { found: file, ...fault });
}


