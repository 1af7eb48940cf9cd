import type { Roster } from './roster.js';
import { NEVER } from './trace.js';
import type { Trace } from './trace.js';

/** Where doctors stand before a gate (MODEL 3.11); none where no pathway has one. */
export interface GateRecords {
  readonly metAt: Int32Array; // [row] step by whose end the condition was met; NEVER not yet
  readonly attempts: Int32Array; // [row]
  /** A doctor's stays from the last to the first: the last of each row, and the one before each stay; −1 none. */
  readonly last: Int32Array; // [row]
  before: Int32Array; // [stay]
}

/** Nobody has met a condition or sat yet. */
export function layGateRecords(roster: Roster, trace: Trace): GateRecords {
  return {
    metAt: new Int32Array(roster.rows).fill(NEVER),
    attempts: new Int32Array(roster.rows),
    last: new Int32Array(roster.rows).fill(-1),
    before: new Int32Array(trace.stayFrom.length),
  };
}
