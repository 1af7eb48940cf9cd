import type { ExpressionLimits } from '../model/index.js';

/** How much of anything a scenario may hold; more is refused before it is read. */
export interface Limits extends ExpressionLimits {
  readonly scenarioBytes: number;
  /** All files that a scenario extends, together. */
  readonly includedBytes: number;
  /** Files that a scenario extends, one over the other. */
  readonly extends: number;
  readonly dataBytes: number;
  readonly dataFiles: number;
  readonly nesting: number;
  readonly aliases: number;
  /** Items of one list, or keys of one map. */
  readonly items: number;
  /** Words, marks and line breaks of a scenario file. */
  readonly parts: number;
}

const MEBIBYTE = 1_048_576;

/** The limits unless the user asks for others. */
export const LIMITS: Limits = { scenarioBytes: 5 * MEBIBYTE, includedBytes: 50 * MEBIBYTE, extends: 16, dataBytes: 200 * MEBIBYTE, dataFiles: 100, nesting: 64, aliases: 1000, items: 10_000, parts: 300_000, expressionCharacters: 1000, expressionNodes: 200, expressionDepth: 32 };
