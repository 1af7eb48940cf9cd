import { causeCount } from './attribution.js';
import { layLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import type { Plan } from './plan.js';
import type { Roster } from './roster.js';
import { layTrace } from './trace.js';
import type { Trace } from './trace.js';

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
  /** Why each doctor in a queue waits (see attribution). */
  readonly causeKind: Uint8Array; // [row]
  readonly causeSlots: Int32Array; // [row] bits by block
  readonly causeSupervisors: Int32Array; // [row] bits by block
  readonly causeMain: Uint8Array; // [row]
  readonly standing: Float64Array; // [region × pathway × cause] doctor-steps that one step of waiting adds
  /** Counters behind the series. */
  readonly inQueue: Int32Array; // [region × pathway]
  readonly inTraining: Int32Array; // [region × pathway]
  readonly endsAt: Int32Array; // [region × pathway × (horizon + 1)]
  /** Waits of those who started at the region's last intake (MODEL 5.1: the last known wait). */
  readonly lastWaits: Float64Array; // [region × pathway]
  readonly lastStarts: Int32Array; // [region × pathway]
  readonly lastIntake: Int32Array; // [region × pathway] step; −1 none
  /** The list of starts: rows in order, and the key of each. */
  readonly list: Int32Array; // [place]
  readonly key: Float64Array; // [row]
  /** Queues stopped in this step (strict order): row of the stopper, or −1. */
  readonly stopper: Int32Array; // [region × pathway]
  /** What fits where, as last evaluated (see itinerary); good while nothing is booked in the region. */
  readonly fit: Fit;
}

/** Memory of feasibility per region and variant within a step. */
export interface Fit {
  readonly step: Int32Array; // [region × variant] step evaluated, −1 never
  readonly version: Int32Array; // [region × variant] region's version when evaluated
  readonly regionVersion: Int32Array; // [region] counts bookings
  readonly order: Int32Array; // [region × variant] order to take, −1 none fits
  readonly slots: Int32Array; // [region × variant] pools that lack, as masks
  readonly supervisors: Int32Array; // [region × variant]
  readonly main: Uint8Array; // [region × variant]
  readonly sole: Uint8Array; // [region × variant] 1: each of these pools alone would do
  readonly legRoom: Float64Array; // [leg] scratch
  readonly legLack: Uint8Array; // [leg] scratch: 1 slots, 2 supervisors
}

/** A state in which nothing has happened. */
export function layState(plan: Plan, roster: Roster): State {
  const queues = plan.regions * plan.pathways;
  const cells = plan.regions * plan.variants;
  const ledger = layLedger(plan);
  return {
    ledger,
    trace: layTrace(plan, roster, ledger.room),
    nextRow: 0,
    waiting: new Int32Array(roster.rows),
    waitingCount: 0,
    homeVariant: new Int32Array(roster.rows).fill(-1),
    seeks: new Int32Array(roster.rows * plan.appliesTo).fill(-1),
    causeKind: new Uint8Array(roster.rows),
    causeSlots: new Int32Array(roster.rows),
    causeSupervisors: new Int32Array(roster.rows),
    causeMain: new Uint8Array(roster.rows),
    standing: new Float64Array(queues * causeCount(plan)),
    inQueue: new Int32Array(queues),
    inTraining: new Int32Array(queues),
    endsAt: new Int32Array(queues * (plan.horizon + 1)),
    lastWaits: new Float64Array(queues),
    lastStarts: new Int32Array(queues),
    lastIntake: new Int32Array(queues).fill(-1),
    list: new Int32Array(roster.rows),
    key: new Float64Array(roster.rows),
    stopper: new Int32Array(queues).fill(-1),
    fit: {
      step: new Int32Array(cells).fill(-1),
      version: new Int32Array(cells),
      regionVersion: new Int32Array(plan.regions),
      order: new Int32Array(cells),
      slots: new Int32Array(cells),
      supervisors: new Int32Array(cells),
      main: new Uint8Array(cells),
      sole: new Uint8Array(cells),
      legRoom: new Float64Array(plan.legStretch.length),
      legLack: new Uint8Array(plan.legStretch.length),
    },
  };
}
