import type { Ragged } from '../base/index.js';
import { PURPOSE, counterOf, draw, invert } from './draw.js';
import { drawGivingUpAndFactor, drawLeaves, personalLength } from './life.js';
import type { Inflow, Life } from './inflow.js';
import type { Plan } from './plan.js';
import { variantFor } from './variant.js';

/** A replication's key: nothing else decides its luck. */
export interface Key {
  readonly seed: number;
  readonly replication: number;
}

/** Joined long ago: the step of joining of those in training when the run begins. */
export const LONG_AGO = -0x40000000;

/** Chances met in the run that are not drawn there from the doctor's own number, but come with a roster from elsewhere. */
export interface GivenLuck {
  readonly lottery: Ragged; // row → step, draw, step, draw …
  readonly seeks: Ragged; // row → regions, at most as many as the plan's doctors apply to
  readonly variantIn: Int32Array; // [row × region]
  readonly initialLeft: Ragged; // row → steps left of each stretch, of those in training when the run begins
  readonly fillable: Ragged; // region × pathway × step → what can be filled of 0, 1, 2 … new positions; the last goes on by itself, empty: all
}

/** The step of joining of a later pathway, which the run decides. */
export const LATER = 0x7fffffff;

/** Every doctor of one replication with all chances drawn: a row for each pathway, ordered by the step of joining, later pathways last. */
export interface Roster {
  readonly rows: number;
  readonly stream: Int32Array; // [row]
  readonly cohort: Int32Array; // [row] month number
  readonly ordinal: Int32Array; // [row]; below 0: there when the run begins
  readonly pathway: Int32Array; // [row]
  readonly region: Int32Array; // [row] home; −1: where the pathway before employed the doctor
  /** Step of the degree or licence, and of joining the queue; negative: before the run; LATER: `delay` after the pathway before. */
  readonly degree: Int32Array; // [row]
  readonly joins: Int32Array; // [row]
  readonly rank: Int32Array; // [row] unsigned 32-bit
  readonly appliedBefore: Int32Array; // [row] 0 | 1
  readonly mobile: Int32Array; // [row] 0 | 1
  readonly variantLuck: Int32Array; // [row] unsigned 32-bit
  /** The doctor's own number: key of draws met in the run (lottery, applications). */
  readonly own0: Int32Array; // [row]
  readonly own1: Int32Array; // [row]
  /** In training when the run begins: variant and steps left; −1 for all others. */
  readonly initialVariant: Int32Array; // [row]
  readonly initialLeft: Int32Array; // [row]
  /** The number of the trial of giving up that succeeds, 1, 2, …; 0: none (MODEL 2.4). */
  readonly givesUp: Int32Array; // [row]
  /** Factor of the personal duration, a fraction (MODEL 3.7). */
  readonly factorNumerator: Int32Array; // [row]
  readonly factorDenominator: Int32Array; // [row]
  /** How much later than expected the doctor joins: the licence was late. */
  readonly late: Int32Array; // [row] steps
  /** Attempts at the gate that fail before one passes. */
  readonly fails: Int32Array; // [row]
  /** The row of the pathway after this one, −1 none, and steps from completion (or licence) to joining it (MODEL 6.1). */
  readonly then: Int32Array; // [row]
  readonly delay: Int32Array; // [row] of the later row
  /** Leaves of each doctor in the order in which they fall due, the most of any (MODEL 3.8). */
  readonly leaves: number;
  readonly leaveAfter: Int32Array; // [row × leaves] steps served before it; 0: no more
  readonly leaveLength: Int32Array; // [row × leaves] steps away
  readonly given?: GivenLuck;
  /** Luck of what is no doctor's: offers. None for a roster from elsewhere. */
  readonly key?: Key;
}

const COLUMNS = [
  'stream', 'cohort', 'ordinal', 'pathway', 'region', 'degree', 'joins', 'rank', 'appliedBefore', 'mobile', 'variantLuck', 'own0', 'own1',
  'initialVariant', 'initialLeft', 'givesUp', 'factorNumerator', 'factorDenominator',
] as const;
const LEAVES = COLUMNS.length;
const JOINS = COLUMNS.indexOf('joins');
const COUNT_ORDINAL = -1;

/** Rows as they are drawn: the columns, then after and length of each leave. */
interface Sheet {
  rows: number;
  readonly fields: number;
  readonly leaves: number;
  cells: Int32Array; // [row × field]
}

