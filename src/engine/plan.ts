import type { Column, Ragged } from '../base/index.js';
import type { Inflow, InitialQueue, InitialTraining } from './inflow.js';
import type { Chain, Gate, Rule } from './rules.js';

/** Sixtieths of a place: the unit of every capacity, need and room (MODEL 3.5). */
export const UNIT = 60;

/** A doctor-step of waiting in parts that 1 … 12 causes share without rest (MODEL 4.1). */
export const WHOLE = 27_720;

/** A million places: room that never binds. Added to the given capacity, so that `spread` ranks orders as it would within it. */
export const UNLIMITED = 1_000_000 * UNIT;

/** No pool limits this: always room. */
export const NO_POOL = -1;

/** The kinds of pool, as numbers in `poolKind`. */
export const POOL_KINDS = ['slots', 'supervisors', 'main-supervisors', 'positions', 'st-posts'] as const;
export type PoolKind = (typeof POOL_KINDS)[number];

/** How doctors in a queue are ranked (MODEL 2.6). */
export type Discipline = 'longest-wait' | 'weighted';

/** Which of the orders that fit is taken (MODEL 3.3). */
export type Choice = 'spread' | 'first-fit';

/** Whether a start reserves every block beforehand, or only the next one (MODEL 3.1, 3.4). */
export type Mode = 'itinerary' | 'step';

/**
 * A scenario compiled to numbers: everything a run needs but luck. Steps count from 0 (`from`). The run is steps 0 … steps − 1;
 * capacities reach on to `horizon`, past the longest itinerary that can start in the run (MODEL 3.10).
 * Every table is flat; its layout stands after it.
 */
export interface Plan {
  readonly steps: number;
  readonly horizon: number;
  readonly regions: number;
  readonly pathways: number;
  readonly variants: number;
  readonly blocks: number;
  readonly streams: number;
  readonly pools: number;

  /** Pools: what there is a limited amount of. Positions are a pool in which a start takes one place in its own step only. */
  readonly poolKind: Column; // [pool] index into POOL_KINDS
  readonly poolRegion: Column; // [pool]
  readonly poolBlock: Column; // [pool] block; pathway for positions; −1 for main supervisors and ST posts
  readonly capacity: Column; // [pool × horizon], sixtieths, as known when the run begins
  /** Crowding load: in use like a reservation known beforehand (MODEL 2.2). */
  readonly crowding: Column; // [pool × horizon], sixtieths
  /** Changes of capacity that become known in the run, in order of the step in which they do (MODEL 2.2); steps before that keep what they had. */
  readonly revisionKnown: Column; // [revision] step, at least 1
  readonly revisionPool: Column; // [revision]
  readonly revisionFrom: Column; // [revision] first step changed, at least the one in which it is known
  readonly revisionUntil: Column; // [revision] last step changed, below horizon
  readonly revisionChange: Column; // [revision] sixtieths more (less when negative) in each of the steps

  readonly slotsPool: Column; // [region × block]; NO_POOL never: an absent one has capacity 0
  readonly supervisorsPool: Column; // [region × block] or NO_POOL
  readonly mainPool: Column; // [region] or NO_POOL
  readonly positionsPool: Column; // [region × pathway] or NO_POOL
  /** ST posts, a stock (MODEL 3.9); NO_POOL only where no variant holds one: not given means closed. */
  readonly stPool: Column; // [region]

  /** Stretches: the blocks of the variants in listed order, laid end to end. */
  readonly variantPathway: Column; // [variant]
  readonly stretchFrom: Column; // [variant + 1] → stretch
  readonly stretchBlock: Column; // [stretch]
  readonly stretchLength: Column; // [stretch], steps
  readonly stretchSlots: Column; // [stretch], sixtieths of a slot
  readonly stretchLoad: Column; // [stretch], sixtieths of a supervisor place
  /** Precedence: the stretches that must be done before each stretch. */
  readonly stretchAfter: Ragged; // stretch → stretches
  readonly variantLength: Column; // [variant], steps
  readonly variantMainLoad: Column; // [variant], sixtieths of a main supervisor place
  /** Integrated form (MODEL 3.9): blocks may have gaps, the last ends within so many steps from the start; 0: no gaps. */
  readonly variantLongest: Column; // [variant], steps in full time
  readonly variantStPost: Column; // [variant], sixtieths of an ST post held from start to completion
  readonly variantNeedsPosition: Column; // [variant] 0 | 1
  readonly variantNeedsIntake: Column; // [variant] 0 | 1; 0 also needs no position
  /** Whether any variant holds an ST post: only then are they a cause of waiting. */
  readonly hasStPosts: boolean;

