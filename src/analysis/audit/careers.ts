import type { Column } from '../../base/index.js';
import type { Trace } from '../../engine/index.js';
import { complain } from './violations.js';
import type { Report } from './violations.js';
import { APART, FROM, WAY_FIELDS } from './ways.js';
import type { Ways } from './ways.js';

/** Stays and leaves of a trace, gathered doctor by doctor, in order of time. */
export interface Careers {
  readonly stayFrom: Int32Array; // [row + 1] → place in stays
  readonly stays: Int32Array; // [place] stay
  readonly leaveFrom: Int32Array; // [row + 1] → place in leaves
  readonly leaves: Int32Array; // [place] leave
}

/** Gathers the stays and leaves of each doctor; those of nobody are told of. */
export function gatherCareers(trace: Trace, rows: number, report: Report): Careers {
  const isKnown = (row: number): boolean => row >= 0 && row < rows;
  const careers = gatherThose(trace, rows, isKnown);
  const told = tellUnreserved(trace, rows);
  if (told > 0) complain(report, 'stays', { ofNobody: told });
  if (careers.leaves.length < trace.leaves) complain(report, 'leave', { ofNobody: trace.leaves - careers.leaves.length });
  return careers;
}

/** Gathers the stays and leaves of doctors whose way is left apart. */
export function gatherApart(trace: Trace, rows: number, ways: Ways): Careers {
  return gatherThose(trace, rows, (row) => ways[row * WAY_FIELDS + FROM] === APART);
}

function gatherThose(trace: Trace, rows: number, isWanted: (row: number) => boolean): Careers {
  const stays = gather(rows, (call) => { forEachReserved(trace, call); }, trace.stayFrom, isWanted);
  const leaves = gather(rows, (call) => { forEachLeave(trace, call); }, trace.leaveFrom, isWanted);
  return { stayFrom: stays.from, stays: stays.items, leaveFrom: leaves.from, leaves: leaves.items };
}

function gather(rows: number, forEach: (call: (row: number, item: number) => void) => void, stepOf: Column, isWanted: (row: number) => boolean): { readonly from: Int32Array; readonly items: Int32Array } {
  const from = new Int32Array(rows + 1);
  forEach((row) => {
    if (isWanted(row)) from[row + 1]! += 1;
  });
  for (let row = 0; row < rows; row++) from[row + 1]! += from[row]!;
  const next = from.slice(0, rows);
  const items = new Int32Array(from[rows]!);
  forEach((row, item) => {
    if (!isWanted(row)) return;
    let place = next[row]!++;
    // Those of one doctor are few and nearly always in order already.
    for (; place > from[row]! && stepOf[items[place - 1]!]! > stepOf[item]!; place--) items[place] = items[place - 1]!;
    items[place] = item;
  });
  return { from, items };
}

function forEachLeave({ leaves, leaveRow }: Trace, call: (row: number, leave: number) => void): void {
  for (let leave = 0; leave < leaves; leave++) call(leaveRow[leave]!, leave);
}

/** As the engine tells of stays, and proof against what no engine writes: itineraries and stays that are not there. */
function forEachReserved(trace: Trace, call: (row: number, stay: number) => void): void {
  const { bookings, bookingRow, bookingItinerary } = trace;
  for (let booking = 0; booking < bookings; booking++) {
    const [from, end] = rangeOf(trace, bookingItinerary[booking]!);
    for (let stay = from; stay < end; stay++) call(bookingRow[booking]!, stay);
  }
}

/** The stays of an itinerary, none where it is not there. */
function rangeOf({ itineraries, itineraryFrom, stays }: Trace, itinerary: number): readonly [number, number] {
  if (!(itinerary >= 0 && itinerary < itineraries)) return [0, 0];
  return [Math.max(0, itineraryFrom[itinerary]!), Math.min(stays, itineraryFrom[itinerary + 1]!)];
}

/** How many stays nobody has reserved, and how many bookings are of nobody or of an itinerary that is not there. */
function tellUnreserved(trace: Trace, rows: number): number {
  const isReserved = new Uint8Array(trace.stays);
  let astray = trace.itineraryFrom[trace.itineraries] === trace.stays ? 0 : 1;
  for (let booking = 0; booking < trace.bookings; booking++) {
    const [row, itinerary] = [trace.bookingRow[booking]!, trace.bookingItinerary[booking]!];
    const [from, end] = rangeOf(trace, itinerary);
    if (!(row >= 0 && row < rows && itinerary >= 0 && itinerary < trace.itineraries && from <= end)) astray += 1;
    else isReserved.fill(1, from, end);
  }
  return astray + isReserved.reduce((none, is) => none + 1 - is, 0);
}
