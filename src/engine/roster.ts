/** A replication's key: nothing else decides its luck. */
export interface Key {
  readonly seed: number;
  readonly replication: number;
}

/** Every doctor of one replication with all chances drawn: a row each, ordered by the step of joining. */
export interface Roster {
  readonly rows: number;
  readonly stream: Int32Array; // [row]
  readonly cohort: Int32Array; // [row] month number
  readonly ordinal: Int32Array; // [row]
  readonly pathway: Int32Array; // [row]
  readonly region: Int32Array; // [row] home
  /** Step of the degree or licence, and of joining the queue; negative: before the run. */
  readonly degree: Int32Array; // [row]
  readonly joins: Int32Array; // [row]
  readonly rank: Uint32Array; // [row]
  readonly appliedBefore: Uint8Array; // [row]
  readonly mobile: Uint8Array; // [row]
  readonly variantLuck: Uint32Array; // [row]
  /** The doctor's own number: key of draws met in the run (lottery, applications). */
  readonly own0: Int32Array; // [row]
  readonly own1: Int32Array; // [row]
  /** In training when the run begins: variant and steps left; −1 for all others. */
  readonly initialVariant: Int32Array; // [row]
  readonly initialLeft: Int32Array; // [row]
}
