import { nearest } from '../../base/index.js';
import { NO_POOL, POOL_KINDS, UNIT, UNLIMITED } from '../../engine/index.js';
import type { Plan, PoolKind } from '../../engine/index.js';
import { stepOf } from '../calendar.js';
import { roomOf } from '../room.js';
import type { PoolRow, Yearly } from '../scenario.js';
import { take } from './frame.js';
import type { Frame } from './frame.js';
import type { Positions } from './intakes.js';
import { layKnown, layRevisions } from './known.js';

type PoolColumns = Pick<Plan, 'pools' | 'poolKind' | 'poolRegion' | 'poolBlock' | 'capacity' | 'crowding' | `revision${'Known' | 'Pool' | 'From' | 'Until' | 'Change'}` | 'slotsPool' | 'supervisorsPool' | 'mainPool' | 'positionsPool' | 'stPool'>;

type Row = Pick<PoolRow, 'from' | 'places' | 'months' | 'added'> & { readonly headroom?: boolean };
type Year = Yearly['months'];

interface Pool {
  readonly kind: PoolKind;
  readonly region: number;
  readonly block: number;
  readonly capacity: Int32Array; // [horizon], as known when the run begins
  readonly later: readonly Int32Array[]; // [announcement] the same, as known from then on
}

/** The table of pools: everything of which there is a limited amount, a row each. */
export function layPools(frame: Frame, positions: Positions, headroom: number): PoolColumns {
  const { regions, blocks, pathways, horizon, scenario } = frame;
  const pools: Pool[] = [];
  const add = (kind: PoolKind, region: number, block: number, [capacity, ...later]: readonly Int32Array[]): number =>
    capacity === undefined ? NO_POOL : pools.push({ kind, region, block, capacity, later }) - 1;
  const each = [...scenario.known, scenario];
  const slotsPool = regions.flatMap((region, r) =>
    blocks.map((block, b) => {
      if (scenario.unlimitedSlots.includes(block)) return NO_POOL;
      const rows = each.map(({ slots }) => slots.filter((row) => row.region === region && row.block === block));
      return add('slots', r, b, layKnown(frame, rows, (known) => (known.length === 0 ? new Int32Array(horizon) : layCapacity(frame, known, headroom, true, yearOf(scenario.yearly.slots, block)))));
    }),
  );
  const supervisorsPool = regions.flatMap((region, r) =>
    blocks.map((block, b) => {
      const rows = each.map(({ supervisors }) => supervisors.filter((row) => row.region === region && row.block === block));
      return add('supervisors', r, b, layKnown(frame, rows, (known) => layCapacity(frame, known, 0, false, yearOf(scenario.yearly.supervisors, block))));
    }),
  );
  const mainPool = regions.map((region, r) => {
    const rows = each.map(({ mainSupervisors }) => mainSupervisors.filter((row) => row.region === region));
    return add('main-supervisors', r, -1, layKnown(frame, rows, (known) => layCapacity(frame, known, 0, false)));
  });
  const positionsPool = regions.flatMap((_, r) => pathways.map((_, p) => add('positions', r, p, stretchTo(horizon, positions.opened[r * pathways.length + p]!, each.length))));
  const hasStPosts = scenario.pathways.some(({ variants }) => variants.some(({ within }) => within !== null));
  const stPool = regions.map((region, r) => {
    const rows = each.map(({ stPosts }) => stPosts.filter((row) => row.region === region));
    // Not given means closed (MODEL 3.9): the pool is there, without a post.
    const lay = (known: readonly Row[]): Int32Array => (known.length === 0 ? new Int32Array(horizon) : (layCapacity(frame, known, 0, true) ?? new Int32Array(horizon).fill(UNLIMITED)));
    return hasStPosts ? add('st-posts', r, -1, layKnown(frame, rows, lay)) : NO_POOL;
  });
  return {
    pools: pools.length,
    poolKind: Int32Array.from(pools, (pool) => POOL_KINDS.indexOf(pool.kind)),
    poolRegion: Int32Array.from(pools, (pool) => pool.region),
    poolBlock: Int32Array.from(pools, (pool) => pool.block),
    capacity: concat(pools.map((pool) => pool.capacity), horizon),
    crowding: layCrowding(frame, pools),
    ...layRevisions(frame, pools),
    slotsPool: Int32Array.from(slotsPool),
    supervisorsPool: Int32Array.from(supervisorsPool),
    mainPool: Int32Array.from(mainPool),
    positionsPool: Int32Array.from(positionsPool),
    stPool: Int32Array.from(stPool),
  };
}

