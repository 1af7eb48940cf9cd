import type { Quality } from '../base/index.js';
import type { Findings } from '../analysis/index.js';
import type { Lang } from './words.js';

/** A piece of a vega-lite specification, as plain data. */
export type Spec = Readonly<Record<string, unknown>>;

/** One drawn value: the same record goes to the picture and to the table behind it. */
export interface ChartPoint {
  readonly panel: string;
  readonly series: string;
  /** The period as people write it, and where it begins, in years. */
  readonly period: string;
  readonly x: number;
  /** Simulated, with an interval; or held against it, by quality, without one. */
  readonly kind: 'simulated' | Quality;
  /** Replications behind the value; 0 for what is not simulated. */
  readonly n: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

/** What a chart says and shows: words around the picture, the picture as a specification, and the table behind it. */
export interface Drawing {
  readonly title: string;
  /** What is measured; the words of the intervals on a line of their own. */
  readonly subtitle: readonly string[];
  readonly foot: readonly string[];
  readonly alt: string;
  readonly spec: Spec;
  readonly points: readonly ChartPoint[];
}

/** A way to draw findings. `needs` are the figures without which there is nothing to draw. */
export interface Chart {
  readonly id: string;
  readonly needs: readonly string[];
  /** The message, computed from the findings: what is seen, never why, and never an assumption as a finding. */
  readonly title: (findings: Findings, lang: Lang) => string;
  readonly draw: (findings: Findings, lang: Lang) => Drawing;
}
