import type { DoctorForm, IntakeForm, LegForm, PlanForm, PoolForm, RosterForm, VariantForm } from '../../src/model/index.js';
import type { Dice } from '../support/arbitraries.js';
import { anyAgreements, anyGates, anyLocums, anyRule, within } from './any-rules.js';
import type { Has } from './any-rules.js';

/** The rules of the form that a plan may do without. */
export const FEATURES = ['gates', 'legs', 'longest', 'needs_position', 'needs_intake', 'st_post', 'exchange', 'fillable', 'carry', 'window', 'locum', 'decide'] as const;
export type Feature = (typeof FEATURES)[number];

/** A plan and a roster as somebody else would write them: other units, orders by index, luck of any kind, names of their own. */
export interface Forms {
  readonly plan: PlanForm;
  readonly roster: RosterForm;
}

/** A random plan and roster over everything that the form can say, with each of the features in one plan of two. */
export function anyForms(dice: Dice): Forms {
  const drawn = new Set<Feature>(FEATURES.filter(() => dice.once(2)));
  const has: Has = (feature, n = 1) => drawn.has(feature) && dice.once(n);
  const plan = anyPlan(dice, has);
  const ids = new Set<string>();
  const doctors = Array.from({ length: dice.once(4) ? dice.whole(0, 3) : dice.whole(4, 14) }, () => anyDoctor(dice, plan, has)).filter(({ id }) => !ids.has(id.join()) && ids.add(id.join()));
  return { plan, roster: { doctors } };
}

function anyPlan(dice: Dice, has: Has): PlanForm {
  const steps = dice.once(3) ? dice.whole(1, 24) : dice.whole(10, 24);
  const regions = ['Z', 'Y', 'X'].slice(0, dice.whole(1, 3));
  const pathways = Object.fromEntries(['AT', 'BT'].slice(0, dice.whole(1, 2)).map((id) => [id, { variants: Object.fromEntries(['v', 'u'].slice(0, dice.whole(1, 2)).map((name) => [name, anyVariant(dice, has)])) }]));
  const blocks = [...new Set(Object.values(pathways).flatMap(({ variants }) => Object.values(variants).flatMap((variant) => variant.blocks.map(({ block }) => block))))];
  const ruled = regions.flatMap((region) => Object.keys(pathways).flatMap((pathway) => (dice.once(8) ? [] : [anyIntake(dice, has, steps, region, pathway)])));
  return {
    steps,
    settings: anySettings(dice, has),
    streams: ['s', 'r'],
    regions,
    pathways,
    pools: regions.flatMap((region) => anyPools(dice, has, steps, region, blocks)),
    intakes: ruled.map(({ intake }) => intake),
    neighbours: Object.fromEntries(regions.map((id) => [id, dice.some(regions.filter((other) => other !== id))])),
    ...(has('exchange') ? { exchange: anyAgreements(dice, regions, blocks, steps) } : {}),
    ...(has('gates') ? { gates: anyGates(dice, Object.keys(pathways), steps) } : {}),
    ...(has('locum') ? { locum: anyLocums(dice, regions, blocks, Object.keys(pathways)) } : {}),
    ...(has('decide') ? { decide: ruled.flatMap(({ rule }) => rule) } : {}),
  };
}

function anySettings(dice: Dice, has: Has): NonNullable<PlanForm['settings']> {
  const rank = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, dice.whole(0, 1)]));
  return {
    mode: dice.once(has('longest') ? 5 : 2) ? 'step' : 'itinerary',
    rule: dice.one(['spread', 'first-fit'] as const),
    queue: dice.once(5) ? 'strict' : 'passed-over',
    priority: dice.one([null, { by: 'pathway' as const, rank: rank(['AT']) }, { by: 'stream' as const, rank: rank(['s', 'r']) }]),
    ...dice.one([{ discipline: 'longest-wait' as const }, { discipline: 'weighted' as const, weight: dice.one([0, 1, 7]) }]),
    pass_limit: dice.one([null, 0, 2]),
    closes: dice.one([0, 0, 2]),
    own_first: dice.once(2),
    patience: dice.one([null, 0, 2]),
    ...(has('window') ? { window: dice.one([3, 6, { AT: 4 }]) } : {}),
  };
}

function anyPools(dice: Dice, has: Has, steps: number, region: string, blocks: readonly string[]): PoolForm[] {
  const scarce = dice.once(2);
  return [
    ...blocks.flatMap((block) => (dice.once(8) ? [] : [{ region, kind: 'slots' as const, block, ...anyRoom(dice, steps, 6) }])),
    ...blocks.flatMap((block) => (dice.once(2) || !scarce ? [] : [{ region, kind: 'supervisors' as const, block, ...anyRoom(dice, steps, 6) }])),
    ...(dice.once(2) || !scarce ? [] : [{ region, kind: 'main' as const, ...anyRoom(dice, steps, 6) }]),
    ...(has('st_post') && !dice.once(5) ? [{ region, kind: 'st' as const, ...anyRoom(dice, steps, 3) }] : []),
  ];
}

function anyVariant(dice: Dice, has: Has): VariantForm {
  const number = dice.whole(1, 4);
  const pairs = Array.from({ length: number }, (_, j) => Array.from({ length: j }, (__, i): [number, number] => [i, j])).flat();
  const turned = dice.once(3); // what is listed last is done first
  const blocks = Array.from({ length: number }, () => ({ block: dice.one(['a', 'b', 'c']), length: dice.whole(1, 4), slots: dice.one([1, 1, 0, 2]), load: dice.one([1, 0, 3]) }));
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  return {
    blocks,
    before: dice.some(pairs).map(([i, j]) => (turned ? [j, i] : [i, j])),
    ...(dice.once(2) ? {} : { main_load: dice.one([0, 1, 2]) }),
    ...(has('longest') ? { longest: dice.whole(dice.once(4) ? 1 : total, total + 6) } : {}),
    ...(has('needs_position', 3) ? { needs_position: false } : {}),
    ...(has('needs_intake', 3) ? { needs_intake: false, needs_position: false } : {}),
    ...(has('st_post', 2) ? { st_post: true } : {}),
  };
}

