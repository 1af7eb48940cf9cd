import { layRagged } from '../../base/index.js';
import { NO_POOL, POOL_KINDS, UNIT, layPlain } from '../../engine/index.js';
import type { Axes, Plan, PoolKind } from '../../engine/index.js';
import { layOrders } from '../../model/index.js';
import type { CapacityForm, PlanForm, PoolForm, VariantForm } from '../../model/index.js';
import { listOrders } from './check-plan.js';
import { listBlocks } from './names.js';

/** Room that never binds, where a capacity is without limit for a time only. */
const PLENTY = 1_000_000_000;

/** The axes of a plan made elsewhere: its names are all that is known of them. */
export function layAxes(form: PlanForm): Axes {
  const named = (ids: readonly string[]): Axes['streams'] => ids.map((id) => ({ id, sv: id, en: id }));
  return {
    title: { id: '', sv: '', en: '' },
    regions: named(form.regions).map((region) => ({ ...region, area: 0 })),
    areas: [],
    streams: named(form.streams),
    pathways: named(Object.keys(form.pathways)),
    variants: named(listVariants(form).map(({ name }) => name)),
    blocks: named(listBlocks(form)),
    from: 0,
    reportFrom: 0,
    to: form.steps - 1,
    stepsPerMonth: 1,
  };
}

/** A variant with its name and the number of its pathway. */
export interface NamedVariant {
  readonly pathway: number;
  readonly name: string;
  readonly variant: VariantForm;
}

/** The variants of all pathways, in the order in which they stand. */
export function listVariants(form: PlanForm): NamedVariant[] {
  return Object.values(form.pathways).flatMap(({ variants }, pathway) => Object.entries(variants).map(([name, variant]) => ({ pathway, name, variant })));
}

/** A plan made elsewhere, for itineraries of at most `longest` steps. What luck decides comes with the roster. */
export function layPlan(form: PlanForm, longest: number, seeks: number): Plan {
  const { settings = {} } = form;
  const pathways = Object.keys(form.pathways);
  const horizon = form.steps + longest;
  const queues = form.regions.length * pathways.length;
  const variants = layVariants(form);
  const size = { regions: form.regions.length, pathways: pathways.length, variants: variants.variants, blocks: listBlocks(form).length };
  return {
    ...layPlain(size),
    steps: form.steps,
    horizon,
    ...size,
    streams: form.streams.length,
    ...variants,
    ...layPools(form, horizon),
    intake: layIntake(form),
    closesSteps: Int32Array.from(pathways, (name) => (typeof settings.closes === 'object' ? (settings.closes[name] ?? 0) : (settings.closes ?? 0))),
    mode: settings.mode ?? 'itinerary',
    choice: settings.rule ?? 'spread',
    discipline: settings.discipline ?? 'longest-wait',
    weight: settings.weight ?? 0,
    priority: layPriority(form),
    strict: settings.queue === 'strict',
    passLimit: settings.pass_limit ?? -1,
    appliesTo: seeks,
    deterSteps: 0,
    ownFirst: settings.own_first ?? false,
    attraction: new Float64Array(queues * form.steps),
    patienceSteps: settings.patience ?? -1,
    neighbours: layRagged(form.regions.map((id) => (Object.hasOwn(form.neighbours ?? {}, id) ? form.neighbours![id]!.map((name) => form.regions.indexOf(name)) : []))),
    inflow: [],
    initialQueue: [],
    initialTraining: [],
    streamHash: new Float64Array(form.streams.length),
    firstMonth: 0,
    stepsPerMonth: 1,
  };
}

type VariantColumns = Pick<
  Plan,
  | 'variants' | 'variantPathway' | 'stretchFrom' | 'stretchBlock' | 'stretchLength' | 'stretchSlots' | 'stretchLoad' | 'stretchAfter' | 'variantLength' | 'variantMainLoad'
  | 'legFrom' | 'legStretch' | 'legOffset' | 'orderFrom' | 'orderLegs' | 'variantShares' | 'pathwayVariants'
>;

