import { assumed } from './assumed.js';
import { layFile, type DerivedFile, type Entry } from './card.js';
import { layAt } from './positions.js';
import { publishedRegions } from './regions.js';
import { at, meanOf, NATION, numberIn, qualityIn, rowsOf, sumOf, textIn, type Row, type Tables } from './rows.js';

/** Years whose published waits say how regions differ, and whose positions go with them. */
const WAIT_YEARS = [2017, 2018, 2019, 2020];
const POSITION_YEARS = [2018, 2019, 2020];

/** How long a region's AT doctors have waited compared with the nation, months at the national level of 2017-2020. */
export interface RegionWait {
  readonly region: string;
  readonly months: number;
  /** How many of the years have a published figure. */
  readonly published: number;
}

/** Published mean waits of all AT doctors asked, for a region or the nation, by year; several figures of one year stand together. */
function publishedWaits(tables: Tables, region: string): ReadonlyMap<number, readonly Row[]> {
  const years = new Map<number, Row[]>();
  for (const row of rowsOf(tables, 'waiting.csv')) {
    if (row['region_name'] !== region || row['statistic'] !== 'mean' || row['population'] !== 'AT doctors in Sylf survey') continue;
    const year = numberIn(row, 'year');
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return years;
}

const monthsOf = (rows: readonly Row[]): number => meanOf(rows.map((row) => numberIn(row, 'value')));

/** The nation's mean wait as published for a year. */
export function nationalWait(tables: Tables, year: number): number {
  return monthsOf(at(publishedWaits(tables, NATION), year));
}

/** The nation's mean wait over the years that say how regions differ. */
export function meanNationalWait(tables: Tables): number {
  return meanOf(WAIT_YEARS.map((year) => nationalWait(tables, year)));
}

/** AT positions a year by region over the years that go with the waits. */
function meanPositions(tables: Tables): readonly number[] {
  const years = POSITION_YEARS.map((year) => layAt(tables, year));
  return publishedRegions(tables).map((_, r) => meanOf(years.map((rows) => rows[r]!.number)));
}

/** The wait that a region's posts per head suggest: a line through five published pairs, within its limits. */
export function ruledWait(tables: Tables, postsPer100k: number): number {
  const part = (key: string): number => assumed(tables, 'wait-rule', key).value;
  return Math.min(part('most'), Math.max(part('least'), part('factor') * Math.pow(postsPer100k, part('exponent'))));
}

/**
 * Rule `waits`: how long each region's doctors wait. Where waits are published, their mean, in which the ruled wait counts as
 * `wait-smoothing` years more (the one smoothing); elsewhere the ruled wait, scaled so that the nation's mean comes out.
 */
export function regionalWaits(tables: Tables): readonly RegionWait[] {
  const positions = meanPositions(tables);
  const weight = assumed(tables, 'wait-smoothing').value;
  const drafts = publishedRegions(tables).map((region, r) => {
    const years = publishedWaits(tables, region.name);
    const months = WAIT_YEARS.flatMap((year) => (years.has(year) ? [monthsOf(at(years, year))] : []));
    const ruled = ruledWait(tables, (positions[r]! * 100_000) / region.population);
    const smoothed = (sumOf(months) + weight * ruled) / (months.length + weight);
    return { region: region.name, months: months.length > 0 ? smoothed : ruled, published: months.length };
  });
  const weighted = (known: boolean): number => sumOf(drafts.map((draft, r) => (draft.published > 0 === known ? draft.months * positions[r]! : 0)));
  const scale = (meanNationalWait(tables) * sumOf(positions) - weighted(true)) / weighted(false);
  return drafts.map((draft) => (draft.published > 0 ? draft : { ...draft, months: draft.months * scale }));
}

/** Rule `at-waits`: the published mean waits, nation and regions, to test a run against. Two figures of one year give their middle. */
export function deriveAtWaits(tables: Tables): DerivedFile {
  const areas = [NATION, ...publishedRegions(tables).map((region) => region.name)];
  const entries = areas.flatMap((area) => [...publishedWaits(tables, area)].sort(([a], [b]) => a - b).map(([year, rows]) => waitEntry(area, year, rows)));
  return layFile('at_waits.csv', ['figure', 'region', 'pathway', 'year'], entries);
}

function waitEntry(area: string, year: number, rows: readonly Row[]): Entry {
  const months = rows.map((row) => numberIn(row, 'value'));
  const [low, high] = [Math.min(...months), Math.max(...months)];
  const sources = rows.map((row) => textIn(row, 'source')).join(' ');
  const agreed = low === high;
  return {
    key: ['survey-wait', area, 'AT', year],
    card: {
      value: meanOf(months),
      unit: 'months',
      source: `rule at-waits: published/waiting.csv (${sources})`,
      quality: agreed ? qualityIn(rows[0]!) : 'derived',
      asOf: String(year),
      low: agreed ? undefined : low,
      high: agreed ? undefined : high,
      note: rows.map((row) => textIn(row, 'note')).filter((note, i, notes) => note !== '' && notes.indexOf(note) === i).join('; '),
    },
  };
}
