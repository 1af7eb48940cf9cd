/** How sure a figure is: it stands in a source, it was computed from such figures, or nobody has published it. */
export type Quality = 'published' | 'derived' | 'assumption';

/** A CSV file as text: every cell as it was written, with the line of the file that each row begins on. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[]; // [row × column]
  readonly lines: readonly number[]; // [row]
  /** Line and column numbers of the header cells and how the file was read, for the manifest. */
  readonly read: { readonly delimiter: string; readonly decimalMark: '.' | ','; readonly encoding: string };
}
