import { apportion, type Quality } from '../../base/index.js';
import { layFile, type DerivedFile } from './card.js';
import { numberIn, qualityIn, rowsOf, sumOf, textIn, type Tables } from './rows.js';

/** A region as published: its name is its id everywhere in derived files. */
export interface PublishedRegion {
  readonly code: string;
  readonly name: string;
  readonly healthCareRegion: string;
  readonly university: string;
  readonly population: number;
  readonly quality: Quality;
  readonly source: string;
}

/** The 21 regions in the order of their codes. */
export function publishedRegions(tables: Tables): readonly PublishedRegion[] {
  return rowsOf(tables, 'regions.csv').map((row) => ({
    code: textIn(row, 'region_code'),
    name: textIn(row, 'region_name'),
    healthCareRegion: textIn(row, 'health_care_region'),
    university: textIn(row, 'university'),
    population: numberIn(row, 'population'),
    quality: qualityIn(row),
    source: textIn(row, 'source'),
  }));
}

/** Rule `regions`: the 21 regions, each in one health-care region, with its population. */
export function deriveRegions(tables: Tables): DerivedFile {
  const notes = new Map(rowsOf(tables, 'regions.csv').map((row) => [textIn(row, 'region_name'), textIn(row, 'health_care_region_note')]));
  const entries = publishedRegions(tables).map((region) => ({
    key: [region.name, region.healthCareRegion],
    card: {
      value: region.population,
      unit: 'inhabitants',
      source: `rule regions: published/regions.csv (${region.source})`,
      quality: region.quality,
      asOf: '2024',
      note: notes.get(region.name),
    },
  }));
  return layFile('regions.csv', ['region', 'health_care_region'], entries);
}

/** Rule `home-population`: where foreign-trained doctors seek first, by population; no published figure supports another key. */
export function deriveHomePopulation(tables: Tables): DerivedFile {
  const regions = publishedRegions(tables);
  const parts = apportion(SHARE_PARTS, populationsOf(tables));
  const entries = regions.map((region, r) => ({
    key: [region.name],
    card: {
      value: parts[r]! / SHARE_PARTS,
      unit: 'share',
      source: 'rule home-population: published/regions.csv (population)',
      quality: 'assumption' as const,
      asOf: '2024',
    },
  }));
  return layFile('home_population.csv', ['region'], entries);
}

/** Shares are written in ten-thousandths by largest remainder, so that they sum to exactly one. */
export const SHARE_PARTS = 10_000;

/** Population by region, in the order of the regions. */
export function populationsOf(tables: Tables): number[] {
  return publishedRegions(tables).map((region) => region.population);
}

/** Each region's share of the population, in the order of the regions. */
export function populationShares(tables: Tables): number[] {
  const populations = populationsOf(tables);
  const nation = sumOf(populations);
  return populations.map((population) => population / nation);
}
