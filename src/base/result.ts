import type { Issue } from './issue.js';

/** A value, or all that is wrong with the files it was to come from; warnings travel with the value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A value with the warnings met on the way to it. */
export function succeed<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues };
}

/** Nothing but what is wrong. */
export function fail<T>(issues: readonly Issue[]): Result<T> {
  return { ok: false, issues };
}
