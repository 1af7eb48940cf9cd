import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { keyed, says } from './fields.js';
import { figure } from './figures.js';
import type { NumberRule } from './numbers.js';
import { known, object, type Reader } from './reader.js';
import type { PoolRow, Sourced, Yearly } from './scenario.js';
import { scenarioNames } from './titles.js';

/** What holds in some months of every year: month of the year (1 … 12) → a number. */
export const months = (rule: NumberRule) => keyed(figure(rule), { sv: '7: …, 8: …', en: '7: …, 8: …' }).meta(says('in these months of every year: 7: 4 is July', 'i dessa månader varje år: 7: 4 är juli'));

/** What every region has in some months of the year, as a share of what it has otherwise (MODEL 2.2). */
export const yearly = () =>
  keyed(months({ min: 0, max: 10 }), { sv: 'block: { 7: 0.5 }', en: 'block: { 7: 0.5 }' }).meta(says('block → month of the year → share of the places there are then', 'block → månad på året → andel av platserna som finns då'));

type Months = z.output<ReturnType<typeof months>>;

/** Settles the months of a year; what they would have anyway is `otherwise`. */
export function layMonths(raw: Months | undefined, otherwise: number | null, path: Path, reader: Reader): readonly (readonly [number, Sourced])[] {
  if (raw === undefined) return [];
  if (Object.keys(raw).length === 0) object(reader, path, { code: 'empty-map' });
  return Object.entries(raw).flatMap(([key, figure]) => {
    const isMonth = /^([1-9]|1[0-2])$/.test(key);
    if (!isMonth) object(reader, [...path, key], { code: 'not-a-month-of-year', found: key }, 'key');
    else if (figure.value === otherwise) object(reader, [...path, key], { code: 'month-unchanged', found: String(figure.value) }, 'value', 'warning');
    return isMonth ? [[Number(key), figure] as const] : [];
  });
}

type Ground = { readonly used: readonly string[]; readonly unlimited: readonly string[]; readonly rows: readonly PoolRow[]; readonly reader: Reader };

/** Settles the pattern of the year of a kind of pool; a block that is never scarce has none. */
export function layYearly(raw: z.output<ReturnType<typeof yearly>> | undefined, kind: 'slots' | 'supervisors', { used, unlimited, rows, reader }: Ground): readonly Yearly[] {
  const path = [kind, 'yearly'];
  return scenarioNames(reader, raw ?? {}, path).map(([block, share]) => {
    const at = [...path, block];
    const isLimited = rows.some((row) => row.block === block && row.places !== null);
    if (unlimited.includes(block)) object(reader, at, { code: 'places-of-unlimited', found: block, values: { line: reader.at(['slots', 'unlimited', unlimited.indexOf(block)]).line } }, 'key');
    else if (known(reader, 'block', block, used, at, 'key') && used.length > 0 && !isLimited) object(reader, at, { code: 'yearly-on-nothing', found: block }, 'key', 'warning');
    return { block, months: layMonths(share, 1, at, reader).map(([month, one]) => ({ month, share: one })) };
  });
}