/** Draws every doctor's chances for one replication (MODEL 8.1): the same doctor has the same luck in every scenario. */
export function drawRoster(plan: Plan, key: Key): Roster {
  const leaves = [...plan.inflow, ...plan.initialQueue, ...plan.initialTraining].reduce((most, source) => Math.max(most, source.life.leaves.length), 0);
  const fields = COLUMNS.length + 2 * leaves;
  const sheet: Sheet = { rows: 0, fields, leaves, cells: new Int32Array(fields * 4096) };
  drawInitial(plan, key, sheet);
  for (const inflow of plan.inflow) drawCohort(plan, inflow, key, sheet);
  return sortByJoining(sheet);
}

function drawCohort(plan: Plan, inflow: Inflow, key: Key, sheet: Sheet): void {
  const words = new Int32Array(2);
  draw(key.seed, key.replication, plan.streamHash[inflow.stream]!, inflow.cohort, words);
  const key0 = words[0]!;
  const key1 = words[1]!;
  let ordinal = 0;
  for (let batch = 0; batch < inflow.batchNumber.length; batch++) {
    const number = inflow.batchNumber[batch]! < 0 ? drawCount(inflow, batch, key0, key1, words) : inflow.batchNumber[batch]!;
    for (let i = 0; i < number; i++, ordinal++) drawDoctor(plan, inflow, batch, ordinal, key0, key1, words, sheet);
  }
}

function drawCount(inflow: Inflow, batch: number, key0: number, key1: number, words: Int32Array): number {
  let count = 0;
  inflow.poisson.forEach((thresholds, part) => {
    draw(key0, key1, COUNT_ORDINAL - part, counterOf(PURPOSE.count, batch), words);
    count += invert(words[0]!, thresholds, 0, thresholds.length);
  });
  return count;
}

function drawDoctor(plan: Plan, inflow: Inflow, batch: number, ordinal: number, key0: number, key1: number, words: Int32Array, sheet: Sheet): void {
  draw(key0, key1, ordinal, counterOf(PURPOSE.seeksEligible, 0), words);
  if (words[0]! >>> 0 >= inflow.seeks || words[1]! >>> 0 >= inflow.eligible) return;
  draw(key0, key1, ordinal, counterOf(PURPOSE.rankHome, 0), words);
  const places = inflow.homeRegion.length;
  const drawn = inflow.homeRegion[invert(words[1]!, inflow.home, inflow.batchOrigin[batch]! * places, places)]!;
  const region = inflow.dealt.length > 0 ? inflow.dealt[ordinal]! : drawn;
  if (region < 0) return;
  const at = newRow(sheet);
  const { cells } = sheet;
  cells[at + 7] = words[0]!;
  cells[at + 4] = region;
  draw(key0, key1, ordinal, counterOf(PURPOSE.gapApplied, 0), words);
  const gap = inflow.gapSteps[invert(words[0]!, inflow.gapChance, 0, inflow.gapChance.length)]!;
  cells[at] = inflow.stream;
  cells[at + 1] = inflow.cohort;
  cells[at + 2] = ordinal;
  cells[at + 3] = inflow.pathway;
  cells[at + 5] = inflow.batchDegree[batch]!;
  cells[at + JOINS] = inflow.batchDegree[batch]! + gap;
  cells[at + 8] = words[1]! >>> 0 < inflow.appliedBefore ? 1 : 0;
  drawOwn(at, inflow.life, ordinal, key0, key1, words, cells);
  cells[at + 13] = -1;
  cells[at + 14] = -1;
  if (inflow.life.leaves.length === 0) return;
  const variant = variantFor(plan, inflow.pathway, region, cells[at + JOINS]!, cells[at + 10]!);
  drawLeaves(inflow.life, personalLength(plan, variant, cells[at + 16]!, cells[at + 17]!), 0, ordinal, key0, key1, words, cells, at + LEAVES);
}

function drawOwn(at: number, life: Life, ordinal: number, key0: number, key1: number, words: Int32Array, cells: Int32Array): void {
  draw(key0, key1, ordinal, counterOf(PURPOSE.variantMobile, 0), words);
  cells[at + 9] = words[1]! >>> 0 < life.mobile ? 1 : 0;
  cells[at + 10] = words[0]!;
  draw(key0, key1, ordinal, counterOf(PURPOSE.own, 0), words);
  cells[at + 11] = words[0]!;
  cells[at + 12] = words[1]!;
  drawGivingUpAndFactor(life, ordinal, key0, key1, words, cells, at + 15);
}

