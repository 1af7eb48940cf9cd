import { LATER, NEVER } from '../../engine/index.js';
import type { Axes, Roster, Trace } from '../../engine/index.js';
import type { AxisLabels } from '../findings.js';
import type { Grid } from '../grid.js';
import type { Run } from '../measures/index.js';

/** What is counted of twins, in doctors; then in steps. Each doctor who waits or starts in the report in either run, or starts in one only, is in exactly one of the first seven. */
export const TWIN_COUNTS = ['earlier', 'later', 'unchanged', 'starts-only-option', 'starts-only-base', 'waits-only-option', 'waits-only-base'] as const;
export const TWIN_STEPS = ['earlier-steps', 'later-steps', 'waited-steps'] as const;
const COLUMNS = [...TWIN_COUNTS, ...TWIN_STEPS] as const;
/** Numbers of a twin cell. */
export const TWIN_COLUMNS = COLUMNS.length;
const AT = Object.fromEntries(COLUMNS.map((name, i) => [name, i])) as Readonly<Record<(typeof COLUMNS)[number], number>>;

type Label = AxisLabels['area'][number];

/** The directions that twins are counted along, names of both runs together: by area, by stream, and by the term of the cohort, each with every pathway. */
export interface TwinGrid {
  readonly area: readonly Label[];
  readonly stream: readonly Label[];
  /** First the cohorts before the report. */
  readonly cohort: readonly Label[];
  readonly pathway: readonly Label[];
  readonly cells: number;
}

/** One side of a pair of runs on the same luck. */
export interface Side {
  readonly roster: Roster;
  readonly run: Run;
  readonly axes: Axes;
  readonly grid: Grid;
}

const BEFORE: Label = { id: 'before', sv: 'äldre kullar', en: 'older cohorts' };

/** Lays the directions of twins: the base's names, then what only the option has. */
export function layTwins(base: Pick<Side, 'axes' | 'grid'>, option: Pick<Side, 'axes' | 'grid'>): TwinGrid {
  const both = (one: readonly Label[], other: readonly Label[]): readonly Label[] => [...one, ...other.filter(({ id }) => !one.some((own) => own.id === id))];
  const area = both(base.grid.labels.area, option.grid.labels.area);
  const stream = both(base.axes.streams, option.axes.streams);
  const cohort = [BEFORE, ...base.grid.labels.term];
  const pathway = both(base.axes.pathways, option.axes.pathways);
  return { area, stream, cohort, pathway, cells: (area.length + stream.length + cohort.length) * pathway.length * TWIN_COLUMNS };
}

/** A doctor's way through one pathway, as far as twins are told by it. */
interface Leg {
  readonly pathway: number; // place along the twins' axis
  readonly areas: readonly number[];
  readonly stream: number;
  readonly cohort: number;
  /** The step of the start; NEVER: not within the run. */
  readonly start: number;
  /** Steps in the queue within the report. */
  readonly waited: number;
  /** Waits or starts within the report. */
  readonly isSeen: boolean;
}

/**
 * Sets the same doctors of two runs on the same luck side by side (PRODUCT 10), known by stream, cohort, ordinal and leg: the first pathway is leg 0, the one that
 * it leads into leg 1. Whole numbers only. A doctor is counted where the base has them, steps in the queue where each run has them, so that the sum of
 * `waited-steps` over any group is exactly what its queues differ by, step for step, and starts-only-option less starts-only-base what the starts differ by.
 */
export function observeTwins(twins: TwinGrid, base: Side, option: Side): Float64Array {
  const cells = new Float64Array(twins.cells);
  const others = legsOf(twins, option);
  for (const [key, leg] of legsOf(twins, base)) {
    const twin = others.get(key);
    others.delete(key);
    if (leg.isSeen || twin?.isSeen === true || leg.start !== (twin?.start ?? NEVER)) count(twins, cells, leg, twin);
  }
  for (const leg of others.values()) if (leg.isSeen || leg.start !== NEVER) count(twins, cells, undefined, leg);
  return cells;
}

