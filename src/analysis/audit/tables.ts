import type { Plan } from '../../engine/index.js';
import { useFrom } from './book.js';
import { layIntakes } from './intakes.js';
import type { FirstIntakes } from './intakes.js';
import { kinOf } from './kin.js';
import type { Kin } from './kin.js';
import { LARGEST } from './pairs.js';
import { shapePlan } from './shapes.js';
import { MOST_STRETCHES } from './ways.js';

/** Fields of a form, that is of a variant. */
export const FORM_FIELDS = 8;
/** 1 where blocks follow each other without gaps, and no more is held than what the next ones need: no ST post, no gate, nor step by step a main supervisor. */
export const IS_PLAIN = 0;
export const PATHWAY = 1;
/** Its place among the variants of the pathway; 1 for the last one. */
export const NTH = 2;
export const IS_LAST = 3;
export const NEEDS_POSITION = 4;
export const NEEDS_INTAKE = 5;
/** The first stretch, and all of them as bits from the lowest. */
export const FIRST_STRETCH = 6;
export const ALL_LEFT = 7;

/** Fields of what a stretch needs. */
export const NEED_FIELDS = 2;
/** Steps in full time. */
export const LENGTH = 0;
/** The stretches that must be done before, as bits. */
export const MUST_BE_DONE = 1;

/** Fields of what a stretch takes in a region: from where on in a book the use of its slots lies, how many sixtieths, and the same of its supervisors. */
export const TAKE_FIELDS = 4;

/** What every audit of a plan asks of it, found once. */
export interface Tables {
  readonly plan: Plan;
  readonly intakes: FirstIntakes;
  /** Capacity less crowding, in sixtieths. */
  readonly places: Int32Array; // [pool × horizon]
  /** Forms that start in every step, without intake. */
  readonly hasOpenForms: boolean;
  /** Where the shares in force lie among the plan's. */
  readonly sharesAt: Int32Array; // [region × pathway × step of joining]
  /** Variants, regions and steps can stand in pairs. */
  readonly isPaired: boolean;
  /** Cumulative shares never fall, as they should not: two of them then say what a draw means. */
  readonly hasCumulativeShares: boolean;
  readonly forms: Int32Array; // [variant × field]
  readonly needs: Int32Array; // [stretch × field]
  readonly takes: Int32Array; // [region × stretch × field]
  readonly lengthAfter: Int32Array; // [stretch] steps of the stretches listed after it
  readonly variantOf: Int32Array; // [stretch]
  /** The same for plans in which doctors join, wait and choose their form alike. */
  readonly kin: Kin;
}

/** A plan never changes. */
const known = new WeakMap<Plan, Tables>();

/** The tables of a plan. */
export function tablesOf(given: Plan): Tables {
  const before = known.get(given);
  if (before) return before;
  const plan = shapePlan(given);
  const [intakes, forms] = [layIntakes(plan), layForms(plan)];
  const tables: Tables = {
    plan,
    intakes,
    places: Int32Array.from({ length: plan.pools * plan.horizon }, (_, i) => plan.capacity[i]! - plan.crowding[i]!),
    hasOpenForms: columnHas(plan.variantNeedsIntake, (needs) => needs !== 1),
    sharesAt: laySharesAt(plan),
    isPaired: Math.max(plan.variants, plan.regions, plan.horizon) <= LARGEST,
    hasCumulativeShares: hasCumulativeShares(plan),
    forms,
    needs: layNeeds(plan),
    takes: layTakes(plan),
    lengthAfter: layLengthAfter(plan),
    variantOf: layVariantOf(plan),
    kin: kinOf(plan, intakes.first, forms),
  };
  known.set(given, tables);
  return tables;
}

function columnHas(column: Plan['mainPool'], test: (value: number) => boolean): boolean {
  for (let i = 0; i < column.length; i++) if (test(column[i]!)) return true;
  return false;
}

function layForms(plan: Plan): Int32Array {
  const forms = new Int32Array(plan.variants * FORM_FIELDS);
  const isKept = plan.mode === 'step' && columnHas(plan.mainPool, (pool) => pool >= 0);
  const { from, values } = plan.pathwayVariants;
  for (let p = 0; p < plan.pathways; p++) {
    for (let i = from[p]!; i < from[p + 1]!; i++) {
      const v = values[i]!;
      const first = plan.stretchFrom[v]!;
      const stretches = plan.stretchFrom[v + 1]! - first;
      const isPlain = isPlainForm(plan, v) && stretches <= MOST_STRETCHES && !(isKept && plan.variantMainLoad[v] !== 0);
      forms.set([isPlain ? 1 : 0, p, i - from[p]!, i + 1 === from[p + 1] ? 1 : 0, plan.variantNeedsPosition[v]!, plan.variantNeedsIntake[v]!, first, (1 << stretches) - 1], v * FORM_FIELDS);
    }
  }
  return forms;
}

