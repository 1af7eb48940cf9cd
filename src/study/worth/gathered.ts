import { chooseNext, summariseState, summariseWorth } from '../../analysis/index.js';
import type { Needed, Path, PathStep, Relief, Worth, WorthReadings, WorthScale } from '../../analysis/index.js';
import { layDigest, mix, toHex } from '../../engine/index.js';
import { HOW, packsOf } from './job.js';
import type { WorthPart, WorthSetup } from './job.js';

/** Parts of trials gathered in order: plain data. */
export interface GatheredWorth {
  readonly replications: number;
  added: number;
  readonly readings: Float64Array[][]; // [replication][1 + trial]
  /** Doctor-steps booked on pools, summed over the replications: of the run without trials, then of each. */
  readonly booked: Float64Array[]; // [1 + trial]
  readonly full: number[]; // [pool] replications in which it was full
  readonly how: Int32Array; // [trial × way] replications
  readonly needs: { readonly cells: Float64Array; readonly needed: Needed }[]; // [replication], where asked for
  readonly digest: Int32Array;
}

/** Nothing gathered yet. */
export function layWorth({ trials }: WorthSetup, replications: number): GatheredWorth {
  return { replications, added: 0, readings: [], booked: [], full: [], how: new Int32Array(3 * trials.length), needs: [], digest: layDigest() };
}

/** Adds the next pack. */
export function addWorth(gathered: GatheredWorth, { base, readings, booked, how }: WorthPart): void {
  if (base !== null) {
    gathered.readings.push([base.reading]);
    base.fingerprint.forEach((word) => mix(gathered.digest, word));
    addBooked(gathered, 0, base.booked);
    base.full.forEach((one, pool) => (gathered.full[pool] = (gathered.full[pool] ?? 0) + one));
    if (base.needs !== null) gathered.needs.push(base.needs);
  }
  const row = gathered.readings.at(-1)!;
  readings.forEach((reading, i) => {
    const trial = row.length - 1;
    row.push(reading);
    addBooked(gathered, 1 + trial, booked[i]!);
    gathered.how[3 * trial + how[i]!]! += 1;
  });
  gathered.added += 1;
}

function addBooked(gathered: GatheredWorth, at: number, booked: Float64Array): void {
  const sum = (gathered.booked[at] ??= new Float64Array(booked.length));
  booked.forEach((units, i) => (sum[i]! += units));
}

/** The fingerprint of the runs without trials. */
export const fingerprintOf = ({ digest }: GatheredWorth): string => toHex(digest);

/** How many runs were made, how many spared, and how many were of a region alone. */
export function countRuns({ how }: GatheredWorth, replications: number): { readonly made: number; readonly spared: number; readonly alone: number } {
  const sum = (way: number): number => how.reduce((total, n, i) => total + (i % 3 === way ? n : 0), 0);
  return { made: replications + sum(HOW.run) + sum(HOW.alone), spared: sum(HOW.same), alone: sum(HOW.alone) };
}

/** What each of the trials is worth. */
export function summariseTrials(reliefs: readonly Relief[], gathered: GatheredWorth, scale: WorthScale): readonly Worth[] {
  const singles = new Map(reliefs.flatMap(({ pools }, nth) => (pools.length === 1 ? [[pools[0]!, nth] as const] : [])));
  return reliefs.map((relief, nth) => {
    const parts = relief.pools.length > 1 && relief.pools.every((pool) => singles.has(pool)) ? relief.pools.map((pool) => singles.get(pool)!) : null;
    return summariseWorth(relief, nth, parts, gathered.readings, gathered.how[3 * nth]! + gathered.how[3 * nth + 1]!, scale);
  });
}

/** One step of a path: what is best of what was tried there, and how it stands with it; nothing where nothing helps. */
export function takeStep(reliefs: readonly Relief[], gathered: GatheredWorth, region: number, byGoal: boolean, scale: WorthScale): { readonly step: PathStep; readonly nth: number } | undefined {
  const worths = summariseTrials(reliefs, gathered, scale);
  const chosen = chooseNext(region < 0 ? worths : worths.filter((worth) => worth.region === region), region, byGoal);
  if (chosen === undefined) return undefined;
  const nth = worths.indexOf(chosen);
  return { step: { chosen, ...summariseState(gathered.readings.map((readings: WorthReadings) => readings[1 + nth]!), region, scale) }, nth };
}

/** How it stands before anything is added. */
export function stateBefore(gathered: GatheredWorth, region: number, scale: WorthScale): Path['before'] {
  return summariseState(gathered.readings.map((readings) => readings[0]!), region, scale);
}

/** How many units of work there are. */
export const unitsOf = (setup: WorthSetup, replications: number): number => packsOf(setup) * replications;
