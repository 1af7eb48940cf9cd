import type { Column } from '../base/index.js';

/**
 * One cohort of one stream: who may come, and the chances of each (MODEL 7). All thresholds are 32-bit: 0 never, 2³² always. Its doctors are
 * numbered through the batches in order.
 */
export interface Inflow {
  readonly stream: number;
  readonly pathway: number;
  /** Month number of the degree or licence; draws hang on it. */
  readonly cohort: number;
  /** Batches: those of one origin who get their degree or licence in one step. */
  readonly batchDegree: Column; // [batch] step; may be before the run
  readonly batchOrigin: Column; // [batch] place of study; 0 for streams without a programme
  readonly batchNumber: Column; // [batch]; −1: Poisson
  /** Poisson: cumulative thresholds of a batch's count; the parts are drawn apart and added. */
  readonly poisson: readonly Column[]; // [part] → [count]
  /** The region sought first: cumulative thresholds over places in order of id; a place outside the scenario is −1 and its doctors do not join. */
  readonly home: Column; // [origin × place]
  readonly homeRegion: Column; // [place]
  /** Fixed inflow: the region of each doctor, dealt beforehand (−1 outside); empty when it is drawn. */
  readonly dealt: Column; // [ordinal]
  readonly seeks: number;
  readonly eligible: number;
  readonly appliedBefore: number;
  readonly gapSteps: Column; // [gap]
  readonly gapChance: Column; // [gap] cumulative thresholds
  /** How much later than expected the licence comes; empty: never late. */
  readonly lateSteps: Column; // [late]
  readonly lateChance: Column; // [late] cumulative thresholds
  readonly life: Life;
}

/** What may become of the doctors of a stream after they have joined: chances drawn for each. All thresholds are 32-bit. */
export interface Life {
  readonly mobile: number;
  /** Giving up (MODEL 2.4): the number of the trial that succeeds, 1, 2, …; beyond the last threshold none does. Empty: nobody gives up. */
  readonly givesUp: Column; // [trial − 1] cumulative thresholds
  /** Personal duration (MODEL 3.7): the factor as a fraction. Empty: everybody serves full time. */
  readonly factorChance: Column; // [factor] cumulative thresholds
  readonly factorNumerator: Column; // [factor]
  readonly factorDenominator: Column; // [factor]
  /** Leaves that each doctor may take, independent of each other (MODEL 3.8). */
  readonly leaves: readonly Leave[];
}

/** One leave that a doctor may take, begun after any of the steps served but the last with equal chance. */
export interface Leave {
  readonly chance: number;
  readonly lengthChance: Column; // [length] cumulative thresholds
  readonly lengthSteps: Column; // [length]
}

/** Doctors who already stand in a queue when the run begins (MODEL 9.1). */
export interface InitialQueue {
  readonly stream: number;
  readonly pathway: number;
  readonly region: number;
  readonly waitedSteps: number;
  readonly number: number;
  readonly life: Life;
}

/** Doctors in training when the run begins: the last `left` steps of the blocks in listed order (MODEL 9.1). */
export interface InitialTraining {
  readonly stream: number;
  readonly variant: number;
  readonly region: number;
  readonly left: number;
  readonly number: number;
  readonly life: Life;
}
