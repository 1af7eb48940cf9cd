import { personalSteps } from '../../engine/index.js';
import type { PlanForm, RosterForm, VariantForm } from '../../model/index.js';

/** A factor in whole numbers, as small as they come: `1.14` is 57/50. */
export function readFactor(text: string): [number, number] {
  const [over, under = ''] = text.split('/');
  const [whole, decimals = ''] = over!.split('.');
  const numerator = Number(whole! + decimals);
  const denominator = under === '' ? Number(`1${'0'.repeat(decimals.length)}`) : Number(under);
  const divisor = greatestDivisor(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** How long a block is for a doctor; a factor of 0, which is told of elsewhere, changes nothing. */
export function personalLength(length: number, stretch: string): number {
  const [over, under] = readFactor(stretch);
  return over === 0 ? length : personalSteps(length, over, under);
}

/** How far capacities must reach: past the longest itinerary that can begin in the run, or at a licence awaited when it ends. */
export function horizonOf(form: RosterForm, plan: PlanForm): number {
  const { window = 0 } = plan.settings ?? {};
  const last = plan.steps - 1 + (typeof window === 'number' ? window : Math.max(0, ...Object.values(window)));
  const lastStart = form.doctors.reduce((latest, { legs: [first] }) => (first!.applied === true && first!.arrive !== undefined && first!.arrive <= last ? Math.max(latest, first!.arrive) : latest), plan.steps - 1);
  return lastStart + 1 + longestItinerary(form, plan);
}

/** The most steps that anybody can have reserved at once, or from the first block to the last of a form with gaps. */
function longestItinerary(form: RosterForm, plan: PlanForm): number {
  let longest = 1;
  for (const { stretch = '1', legs } of form.doctors) {
    const factor = readFactor(stretch);
    for (const { pathway, initial } of legs) {
      for (const variant of Object.values(plan.pathways[pathway]!.variants)) longest = Math.max(longest, spanOf(variant, factor));
      longest = Math.max(longest, (initial?.left ?? []).reduce((sum, steps) => sum + steps, 0));
    }
  }
  return longest;
}

function spanOf({ blocks, longest = null }: VariantForm, [over, under]: readonly [number, number]): number {
  const served = blocks.reduce((sum, { length }) => sum + personalSteps(length, over, under), 0);
  return Math.max(served, longest === null ? 0 : personalSteps(longest, over, under));
}
