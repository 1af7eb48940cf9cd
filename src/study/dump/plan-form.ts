import { BugError } from '../../base/index.js';
import type { Column } from '../../base/index.js';
import { NO_POOL, POOL_KINDS, UNIT } from '../../engine/index.js';
import type { Axes, Plan } from '../../engine/index.js';
import type { CapacityForm, IntakeForm, PlanForm, PoolForm, SettingsForm, VariantForm } from './form.js';

/** What the pools of a plan are called in the form. */
export const KIND_OF = { slots: 'slots', supervisors: 'supervisors', 'main-supervisors': 'main', 'st-posts': 'st' } as const;

/** A plan in the form that any engine can read; slots, supervisors and main supervisors are counted in sixtieths. */
export function writePlan(plan: Plan, axes: Axes): PlanForm {
  const pathways = axes.pathways.map(({ id }, p) => [id, { variants: writeVariants(plan, axes, p) }] as const);
  const neighbours = axes.regions.map(({ id }, r) => [id, Array.from(row(plan.neighbours, r), (n) => axes.regions[n]!.id)] as const);
  return {
    steps: plan.steps,
    settings: writeSettings(plan, axes),
    streams: axes.streams.map(({ id }) => id),
    regions: axes.regions.map(({ id }) => id),
    pathways: Object.fromEntries(pathways),
    pools: [...Array.from({ length: plan.pools }, (_, pool) => writePool(plan, axes, pool)).flat(), ...writeUnlimited(plan, axes)],
    intakes: writeIntakes(plan, axes),
    neighbours: Object.fromEntries(neighbours.filter(([, list]) => list.length > 0)),
  };
}

function writeSettings(plan: Plan, axes: Axes): SettingsForm {
  const closes = Array.from(plan.closesSteps);
  const [first = 0] = closes;
  return {
    mode: plan.mode,
    rule: plan.choice,
    queue: plan.strict ? 'strict' : 'passed-over',
    priority: writePriority(plan, axes),
    discipline: plan.discipline,
    ...(plan.discipline === 'weighted' ? { weight: plan.weight } : {}),
    pass_limit: plan.passLimit < 0 ? null : plan.passLimit,
    closes: closes.every((n) => n === first) ? first : Object.fromEntries(axes.pathways.map(({ id }, p) => [id, closes[p]!])),
    own_first: plan.ownFirst,
    patience: plan.patienceSteps < 0 ? null : plan.patienceSteps,
  };
}

/** Ranks by pathway if all streams have the same, else by stream. */
function writePriority(plan: Plan, axes: Axes): NonNullable<SettingsForm['priority']> | null {
  const at = (s: number, p: number): number => plan.priority[s * plan.pathways + p]!;
  const all = Array.from(plan.priority);
  if (all.every((rank) => rank === all[0])) return null;
  if (axes.streams.every((_, s) => axes.pathways.every((__, p) => at(s, p) === at(0, p)))) {
    return { by: 'pathway', rank: Object.fromEntries(axes.pathways.map(({ id }, p) => [id, at(0, p)])) };
  }
  if (axes.streams.every((_, s) => axes.pathways.every((__, p) => at(s, p) === at(s, 0)))) {
    return { by: 'stream', rank: Object.fromEntries(axes.streams.map(({ id }, s) => [id, at(s, 0)])) };
  }
  throw new BugError('a priority by pathway and stream at once cannot be dumped');
}

function writeVariants(plan: Plan, axes: Axes, p: number): Record<string, VariantForm> {
  return Object.fromEntries(Array.from({ length: plan.variants }, (_, v) => v).filter((v) => plan.variantPathway[v] === p).map((v) => [axes.variants[v]!.id, writeVariant(plan, axes, v)]));
}

function writeVariant(plan: Plan, axes: Axes, v: number): VariantForm {
  const base = plan.stretchFrom[v]!;
  const stretches = Array.from({ length: plan.stretchFrom[v + 1]! - base }, (_, place) => base + place);
  return {
    blocks: stretches.map((s) => ({ block: axes.blocks[plan.stretchBlock[s]!]!.id, length: plan.stretchLength[s]!, slots: plan.stretchSlots[s]!, load: plan.stretchLoad[s]! })),
    before: stretches.flatMap((s) => Array.from(row(plan.stretchAfter, s), (first): [number, number] => [first - base, s - base])),
    main_load: plan.variantMainLoad[v]!,
  };
}

