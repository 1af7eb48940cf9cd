import { PURPOSE, counterOf, draw, invert } from './draw.js';
import { drawGivingUpAndFactor, drawLeaves, personalLength } from './life.js';
import type { Inflow, Life } from './inflow.js';
import type { Plan } from './plan.js';
import { drawBeyond } from './beyond.js';
import { AT, LEAVES, laySheet, newRow, sortByJoining } from './sheet.js';
import type { Sheet } from './sheet.js';
import { variantFor } from './variant.js';
import { LONG_AGO } from './roster.js';
import type { Key, Roster } from './roster.js';

const COUNT_ORDINAL = -1;

/** Draws every doctor's chances for one replication (MODEL 8.1): the same doctor has the same luck in every scenario. */
export function drawRoster(plan: Plan, key: Key): Roster {
  const leaves = [...plan.inflow, ...plan.initialQueue, ...plan.initialTraining].reduce((most, source) => Math.max(most, source.life.leaves.length), 0);
  const sheet = laySheet(leaves);
  drawInitial(plan, key, sheet);
  for (const inflow of plan.inflow) drawCohort(plan, inflow, key, sheet);
  return { ...sortByJoining(sheet), key };
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
  cells[at + AT.rank] = words[0]!;
  cells[at + AT.region] = region;
  draw(key0, key1, ordinal, counterOf(PURPOSE.gapApplied, 0), words);
  const gap = inflow.gapSteps[invert(words[0]!, inflow.gapChance, 0, inflow.gapChance.length)]!;
  cells[at] = inflow.stream;
  cells[at + AT.cohort] = inflow.cohort;
  cells[at + AT.ordinal] = ordinal;
  cells[at + AT.pathway] = inflow.pathway;
  cells[at + AT.degree] = inflow.batchDegree[batch]!;
  cells[at + AT.appliedBefore] = words[1]! >>> 0 < inflow.appliedBefore ? 1 : 0;
  cells[at + AT.late] = drawLate(inflow, ordinal, key0, key1, words);
  cells[at + AT.joins] = inflow.batchDegree[batch]! + gap + cells[at + AT.late]!;
  drawOwn(at, inflow.life, ordinal, key0, key1, words, cells);
  cells[at + AT.initialVariant] = -1;
  cells[at + AT.initialLeft] = -1;
  if (inflow.life.leaves.length > 0) {
    const variant = variantFor(plan, inflow.pathway, region, cells[at + AT.joins]!, cells[at + AT.variantLuck]!);
    drawLeaves(inflow.life, personalLength(plan, variant, cells[at + AT.factorNumerator]!, cells[at + AT.factorDenominator]!), 0, ordinal, key0, key1, words, cells, at + LEAVES);
  }
  drawBeyond(plan, inflow.life, sheet, at, words);
}

/** How much later than expected the licence comes. */
function drawLate(inflow: Inflow, ordinal: number, key0: number, key1: number, words: Int32Array): number {
  if (inflow.lateSteps.length === 0) return 0;
  draw(key0, key1, ordinal, counterOf(PURPOSE.late, 0), words);
  return inflow.lateSteps[invert(words[0]!, inflow.lateChance, 0, inflow.lateChance.length)]!;
}

function drawOwn(at: number, life: Life, ordinal: number, key0: number, key1: number, words: Int32Array, cells: Int32Array): void {
  draw(key0, key1, ordinal, counterOf(PURPOSE.variantMobile, 0), words);
  cells[at + AT.mobile] = words[1]! >>> 0 < life.mobile ? 1 : 0;
  cells[at + AT.variantLuck] = words[0]!;
  draw(key0, key1, ordinal, counterOf(PURPOSE.own, 0), words);
  cells[at + AT.own0] = words[0]!;
  cells[at + AT.own1] = words[1]!;
  drawGivingUpAndFactor(life, ordinal, key0, key1, words, cells, at + AT.givesUp);
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
      [cells[at], cells[at + AT.cohort], cells[at + AT.ordinal], cells[at + AT.rank], cells[at + AT.appliedBefore]] = [stream, cohort, ordinal, words[0]!, 1];
      drawOwn(at, life, ordinal, key0, key1, words, cells);
      fill(at);
      const length = total > 0 ? total : personalLength(plan, variantFor(plan, cells[at + AT.pathway]!, cells[at + AT.region]!, cells[at + AT.joins]!, cells[at + AT.variantLuck]!), cells[at + AT.factorNumerator]!, cells[at + AT.factorDenominator]!);
      drawLeaves(life, length, served, ordinal, key0, key1, words, cells, at + LEAVES);
      drawBeyond(plan, life, sheet, at, words);
    }
  };
  const monthOf = (step: number): number => plan.firstMonth + Math.floor(step / plan.stepsPerMonth);
  for (const q of plan.initialQueue) {
    lay(q.stream, monthOf(-q.waitedSteps), q.number, q.life, 0, 0, (at) => {
      sheet.cells.set([q.pathway, q.region, -q.waitedSteps, -q.waitedSteps], at + AT.pathway);
      sheet.cells.set([-1, -1], at + AT.initialVariant);
    });
  }
  for (const i of plan.initialTraining) {
    const total = plan.variantLength[i.variant]!;
    lay(i.stream, monthOf(i.left - total), i.number, i.life, total, total - i.left, (at) => {
      sheet.cells.set([plan.variantPathway[i.variant]!, i.region, LONG_AGO, LONG_AGO], at + AT.pathway);
      sheet.cells.set([i.variant, i.left], at + AT.initialVariant);
      sheet.cells.set([0, 1, 1], at + AT.givesUp);
    });
  }
}