function isPlainForm(plan: Plan, v: number): boolean {
  if (plan.variantLongest[v] !== 0 || plan.variantStPost[v] !== 0 || plan.gateOf[plan.variantPathway[v]!] !== -1) return false;
  const [first, end] = [plan.stretchFrom[v]!, plan.stretchFrom[v + 1]!];
  const { from, values } = plan.stretchAfter;
  for (let s = first; s < end; s++) if (!(plan.stretchLength[s]! >= 1)) return false;
  for (let i = from[first]!; i < from[end]!; i++) if (values[i]! < first || values[i]! >= end) return false;
  return true;
}

function layNeeds(plan: Plan): Int32Array {
  const { stretchAfter: { from, values }, stretchLength, stretchFrom } = plan;
  const needs = new Int32Array(stretchLength.length * NEED_FIELDS);
  for (let v = 0; v < plan.variants; v++) {
    const first = stretchFrom[v]!;
    for (let s = first; s < stretchFrom[v + 1]!; s++) {
      let before = 0;
      for (let i = from[s]!; i < from[s + 1]!; i++) before |= 1 << (values[i]! - first);
      needs.set([stretchLength[s]!, before], s * NEED_FIELDS);
    }
  }
  return needs;
}

function layTakes(plan: Plan): Int32Array {
  const stretches = plan.stretchBlock.length;
  const takes = new Int32Array(plan.regions * stretches * TAKE_FIELDS);
  for (let i = 0; i < plan.regions * stretches; i++) {
    const s = i % stretches;
    const cell = Math.floor(i / stretches) * plan.blocks + plan.stretchBlock[s]!;
    takes.set([useFrom(plan, plan.slotsPool[cell]!), plan.stretchSlots[s]!, useFrom(plan, plan.supervisorsPool[cell]!), plan.stretchLoad[s]!], i * TAKE_FIELDS);
  }
  return takes;
}

function layLengthAfter({ variants, stretchFrom, stretchLength }: Plan): Int32Array {
  const after = new Int32Array(stretchLength.length);
  for (let v = 0; v < variants; v++) for (let s = stretchFrom[v + 1]! - 2; s >= stretchFrom[v]!; s--) after[s] = after[s + 1]! + stretchLength[s + 1]!;
  return after;
}

function layVariantOf({ variants, stretchFrom, stretchBlock }: Plan): Int32Array {
  const variantOf = new Int32Array(stretchBlock.length);
  for (let v = 0; v < variants; v++) variantOf.fill(v, stretchFrom[v], stretchFrom[v + 1]);
  return variantOf;
}

function laySharesAt(plan: Plan): Int32Array {
  const at = new Int32Array(plan.regions * plan.pathways * plan.steps);
  for (let i = 0; i < at.length; i++) at[i] = sharesIn(plan, Math.floor(i / plan.steps), i % plan.steps);
  return at;
}

/** Where the shares of a region and pathway lie for who joins in a step: the last ones in force by then. */
export function sharesIn({ variantShares: { from, values }, pathwayVariants, pathways }: Plan, cell: number, joins: number): number {
  const p = cell % pathways;
  const fields = pathwayVariants.from[p + 1]! - pathwayVariants.from[p]! + 1;
  let shares = from[cell]!;
  for (let at = shares; at < from[cell + 1]!; at += fields) if (values[at]! <= joins) shares = at;
  return shares;
}

function hasCumulativeShares({ variantShares: { from, values }, pathwayVariants, pathways, regions }: Plan): boolean {
  for (let cell = 0; cell < regions * pathways; cell++) {
    const p = cell % pathways;
    const fields = pathwayVariants.from[p + 1]! - pathwayVariants.from[p]! + 1;
    for (let at = from[cell]!; at < from[cell + 1]!; at += fields) for (let i = 2; i < fields; i++) if (!(values[at + i]! >= values[at + i - 1]!)) return false;
  }
  return true;
}
