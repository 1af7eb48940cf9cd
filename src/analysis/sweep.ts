import type { Figure, Note, Summary } from './findings.js';
import type { Asked } from './responses.js';

/** One direction of a grid: what is changed, as it was written, and the values that it takes. */
export interface Dimension {
  /** As written before the sign of equality: `slots/psychiatry/Skåne`, `headroom`. */
  readonly target: string;
  readonly subject: Subject;
  readonly values: readonly DimensionValue[];
}

/** What is varied: cells of a quantity, by their names, between months; or a setting, by its path in the file. */
export type Subject =
  | { readonly kind: 'cells'; readonly quantity: string; readonly of: readonly Label[]; readonly from: number | null; readonly until: number | null }
  | { readonly kind: 'setting'; readonly path: string };

/** A value as written (`+2`, `x1.5`, `0.15`, `itinerary`), and as a number where it is one. */
export interface DimensionValue {
  readonly text: string;
  readonly number: number | null;
}

/** A number that a sweep asks for, with its words. */
export interface SweepResponse extends Asked, Pick<Figure, 'title' | 'unit' | 'better'> {
  readonly pathwayLabel: Label;
  readonly areaLabel: Label;
  /** Read at the end of the period, rather than over it. */
  readonly isAtEnd: boolean;
  /** First and last year that it is of. */
  readonly from: number;
  readonly to: number;
}

interface Label {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

/** One point of the grid: its place along every dimension, and what each response came to there. */
export interface SweepPoint {
  readonly place: readonly number[]; // [dimension]
  /** Whether the scenario is there what its file says. */
  readonly isBase: boolean;
  /** Whether the runs there are those of the file, doctor by doctor: it says the same, or what it says otherwise touches nobody. */
  readonly isSame: boolean;
  readonly fingerprint: string;
  readonly levels: readonly (Summary | null)[]; // [response]
  /** Less the same response of the scenario as its file says, on the same luck, replication by replication. */
  readonly differences: readonly (Summary | null)[]; // [response]
}

/** All that a sweep gives: plain data, written to findings.json. */
export interface SweepFindings {
  readonly format: 1;
  readonly kind: 'sweep';
  readonly scenario: { readonly name: string; readonly title: { readonly sv: string; readonly en: string }; readonly question: { readonly sv: string; readonly en: string }; readonly limits: { readonly sv: string; readonly en: string } };
  readonly provenance: { readonly version: string; readonly seed: number; readonly replications: number; readonly fingerprint: string; readonly scenarioHash: string };
  readonly additions: readonly { readonly pool: string; readonly places: number }[];
  readonly dimensions: readonly Dimension[];
  readonly responses: readonly SweepResponse[];
  /** The scenario as its file says. */
  readonly base: readonly (Summary | null)[]; // [response]
  readonly points: readonly SweepPoint[];
  readonly notes: readonly Note[];
}
