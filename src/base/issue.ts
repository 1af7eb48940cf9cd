/** Where in the user's files something stands. Line and column count from 1; `path` is the field, e.g. `slots.Skåne.psychiatry`. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/**
 * Something wrong (`error`) or suspect (`warning`) in the user's files, as data: the text is made by `wording` from `code` and `values`.
 * `found` is the value as it stands in the file; `nearest` the closest valid thing, if any.
 */
export interface Issue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly where: Place;
  readonly found?: string;
  readonly nearest?: string;
  readonly values: Readonly<Record<string, string | number>>;
}
