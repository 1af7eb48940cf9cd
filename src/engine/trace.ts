import { causeCount } from './attribution.js';
import { layCauses } from './causes.js';
import type { Causes } from './causes.js';
import type { Plan } from './plan.js';
import { LATER } from './roster.js';
import type { Roster } from './roster.js';
import { wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';

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

/** Whether doctors may share itineraries and be recruited before they join, and where the trace is to lie: null, in memory of its own. */
export interface TraceSetting {
  readonly shares: boolean;
  readonly recruits: boolean;
  readonly memory: Scratch | null;
}

/** A trace in which nothing has happened. */
export function layTrace(plan: Plan, roster: Roster, room: Int32Array, { shares, recruits, memory }: TraceSetting): Trace {
  const { rows } = roster;
  // One column for all of what can never happen.
  const never = wholesIn(memory, rows, NEVER);
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
    region: wholesIn(memory, rows, -1),
    variant: wholesIn(memory, rows, -1),
    starts: wholesIn(memory, rows, NEVER),
    completes: wholesIn(memory, rows, NEVER),
    gaveUp: wholesIn(memory, rows, NEVER),
    passes: wholesIn(memory, rows),
    recruited: recruits ? wholesIn(memory, rows, NEVER) : never,
    lost: recruits ? wholesIn(memory, rows, NEVER) : never,
    passed: plan.gates.length > 0 ? wholesIn(memory, rows, NEVER) : never,
    bookings: 0,
    bookingRow: wholesIn(memory, bookings),
    bookingItinerary: wholesIn(memory, bookings),
    itineraries: 0,
    itineraryFrom: wholesIn(memory, itineraries + 1),
    stays: 0,
    stayStretch: wholesIn(memory, stays),
    stayFrom: wholesIn(memory, stays),
    stayUntil: wholesIn(memory, stays),
    stayRegion: wholesIn(memory, stays),
    stayAgreement: wholesIn(memory, stays),
    leaves: 0,
    leaveRow: wholesIn(memory, leaves),
    leaveFrom: wholesIn(memory, leaves),
    leaveUntil: wholesIn(memory, leaves),
    room,
    queue: wholesIn(memory, series),
    arrived: wholesIn(memory, series),
    left: wholesIn(memory, series),
    training: wholesIn(memory, series),
    between: wholesIn(memory, series),
    onLeave: wholesIn(memory, series),
    started: wholesIn(memory, series),
    completed: wholesIn(memory, series),
    opened: wholesIn(memory, series),
    carried: wholesIn(memory, series),
    fillable: wholesIn(memory, series),
    sole: wholesIn(memory, plan.pools * plan.steps),
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
