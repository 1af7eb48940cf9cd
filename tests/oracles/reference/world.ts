import type { DoctorForm, GateForm, LegForm, PlanForm, RosterForm, RuleForm, StateName, StayRecord, VariantForm, WaitKind } from '../../../src/study/dump/form.js';
import { absentPool, poolOf, type Agreement, type Hold, type Pool } from './pool.js';

/** Why somebody waits: units of 1/27,720 doctor-step for each cause. */
export type Cause = ReadonlyMap<string, number>;

/** One doctor in one pathway. */
export interface Doctor {
  readonly form: DoctorForm;
  readonly leg: LegForm;
  /** The same doctor in the pathway before this one. */
  readonly earlier: Doctor | null;
  state: StateName | 'to come';
  /** The region of the queue; known from joining. */
  home: string;
  variant: string;
  joined: number | null;
  start: number | null;
  employer: string | null;
  gaveUp: number | null;
  completed: number | null;
  /** The first step by whose end the condition of the gate holds; −1: before the run. */
  met: number | null;
  attempts: number;
  passed: number | null;
  licence: number | null;
  /** What is left of each block, in personal steps. */
  left: number[];
  /** What is done of each block, in personal steps. */
  done: number[];
  /** Steps served in the run: leaves are counted in them. */
  served: number;
  /** Steps from the start to the leaves so far, leaves and waits after them apart. */
  spent: number;
  /** The step in which the present stretch of training began. */
  wentOn: number;
  stays: StayRecord[];
  holds: Hold[];
  /** The reservation of a main supervisor, while there is one. */
  main: Hold | null;
  /** The ST post, from start to completion. */
  post: Hold | null;
  leaves: { from: number; until: number }[];
  waitBegan: number;
  stoodFirst: number | null;
  trials: number;
  passes: number;
  /** Whether a position promised before the licence was lost, because the licence came too late. */
  lost: boolean;
  cause: Cause;
  readonly waited: Record<WaitKind, number>;
  readonly causes: Record<WaitKind, Map<string, number>>;
}

/** Positions of one region and pathway at one intake; null is without limit. */
export interface Opening {
  readonly region: string;
  readonly pathway: string;
  /** How many are opened anew, whether they can be filled or not. */
  readonly fresh: number | null;
  readonly carried: number;
  /** Whether what is left over is kept until the next intake. */
  readonly keeps: boolean;
  filled: number;
  left: number | null;
}

/** What has been decided under a rule of positions, in the order in which it was decided. */
export interface Decided {
  readonly rule: RuleForm;
  readonly levels: { readonly from: number; readonly level: number }[];
}

/** Everything there is: the plan, the pools, the agreements, the doctors, and the last intake of every region and pathway. */
export interface World {
  readonly plan: PlanForm;
  readonly pools: Pool[];
  readonly agreements: readonly Agreement[];
  readonly doctors: readonly Doctor[];
  readonly lastIntake: Map<string, Opening>;
  readonly decided: readonly Decided[];
}

/** A whole, of which the causes of a step waited are parts. */
export const WHOLE = 27_720;

/** The cause that is one thing alone. */
export const only = (name: string): Cause => new Map([[name, WHOLE]]);

/** The world before its first step. */
export function worldOf(plan: PlanForm, roster: RosterForm): World {
  const doctors: Doctor[] = [];
  for (const form of roster.doctors) {
    let earlier: Doctor | null = null;
    for (const leg of form.legs) doctors.push((earlier = doctorOf(form, leg, earlier)));
  }
  const agreements = (plan.exchange ?? []).map((terms) => ({ terms, holds: [] }));
  const decided = (plan.decide ?? []).map((rule) => ({ rule, levels: [] }));
  return { plan, pools: plan.pools.map(poolOf), agreements, doctors, lastIntake: new Map(), decided };
}

