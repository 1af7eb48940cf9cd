import { LATER, LONG_AGO } from './roster.js';
import type { Roster } from './roster.js';

const COLUMNS = [
  'stream', 'cohort', 'ordinal', 'pathway', 'region', 'degree', 'joins', 'rank', 'appliedBefore', 'mobile', 'variantLuck', 'own0', 'own1',
  'initialVariant', 'initialLeft', 'givesUp', 'factorNumerator', 'factorDenominator', 'late', 'fails', 'then', 'delay',
] as const;

/** The place of each column in a row; the leaves come after the columns. */
export const AT = Object.fromEntries(COLUMNS.map((name, field) => [name, field])) as Readonly<Record<(typeof COLUMNS)[number], number>>;
export const LEAVES = COLUMNS.length;

/** Rows as they are drawn: the columns, then after and length of each leave. */
export interface Sheet {
  rows: number;
  readonly fields: number;
  readonly leaves: number;
  cells: Int32Array; // [row × field]
}

/** An empty sheet for doctors with at most so many leaves. */
export function laySheet(leaves: number): Sheet {
  const fields = COLUMNS.length + 2 * leaves;
  return { rows: 0, fields, leaves, cells: new Int32Array(fields * 4096) };
}

/** A new row, all zero but that no pathway comes after it; returns where its cells begin. */
export function newRow(sheet: Sheet): number {
  const at = sheet.rows * sheet.fields;
  if (at + sheet.fields > sheet.cells.length) {
    const wider = new Int32Array(sheet.cells.length * 2);
    wider.set(sheet.cells);
    sheet.cells = wider;
  }
  sheet.rows += 1;
  sheet.cells[at + AT.then] = -1;
  return at;
}

/** Orders rows by the step of joining, in order of drawing within a step, later pathways last: a counting sort, because the steps are few. */
export function sortByJoining(sheet: Sheet): Roster {
  const { rows, cells, fields, leaves } = sheet;
  const end = rows * fields;
  let first = 0;
  let last = 0;
  for (let at = AT.joins; at < end; at += fields) {
    const joins = cells[at]!;
    if (joins !== LONG_AGO && joins < first) first = joins;
    if (joins !== LATER && joins > last) last = joins;
  }
  const bucket = (at: number): number => (cells[at] === LONG_AGO ? 0 : cells[at] === LATER ? last - first + 2 : cells[at]! - first + 1);
  const next = new Int32Array(last - first + 4);
  for (let at = AT.joins; at < end; at += fields) next[bucket(at) + 1]! += 1;
  for (let b = 1; b < next.length; b++) next[b]! += next[b - 1]!;
  const columns = COLUMNS.map(() => new Int32Array(rows));
  const leaveAfter = new Int32Array(rows * leaves);
  const leaveLength = new Int32Array(rows * leaves);
  const placeOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = row * fields;
    const place = next[bucket(at + AT.joins)]!++;
    placeOf[row] = place;
    for (let field = 0; field < COLUMNS.length; field++) columns[field]![place] = cells[at + field]!;
    for (let i = 0; i < leaves; i++) {
      leaveAfter[place * leaves + i] = cells[at + LEAVES + 2 * i]!;
      leaveLength[place * leaves + i] = cells[at + LEAVES + 2 * i + 1]!;
    }
  }
  const then = columns[AT.then]!;
  for (let place = 0; place < rows; place++) if (then[place]! >= 0) then[place] = placeOf[then[place]!]!;
  const named = Object.fromEntries(COLUMNS.map((name, field) => [name, columns[field]!]));
  return { rows, leaves, leaveAfter, leaveLength, ...named } as unknown as Roster;
}
