import { drawBeyond } from './beyond.js';
import { PURPOSE, counterOf, draw } from './draw.js';
import type { InitialQueue, InitialTraining, Life } from './inflow.js';
import { drawLeaves, drawOwn, personalLength } from './life.js';
import type { Plan } from './plan.js';
import { LONG_AGO } from './roster.js';
import type { Key } from './roster.js';
import { newRow } from './sheet.js';
import type { Sheet } from './sheet.js';
import { variantFor } from './variant.js';

/** A cohort under way: its key, and how many of it there have been. */
interface Under {
  readonly key0: number;
  readonly key1: number;
  count: number;
}

/** Those already there: their cohort is the month in which they joined or began; within it they count −1, −2, …, so that no later arrival is one of them. */
export function drawInitial(plan: Plan, key: Key, sheet: Sheet, words: Int32Array): void {
  const cohorts = plan.initialQueue.length + plan.initialTraining.length > 0 ? Array.from({ length: plan.streams }, () => new Map<number, Under>()) : [];
  const monthOf = (step: number): number => plan.firstMonth + Math.floor(step / plan.stepsPerMonth);
  const begin = (stream: number, cohort: number): Under => {
    const known = cohorts[stream]!.get(cohort);
    if (known !== undefined) return known;
    draw(key.seed, key.replication, plan.streamHash[stream]!, cohort, words);
    const under = { key0: words[0]!, key1: words[1]!, count: 0 };
    cohorts[stream]!.set(cohort, under);
    return under;
  };
  for (const of of plan.initialQueue) {
    const cohort = monthOf(-of.waitedSteps);
    const under = begin(of.stream, cohort);
    for (let n = 0; n < of.number; n++) drawInQueue(plan, of, cohort, under, sheet, words);
  }
  for (const of of plan.initialTraining) {
    const cohort = monthOf(of.left - plan.variantLength[of.variant]!);
    const under = begin(of.stream, cohort);
    for (let n = 0; n < of.number; n++) drawInTraining(plan, of, cohort, under, sheet, words);
  }
}

function drawInQueue(plan: Plan, of: InitialQueue, cohort: number, under: Under, sheet: Sheet, words: Int32Array): void {
  const row = drawOne(of.stream, cohort, of.life, under, sheet, words);
  const { columns } = sheet;
  columns.pathway[row] = of.pathway;
  columns.region[row] = of.region;
  columns.degree[row] = -of.waitedSteps;
  columns.joins[row] = -of.waitedSteps;
  const variant = variantFor(plan, of.pathway, of.region, -of.waitedSteps, columns.variantLuck[row]!);
  const length = personalLength(plan, variant, columns.factorNumerator[row]!, columns.factorDenominator[row]!);
  drawLeaves(of.life, length, 0, columns.ordinal[row]!, under.key0, under.key1, words, sheet, row);
  drawBeyond(plan, of.life, sheet, row, words);
}

/** In training: nobody gives up, and all serve full time. */
function drawInTraining(plan: Plan, of: InitialTraining, cohort: number, under: Under, sheet: Sheet, words: Int32Array): void {
  const row = drawOne(of.stream, cohort, of.life, under, sheet, words);
  const { columns } = sheet;
  const total = plan.variantLength[of.variant]!;
  columns.pathway[row] = plan.variantPathway[of.variant]!;
  columns.region[row] = of.region;
  columns.degree[row] = LONG_AGO;
  columns.joins[row] = LONG_AGO;
  columns.initialVariant[row] = of.variant;
  columns.initialLeft[row] = of.left;
  columns.givesUp[row] = 0;
  columns.factorNumerator[row] = 1;
  columns.factorDenominator[row] = 1;
  drawLeaves(of.life, total, total - of.left, columns.ordinal[row]!, under.key0, under.key1, words, sheet, row);
  drawBeyond(plan, of.life, sheet, row, words);
}

function drawOne(stream: number, cohort: number, life: Life, under: Under, sheet: Sheet, words: Int32Array): number {
  const ordinal = -1 - under.count++;
  draw(under.key0, under.key1, ordinal, counterOf(PURPOSE.rankHome, 0), words);
  const row = newRow(sheet);
  const { columns } = sheet;
  columns.stream[row] = stream;
  columns.cohort[row] = cohort;
  columns.ordinal[row] = ordinal;
  columns.rank[row] = words[0]!;
  columns.appliedBefore[row] = 1;
  drawOwn(life, ordinal, under.key0, under.key1, words, sheet, row);
  return row;
}
