import type { Lang } from '../options.js';

/** A command of the terminal: how it is written, and what it does; returns the exit code. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly describe: string;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** Options without a value. */
  readonly flags: readonly string[];
  /** Options that may be given several times. */
  readonly repeatable: readonly string[];
  readonly run: (args: Readonly<Record<string, unknown>>, lang: Lang) => number | Promise<number>;
}