function layVariants(form: PlanForm): VariantColumns {
  const blocks = listBlocks(form);
  const variants = listVariants(form);
  const stretches = variants.flatMap(({ variant }) => variant.blocks);
  const stretchFrom = [0];
  for (const { variant } of variants) stretchFrom.push(stretchFrom.at(-1)! + variant.blocks.length);
  const after = variants.flatMap(({ variant }, v) => variant.blocks.map((_, j) => [...new Set((variant.before ?? []).filter(([, then]) => then === j).map(([first]) => stretchFrom[v]! + first))].sort((a, b) => a - b)));
  const isStepwise = form.settings?.mode === 'step';
  return {
    variants: variants.length,
    variantPathway: Int32Array.from(variants, ({ pathway }) => pathway),
    stretchFrom: Int32Array.from(stretchFrom),
    stretchBlock: Int32Array.from(stretches, ({ block }) => blocks.indexOf(block)),
    stretchLength: Int32Array.from(stretches, ({ length }) => length),
    stretchSlots: Int32Array.from(stretches, ({ slots = 1 }) => slots),
    stretchLoad: Int32Array.from(stretches, ({ load = 1 }) => load),
    stretchAfter: layRagged(after),
    variantLength: Int32Array.from(variants, ({ variant }) => variant.blocks.reduce((sum, { length }) => sum + length, 0)),
    variantMainLoad: Int32Array.from(variants, ({ variant }) => variant.main_load ?? 1),
    ...layOrders(variants.map(({ variant }) => ({ steps: variant.blocks.map(({ length }) => length), orders: isStepwise ? [] : listOrders(variant) })), stretchFrom),
    variantShares: layRagged([]),
    pathwayVariants: layRagged([]),
  };
}

type PoolColumns = Pick<Plan, 'pools' | 'poolKind' | 'poolRegion' | 'poolBlock' | 'capacity' | 'crowding' | `revision${'Known' | 'Pool' | 'From' | 'Until' | 'Change'}` | 'slotsPool' | 'supervisorsPool' | 'mainPool' | 'positionsPool'>;

interface Row {
  readonly kind: PoolKind;
  readonly region: number;
  readonly block: number;
  readonly capacity: readonly number[]; // [horizon]
  readonly crowding: readonly number[]; // [horizon]
  readonly revisions: readonly { readonly known: number; readonly u: number; readonly change: number }[];
}

function layPools(form: PlanForm, horizon: number): PoolColumns {
  const rows: Row[] = [];
  const add = (row: Row | null): number => (row === null ? NO_POOL : rows.push(row) - 1);
  const find = (kind: PoolForm['kind'], region: string, block?: string): PoolForm | undefined => form.pools.find((pool) => pool.kind === kind && pool.region === region && (pool.block ?? undefined) === block);
  const blocks = listBlocks(form);
  const none = Array.from({ length: horizon }, () => 0);
  const slotsPool = form.regions.flatMap((id, r) => blocks.map((block, b) => {
    const entry = find('slots', id, block);
    return add(entry ? layPool(entry, 'slots', r, b, horizon) : { kind: 'slots', region: r, block: b, capacity: none, crowding: none, revisions: [] });
  }));
  const supervisorsPool = form.regions.flatMap((id, r) => blocks.map((block, b) => add(layPool(find('supervisors', id, block), 'supervisors', r, b, horizon))));
  const mainPool = form.regions.map((id, r) => add(layPool(find('main', id), 'main-supervisors', r, -1, horizon)));
  const positionsPool = form.regions.flatMap((id, r) => Object.keys(form.pathways).map((pathway, p) => add(layPositions(form, id, pathway, r, p, horizon))));
  const revisions = rows.flatMap((row, pool) => row.revisions.map((revision) => ({ ...revision, pool }))).sort((a, b) => a.known - b.known);
  return {
    pools: rows.length,
    poolKind: Int32Array.from(rows, (row) => POOL_KINDS.indexOf(row.kind)),
    poolRegion: Int32Array.from(rows, (row) => row.region),
    poolBlock: Int32Array.from(rows, (row) => row.block),
    capacity: layEnds(rows.map((row) => row.capacity), horizon),
    crowding: layEnds(rows.map((row) => row.crowding), horizon),
    revisionKnown: Int32Array.from(revisions, (revision) => revision.known),
    revisionPool: Int32Array.from(revisions, (revision) => revision.pool),
    revisionFrom: Int32Array.from(revisions, (revision) => revision.u),
    revisionUntil: Int32Array.from(revisions, (revision) => revision.u),
    revisionChange: Int32Array.from(revisions, (revision) => revision.change),
    slotsPool: Int32Array.from(slotsPool),
    supervisorsPool: Int32Array.from(supervisorsPool),
    mainPool: Int32Array.from(mainPool),
    positionsPool: Int32Array.from(positionsPool),
  };
}

