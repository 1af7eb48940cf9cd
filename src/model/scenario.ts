import type { Boundary, Guests, Leavers } from './crossing.js';
import type { Decision, Offers, PositionRow } from './openings.js';
import type { Pathway } from './pathway.js';
import type { Label, Lengths, Sourced, Steps } from './sourced.js';

export type { Decision, Guests, Leavers, Offers, PositionRow };

export type { Credit, Gate, Intakes, Pathway, Stretch, Then, Variant } from './pathway.js';
export type { Label, Lengths, Sourced, Steps } from './sourced.js';

/** A planning unit and the larger area it is part of. */
export interface Region extends Label {
  readonly id: string;
  readonly area: string;
}

/**
 * Where the doctors of a stream seek first: shares over regions, by place of study where the stream has one ('' otherwise).
 * They sum to 1 over all regions in the data; a scenario of some regions holds its own rows only, and the rest seek outside it.
 */
export interface HomeShare {
  readonly university: string;
  readonly region: string;
  readonly share: Sourced;
}

/** A cohort as written: so many doctors who get their degree or licence in a month. */
export interface ListedCohort {
  readonly month: number; // month number
  readonly number: Sourced;
}

/** Cohorts laid from a programme: places per intake × completion (MODEL 7.1). */
export interface ProgrammeCohorts {
  readonly terms: number;
  readonly intakes: readonly { readonly university: string; readonly term: number; readonly places: Sourced }[]; // term = 2 × year (spring), 2 × year + 1 (autumn)
  readonly completion: readonly { readonly termsLate: number; readonly share: Sourced }[];
  /** Month (1–12) in which the graduates of a spring and an autumn term are available; an autumn term's month is in the next year when below 7. */
  readonly springMonth: number;
  readonly autumnMonth: number;
}

/** Doctors who come at a rate (MODEL 7.3). */
export interface Rate {
  readonly law: 'fixed' | 'poisson';
  readonly perYear: readonly { readonly from: number; readonly value: Sourced }[]; // dated steps, from = month number
  readonly season: readonly number[]; // [month of the year] weights, 12 of them
}

/** A source of doctors. Exactly one of programme, listed, rate and guests is given. */
export interface Stream extends Label {
  readonly id: string;
  readonly pathway: string;
  readonly programme?: ProgrammeCohorts;
  readonly listed?: readonly ListedCohort[];
  readonly rate?: Rate;
  readonly guests?: Guests;
  readonly home: readonly HomeShare[];
  readonly need?: Sourced;
  readonly seeks: Sourced;
  readonly eligible: Sourced;
  readonly appliedBefore: Sourced;
  readonly gap: readonly { readonly steps: Steps; readonly share: number }[];
  /** How much later than expected the degree or licence comes, each for a share of the doctors; the others' come in time (MODEL 2.6). */
  readonly late: readonly { readonly steps: Steps; readonly share: Sourced }[];
  /** The chance of leaving the queue for good in a month (MODEL 2.4). */
  readonly givesUp: Sourced;
  /** Personal durations as exact factors, each for a share of the doctors; the rest serve full time (MODEL 3.7). */
  readonly partTime: readonly { readonly numerator: number; readonly denominator: number; readonly share: Sourced }[];
  /** Leaves that each doctor may take, independent of each other (MODEL 3.8). */
  readonly leaves: readonly { readonly share: Sourced; readonly lengths: Lengths }[];
}

/** A placement of some pathways, by name. */
export interface Block extends Label {
  readonly id: string;
  /** Weeks of acute hospital care that a doctor gives in a month of it (MODEL 10); not given: none are counted. */
  readonly serviceWeeks?: Sourced;
}

/** Room of one kind in a block of a region from a month on, places; null = unlimited. */
export interface PoolRow {
  readonly region: string;
  readonly block: string;
  readonly from: number; // month number; the first row of a pool begins no later than the run
  readonly places: Sourced | null;
  /** Whether the sheet's headroom is added: true for assumed capacity, never for a region's own number. */
  readonly headroom: boolean;
  /** The scenario states this number for the region, in place of the file's. */
  readonly own: boolean;
  /** Places in some months (1 … 12) of every year, in place of the usual ones; without headroom. */
  readonly months?: readonly { readonly month: number; readonly places: Sourced }[];
  /** What changes have added to the places after the headroom, or multiplied them by, in their order; below 0 where they have taken away. */
  readonly added?: readonly (Sourced & { readonly isFactor?: boolean })[];
}

/** ST posts of a region from a month on: a stock of which each doctor in an integrated form holds one (MODEL 3.9); null = unlimited. */
export interface StPosts extends Pick<PoolRow, 'from' | 'places' | 'months'> {
  readonly region: string;
}

/** A host that takes doctors of a home region for a block, so many at a time (MODEL 5.3). */
export interface Agreement {
  readonly home: string;
  readonly host: string;
  readonly block: string;
  readonly places: Sourced;
  readonly from: number; // first month
  readonly until: number | null; // last month; null: without end
}

/** What each doctor who waits for some pathways takes of the supervisors of a block, by serving as a locum meanwhile (MODEL 3.14). */
export interface Locum {
  readonly region: string;
  readonly block: string;
  readonly load: Sourced; // places
  readonly pathways: readonly string[];
}

/** What all rooms of a kind in a block have in some months (1 … 12) of every year, as shares of what they have otherwise; rows with months of their own excepted. */
export interface Yearly {
  readonly block: string;
  readonly months: readonly { readonly month: number; readonly share: Sourced }[];
}

