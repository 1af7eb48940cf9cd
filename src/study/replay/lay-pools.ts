import { NO_POOL, POOL_KINDS, UNIT } from '../../engine/index.js';
import type { Plan, PoolKind } from '../../engine/index.js';
import type { CapacityForm, PlanForm, PoolForm } from '../../model/index.js';
import { stepsOf } from './lay-fillable.js';
import { listBlocks } from './names.js';

/** Room that never binds, where a capacity is without limit for a time only. */
const PLENTY = 1_000_000_000;

/** More posts or positions than doctors. */
const MOST_POSTS = 1_000_000;

type PoolColumns = Pick<Plan, 'pools' | 'poolKind' | 'poolRegion' | 'poolBlock' | 'capacity' | 'crowding' | `revision${'Known' | 'Pool' | 'From' | 'Until' | 'Change'}` | 'slotsPool' | 'supervisorsPool' | 'mainPool' | 'positionsPool' | 'stPool'>;

interface Row {
  readonly kind: PoolKind;
  readonly region: number;
  readonly block: number;
  readonly capacity: readonly number[]; // [horizon]
  readonly crowding: readonly number[]; // [horizon]
  readonly revisions: readonly { readonly known: number; readonly u: number; readonly change: number }[];
}

/** The pools of a plan, and which of them serves what. */
export function layPools(form: PlanForm, horizon: number): PoolColumns {
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
  const stPool = form.regions.map((id, r) => add(layStPosts(form, find('st', id), r, horizon)));
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
    stPool: Int32Array.from(stPool),
    positionsPool: Int32Array.from(positionsPool),
  };
}

/** A pool, or null where nothing limits it. A view changes the steps from the one in which it is known. */
function layPool(entry: PoolForm | undefined, kind: PoolKind, region: number, block: number, horizon: number, unit = 1): Row | null {
  if (entry === undefined) return null;
  const inUnits = (series: CapacityForm): number[] => stretchOut(series, horizon).map((n) => (unit === 1 ? n : unit * Math.min(n, MOST_POSTS)));
  const views = entry.views ?? [{ known_from: 0, capacity: entry.capacity ?? null }];
  if (views.every(({ capacity }) => capacity === null)) return null;
  const now = inUnits(views[0]!.capacity);
  const capacity = [...now];
  const revisions = views.slice(1).flatMap(({ known_from: known, capacity: then }) => inUnits(then).flatMap((value, u) => {
    const change = value - now[u]!;
    if (u < known || change === 0) return [];
    now[u] = value;
    return [{ known, u, change }];
  }));
  return { kind, region, block, capacity, crowding: inUnits(entry.crowding?.length ? entry.crowding : 0), revisions };
}

/** ST posts, in whole ones; none given where a form holds one is none at all (MODEL 3.9). */
function layStPosts(form: PlanForm, entry: PoolForm | undefined, region: number, horizon: number): Row | null {
  if (entry === undefined && !holdsStPosts(form)) return null;
  return layPool(entry ?? { region: form.regions[region]!, kind: 'st', capacity: 0 }, 'st-posts', region, -1, horizon, UNIT);
}

/** Whether any variant of a plan holds an ST post. */
const holdsStPosts = (form: PlanForm): boolean => Object.values(form.pathways).some(({ variants }) => Object.values(variants).some((variant) => variant.st_post === true));

/** Positions are a place in the step of the intake only. */
function layPositions(form: PlanForm, region: string, pathway: string, r: number, p: number, horizon: number): Row | null {
  const entries = form.intakes.filter((intake) => intake.region === region && intake.pathway === pathway);
  if (entries.length > 0 && entries.every(({ positions }) => positions === null)) return null;
  const capacity = Array.from({ length: horizon }, () => 0);
  for (const intake of entries) {
    const { positions } = intake;
    stepsOf(intake, form).forEach((t, n) => {
      if (t >= form.steps) return;
      capacity[t] = UNIT * (positions === null ? MOST_POSTS : typeof positions === 'number' ? positions : positions[n]!);
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

