import type { Lang, Option, Words } from '../options.js';
import type { PaperPlan } from '../paper-run.js';

/** A command of the terminal: how it is written, and what it does; returns the exit code. What only one command needs is loaded when it is run. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly describe: Words;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** What the command hands out, for those that hand out a paper: `rerun` and `verify` ask for it again. */
  readonly paper?: (args: Readonly<Record<string, unknown>>, lang: Lang) => Promise<PaperPlan>;
  readonly run: (args: Readonly<Record<string, unknown>>, lang: Lang) => number | Promise<number>;
}
