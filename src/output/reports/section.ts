/** A table for the terminal: cells are text already, several lines in one cell where an interval stands under its number. */
export interface SummaryTable {
  readonly head: readonly string[];
  readonly align: readonly ('left' | 'right')[];
  readonly rows: readonly (readonly string[])[]; // [row × column]
}

/** A part of the terminal summary, ready to print: heading, lines, a table. */
export interface SummarySection {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: SummaryTable;
}
