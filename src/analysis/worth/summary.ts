import type { Summary } from '../findings.js';
import { summariseValues } from '../interval.js';
import type { Worth } from './findings.js';
import { WORTH_FIGURES, worthCell } from './reading.js';
import type { Relief } from './reliefs.js';

/** Readings of one replication: the run without anything added first, then each relief (see `readWorth`). */
export type WorthReadings = readonly Float64Array[]; // [1 + relief]

/** What it takes to turn readings into figures. */
export interface WorthScale {
  readonly regions: number;
  readonly stepsPerMonth: number;
  readonly years: number;
}

type FigureName = (typeof WORTH_FIGURES)[number];

/** A figure of a region, or of all (−1). */
export function worthOf(reading: Float64Array, regions: number, figure: FigureName, region: number): number {
  if (region >= 0) return reading[worthCell(region, figure)]!;
  let sum = 0;
  for (let r = 0; r < regions; r++) sum += reading[worthCell(r, figure)]!;
  return sum;
}

/** What a relief is worth, replication by replication against the run without it. */
export function summariseWorth(relief: Relief, nth: number, all: readonly WorthReadings[], run: number, { regions, stepsPerMonth, years }: WorthScale): Worth {
  const gained = (figure: FigureName, region: number, scale: number): number[] =>
    all.map((readings) => (worthOf(readings[1 + nth]!, regions, figure, region) - worthOf(readings[0]!, regions, figure, region)) * scale);
  const { region } = relief;
  const saved = gained('waited', -1, -1 / stepsPerMonth).map((value) => value + 0);
  const of = (values: readonly number[]): Summary => summariseValues(values)!;
  return {
    ...relief,
    saved: of(saved),
    savedHome: of(gained('waited', region, -1 / stepsPerMonth).map((value) => value + 0)),
    within: of(gained('within', -1, 1)),
    withinHome: of(gained('within', region, 1)),
    starts: of(gained('starts', -1, 1 / years)),
    startsThere: of(gained('starts', region, 1 / years)),
    fewer: saved.filter((value) => value > 0).length,
    more: saved.filter((value) => value < 0).length,
    run,
  };
}

/** Doctor-months waited in a region, or everywhere (−1), and the share that reaches the goal. */
export function summariseState(readings: readonly Float64Array[], region: number, { regions, stepsPerMonth }: WorthScale): { readonly waited: Summary; readonly share: Summary | null } {
  const waited = summariseValues(readings.map((reading) => worthOf(reading, regions, 'waited', region) / stepsPerMonth))!;
  return { waited, share: summariseValues(readings.map((reading) => worthOf(reading, regions, 'goalStarted', region) / worthOf(reading, regions, 'goalAll', region))) };
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

/** The next step of a path: what helps and saves most for each pool that gets a unit, so that a bundle is taken only where its parts are worth less apart; none where nothing helps. `saved` says whose waiting counts. */
export function chooseNext(worths: readonly Worth[], region: number): Worth | undefined {
  const saved = (worth: Worth): number => (region < 0 ? worth.saved : worth.savedHome).mean / worth.pools.length;
  const helping = worths.filter((worth) => helps(worth) && saved(worth) > 0);
  return helping.toSorted((a, b) => saved(b) - saved(a) || a.pools.length - b.pools.length || a.pools[0]! - b.pools[0]!)[0];
}

/** For each region and pathway that a bundle is for: the smallest thing to add that lets at least so many more start a year there; none where nothing tried does. */
export function smallestFor(worths: readonly Worth[], most: number): readonly { readonly region: number; readonly pathway: number; readonly worth: Worth | null }[] {
  const places = new Map(worths.filter(({ pathway }) => pathway >= 0).map(({ region, pathway }) => [`${region} ${pathway}`, { region, pathway }]));
  return [...places.values()].map(({ region, pathway }) => {
    const enough = worths.filter((worth) => worth.region === region && (worth.pathway === pathway || worth.pathway < 0) && worth.startsThere.mean >= most);
    return { region, pathway, worth: enough.toSorted((a, b) => a.pools.length - b.pools.length || b.saved.mean - a.saved.mean)[0] ?? null };
  });
}
