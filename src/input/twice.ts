import type { Place } from '../base/index.js';
import type { Fault } from '../model/index.js';

type Spot = Pick<Place, 'line' | 'column'>;

/** A key that stands twice, with both its places: their lines, and on one line their columns. */
export function twice(key: string, first: Spot, second: Spot): Fault {
  const show = ({ line, column }: Spot, word: string): string => (first.line === second.line ? `${line} ${word} ${column}` : `${line}`);
  return { code: 'duplicate-key', found: key, values: { lineSv: show(first, 'kolumn'), hereSv: show(second, 'kolumn'), lineEn: show(first, 'column'), hereEn: show(second, 'column') } };
}
