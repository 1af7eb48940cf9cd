import { Failure } from './failure.js';

/** Signals that ask a run to end, and the exit code that each asks for. A closed terminal is as an end asked for. */
const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 143 } as const;
type End = keyof typeof ENDS;

/** Whether the user wants the work to end before it is done. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Ends the command with what is to be said, by the exit code of the signal. */
  readonly fail: (lines: readonly string[]) => never;
  /** Leaves signals to Node again. */
  readonly release: () => void;
}

/** Watches for Ctrl-C and the like: the first one lets the work keep what is done, a second one ends at once. */
export function watchSignals(): Interruption {
  const control = new AbortController();
  let code: (typeof ENDS)[End] = 130;
  const heard = (signal: End): void => {
    if (control.signal.aborted) process.exit(code);
    code = ENDS[signal];
    control.abort();
  };
  const names = Object.keys(ENDS) as End[];
  for (const name of names) process.on(name, heard);
  return {
    signal: control.signal,
    fail: (lines) => {
      throw new Failure(code, lines);
    },
    release: () => {
      for (const name of names) process.removeListener(name, heard);
    },
  };
}
