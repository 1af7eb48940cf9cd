import { apportion } from '../../base/index.js';
import { assumedList, type Assumed } from './assumed.js';
import { CARD_COLUMNS, layFile, type Card, type DerivedFile, type Entry } from './card.js';
import { deriveHomeShares } from './home-shares.js';
import { deriveInitialQueues, deriveInitialTraining } from './initial.js';
import { derivePositions } from './positions.js';
import { deriveHomePopulation, publishedRegions, SHARE_PARTS } from './regions.js';
import { sumOf, type Tables } from './rows.js';

/** The region that is divided in hospital areas, and what the rest of the country is called beside them. */
const REGION = 'Skåne';
const ELSEWHERE = 'Övriga Sverige';

/** The hospital areas with the share of the region's people, AT and graduates that each is taken to have. */
export function hospitalAreas(tables: Tables): readonly Assumed[] {
  return assumedList(tables, 'skane-area');
}

/** How a card says that a figure of the region was shared over its areas. */
const shared = (source: string, by: string): string => `${source}; divided by assumptions.csv ${by}`;

/** Rule `skane-regions`: the hospital areas as regions whose larger area is Skåne, and the rest of the country as one. */
export function deriveSkaneRegions(tables: Tables): DerivedFile {
  const areas = hospitalAreas(tables);
  const regions = publishedRegions(tables);
  const people = regions.find((region) => region.name === REGION)!.population;
  const parts = apportion(people, areas.map((area) => area.value));
  const card = (value: number): Card => ({ value, unit: 'inhabitants', source: shared('rule skane-regions: published/regions.csv (population)', 'skane-area'), quality: 'assumption', asOf: '2024' });
  const rest = sumOf(regions.map((region) => region.population)) - people;
  const entries: Entry[] = areas.map((area, a) => ({ key: [area.key, REGION], card: { ...card(parts[a]!), note: area.source } }));
  const elsewhere: Entry = { key: [ELSEWHERE, ELSEWHERE], card: { ...card(rest), source: 'rule skane-regions: published/regions.csv (population)', quality: 'derived' } };
  return layFile('skane_regions.csv', ['region', 'health_care_region'], [...entries, elsewhere]);
}

/** Rule `skane-home-shares`: where graduates seek first, Skåne's share divided over the areas. */
export function deriveSkaneHomeShares(tables: Tables): DerivedFile {
  return divideShares(tables, deriveHomeShares(tables), 'skane_home_shares.csv');
}

/** Rule `skane-home-population`: where foreign-trained doctors seek first, Skåne's share divided over the areas. */
export function deriveSkaneHomePopulation(tables: Tables): DerivedFile {
  return divideShares(tables, deriveHomePopulation(tables), 'skane_home_population.csv');
}

/** Rule `skane-positions`: Skåne's AT positions by the areas' shares, its BT positions by those of the hospitals where BT began. */
export function deriveSkanePositions(tables: Tables): DerivedFile {
  return divideNumbers(tables, derivePositions(tables), 'skane_positions.csv', (row) => (row['pathway'] === 'BT' ? 'skane-bt' : 'skane-area'));
}

/** Rule `skane-initial-queues`: who waits in Skåne when the run begins, by area. */
export function deriveSkaneQueues(tables: Tables): DerivedFile {
  return divideNumbers(tables, deriveInitialQueues(tables), 'skane_initial_queues.csv');
}

/** Rule `skane-initial-training`: who is in AT in Skåne when the run begins, by area. */
export function deriveSkaneTraining(tables: Tables): DerivedFile {
  return divideNumbers(tables, deriveInitialTraining(tables), 'skane_initial_training.csv');
}

type Row = Readonly<Record<string, string>>;

const rowsIn = (file: DerivedFile): Row[] => file.rows.map((cells) => Object.fromEntries(file.columns.map((column, i) => [column, cells[i]!])));
const keysOf = (file: DerivedFile): readonly string[] => file.columns.slice(0, -CARD_COLUMNS.length);

/** Whole numbers of the region, each divided over its areas by largest remainder; `by` names the assumption that says in which proportions. */
function divideNumbers(tables: Tables, file: DerivedFile, name: string, by: (row: Row) => string = () => 'skane-area'): DerivedFile {
  const keys = keysOf(file);
  const entries = rowsIn(file)
    .filter((row) => row['region'] === REGION)
    .flatMap((row): Entry[] => {
      const areas = assumedList(tables, by(row));
      const divide = (cell: string): readonly number[] => (cell === '' ? [] : apportion(Number(cell), areas.map((area) => area.value)));
      const [parts, low, high] = [divide(row['value']!), divide(row['low']!), divide(row['high']!)];
      const quality = [row['quality'], ...areas.map((area) => area.quality)].includes('assumption') ? 'assumption' : 'derived';
      return areas.map((area, a) => ({
        key: keys.map((key) => (key === 'region' ? area.key : row[key]!)),
        card: { value: parts[a]!, unit: row['unit']!, source: shared(row['source']!, by(row)), quality, asOf: row['as_of']!, low: low[a], high: high[a] },
      }));
    });
  return layFile(name, keys, entries);
}

/** Shares over all regions, Skåne's divided over its areas and the others' added up; in ten-thousandths, so that they sum to exactly one. */
function divideShares(tables: Tables, file: DerivedFile, name: string): DerivedFile {
  const areas = hospitalAreas(tables);
  const keys = keysOf(file);
  const rows = rowsIn(file);
  const own = rows.filter((row) => row['region'] === REGION);
  const entries = own.flatMap((row): Entry[] => {
    const total = Math.round(Number(row['value']) * SHARE_PARTS);
    const parts = apportion(total, areas.map((area) => area.value));
    const card = (part: number): Card => ({ value: part / SHARE_PARTS, unit: 'share', source: shared(row['source']!, 'skane-area'), quality: 'assumption', asOf: row['as_of']! });
    const places = [...areas.map((area, a) => ({ place: area.key, part: parts[a]! })), { place: ELSEWHERE, part: SHARE_PARTS - total }];
    return places.map(({ place, part }) => ({ key: keys.map((key) => (key === 'region' ? place : row[key]!)), card: card(part) }));
  });
  return layFile(name, keys, entries);
}
