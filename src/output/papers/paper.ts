import type { Drawing } from '../chart.js';
import type { DataTable, TableCell } from '../tables/index.js';

/** A column of a paper's table: its name in CSV, what people read above it, and how its numbers are written for them. */
export interface PaperColumn {
  readonly id: string;
  readonly label: string;
  /** Decimals of its numbers; a column without is of names, and stands to the left. */
  readonly decimals?: number;
  /** Its numbers are shares, written as per cent. */
  readonly isShare?: true;
  /** Its numbers are differences of shares, written as percentage points: −13.5 % could be read as a change relative to the share. */
  readonly isPoints?: true;
}

/** A table that is read by people and by programs: the same cells in both, to the last digit in CSV. */
export interface PaperTable {
  /** File name without ending. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly TableCell[])[]; // [row × column]
  /** How many columns, from the left, name their row. */
  readonly names: number;
  /** So many rows are shown in the terminal; all are on the page. */
  readonly mostInTerminal?: number;
}

/** A chart of a paper, with the table behind it. */
export interface PaperChart {
  readonly id: string;
  readonly name: string;
  readonly drawing: Omit<Drawing, 'points'>;
  readonly behind: PaperTable;
}

/** A part of a paper: said, shown, and drawn. */
export interface PaperSection {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly tables: readonly PaperTable[];
  readonly charts: readonly PaperChart[];
  /** Left out in the terminal. */
  readonly isOnPageOnly?: true;
}

/** What an inquiry hands out beside a run's own report: the same sections in the terminal and on one page, charts, tidy tables, and everything as data. */
export interface Paper {
  /** What it is, in a word or two above the title. */
  readonly kind: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly PaperSection[];
  /** Tables that stand in no section. */
  readonly tables: readonly PaperTable[];
  /** Which runs it was made from, with what luck. */
  readonly foot: readonly string[];
  /** All that was found, for findings.json. */
  readonly record: unknown;
}

/** The table as it stands in CSV. */
export function dataTable({ id, columns, rows }: PaperTable): DataTable {
  return { id, columns: columns.map((column) => column.id), rows };
}
