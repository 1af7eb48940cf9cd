import type { Sourced } from './sourced.js';

/** Doctors from outside a part of the country who join the queues of its regions at a rate (MODEL 5.4). */
export interface Guests {
  readonly law: 'fixed' | 'poisson';
  /** So many a year in a region from a month on; `rows` are the figures behind it, which sum to it. */
  readonly perYear: readonly { readonly region: string; readonly from: number; readonly perYear: number; readonly rows: readonly Sourced[] }[];
}

/** The share of a region's own doctors of a pathway who, from a month on, start outside: they never join. `rows` are the figures behind it. */
export interface Leavers {
  readonly region: string;
  readonly pathway: string;
  readonly from: number;
  readonly share: number;
  readonly rows: readonly Sourced[];
}

/** What a part of the country takes as given of the rest; those who come are streams (MODEL 5.4). */
export interface Boundary {
  /** The data file; null: the scenario states it. */
  readonly from: string | null;
  readonly leavers: readonly Leavers[];
}
