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
const UNCOUNTED = -1;
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
  const wide = regions * pathways * steps;
  const all: Lines = { lines: new Int32Array(rows * LINE_FIELDS), queue: new Int32Array(wide), awaiting: new Int32Array(wide), arrived: new Int32Array(wide), waited: new Float64Array(regions * pathways) };
  layEach(roster, tables, all);
  const { queue, awaiting, arrived, waited } = all;
  // All of them wait from joining on, and stand in no intake at first.
  for (let cell = 0; cell < regions * pathways; cell++) {
    let waits = 0; // doctor-steps
    for (let t = 0; t < steps; t++) {
      const at = cell * steps + t;
      queue[at] = arrived[at]!;
      awaiting[at]! += arrived[at]!;
      waits += arrived[at]! * (steps - t);
    }
    waited[cell] = waits;
  }
  return all;
}

/**
 * Lays everybody's line; counts who arrives when, and who stands in a first intake when. The form is the one that the doctor's one draw and the shares at home at the step
 * of joining mean (MODEL 3.12).
 */
function layEach(roster: Roster, tables: Tables, { lines, awaiting, arrived }: Lines): void {
  const { rows, joins, region, initialVariant, givesUp, pathway, factorNumerator, factorDenominator, appliedBefore, variantLuck } = roster;
  const { plan, plan: { steps, regions, pathways, closesSteps, pathwayVariants: { from, values: variants }, variantShares: { values } }, intakes: { first }, forms, hasOpenForms, sharesAt } = tables;
  for (let row = 0; row < rows; row++) {
    const at = row * LINE_FIELDS;
    lines[at + FORM] = UNCOUNTED;
    if (initialVariant[row]! >= 0) {
      layInitial(tables, roster, row, lines);
      continue;
    }
    const join = joins[row]!;
    const home = region[row]!;
    if (join === LATER || join >= steps || home < 0 || home >= regions || givesUp[row] !== 0 || hasOpenForms) continue;
    const p = pathway[row]!;
    const queue = home * pathways + p;
    const last = from[p + 1]! - 1;
    const luck = variantLuck[row]! >>> 0;
    let nth = from[p]!;
    let share = (join >= 0 ? sharesAt[queue * steps + join]! : sharesIn(plan, queue, join)) + 1;
    while (nth < last && luck >= values[share]!) {
      nth += 1;
      share += 1;
    }
    const form = variants[nth]!;
    const joined = join < 0 ? 0 : join;
    const closed = appliedBefore[row] === 1 ? joined : join + closesSteps[p]!;
    const inTime = closed < joined ? joined : closed;
    lines[at + FORM] = forms[form * FORM_FIELDS + IS_PLAIN] === 1 && factorNumerator[row] === factorDenominator[row] ? (form << HIGH) | home : AHEAD;
    lines[at + IN_TIME] = inTime;
    arrived[queue * steps + joined]! += 1;
    const stood = first[queue * (steps + 1) + (inTime < steps ? inTime : steps)]!;
    if (stood < steps) awaiting[queue * steps + stood]! -= 1;
  }
}

function layInitial({ plan, forms }: Tables, { initialVariant, initialLeft, region }: Roster, row: number, lines: Int32Array): void {
  const variant = initialVariant[row]!;
  if (forms[variant * FORM_FIELDS + IS_PLAIN] !== 1 || !(region[row]! >= 0 && region[row]! < plan.regions)) return;
  lines[row * LINE_FIELDS + FORM] = IN_TRAINING - pairOf(variant, region[row]!);
  lines[row * LINE_FIELDS + IN_TIME] = initialLeft[row]!;
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
  const stood = stoodAt(tables, roster, row);
  if (stood < plan.steps) awaiting[placeAt(plan, own, stood)]! += 1;
  waited[own]! -= plan.steps - joined;
}
