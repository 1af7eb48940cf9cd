import type { Sourced, Steps } from './scenario.js';

/**
 * Positions of a region and pathway: so many opened in a year (shared over its intakes), or at one intake.
 * A row without year or month has no number: positions there are unlimited.
 */
export interface PositionRow {
  readonly region: string;
  readonly pathway: string;
  readonly year?: number;
  readonly month?: number; // month number of one intake
  readonly number: Sourced | null;
}

/** What becomes of the positions of a region and pathway between offer and start (MODEL 2.6). */
export interface Offers {
  readonly region: string;
  readonly pathway: string;
  /** The chance that an offer does not lead to a start. */
  readonly noShows: Sourced;
  /** Offers beyond the positions, as a share of them, and a reserve list of so many at each intake. */
  readonly overOffer: number;
  readonly reserve: number;
  /** What nobody took is kept for the next intake. */
  readonly carry: boolean;
}

/** A rule for how many positions a region opens at each intake of a pathway (MODEL 6.2). */
export interface Decision {
  readonly region: string;
  readonly pathway: string;
  readonly months: readonly number[]; // 1–12, in which it is decided
  readonly lead: Steps;
  readonly floor: number;
  readonly ceiling: number;
  /** The first line whose reading is above its number changes how many are opened. */
  readonly lines: readonly { readonly reads: 'queue' | 'class' | 'vacant'; readonly above: number; readonly change: number }[];
}
