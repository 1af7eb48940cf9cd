import type { Axes } from '../engine/index.js';
import type { Quality } from '../base/index.js';

/** A figure over replications: never the mean's interval confused with the spread of outcomes (MODEL 10). */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  /** Half the width of the 95 % confidence interval of the mean (Student's t); chance only. */
  readonly halfWidth: number;
  readonly low: number;
  readonly high: number;
  /** What low and high are: quantiles (type 7), or lowest and highest when replications are fewer than 20. */
  readonly span: 'p05–p95' | 'range';
}

/** A named direction that a measure's cells lie along. `nation` stands first on `area`, then health-care regions, then regions. */
export type Axis = 'area' | 'stream' | 'pathway' | 'block' | 'cause' | 'term' | 'month' | 'half-year' | 'year' | 'k' | 'headroom';

/** The labels along every axis, in order; ids are stable and used in CSV, labels are for people. */
export type AxisLabels = Readonly<Record<Axis, readonly { readonly id: string; readonly sv: string; readonly en: string }[]>>;

/** One measure summarised: cells in row-major order over `over`; null where the measure has no value there. */
export interface Figure {
  readonly id: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly unit: { readonly sv: string; readonly en: string };
  readonly over: readonly Axis[];
  readonly better: 'low' | 'high' | 'neither';
  readonly cells: readonly (Summary | null)[];
}

/** Something worth knowing about a run. */
export interface Note {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A pool whose capacity nobody has published: how many places would do, before anything is said of it (MODEL 9.2). */
export interface BreakEven {
  readonly region: number;
  readonly block: number;
  readonly kind: 'slots' | 'supervisors';
  /** Places used at most in the base year, and needed at most in the report's years, all positions filled. */
  readonly used: Summary;
  readonly needed: Summary;
  /** The same in the middle replication. */
  readonly usedMiddle: number;
  readonly neededMiddle: number;
  /** needed ÷ used − 1, replication by replication. */
  readonly headroom: Summary;
  /** What is said in words: whole places that would do (middle replication, rounded up), whole places used in the base year, and the one over the other less 1. */
  readonly places: number;
  readonly base: number;
  readonly breakEvenHeadroom: number;
  /** Places there are, and the headroom that this is over `base`. */
  readonly assumed: number;
  readonly assumedHeadroom: number;
  /** Month number from which fewer than `places` run short. */
  readonly from: number;
  /** Month number from which the assumed places run short; null when they last. */
  readonly assumedShortFrom: number | null;
  readonly quality: Quality;
  /** The scenario states the region's own number, which replaces the assumption (MODEL 9.2). */
  readonly own: boolean;
}

/** A published point to draw beside a figure. */
export interface PublishedPoint {
  readonly figure: string;
  readonly area: string;
  readonly pathway: string;
  readonly year: number;
  readonly value: number;
  readonly quality: Quality;
  readonly source: string;
}

/** How far a run of the past missed the published figures: printed beside every projection of the same pathway (PRODUCT, manners). */
export interface BackTest {
  readonly figure: string;
  readonly pathway: string;
  readonly from: number; // year
  readonly to: number; // year
  /** Mean of |simulated − published| over the years, in the figure's unit. */
  readonly meanError: number;
}

/** How doctors are placed: the whole pathway reserved at the start, or block by block (MODEL 3.1, 3.4). */
export type PlacementMode = 'itinerary' | 'step';

/** A pool that makes doctors wait in one placement mode only. */
export interface Jam {
  readonly cause: number; // place along the axis of causes
  readonly mode: PlacementMode;
  /** Doctor-months waited for it in the report's years, in the mode where it jams. */
  readonly months: number;
}

/** The run in the other placement mode on the same luck, beside the run itself. */
export interface OtherMode {
  /** The mode of the run, and the other one. */
  readonly mode: PlacementMode;
  readonly other: PlacementMode;
  /** Starts, queues, waits and causes in the other mode. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly jams: readonly Jam[];
}

/** What was assumed, as one line for the top of the summary. */
export interface Assumption {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

/** What a change of the scenario did to a cell, from a month until another (null: to the end); null is without limit. */
export interface Change {
  readonly quantity: string;
  readonly of: Readonly<Record<string, string>>;
  readonly from: number; // month number
  readonly until: number | null; // month number, the first in which it does not hold
  readonly before: number | null;
  readonly after: number | null;
  readonly name: string;
  readonly source: string;
  /** FILE:LINE of the change. */
  readonly at: string;
}

/** Doctor-months that the doctors of a region did of a block with a host in a year (MODEL 5.3). */
export interface Exchanged {
  readonly home: number;
  readonly host: number;
  readonly block: number;
  readonly year: number; // place along the axis of years
  readonly months: Summary;
}

/** What a rule decided of the positions of a region and pathway, and how often (MODEL 6.2). */
export interface Decision {
  readonly region: number;
  readonly pathway: number;
  /** Month number of the decision, and of when it is in force. */
  readonly decided: number;
  readonly from: number;
  /** Share of the replications in which it raised or lowered the number; in the others it stayed. */
  readonly raised: number;
  readonly lowered: number;
  /** Positions at an intake after it; null where none had been held. */
  readonly level: Summary | null;
}

/** A planner's check, judged by the runs: what was asked, the value that it was judged by, and the verdict. */
export interface JudgedCheck {
  readonly kind: 'queue' | 'starts' | 'survey-wait' | 'started-within' | 'vacant';
  readonly area: number; // place along the axis of areas
  readonly pathway: number;
  /** Place along the figure's axis of time; null: every time of the report, judged by the one furthest from what is wanted. */
  readonly period: number | null;
  readonly months: number | null;
  readonly rule: 'at-most' | 'at-least' | 'equals';
  readonly limit: number;
  readonly within: number;
  /** FILE:LINE of the check. */
  readonly at: string;
  readonly value: Summary | null;
  /** Share of the replications in which it holds. */
  readonly share: number | null;
  readonly verdict: 'holds' | 'fails' | 'unknown';
}

/** All that a run gives to those who draw and print; plain data, written to findings.json. */
export interface Findings {
  readonly format: 1;
  readonly scenario: {
    readonly name: string;
    readonly title: { readonly sv: string; readonly en: string };
    readonly question: { readonly sv: string; readonly en: string };
    readonly limits: { readonly sv: string; readonly en: string };
  };
  readonly provenance: {
    readonly version: string;
    readonly seed: number;
    readonly replications: number;
    readonly fingerprint: string;
    readonly scenarioHash: string;
  };
  readonly axes: Axes;
  readonly labels: AxisLabels;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly otherMode: OtherMode;
  readonly breakEven: readonly BreakEven[];
  /** The year whose use of places the break-even headroom is measured against. */
  readonly baseYear: number;
  /** Empty when nothing published could be tested against. */
  readonly backTests: readonly BackTest[];
  readonly published: readonly PublishedPoint[];
  readonly assumptions: readonly Assumption[];
  /** The base that says what was assumed; null where the scenario itself does. */
  readonly assumedIn: string | null;
  readonly changes: readonly Change[];
  /** Cells of data that the run read, by quality. */
  readonly cellsRead: Readonly<Record<Quality, number>>;
  readonly notes: readonly Note[];
  /** Only where regions have agreed on exchange. */
  readonly exchange?: readonly Exchanged[];
  /** Only where positions follow rules. */
  readonly decisions?: readonly Decision[];
  /** Only where the scenario has checks. */
  readonly checks?: readonly JudgedCheck[];
  /** Pathways that doctors come to from another, as places along the axis; only where there are such. */
  readonly later?: readonly number[];
}
