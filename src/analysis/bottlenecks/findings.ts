import { WHOLE } from '../../engine/index.js';
import type { Findings, PlacementMode, Summary } from '../findings.js';
import type { CulpritKind } from './culprits.js';

/** One of the six runs that a bottleneck must be one in: the scenario's headroom low, likely or high, in one placement mode. */
export interface Setting {
  readonly headroom: number;
  readonly mode: PlacementMode;
}

/** What made the doctors of a region wait. */
export interface Bottleneck {
  readonly region: number;
  readonly kind: CulpritKind;
  readonly of: number; // pathway of positions, block of room, −1
  /** Whether it is ranked: a block's slots and supervisors stand together for it, and apart for information. */
  readonly isRanked: boolean;
  /** Doctor-months lost over the report's years, in the run as it is. */
  readonly months: Summary;
  /** The same in each of the six, and the rank there from 1; 0: nothing lost. */
  readonly monthsIn: readonly number[]; // [setting] mean
  readonly rankIn: readonly number[]; // [setting]
  /** Share of the report's steps in which it was binding, and doctors refused for it alone, in the run as it is. */
  readonly binding: number;
  readonly sole: number;
  /** First half-year in which it binds in at least a third of the steps in at least half of the replications, in each of the six; null: none. */
  readonly firstIn: readonly (number | null)[]; // [setting] place along the axis of half-years
  /** Below which number it is a bottleneck: places of a room (MODEL 9.2), starts a year that are demanded of positions; null where it is not known. */
  readonly below: number | null;
  /** What there is of it in the run, and whether that is an assumption. */
  readonly has: number | null;
  /** Of positions: the year (place along the axis of years) that the two numbers are of, when they lie furthest apart. */
  readonly year: number | null;
  readonly isAssumed: boolean;
}

/** A cell of the table of losses, summed over the replications. */
export interface Loss {
  readonly region: number;
  readonly pathway: number;
  readonly wait: 'queue' | 'between';
  readonly cause: number;
  readonly year: number;
  /** 27,720ths of a doctor-step, in all replications together: a whole number. */
  readonly units: number;
}

/** Everything that `bottlenecks` found, beside the report of the same run. */
export interface BottleneckFindings {
  readonly report: Findings;
  readonly settings: readonly Setting[];
  /** Which of them is the run as it is. */
  readonly own: number;
  readonly bottlenecks: readonly Bottleneck[];
  readonly losses: readonly Loss[];
  /** Doctor-steps waited in queues in all replications together, counted from the queues. */
  readonly waited: number;
  /** Share of steps binding. */
  readonly calendar: readonly (Summary | null)[]; // [panel × region × half-year]
}

/** So many from the top in each of the six runs are looked at. */
export const FIRST = 5;

/** Whether it is among the first in all six: only then it is called a bottleneck. */
export const isNamed = ({ isRanked, rankIn }: Bottleneck): boolean => isRanked && rankIn.every((rank) => rank >= 1 && rank <= FIRST);

/** Whether it is among the first in any. */
export const isCandidate = ({ isRanked, rankIn }: Bottleneck): boolean => isRanked && rankIn.some((rank) => rank >= 1 && rank <= FIRST);

/** Parts of a doctor-step that causes share (MODEL 4.1). */
export const WHOLE_PARTS = WHOLE;
