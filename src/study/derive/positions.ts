import { apportion, type Quality } from '../../base/index.js';
import { atAnchors, readAnchors, type Anchor } from './anchors.js';
import { assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { nationalAt, nationalPositions, type NationYear } from './positions-nation.js';
import { populationsOf, publishedRegions } from './regions.js';
import { NATION, numberIn, qualityIn, rowsOf, sumOf, textIn, type Tables } from './rows.js';

/** Positions of a pathway that one region opens in a year. */
export interface RegionYear {
  readonly region: string;
  readonly pathway: 'AT' | 'BT';
  readonly year: number;
  readonly number: number;
  readonly quality: Quality;
  readonly source: string;
  readonly asOf: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** First year of the positions file, last with regional AT figures, and the years in which BT has some. */
const FIRST = 2018;
const LAST_AT = 2024;
const LAST_BT = 2022;

/** Rule `positions`: regional positions, AT and BT; every year sums to the national figure exactly. */
export function derivePositions(tables: Tables): DerivedFile {
  const entries = regionalPositions(tables).map((row) => ({
    key: [row.region, row.pathway, row.year],
    card: { ...row, value: row.number, unit: 'positions per year', source: `rule positions: ${row.source}` },
  }));
  return layFile('positions.csv', ['region', 'pathway', 'year'], entries);
}

/** Positions of every region, pathway and year of the base scenario. */
function regionalPositions(tables: Tables): readonly RegionYear[] {
  const shares = layAt(tables, LAST_AT).map((row) => row.number);
  return nationalPositions(tables)
    .filter((nation) => nation.year >= FIRST)
    .flatMap((nation) => {
      if (nation.pathway === 'AT' && nation.year <= LAST_AT) return layAt(tables, nation.year);
      if (nation.pathway === 'BT' && nation.year <= LAST_BT) return layBt(tables, nation);
      return layByShare(tables, nation, shares);
    });
}

/** AT positions by region in a year up to 2024: published anchors, then what is left of the nation by population. */
export function layAt(tables: Tables, year: number): readonly RegionYear[] {
  const nation = nationalAt(tables).find((row) => row.year === year)!;
  const anchors = new Map(
    [...atAnchors(tables)].map(([region, own]) => {
      const reading = readAnchors(tables, own, year);
      return [region, { ...reading, region, year, value: Math.round(reading.value) }];
    }),
  );
  const uncertain = new Map(assumedList(tables, 'anchor-uncertainty').map((row) => [row.key, row.value]));
  return fillByPopulation(tables, nation, anchors).map((row) => {
    const share = uncertain.get(row.region);
    return share === undefined ? row : { ...row, low: Math.round(row.number * (1 - share)), high: Math.round(row.number * (1 + share)) };
  });
}

/** BT positions by region in 2021 and 2022: published figures, held where an earlier one is the newest, then the rest by population. */
function layBt(tables: Tables, nation: NationYear): readonly RegionYear[] {
  return fillByPopulation(tables, nation, btAnchors(tables, nation.year));
}

/** Regions with a figure keep it; what is left of the nation goes to the others by population. */
function fillByPopulation(tables: Tables, nation: NationYear, anchors: ReadonlyMap<string, Anchor>): readonly RegionYear[] {
  const regions = publishedRegions(tables);
  const left = nation.value - sumOf([...anchors.values()].map((anchor) => anchor.value));
  const populations = populationsOf(tables);
  const parts = apportion(
    left,
    regions.map((region, r) => (anchors.has(region.name) ? 0 : populations[r]!)),
  );
  return regions.map((region, r) => {
    const { pathway, year, asOf } = nation;
    const anchor = anchors.get(region.name);
    if (anchor !== undefined) return { region: region.name, pathway, year, number: anchor.value, quality: anchor.quality, source: anchor.source, asOf: String(anchor.year) };
    const source = `what is left of the nation's ${nation.value}, by population`;
    return { region: region.name, pathway, year, number: parts[r]!, quality: nation.quality === 'assumption' ? 'assumption' : 'derived', source, asOf };
  });
}

/** Published BT figures per region, the newest up to a year; of several of one year, what was offered or in service before what was planned. */
function btAnchors(tables: Tables, year: number): ReadonlyMap<string, Anchor> {
  const order = ['planned', 'advertised', 'in_service', 'offered'];
  const rows = rowsOf(tables, 'bt_places.csv')
    .filter((row) => row['region_name'] !== NATION && order.includes(row['status'] ?? '') && row['bt_type'] !== 'integrerad')
    .filter((row) => row['unit'] === 'BT posts per year')
    .map((row) => ({ row, year: Number(textIn(row, 'year').slice(0, 4)), rank: order.indexOf(textIn(row, 'status')) }))
    .sort((a, b) => a.year - b.year || a.rank - b.rank);
  const anchors = new Map<string, Anchor>();
  for (const { row, year: published } of rows) {
    const region = textIn(row, 'region_name');
    const none = numberIn(row, 'value') === 0;
    // A region that had none in 2023 had none before; plans for 2020 were put off and don't count.
    if (published <= 2020 || (published > year && !none)) continue;
    const exact = published === year;
    const source = `${exact ? '' : `as in ${published}, `}published/bt_places.csv (${textIn(row, 'source')})`;
    anchors.set(region, { region, year: published, value: numberIn(row, 'value'), quality: exact ? qualityIn(row) : 'derived', source });
  }
  return anchors;
}

/** Later years: the nation's positions by each region's share of AT in the last year with regional figures. */
function layByShare(tables: Tables, nation: NationYear, shares: readonly number[]): readonly RegionYear[] {
  const { pathway, year, asOf } = nation;
  const split = (n: number | undefined): readonly number[] => (n === undefined ? [] : apportion(n, shares));
  const [parts, low, high] = [split(nation.value), split(nation.low), split(nation.high)];
  return publishedRegions(tables).map((region, r) => ({
    region: region.name,
    pathway,
    year,
    number: parts[r]!,
    quality: 'assumption',
    source: `the nation's ${nation.value} (positions_nation.csv) by the share of AT ${LAST_AT}`,
    asOf,
    low: low[r],
    high: high[r],
  }));
}
