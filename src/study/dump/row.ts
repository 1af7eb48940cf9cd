import type { Ragged } from '../../base/index.js';

/** The numbers of one row. */
export function row(of: Ragged, i: number): number[] {
  return Array.from({ length: of.from[i + 1]! - of.from[i]! }, (_, n) => of.values[of.from[i]! + n]!);
}
