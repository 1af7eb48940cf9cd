import { LATER } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import type { Kin } from './kin.js';
import { HIGH, pairOf } from './pairs.js';
import { FORM_FIELDS, IS_PLAIN, sharesIn } from './tables.js';
import type { Tables } from './tables.js';
import { placeAt } from './tally.js';
import type { Tally } from './tally.js';

/** Fields of a line. */
export const LINE_FIELDS = 2;
/**
 * The form that the draw means at home, and the region, as a pair, of who is counted ahead and has a plain one in full time. In training when the run began, in a plain
 * form: `IN_TRAINING` less the pair. Everybody else: `AHEAD` or `UNCOUNTED`.
 */
export const FORM = 0;
export const UNCOUNTED = -1;
export const AHEAD = -2;
export const IN_TRAINING = -3;
/** The first step whose intake the doctor may stand in; of who was in training when the run began, how many steps are left. */
export const IN_TIME = 1;

/**
 * What can be said of everybody by the roster alone: who joins a queue in the run, at a known step, and never gives up, waits to the end of the run for all that the
 * roster knows. That is counted ahead, once for all the runs of a roster; the start that a run gives the doctor then takes the rest of the wait away.
 */
export interface Lines extends Pick<Tally, 'queue' | 'awaiting' | 'arrived' | 'waited'> {
  readonly lines: Int32Array; // [row × field]
}

/** Rosters are run by several plans of the same kin. */
const known = new WeakMap<Roster, { readonly kin: Kin; readonly lines: Lines }>();

/** The lines of a roster. */
export function linesOf(roster: Roster, tables: Tables): Lines {
  const before = known.get(roster);
  if (before?.kin === tables.kin) return before.lines;
  const lines = layLines(roster, tables);
  known.set(roster, { kin: tables.kin, lines });
  return lines;
}

function layLines(roster: Roster, tables: Tables): Lines {
  const { rows } = roster;
  const { plan: { regions, pathways, steps } } = tables;
  const wide = regions * pathways * (steps + 1);
  const all: Lines = { lines: new Int32Array(rows * LINE_FIELDS), queue: new Int32Array(wide), awaiting: new Int32Array(wide), arrived: new Int32Array(wide), waited: new Float64Array(regions * pathways) };
  layEach(roster, tables, all);
  // All of them wait from joining on, and stand in no intake at first.
  for (let queue = 0; queue < regions * pathways; queue++) {
    for (let t = 0; t < steps; t++) {
      const arrived = all.arrived[queue * (steps + 1) + t]!;
      all.queue[queue * (steps + 1) + t] = arrived;
      all.awaiting[queue * (steps + 1) + t]! += arrived;
      all.waited[queue]! += arrived * (steps - t);
    }
  }
  return all;
}

/** Lays everybody's line; counts who arrives when, and who stands in a first intake when. */
function layEach(roster: Roster, tables: Tables, { lines, awaiting, arrived }: Lines): void {
  const { rows, joins, region, initialVariant, givesUp, pathway, factorNumerator, factorDenominator } = roster;
  const { plan, plan: { steps, regions, pathways }, intakes: { first }, forms, hasOpenForms } = tables;
  for (let row = 0; row < rows; row++) {
    const at = row * LINE_FIELDS;
    lines[at + FORM] = UNCOUNTED;
    if (initialVariant[row]! >= 0) {
      layInitial(tables, roster, row, lines);
      continue;
    }
    const home = region[row]!;
    const isKnown = joins[row] !== LATER && joins[row]! < steps && home >= 0 && home < regions;
    if (!isKnown || givesUp[row] !== 0 || hasOpenForms) continue;
    const form = formOf(tables, roster, row);
    const inTime = inTimeOf(plan, roster, row);
    lines[at + FORM] = forms[form * FORM_FIELDS + IS_PLAIN] === 1 && factorNumerator[row] === factorDenominator[row] ? (form << HIGH) | home : AHEAD;
    lines[at + IN_TIME] = inTime;
    const wide = (home * pathways + pathway[row]!) * (steps + 1);
    arrived[wide + (joins[row]! < 0 ? 0 : joins[row]!)]! += 1;
    awaiting[wide + first[wide + (inTime < steps ? inTime : steps)]!]! -= 1;
  }
}

function layInitial({ plan, forms }: Tables, { initialVariant, initialLeft, region }: Roster, row: number, lines: Int32Array): void {
  const variant = initialVariant[row]!;
  if (forms[variant * FORM_FIELDS + IS_PLAIN] !== 1 || !(region[row]! >= 0 && region[row]! < plan.regions)) return;
  lines[row * LINE_FIELDS + FORM] = IN_TRAINING - pairOf(variant, region[row]!);
  lines[row * LINE_FIELDS + IN_TIME] = initialLeft[row]!;
}

/** The form by the doctor's one draw and the shares at home at the step of joining (MODEL 3.12). */
function formOf({ plan, sharesAt }: Tables, { region, pathway, joins, variantLuck }: Roster, row: number): number {
  const p = pathway[row]!;
  const cell = region[row]! * plan.pathways + p;
  const { from, values: variants } = plan.pathwayVariants;
  const last = from[p + 1]! - from[p]! - 1;
  const { values } = plan.variantShares;
  const shares = joins[row]! >= 0 ? sharesAt[cell * plan.steps + joins[row]!]! : sharesIn(plan, cell, joins[row]!);
  let nth = 0;
  while (nth < last && variantLuck[row]! >>> 0 >= values[shares + 1 + nth]!) nth += 1;
  return variants[from[p]! + nth]!;
}

function inTimeOf(plan: Plan, { joins, appliedBefore, pathway }: Roster, row: number): number {
  const joined = Math.max(joins[row]!, 0);
  return appliedBefore[row] === 1 ? joined : Math.max(joined, joins[row]! + plan.closesSteps[pathway[row]!]!);
}

/** The first intake in which a doctor stands at home; `steps` when there is none in the run. */
export function stoodAt({ plan, intakes }: Tables, roster: Roster, row: number): number {
  const queue = roster.region[row]! * plan.pathways + roster.pathway[row]!;
  return intakes.first[queue * (plan.steps + 1) + Math.min(plan.steps, inTimeOf(plan, roster, row))]!;
}

/** Takes away again what was counted ahead of a doctor: a wait from joining to the end of the run. */
export function takeAhead(tables: Tables, roster: Roster, row: number, { queue, awaiting, arrived, waited }: Pick<Tally, 'queue' | 'awaiting' | 'arrived' | 'waited'>): void {
  const { plan } = tables;
  const own = roster.region[row]! * plan.pathways + roster.pathway[row]!;
  const joined = Math.max(roster.joins[row]!, 0);
  const at = placeAt(plan, own, joined);
  arrived[at]! -= 1;
  queue[at]! -= 1;
  awaiting[at]! -= 1;
  awaiting[placeAt(plan, own, stoodAt(tables, roster, row))]! += 1;
  waited[own]! -= plan.steps - joined;
}
