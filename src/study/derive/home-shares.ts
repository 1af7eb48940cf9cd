import { apportion } from '../../base/index.js';
import { assumed, assumedList } from './assumed.js';
import { layFile, type DerivedFile } from './card.js';
import { fitHomes } from './fit-homes.js';
import { meanForeignAt } from './foreign.js';
import { layAt } from './positions.js';
import { sitesOf, universitiesOf, yearlyGraduates, type StudyPlace } from './programmes.js';
import { populationShares, publishedRegions, SHARE_PARTS, type PublishedRegion } from './regions.js';
import { meanOf, numberIn, onlyRow, rowsOf, sumOf, type Tables } from './rows.js';
import { meanNationalWait, nationalWait, regionalWaits } from './waits.js';

/** The years whose starts and waits the fit is to hold. */
const FROM = 2018;
const TO = 2023;

/** A fit of home shares before and after: what `docs/data.md` shows. */
export interface HomeFit {
  readonly places: readonly StudyPlace[];
  readonly regions: readonly PublishedRegion[];
  readonly prior: readonly (readonly number[])[]; // [place × region] shares
  readonly shares: readonly (readonly number[])[]; // [place × region]
  /** Swedish-trained seekers a year by place of study. */
  readonly rowTotals: readonly number[];
  /** Doctors a year that each region must get from Swedish programmes. */
  readonly columnTargets: readonly number[];
}

/** The fit of where graduates seek first to the published waits, with the positions of 2018-2023. */
export function fitHomeShares(tables: Tables): HomeFit {
  const places = [...universitiesOf(tables), ...sitesOf(tables)];
  const regions = publishedRegions(tables);
  const graduates = yearlyGraduates(tables, FROM, TO);
  const seeking = 1 - neverStarting(tables);
  const rowTotals = places.map((place) => (graduates.get(place.name) ?? 0) * seeking);
  const positions = meanPositions(tables);
  const prior = places.map((place) => priorOf(tables, place, regions, positions));
  const columnTargets = targetsOf(tables, positions, sumOf(rowTotals));
  return { places, regions, prior, shares: fitHomes(prior, rowTotals, columnTargets), rowTotals, columnTargets };
}

function neverStarting(tables: Tables): number {
  const metric = 'share_never_starting_training_in_sweden';
  return numberIn(onlyRow(rowsOf(tables, 'behaviour.csv'), metric, (row) => row['metric'] === metric), 'value');
}

function meanPositions(tables: Tables): readonly number[] {
  const years = Array.from({ length: TO - FROM + 1 }, (_, i) => layAt(tables, FROM + i));
  return publishedRegions(tables).map((_, r) => meanOf(years.map((rows) => rows[r]!.number)));
}

/** Who stays where they studied, and the rest over all other regions in proportion to AT positions. */
function priorOf(tables: Tables, place: StudyPlace, regions: readonly PublishedRegion[], positions: readonly number[]): number[] {
  const home = regions.find((region) => region.name === place.region)!;
  const north = place.university === 'Umeå universitet' && !place.site;
  const stays = regions.map((region) => (north ? region.healthCareRegion === home.healthCareRegion : region === home));
  const share = assumed(tables, 'stay-study-region', place.site ? 'decentralised' : north ? 'northern' : 'metropolitan').value;
  const sumWhere = (staying: boolean): number => sumOf(positions.filter((_, r) => stays[r] === staying));
  const [inside, outside] = [sumWhere(true), sumWhere(false)];
  return positions.map((n, r) => (stays[r] ? (share * n) / inside : ((1 - share) * n) / outside));
}

/** What holds the published waits: a region's starts, plus the growth of its queue, less the foreign-trained who seek there. */
function targetsOf(tables: Tables, positions: readonly number[], swedish: number): number[] {
  const [first, last] = [layAt(tables, FROM), layAt(tables, TO)];
  const level = meanNationalWait(tables);
  const needed = regionalWaits(tables).map((wait, r) => {
    const queue = (year: number, starts: number): number => (((wait.months * nationalWait(tables, year)) / level) * starts) / 12;
    return positions[r]! + (queue(TO, last[r]!.number) - queue(FROM, first[r]!.number)) / (TO - FROM);
  });
  const foreign = meanForeignAt(tables, FROM, TO);
  const scale = (swedish + foreign) / sumOf(needed);
  const factors = new Map(assumedList(tables, 'home-factor').map((row) => [row.key, row.value]));
  const shares = populationShares(tables);
  const targets = publishedRegions(tables).map((region, r) => Math.max(1, needed[r]! * scale - foreign * shares[r]!) * (factors.get(region.name) ?? 1));
  return targets.map((target) => (target * swedish) / sumOf(targets));
}

/** Rule `home-shares`: where the graduates of each place of study seek first, fitted to the published waits. */
export function deriveHomeShares(tables: Tables): DerivedFile {
  const fit = fitHomeShares(tables);
  const entries = fit.places.flatMap((place, u) => {
    const parts = apportion(SHARE_PARTS, fit.shares[u]!);
    return fit.regions.map((region, r) => ({
      key: [place.name, region.name],
      card: {
        value: parts[r]! / SHARE_PARTS,
        unit: 'share',
        source: `rule home-shares: fitted to published waits and positions ${FROM}-${TO} (published/waiting.csv, positions.csv, assumptions.csv)`,
        quality: 'assumption' as const,
        asOf: `${FROM}-${TO}`,
      },
    }));
  });
  return layFile('home_shares.csv', ['university', 'region'], entries);
}
