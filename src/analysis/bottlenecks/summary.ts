import { UNIT, WHOLE, causeCount, hasLimit, revisedCapacity } from '../../engine/index.js';
import type { Plan } from '../../engine/index.js';
import type { Findings } from '../findings.js';
import type { Grid } from '../grid.js';
import { meanOf, summariseCell } from '../sample.js';
import type { Sample } from '../sample.js';
import { isRanked, listCulprits, poolsOf } from './culprits.js';
import type { Culprit } from './culprits.js';
import type { Bottleneck, Loss } from './findings.js';
import { WAITS } from './reading.js';

/** Sums over the replications, and the samples, of all six runs. */
export interface BottleneckSums {
  readonly replications: number;
  /** Doctor-months by setting, region and culprit, then the calendar. */
  readonly sample: Sample;
  readonly halves: Int32Array; // [setting × region × culprit × half-year] replications
  readonly binding: Float64Array; // [setting × region × culprit] steps
  readonly sole: Float64Array; // [setting × region × culprit]
}

/** Every region's culprits with what they cost, in all six runs. */
export function summariseBottlenecks(plan: Plan, grid: Grid, settings: number, own: number, sums: BottleneckSums, report: Findings): readonly Bottleneck[] {
  const culprits = listCulprits(plan);
  const size = plan.regions * culprits.length;
  const halves = grid.sizes['half-year'];
  const monthsIn = (setting: number, row: number): number => meanOf(sums.sample, setting * size + row);
  const ranks = Array.from({ length: settings }, (_, setting) => rankAll(Array.from({ length: size }, (_row, row) => (isRanked(culprits[row % culprits.length]!) ? monthsIn(setting, row) : 0))));
  const firstIn = (setting: number, row: number): number | null => {
    const from = (setting * size + row) * halves;
    const first = sums.halves.subarray(from, from + halves).findIndex((n) => 2 * n >= sums.replications);
    return first < 0 ? null : first;
  };
  const all = Array.from({ length: settings }, (_, setting) => setting);
  return Array.from({ length: size }, (_, row): Bottleneck => {
    const [region, culprit] = [Math.floor(row / culprits.length), culprits[row % culprits.length]!];
    return {
      region,
      ...culprit,
      isRanked: isRanked(culprit),
      months: summariseCell(sums.sample, own * size + row)!,
      monthsIn: all.map((setting) => monthsIn(setting, row)),
      rankIn: all.map((setting) => ranks[setting]![row]!),
      binding: sums.binding[own * size + row]! / sums.replications / (plan.steps - grid.firstStep),
      sole: sums.sole[own * size + row]! / sums.replications,
      firstIn: all.map((setting) => firstIn(setting, row)),
      ...capacityOf(plan, grid, culprit, region, report),
    };
  }).filter(({ monthsIn: months }) => months.some((value) => value > 0));
}

/** Rank from 1, the most first; 0 where there is nothing; equals in order of the rows. */
function rankAll(months: readonly number[]): readonly number[] {
  const order = months.map((value, row) => ({ value, row })).filter(({ value }) => value > 0).sort((a, b) => b.value - a.value || a.row - b.row);
  const ranks = months.map(() => 0);
  order.forEach(({ row }, i) => (ranks[row] = i + 1));
  return ranks;
}

/** The number below which a culprit is one, and what there is of it. Of a room the tighter of slots and supervisors speaks. */
function capacityOf(plan: Plan, grid: Grid, culprit: Culprit, region: number, report: Findings): Pick<Bottleneck, 'below' | 'has' | 'year' | 'isAssumed'> {
  if (culprit.kind === 'positions') return { ...positionsOf(grid, culprit.of, region, report), isAssumed: false };
  const kinds = { room: ['slots', 'supervisors'], slots: ['slots'], supervisors: ['supervisors'] }[culprit.kind as 'room' | 'slots' | 'supervisors'] as readonly string[] | undefined;
  if (kinds === undefined) return { below: null, has: leastOf(plan, grid, poolsOf(plan, culprit, region)), year: null, isAssumed: false };
  const rows = report.breakEven.filter((row) => row.region === region && row.block === culprit.of && kinds.includes(row.kind));
  const row = rows.toSorted((a, b) => b.places * a.assumed - a.places * b.assumed)[0];
  if (row === undefined) return { below: null, has: leastOf(plan, grid, poolsOf(plan, culprit, region)), year: null, isAssumed: true };
  return { below: row.places, has: row.assumed, year: null, isAssumed: row.quality === 'assumption' && !row.own };
}

function leastOf(plan: Plan, grid: Grid, pools: readonly number[]): number | null {
  let least = Infinity;
  for (const pool of pools) for (let t = grid.firstStep; t < plan.steps; t++) if (hasLimit(plan, pool, t)) least = Math.min(least, revisedCapacity(plan)[pool * plan.horizon + t]! / UNIT);
  return least === Infinity ? null : least;
}

/** Of positions: how many would start in the year when the most would, were nothing scarce, beside how many start that year were only positions. */
function positionsOf(grid: Grid, pathway: number, region: number, { figures }: Findings): Pick<Bottleneck, 'below' | 'has' | 'year'> {
  const area = grid.areasOf[region]!.at(-1)!;
  const years = grid.sizes.year;
  const of = (id: string, year: number): number | null => figures[id]?.cells[(area * grid.sizes.pathway + pathway) * years + year]?.mean ?? null;
  const lacks = Array.from({ length: years }, (_, year) => year).toSorted((a, b) => (of('demand', b) ?? 0) - (of('positions', b) ?? 0) - (of('demand', a) ?? 0) + (of('positions', a) ?? 0));
  return { below: of('demand', lacks[0]!), has: of('positions', lacks[0]!), year: lacks[0]! };
}

/** The table of losses with its sums over the replications; cells with nothing are left out. */
export function listLosses(plan: Plan, grid: Grid, units: Float64Array): readonly Loss[] {
  const [causes, years] = [causeCount(plan), grid.sizes.year];
  return Array.from(units).flatMap((sum, i): Loss[] => {
    if (sum === 0) return [];
    const [year, cause, wait, queue] = [i % years, Math.floor(i / years) % causes, Math.floor(i / years / causes) % WAITS.length, Math.floor(i / years / causes / WAITS.length)];
    return [{ region: Math.floor(queue / plan.pathways), pathway: queue % plan.pathways, wait: WAITS[wait]!, cause, year, units: sum }];
  });
}

/** Units as doctor-months of the mean replication. */
export const monthsOf = (units: number, replications: number, stepsPerMonth: number): number => units / WHOLE / stepsPerMonth / replications;