function count(twins: TwinGrid, cells: Float64Array, base: Leg | undefined, option: Leg | undefined): void {
  const place = (base ?? option)!;
  const add = (leg: Leg, column: number, number: number): void => {
    for (const cell of cellsOf(twins, leg)) cells[cell + column]! += number;
  };
  add(place, AT[classOf(base, option)], 1);
  if (base !== undefined && option !== undefined && base.start !== NEVER && option.start !== NEVER) {
    add(place, AT['earlier-steps'], Math.max(0, base.start - option.start));
    add(place, AT['later-steps'], Math.max(0, option.start - base.start));
  }
  if (option !== undefined) add(option, AT['waited-steps'], option.waited);
  if (base !== undefined) add(base, AT['waited-steps'], -base.waited);
}

function classOf(base: Leg | undefined, option: Leg | undefined): (typeof TWIN_COUNTS)[number] {
  const [was, is] = [base?.start ?? NEVER, option?.start ?? NEVER];
  if (was !== NEVER && is !== NEVER) return is < was ? 'earlier' : is > was ? 'later' : 'unchanged';
  if (is !== NEVER) return 'starts-only-option';
  if (was !== NEVER) return 'starts-only-base';
  return base === undefined ? 'waits-only-option' : option === undefined ? 'waits-only-base' : 'unchanged';
}

function cellsOf(twins: TwinGrid, { pathway, areas, stream, cohort }: Leg): readonly number[] {
  const rows = [...areas, twins.area.length + stream, twins.area.length + twins.stream.length + cohort];
  return rows.map((row) => (row * twins.pathway.length + pathway) * TWIN_COLUMNS);
}

const ORDINALS = 2 ** 20;
const COHORTS = 2 ** 16;
const MOST_LEGS = 16;

function legsOf(twins: TwinGrid, { roster, run: { plan, trace }, axes, grid }: Side): Map<number, Leg> {
  const place = (labels: readonly Label[], names: readonly { readonly id: string }[]): readonly number[] => names.map(({ id }) => labels.findIndex((label) => label.id === id));
  const [areas, streams, pathways] = [place(twins.area, grid.labels.area), place(twins.stream, axes.streams), place(twins.pathway, axes.pathways)];
  const legs = numberLegs(roster);
  const found = new Map<number, Leg>();
  for (let row = 0; row < roster.rows; row++) {
    const leg = waitOf(trace, row, grid.firstStep, plan.steps);
    if (leg === undefined) continue;
    const stream = streams[roster.stream[row]!]!;
    const key = ((stream * MOST_LEGS + legs[row]!) * COHORTS + roster.cohort[row]!) * 2 * ORDINALS + ORDINALS + roster.ordinal[row]!;
    const own = grid.areasOf[trace.home[row]!]!.map((area) => areas[area]!);
    found.set(key, { ...leg, stream, pathway: pathways[roster.pathway[row]!]!, areas: own, cohort: 1 + grid.termOf(roster.cohort[row]!) });
  }
  return found;
}

/** Which pathway in the doctor's row of them each row is. */
function numberLegs({ rows, joins, then }: Roster): Int32Array {
  const legs = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (joins[row] === LATER) continue;
    for (let next = then[row]!, leg = 1; next >= 0; next = then[next]!, leg++) legs[next] = leg;
  }
  return legs;
}

/** Start and steps waited of a row that was begun: those recorded in the queue at the end of a step (MODEL 2.7); undefined where it was not. */
function waitOf(trace: Trace, row: number, first: number, steps: number): Pick<Leg, 'start' | 'waited' | 'isSeen'> | undefined {
  const joins = trace.joins[row]!;
  if (joins >= steps || trace.home[row]! < 0) return undefined;
  const start = trace.starts[row]! < steps ? trace.starts[row]! : NEVER;
  const waited = Math.max(0, Math.min(start, trace.gaveUp[row]!, steps) - Math.max(first, joins));
  return { start, waited, isSeen: waited > 0 || (start !== NEVER && start >= first) };
}