/** Those already there: their cohort is the month in which they joined or began; within it they count −1, −2, …, so that no later arrival is one of them. */
function drawInitial(plan: Plan, key: Key, sheet: Sheet): void {
  const words = new Int32Array(2);
  const counts = new Map<string, number>();
  const lay = (stream: number, cohort: number, number: number, life: Life, total: number, served: number, fill: (at: number) => void): void => {
    draw(key.seed, key.replication, plan.streamHash[stream]!, cohort, words);
    const key0 = words[0]!;
    const key1 = words[1]!;
    const name = `${stream} ${cohort}`;
    const first = counts.get(name) ?? 0;
    counts.set(name, first + number);
    for (let n = first; n < first + number; n++) {
      const ordinal = -1 - n;
      const at = newRow(sheet);
      const { cells } = sheet;
      draw(key0, key1, ordinal, counterOf(PURPOSE.rankHome, 0), words);
      [cells[at], cells[at + 1], cells[at + 2], cells[at + 7], cells[at + 8]] = [stream, cohort, ordinal, words[0]!, 1];
      drawOwn(at, life, ordinal, key0, key1, words, cells);
      fill(at);
      const length = total > 0 ? total : personalLength(plan, variantFor(plan, cells[at + 3]!, cells[at + 4]!, cells[at + JOINS]!, cells[at + 10]!), cells[at + 16]!, cells[at + 17]!);
      drawLeaves(life, length, served, ordinal, key0, key1, words, cells, at + LEAVES);
    }
  };
  const monthOf = (step: number): number => plan.firstMonth + Math.floor(step / plan.stepsPerMonth);
  for (const q of plan.initialQueue) {
    lay(q.stream, monthOf(-q.waitedSteps), q.number, q.life, 0, 0, (at) => {
      sheet.cells.set([q.pathway, q.region, -q.waitedSteps, -q.waitedSteps], at + 3);
      sheet.cells.set([-1, -1], at + 13);
    });
  }
  for (const i of plan.initialTraining) {
    const total = plan.variantLength[i.variant]!;
    lay(i.stream, monthOf(i.left - total), i.number, i.life, total, total - i.left, (at) => {
      sheet.cells.set([plan.variantPathway[i.variant]!, i.region, LONG_AGO, LONG_AGO], at + 3);
      sheet.cells.set([i.variant, i.left], at + 13);
      sheet.cells.set([0, 1, 1], at + 15);
    });
  }
}

function newRow(sheet: Sheet): number {
  const at = sheet.rows * sheet.fields;
  if (at + sheet.fields > sheet.cells.length) {
    const wider = new Int32Array(sheet.cells.length * 2);
    wider.set(sheet.cells);
    sheet.cells = wider;
  }
  sheet.rows += 1;
  return at;
}

/** Orders rows by the step of joining, in order of drawing within a step: a counting sort, because the steps are few. */
function sortByJoining(sheet: Sheet): Roster {
  const { rows, cells, fields, leaves } = sheet;
  const end = rows * fields;
  let first = 0;
  let last = 0;
  for (let at = JOINS; at < end; at += fields) {
    const joins = cells[at]!;
    if (joins !== LONG_AGO && joins < first) first = joins;
    if (joins > last) last = joins;
  }
  const bucket = (at: number): number => (cells[at] === LONG_AGO ? 0 : cells[at]! - first + 1);
  const next = new Int32Array(last - first + 3);
  for (let at = JOINS; at < end; at += fields) next[bucket(at) + 1]! += 1;
  for (let b = 1; b < next.length; b++) next[b]! += next[b - 1]!;
  const columns = COLUMNS.map(() => new Int32Array(rows));
  const leaveAfter = new Int32Array(rows * leaves);
  const leaveLength = new Int32Array(rows * leaves);
  for (let row = 0; row < rows; row++) {
    const at = row * fields;
    const place = next[bucket(at + JOINS)]!++;
    for (let field = 0; field < COLUMNS.length; field++) columns[field]![place] = cells[at + field]!;
    for (let i = 0; i < leaves; i++) {
      leaveAfter[place * leaves + i] = cells[at + LEAVES + 2 * i]!;
      leaveLength[place * leaves + i] = cells[at + LEAVES + 2 * i + 1]!;
    }
  }
  const named = Object.fromEntries(COLUMNS.map((name, field) => [name, columns[field]!]));
  return { rows, leaves, leaveAfter, leaveLength, ...named } as unknown as Roster;
}
