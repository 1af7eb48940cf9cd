import type { Quality } from '../../base/index.js';

/** What stands behind one figure of a derived file. */
export interface Card {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly quality: Quality;
  readonly asOf: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly note?: string | undefined;
}

/** A row of a derived file before it is written: what the figure is about, and its card. */
export interface Entry {
  readonly key: readonly (string | number)[];
  readonly card: Card;
}

/** A file that the rules make, as text cells. */
export interface DerivedFile {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[]; // [row × column]
}

/** The columns that every derived file ends with. */
export const CARD_COLUMNS = ['value', 'unit', 'source', 'quality', 'as_of', 'low', 'high', 'note'] as const;

/** Lays entries out as a file: key columns first, then the card. */
export function layFile(file: string, keys: readonly string[], entries: readonly Entry[]): DerivedFile {
  return { file, columns: [...keys, ...CARD_COLUMNS], rows: entries.map((entry) => [...entry.key.map(String), ...cardCells(entry.card)]) };
}

function cardCells(card: Card): string[] {
  const { value, unit, source, quality, asOf, low, high, note } = card;
  return [writeNumber(value), unit, source, quality, asOf, low === undefined ? '' : writeNumber(low), high === undefined ? '' : writeNumber(high), note ?? ''];
}

/**
 * A number as it stands in a derived file: at most four decimals below one and two above, no trailing zeros.
 * Never three decimals after a whole part: 1.250 could be read as twelve hundred and fifty.
 */
export function writeNumber(x: number): string {
  const decimals = x < 1 && x > -1 ? 10_000 : 100;
  const rounded = Math.round(x * decimals) / decimals;
  return String(rounded === 0 ? 0 : rounded);
}

/** A derived file as CSV text: comma, header row, quotes only where needed. */
export function writeCsv(file: DerivedFile): string {
  return [file.columns, ...file.rows].map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
