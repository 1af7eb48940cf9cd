import type { AgreementForm, CapacityForm, PoolForm } from '../../../src/study/dump/form.js';

/** Somebody's use of a pool from one step to another, both included; Infinity where its end is not known. */
export interface Hold {
  readonly from: number;
  until: number;
  readonly need: number;
}

/** One pool, with everything that has been reserved in it. */
export interface Pool {
  readonly region: string;
  readonly kind: PoolForm['kind'];
  readonly block: string | null;
  readonly views: readonly { readonly known_from: number; readonly capacity: CapacityForm }[];
  readonly crowding: number[];
  readonly holds: Hold[];
}

/** The pool that an entry of the plan describes. */
export function poolOf(entry: PoolForm): Pool {
  const views = entry.views ?? [{ known_from: 0, capacity: entry.capacity ?? null }];
  return { region: entry.region, kind: entry.kind, block: entry.block ?? null, views, crowding: entry.crowding ?? [], holds: [] };
}

/** A pool that the plan does not name: no slots and no ST posts at all, but supervisors without limit. */
export function absentPool(region: string, kind: Pool['kind'], block: string | null): Pool {
  return { region, kind, block, views: [{ known_from: 0, capacity: kind === 'slots' || kind === 'st' ? 0 : null }], crowding: [], holds: [] };
}

/** What two regions have agreed of one block, with the blocks done under it (5.3): a limit, not a pool. */
export interface Agreement {
  readonly terms: AgreementForm;
  readonly holds: Hold[];
}

/** Whether an agreement lets one more do the block: every step inside its dates, and a place left in each. */
export function allows({ terms, holds }: Agreement, from: number, until: number): boolean {
  if (from < terms.from || until > terms.until) return false;
  for (let u = from; u <= until; u++) if (heldAt({ holds }, u) >= terms.number) return false;
  return true;
}

/** What a pool holds in step `u`, as it is known in step `t` (2.2); Infinity is unlimited. */
export function capacityAt(pool: Pool, u: number, t: number): number {
  const known = pool.views.filter((view) => view.known_from <= t).sort((a, b) => a.known_from - b.known_from).at(-1);
  if (known === undefined) throw new Error(`nothing is known in step ${t} of the pool ${pool.kind} ${pool.block} of ${pool.region}`);
  return valueAt(known.capacity, u) ?? Infinity;
}

/** What a series says of step `u`: its last value goes on. */
export function valueAt(series: CapacityForm, u: number): number | null {
  if (series === null || typeof series === 'number') return series;
  return series[Math.min(u, series.length - 1)] ?? 0;
}

/** What others take of a pool in step `u`. */
export const crowdingAt = (pool: Pool, u: number): number => (pool.crowding.length === 0 ? 0 : valueAt(pool.crowding, u)!);

/** What doctors have reserved in step `u`. */
export function heldAt({ holds }: Pick<Pool, 'holds'>, u: number): number {
  let sum = 0;
  for (const hold of holds) if (hold.from <= u && u <= hold.until) sum += hold.need;
  return sum;
}

/** The least room of a pool over an interval, as it is known in step `t`. */
export function roomOver(pool: Pool, from: number, until: number, t: number): number {
  if (pool.views.every((view) => view.capacity === null)) return Infinity;
  let least = Infinity;
  for (let u = from; u <= until; u++) least = Math.min(least, capacityAt(pool, u, t) - crowdingAt(pool, u) - heldAt(pool, u));
  return least;
}
