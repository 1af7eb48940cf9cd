import type { Quality } from '../base/index.js';

/** A number from the world, with what stands behind it. `cell` is where it stands (file:line), counted when a run reads it. */
export interface Sourced {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly quality: Quality;
  readonly source: string;
  readonly cell: string;
}

/** A duration as written in a scenario: months (1) or half-months, already a whole number of steps when the scenario is read. */
export type Steps = number;

/** A length that is drawn for each doctor: each with the share who draw it. */
export type Lengths = readonly { readonly steps: Steps; readonly share: number }[];

/** A label in both languages. */
export interface Label {
  readonly sv: string;
  readonly en: string;
}
