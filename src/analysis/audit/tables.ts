import type { Plan } from '../../engine/index.js';
import { layIntakes } from './intakes.js';
import type { FirstIntakes } from './intakes.js';

/** Stretches of a variant that bits of one number can stand for, beside two flags. */
const MOST_STRETCHES = 28;

/** What every audit of a plan asks of it, found once. */
export interface Tables {
  readonly intakes: FirstIntakes;
  /** Forms that start in every step, without intake. */
  readonly hasOpenForms: boolean;
  /** Where the shares in force lie among the plan's. */
  readonly sharesAt: Int32Array; // [region × pathway × step of joining]
  /** Trained in without gaps, ST post or gate, nor step by step with a main supervisor: blocks follow each other, and no more is held than what the next ones need. */
  readonly isPlain: Uint8Array; // [variant] 0 | 1
  /** As bits, the first stretch of a variant lowest: those that must be done before; all of them. */
  readonly mustBeDone: Int32Array; // [stretch]
  readonly allDone: Int32Array; // [variant]
  readonly lengthAfter: Int32Array; // [stretch] steps of the stretches listed after it
}

/** A plan never changes. */
const known = new WeakMap<Plan, Tables>();

/** The tables of a plan. */
export function tablesOf(plan: Plan): Tables {
  const before = known.get(plan);
  if (before) return before;
  const tables = layTables(plan);
  known.set(plan, tables);
  return tables;
}

function layTables(plan: Plan): Tables {
  const variants = Array.from({ length: plan.variants }, (_, v) => v);
  const tables: Tables = {
    intakes: layIntakes(plan),
    hasOpenForms: variants.some((v) => plan.variantNeedsIntake[v] !== 1),
    sharesAt: laySharesAt(plan),
    isPlain: Uint8Array.from(variants, (v) => (isPlain(plan, v) ? 1 : 0)),
    mustBeDone: new Int32Array(plan.stretchBlock.length),
    allDone: new Int32Array(plan.variants),
    lengthAfter: new Int32Array(plan.stretchBlock.length),
  };
  for (const v of variants) if (tables.isPlain[v] === 1) layStretches(plan, tables, v);
  return tables;
}

function isPlain(plan: Plan, v: number): boolean {
  const [first, end] = [plan.stretchFrom[v]!, plan.stretchFrom[v + 1]!];
  const isKept = plan.mode === 'step' && plan.variantMainLoad[v] !== 0 && Array.from({ length: plan.regions }, (_, r) => plan.mainPool[r]!).some((pool) => pool >= 0);
  if (end - first > MOST_STRETCHES || plan.variantLongest[v] !== 0 || plan.variantStPost[v] !== 0 || plan.gateOf[plan.variantPathway[v]!] !== -1 || isKept) return false;
  for (let s = first; s < end; s++) {
    if (!(plan.stretchLength[s]! >= 1)) return false;
    for (let i = plan.stretchAfter.from[s]!; i < plan.stretchAfter.from[s + 1]!; i++) if (plan.stretchAfter.values[i]! < first || plan.stretchAfter.values[i]! >= end) return false;
  }
  return true;
}

function layStretches(plan: Plan, { mustBeDone, allDone, lengthAfter }: Tables, v: number): void {
  const { from, values } = plan.stretchAfter;
  const first = plan.stretchFrom[v]!;
  let steps = 0;
  for (let s = plan.stretchFrom[v + 1]! - 1; s >= first; s--) {
    lengthAfter[s] = steps;
    steps += plan.stretchLength[s]!;
    allDone[v]! |= 1 << (s - first);
    for (let i = from[s]!; i < from[s + 1]!; i++) mustBeDone[s]! |= 1 << (values[i]! - first);
  }
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