/**
 * A dated series of places in sixtieths; the last value goes on (MODEL 3.10). What is dated past the run is known too, so that a longer run changes no
 * earlier step. Headroom makes whole places, half up.
 */
function layCapacity(frame: Frame, rows: readonly Row[], headroom: number, whole: boolean, yearly: Year = []): Int32Array | null {
  const dated = [...rows].sort((a, b) => a.from - b.from);
  if (dated.every((row) => row.places === null)) return null;
  const capacity = new Int32Array(frame.horizon);
  for (const row of dated) {
    const from = Math.max(0, stepOf(frame.scenario, row.from));
    if (from >= frame.horizon) continue;
    for (const figure of [row.places ?? [], row.added ?? []].flat()) take(frame, figure);
    capacity.fill(roomOf(row, headroom, whole) ?? UNLIMITED, from);
  }
  layYear(frame, capacity, dated, whole, yearly);
  return capacity;
}

/** The months of every year that are not as the others, after the run too (MODEL 3.10): a row's own places, else the share of what there is, in whole places half up where they are counted so. */
function layYear(frame: Frame, capacity: Int32Array, dated: readonly Row[], whole: boolean, yearly: Year): void {
  const { scenario, perMonth } = frame;
  if (yearly.length === 0 && dated.every((row) => row.months === undefined)) return;
  for (let t = 0; t < frame.horizon; t++) {
    const month = scenario.time.from + Math.floor(t / perMonth);
    const row = dated.findLast((one) => one.from <= month);
    const isThen = (one: { readonly month: number }): boolean => one.month === (month % 12) + 1;
    const own = row?.months?.find(isThen);
    const share = row?.months || row?.places === null ? undefined : yearly.find(isThen);
    if (own) capacity[t] = roomOf({ places: { ...own.places, value: take(frame, own.places) } }, 0, whole)!;
    else if (share) capacity[t] = whole ? UNIT * nearest((capacity[t]! / UNIT) * take(frame, share.share)) : Math.floor(capacity[t]! * take(frame, share.share) + 1e-6);
  }
}

const yearOf = (yearly: readonly Yearly[], block: string): Year => yearly.find((one) => one.block === block)?.months ?? [];

/** What others use of the slots and supervisors, in sixtieths; a load on a pool without limit is none. */
function layCrowding(frame: Frame, pools: readonly Pool[]): Int32Array {
  const { crowding } = frame.scenario;
  const load = ({ kind, region, block }: Pool): Int32Array | null => {
    const rows = kind === 'slots' ? crowding.slots : kind === 'supervisors' ? crowding.supervisors : [];
    return layCapacity(frame, rows.filter((row) => row.region === frame.regions[region] && row.block === frame.blocks[block]), 0, false);
  };
  return concat(pools.map((pool) => load(pool) ?? new Int32Array(frame.horizon)), frame.horizon);
}

function stretchTo(horizon: number, opened: Int32Array | null, times: number): readonly Int32Array[] {
  if (opened === null) return [];
  const capacity = new Int32Array(horizon);
  opened.forEach((number, t) => (capacity[t] = number * UNIT));
  return Array.from({ length: times }, () => capacity);
}

function concat(columns: readonly Int32Array[], length: number): Int32Array {
  const all = new Int32Array(columns.length * length);
  columns.forEach((column, i) => all.set(column, i * length));
  return all;
}