function writePool(plan: Plan, axes: Axes, pool: number): PoolForm[] {
  const kind = placeKind(plan, pool);
  if (kind === null) return [];
  const block = plan.poolBlock[pool]!;
  const crowding = shorten(cellsOf(plan, plan.crowding, pool));
  const known = viewsOf(plan, pool);
  const form = {
    region: axes.regions[plan.poolRegion[pool]!]!.id,
    kind: KIND_OF[kind],
    ...(block >= 0 ? { block: axes.blocks[block]!.id } : {}),
    ...(known.length === 1 ? { capacity: known[0]!.capacity } : { views: known }),
    ...(crowding === 0 ? {} : { crowding: typeof crowding === 'number' ? [crowding] : crowding }),
  };
  return [form];
}

/** Slots without limit are said, because slots that are not are none. */
function writeUnlimited(plan: Plan, axes: Axes): PoolForm[] {
  return axes.regions.flatMap((region, r) => axes.blocks.flatMap((block, b) => (plan.slotsPool[r * plan.blocks + b] === NO_POOL ? [{ region: region.id, kind: 'slots' as const, block: block.id, capacity: null }] : [])));
}

/** What the capacity is believed to be, from the beginning and from each step in which a change becomes known. */
function viewsOf(plan: Plan, pool: number): { known_from: number; capacity: number | number[] }[] {
  const capacity = cellsOf(plan, plan.capacity, pool);
  const views = [{ known_from: 0, capacity: shorten(capacity) }];
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    if (plan.revisionPool[i] !== pool) continue;
    for (let u = plan.revisionFrom[i]!; u <= plan.revisionUntil[i]!; u++) capacity[u]! += plan.revisionChange[i]!;
    if (views.at(-1)!.known_from === plan.revisionKnown[i]) views.pop();
    views.push({ known_from: plan.revisionKnown[i]!, capacity: shorten(capacity) });
  }
  return views;
}

function writeIntakes(plan: Plan, axes: Axes): IntakeForm[] {
  const queues = axes.regions.flatMap((region, r) => axes.pathways.map((pathway, p) => ({ region: region.id, pathway: pathway.id, queue: r * plan.pathways + p })));
  return queues.flatMap(({ region, pathway, queue }) => {
    const steps = Array.from({ length: plan.steps }, (_, t) => t).filter((t) => plan.intake[queue * plan.steps + t] === 1);
    if (steps.length === 0) return [];
    const pool = plan.positionsPool[queue]!;
    return [{ region, pathway, steps: steps.length === plan.steps ? 'all' : steps, positions: pool === NO_POOL ? null : level(steps.map((t) => offeredAt(plan, pool, t))) }];
  });
}

function offeredAt(plan: Plan, pool: number, t: number): number {
  return Math.floor(plan.capacity[pool * plan.horizon + t]! / UNIT);
}

/** A series as one number where it never changes, else without the end in which it does not. */
function shorten(cells: readonly number[]): number | number[] {
  let length = cells.length;
  while (length > 1 && cells[length - 1] === cells[length - 2]) length -= 1;
  return length === 1 ? cells[0]! : cells.slice(0, length);
}

const level = (list: number[]): CapacityForm => (list.every((n) => n === list[0]) ? list[0]! : list);

const cellsOf = (plan: Plan, of: Column, pool: number): number[] => Array.from({ length: plan.horizon }, (_, u) => of[pool * plan.horizon + u]!);

/** What kind of room a pool is, or null for positions, which are said with the intakes. */
export function placeKind(plan: Plan, pool: number): keyof typeof KIND_OF | null {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  return kind === 'positions' ? null : kind;
}

/** The capacity of a pool in a step, as it is known then. */
export function knownCapacity(plan: Plan, pool: number, t: number): number {
  let capacity = plan.capacity[pool * plan.horizon + t]!;
  for (let i = 0; i < plan.revisionKnown.length && plan.revisionKnown[i]! <= t; i++) {
    if (plan.revisionPool[i] === pool && plan.revisionFrom[i]! <= t && t <= plan.revisionUntil[i]!) capacity += plan.revisionChange[i]!;
  }
  return capacity;
}

/** The numbers of one row. */
function row(of: { readonly from: Column; readonly values: Column }, i: number): number[] {
  return Array.from({ length: of.from[i + 1]! - of.from[i]! }, (_, n) => of.values[of.from[i]! + n]!);
}
