import type { AxisLabels, Summary } from '../findings.js';

/** Changes that are told of as one: by the name that they give, else each by itself. */
export interface ChangeGroup {
  readonly name: string;
  /** FILE:LINE of each change. */
  readonly at: readonly string[];
  readonly cells: number;
}

/** A mean difference as a whole number over a whole number, so that contributions sum to the last digit; and over the replications, chance only. */
export interface Contributed {
  readonly numerator: number;
  readonly denominator: number;
  readonly summary: Summary;
}

/** What each group contributes to an outcome of one pathway, or of all together. */
export interface ContributionOutcome {
  /** As in a comparison. */
  readonly id: string;
  readonly pathway: string;
  readonly without: number;
  readonly with: number;
  readonly whole: Contributed;
  readonly groups: readonly (Contributed & {
    /** What it makes alone, and what is lost without it; only where all subsets are run. */
    readonly alone?: number;
    readonly last?: number;
    /** Half the 95 % interval for the choice of orders; only where orders are sampled. */
    readonly orderHalfWidth?: number;
  })[];
  readonly interactions: readonly { readonly pair: readonly [number, number]; readonly summary: Summary }[];
}

/** All that was found of the changes of a scenario; plain data, written to findings.json. */
export interface Contributions {
  readonly format: 1;
  readonly kind: 'contributions';
  readonly provenance: { readonly version: string; readonly seed: number; readonly replications: number; readonly fingerprint: string; readonly scenarioHash: string };
  readonly scenario: { readonly name: string; readonly title: { readonly sv: string; readonly en: string }; readonly file: string; readonly assumesPlaces: boolean };
  readonly window: { readonly from: number; readonly to: number };
  readonly labels: AxisLabels['pathway'];
  readonly groups: readonly ChangeGroup[];
  readonly measure: ContributionOutcome['id'];
  readonly method: 'exact' | 'sampled';
  readonly orders: number;
  /** Plans run on each luck. */
  readonly runs: number;
  readonly outcomes: readonly ContributionOutcome[];
}
