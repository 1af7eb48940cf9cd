import { showMonth, type Quality } from '../../base/index.js';
import { assumed, assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { publishedRegions } from './regions.js';
import { NATION, numberIn, onlyRow, qualityIn, rowsOf, sumOf, textIn, type Row, type Tables } from './rows.js';

/** The two lengths of AT in use, in months. */
const SHORT = 18;
export const LONG = 21;

/** The share of a region's AT doctors who get the short AT, among those who join the queue from a month on. */
interface ShortShare {
  /** The month from which, as 12 × year + month − 1. */
  readonly month: number;
  /** In hundredths, so that the two lengths sum to exactly one. */
  readonly hundredths: number;
  readonly quality: Quality;
  readonly source: string;
}

/** Lengths published before this year say nothing of a run that begins in it. */
const FIRST_YEAR = 2018;
const FIRST_MONTH = 12 * FIRST_YEAR;
/** January and June, when a class of graduates joins the queues: each class has a share of its own. */
const CLASSES = [0, 5];

/**
 * A region's way from long to short AT: its published lengths, with straight lines between them from the nation's share before the run to the year from which
 * everybody gets the short one. A region first published with long AT had it before that too.
 */
function wayToShort(tables: Tables, region: string): readonly ShortShare[] {
  const published = publishedShares(tables, region);
  const isLongFirst = published[0]?.hundredths === 0;
  const known = [isLongFirst ? { ...published[0]!, month: FIRST_MONTH, quality: 'assumption' as const } : nationBefore(tables), ...published];
  const knots = known.at(-1)!.hundredths === 100 ? known : [...known, everywhere(tables)];
  const years = Math.floor(knots.at(-1)!.month / 12) - FIRST_YEAR + 1;
  const months = Array.from({ length: years }, (_, y) => CLASSES.map((month) => FIRST_MONTH + 12 * y + month)).flat();
  const classes = months.map((month) => shareAt(knots, month));
  return classes.filter((row, i) => row.hundredths !== classes[i - 1]?.hundredths || row.quality !== 'assumption');
}

/** What the straight line between two knots gives a class; on a knot, and after the last, the knot itself. */
function shareAt(knots: readonly ShortShare[], month: number): ShortShare {
  const before = knots.findLast((knot) => knot.month <= month)!;
  const after = knots.find((knot) => knot.month > month);
  if (before.month === month) return before;
  if (after === undefined) return { ...before, month, quality: 'assumption' };
  const way = (month - before.month) / (after.month - before.month);
  const source = `straight line from ${showMonth(before.month)} to ${showMonth(after.month)}, ${after.source}`;
  return { month, hundredths: Math.round(before.hundredths + (after.hundredths - before.hundredths) * way), quality: 'assumption', source };
}

/** The nation's share before the run: where every region without a length of its own begins. */
function nationBefore(tables: Tables): ShortShare {
  const metric = `share_at_${SHORT}_months`;
  const row = onlyRow(rowsOf(tables, 'at_places.csv'), metric, (r) => r['region_name'] === NATION && r['metric'] === metric && numberIn(r, 'year') < FIRST_YEAR);
  const source = `published/at_places.csv (${metric} of the nation ${textIn(row, 'year')}, taken for the region: ${textIn(row, 'source')})`;
  return { month: FIRST_MONTH, hundredths: Math.round(100 * numberIn(row, 'value')), quality: 'assumption', source };
}

function everywhere(tables: Tables): ShortShare {
  const { value, quality, source } = assumed(tables, 'short-at-everywhere');
  return { month: 12 * value, hundredths: 100, quality, source: `assumptions.csv short-at-everywhere (${source})` };
}

/** A region's own published lengths by year; what is only inferred of a region ("considering 18") is no length. */
function publishedShares(tables: Tables, region: string): readonly ShortShare[] {
  const years = new Map<number, Row[]>();
  for (const row of rowsOf(tables, 'at_places.csv')) {
    if (row['region_name'] !== region || row['metric'] !== 'at_length' || qualityIn(row) !== 'published' || numberIn(row, 'year') < FIRST_YEAR) continue;
    const year = numberIn(row, 'year');
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, rows]) => publishedShare(tables, year, rows));
}

/** What is published for a year: one length for the region, or one for each hospital with its share of the region's AT. */
function publishedShare(tables: Tables, year: number, rows: readonly Row[]): ShortShare {
  const source = `published/at_places.csv (${textIn(rows[0]!, 'source')})`;
  const hospitals = assumedList(tables, 'hospital-share');
  const weight = (row: Row): number => (rows.length === 1 ? 1 : (hospitals.find((share) => share.key === row['hospital'])?.value ?? 0));
  const hundredths = Math.round(100 * sumOf(rows.filter((row) => numberIn(row, 'value') === SHORT).map(weight)));
  return rows.length === 1
    ? { month: 12 * year, hundredths, quality: 'published', source }
    : { month: 12 * year, hundredths, quality: 'assumption', source: `${source}, share by assumptions.csv hospital-share` };
}

/** Rule `at-length`: the variants of AT by region and class. */
export function deriveAtLength(tables: Tables): DerivedFile {
  const entries = publishedRegions(tables).flatMap(({ name }) =>
    wayToShort(tables, name).flatMap(({ month, hundredths, quality, source }) =>
      [
        { months: SHORT, part: hundredths },
        { months: LONG, part: 100 - hundredths },
      ]
        .filter(({ part }) => part > 0)
        .map(({ months, part }) => ({
          key: [name, showMonth(month), `at-${months}`],
          card: { value: part / 100, unit: 'share', source: `rule at-length: ${source}`, quality, asOf: showMonth(month).slice(0, 4) },
        })),
    ),
  );
  return layFile('at_length.csv', ['region', 'from', 'variant'], entries);
}
