import { book } from './ledger.js';
import type { Plan } from './plan.js';
import type { State } from './state.js';
import type { Trace } from './trace.js';

/** Begins what is reserved for one doctor at one time; its stays follow. */
export function openItinerary({ trace }: State, row: number): void {
  const itinerary = trace.itineraries++;
  if (itinerary + 1 === trace.itineraryFrom.length) trace.itineraryFrom = grown(trace.itineraryFrom);
  trace.itineraryFrom[itinerary + 1] = trace.stays;
  writeBooking(trace, row, itinerary);
}

/** Reserves one stretch in a block, at home or under an agreement with a host (−1: at home), whether there is room or not, and writes the stay down. */
export function stay(plan: Plan, state: State, row: number, home: number, stretch: number, from: number, until: number, agreement: number): void {
  const { trace } = state;
  const region = agreement < 0 ? home : plan.agreementHost[agreement]!;
  const index = trace.stays++;
  if (index === trace.stayFrom.length) growStays(state);
  trace.stayStretch[index] = stretch;
  trace.stayFrom[index] = from;
  trace.stayUntil[index] = until;
  trace.stayRegion[index] = region;
  trace.stayAgreement[index] = agreement;
  trace.itineraryFrom[trace.itineraries] = trace.stays;
  takeBlock(plan, state, region, stretch, from, until, agreement, 1);
  follow(plan, state, row, index);
  if (state.gateRecords === null) return;
  state.gateRecords.before[index] = state.gateRecords.last[row]!;
  state.gateRecords.last[row] = index;
}

/** Reserves for a doctor what has been reserved for another already, at the same time. */
export function shareItinerary(plan: Plan, state: State, row: number, itinerary: number): void {
  const { trace } = state;
  const { itineraryFrom, stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement } = trace;
  for (let index = itineraryFrom[itinerary]!; index < itineraryFrom[itinerary + 1]!; index++) {
    takeBlock(plan, state, stayRegion[index]!, stayStretch[index]!, stayFrom[index]!, stayUntil[index]!, stayAgreement[index]!, 1);
    follow(plan, state, row, index);
  }
  writeBooking(trace, row, itinerary);
}

function writeBooking(trace: Trace, row: number, itinerary: number): void {
  const booking = trace.bookings++;
  if (booking === trace.bookingRow.length) {
    trace.bookingRow = grown(trace.bookingRow);
    trace.bookingItinerary = grown(trace.bookingItinerary);
  }
  trace.bookingRow[booking] = row;
  trace.bookingItinerary[booking] = itinerary;
}

/** Notes a stay with the doctor who is followed block by block. */
function follow(plan: Plan, { progress: { cells, size, stays }, trace }: State, row: number, index: number): void {
  if (cells.length > 0) cells[row * size + stays + trace.stayStretch[index]! - plan.stretchFrom[trace.variant[row]!]!] = index;
}

function growStays({ trace, gateRecords }: State): void {
  trace.stayStretch = grown(trace.stayStretch);
  trace.stayFrom = grown(trace.stayFrom);
  trace.stayUntil = grown(trace.stayUntil);
  trace.stayRegion = grown(trace.stayRegion);
  trace.stayAgreement = grown(trace.stayAgreement);
  if (gateRecords !== null) gateRecords.before = grown(gateRecords.before);
}

function grown(column: Int32Array): Int32Array {
  const longer = new Int32Array(2 * column.length + 1);
  longer.set(column);
  return longer;
}

/** Frees what is reserved of a stay from `t` on; a stay that has not begun is void from then on. */
export function cutStay(plan: Plan, state: State, index: number, t: number): void {
  const { trace } = state;
  const from = Math.max(trace.stayFrom[index]!, t);
  const until = trace.stayUntil[index]!;
  if (until < from) return;
  takeBlock(plan, state, trace.stayRegion[index]!, trace.stayStretch[index]!, from, until, trace.stayAgreement[index]!, -1);
  trace.stayUntil[index] = from - 1;
}

/** Takes the stays that were void before they began out of the trace. Where stays are cut, no doctor shares them with another: each booking has an itinerary of its own. */
export function dropVoidStays({ trace }: State): void {
  if (!hasVoidStay(trace)) return;
  let bookings = 0;
  let stays = 0;
  for (let booking = 0; booking < trace.bookings; booking++) {
    const [from, end, first] = [trace.itineraryFrom[booking]!, trace.itineraryFrom[booking + 1]!, stays];
    for (let i = from; i < end; i++) if (trace.stayUntil[i]! >= trace.stayFrom[i]!) moveStay(trace, i, stays++);
    if (stays === first) continue;
    trace.bookingRow[bookings] = trace.bookingRow[booking]!;
    trace.bookingItinerary[bookings] = bookings;
    trace.itineraryFrom[bookings] = first;
    bookings += 1;
  }
  trace.itineraryFrom[bookings] = stays;
  trace.bookings = bookings;
  trace.itineraries = bookings;
  trace.stays = stays;
}

function hasVoidStay({ stays, stayFrom, stayUntil }: Trace): boolean {
  for (let i = 0; i < stays; i++) if (stayUntil[i]! < stayFrom[i]!) return true;
  return false;
}

function moveStay({ stayStretch, stayFrom, stayUntil, stayRegion, stayAgreement }: Trace, from: number, to: number): void {
  stayStretch[to] = stayStretch[from]!;
  stayFrom[to] = stayFrom[from]!;
  stayUntil[to] = stayUntil[from]!;
  stayRegion[to] = stayRegion[from]!;
  stayAgreement[to] = stayAgreement[from]!;
}

function takeBlock(plan: Plan, state: State, region: number, stretch: number, from: number, until: number, agreement: number, sign: number): void {
  const cell = region * plan.blocks + plan.stretchBlock[stretch]!;
  book(state.ledger, plan.slotsPool[cell]!, from, until, sign * plan.stretchSlots[stretch]!);
  book(state.ledger, plan.supervisorsPool[cell]!, from, until, sign * plan.stretchLoad[stretch]!);
  if (agreement >= 0) book(state.agreed, agreement, from, until, sign);
  state.fit.regionVersion[region]! += 1;
}