function anyRoom(dice: Dice, steps: number, most: number): Pick<PoolForm, 'capacity' | 'views' | 'crowding'> {
  const series = (): number | number[] => (dice.once(2) ? dice.whole(0, most) : Array.from({ length: dice.whole(1, steps + 5) }, () => dice.whole(0, most)));
  const views = [0, 3, 7].slice(0, dice.whole(2, 3)).map((known) => ({ known_from: known, capacity: series() }));
  return {
    ...(dice.once(4) ? { views } : { capacity: dice.once(5) ? null : series() }),
    ...(dice.once(4) ? { crowding: Array.from({ length: dice.whole(0, steps) }, () => dice.whole(0, 2)) } : {}),
  };
}

/** A region's intakes of a pathway, with the rule that its positions follow, where they follow one. */
function anyIntake(dice: Dice, has: Has, steps: number, region: string, pathway: string): { readonly intake: IntakeForm; readonly rule: NonNullable<PlanForm['decide']> } {
  const at = dice.once(2) ? ('all' as const) : within(dice, steps, 4);
  const number = at === 'all' ? steps : at.length;
  const positions = dice.one([null, dice.whole(0, 4), Array.from({ length: number }, () => dice.whole(0, 3))]);
  if (positions === null) return { intake: { region, pathway, steps: at, positions }, rule: [] };
  const intake = { region, pathway, steps: at, positions, ...(has('carry', 2) ? { carry: true } : {}) };
  const filled = (): number[] => Array.from({ length: number }, (_, nth) => dice.whole(0, typeof positions === 'number' ? positions : positions[nth]!));
  if (!has('decide', 2)) return { intake: { ...intake, ...(has('fillable', 2) ? { fillable: filled() } : {}) }, rule: [] };
  const rule = anyRule(dice, region, pathway, steps);
  const most = Math.max(rule.ceiling, ...(typeof positions === 'number' ? [positions] : positions));
  const filledOf = (): number[][] => Array.from({ length: number }, () => Array.from({ length: most + 1 }, (_, n) => dice.whole(0, n)));
  return { intake: { ...intake, ...(has('fillable', 2) ? { fillable_of: filledOf() } : {}) }, rule: [rule] };
}

function anyDoctor(dice: Dice, plan: PlanForm, has: Has): DoctorForm {
  return {
    id: [dice.one(plan.streams), dice.once(3) ? dice.one(['2027-VT', '2027-HT', '\uFF5E', '\u{1F40C}']) : dice.whole(-3, 3), dice.once(4) ? `${dice.whole(-3, 12)}` : dice.whole(-3, 3)],
    rank: dice.whole(-2, 2),
    mobile: dice.once(2),
    ...(dice.once(3) ? { stretch: dice.one(['1.14', '57/50', '0.5', '2', '4/3', '1.00']) } : {}),
    legs: [firstLeg(dice, plan, has), ...(has('legs', 2) ? [laterLeg(dice, plan)] : []), ...(has('legs', 4) ? [laterLeg(dice, plan)] : [])],
  };
}

function firstLeg(dice: Dice, plan: PlanForm, has: Has): LegForm {
  const leg = anyLeg(dice, plan, dice.one(plan.regions));
  const served = leg.variant_in?.[leg.region] ?? leg.variant;
  const left = plan.pathways[leg.pathway]!.variants[served]!.blocks.map(({ length }) => dice.whole(0, length));
  const begun = dice.once(6) && left.some((n) => n > 0);
  if (begun) return { ...leg, initial: { left, start: dice.one([null, -4]) } };
  const arrive = dice.whole(-4, plan.steps + (has('window') ? 3 : 0));
  return { ...leg, arrive, ...(has('window', 2) ? { applied: true, late: dice.one([0, 0, 1, 3]) } : {}) };
}

function laterLeg(dice: Dice, plan: PlanForm): LegForm {
  return { ...anyLeg(dice, plan, dice.once(3) ? dice.one(plan.regions) : 'same'), delay: dice.one([0, 0, 1, 3]) };
}

function anyLeg(dice: Dice, plan: PlanForm, region: string): LegForm {
  const pathway = dice.one(Object.keys(plan.pathways));
  const variants = Object.keys(plan.pathways[pathway]!.variants);
  const some = (): string[] => dice.some(plan.regions);
  return {
    pathway,
    variant: dice.one(variants),
    variant_in: Object.fromEntries(some().map((id) => [id, dice.one(variants)])),
    region,
    ...(dice.once(3) ? { give_up: dice.whole(1, 6) } : {}),
    ...(dice.once(3) ? { leaves: Array.from({ length: dice.whole(1, 2) }, () => ({ after: dice.whole(1, 6), length: dice.whole(1, 4) })) } : {}),
    lottery: Object.fromEntries(Array.from({ length: plan.steps }, (_, t) => [`${t}`, dice.whole(-9, 9)])),
    ...(dice.once(2) ? { seeks: some() } : {}),
    applied: dice.once(4),
    ...(plan.gates === undefined ? {} : { exam: dice.one([[], [false], [false, false, true], [true]]) }),
  };
}
