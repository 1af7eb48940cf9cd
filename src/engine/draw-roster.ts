import { drawBeyond } from './beyond.js';
import { PURPOSE, counterOf, draw, invert } from './draw.js';
import { drawInitial } from './draw-initial.js';
import type { Inflow } from './inflow.js';
import { drawLeaves, drawOwn, personalLength } from './life.js';
import type { Plan } from './plan.js';
import type { Key, Roster } from './roster.js';
import { giveBack, openScratch } from './scratch.js';
import type { Scratch } from './scratch.js';
import { laySheet, newRow, sortByJoining } from './sheet.js';
import type { Sheet } from './sheet.js';
import { variantFor } from './variant.js';

const COUNT_ORDINAL = -1;
const ALL = 4_294_967_296;
/** Rows that there is room for at least. */
const LEAST_ROOM = 1 << 10;

/** Draws every doctor's chances for one replication (MODEL 8.1): the same doctor has the same luck in every scenario. It lies in memory of its own, or in what is given. */
export function drawRoster(plan: Plan, key: Key, memory: Scratch | null = null): Roster {
  let leaves = 0;
  for (const of of [plan.inflow, plan.initialQueue, plan.initialTraining]) for (const { life } of of) leaves = Math.max(leaves, life.leaves.length);
  const scratch = openScratch();
  const sheet = laySheet(Math.max(LEAST_ROOM, roughlyDrawn(plan)), leaves, scratch);
  const words = new Int32Array(2);
  drawInitial(plan, key, sheet, words);
  for (const inflow of plan.inflow) drawCohort(plan, inflow, key, sheet, words);
  const roster = sortByJoining(sheet, key, memory);
  giveBack(scratch);
  return roster;
}

/** About how many doctors are drawn, rather too many than too few: what does not fit widens by doubling. */
function roughlyDrawn({ inflow, initialQueue, initialTraining }: Plan): number {
  let coming = 0;
  for (const { number } of initialQueue) coming += number;
  for (const { number } of initialTraining) coming += number;
  for (const { batchNumber, poisson, seeks, eligible } of inflow) {
    const most = poisson.reduce((sum, { length }) => sum + length, 0);
    let numbered = 0;
    for (let batch = 0; batch < batchNumber.length; batch++) numbered += batchNumber[batch]! < 0 ? most : batchNumber[batch]!;
    coming += numbered * Math.min(1, seeks / ALL) * Math.min(1, eligible / ALL);
  }
  return Math.ceil(1.1 * coming);
}

function drawCohort(plan: Plan, inflow: Inflow, key: Key, sheet: Sheet, words: Int32Array): void {
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
  if (!isComing(inflow, ordinal, key0, key1, words)) return;
  draw(key0, key1, ordinal, counterOf(PURPOSE.rankHome, 0), words);
  const region = inflow.dealt.length > 0 ? inflow.dealt[ordinal]! : homeOf(inflow, batch, words[1]!);
  if (region < 0) return;
  const row = newRow(sheet);
  const { columns } = sheet;
  columns.rank[row] = words[0]!;
  columns.region[row] = region;
  draw(key0, key1, ordinal, counterOf(PURPOSE.gapApplied, 0), words);
  const gap = inflow.gapSteps[invert(words[0]!, inflow.gapChance, 0, inflow.gapChance.length)]!;
  columns.appliedBefore[row] = words[1]! >>> 0 < inflow.appliedBefore ? 1 : 0;
  columns.stream[row] = inflow.stream;
  columns.cohort[row] = inflow.cohort;
  columns.ordinal[row] = ordinal;
  columns.pathway[row] = inflow.pathway;
  columns.degree[row] = inflow.batchDegree[batch]!;
  const late = drawLate(inflow, ordinal, key0, key1, words);
  columns.late[row] = late;
  columns.joins[row] = inflow.batchDegree[batch]! + gap + late;
  drawOwn(inflow.life, ordinal, key0, key1, words, sheet, row);
  if (inflow.life.leaves.length > 0) {
    const variant = variantFor(plan, inflow.pathway, region, columns.joins[row], columns.variantLuck[row]!);
    drawLeaves(inflow.life, personalLength(plan, variant, columns.factorNumerator[row]!, columns.factorDenominator[row]!), 0, ordinal, key0, key1, words, sheet, row);
  }
  drawBeyond(plan, inflow.life, sheet, row, words);
}

/** Whether a doctor seeks the pathway and is eligible; nothing need be drawn where everybody is. */
function isComing(inflow: Inflow, ordinal: number, key0: number, key1: number, words: Int32Array): boolean {
  if (inflow.seeks >= ALL && inflow.eligible >= ALL) return true;
  draw(key0, key1, ordinal, counterOf(PURPOSE.seeksEligible, 0), words);
  return words[0]! >>> 0 < inflow.seeks && words[1]! >>> 0 < inflow.eligible;
}

function homeOf({ home, homeRegion, batchOrigin }: Inflow, batch: number, word: number): number {
  const places = homeRegion.length;
  return homeRegion[invert(word, home, batchOrigin[batch]! * places, places)]!;
}

/** How much later than expected the licence comes. */
function drawLate(inflow: Inflow, ordinal: number, key0: number, key1: number, words: Int32Array): number {
  if (inflow.lateSteps.length === 0) return 0;
  draw(key0, key1, ordinal, counterOf(PURPOSE.late, 0), words);
  return inflow.lateSteps[invert(words[0]!, inflow.lateChance, 0, inflow.lateChance.length)]!;
}
