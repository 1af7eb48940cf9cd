import type { Agreement, Credit, Gate, Locum, Pathway, Scenario, StPosts, Variant } from '../../src/model/scenario.js';
import { lessen } from '../../src/model/credit.js';
import type { Dice } from './arbitraries.js';
import { FROM, figure } from './scenario.js';

/** Lays the ways through and between pathways and regions upon a random scenario: gates, later pathways, forms inside ST, credit, exchange and locum load, each in some scenarios. */
export function layWays(drawn: Scenario, dice: Dice): Scenario {
  const ids = drawn.pathways.map(({ id }) => id);
  const pathways = drawn.pathways.map((pathway, i) => anyWaysOn(dice, pathway, ids.slice(i + 1), drawn));
  return { ...drawn, pathways, stPosts: anyStPosts(dice, drawn), exchange: anyExchange(dice, drawn), locum: anyLocum(dice, drawn) };
}

/** A pathway that may lead on to those after it. */
function anyWaysOn(dice: Dice, pathway: Pathway, later: readonly string[], drawn: Scenario): Pathway {
  const regions = drawn.regions.map(({ id }) => id);
  const variants = dice.once(3) ? pathway.variants.map((variant) => (dice.once(2) ? { ...variant, within: totalOf(variant) + dice.whole(0, 6) } : variant)) : pathway.variants;
  return {
    ...pathway,
    variants,
    gate: dice.once(2) ? anyGate(dice, pathway, drawn) : null,
    then: dice.some(later).map((id) => ({
      pathway: id,
      share: figure(dice.one([0.5, 1]) / later.length),
      delay: dice.one([[{ steps: 0, share: 1 }], [{ steps: 1, share: 0.5 }, { steps: 4, share: 0.5 }]]),
      region: dice.one([null, null, ...regions]),
    })),
    credit: dice.once(3) ? anyCredit(dice, variants, regions) : [],
  };
}

const totalOf = ({ stretches }: Variant): number => stretches.reduce((sum, { steps }) => sum + steps, 0);

function anyGate(dice: Dice, { variants }: Pathway, { time }: Scenario): Gate {
  const months = dice.some(Array.from({ length: time.to - time.from + 1 }, (_, i) => time.from + i));
  return {
    served: dice.whole(0, Math.max(...variants.map(totalOf))),
    sittings: (months.length > 0 ? months : [time.from]).map((month) => ({ month, seats: dice.one([null, figure(0), figure(1), figure(3)]) })),
    passes: Array.from({ length: dice.whole(1, 3) }, (_, i) => ({ attempt: i + 1, chance: figure(dice.one([0.3, 0.8, 1])) })),
    processing: dice.whole(0, 2),
    isRequired: dice.once(2),
  };
}

/** Credit that leaves something of every block it shortens, for at most all doctors of a region. */
function anyCredit(dice: Dice, variants: readonly Variant[], regions: readonly string[]): readonly Credit[] {
  const blocks = [...new Set(variants.flatMap(({ stretches }) => stretches.map(({ block }) => block)))];
  const rows = [0.5, 0.25].slice(0, dice.whole(1, 2)).map((share) => ({ regions: dice.some(regions), share: figure(share), less: dice.some(blocks).map((block) => ({ block, steps: dice.whole(1, 2) })) }));
  const leaves = (block: string, steps: number): boolean => variants.every(({ stretches }) => {
    const own = stretches.filter((stretch) => stretch.block === block);
    return own.length === 0 || lessen(own, [{ block, steps }]).length > 0;
  });
  return rows.map((row) => ({ ...row, less: row.less.filter(({ block, steps }) => leaves(block, steps)) })).filter(({ regions: where, less }) => where.length > 0 && less.length > 0);
}

function anyStPosts(dice: Dice, { regions, time }: Scenario): readonly StPosts[] {
  return regions.flatMap(({ id }) => {
    const dates = dice.one([[], [FROM], [FROM], [FROM, time.from + dice.whole(1, 12)]]);
    return dates.map((from) => ({ region: id, from, places: dice.once(5) ? null : figure(dice.whole(0, 6)) }));
  });
}

function anyExchange(dice: Dice, { regions, blocks, time }: Scenario): readonly Agreement[] {
  if (dice.once(2)) return [];
  const pairs = regions.flatMap(({ id: home }) => regions.filter(({ id }) => id !== home).map(({ id: host }) => ({ home, host })));
  return dice.some(pairs).flatMap((pair) =>
    dice.some(blocks).map(({ id: block }) => {
      const from = dice.one([0, 0, time.from + dice.whole(0, 6)]);
      return { ...pair, block, places: figure(dice.one([1, 2, 5])), from, until: dice.one([null, null, Math.max(from, time.from) + dice.whole(0, 12)]) };
    }),
  );
}

function anyLocum(dice: Dice, { regions, blocks, pathways }: Scenario): readonly Locum[] {
  if (dice.once(2)) return [];
  return dice.some(regions).flatMap(({ id: region }) => dice.some(blocks).map(({ id: block }) => {
    const whose = dice.some(pathways.map(({ id }) => id));
    return { region, block, load: figure(dice.one([0.5, 1, 0.05])), pathways: whose.length > 0 ? whose : pathways.map(({ id }) => id) };
  }));
}
