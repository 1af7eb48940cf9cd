import { POOL_KINDS, UNIT, UNLIMITED, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { listPools } from './addition.js';

/** A pool with another number of places than in the base, from a step until before another; null: without limit, or not there. */
export interface PlaceDifference {
  readonly quantity: string;
  readonly of: readonly string[];
  readonly from: number; // month number
  readonly until: number; // month number of the last month
  readonly old: number | null;
  readonly new: number | null;
}

type Compiled = { readonly plan: Plan; readonly axes: Axes };

/** Every pool and stretch of time in which two scenarios of the same window have other places, or let others use other places: what the runs use, whatever files and changes it comes from. */
export function differingPlaces(base: Compiled, option: Compiled): readonly PlaceDifference[] {
  const [there, here] = [placesIn(base), placesIn(option)];
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((name) => differencesOf(name, there.get(name), here.get(name), base));
}

/** What a pool has, a number for each step; not a number where nothing can be had then, infinite where there is no limit. */
type Series = Float64Array;

function placesIn({ plan, axes }: Compiled): ReadonlyMap<string, Series> {
  const capacity = revisedCapacity(plan);
  const found = new Map<string, Series>();
  listPools(plan, axes).forEach((name, p) => {
    const isPositions = POOL_KINDS[plan.poolKind[p]!] === 'positions';
    const intakes = (plan.poolRegion[p]! * plan.pathways + plan.poolBlock[p]!) * plan.steps;
    const read = (column: Plan['capacity']) => (_: unknown, t: number): number => column[p * plan.horizon + t]!;
    const places = Float64Array.from({ length: plan.steps }, read(capacity)).map((units, t) => (isPositions && plan.intake[intakes + t] !== 1 ? NaN : units >= UNLIMITED ? Infinity : units / UNIT));
    found.set(name, places);
    const others = Float64Array.from({ length: plan.steps }, read(plan.crowding)).map((units) => units / UNIT);
    if (others.some((number) => number !== 0)) found.set(`crowding-${name}`, others);
  });
  return found;
}

function differencesOf(name: string, there: Series | undefined, here: Series | undefined, { plan }: Compiled): readonly PlaceDifference[] {
  const [quantity = '', ...of] = name.split('/');
  const found: (PlaceDifference & { readonly isOpen: boolean })[] = [];
  for (let t = 0; t < plan.steps; t++) {
    const [old, fresh] = [worth(there, t), worth(here, t)];
    const last = found.at(-1);
    const month = plan.firstMonth + Math.floor(t / plan.stepsPerMonth);
    // A step in which neither has an intake parts nothing.
    if (old === undefined && fresh === undefined) continue;
    const isSame = Object.is(old ?? 0, fresh ?? 0);
    if (last?.isOpen === true && !isSame && last.old === shown(old) && last.new === shown(fresh)) found[found.length - 1] = { ...last, until: month };
    else {
      if (last !== undefined) found[found.length - 1] = { ...last, isOpen: false };
      if (!isSame) found.push({ quantity, of, from: month, until: month, old: shown(old), new: shown(fresh), isOpen: true });
    }
  }
  return found.map(({ isOpen: _, ...row }) => row);
}

/** Places in a step; undefined where there is no intake then. A pool that a scenario does not have takes nothing. */
const worth = (series: Series | undefined, t: number): number | undefined => (series === undefined || Number.isNaN(series[t]) ? undefined : series[t]);
const shown = (places: number | undefined): number | null => (places === undefined ? 0 : Number.isFinite(places) ? places : null);
