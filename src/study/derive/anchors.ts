import type { Quality } from '../../base/index.js';
import { assumed, assumedList } from './assumed.js';
import { nationalAt } from './positions-nation.js';
import { at, NATION, numberIn, qualityIn, rowsOf, textIn, type Row, type Tables } from './rows.js';

/** A figure published for one region and year. */
export interface Anchor {
  readonly region: string;
  readonly year: number;
  readonly value: number;
  readonly quality: Quality;
  readonly source: string;
}

/** What a region's published figures say of one year: the figure itself, or between or beyond the nearest ones. */
export interface Reading {
  readonly value: number;
  readonly quality: Quality;
  readonly source: string;
}

/** Published AT posts a year, region by region in order of years; hospitals' own rows and old ones left out, conflicts settled. */
export function atAnchors(tables: Tables): ReadonlyMap<string, readonly Anchor[]> {
  const rows = rowsOf(tables, 'at_places.csv').filter((row) => row['region_name'] !== NATION && row['hospital'] === '');
  const oldest = assumed(tables, 'oldest-anchor').value;
  const found = [...wholeYears(tables, rows), ...halfYears(rows), ...middles(rows)].filter((anchor) => anchor.year >= oldest);
  const regions = new Map<string, Anchor[]>();
  for (const anchor of found.sort((a, b) => a.year - b.year)) {
    const earlier = regions.get(anchor.region) ?? [];
    regions.set(anchor.region, [...earlier.filter((other) => other.year !== anchor.year), anchor]);
  }
  return regions;
}

function anchorOf(row: Row, value: number, quality: Quality): Anchor {
  return { region: textIn(row, 'region_name'), year: numberIn(row, 'year'), value, quality, source: `published/at_places.csv (${textIn(row, 'source')})` };
}

/** Posts of a whole year; plans that were not carried out go, and a settled figure stands alone. */
function wholeYears(tables: Tables, rows: readonly Row[]): Anchor[] {
  const settled = new Map(assumedList(tables, 'settled-at-posts').map((row) => [row.key, row.value]));
  const failed = new Map(assumedList(tables, 'plan-not-reached').map((row) => [row.key, row.value]));
  return rows
    .filter((row) => row['metric'] === 'at_posts' || row['metric'] === 'at_posts_planned')
    .map((row) => anchorOf(row, numberIn(row, 'value'), qualityIn(row)))
    .filter((anchor) => failed.get(`${anchor.region} ${anchor.year}`) !== anchor.value)
    .filter((anchor) => (settled.get(`${anchor.region} ${anchor.year}`) ?? anchor.value) === anchor.value);
}

/** Twice the posts of a half-year. */
function halfYears(rows: readonly Row[]): Anchor[] {
  return rows.filter((row) => row['metric'] === 'at_posts_half_year').map((row) => anchorOf(row, 2 * numberIn(row, 'value'), 'derived'));
}

/** The middle of a published range. */
function middles(rows: readonly Row[]): Anchor[] {
  return rows
    .filter((row) => row['metric'] === 'at_posts_planned_low')
    .map((low) => {
      const high = rows.find((row) => row['metric'] === 'at_posts_planned_high' && row['region_name'] === low['region_name'] && row['year'] === low['year']);
      return anchorOf(low, (numberIn(low, 'value') + numberIn(high ?? low, 'value')) / 2, 'derived');
    });
}

/**
 * A region's AT posts in a year: as published, on the straight line between two published years, or as in the nearest one.
 * Regions reported to be growing follow the nation's growth beyond their published years.
 */
export function readAnchors(tables: Tables, anchors: readonly Anchor[], year: number): Reading {
  const exact = anchors.find((anchor) => anchor.year === year);
  if (exact !== undefined) return exact;
  const before = anchors.findLast((anchor) => anchor.year < year);
  const after = anchors.find((anchor) => anchor.year > year);
  if (before !== undefined && after !== undefined) {
    const value = before.value + ((after.value - before.value) * (year - before.year)) / (after.year - before.year);
    return { value, quality: 'derived', source: `between ${before.year} and ${after.year} of published/at_places.csv` };
  }
  const nearest = (before ?? after)!;
  const growing = assumedList(tables, 'growing-region').some((row) => row.key === nearest.region);
  if (!growing) return { value: nearest.value, quality: 'derived', source: `as in ${nearest.year}, published/at_places.csv` };
  const nation = new Map(nationalAt(tables).map((row) => [row.year, row.value]));
  const value = (nearest.value * at(nation, year)) / at(nation, nearest.year);
  return { value, quality: 'derived', source: `${nearest.year} of published/at_places.csv x the nation's growth` };
}
