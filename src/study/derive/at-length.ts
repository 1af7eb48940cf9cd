import type { Quality } from '../../base/index.js';
import { assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { publishedRegions } from './regions.js';
import { numberIn, qualityIn, rowsOf, sumOf, textIn, type Row, type Tables } from './rows.js';

/** Which share of a region's AT doctors has a length of AT, from a month on. */
export interface LengthShare {
  readonly region: string;
  readonly from: string;
  readonly months: number;
  readonly share: number;
  readonly quality: Quality;
  readonly source: string;
}

/** Lengths published before this year say nothing of a run that begins in 2018. */
const FIRST_YEAR = 2018;

/**
 * Rule `at-length`: published lengths from the year they are published for; else the default of the time. A region that is
 * published as 21 months follows the default when that changes to 18.
 */
export function atLengths(tables: Tables): readonly LengthShare[] {
  const defaults = assumedList(tables, 'at-length-default');
  return publishedRegions(tables).flatMap((region) => {
    const dated = new Map<string, LengthShare[]>();
    for (const row of defaults) {
      dated.set(row.key, [{ region: region.name, from: row.key, months: row.value, share: 1, quality: row.quality, source: `assumptions.csv at-length-default (${row.source})` }]);
    }
    for (const [year, rows] of publishedLengths(tables, region.name)) {
      const own = rows.map((row) => publishedShare(tables, region.name, year, row, rows.length > 1));
      if (sumOf(own.map((row) => row.share)) > 0) dated.set(`${year}-01`, own);
    }
    return dropRepeats([...dated].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows)).flat();
  });
}

function publishedLengths(tables: Tables, region: string): ReadonlyMap<number, readonly Row[]> {
  const years = new Map<number, Row[]>();
  for (const row of rowsOf(tables, 'at_places.csv')) {
    if (row['region_name'] !== region || row['metric'] !== 'at_length' || numberIn(row, 'year') < FIRST_YEAR) continue;
    const year = numberIn(row, 'year');
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return years;
}

/** A region's own length, or one hospital's with its share of the region's AT. */
function publishedShare(tables: Tables, region: string, year: number, row: Row, byHospital: boolean): LengthShare {
  const hospital = assumedList(tables, 'hospital-share').find((share) => share.key === row['hospital']);
  const source = `published/at_places.csv (${textIn(row, 'source')})`;
  return {
    region,
    from: `${year}-01`,
    months: numberIn(row, 'value'),
    share: byHospital ? (hospital?.value ?? 0) : 1,
    quality: byHospital ? 'assumption' : qualityIn(row),
    source: byHospital ? `${source}, share by assumptions.csv hospital-share` : source,
  };
}

/** Leaves out a date that changes nothing, unless it brings a published figure. */
function dropRepeats(dates: readonly (readonly LengthShare[])[]): (readonly LengthShare[])[] {
  const text = (rows: readonly LengthShare[]): string => rows.map((row) => `${row.months}:${row.share}`).join(' ');
  return dates.filter((rows, i) => i === 0 || text(rows) !== text(dates[i - 1]!) || rows.some((row) => row.quality !== 'assumption'));
}

/** The variants of AT by region and date. */
export function deriveAtLength(tables: Tables): DerivedFile {
  const entries = atLengths(tables).map((row) => ({
    key: [row.region, row.from, `at-${row.months}`],
    card: { value: row.share, unit: 'share', source: `rule at-length: ${row.source}`, quality: row.quality, asOf: row.from.slice(0, 4) },
  }));
  return layFile('at_length.csv', ['region', 'from', 'variant'], entries);
}
