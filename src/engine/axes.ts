/** An id with its label in both languages. */
export interface Named {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

/** The names behind a plan's numbers. The engine owns them and never reads them; output shows them. */
export interface Axes {
  readonly title: Named;
  readonly regions: readonly (Named & { readonly area: number })[];
  /** Larger areas (health-care regions). */
  readonly areas: readonly Named[];
  readonly streams: readonly Named[];
  readonly pathways: readonly Named[];
  readonly variants: readonly Named[];
  readonly blocks: readonly Named[];
  /** First month of the run, of the report, and last month of both, as month numbers (12 × year + month − 1). */
  readonly from: number;
  readonly reportFrom: number;
  readonly to: number;
  readonly stepsPerMonth: 1 | 2;
}
