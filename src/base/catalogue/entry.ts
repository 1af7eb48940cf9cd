/**
 * What is said of one kind of thing wrong: `{name}` stands for a value of the issue. `exit` is the exit code that follows (BAD_INPUTS):
 * 3 invalid, 4 unreadable, 5 a limit; 0 for a warning. `example` is a line that brings it about.
 */
export interface Entry {
  readonly exit: 0 | 3 | 4 | 5;
  readonly sv: string;
  readonly en: string;
  readonly example: string;
}

/** An error in what was written. */
export const wrong = (sv: string, en: string, example: string): Entry => ({ exit: 3, sv, en, example });

/** A file that could not be read. */
export const unread = (sv: string, en: string, example: string): Entry => ({ exit: 4, sv, en, example });

/** A limit exceeded. */
export const limit = (sv: string, en: string, example: string): Entry => ({ exit: 5, sv, en, example });

/** Something legal but suspect. */
export const odd = (sv: string, en: string, example: string): Entry => ({ exit: 0, sv, en, example });
