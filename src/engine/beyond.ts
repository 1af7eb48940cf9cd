import { PURPOSE, counterOf, draw, invert } from './draw.js';
import type { Life } from './inflow.js';
import { drawGivingUpAndFactor, drawLeaves, personalLength } from './life.js';
import type { Plan } from './plan.js';
import { LATER } from './roster.js';
import type { Chain } from './rules.js';
import { newRow } from './sheet.js';
import type { Sheet } from './sheet.js';
import { variantFor } from './variant.js';

/** No doctor sits more often: one who never passed by then passes. */
const MOST_ATTEMPTS = 60;

/** Writes down what comes after the blocks of a row: attempts at the gate that fail, and the pathways it leads into, one after another (MODEL 3.11, 6.1). */
export function drawBeyond(plan: Plan, life: Life, sheet: Sheet, first: number, words: Int32Array): void {
  if (plan.gates.length === 0 && plan.chains.length === 0) return;
  let row = first;
  for (;;) {
    drawFails(plan, sheet, row, words);
    const chain = drawChain(plan, sheet, row, words);
    if (chain === undefined) return;
    row = drawLater(plan, life, chain, sheet, row, words);
  }
}

function drawFails(plan: Plan, { columns }: Sheet, row: number, words: Int32Array): void {
  const gate = plan.gateOf[columns.pathway[row]!]!;
  if (gate < 0) return;
  const { passes } = plan.gates[gate]!;
  let fails = 0;
  for (; fails < MOST_ATTEMPTS; fails++) {
    draw(columns.own0[row]!, columns.own1[row]!, fails, counterOf(PURPOSE.exam, 0), words);
    if (words[0]! >>> 0 < passes[Math.min(fails, passes.length - 1)]!) break;
  }
  columns.fails[row] = fails;
}

function drawChain(plan: Plan, { columns }: Sheet, row: number, words: Int32Array): Chain | undefined {
  if (plan.chains.length === 0) return undefined;
  draw(columns.own0[row]!, columns.own1[row]!, 0, counterOf(PURPOSE.chain, 0), words);
  return plan.chains.find((chain) => chain.pathway === columns.pathway[row] && words[0]! >>> 0 < chain.chance);
}

/** The row of a pathway that another leads into: rank, mobility and factor are kept, all else is drawn anew. Returns the row. */
function drawLater(plan: Plan, life: Life, chain: Chain, sheet: Sheet, from: number, words: Int32Array): number {
  const row = newRow(sheet);
  const { columns } = sheet;
  columns.then[from] = row;
  for (const column of [columns.stream, columns.cohort, columns.ordinal, columns.rank, columns.mobile]) column[row] = column[from]!;
  columns.delay[row] = chain.delaySteps[invert(words[1]!, chain.delayChance, 0, chain.delayChance.length)]!;
  columns.pathway[row] = chain.then;
  columns.region[row] = chain.region;
  columns.degree[row] = LATER;
  columns.joins[row] = LATER;
  draw(columns.own0[from]!, columns.own1[from]!, 0, counterOf(PURPOSE.chain, 1), words);
  const own0 = words[0]!;
  const own1 = words[1]!;
  columns.own0[row] = own0;
  columns.own1[row] = own1;
  draw(own0, own1, 0, counterOf(PURPOSE.variantMobile, 0), words);
  columns.variantLuck[row] = words[0]!;
  drawGivingUpAndFactor(life, 0, own0, own1, words, sheet, row);
  columns.factorNumerator[row] = columns.factorNumerator[from]!;
  columns.factorDenominator[row] = columns.factorDenominator[from]!;
  // Where and when the doctor will join is not known yet: the leave falls in the length of the region known, by its last shares.
  const region = chain.region >= 0 ? chain.region : Math.max(0, columns.region[from]!);
  const variant = variantFor(plan, chain.then, region, LATER, columns.variantLuck[row]);
  drawLeaves(life, personalLength(plan, variant, columns.factorNumerator[row], columns.factorDenominator[row]), 0, 0, own0, own1, words, sheet, row);
  return row;
}
