import { causeCount } from './attribution.js';
import type { Course } from './course.js';
import { layProgress } from './followed.js';
import type { Progress } from './followed.js';
import { layGateRecords } from './gate-records.js';
import type { GateRecords } from './gate-records.js';
import { layLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { Plan } from './plan.js';
import { layOffers } from './offers.js';
import type { Offers } from './offers.js';
import { layOrder } from './order.js';
import type { Order } from './order.js';
import type { Ask } from './room.js';
import type { Roster } from './roster.js';
import { bytesIn, numbersIn, wholesIn } from './scratch.js';
import type { Scratch } from './scratch.js';
import { layRooms } from './spans.js';
import type { Rooms } from './spans.js';
import { tablesOf } from './tables.js';
import { layTrace } from './trace.js';
import type { Trace } from './trace.js';
import type { Way } from './ways.js';

/** All that can change while a replication runs: plain data. */
export interface State {
  readonly ledger: Ledger;
  readonly trace: Trace;
  /** Next row of the roster to join. */
  nextRow: number;
  /** Rows in queues, in order of joining. */
  readonly waiting: Int32Array; // [place]
  waitingCount: number;
  readonly homeVariant: Int32Array; // [row]
  readonly seeks: Int32Array; // [row × appliesTo] further regions, in order; −1 = no more
  /** Why each doctor in a queue or between blocks waits (see attribution). */
  readonly causeKind: Uint8Array; // [row]
  readonly causeSlots: Int32Array; // [row] bits by block
  readonly causeSupervisors: Int32Array; // [row] bits by block
  readonly causeHeld: Uint8Array; // [row] bits (see HELD)
  readonly standing: Float64Array; // [region × pathway × cause] doctor-steps that one step of waiting adds
  /** Counters behind the series. */
  readonly inQueue: Int32Array; // [region × pathway]
  readonly inTraining: Int32Array; // [region × pathway]
  readonly between: Int32Array; // [region × pathway]
  readonly awayNow: Int32Array; // [region × pathway] on leave
  readonly endsAt: Int32Array; // [region × pathway × (horizon + 1)]
  /** Doctors who stand in the calendar of giving up at a step: the first of each step, and the next of each row; −1 none. */
  readonly giveUpFirst: Int32Array; // [step]
  readonly giveUpNext: Int32Array; // [row]
  /** The same for later pathways: who joins at a step. */
  readonly joinFirst: Int32Array; // [step]
  readonly joinNext: Int32Array; // [row]
  readonly hasStood: Uint8Array; // [row] 1: has stood in an intake
  /** Whether somebody has left a queue since the queues were last gone through. */
  isStale: boolean;
  /** Doctors who enter or leave a planned gap at a step; empty where no form has gaps. */
  readonly gapChange: Int32Array; // [region × pathway × (horizon + 1)]
  /** The step until which each doctor's ST post is booked, 0 none; empty where no form holds one. */
  readonly stPostUntil: Int32Array; // [row]
  /** What is left of each agreement's number, booked like a pool. */
  readonly agreed: Ledger; // [agreement × horizon]
  readonly gateRecords: GateRecords | null;
  readonly offers: Offers;
  /** The most that anybody's licence comes late. */
  readonly latest: number; // steps
  /** The longest window in which an intake's positions may start; 0 with `latest` 0: nobody is recruited before joining. */
  readonly longestWindow: number; // steps
  /** Revision of capacity that becomes known next. */
  nextRevision: number;
  readonly progress: Progress;
  /** Waits of those who started at the region's last intake (MODEL 5.1: the last known wait). */
  readonly lastWaits: Float64Array; // [region × pathway]
  readonly lastStarts: Int32Array; // [region × pathway]
  readonly lastIntake: Int32Array; // [region × pathway] step; −1 none
  /** How regions weigh for who seeks further ones (MODEL 5.1), in the step of each pathway last weighed; and scratch: those still left for one doctor. */
  readonly regionWeights: { readonly of: Float64Array /* [pathway × region] */; readonly left: Float64Array /* [region] */ };
  readonly weighed: Int32Array; // [pathway] step, −1 never
  /** The list of starts: rows in order, and the key of each. */
  readonly list: Int32Array; // [place]
  readonly key: Float64Array; // [row]
  readonly order: Order;
  /** Queues stopped in this step (strict order): row of the stopper, or −1. */
  readonly stopper: Int32Array; // [region × pathway]
  /** Whether doctors may share an itinerary: nothing of it is ever cut, nor told by whom. */
  readonly shares: boolean;
  /** What fits where, as last evaluated (see itinerary); good while nothing is booked in the region. */
  readonly fit: Fit;
  /** Courses in full time. */
  readonly courses: readonly Course[]; // [variant]
  readonly lengths: Int32Array; // [place] scratch: steps of each stretch for one doctor
  readonly ask: Ask; // scratch: what one doctor asks
  readonly way: Way; // scratch: where and when the blocks of an order are done
}

/** Orders of one region and variant whose itineraries are kept at hand; a power of two. */
export const RECENT = 32;

/** Memory of feasibility per region and variant within a step, and last of all of the doctor whose turn it is. */
export interface Fit {
  readonly step: Int32Array; // [region × variant + 1] step evaluated, −1 never
  readonly version: Int32Array; // [region × variant] region's version when evaluated
  readonly regionVersion: Int32Array; // [region] counts bookings
  readonly choice: Int32Array; // [region × variant] order to take, or in step mode stretch; −1 none fits
  readonly abroad: Int32Array; // [region × variant] whether hosts are used (1); in step mode the agreement, −1 at home
  readonly slots: Int32Array; // [region × variant] pools that lack, as masks
  readonly supervisors: Int32Array; // [region × variant]
  readonly held: Uint8Array; // [region × variant]
  readonly sole: Uint8Array; // [region × variant] 1: each of these pools alone would do
  /** The region's version when a doctor had just been booked as evaluated, −1 nobody: what then changed is known. */
  readonly booked: Int32Array; // [region × variant]
  /** Itineraries reserved last, by the lowest bits of their order: who takes the same order from the same step shares one. */
  readonly recent: { readonly itinerary: Int32Array; readonly ofOrder: Int32Array; readonly ofStep: Int32Array }; // [region × variant × RECENT] step −1 none
  /** The same of single blocks, in step mode. */
  readonly recentBlock: Int32Array; // [region × stretch] itinerary, −1 none
  readonly rooms: Rooms; // [region × variant → span]
  readonly roomFrom: Int32Array; // [region × variant] the first span's
}

/** A state in which nothing has happened. What grows with the number of doctors lies in the scratch; the trace where it is to lie. */
export function layState(plan: Plan, roster: Roster, scratch: Scratch, memory: Scratch | null): State {
  const queues = plan.regions * plan.pathways;
  const cells = plan.regions * plan.variants + 1;
  let places = 0;
  for (let v = 0; v < plan.variants; v++) places = Math.max(places, plan.stretchFrom[v + 1]! - plan.stretchFrom[v]!);
  const ledger = layLedger(plan, memory);
  const shares = roster.leaves === 0 && plan.gates.length === 0;
  const latest = roster.late.reduce((most, steps) => Math.max(most, steps), 0);
  const longestWindow = Array.from(plan.windowSteps).reduce((most, steps) => Math.max(most, steps), 0);
  const trace = layTrace(plan, roster, ledger.room, { shares, recruits: latest > 0 || longestWindow > 0, memory });
  return {
    ledger,
    trace,
    nextRow: 0,
    waiting: wholesIn(scratch, roster.rows),
    waitingCount: 0,
    homeVariant: wholesIn(scratch, roster.rows, -1),
    seeks: wholesIn(scratch, roster.rows * plan.appliesTo, -1),
    causeKind: bytesIn(scratch, roster.rows),
    causeSlots: wholesIn(scratch, roster.rows),
    causeSupervisors: wholesIn(scratch, roster.rows),
    causeHeld: bytesIn(scratch, roster.rows),
    standing: numbersIn(scratch, queues * causeCount(plan)),
    inQueue: new Int32Array(queues),
    inTraining: new Int32Array(queues),
    between: new Int32Array(queues),
    awayNow: new Int32Array(queues),
    endsAt: wholesIn(scratch, queues * (plan.horizon + 1)),
    giveUpFirst: new Int32Array(plan.steps).fill(-1),
    giveUpNext: wholesIn(scratch, roster.rows),
    hasStood: bytesIn(scratch, roster.rows),
    isStale: false,
    joinFirst: new Int32Array(plan.steps).fill(-1),
    joinNext: wholesIn(scratch, roster.rows),
    gapChange: wholesIn(scratch, Array.from(plan.variantLongest).some((steps) => steps > 0) ? queues * (plan.horizon + 1) : 0),
    stPostUntil: wholesIn(scratch, plan.hasStPosts ? roster.rows : 0),
    agreed: { horizon: plan.horizon, room: Int32Array.from(plan.agreementNumber) },
    gateRecords: plan.gates.length > 0 ? layGateRecords(roster, trace) : null,
    offers: layOffers(plan, queues),
    latest,
    longestWindow,
    nextRevision: 0,
    progress: layProgress(plan, roster, places, scratch),
    lastWaits: new Float64Array(queues),
    lastStarts: new Int32Array(queues),
    lastIntake: new Int32Array(queues).fill(-1),
    regionWeights: { of: new Float64Array(queues), left: new Float64Array(plan.regions) },
    weighed: new Int32Array(plan.pathways).fill(-1),
    list: wholesIn(scratch, roster.rows),
    key: numbersIn(scratch, roster.rows),
    order: layOrder(roster, scratch),
    stopper: new Int32Array(queues).fill(-1),
    shares,
    fit: layFit(plan, cells, scratch),
    courses: tablesOf(plan).courses,
    lengths: new Int32Array(places),
    ask: { main: 0, stPost: 0, limit: 0 },
    way: { from: new Int32Array(places), agreement: new Int32Array(places), ends: 0 },
  };
}

function layFit(plan: Plan, cells: number, scratch: Scratch): Fit {
  const { courses } = tablesOf(plan);
  const roomFrom = new Int32Array(cells);
  for (let at = 0; at < cells - 1; at++) roomFrom[at + 1] = roomFrom[at]! + courses[at % plan.variants]!.spans;
  return {
    step: new Int32Array(cells).fill(-1),
    version: new Int32Array(cells),
    regionVersion: new Int32Array(plan.regions),
    choice: new Int32Array(cells),
    abroad: new Int32Array(cells),
    slots: new Int32Array(cells),
    supervisors: new Int32Array(cells),
    held: new Uint8Array(cells),
    sole: new Uint8Array(cells),
    booked: new Int32Array(cells).fill(-1),
    recent: { itinerary: wholesIn(scratch, cells * RECENT), ofOrder: wholesIn(scratch, cells * RECENT), ofStep: wholesIn(scratch, cells * RECENT, -1) },
    recentBlock: new Int32Array(plan.regions * plan.stretchBlock.length).fill(-1),
    rooms: layRooms(roomFrom[cells - 1]!),
    roomFrom,
  };
}
