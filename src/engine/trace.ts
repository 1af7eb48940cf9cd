/** Not yet, or never within the run. */
export const NEVER = 0x7fffffff;

/** What happened in one replication, complete enough to re-derive every figure from (the auditor does). */
export interface Trace {
  /** One row per doctor of the roster. */
  readonly rows: number;
  readonly region: Int32Array; // [row] region of employment; −1 before the start
  readonly starts: Int32Array; // [row] step, or NEVER; negative: before the run
  readonly completes: Int32Array; // [row] first step after the last block, or NEVER
  readonly passes: Int32Array; // [row] how often passed over
  /** Stretches in a block, reservations after the end of the run included. */
  stays: number;
  stayRow: Int32Array; // [stay]
  stayStretch: Int32Array; // [stay]
  stayFrom: Int32Array; // [stay]
  stayUntil: Int32Array; // [stay] last step
  /** capacity − in use, as it stood at the end; below zero: overrun. */
  readonly room: Int32Array; // [pool × horizon], sixtieths
  /** Series after the starts of each step (MODEL 2.7), by region of the queue or of employment. */
  readonly queue: Int32Array; // [region × pathway × step]
  readonly training: Int32Array; // [region × pathway × step]
  readonly arrived: Int32Array; // [region × pathway × step] joined in this step (initial queue: step 0)
  readonly started: Int32Array; // [region × pathway × step]
  readonly completed: Int32Array; // [region × pathway × step]
  /** Doctor-steps waited, in 27,720ths, by home region (MODEL 4). */
  readonly causes: Float64Array; // [region × pathway × cause × step]
}
