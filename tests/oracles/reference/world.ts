import type { DoctorForm, IntakeForm, LegForm, PlanForm, RosterForm, StateName, StayRecord, VariantForm, WaitKind } from '../../../src/study/dump/form.js';
import { absentPool, poolOf, valueAt, type Hold, type Pool } from './pool.js';

/** Why somebody waits: units of 1/27,720 doctor-step for each cause. */
export type Cause = ReadonlyMap<string, number>;

/** One doctor in one pathway. */
export interface Doctor {
  readonly form: DoctorForm;
  readonly leg: LegForm;
  state: StateName | 'to come';
  variant: string;
  joined: number | null;
  start: number | null;
  employer: string | null;
  gaveUp: number | null;
  completed: number | null;
  /** What is left of each block, in personal steps. */
  left: number[];
  served: number;
  stays: StayRecord[];
  holds: Hold[];
  /** The reservation of a main supervisor, while there is one. */
  main: Hold | null;
  leaves: { from: number; until: number }[];
  waitBegan: number;
  stoodFirst: number | null;
  trials: number;
  passes: number;
  cause: Cause;
  readonly waited: Record<WaitKind, number>;
  readonly causes: Record<WaitKind, Map<string, number>>;
}

/** Positions of one region and pathway at one intake; null is without limit. */
export interface Opening {
  readonly region: string;
  readonly pathway: string;
  left: number | null;
}

/** Everything there is: the plan, the pools and the doctors. */
export interface World {
  readonly plan: PlanForm;
  readonly pools: Pool[];
  readonly doctors: readonly Doctor[];
}

/** A whole, of which the causes of a step waited are parts. */
export const WHOLE = 27_720;

/** The cause that is one thing alone. */
export const only = (name: string): Cause => new Map([[name, WHOLE]]);

/** The world before its first step. */
export function worldOf(plan: PlanForm, roster: RosterForm): World {
  const doctors = roster.doctors.map((form): Doctor => {
    if (form.legs.length !== 1) throw new Error('one pathway a doctor, so far');
    const leg = form.legs[0]!;
    return {
      form, leg, state: 'to come', variant: leg.variant, joined: null, start: null, employer: null, gaveUp: null, completed: null,
      left: [], served: 0, stays: [], holds: [], main: null, leaves: [], waitBegan: 0, stoodFirst: null, trials: 0, passes: 0,
      cause: only('awaiting-intake'), waited: { queue: 0, between: 0 }, causes: { queue: new Map(), between: new Map() },
    };
  });
  return { plan, pools: plan.pools.map(poolOf), doctors };
}

/** The variant of that name. */
export const variantOf = (world: World, doctor: Doctor, name = doctor.variant): VariantForm => world.plan.pathways[doctor.leg.pathway]!.variants[name]!;

/** The variant that a doctor would do in a region (3.12). */
export const variantIn = (doctor: Doctor, region: string): string => doctor.leg.variant_in?.[region] ?? doctor.leg.variant;

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

/** A factor written as a decimal or as a fraction, exactly. */
function fraction(text: string): [bigint, bigint] {
  if (text.includes('/')) {
    const [over, under] = text.split('/');
    return [BigInt(over!), BigInt(under!)];
  }
  const [whole, decimals = ''] = text.split('.');
  return [BigInt(whole! + decimals), BigInt(`1${'0'.repeat(decimals.length)}`)];
}

/** The intakes of one step, with the positions that each opens. */
export function openingsAt(plan: PlanForm, t: number): Opening[] {
  return plan.intakes.flatMap((intake) => {
    const nth = intake.steps === 'all' ? t : intake.steps.indexOf(t);
    return nth < 0 ? [] : [{ region: intake.region, pathway: intake.pathway, left: positionsOf(intake, nth) }];
  });
}

function positionsOf(intake: IntakeForm, nth: number): number | null {
  return valueAt(intake.positions, nth);
}

/** By rank; ties by stream as listed, cohort, ordinal (2). */
export function byRank(world: World, a: Doctor, b: Doctor): number {
  const place = (doctor: Doctor): number[] => [doctor.form.rank, world.plan.streams.indexOf(doctor.form.id[0]), doctor.form.id[1], doctor.form.id[2]];
  return compareLists(place(a), place(b));
}

/** The order of two lists by their first difference. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
