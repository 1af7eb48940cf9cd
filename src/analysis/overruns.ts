import { showMonth } from '../base/index.js';
import { POOL_KINDS, crowdedFrom, revisedCapacity } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import type { Note } from './findings.js';
import type { Run } from './measures/index.js';
import { lowestOf } from './sample.js';
import type { Sample } from './sample.js';

/** How many cells overruns have in a sample, a first step each: what was reserved before a change was known (MODEL 2.2) by pool, then doctors who serve as locums meanwhile and need supervision (MODEL 3.14) by pool. */
export const countOverruns = (plan: Plan): number => 2 * plan.pools;

/**
 * Reads the first step in which each pool runs over in one replication, among those from which a change takes places away: elsewhere only those in training when
 * the run began can stand over the capacity. What others use beyond it is an overrun of its own kind, and so is what doctors who wait take of supervisors.
 */
export function observeOverruns({ plan, trace }: Run, cells: Float64Array): void {
  const capacity = revisedCapacity(plan);
  const loads = locumLoads({ plan, trace });
  const first = (cell: number, t: number): void => {
    if (!(cells[cell]! <= t)) cells[cell] = t;
  };
  for (let i = 0; i < plan.revisionKnown.length; i++) {
    if (plan.revisionChange[i]! >= 0) continue;
    const pool = plan.revisionPool[i]!;
    for (let t = plan.revisionFrom[i]!; t <= plan.revisionUntil[i]! && t < plan.steps; t++) {
      const at = pool * plan.horizon + t;
      const spare = capacity[at]! - plan.crowding[at]!;
      if (trace.room[at]! + (loads.get(pool)?.[t] ?? 0) < Math.min(0, spare)) first(pool, t);
    }
  }
  for (const [pool, load] of loads) {
    const room = trace.room.subarray(pool * plan.horizon, pool * plan.horizon + plan.steps);
    const over = room.findIndex((left, t) => left < 0 && left + load[t]! >= 0);
    if (over >= 0) first(plan.pools + pool, over);
  }
}

/** What those who wait take of each pool of supervisors, step by step: by how many they were in the step before. */
function locumLoads({ plan, trace }: Run): ReadonlyMap<number, Int32Array> {
  const loads = new Map<number, Int32Array>();
  for (let i = 0; i < plan.locumPool.length; i++) {
    const load = loads.get(plan.locumPool[i]!) ?? new Int32Array(plan.steps);
    loads.set(plan.locumPool[i]!, load);
    for (let n = plan.locumQueues.from[i]!; n < plan.locumQueues.from[i + 1]!; n++) {
      const queue = plan.locumQueues.values[n]! * plan.steps;
      for (let t = 1; t < plan.steps; t++) load[t]! += trace.queue[queue + t - 1]! * plan.locumLoad[i]!;
    }
  }
  return loads;
}

/** What a reader must know of pools that run over in any replication: by whom, and from which month; the overruns' cells lie from a cell of the sample on. */
export function noteOverruns(plan: Plan, axes: Axes, sample: Sample, from: number): Note[] {
  const crowded = Array.from({ length: plan.pools }, (_, pool) => ({ pool, t: crowdedFrom(plan, pool) })).filter(({ t }) => t >= 0);
  const notes = crowded.map(({ pool, t }): Note => {
    const block = axes.blocks[plan.poolBlock[pool]!]!;
    const isSlots = POOL_KINDS[plan.poolKind[pool]!] === 'slots';
    return { code: isSlots ? 'crowding-over' : 'crowding-over-supervisors', values: { region: axes.regions[plan.poolRegion[pool]!]!.id, blockSv: block.sv, blockEn: block.en, from: monthAt(axes, t) } };
  });
  const others = [['overrun', from], ['locum-over', from + plan.pools]] as const;
  return [
    ...notes,
    ...others.flatMap(([code, first]): Note[] => {
      const over = Array.from({ length: plan.pools }, (_, pool) => ({ t: lowestOf(sample, first + pool), pool })).filter(({ t }) => !Number.isNaN(t)).sort((a, b) => a.t - b.t || a.pool - b.pool);
      if (over.length === 0) return [];
      const named = over.slice(0, MOST_NAMED).map(({ pool }) => nameOf(plan, axes, pool));
      const more = over.length - named.length;
      const poolsSv = [...named.map(({ sv }) => sv), ...(more > 0 ? [`och ${more} till`] : [])].join(', ');
      const poolsEn = [...named.map(({ en }) => en), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
      return [{ code, values: { number: over.length, from: monthAt(axes, over[0]!.t), poolsSv, poolsEn } }];
    }),
  ];
}

const MOST_NAMED = 5;
const KINDS = {
  slots: { sv: 'placeringsplatser', en: 'slots' },
  supervisors: { sv: 'handledare', en: 'supervisors' },
  'main-supervisors': { sv: 'huvudhandledare', en: 'main supervisors' },
  positions: { sv: 'tjänster', en: 'positions' },
  'st-posts': { sv: 'ST-tjänster', en: 'ST posts' },
} as const;

/** A pool in words: of what, in which block where it has one, and in which region. */
function nameOf(plan: Plan, axes: Axes, pool: number): { readonly sv: string; readonly en: string } {
  const kind = POOL_KINDS[plan.poolKind[pool]!]!;
  const region = axes.regions[plan.poolRegion[pool]!]!;
  const inBlock = kind === 'slots' || kind === 'supervisors' ? axes.blocks[plan.poolBlock[pool]!] : undefined;
  const words = (lang: 'sv' | 'en'): string => [KINDS[kind][lang], inBlock?.[lang], region[lang]].filter((word) => word !== undefined).join(lang === 'sv' ? ' i ' : ' in ');
  return { sv: words('sv'), en: words('en') };
}

function monthAt(axes: Axes, t: number): string {
  return showMonth(axes.from + Math.floor(t / axes.stepsPerMonth));
}