/** Capacities as they are known before a month: without what is announced then or later (MODEL 2.2). */
export interface Known extends Pick<Scenario, 'slots' | 'supervisors' | 'mainSupervisors' | 'stPosts'> {
  readonly before: number; // month number
}

/** A value that a change of the scenario has given a cell, from a month until another (null: without end), in the quantity's own unit; null is unlimited. */
export interface Changed {
  readonly quantity: string;
  readonly of: Readonly<Record<string, string>>;
  readonly from: number;
  readonly until: number | null;
  readonly before: number | null;
  readonly after: number | null;
  /** Where the value before it stood; empty where nothing was said. */
  readonly stood: string;
  /** The field of the change and its line, its source, and the group that it says it belongs to. */
  readonly cell: string;
  readonly at: string;
  readonly source: string;
  readonly name?: string;
}

/** What a planner wants of the answer (PRODUCT): a figure of a pathway in a place, at a time or at every time of the report, and what it is to be. */
export interface Check {
  readonly kind: 'queue' | 'starts' | 'survey-wait' | 'started-within' | 'vacant';
  readonly pathway: string;
  /** Neither: the whole scenario. */
  readonly region: string | null;
  readonly area: string | null;
  /** At most one of them: a month number, a calendar year, a term (2 × year, an autumn term 1 more). */
  readonly month: number | null;
  readonly year: number | null;
  readonly term: number | null;
  /** Of started-within. */
  readonly months: number | null;
  readonly rule: 'at-most' | 'at-least' | 'equals';
  readonly limit: number;
  readonly within: number; // of equals
  /** FILE:LINE of the check. */
  readonly cell: string;
}

/** A scenario with every reference read and every value checked: what `compile` turns into a plan. */
export interface Scenario {
  readonly name: string;
  readonly title: Label;
  readonly about: { readonly question: Label; readonly for: Label; readonly limits: Label };
  readonly time: { readonly step: 'month' | 'half-month'; readonly from: number; readonly reportFrom: number; readonly to: number };
  readonly seed: number;
  readonly replications: number;
  readonly regions: readonly Region[];
  readonly streams: readonly Stream[]; // in listed order
  readonly pathways: readonly Pathway[]; // in listed order
  readonly blocks: readonly Block[]; // in order of first mention
  /** null: unlimited. */
  readonly positions: readonly PositionRow[] | null;
  /** Of the queues of which something is said; in the others every offer holds, and what is left lapses. */
  readonly offers: readonly Offers[];
  readonly decisions: readonly Decision[];
  readonly slots: readonly PoolRow[];
  /** Blocks with unlimited slots everywhere. */
  readonly unlimitedSlots: readonly string[];
  readonly headroom: Sourced;
  readonly supervisors: readonly PoolRow[];
  readonly mainSupervisors: readonly ({ readonly region: string } & Pick<PoolRow, 'from' | 'places' | 'months'>)[];
  readonly stPosts: readonly StPosts[];
  /** In the order in which hosts are tried. */
  readonly exchange: readonly Agreement[];
  readonly locum: readonly Locum[];
  /** Flows across the border of a part of the country; null: none are stated. */
  readonly boundary: Boundary | null;
  readonly yearly: { readonly slots: readonly Yearly[]; readonly supervisors: readonly Yearly[] };
  /** Places that others use (ST rotations, students): never unlimited, none before the first row (MODEL 2.2). */
  readonly crowding: { readonly slots: readonly PoolRow[]; readonly supervisors: readonly PoolRow[] };
  readonly mode: 'itinerary' | 'step';
  /** The capacities of an earlier knowledge, in order of time; those above are what everybody knows in the end. */
  readonly known: readonly Known[];
  /** What changes have done to the cells above, in the order made. */
  readonly changes: readonly Changed[];
  readonly choice: 'spread' | 'first-fit';
  readonly discipline: 'longest-wait' | 'weighted';
  readonly weightPerMonth: number;
  readonly slotPriority: readonly string[]; // pathways or streams
  readonly strict: boolean;
  readonly passLimit: number | null;
  /** The share of doctors who would leave their home region, by application or by moving: one draw each. */
  readonly mobile: Sourced;
  /** Moving to a neighbour after so long a wait, in order of preference (MODEL 5.2); null: nobody does. */
  readonly mobility: { readonly patience: Steps; readonly neighbours: readonly { readonly region: string; readonly neighbours: readonly string[] }[] } | null;
  readonly applications: {
    readonly appliesTo: number;
    readonly deter: Steps;
    readonly ownFirst: boolean;
    readonly attraction: readonly { readonly region: string; readonly factor: Sourced }[];
  };
  readonly initial: {
    readonly queues: readonly { readonly region: string; readonly pathway: string; readonly stream: string; readonly waited: Steps; readonly number: Sourced }[];
    readonly training: readonly { readonly region: string; readonly variant: string; readonly stream: string; readonly left: Steps; readonly number: Sourced }[];
  };
  /** Published or derived series to draw beside the figures and to test against. */
  readonly compare: readonly { readonly figure: string; readonly region: string; readonly pathway: string; readonly year: number; readonly value: Sourced }[];
  /** Lines that head the summary: what was assumed, in the scenario's own words. */
  readonly assumptions: readonly (Label & { readonly id: string })[];
  /** The planner's checks; left out where there are none. */
  readonly checks?: readonly Check[];
  /** The base that says what was assumed; left out where the scenario's own file does. */
  readonly assumedIn?: string;
}
