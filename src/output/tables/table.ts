/** A table of names and numbers: what stands in a CSV, and behind a chart. */
export interface DataTable {
  /** File name without ending. */
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[]; // [row × column]
}

/** A name, a number, or nothing known. */
export type TableCell = string | number | null;
