import type { Summary } from '../findings.js';
import { summariseValues } from '../interval.js';
import type { Worth } from './findings.js';
import { startsCell, worthCell } from './reading.js';
import type { WorthFigure } from './reading.js';
import type { Relief } from './reliefs.js';

/** Readings of one replication: the run without anything added first, then each relief (see `readWorth`). */
export type WorthReadings = readonly Float64Array[]; // [1 + relief]

/** What it takes to turn readings into figures. */
export interface WorthScale {
  readonly regions: number;
  readonly pathways: number;
  readonly stepsPerMonth: number;
  readonly years: number;
}

/** The sum of cells over a region, or over all (−1). */
function sumOver({ regions }: WorthScale, region: number, cell: (r: number) => number): number {
  if (region >= 0) return cell(region);
  let sum = 0;
  for (let r = 0; r < regions; r++) sum += cell(r);
  return sum;
}

const figureOf = (scale: WorthScale, reading: Float64Array, figure: WorthFigure, region: number): number => sumOver(scale, region, (r) => reading[worthCell(scale.pathways, r, figure)]!);

/** Starts a year, of one pathway or of all (−1). */
function startsOf(scale: WorthScale, reading: Float64Array, region: number, pathway: number): number {
  const pathways = pathway >= 0 ? [pathway] : Array.from({ length: scale.pathways }, (_, p) => p);
  return sumOver(scale, region, (r) => pathways.reduce((sum, p) => sum + reading[startsCell(scale.pathways, r, p)]!, 0)) / scale.years;
}

/** What a relief is worth, replication by replication against the run without it; `parts` are the trials of a bundle's units by themselves. */
export function summariseWorth(relief: Relief, nth: number, parts: readonly number[] | null, all: readonly WorthReadings[], run: number, scale: WorthScale): Worth {
  const gained = (read: (reading: Float64Array) => number, trial = nth): number[] => all.map((readings) => read(readings[1 + trial]!) - read(readings[0]!));
  const months = (region: number) => (reading: Float64Array): number => 0 - figureOf(scale, reading, 'waited', region) / scale.stepsPerMonth;
  const more = (figure: WorthFigure, region: number): number[] => gained((reading) => figureOf(scale, reading, figure, region));
  const starts = (region: number, pathway: number): number[] => gained((reading) => startsOf(scale, reading, region, pathway));
  const { region } = relief;
  const saved = gained(months(-1));
  const reached = more('goalStarted', -1);
  const apart = parts?.map((part) => gained(months(-1), part));
  return {
    ...relief,
    saved: of(saved),
    savedHome: of(gained(months(region))),
    within: of(more('within', -1)),
    withinHome: of(more('within', region)),
    starts: of(starts(-1, -1)),
    startsThere: of(starts(region, -1)),
    startsIn: Array.from({ length: scale.pathways }, (_, pathway) => of(starts(region, pathway)).mean),
    beyond: apart === undefined ? null : of(saved.map((value, replication) => apart.reduce((left, part) => left - part[replication]!, value))),
    reached: of(reached),
    reachedHome: of(more('goalStarted', region)),
    reachedIn: reached.filter((value) => value > 0).length,
    fewer: saved.filter((value) => value > 0).length,
    more: saved.filter((value) => value < 0).length,
    run,
  };
}

const of = (values: readonly number[]): Summary => summariseValues(values)!;

/** Doctor-months waited in a region, or everywhere (−1), and the share that reaches the goal. */
export function summariseState(readings: readonly Float64Array[], region: number, scale: WorthScale): { readonly waited: Summary; readonly share: Summary | null } {
  const waited = of(readings.map((reading) => figureOf(scale, reading, 'waited', region) / scale.stepsPerMonth));
  return { waited, share: summariseValues(readings.map((reading) => figureOf(scale, reading, 'goalStarted', region) / figureOf(scale, reading, 'goalAll', region))) };
}

/** Of how many replications a relief must help in, to be said to help. */
const MOST = 3 / 4;

/** Whether a relief helps: in the mean, and in at least three quarters of the replications. */
export function helps({ saved, fewer }: Pick<Worth, 'saved' | 'fewer'>): boolean {
  return saved.mean > 0 && fewer >= MOST * saved.n;
}

/** Whether a relief makes the waiting longer in the mean, and in at least three quarters of the replications: an anomaly to be shown, not hidden (METAMORPHIC X1, X5). */
export function harms({ saved, more }: Pick<Worth, 'saved' | 'more'>): boolean {
  return saved.mean < 0 && more >= MOST * saved.n;
}

/** Whether a relief is worth nothing in any replication. */
export const isWorthless = ({ fewer, more, within, starts }: Worth): boolean => fewer === 0 && more === 0 && isZero(within) && isZero(starts);

const isZero = ({ low, high }: Summary): boolean => low === 0 && high === 0;

/** Singles, or bundles, the most valuable first. */
export function rankWorths(worths: readonly Worth[], of: 'singles' | 'bundles'): readonly Worth[] {
  return worths.filter(({ pools }) => (pools.length === 1) === (of === 'singles')).toSorted((a, b) => b.saved.mean - a.saved.mean || a.pools[0]! - b.pools[0]! || a.pools.length - b.pools.length);
}

/**
 * The next step of a path: what helps and does most for each pool that gets a unit, so that a bundle is taken only where its parts are worth less apart; none where
 * nothing helps. What counts is waiting saved, or, on the way to a goal, how many more reach it: of a region's own doctors, or of all (−1).
 */
export function chooseNext(worths: readonly Worth[], region: number, byGoal: boolean): Worth | undefined {
  const gain = (worth: Worth): number => {
    const all = byGoal ? worth.reached : worth.saved;
    const own = byGoal ? worth.reachedHome : worth.savedHome;
    return (region < 0 ? all : own).mean / worth.pools.length;
  };
  const isHelping = (worth: Worth): boolean => (byGoal ? worth.reachedIn >= MOST * worth.saved.n : helps(worth)) && gain(worth) > 0;
  return worths.filter(isHelping).toSorted((a, b) => gain(b) - gain(a) || b.saved.mean - a.saved.mean || a.pools.length - b.pools.length || a.pools[0]! - b.pools[0]!)[0];
}

/** Whether a bundle does no more than something smaller that was tried and is a part of it. */
export function isOutdone(worths: readonly Worth[], { region, pools, saved }: Worth): boolean {
  return pools.length > 1 && worths.some((other) => other.region === region && other.pools.length < pools.length && other.pools.every((pool) => pools.includes(pool)) && other.saved.mean >= saved.mean);
}

/** For each region and pathway of which something was tried: the smallest thing to add that lets at least so many more of the pathway start a year there; none where nothing tried does. */
export function smallestFor(worths: readonly Worth[], pathways: number, least: number): readonly { readonly region: number; readonly pathway: number; readonly worth: Worth | null }[] {
  const regions = [...new Set(worths.map(({ region }) => region))];
  return regions.flatMap((region) =>
    Array.from({ length: pathways }, (_, pathway) => {
      const enough = worths.filter((worth) => worth.region === region && worth.startsIn[pathway]! >= least);
      return { region, pathway, worth: enough.toSorted((a, b) => a.pools.length - b.pools.length || b.startsIn[pathway]! - a.startsIn[pathway]!)[0] ?? null };
    }),
  );
}
