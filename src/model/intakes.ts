import type * as z from 'zod';
import { byForm, either, keyed, listed, mapping, number, says, word } from './fields.js';
import { duration, type Duration } from './dates.js';
import { known, object, stepsAt, type Reader } from './reader.js';
import type { Path } from '../base/index.js';
import type { Regions } from './regions.js';
import type { Intakes, Pathway, Stream } from './scenario.js';

/** Some months of every year. */
export const monthsOfYear = (words: ReturnType<typeof says>) => listed(number({ whole: true, min: 1, max: 12 }), { sv: '3, 9', en: '3, 9' }).meta(words);
const months = () => monthsOfYear(says('months in which positions start, 1–12', 'månader då tjänster startar, 1–12'));
const calendar = () =>
  mapping({
    months: months(),
    closes: duration(says('how long before the intake applications close', 'hur långt före start ansökan stänger')).optional(),
    window: duration(says('how long after the intake who is recruited before the licence may start; default 0', 'hur långt efter antagningen den som rekryterats före legitimationen får börja; utan angivelse 0')).optional(),
    'by-region': keyed(mapping({ months: months() })).optional(),
  });

/** When positions of a pathway start: months of the year, by region where it differs, or at every step. */
export const intakes = () =>
  either(byForm, { text: word(['every-step']), map: calendar() }, { sv: 'every-step eller { months, closes, window, by-region }', en: 'every-step or { months, closes, window, by-region }' }).meta(
    says('when positions of the pathway start', 'när tjänsterna startar'),
  );

/** Settles when positions of a pathway start. */
export function layIntakes(raw: z.output<ReturnType<typeof intakes>>, path: Path, regions: Regions, reader: Reader): Intakes {
  if (raw === 'every-step') return { everyStep: true, months: [], byRegion: [], closes: 0, window: 0 };
  const byRegion = Object.entries(raw['by-region'] ?? {}).flatMap(([name, row]) => {
    const id = name.normalize('NFC');
    known(reader, 'region', id, regions.everywhere, [...path, 'by-region', name], 'key');
    return regions.ids.includes(id) ? [{ region: id, months: distinctMonths(row.months, [...path, 'by-region', name, 'months'], reader) }] : [];
  });
  const settled = distinctMonths(raw.months, [...path, 'months'], reader);
  if (raw.window) refuseLongWindow(raw.window, [settled, ...byRegion.map((row) => row.months)], [...path, 'window'], reader);
  return { everyStep: false, months: settled, byRegion, closes: stepsAt(reader, raw.closes, [...path, 'closes']), window: stepsAt(reader, raw.window, [...path, 'window']) };
}

/** Who could start at the next intake too would use up a position of this one. */
function refuseLongWindow(window: Duration, calendars: readonly (readonly number[])[], path: Path, reader: Reader): void {
  const nearest = Math.min(...calendars.filter((list) => list.length > 0).map(shortestGap));
  if (window.halves >= 2 * nearest) object(reader, path, { code: 'window-past-intake', found: window.written, values: { months: nearest } });
}

/** Warns of a window that nobody can use: no doctor of the pathway has applied before the degree or licence. */
export function warnOfIdleWindows(pathways: readonly Pathway[], streams: readonly Stream[], reader: Reader): void {
  for (const { id, intakes } of pathways) {
    const seeking = streams.filter((stream) => stream.pathway === id);
    if (intakes.window > 0 && seeking.every(({ appliedBefore }) => appliedBefore.value === 0)) object(reader, ['pathways', id, 'intakes', 'window'], { code: 'window-of-nobody', values: { pathway: id } }, 'key', 'warning');
  }
}

/** The fewest months from one intake to the next, from the last of a year to the first of the next one too. */
function shortestGap(months: readonly number[]): number {
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  return Math.min(...sorted.map((month, i) => (sorted[i + 1] ?? sorted[0]! + 12) - month));
}

/** Months of a year as they were listed, none of them twice. */
export function distinctMonths(list: readonly number[], path: Path, reader: Reader): readonly number[] {
  if (list.length === 0) object(reader, path, { code: 'empty-list' });
  list.forEach((month, i) => {
    if (list.indexOf(month) < i) object(reader, [...path, i], { code: 'said-twice', found: String(month) });
  });
  return list;
}
