import { PURPOSE, counterOf, draw, invert } from './draw.js';
import type { Life } from './inflow.js';
import { drawGivingUpAndFactor, drawLeaves, personalLength } from './life.js';
import type { Plan } from './plan.js';
import { LATER } from './roster.js';
import type { Chain } from './rules.js';
import { AT, LEAVES, newRow } from './sheet.js';
import type { Sheet } from './sheet.js';
import { variantFor } from './variant.js';

/** No doctor sits more often: one who never passed by then passes. */
const MOST_ATTEMPTS = 60;

/** Writes down what comes after the blocks of a row: attempts at the gate that fail, and the pathways it leads into, one after another (MODEL 3.11, 6.1). */
export function drawBeyond(plan: Plan, life: Life, sheet: Sheet, first: number, words: Int32Array): void {
  if (plan.gates.length === 0 && plan.chains.length === 0) return;
  let at = first;
  for (;;) {
    drawFails(plan, sheet, at, words);
    const chain = drawChain(plan, sheet, at, words);
    if (chain === undefined) return;
    at = drawLater(plan, life, chain, sheet, at, words);
  }
}

function drawFails(plan: Plan, sheet: Sheet, at: number, words: Int32Array): void {
  const { cells } = sheet;
  const gate = plan.gateOf[cells[at + AT.pathway]!]!;
  if (gate < 0) return;
  const { passes } = plan.gates[gate]!;
  let fails = 0;
  for (; fails < MOST_ATTEMPTS; fails++) {
    draw(cells[at + AT.own0]!, cells[at + AT.own1]!, fails, counterOf(PURPOSE.exam, 0), words);
    if (words[0]! >>> 0 < passes[Math.min(fails, passes.length - 1)]!) break;
  }
  cells[at + AT.fails] = fails;
}

function drawChain(plan: Plan, { cells }: Sheet, at: number, words: Int32Array): Chain | undefined {
  if (plan.chains.length === 0) return undefined;
  draw(cells[at + AT.own0]!, cells[at + AT.own1]!, 0, counterOf(PURPOSE.chain, 0), words);
  return plan.chains.find((chain) => chain.pathway === cells[at + AT.pathway] && words[0]! >>> 0 < chain.chance);
}

/** The row of a pathway that another leads into: rank, mobility and factor are kept, all else is drawn anew. Returns where it begins. */
function drawLater(plan: Plan, life: Life, chain: Chain, sheet: Sheet, from: number, words: Int32Array): number {
  const at = newRow(sheet);
  const { cells } = sheet;
  cells[from + AT.then] = at / sheet.fields;
  for (const column of [AT.stream, AT.cohort, AT.ordinal, AT.rank, AT.mobile]) cells[at + column] = cells[from + column]!;
  cells[at + AT.delay] = chain.delaySteps[invert(words[1]!, chain.delayChance, 0, chain.delayChance.length)]!;
  cells[at + AT.pathway] = chain.then;
  cells[at + AT.region] = chain.region;
  cells[at + AT.degree] = LATER;
  cells[at + AT.joins] = LATER;
  cells[at + AT.initialVariant] = -1;
  cells[at + AT.initialLeft] = -1;
  draw(cells[from + AT.own0]!, cells[from + AT.own1]!, 0, counterOf(PURPOSE.chain, 1), words);
  const own0 = words[0]!;
  const own1 = words[1]!;
  cells[at + AT.own0] = own0;
  cells[at + AT.own1] = own1;
  draw(own0, own1, 0, counterOf(PURPOSE.variantMobile, 0), words);
  cells[at + AT.variantLuck] = words[0]!;
  drawGivingUpAndFactor(life, 0, own0, own1, words, cells, at + AT.givesUp);
  cells[at + AT.factorNumerator] = cells[from + AT.factorNumerator]!;
  cells[at + AT.factorDenominator] = cells[from + AT.factorDenominator]!;
  // Where and when the doctor will join is not known yet: the leave falls in the length of the region known, by its last shares.
  const region = chain.region >= 0 ? chain.region : Math.max(0, cells[from + AT.region]!);
  const variant = variantFor(plan, chain.then, region, LATER, cells[at + AT.variantLuck]!);
  drawLeaves(life, personalLength(plan, variant, cells[at + AT.factorNumerator]!, cells[at + AT.factorDenominator]!), 0, 0, own0, own1, words, cells, at + LEAVES);
  return at;
}
