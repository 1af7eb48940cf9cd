import { LATER, LONG_AGO } from './roster.js';
import type { Key, Roster } from './roster.js';
import { wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';

/** Columns of a roster that every doctor has a number in. */
type Columns = { -readonly [name in Exclude<keyof Roster, 'rows' | 'leaves' | 'leaveAfter' | 'leaveLength' | 'given' | 'key'>]: Int32Array };

/** Rows of a roster as they are drawn, in columns with room to grow. */
export interface Sheet {
  rows: number;
  columns: Columns; // [row]
  /** Leaves that a doctor has at most. */
  readonly leaves: number;
  leaveAfter: Int32Array; // [row × leaves]
  leaveLength: Int32Array; // [row × leaves]
  /** Where all of it lies. */
  readonly scratch: Scratch;
}

/** An empty sheet with room for so many doctors to begin with. */
export function laySheet(room: number, leaves: number, scratch: Scratch): Sheet {
  return { rows: 0, columns: mapColumns(() => wholesIn(scratch, room)), leaves, leaveAfter: wholesIn(scratch, room * leaves), leaveLength: wholesIn(scratch, room * leaves), scratch };
}

/** A new row, all zero but for a factor of one, and that it is of nobody in training and no pathway comes after it. */
export function newRow(sheet: Sheet): number {
  const row = sheet.rows++;
  if (row === sheet.columns.stream.length) widen(sheet);
  const { columns } = sheet;
  columns.initialVariant[row] = -1;
  columns.initialLeft[row] = -1;
  columns.factorNumerator[row] = 1;
  columns.factorDenominator[row] = 1;
  columns.then[row] = -1;
  return row;
}

function widen(sheet: Sheet): void {
  const { columns } = sheet;
  const widened = (of: Int32Array, room: number): Int32Array => {
    const wider = wholesIn(sheet.scratch, room);
    wider.set(of);
    return wider;
  };
  const room = 2 * columns.stream.length;
  sheet.columns = mapColumns((name) => widened(columns[name], room));
  sheet.leaveAfter = widened(sheet.leaveAfter, room * sheet.leaves);
  sheet.leaveLength = widened(sheet.leaveLength, room * sheet.leaves);
}

/** Orders rows by the step of joining, in order of drawing within a step, later pathways last: a counting sort, because the steps are few. */
export function sortByJoining(sheet: Sheet, key: Key, memory: Scratch | null): Roster {
  const { rows, columns, leaves } = sheet;
  const placeOf = placesByJoining(columns.joins, rows, sheet.scratch);
  const of = (name: keyof Columns): Int32Array => sort(columns[name], placeOf, memory);
  const then = of('then');
  for (let place = 0; place < rows; place++) if (then[place]! >= 0) then[place] = placeOf[then[place]!]!;
  // Written out: rosters of one shape, so that the code that reads them is compiled once.
  return {
    rows,
    stream: of('stream'), cohort: of('cohort'), ordinal: of('ordinal'), pathway: of('pathway'), region: of('region'), degree: of('degree'), joins: of('joins'),
    rank: of('rank'), appliedBefore: of('appliedBefore'), mobile: of('mobile'), variantLuck: of('variantLuck'), own0: of('own0'), own1: of('own1'),
    initialVariant: of('initialVariant'), initialLeft: of('initialLeft'), givesUp: of('givesUp'),
    factorNumerator: of('factorNumerator'), factorDenominator: of('factorDenominator'),
    late: of('late'), fails: of('fails'), then, delay: of('delay'),
    leaves,
    leaveAfter: sortLeaves(sheet.leaveAfter, leaves, placeOf, memory),
    leaveLength: sortLeaves(sheet.leaveLength, leaves, placeOf, memory),
    key,
  };
}

function placesByJoining(joins: Int32Array, rows: number, scratch: Scratch): Int32Array {
  let first = 0;
  let last = 0;
  for (let row = 0; row < rows; row++) {
    if (joins[row]! !== LONG_AGO && joins[row]! < first) first = joins[row]!;
    if (joins[row]! !== LATER && joins[row]! > last) last = joins[row]!;
  }
  const placeOf = wholesIn(scratch, rows); // first which of the steps, then the place
  const next = new Int32Array(last - first + 4);
  for (let row = 0; row < rows; row++) {
    const step = joins[row]!;
    const bucket = step === LONG_AGO ? 0 : step === LATER ? last - first + 2 : step - first + 1;
    placeOf[row] = bucket;
    next[bucket + 1]! += 1;
  }
  for (let bucket = 1; bucket < next.length; bucket++) next[bucket]! += next[bucket - 1]!;
  for (let row = 0; row < rows; row++) placeOf[row] = next[placeOf[row]!]!++;
  return placeOf;
}

function sort(column: Int32Array, placeOf: Int32Array, memory: Scratch | null): Int32Array {
  const sorted = wholesIn(memory, placeOf.length);
  for (let row = 0; row < placeOf.length; row++) sorted[placeOf[row]!] = column[row]!;
  return sorted;
}

function sortLeaves(column: Int32Array, leaves: number, placeOf: Int32Array, memory: Scratch | null): Int32Array {
  const sorted = wholesIn(memory, placeOf.length * leaves);
  for (let row = 0; row < placeOf.length; row++) for (let nth = 0; nth < leaves; nth++) sorted[placeOf[row]! * leaves + nth] = column[row * leaves + nth]!;
  return sorted;
}

/** All columns, by name. */
function mapColumns(of: (name: keyof Columns) => Int32Array): Columns {
  return {
    stream: of('stream'), cohort: of('cohort'), ordinal: of('ordinal'), pathway: of('pathway'), region: of('region'), degree: of('degree'), joins: of('joins'),
    rank: of('rank'), appliedBefore: of('appliedBefore'), mobile: of('mobile'), variantLuck: of('variantLuck'), own0: of('own0'), own1: of('own1'),
    initialVariant: of('initialVariant'), initialLeft: of('initialLeft'), givesUp: of('givesUp'),
    factorNumerator: of('factorNumerator'), factorDenominator: of('factorDenominator'),
    late: of('late'), fails: of('fails'), then: of('then'), delay: of('delay'),
  };
}