/** A pool, or null where nothing limits it. A view changes the steps from the one in which it is known. */
function layPool(entry: PoolForm | undefined, kind: PoolKind, region: number, block: number, horizon: number): Row | null {
  if (entry === undefined) return null;
  const views = entry.views ?? [{ known_from: 0, capacity: entry.capacity ?? null }];
  if (views.every(({ capacity }) => capacity === null)) return null;
  const now = stretchOut(views[0]!.capacity, horizon);
  const capacity = [...now];
  const revisions = views.slice(1).flatMap(({ known_from: known, capacity: then }) => stretchOut(then, horizon).flatMap((value, u) => {
    const change = value - now[u]!;
    if (u < known || change === 0) return [];
    now[u] = value;
    return [{ known, u, change }];
  }));
  return { kind, region, block, capacity, crowding: stretchOut(entry.crowding?.length ? entry.crowding : 0, horizon), revisions };
}

/** Positions are a place in the step of the intake only. */
function layPositions(form: PlanForm, region: string, pathway: string, r: number, p: number, horizon: number): Row | null {
  const entries = form.intakes.filter((intake) => intake.region === region && intake.pathway === pathway);
  if (entries.length > 0 && entries.every(({ positions }) => positions === null)) return null;
  const capacity = Array.from({ length: horizon }, () => 0);
  for (const { steps, positions } of entries) {
    (steps === 'all' ? Array.from({ length: form.steps }, (_, t) => t) : steps).forEach((t, n) => {
      capacity[t] = UNIT * (positions === null ? PLENTY / 1000 : typeof positions === 'number' ? positions : positions[n]!);
    });
  }
  return { kind: 'positions', region: r, block: p, capacity, crowding: capacity.map(() => 0), revisions: [] };
}

/** A series in every step; its last value goes on. */
function stretchOut(series: CapacityForm, horizon: number): number[] {
  return Array.from({ length: horizon }, (_, u) => (series === null ? PLENTY : typeof series === 'number' ? series : series[Math.min(u, series.length - 1)]!));
}

function layEnds(rows: readonly (readonly number[])[], length: number): Int32Array {
  const column = new Int32Array(rows.length * length);
  rows.forEach((row, i) => column.set(row, i * length));
  return column;
}

function layIntake(form: PlanForm): Uint8Array {
  const pathways = Object.keys(form.pathways);
  const intake = new Uint8Array(form.regions.length * pathways.length * form.steps);
  for (const { region, pathway, steps } of form.intakes) {
    const at = (form.regions.indexOf(region) * pathways.length + pathways.indexOf(pathway)) * form.steps;
    if (steps === 'all') intake.fill(1, at, at + form.steps);
    else for (const t of steps) intake[at + t] = 1;
  }
  return intake;
}

/** Ranks of each stream and pathway; unranked ones come last (MODEL 2.6). */
function layPriority(form: PlanForm): Int32Array {
  const { priority } = form.settings ?? {};
  const last = 2_000_000;
  const rank = (stream: string, pathway: string): number => {
    const name = priority?.by === 'stream' ? stream : pathway;
    return priority ? (Object.hasOwn(priority.rank, name) ? priority.rank[name]! : last) : 0;
  };
  return Int32Array.from(form.streams.flatMap((stream) => Object.keys(form.pathways).map((pathway) => rank(stream, pathway))));
}
