import type { State } from './state.js';

/** Steps that a doctor has left to serve. */
export function leftOf(state: State, row: number): number {
  return state.progress.remaining[row]!;
}