function doctorOf(form: DoctorForm, leg: LegForm, earlier: Doctor | null): Doctor {
  return {
    form, leg, earlier, state: 'to come', home: leg.region, variant: leg.variant_in?.[leg.region] ?? leg.variant, joined: null, start: null, employer: null, gaveUp: null,
    completed: null, met: null, attempts: 0, passed: null, licence: null, left: [], done: [], served: 0, spent: 0, wentOn: 0, stays: [], holds: [], main: null, post: null,
    leaves: [], waitBegan: 0, stoodFirst: null, trials: 0, passes: 0, lost: false, cause: only('awaiting-intake'),
    waited: { queue: 0, between: 0 }, causes: { queue: new Map(), between: new Map() },
  };
}

/** Whether only the next block is placed (3.4). */
export const isStepwise = (world: World): boolean => world.plan.settings?.mode === 'step';

/** The variant of that name. */
export const variantOf = (world: World, doctor: Doctor, name = doctor.variant): VariantForm => world.plan.pathways[doctor.leg.pathway]!.variants[name]!;

/** The variant that a doctor would do in a region (3.12). */
export const variantIn = (doctor: Doctor, region: string): string => doctor.leg.variant_in?.[region] ?? doctor.leg.variant;

/** Whether a form starts at intakes, or in any step (3.9). */
export const needsIntake = (variant: VariantForm): boolean => variant.needs_intake !== false;

/** Whether a start uses up a position; a form without intake never does (3.9). */
export const needsPosition = (variant: VariantForm): boolean => variant.needs_position !== false && needsIntake(variant);

/** The gate of a doctor's pathway (3.11). */
export const gateOf = (world: World, doctor: Doctor): GateForm | undefined => (world.plan.gates ?? []).find(({ pathway }) => pathway === doctor.leg.pathway);

/** The queue of a region and pathway, by one name. */
export const queueName = (region: string, pathway: string): string => JSON.stringify([region, pathway]);

/** The pool of a region, kind and block. */
export function poolIn(world: World, region: string, kind: Pool['kind'], block: string | null): Pool {
  for (const pool of world.pools) if (pool.region === region && pool.kind === kind && pool.block === block) return pool;
  const absent = absentPool(region, kind, block);
  world.pools.push(absent);
  return absent;
}

/** A block's personal duration: the factor times its length, half up, at least one step (3.7). */
export function personal(doctor: Doctor, length: number): number {
  const [over, under] = fraction(doctor.form.stretch ?? '1');
  const rounded = Number((2n * BigInt(length) * over + under) / (2n * under));
  return Math.max(1, rounded);
}

/** The personal durations of all blocks of a variant. */
export const personalLengths = (doctor: Doctor, variant: VariantForm): number[] => variant.blocks.map(({ length }) => personal(doctor, length));

/** A factor written as a decimal or as a fraction, exactly. */
function fraction(text: string): [bigint, bigint] {
  if (text.includes('/')) {
    const [over, under] = text.split('/');
    return [BigInt(over!), BigInt(under!)];
  }
  const [whole, decimals = ''] = text.split('.');
  return [BigInt(whole! + decimals), BigInt(`1${'0'.repeat(decimals.length)}`)];
}

/** What is set for a doctor's pathway: one number for all, or one for each. */
export const forPathway = (doctor: Doctor, setting: number | Readonly<Record<string, number>> = 0): number => (typeof setting === 'number' ? setting : (setting[doctor.leg.pathway] ?? 0));

/** By rank; ties by stream as listed, cohort, ordinal (2): numbers by size, then texts by code point. */
export function byRank(world: World, a: Doctor, b: Doctor): number {
  const place = (doctor: Doctor): number[] => [doctor.form.rank, world.plan.streams.indexOf(doctor.form.id[0])];
  return compareLists(place(a), place(b)) || comparePart(a.form.id[1], b.form.id[1]) || comparePart(a.form.id[2], b.form.id[2]);
}

function comparePart(a: number | string, b: number | string): number {
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' && typeof b === 'number' ? a - b : typeof a === 'number' ? -1 : 1;
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

/** The order of two lists by their first difference. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
