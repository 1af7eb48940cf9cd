import { NEED_CELLS, layNeeds, observeNeeds, readBooked, readWorth, withPlaces, worthStride } from '../../analysis/index.js';
import type { Goal, Needed, Run } from '../../analysis/index.js';
import { drawRoster, fingerprint } from '../../engine/index.js';
import type { Axes, Plan, Roster } from '../../engine/index.js';
import { compile } from '../../model/index.js';
import { applyAdditions } from '../addition.js';
import { PLACEMENT_POOLS, lift } from '../counter-runs.js';
import type { ReportSetup } from '../report.js';
import { runAudited } from '../report-plans.js';
import { changesNothing, isUncoupled, listFull, ofRegion } from './same.js';

/** Trials on the same luck: what is in place already, and what is tried beside it. */
export interface WorthSetup extends ReportSetup {
  /** Month number from which units are there. */
  readonly from: number;
  /** Units added to each pool at a time. */
  readonly by: number;
  /** Pools that have got units already, once for each time. */
  readonly placed: readonly number[];
  /** What is tried: pools that get units, with the region that they are in. */
  readonly trials: readonly { readonly region: number; readonly pools: readonly number[] }[];
  readonly goal: Goal;
  /** Also asks how many places would do (MODEL 9.2), by a run with slots and supervisors unlimited. */
  readonly asksNeeds: boolean;
  /** Runs everything, also what provably changes nothing. */
  readonly isPlain: boolean;
}

/** How a trial came about: by a run of everything, by a run of its region alone, or because it provably changes nothing. */
export const HOW = { run: 0, alone: 1, same: 2 } as const;

/** What one unit of work gave: a pack of the trials in one replication. */
export interface WorthPart {
  /** The run without any trial, in the first pack of a replication. */
  readonly base: { readonly reading: Float64Array; readonly booked: Float64Array; readonly full: Uint8Array; readonly fingerprint: Int32Array; readonly needs: { readonly cells: Float64Array; readonly needed: Needed } | null } | null;
  readonly readings: Float64Array[]; // [trial of the pack]
  readonly booked: Float64Array[]; // [trial of the pack]
  readonly how: Uint8Array; // [trial of the pack]
}

/** Trials done by one unit of work: few enough for a lively progress bar, many enough that the run they are held against costs little. */
const PACK = 16;

/** How many units the work has. */
export const packsOf = ({ trials }: Pick<WorthSetup, 'trials'>): number => Math.max(1, Math.ceil(trials.length / PACK));

/** The plan that trials are held against, with its axes and its first step with units. */
export function prepareTrials({ scenario, additions, placed, by, from }: Pick<WorthSetup, 'scenario' | 'additions' | 'placed' | 'by' | 'from'>): { readonly plan: Plan; readonly axes: Axes; readonly from: number } {
  const { plan: written, axes } = compile(scenario);
  const first = (from - axes.from) * axes.stepsPerMonth;
  return { plan: withPlaces(applyAdditions(written, axes, additions), placed, by, first), axes, from: first };
}

interface Base {
  readonly replication: number;
  readonly roster: Roster;
  readonly run: Run;
  readonly reading: Float64Array;
  readonly booked: Float64Array;
}

/** Makes a worker ready: unit u is pack u mod packs of replication ⌊u ÷ packs⌋. */
export function prepareWorth(setup: WorthSetup): (unit: number) => WorthPart {
  const { plan, axes, from } = prepareTrials(setup);
  const packs = packsOf(setup);
  let last: Base | null = null;
  return (unit) => {
    const replication = Math.floor(unit / packs);
    // The packs of a replication follow each other: what they are held against is run once by whoever does them.
    if (last?.replication !== replication) last = layBase(setup, plan, replication, from);
    const base = last;
    const trials = setup.trials.slice((unit % packs) * PACK, ((unit % packs) + 1) * PACK);
    const done = trials.map((trial) => tryOne(setup, base, trial, from));
    return {
      base: unit % packs === 0 ? { reading: base.reading, booked: base.booked, full: listFull(base.run, from), fingerprint: fingerprint(base.roster, base.run.trace), needs: setup.asksNeeds ? needsOf(setup, base, axes) : null } : null,
      readings: done.map(({ reading }) => reading),
      booked: done.map(({ booked }) => booked),
      how: Uint8Array.from(done, ({ how }) => how),
    };
  };
}

const placeOf = ({ scenario, seed }: WorthSetup, replication: number) => ({ name: scenario.name, seed, replication });

function layBase(setup: WorthSetup, plan: Plan, replication: number, from: number): Base {
  const roster = drawRoster(plan, { seed: setup.seed, replication });
  const run = runAudited(plan, roster, placeOf(setup, replication));
  return { replication, roster, run, reading: readWorth(run, roster, from, setup.goal), booked: readBooked(run, from) };
}

function needsOf(setup: WorthSetup, { replication, roster, run }: Base, axes: Axes): { readonly cells: Float64Array; readonly needed: Needed } {
  const needs = layNeeds(run.plan, axes);
  const cells = new Float64Array(NEED_CELLS * needs.pools.length).fill(NaN);
  const unlimited = runAudited(lift(run.plan, PLACEMENT_POOLS), roster, placeOf(setup, replication));
  return { cells, needed: observeNeeds(needs, axes, run, unlimited, cells) };
}

interface Tried {
  readonly reading: Float64Array;
  readonly booked: Float64Array;
  readonly how: number;
}

/** Only what a change can touch is run again: nothing where it provably changes nothing, and its own region where nothing ties regions together. */
function tryOne(setup: WorthSetup, base: Base, { region, pools }: WorthSetup['trials'][number], from: number): Tried {
  const { roster, run, reading, booked } = base;
  if (!setup.isPlain && changesNothing(run, roster, pools, setup.by, from)) return { reading, booked, how: HOW.same };
  const plan = withPlaces(run.plan, pools, setup.by, from);
  const place = placeOf(setup, base.replication);
  if (setup.isPlain || !isUncoupled(plan, roster)) {
    const whole = runAudited(plan, roster, place);
    return { reading: readWorth(whole, roster, from, setup.goal), booked: readBooked(whole, from), how: HOW.run };
  }
  const own = ofRegion(roster, region);
  const part = runAudited(plan, own, place);
  const [ownReading, ownBooked] = [readWorth(part, own, from, setup.goal), readBooked(part, from)];
  return {
    reading: reading.map((value, cell) => (Math.floor(cell / worthStride(plan.pathways)) === region ? ownReading[cell]! : value)),
    booked: booked.map((value, cell) => (plan.poolRegion[Math.floor(cell / plan.pathways)] === region ? ownBooked[cell]! : value)),
    how: HOW.alone,
  };
}
