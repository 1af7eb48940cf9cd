import { LATER } from '../../engine/index.js';
import type { Plan, Roster } from '../../engine/index.js';
import type { Kin } from './kin.js';
import type { Audit } from './place.js';
import { FORM_FIELDS, IS_PLAIN, sharesIn } from './tables.js';
import type { Tables } from './tables.js';
import { ARRIVED, AWAITING, FIELDS, QUEUE, countsAt } from './tally.js';

/** Fields of a line. */
export const LINE_FIELDS = 3;
/** The queue at home of who is counted ahead; −1 for everybody else. Of who was in training when the run began, the region. */
export const CELL = 0;
/** The form that the draw means at home, if it is a plain one in full time: −1 otherwise, −1 too for who is not counted ahead. */
export const FORM = 1;
/** In training when the run began, in a plain form: such a form stands as this less its number. */
export const IN_TRAINING = -2;
/** The first step whose intake the doctor may stand in; of who was in training when the run began, how many steps are left. */
export const IN_TIME = 2;

/**
 * What can be said of everybody by the roster alone: who joins a queue in the run, at a known step, and never gives up, waits to the end of the run for all that the
 * roster knows. That is counted ahead, once for all the runs of a roster; the start that a run gives the doctor then takes the rest of the wait away.
 */
export interface Lines {
  readonly lines: Int32Array; // [row × field]
  readonly counts: Int32Array; // as in a tally
  readonly waited: Float64Array; // [region × pathway]
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
  const { plan, forms, hasOpenForms } = tables;
  const queues = plan.regions * plan.pathways;
  const { rows, joins, region, initialVariant, givesUp, pathway, factorNumerator, factorDenominator } = roster;
  const all: Lines = { lines: new Int32Array(rows * LINE_FIELDS), counts: new Int32Array((plan.steps + 1) * queues * FIELDS), waited: new Float64Array(queues) };
  const { lines, counts, waited } = all;
  const { plan: { steps }, intakes: { first } } = tables;
  for (let row = 0; row < rows; row++) {
    const at = row * LINE_FIELDS;
    lines[at + CELL] = -1;
    lines[at + FORM] = -1;
    if (initialVariant[row]! >= 0) {
      layInitial(tables, roster, row, lines);
      continue;
    }
    const isKnown = joins[row] !== LATER && joins[row]! < plan.steps && region[row]! >= 0 && region[row]! < plan.regions;
    if (!isKnown || givesUp[row] !== 0 || hasOpenForms) continue;
    const form = formOf(tables, roster, row);
    const queue = region[row]! * plan.pathways + pathway[row]!;
    const inTime = inTimeOf(plan, roster, row);
    lines[at + CELL] = queue;
    lines[at + FORM] = forms[form * FORM_FIELDS + IS_PLAIN] === 1 && factorNumerator[row] === factorDenominator[row] ? form : -1;
    lines[at + IN_TIME] = inTime;
    const joined = joins[row]! < 0 ? 0 : joins[row]!;
    const wide = queue * (steps + 1);
    const from = (wide + joined) * FIELDS;
    counts[from + ARRIVED]! += 1;
    counts[from + QUEUE]! += 1;
    counts[from + AWAITING]! += 1;
    counts[(wide + first[wide + (inTime < steps ? inTime : steps)]!) * FIELDS + AWAITING]! -= 1;
    waited[queue]! += steps - joined;
  }
  return all;
}

function layInitial({ plan, forms }: Tables, { initialVariant, initialLeft, region }: Roster, row: number, lines: Int32Array): void {
  const variant = initialVariant[row]!;
  if (forms[variant * FORM_FIELDS + IS_PLAIN] !== 1 || !(region[row]! >= 0 && region[row]! < plan.regions)) return;
  lines[row * LINE_FIELDS + CELL] = region[row]!;
  lines[row * LINE_FIELDS + FORM] = IN_TRAINING - variant;
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
export function takeAhead(tables: Tables, roster: Roster, row: number, { counts, waited }: Pick<Audit['tally'], 'counts' | 'waited'>): void {
  const { plan } = tables;
  const queue = roster.region[row]! * plan.pathways + roster.pathway[row]!;
  const joined = Math.max(roster.joins[row]!, 0);
  const at = countsAt(plan, queue, joined);
  counts[at + ARRIVED]! -= 1;
  counts[at + QUEUE]! -= 1;
  counts[at + AWAITING]! -= 1;
  counts[countsAt(plan, queue, stoodAt(tables, roster, row)) + AWAITING]! += 1;
  waited[queue]! -= plan.steps - joined;
}
