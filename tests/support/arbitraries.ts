import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import type { Pathway, Scenario, Stream, Stretch, Variant } from '../../src/model/scenario.js';
import { MOST_ORDERS, listOrders } from '../../src/model/orders.js';
import { layWays } from './ways.js';
import { FROM, figure, intakes, pathway, poissonStream, positions, region, room, scenario, stream, stretch, variant } from './scenario.js';

/** So many months after the run doctors come too: an intake at its end may recruit them. */
const LATER = 5;

/** Dice for building a random scenario piece by piece. */
export interface Dice {
  whole(min: number, max: number): number;
  one<T>(of: readonly T[]): T;
  /** True once in `n` times. */
  once(n: number): boolean;
  some<T>(of: readonly T[]): T[];
}

// fast-check finds what it has built by the function that builds it at once, but by that function's arguments only after comparing them with all before.
const builders = new Map<number, Map<number, () => fc.Arbitrary<number>>>();
function integers(min: number, max: number): () => fc.Arbitrary<number> {
  const from = builders.get(min) ?? new Map<number, () => fc.Arbitrary<number>>();
  const made = from.get(max) ?? ((): fc.Arbitrary<number> => fc.integer({ min, max }));
  builders.set(min, from.set(max, made));
  return made;
}

/** Dice from a fast-check generator, so that a case that fails can be shown again. */
export function diceOf(g: GeneratorValue): Dice {
  const whole = (min: number, max: number): number => g(integers(min, max));
  return {
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    once: (n) => whole(0, n - 1) === n - 1,
    some: (of) => of.filter(() => whole(0, 1) === 1),
  };
}

/** A random scenario over the whole language: everything that a run can meet, in small. */
export function anyScenario(dice: Dice): Scenario {
  const months = dice.whole(4, 30);
  const step = dice.one(['month', 'half-month'] as const);
  const regions = ['A', 'B', 'C', 'D'].slice(0, dice.whole(1, 4));
  const pathways = ['AT', 'BT', 'ST'].slice(0, dice.one([1, 2, 2, 3])).map((id) => anyPathway(dice, id, regions));
  const blocks = [...new Set(pathways.flatMap((p) => p.variants.flatMap((v) => v.stretches.map((s) => s.block))))];
  const streams = ['new', 'old', 'third'].slice(0, dice.whole(1, 3)).map((id) => anyStream(dice, id, dice.one(pathways).id, regions, months));
  const drawn = scenario(months, {
    time: { step, from: FROM, reportFrom: FROM, to: FROM + months - 1 },
    regions: regions.map(region),
    pathways,
    streams,
    ...anyRoom(dice, regions, blocks, months),
    positions: dice.once(3) ? null : regions.flatMap((r) => pathways.flatMap((p) => anyPositions(dice, r, p, months))),
    ...anyRecruitment(dice, regions, pathways),
    mode: dice.one(['itinerary', 'itinerary', 'step'] as const),
    choice: dice.one(['spread', 'first-fit'] as const),
    discipline: dice.one(['longest-wait', 'weighted'] as const),
    weightPerMonth: dice.one([0, 0.04, 1]),
    slotPriority: dice.one([[], ['AT'], ['BT', 'AT'], ['old', 'new']]),
    strict: dice.once(5),
    passLimit: dice.one([null, 0, 1, 3]),
    mobile: figure(dice.one([0, 0.5, 1])),
    mobility: dice.once(2) ? null : { patience: dice.whole(0, 8), neighbours: regions.map((id) => ({ region: id, neighbours: dice.some(regions.filter((other) => other !== id)) })) },
    applications: {
      appliesTo: dice.one([0, 1, 3]),
      deter: dice.one([0, 6]),
      ownFirst: dice.once(2),
      attraction: regions.map((id) => ({ region: id, factor: figure(dice.one([0, 0.5, 1, 3])) })),
    },
    initial: anyInitial(dice, regions, pathways, streams),
  });
  return layWays(drawn, dice);
}

