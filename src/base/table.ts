/** How sure a figure is: it stands in a source, it was computed from such figures, or nobody has published it. */
export type Quality = 'published' | 'derived' | 'assumption';

/** A CSV file as text: every cell as it was written, with the line of the file that each row begins on. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[]; // [row × column]
  readonly lines: readonly number[]; // [row]
  /** How the file was read, for the manifest. */
  readonly read: {
    readonly delimiter: string;
    readonly decimalMark: '.' | ',';
    /** Whether the file shows (or the scenario declares) which mark separates decimals, so that 1.500 has one reading. */
    readonly markKnown: boolean;
    readonly encoding: string;
    /** Line of the header. */
    readonly headerLine: number;
  };
}
