import type { Axes } from '../../engine/index.js';
import type { Quality } from '../../base/index.js';
import type { Note, Summary } from '../findings.js';
import type { Goal } from './reading.js';

/** A pool by the name that `--add` takes, and what it is. */
export interface PoolName {
  readonly name: string;
  readonly kind: string;
  readonly region: number;
  /** Block or pathway; −1 where it is of neither. */
  readonly block: number;
  readonly pathway: number;
  /** Whether its capacity is an assumption, and not the region's own number: then nothing is said of it without the capacity. */
  readonly isAssumed: boolean;
  readonly quality: Quality | null;
  /** The fewest places in the steps of the report with a limit; null: no limit. */
  readonly least: number | null;
  /** Places under which the pool runs short, all positions filled (MODEL 9.2); null where it is not known. */
  readonly below: number | null;
}

/** What a relief would be worth: paired differences on the same luck, with what is added less without it. */
export interface Worth {
  readonly region: number;
  readonly pathway: number;
  readonly pools: readonly number[];
  /** Doctor-months that need not be waited, of all and of the region's own doctors. */
  readonly saved: Summary;
  readonly savedHome: Summary;
  /** More doctors who start within six months of degree or licence. */
  readonly within: Summary;
  readonly withinHome: Summary;
  /** More starts a year, of all and with the region. */
  readonly starts: Summary;
  readonly startsThere: Summary;
  /** The same with the region, pathway by pathway, in the mean. */
  readonly startsIn: readonly number[];
  /** Of a bundle: doctor-months saved beyond what its units save each by itself; null of a single. */
  readonly beyond: Summary | null;
  /** More who reach the goal, of all and of the region's own doctors. */
  readonly reached: Summary;
  readonly reachedHome: Summary;
  /** Replications in which waiting became less, and more, and in which more reach the goal. */
  readonly fewer: number;
  readonly more: number;
  readonly reachedIn: number;
  /** Replications in which it was run; in the others it provably changes nothing. */
  readonly run: number;
}

/** One step along the path of the bottleneck: what was added, and how it stands after. */
export interface PathStep {
  readonly chosen: Worth;
  /** Doctor-months still waited, of those that the path is for. */
  readonly waited: Summary;
  readonly share: Summary | null;
}

/** Why a path ended. */
export type PathEnd = 'goal' | 'nothing' | 'steps';

/** Relief after relief, each the one that helps most for each unit added where the ones before are in place. */
export interface Path {
  /** −1: everywhere. */
  readonly region: number;
  readonly before: { readonly waited: Summary; readonly share: Summary | null };
  readonly steps: readonly PathStep[];
  readonly end: PathEnd;
}

/** Everything that `worth` found. */
export interface WorthFindings {
  readonly format: 1;
  readonly scenario: { readonly name: string; readonly title: { readonly sv: string; readonly en: string }; readonly limits: { readonly sv: string; readonly en: string } };
  readonly provenance: { readonly version: string; readonly seed: number; readonly replications: number; readonly fingerprint: string; readonly scenarioHash: string };
  readonly axes: Axes;
  readonly notes: readonly Note[];
  readonly pools: readonly PoolName[];
  /** Month number from which the units are there. */
  readonly from: number;
  readonly by: number;
  readonly goal: Goal | null;
  readonly isAll: boolean;
  readonly regions: readonly number[];
  readonly waited: Summary;
  readonly worths: readonly Worth[];
  readonly paths: readonly Path[];
  /** Runs made in all, and reliefs that provably change nothing in a replication, which were not run. */
  readonly runs: { readonly made: number; readonly spared: number; readonly alone: number };
}
