import { apportion, type Quality } from '../../base/index.js';
import { assumed } from './assumed.js';
import { publishedRegions } from './regions.js';
import { numberIn, onlyRow, qualityIn, rowsOf, sumOf, textIn, type Tables } from './rows.js';

/** The most trainees that a region's specialists or health centres could carry at once in a block: a bound, not a capacity. */
export interface Bound {
  readonly region: string;
  readonly block: 'psychiatry' | 'primary-care';
  /** Specialists or health centres behind it. */
  readonly count: number;
  readonly places: number;
  readonly low: number;
  readonly high: number;
  readonly quality: Quality;
  readonly source: string;
  readonly asOf: string;
}

/**
 * Psychiatrists per 100 000 of a health-care region: as published, or what the nation's figure leaves for the other regions when
 * all are weighed by today's populations.
 */
export function psychiatristDensity(tables: Tables): ReadonlyMap<string, number> {
  const rows = rowsOf(tables, 'specialists.csv').filter((row) => row['specialty'] === 'psykiatri' && row['metric'] === 'specialists_per_100k');
  const nation = numberIn(onlyRow(rows, 'psychiatrists 2010', (row) => row['geo_level'] === 'national' && row['year'] === '2010'), 'value');
  const known = new Map(
    rows
      .filter((row) => row['geo_level'] === 'health_care_region' && row['year'] === '2011')
      .map((row) => [textIn(row, 'region_name'), numberIn(row, 'value')]),
  );
  const regions = publishedRegions(tables);
  const people = (inside: boolean): number => sumOf(regions.filter((r) => known.has(r.healthCareRegion) === inside).map((r) => r.population));
  const counted = sumOf(regions.map((r) => r.population * (known.get(r.healthCareRegion) ?? 0)));
  const rest = (nation * (people(true) + people(false)) - counted) / people(false);
  return new Map(regions.map((region) => [region.name, known.get(region.healthCareRegion) ?? rest]));
}

/** Supervisor places in psychiatry: psychiatrists of the region, one trainee at a time for every so many of them. */
export function psychiatryBounds(tables: Tables): readonly Bound[] {
  const density = psychiatristDensity(tables);
  const perTrainee = assumed(tables, 'psychiatrists-per-trainee');
  return publishedRegions(tables).map((region) => {
    const count = Math.round((region.population * density.get(region.name)!) / 100_000);
    const places = Math.max(1, Math.floor(count / perTrainee.value));
    return {
      region: region.name,
      block: 'psychiatry',
      count,
      places,
      low: places,
      high: places,
      quality: 'assumption',
      source: `rule bounds: psychiatrists per 100 000 (published/specialists.csv, 2010-2011) / ${perTrainee.value} (assumptions.csv psychiatrists-per-trainee)`,
      asOf: '2011',
    };
  });
}

/** Places in primary care: health centres of the region, counted where a count is recent enough, else by population. */
export function primaryCareBounds(tables: Tables): readonly Bound[] {
  const oldest = assumed(tables, 'oldest-health-centre-count').value;
  const each = assumed(tables, 'trainees-per-health-centre');
  const rows = rowsOf(tables, 'specialists.csv').filter((row) => row['metric'] === 'vardcentraler' && numberIn(row, 'year') >= oldest);
  const nation = rows.filter((row) => row['geo_level'] === 'national').sort((a, b) => numberIn(b, 'year') - numberIn(a, 'year'))[0]!;
  const counts = new Map(rows.filter((row) => row['geo_level'] === 'region').map((row) => [textIn(row, 'region_name'), row]));
  const regions = publishedRegions(tables);
  const left = numberIn(nation, 'value') - sumOf([...counts.values()].map((row) => numberIn(row, 'value')));
  const parts = apportion(
    left,
    regions.map((region) => (counts.has(region.name) ? 0 : region.population)),
  );
  return regions.map((region, r) => {
    const row = counts.get(region.name);
    const count = row === undefined ? parts[r]! : numberIn(row, 'value');
    return {
      region: region.name,
      block: 'primary-care',
      count,
      places: count * each.value,
      low: count * (each.low ?? each.value),
      high: count * (each.high ?? each.value),
      quality: row === undefined || qualityIn(row) !== 'published' ? 'derived' : 'published',
      source: `rule bounds: health centres (published/specialists.csv${row === undefined ? ', the rest by population' : ''}) x ${each.value} (assumptions.csv trainees-per-health-centre)`,
      asOf: textIn(row ?? nation, 'as_of'),
    };
  });
}