  /** Every allowed order of every variant, as legs: a leg is one stretch at one offset from the start (MODEL 3.2). */
  readonly legFrom: Column; // [variant + 1] → leg
  readonly legStretch: Column; // [leg]
  readonly legOffset: Column; // [leg], steps from the start
  readonly orderFrom: Column; // [variant + 1] → order
  readonly orderLegs: Ragged; // order → its legs, in order of time

  /** A step at which a region's positions of a pathway can start. */
  readonly intake: Column; // [region × pathway × step] 0 | 1
  readonly closesSteps: Column; // [pathway]
  /** How long after an intake its positions may start with who was recruited before the licence. */
  readonly windowSteps: Column; // [pathway]
  /** Positions that nobody took are kept until filled (MODEL 2.6). */
  readonly carries: Column; // [region × pathway] 0 | 1
  /** No-shows (MODEL 2.6): the chance that an offer holds, 32-bit; 2³²: all do. */
  readonly offerHolds: Column; // [region × pathway]
  /** Offers made beyond the positions: so many for each position, rounded up, and so many at each intake (the reserve list). */
  readonly overOffer: Column; // [region × pathway], thousandths of the positions
  readonly reserveOffers: Column; // [region × pathway]
  /** The number that draws of offers hang on. */
  readonly queueHash: Column; // [region × pathway]
  /** Positions by rule (MODEL 6.2), at most one for each region and pathway. */
  readonly rules: readonly Rule[];

  /** Gates (MODEL 3.11), at most one for a pathway. */
  readonly gateOf: Column; // [pathway] gate, −1 none
  readonly gates: readonly Gate[];
  /** What a completed pathway may lead into (MODEL 6.1), in order of pathway. */
  readonly chains: readonly Chain[];

  /** Exchange (MODEL 5.3): agreements of a home and block, hosts in order of preference. */
  readonly agreements: Ragged; // region × block → agreements
  readonly agreementHost: Column; // [agreement]
  readonly agreementNumber: Column; // [agreement × horizon] at a time; 0 outside its dates
  /** Locum load (MODEL 3.14): what those waiting in some queues take of supervisors. */
  readonly locumPool: Column; // [locum] a supervisors pool
  readonly locumLoad: Column; // [locum], sixtieths for each waiting
  readonly locumQueues: Ragged; // locum → queues
  readonly variantShares: Ragged; // region × pathway → (from step, cumulative 32-bit threshold of each of the pathway's variants) …
  readonly pathwayVariants: Ragged; // pathway → its variants

  readonly mode: Mode;
  readonly choice: Choice;
  readonly discipline: Discipline;
  /** What a step waited adds to the 32-bit draw of `weighted`. */
  readonly weight: number;
  readonly priority: Column; // [stream × pathway], lowest first
  readonly strict: boolean;
  /** How often a doctor may be passed over before the order is strict behind him or her; −1 for ever. */
  readonly passLimit: number;

  /** Applications (MODEL 5.1). */
  readonly appliesTo: number;
  /** Steps; 0 = the last known wait does not deter. */
  readonly deterSteps: number;
  readonly ownFirst: boolean;
  readonly attraction: Column; // [region × pathway × step] positions offered in the calendar year of the step × attraction; 0 beyond

  /** Mobility (MODEL 5.2): steps waited before a mobile doctor tries the neighbours; −1 never. */
  readonly patienceSteps: number;
  readonly neighbours: Ragged; // region → regions, in order of preference

  readonly inflow: readonly Inflow[];
  readonly initialQueue: readonly InitialQueue[];
  readonly initialTraining: readonly InitialTraining[];
  /** Names that draws hang on, so that a doctor has the same luck in every scenario (MODEL 8.1). */
  readonly streamHash: Column; // [stream] FNV-1a of the stream's id
  /** Month number (12 × year + month − 1) of step 0, and steps in a month (1 or 2). */
  readonly firstMonth: number;
  readonly stepsPerMonth: number;
}
