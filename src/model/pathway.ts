import type { Label, Lengths, Sourced, Steps } from './sourced.js';

/** One stretch in a block: for how long, how many slots it takes and how much of a supervisor (1 = one place). */
export interface Stretch {
  readonly block: string;
  readonly steps: Steps;
  readonly slots: number;
  readonly load: number;
}

/** A version of a pathway. */
export interface Variant extends Label {
  readonly id: string;
  readonly stretches: readonly Stretch[];
  readonly mainLoad: number;
  /** A form inside ST (MODEL 3.9): it begins in any step without position, holds an ST post, and its blocks may have gaps but end within so long. */
  readonly within: Steps | null;
}

/** When a region's positions of a pathway can start. */
export interface Intakes {
  readonly everyStep: boolean;
  readonly months: readonly number[]; // 1–12
  readonly byRegion: readonly { readonly region: string; readonly months: readonly number[] }[];
  readonly closes: Steps;
  /** How long after an intake its positions may start with doctors recruited at it before their licence (0: only who should have it by then). */
  readonly window: Steps;
}

/** A condition on the licence after a pathway: the AT exam (MODEL 3.11). */
export interface Gate {
  /** What has been served before a doctor may sit, in full time. */
  readonly served: Steps;
  /** The sittings of the run with the seats of the whole country; null: all who may sit do. */
  readonly sittings: readonly { readonly month: number; readonly seats: Sourced | null }[];
  /** The chance to pass at the first attempt, the second, …; the last goes on. */
  readonly passes: readonly { readonly attempt: number; readonly chance: Sourced }[];
  /** From the later of completion and pass to the licence. */
  readonly processing: Steps;
  /** Whether a following pathway waits for the licence. */
  readonly isRequired: boolean;
}

/** A pathway that a share of those who complete one go on to (MODEL 6.1). */
export interface Then {
  readonly pathway: string;
  readonly share: Sourced;
  readonly delay: Lengths;
  /** null: where the doctor is employed at completion. */
  readonly region: string | null;
}

/** Earlier service that counts for a share of a region's doctors: so much of some blocks need not be done (tillgodoräknande). */
export interface Credit {
  readonly regions: readonly string[];
  readonly share: Sourced;
  readonly less: readonly { readonly block: string; readonly steps: Steps }[];
}

/** AT, BT, or one that a scenario defines. */
export interface Pathway extends Label {
  readonly id: string;
  readonly orders: 'listed' | 'custom' | 'free';
  /** Blocks that come before others; `custom` without any means that the last listed block comes last. */
  readonly precedence: readonly { readonly first: string; readonly then: string }[];
  readonly variants: readonly Variant[];
  /** Shares of variants by region and month of joining; a region with no row takes the only variant. */
  readonly variantOf: readonly { readonly region: string; readonly from: number; readonly variant: string; readonly share: Sourced }[];
  readonly intakes: Intakes;
  readonly credit: readonly Credit[];
  readonly gate: Gate | null;
  readonly then: readonly Then[];
}
