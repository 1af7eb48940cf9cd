import type { Inflow } from '../../engine/index.js';
import { ALWAYS, thresholds } from '../chances.js';
import { compareText, placesOfStudy } from '../cohorts.js';
import type { Stream } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';

/** The region sought first, as chances: over the places that the rows speak of, by origin. */
export type Homes = Pick<Inflow, 'home' | 'homeRegion'>;

/**
 * Home shares over every place in the data, also those outside the scenario, so that a doctor's home is the same in every part of the country. What the
 * rows leave of the whole is outside too.
 */
export function layHomes(frame: Frame, of: Stream): Homes {
  const places = homePlaces(of);
  const origins = of.programme ? placesOfStudy(of.programme) : [''];
  const home = origins.flatMap((university) => {
    const shares = places.map((place) => of.home.filter((h) => h.university === university && h.region === place).reduce((sum, h) => sum + take(frame, h.share), 0));
    const rest = restOf(shares);
    return rest > 0 ? thresholds([...shares, rest]) : [...thresholds(shares), ALWAYS];
  });
  return { home: Float64Array.from(home), homeRegion: Int32Array.from([...places.map((place) => frame.regions.indexOf(place)), -1]) };
}

/** The places that the homes of a stream's doctors speak of, in order of id. */
export function homePlaces(of: Stream): string[] {
  return [...new Set(of.home.map((h) => h.region))].sort(compareText);
}

/** What shares leave of the whole; a millionth is rounding. */
export function restOf(shares: readonly number[]): number {
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  return rest > 1e-6 ? rest : 0;
}

/** The share of a region's own doctors of a cohort who start outside the scenario (MODEL 5.4). */
export type Leaving = (region: number, cohort: number) => number;

/** Who of a stream leave; undefined where nobody does. */
export function layLeaving(frame: Frame, of: Stream): Leaving | undefined {
  const rows = (frame.scenario.boundary?.leavers ?? []).filter(({ pathway }) => pathway === of.pathway);
  if (of.guests !== undefined || rows.every(({ share }) => share === 0)) return undefined;
  for (const row of rows) for (const figure of row.rows) take(frame, figure);
  const dated = frame.regions.map((region) => rows.filter((row) => row.region === region).sort((a, b) => a.from - b.from));
  return (region, cohort) => dated[region]?.findLast((row) => row.from <= cohort)?.share ?? 0;
}

/**
 * The homes of a cohort of which some start outside: every home's interval is split after its rounding, those who stay first, so that whoever stays has the same home
 * and luck as without a boundary.
 */
export function withoutLeavers({ home, homeRegion }: Homes, leaving: Leaving | undefined, cohort: number): Homes {
  if (!leaving) return { home, homeRegion };
  const places = homeRegion.length;
  const split = Array.from({ length: home.length }, (_, i) => {
    const place = i % places;
    const from = place === 0 ? 0 : home[i - 1]!;
    return [home[i]! - Math.round((home[i]! - from) * leaving(homeRegion[place]!, cohort)), home[i]!];
  });
  return { home: Float64Array.from(split.flat()), homeRegion: Int32Array.from(Array.from({ length: places }, (_, place) => [homeRegion[place]!, -1]).flat()) };
}

/** Deals out who of a fixed inflow starts outside: so many of each home that its share is kept at every moment. */
export function dealLeavers(leaving: Leaving | undefined): (region: number, cohort: number) => number {
  const due: number[] = [];
  return (region, cohort) => {
    if (!leaving || region < 0) return region;
    due[region] = (due[region] ?? 0) + leaving(region, cohort);
    if (due[region] < 0.5) return region;
    due[region] -= 1;
    return -1;
  };
}
