import { PURPOSE, counterOf, draw, invert } from './draw.js';
import type { Life } from './inflow.js';
import type { Plan } from './plan.js';
import type { Sheet } from './sheet.js';

/** Writes down the trial of giving up that succeeds, if any does, and the factor of the personal duration. */
export function drawGivingUpAndFactor(life: Life, ordinal: number, key0: number, key1: number, words: Int32Array, { columns }: Sheet, row: number): void {
  const trials = life.givesUp.length;
  if (trials === 0 && life.factorChance.length === 0) return;
  draw(key0, key1, ordinal, counterOf(PURPOSE.givesUpFactor, 0), words);
  if (trials > 0 && words[0]! >>> 0 < life.givesUp[trials - 1]!) columns.givesUp[row] = 1 + invert(words[0]!, life.givesUp, 0, trials);
  if (life.factorChance.length === 0) return;
  const factor = invert(words[1]!, life.factorChance, 0, life.factorChance.length);
  columns.factorNumerator[row] = life.factorNumerator[factor]!;
  columns.factorDenominator[row] = life.factorDenominator[factor]!;
}

/** Writes down what hangs on the doctor alone: variant, mobility, the doctor's own number, giving up and factor. */
export function drawOwn(life: Life, ordinal: number, key0: number, key1: number, words: Int32Array, sheet: Sheet, row: number): void {
  const { columns } = sheet;
  draw(key0, key1, ordinal, counterOf(PURPOSE.variantMobile, 0), words);
  columns.mobile[row] = words[1]! >>> 0 < life.mobile ? 1 : 0;
  columns.variantLuck[row] = words[0]!;
  draw(key0, key1, ordinal, counterOf(PURPOSE.own, 0), words);
  columns.own0[row] = words[0]!;
  columns.own1[row] = words[1]!;
  drawGivingUpAndFactor(life, ordinal, key0, key1, words, sheet, row);
}

/** Writes down the leaves of a doctor, each as steps served before it and steps away: due with equal chance after any but the last of the steps served; those due within what is `served` have been. */
export function drawLeaves(life: Life, total: number, served: number, ordinal: number, key0: number, key1: number, words: Int32Array, sheet: Sheet, row: number): void {
  let count = 0;
  for (let nth = 0; nth < life.leaves.length; nth++) {
    const leave = life.leaves[nth]!;
    draw(key0, key1, ordinal, counterOf(PURPOSE.leave, 2 * nth), words);
    if (words[0]! >>> 0 >= leave.chance || total < 2) continue;
    const after = 1 + Math.floor(((words[1]! >>> 0) * (total - 1)) / 4_294_967_296) - served;
    if (after < 1) continue;
    draw(key0, key1, ordinal, counterOf(PURPOSE.leave, 2 * nth + 1), words);
    insertLeave(sheet, row, count++, after, leave.lengthSteps[invert(words[0]!, leave.lengthChance, 0, leave.lengthChance.length)]!);
  }
}

/** Keeps the leaves in the order in which they fall due. */
function insertLeave({ leaves, leaveAfter, leaveLength }: Sheet, row: number, count: number, after: number, length: number): void {
  const first = row * leaves;
  let place = first + count;
  for (; place > first && leaveAfter[place - 1]! > after; place--) {
    leaveAfter[place] = leaveAfter[place - 1]!;
    leaveLength[place] = leaveLength[place - 1]!;
  }
  leaveAfter[place] = after;
  leaveLength[place] = length;
}

/** Steps that a doctor serves in a variant, each block by the doctor's own factor. */
export function personalLength(plan: Plan, variant: number, numerator: number, denominator: number): number {
  let total = 0;
  for (let s = plan.stretchFrom[variant]!; s < plan.stretchFrom[variant + 1]!; s++) total += personalSteps(plan.stretchLength[s]!, numerator, denominator);
  return total;
}

/** A personal duration: rounded half up in exact arithmetic, at least one step (MODEL 3.7). */
export function personalSteps(steps: number, numerator: number, denominator: number): number {
  return numerator === denominator ? steps : Math.max(1, Math.floor((2 * steps * numerator + denominator) / (2 * denominator)));
}
