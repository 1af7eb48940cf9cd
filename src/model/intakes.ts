import type * as z from 'zod';
import { byForm, either, keyed, listed, mapping, number, says, word } from './fields.js';
import { duration } from './dates.js';
import { known, object, stepsAt, type Reader } from './reader.js';
import type { Path } from '../base/index.js';
import type { Regions } from './regions.js';
import type { Intakes } from './scenario.js';

const months = () => listed(number({ whole: true, min: 1, max: 12 }), { sv: '3, 9', en: '3, 9' }).meta(says('months in which positions start, 1–12', 'månader då tjänster startar, 1–12'));
const calendar = () =>
  mapping({
    months: months(),
    closes: duration(says('how long before the intake applications close', 'hur långt före start ansökan stänger')).optional(),
    'by-region': keyed(mapping({ months: months() })).optional(),
  });

/** When positions of a pathway start: months of the year, by region where it differs, or at every step. */
export const intakes = () =>
  either(byForm, { text: word(['every-step']), map: calendar() }, { sv: 'every-step eller { months, closes, by-region }', en: 'every-step or { months, closes, by-region }' }).meta(
    says('when positions of the pathway start', 'när tjänsterna startar'),
  );

/** Settles when positions of a pathway start. */
export function layIntakes(raw: z.output<ReturnType<typeof intakes>>, path: Path, regions: Regions, reader: Reader): Intakes {
  if (raw === 'every-step') return { everyStep: true, months: [], byRegion: [], closes: 0 };
  const byRegion = Object.entries(raw['by-region'] ?? {}).flatMap(([name, row]) => {
    const id = name.normalize('NFC');
    known(reader, 'region', id, regions.everywhere, [...path, 'by-region', name], 'key');
    return regions.ids.includes(id) ? [{ region: id, months: distinct(row.months, [...path, 'by-region', name, 'months'], reader) }] : [];
  });
  return { everyStep: false, months: distinct(raw.months, [...path, 'months'], reader), byRegion, closes: stepsAt(reader, raw.closes, [...path, 'closes']) };
}

function distinct(list: readonly number[], path: Path, reader: Reader): readonly number[] {
  if (list.length === 0) object(reader, path, { code: 'empty-list' });
  list.forEach((month, i) => {
    if (list.indexOf(month) < i) object(reader, [...path, i], { code: 'said-twice', found: String(month) });
  });
  return list;
}
