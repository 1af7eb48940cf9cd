import type { State } from './state.js';

/** Steps that a doctor has left to serve. */
export function leftOf(state: State, row: number): number {
  let left = 0;
  for (let i = row * state.progress.places; i < (row + 1) * state.progress.places; i++) left += state.progress.left[i]!;
  return left;
}
