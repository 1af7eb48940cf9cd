import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { duration, type Duration } from './dates.js';
import { byForm, either, listed, mapping, number } from './fields.js';
import type { Fault } from './numbers.js';
import { object, showSum, stepsAt, sumsToOne, type Reader } from './reader.js';
import type { Lengths } from './scenario.js';

/** A length that is drawn for each doctor: one for all of them, or several with a share each. */
export const lengths = () =>
  either(
    byForm,
    { text: duration(), list: listed(mapping({ of: duration(), share: number({ min: 0, max: 1, share: true }) }), { sv: '{ of: 3 months, share: 0.5 }, …', en: '{ of: 3 months, share: 0.5 }, …' }) },
    { sv: 'en längd eller en lista av { of, share }', en: 'a duration or a list of { of, share }' },
  );

/** Settles a length that is drawn; `refuse` says what is wrong with one of them. */
export function layLengths(raw: z.output<ReturnType<typeof lengths>>, path: Path, reader: Reader, refuse?: (length: Duration) => Fault | undefined): Lengths {
  const stepsOf = (length: Duration, at: Path): number => {
    const fault = refuse?.(length);
    if (fault) object(reader, at, fault);
    return stepsAt(reader, length, at);
  };
  if (!Array.isArray(raw)) return [{ steps: stepsOf(raw, path), share: 1 }];
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  const sum = raw.reduce((total, row) => total + row.share, 0);
  if (raw.length > 0 && !sumsToOne(sum)) object(reader, path, { code: 'shares-sum', values: { sum: showSum(sum), of: String(path.at(-1)) } }, 'key');
  return raw.map(({ of, share }, i) => {
    const first = raw.findIndex((row) => row.of.halves === of.halves);
    if (first < i) object(reader, [...path, i, 'of'], { code: 'said-twice-at', found: of.written, values: { line: reader.at([...path, first, 'of']).line } });
    return { steps: stepsOf(of, [...path, i, 'of']), share };
  });
}