function anyStretches(dice: Dice): Stretch[] {
  const blocks = ['a', 'b', 'c', 'd'].slice(0, dice.whole(1, 4));
  return Array.from({ length: dice.whole(1, 5) }, () => stretch(dice.one(blocks), dice.whole(1, 4), dice.one([1, 1, 1, 0, 2]), dice.one([0, 0.5, 1, 1.5])));
}

function anyPathway(dice: Dice, id: string, regions: readonly string[]): Pathway {
  const variants = [`${id}-x`, `${id}-y`].slice(0, dice.whole(1, 2)).map((name): Variant => variant(name, anyStretches(dice), dice.one([0, 0.5, 1])));
  const months = [1, 2, 3, 5, 8, 9, 12];
  const made = pathway(id, [], {
    orders: dice.one(['listed', 'custom', 'free'] as const),
    precedence: dice.one([[], [{ first: 'a', then: 'c' }], [{ first: 'b', then: 'a' }, { first: 'a', then: 'd' }]]),
    variants,
    variantOf: regions.flatMap((r) => [0, 9].slice(0, dice.whole(1, 2)).flatMap((month) => anyShares(dice, variants).map((share, i) => ({ region: r, from: FROM + month, variant: variants[i]!.id, share: figure(share) })))),
    intakes: dice.once(2)
      ? { everyStep: true, months: [], byRegion: [], closes: dice.whole(0, 2), window: dice.one([0, 0, 1, 3]) }
      : anyWindow(dice, intakes(dice.some(months), dice.whole(0, 5), dice.some(regions).map((r) => ({ region: r, months: dice.some(months) })))),
  });
  return variants.some((v) => listOrders(made, v).length > MOST_ORDERS) ? { ...made, orders: 'listed' } : made;
}

function anyShares(dice: Dice, variants: readonly Variant[]): number[] {
  if (variants.length === 1) return [1];
  const first = dice.one([0, 0.3, 1]);
  return [first, 1 - first];
}

function anyStream(dice: Dice, id: string, to: string, regions: readonly string[], months: number): Stream {
  const arrivals = Array.from({ length: months + LATER }, () => (dice.once(3) ? dice.whole(1, 5) : 0));
  const made = dice.once(3) ? poissonStream(id, to, 'A', dice.whole(1, 3)) : stream(id, to, 'A', arrivals);
  const home = [...regions, 'elsewhere'].slice(0, dice.whole(1, regions.length + 1));
  return {
    ...made,
    ...(made.rate ? { rate: { ...made.rate, law: dice.one(['poisson', 'fixed'] as const) } } : {}),
    home: home.map((r) => ({ university: '', region: r, share: figure(1 / home.length) })),
    seeks: figure(dice.one([1, 0.8])),
    appliedBefore: figure(dice.one([0, 0.5, 1])),
    gap: dice.once(2) ? [] : [{ steps: 0, share: 0.5 }, { steps: dice.whole(1, 7), share: 0.5 }],
    late: dice.once(2) ? [{ steps: dice.whole(1, 4), share: figure(0.5) }] : [],
    ...anyLife(dice),
  };
}

const anyWindow = (dice: Dice, of: Pathway['intakes']): Pathway['intakes'] => ({ ...of, window: dice.one([0, 0, 1, 4]) });

/** What becomes of positions between offer and start, and the rules that they follow. */
function anyRecruitment(dice: Dice, regions: readonly string[], pathways: readonly Pathway[]): Pick<Scenario, 'offers' | 'decisions'> {
  const queues = regions.flatMap((r) => pathways.map(({ id }) => ({ region: r, pathway: id })));
  const line = (): Scenario['decisions'][number]['lines'][number] => ({ reads: dice.one(['queue', 'class', 'vacant'] as const), above: dice.whole(0, 6), change: dice.one([-3, -1, 0, 1, 5]) });
  return {
    offers: dice.once(2) ? [] : dice.some(queues).map((queue) => ({ ...queue, noShows: figure(dice.one([0, 0.2, 0.7])), overOffer: dice.one([0, 0.1, 1.5]), reserve: dice.one([0, 0, 3]), carry: dice.once(2) })),
    decisions: dice.once(2) ? [] : dice.some(queues).map((queue) => ({ ...queue, months: dice.some([1, 4, 8, 9]), lead: dice.whole(1, 6), floor: dice.whole(0, 2), ceiling: dice.whole(2, 12), lines: Array.from({ length: dice.whole(1, 3) }, line) })),
  };
}

