import type { AxisLabels, Figure, Summary } from '../findings.js';
import type { PlacementMode } from '../findings.js';
import type { Outcome } from './outcomes.js';
import type { Ranked } from './ranking.js';

type Label = AxisLabels['area'][number];

/** One of the scenarios that are compared; the first of them is the base. */
export interface Option {
  readonly name: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly file: string;
  readonly scenarioHash: string;
  readonly fingerprint: string;
  /** Positions opened in the report times the months of their pathway, of the pathways in which all have a limit; null where none has. */
  readonly positionMonths: number | null;
  /** The same by pathway; null where some have no limit. */
  readonly monthsByPathway: Readonly<Record<string, number | null>>;
}

/** A value that is not the same in an option as in the base, and where it is set; null where there is none. */
export interface InputDifference {
  readonly option: number;
  readonly group: string;
  readonly of: string;
  /** What it is of, by titles rather than ids, where they are known. */
  readonly label?: { readonly sv: string; readonly en: string };
  readonly from: string;
  readonly until: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly at: string;
}

/** Why scenarios are unlike, so that what differs between their runs cannot be told to come from what they say. */
export interface Unlikeness {
  readonly code: 'data' | 'step' | 'window' | 'seed' | 'regions';
  readonly option: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A measure of the base and what every option differs by; cells row-major over its axes. */
export interface MeasureDifference extends Omit<Figure, 'cells'> {
  /** The mean of the base; null where it has no value. */
  readonly base: readonly (number | null)[];
  /** Option less base on the same luck, an array for each option but the base; null where one of them has no value, 0 where nothing differs in any replication. */
  readonly differences: readonly (readonly (Summary | 0 | null)[])[];
}

/** Levels in every option, and differences from the base on the same luck, whose own are 0. */
export interface Levels {
  readonly levels: readonly (readonly (Summary | null)[])[]; // [option][cell]
  readonly differences: readonly (readonly (Summary | null)[])[]; // [option][cell]
}

/** An outcome of the whole report; cells [area × (pathway + all of them)]. */
export interface OutcomeFound extends Outcome, Levels {}

/** Twins of one pathway in one group, in doctors and doctor-months, over the replications. */
export interface TwinRow {
  readonly along: 'area' | 'stream' | 'cohort';
  readonly group: Label;
  readonly pathway: Label;
  readonly earlier: Summary;
  readonly later: Summary;
  readonly unchanged: Summary;
  readonly startsOnlyOption: Summary;
  readonly startsOnlyBase: Summary;
  readonly waitsOnlyOption: Summary;
  readonly waitsOnlyBase: Summary;
  readonly earlierMonths: Summary;
  readonly laterMonths: Summary;
  readonly waitedMonths: Summary;
}

/** How an outcome ranks the options, by pathway; the last is all of them together. */
export interface Ranking {
  readonly measure: string;
  readonly pathways: readonly { readonly id: string; readonly ranked: readonly Ranked[] }[];
}

/** What a comparison cost, beside running each scenario's plans by themselves. */
export interface Saving {
  /** Plans that all the options have, and those that were run: one that is another's too is run once. */
  readonly plans: number;
  readonly run: number;
}

/** All that a comparison found; plain data, written to findings.json. */
export interface Comparison {
  readonly format: 1;
  readonly kind: 'comparison';
  readonly provenance: { readonly version: string; readonly seed: number; readonly seeds: readonly number[]; readonly replications: number };
  readonly options: readonly Option[];
  readonly forced: readonly Unlikeness[];
  readonly window: { readonly from: number; readonly to: number; readonly step: 'month' | 'half-month' }; // month numbers, of the report
  readonly labels: AxisLabels;
  readonly mode: PlacementMode;
  /** How placements whose number is assumed were taken: low, likely and high headroom. */
  readonly assumesPlaces: boolean;
  readonly inputs: readonly InputDifference[];
  readonly outcomes: readonly OutcomeFound[];
  /** The same luck in the other placement mode; those of them that are made from what is read there. */
  readonly otherMode: readonly OutcomeFound[];
  /** The queue at the end of the year, mean over the years, at low, likely and high headroom: [headroom × (pathway + all of them)]. */
  readonly headrooms: Levels;
  /** Utilisation over the whole report, mean over its half-years: [area × block]. */
  readonly utilisation: Levels;
  readonly ranking: Ranking;
  /** [option but the base]; empty where doctors are not the same in both. */
  readonly twins: readonly (readonly TwinRow[])[];
  readonly measures: readonly MeasureDifference[];
  readonly saving: Saving;
}
