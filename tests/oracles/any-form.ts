import type { PlanForm, RosterForm } from '../../src/model/index.js';
import type { Dice } from '../support/arbitraries.js';

/** A plan and a roster as somebody else would write them: other units, orders by index, luck of any kind, names of their own. */
export interface Forms {
  readonly plan: PlanForm;
  readonly roster: RosterForm;
}

/** A random plan and roster over everything that the form can say and the engine can do. */
export function anyForms(dice: Dice): Forms {
  const plan = anyPlan(dice);
  const ids = new Set<string>();
  const doctors = Array.from({ length: dice.whole(0, 14) }, () => anyDoctor(dice, plan)).filter(({ id }) => !ids.has(id.join()) && ids.add(id.join()));
  return { plan, roster: { doctors } };
}

function anyPlan(dice: Dice): PlanForm {
  const steps = dice.whole(1, 24);
  const regions = ['Z', 'Y', 'X'].slice(0, dice.whole(1, 3));
  const pathways = Object.fromEntries(['AT', 'BT'].slice(0, dice.whole(1, 2)).map((id) => [id, { variants: Object.fromEntries(['v', 'u'].slice(0, dice.whole(1, 2)).map((name) => [name, anyVariant(dice)])) }]));
  const blocks = [...new Set(Object.values(pathways).flatMap(({ variants }) => Object.values(variants).flatMap((variant) => variant.blocks.map(({ block }) => block))))];
  const rank = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, dice.whole(0, 1)]));
  return {
    steps,
    settings: {
      mode: dice.one(['itinerary', 'step'] as const),
      rule: dice.one(['spread', 'first-fit'] as const),
      queue: dice.once(5) ? 'strict' : 'passed-over',
      priority: dice.one([null, { by: 'pathway' as const, rank: rank(['AT']) }, { by: 'stream' as const, rank: rank(['s', 'r']) }]),
      ...dice.one([{ discipline: 'longest-wait' as const }, { discipline: 'weighted' as const, weight: dice.one([0, 1, 7]) }]),
      pass_limit: dice.one([null, 0, 2]),
      closes: dice.one([0, 0, 2]),
      own_first: dice.once(2),
      patience: dice.one([null, 0, 2]),
    },
    streams: ['s', 'r'],
    regions,
    pathways,
    pools: regions.flatMap((region) => [
      ...blocks.flatMap((block) => (['slots', 'supervisors'] as const).flatMap((kind) => (dice.once(kind === 'slots' ? 8 : 2) ? [] : [{ region, kind, block, ...anyRoom(dice, steps) }]))),
      ...(dice.once(2) ? [] : [{ region, kind: 'main' as const, ...anyRoom(dice, steps) }]),
    ]),
    intakes: regions.flatMap((region) => Object.keys(pathways).flatMap((pathway) => (dice.once(8) ? [] : [{ region, pathway, ...anyIntakes(dice, steps) }]))),
    neighbours: Object.fromEntries(regions.map((id) => [id, dice.some(regions.filter((other) => other !== id))])),
  };
}

function anyVariant(dice: Dice): PlanForm['pathways'][string]['variants'][string] {
  const number = dice.whole(1, 4);
  const pairs = Array.from({ length: number }, (_, j) => Array.from({ length: j }, (__, i): [number, number] => [i, j])).flat();
  const turned = dice.once(3); // what is listed last is done first
  return {
    blocks: Array.from({ length: number }, () => ({ block: dice.one(['a', 'b', 'c']), length: dice.whole(1, 4), slots: dice.one([1, 1, 0, 2]), load: dice.one([1, 0, 3]) })),
    before: dice.some(pairs).map(([i, j]) => (turned ? [j, i] : [i, j])),
    ...(dice.once(2) ? {} : { main_load: dice.one([0, 1, 2]) }),
  };
}

function anyRoom(dice: Dice, steps: number): Pick<PlanForm['pools'][number], 'capacity' | 'views' | 'crowding'> {
  const series = (): number | number[] => (dice.once(2) ? dice.whole(0, 6) : Array.from({ length: dice.whole(1, steps + 5) }, () => dice.whole(0, 6)));
  const views = [0, 3, 7].slice(0, dice.whole(2, 3)).map((known) => ({ known_from: known, capacity: series() }));
  return {
    ...(dice.once(4) ? { views } : { capacity: dice.once(5) ? null : series() }),
    ...(dice.once(4) ? { crowding: Array.from({ length: dice.whole(0, steps) }, () => dice.whole(0, 2)) } : {}),
  };
}

function anyIntakes(dice: Dice, steps: number): Pick<PlanForm['intakes'][number], 'steps' | 'positions'> {
  const at = dice.once(3) ? ('all' as const) : Array.from({ length: steps }, (_, t) => t).filter(() => dice.once(4));
  const number = at === 'all' ? steps : at.length;
  return { steps: at, positions: dice.one([null, dice.whole(0, 4), Array.from({ length: number }, () => dice.whole(0, 3))]) };
}

function anyDoctor(dice: Dice, plan: PlanForm): RosterForm['doctors'][number] {
  const pathway = dice.one(Object.keys(plan.pathways));
  const variants = plan.pathways[pathway]!.variants;
  const variant = dice.one(Object.keys(variants));
  const region = dice.one(plan.regions);
  const left = variants[variant]!.blocks.map(({ length }) => dice.whole(0, length + 1));
  const begun = dice.once(6) && left.some((n) => n > 0);
  return {
    id: [dice.one(plan.streams), dice.whole(-3, 3), dice.whole(-3, 3)],
    rank: dice.whole(-2, 2),
    mobile: dice.once(2),
    ...(dice.once(3) ? { stretch: dice.one(['1.14', '57/50', '0.5', '2', '4/3', '1.00']) } : {}),
    legs: [
      {
        pathway,
        variant,
        variant_in: Object.fromEntries(dice.some(plan.regions.filter((id) => id !== region)).map((id) => [id, dice.one(Object.keys(variants))])),
        region,
        ...(begun ? { initial: { left, start: dice.one([null, -4]) } } : { arrive: dice.whole(-4, plan.steps) }),
        ...(dice.once(3) ? { give_up: dice.whole(1, 6) } : {}),
        ...(dice.once(3) ? { leaves: Array.from({ length: dice.whole(1, 2) }, () => ({ after: dice.whole(1, 6), length: dice.whole(1, 4) })) } : {}),
        lottery: Object.fromEntries(Array.from({ length: plan.steps }, (_, t) => [`${t}`, dice.whole(-9, 9)])),
        ...(dice.once(2) ? { seeks: dice.some(plan.regions.filter((id) => id !== region)) } : {}),
        applied: dice.once(4),
      },
    ],
  };
}