/** What may become of the doctors of a stream: giving up, part time, leave. */
function anyLife(dice: Dice): Pick<Stream, 'givesUp' | 'partTime' | 'leaves'> {
  const factors = [[5, 4], [4, 3], [114, 100], [1, 2], [2, 1]] as const;
  const leave = (): Stream['leaves'][number] => ({ share: figure(dice.one([0.3, 1])), lengths: [{ steps: dice.whole(1, 9), share: 0.5 }, { steps: 1, share: 0.5 }] });
  return {
    givesUp: figure(dice.one([0, 0, 0.05, 1])),
    partTime: dice.once(2) ? factors.slice(dice.whole(0, 4)).slice(0, 2).map(([numerator, denominator]) => ({ numerator, denominator, share: figure(dice.one([0.2, 0.5])) })) : [],
    leaves: dice.once(2) ? Array.from({ length: dice.whole(1, 2) }, leave) : [],
  };
}

function anyPositions(dice: Dice, r: string, p: Pathway, months: number): NonNullable<Scenario['positions']>[number][] {
  if (dice.once(6)) return [];
  if (dice.once(6)) return [{ region: r, pathway: p.id, number: null }];
  if (dice.once(2)) return [0, 1, 2].map((year) => ({ region: r, pathway: p.id, year: FROM / 12 + year, number: figure(dice.whole(0, 24)) }));
  return Array.from({ length: 4 }, () => positions(r, p.id, dice.whole(0, months - 1), dice.whole(0, 6)));
}

function anyRoom(dice: Dice, regions: readonly string[], blocks: readonly string[], months: number): Pick<Scenario, 'slots' | 'unlimitedSlots' | 'headroom' | 'supervisors' | 'mainSupervisors'> {
  const rows = (r: string, b: string, halves: boolean) =>
    [0, dice.whole(1, months + 6)].slice(0, dice.whole(1, 2)).map((month) => ({ ...room(r, b, halves ? dice.whole(0, 12) / 2 : dice.whole(0, 6), month), headroom: dice.once(2) }));
  return {
    slots: regions.flatMap((r) => blocks.flatMap((b) => (dice.once(12) ? [] : rows(r, b, false)))),
    unlimitedSlots: dice.once(4) ? blocks.slice(0, 1) : [],
    headroom: figure(dice.one([0, 0.15, 0.5])),
    supervisors: regions.flatMap((r) => blocks.flatMap((b) => (dice.once(2) ? [] : rows(r, b, true)))),
    mainSupervisors: regions.flatMap((r) => (dice.once(2) ? [] : [{ region: r, from: FROM, places: figure(dice.whole(0, 20)) }])),
  };
}

function anyInitial(dice: Dice, regions: readonly string[], pathways: readonly Pathway[], streams: readonly Stream[]): Scenario['initial'] {
  if (dice.once(2)) return { queues: [], training: [] };
  const queues = regions.flatMap((r) => streams.map((s) => ({ region: r, pathway: s.pathway, stream: s.id, waited: dice.whole(0, 12), number: figure(dice.whole(0, 4)) })));
  const training = regions.flatMap((r) =>
    streams.map((s) => {
      const v = dice.one(pathways.find((p) => p.id === s.pathway)!.variants);
      const length = v.stretches.reduce((sum, x) => sum + x.steps, 0);
      return { region: r, variant: v.id, stream: s.id, left: dice.whole(1, length), number: figure(dice.whole(0, 4)) };
    }),
  );
  return { queues, training };
}
