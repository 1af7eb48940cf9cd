import type { PlanForm } from '../../src/model/index.js';
import type { Dice } from '../support/arbitraries.js';
import type { Feature } from './any-form.js';

type RuleForm = NonNullable<PlanForm['decide']>[number];

/** Whether a plan has a feature, and here too: once in `n` times. */
export type Has = (feature: Feature, n?: number) => boolean;

/** Steps of a run, each one of `often`, as they come or the other way round. */
export function within(dice: Dice, steps: number, often: number): number[] {
  const some = Array.from({ length: steps }, (_, t) => t).filter(() => dice.once(often));
  return dice.once(3) ? some.reverse() : some;
}

/** Exams of some pathways, with few seats or seats for all. */
export function anyGates(dice: Dice, pathways: readonly string[], steps: number): NonNullable<PlanForm['gates']> {
  return dice.some(pathways).map((pathway) => ({
    pathway,
    min_steps: dice.whole(0, 6),
    sittings: within(dice, steps, 2).sort((a, b) => a - b).map((step) => ({ step, ...dice.one([{}, { seats: null }, { seats: 1 }, { seats: dice.whole(0, 3) }]) })),
    ...(dice.once(2) ? { processing: dice.whole(0, 3) } : {}),
    required: dice.once(2),
  }));
}

/** Agreements of exchange, some of which follow upon each other. */
export function anyAgreements(dice: Dice, regions: readonly string[], blocks: readonly string[], steps: number): NonNullable<PlanForm['exchange']> {
  const pairs = regions.flatMap((home) => regions.flatMap((host) => (host === home ? [] : [{ home, host }])));
  const agreed = pairs.flatMap((pair) => dice.some(blocks).flatMap((block) => {
    const from = dice.one([0, 0, dice.whole(0, steps)]);
    const until = from + dice.whole(0, steps);
    const first = { ...pair, block, number: dice.whole(0, 2), from, until };
    return dice.once(4) ? [first, { ...first, number: dice.whole(1, 2), from: until + 1, until: until + 20 }] : [first];
  }));
  return dice.once(2) ? agreed.reverse() : agreed;
}

/** Supervisors that those in the queue load. */
export function anyLocums(dice: Dice, regions: readonly string[], blocks: readonly string[], pathways: readonly string[]): NonNullable<PlanForm['locum']> {
  const places = regions.flatMap((region) => blocks.map((block) => ({ region, block })));
  return dice.some(places).map((place) => ({ ...place, load: dice.whole(0, 2), ...(dice.once(2) ? { pathways: dice.some(pathways) } : {}) }));
}

/** A rule that the positions of a region and pathway follow. */
export function anyRule(dice: Dice, region: string, pathway: string, steps: number): RuleForm {
  const floor = dice.whole(0, 2);
  const line = (): RuleForm['lines'][number] => ({ reads: dice.one(['queue', 'class', 'vacant'] as const), above: dice.whole(0, 2), change: dice.whole(-2, 3) });
  return {
    region, pathway, steps: within(dice, steps, 3).sort((a, b) => a - b), lead: dice.whole(1, 4), ...(floor === 0 ? {} : { floor }), ceiling: floor + dice.whole(0, 4), year: dice.whole(1, 8),
    lines: Array.from({ length: dice.whole(1, 3) }, line),
  };
}
