import { forEachStay } from '../../src/engine/index.js';
import type { Trace } from '../../src/engine/index.js';

/** A stay as one doctor has it. */
export interface Stay {
  readonly row: number;
  readonly stretch: number;
  readonly from: number;
  readonly until: number;
  readonly region: number;
  readonly agreement: number;
}

/** Every stay of every doctor, in the order in which they were reserved. */
export function listStays(trace: Trace): Stay[] {
  const stays: Stay[] = [];
  forEachStay(trace, (row, i) => {
    stays.push({ row, stretch: trace.stayStretch[i]!, from: trace.stayFrom[i]!, until: trace.stayUntil[i]!, region: trace.stayRegion[i]!, agreement: trace.stayAgreement[i]! });
  });
  return stays;
}

/** The places of a doctor's stays. */
export function staysIn(trace: Trace, row: number): number[] {
  const places: number[] = [];
  forEachStay(trace, (other, stay) => {
    if (other === row) places.push(stay);
  });
  return places;
}

/** The same run, in which no doctor shares an itinerary with another: what is changed of a stay is changed of one doctor. */
export function unshared(trace: Trace): Trace {
  const stays = listStays(trace);
  const counts = Array.from({ length: trace.bookings }, (_, booking) => trace.itineraryFrom[trace.bookingItinerary[booking]! + 1]! - trace.itineraryFrom[trace.bookingItinerary[booking]!]!);
  const itineraryFrom = new Int32Array(trace.bookings + 2);
  counts.forEach((count, booking) => (itineraryFrom[booking + 1] = itineraryFrom[booking]! + count));
  const room = stays.length + 8; // for stays that a test adds
  const column = (of: (stay: Stay) => number): Int32Array => Int32Array.from({ length: room }, (_, i) => (i < stays.length ? of(stays[i]!) : 0));
  return {
    ...trace,
    bookingRow: trace.bookingRow.slice(0, trace.bookings + 1),
    bookingItinerary: Int32Array.from({ length: trace.bookings + 1 }, (_, booking) => booking),
    itineraries: trace.bookings,
    itineraryFrom,
    stays: stays.length,
    stayStretch: column(({ stretch }) => stretch),
    stayFrom: column(({ from }) => from),
    stayUntil: column(({ until }) => until),
    stayRegion: column(({ region }) => region),
    stayAgreement: column(({ agreement }) => agreement),
  };
}
