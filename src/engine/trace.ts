import { causeCount } from './attribution.js';
import { layCauses } from './causes.js';
import type { Causes } from './causes.js';
import type { Plan } from './plan.js';
import { LATER } from './roster.js';
import type { Roster } from './roster.js';

/** Not yet, or never within the run. */
export const NEVER = 0x7fffffff;

/** What happened in one replication, complete enough to re-derive every figure from (the auditor does). */
export interface Trace {
  /** One row per doctor and pathway, as in the roster. */
  readonly rows: number;
  /** Step of joining and region of the queue: the roster's where it knows them; NEVER and −1 for a later pathway that was not begun. */
  readonly joins: Int32Array; // [row]
  readonly home: Int32Array; // [row]
  readonly region: Int32Array; // [row] region of employment; −1 before the start
  readonly variant: Int32Array; // [row] variant served; −1 before the start
  readonly starts: Int32Array; // [row] step; NEVER: still waiting; before 0: in training when the run began
  readonly completes: Int32Array; // [row] first step after the last block as reserved, or NEVER
  readonly gaveUp: Int32Array; // [row] step of leaving the queue for good, or NEVER
  readonly passes: Int32Array; // [row] how often passed over
  /** Step of the intake at which a doctor was recruited before the licence, and of the one where the promise was lost because it came too late; or NEVER. */
  readonly recruited: Int32Array; // [row]
  readonly lost: Int32Array; // [row]
  /** Step of the sitting that was passed (MODEL 3.11), or NEVER. */
  readonly passed: Int32Array; // [row]
  /** What was reserved for whom, in the order in which it was. */
  bookings: number;
  bookingRow: Int32Array; // [booking]
  bookingItinerary: Int32Array; // [booking]
  /** Blocks that are reserved together: a whole itinerary (MODEL 3.1) or, step by step, one block. Doctors for whom the same is reserved may share one. */
  itineraries: number;
  itineraryFrom: Int32Array; // [itinerary + 1] → stay
  /** Stretches in a block, reservations after the end of the run included. */
  stays: number;
  stayStretch: Int32Array; // [stay]
  stayFrom: Int32Array; // [stay]
  stayUntil: Int32Array; // [stay] last step
  stayRegion: Int32Array; // [stay] where it is done: with a host, another than the employer's (MODEL 5.3)
  stayAgreement: Int32Array; // [stay] −1: at home
  /** Leaves begun, in order. */
  leaves: number;
  readonly leaveRow: Int32Array; // [leave]
  readonly leaveFrom: Int32Array; // [leave]
  readonly leaveUntil: Int32Array; // [leave] last step away
  /** capacity − in use, as it stood at the end; below zero: overrun. */
  readonly room: Int32Array; // [pool × horizon], sixtieths
  /** Series after the starts of each step (MODEL 2.7): queues by home region, the others by region of employment. */
  readonly queue: Int32Array; // [region × pathway × step]
  readonly arrived: Int32Array; // [region × pathway × step] joined the queue in this step (initial queue: step 0)
  readonly left: Int32Array; // [region × pathway × step] gave up in this step
  /** Started and not completed: in a block, between blocks or on leave. */
  readonly training: Int32Array; // [region × pathway × step]
  readonly between: Int32Array; // [region × pathway × step] waiting for the next block, or for a place after leave; planned gaps too
  readonly onLeave: Int32Array; // [region × pathway × step]
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  /** New positions opened at an intake, those kept from earlier ones, and how many of both could be filled (MODEL 2.6); −1 without limit. */
  readonly opened: Int32Array; // [region × pathway × step]
  readonly carried: Int32Array; // [region × pathway × step]
  readonly fillable: Int32Array; // [region × pathway × step]
  /** Doctors refused at home in this step whom room in this pool alone would have let start (MODEL 4.2: solely binding). */
  readonly sole: Int32Array; // [pool × step]
  /** Doctor-steps waited, in 27,720ths, by home region (MODEL 4). */
  readonly causes: Causes;
  /** The same for waits between blocks and after leave, by region of employment. */
  readonly betweenCauses: Causes;
}

/** A trace in which nothing has happened; doctors may share itineraries, or not, and be recruited before they join, or not. */
export function layTrace(plan: Plan, roster: Roster, room: Int32Array, { shares, recruits }: { readonly shares: boolean; readonly recruits: boolean }): Trace {
  const { rows } = roster;
  // One column for all of what can never happen.
  const never = new Int32Array(rows).fill(NEVER);
  const hasLater = rows > 0 && roster.joins[rows - 1] === LATER;
  let longest = 0;
  for (let v = 0; v < plan.variants; v++) longest = Math.max(longest, plan.stretchFrom[v + 1]! - plan.stretchFrom[v]!);
  const bookings = rows * (plan.mode === 'step' ? longest : 1);
  // Room to begin with: where nobody shares an itinerary with another, there are as many as bookings.
  const itineraries = shares ? rows : bookings;
  const stays = shares ? rows : rows * longest;
  const leaves = rows * roster.leaves;
  const series = plan.regions * plan.pathways * plan.steps;
  return {
    rows,
    joins: hasLater ? roster.joins.slice() : roster.joins,
    home: hasLater ? roster.region.map((region, row) => (roster.joins[row] === LATER ? -1 : region)) : roster.region,
    region: new Int32Array(rows).fill(-1),
    variant: new Int32Array(rows).fill(-1),
    starts: new Int32Array(rows).fill(NEVER),
    completes: new Int32Array(rows).fill(NEVER),
    gaveUp: new Int32Array(rows).fill(NEVER),
    passes: new Int32Array(rows),
    recruited: recruits ? new Int32Array(rows).fill(NEVER) : never,
    lost: recruits ? new Int32Array(rows).fill(NEVER) : never,
    passed: plan.gates.length > 0 ? new Int32Array(rows).fill(NEVER) : never,
    bookings: 0,
    bookingRow: new Int32Array(bookings),
    bookingItinerary: new Int32Array(bookings),
    itineraries: 0,
    itineraryFrom: new Int32Array(itineraries + 1),
    stays: 0,
    stayStretch: new Int32Array(stays),
    stayFrom: new Int32Array(stays),
    stayUntil: new Int32Array(stays),
    stayRegion: new Int32Array(stays),
    stayAgreement: new Int32Array(stays),
    leaves: 0,
    leaveRow: new Int32Array(leaves),
    leaveFrom: new Int32Array(leaves),
    leaveUntil: new Int32Array(leaves),
    room,
    queue: new Int32Array(series),
    arrived: new Int32Array(series),
    left: new Int32Array(series),
    training: new Int32Array(series),
    between: new Int32Array(series),
    onLeave: new Int32Array(series),
    started: new Int32Array(series),
    completed: new Int32Array(series),
    opened: new Int32Array(series),
    carried: new Int32Array(series),
    fillable: new Int32Array(series),
    sole: new Int32Array(plan.pools * plan.steps),
    causes: layCauses(plan.regions * plan.pathways * causeCount(plan), plan.steps),
    betweenCauses: layCauses(plan.regions * plan.pathways * causeCount(plan), plan.steps),
  };
}

/** Calls for every stay of every doctor, in the order in which they were reserved. */
export function forEachStay({ bookings, bookingRow, bookingItinerary, itineraryFrom }: Trace, call: (row: number, stay: number) => void): void {
  for (let booking = 0; booking < bookings; booking++) {
    const itinerary = bookingItinerary[booking]!;
    for (let stay = itineraryFrom[itinerary]!; stay < itineraryFrom[itinerary + 1]!; stay++) call(bookingRow[booking]!, stay);
  }
}
