import { addToSample, exactDivisor, interactions, laySample, marginals, readYearEnds, shapley, summariseCell } from '../analysis/index.js';
import type { Contributed, ContributionOutcome, Contributions, Sample } from '../analysis/index.js';
import { drawRoster, fingerprint, layDigest, mix, toHex } from '../engine/index.js';
import type { Axes, Plan } from '../engine/index.js';
import { prepareWhole, wholesIn } from './contribution-values.js';
import { runAudited } from './report-plans.js';
import { patchPlan } from './plan-patch.js';
import type { PlanPatch } from './plan-patch.js';

/** A scenario's changes, group by group, and the plan of every subset of the groups that is asked for. */
export interface ContributionSetup {
  readonly name: string;
  readonly seed: number;
  readonly axes: Axes;
  /** What is shared out, by the names that a comparison has for it. */
  readonly outcomes: readonly string[];
  /** Weeks of acute hospital care in a month of each block. */
  readonly weeks: readonly number[];
  /** The plan without any of the changes, and what the others have otherwise; equal plans are there once. */
  readonly base: Plan;
  readonly patches: readonly PlanPatch[];
  /** Subsets by their bits, and the plan of each: −1 the base, else a patch. */
  readonly subsets: readonly number[];
  readonly planOf: readonly number[];
  readonly groups: number;
  /** Orders in which the groups are made; empty where all subsets are there. */
  readonly orders: readonly (readonly number[])[];
}

/** What one replication gave of every subset: whole numbers by outcome and pathway, the last of all pathways together; not a number where an outcome has no value. */
export interface ContributionRead {
  readonly values: Float64Array; // [subset × outcome × (pathway + 1)]
  readonly fingerprint: Int32Array;
  /** Queues at the ends of years, of the scenario as it is. */
  readonly ends: Float64Array;
}

/** Makes a worker ready: the plans of all subsets. */
export function prepareContributions(setup: ContributionSetup): (replication: number) => ContributionRead {
  const plans = setup.patches.map((patch) => patchPlan(setup.base, patch));
  return (replication) => readContributions(setup, plans, replication);
}

/** Runs one replication of every subset on the same luck, each audited, equal plans once. */
function readContributions(setup: ContributionSetup, plans: readonly Plan[], replication: number): ContributionRead {
  const { name, seed, base, subsets, planOf } = setup;
  const size = columnsOf(setup);
  const values = new Float64Array(subsets.length * size);
  const done = new Map<number, Float64Array>();
  const prints = new Map<number, Int32Array>();
  const ends = new Map<number, Float64Array>();
  subsets.forEach((subset, s) => {
    const known = done.get(planOf[s]!);
    if (known) {
      values.set(known, s * size);
      return;
    }
    const plan = planOf[s]! < 0 ? base : plans[planOf[s]!]!;
    const roster = drawRoster(plan, { seed, replication });
    const run = runAudited(plan, roster, { name: `${name} (${subset})`, seed, replication });
    const own = prepareWhole(setup, plan)(roster, run);
    done.set(planOf[s]!, own);
    values.set(own, s * size);
    prints.set(planOf[s]!, fingerprint(roster, run.trace));
    ends.set(planOf[s]!, readYearEnds(plan, setup.axes, run.trace));
  });
  // The scenario as it is stands last.
  return { values, fingerprint: prints.get(planOf.at(-1)!)!, ends: ends.get(planOf.at(-1)!)! };
}

/** Replications gathered in order. Whole sums beside the samples, so that contributions sum to the last digit. */
export interface ContributionGathered {
  readonly replications: number;
  added: number;
  readonly totals: Float64Array; // [subset × outcome × (pathway + 1)] whole
  /** Replications in which every subset has a value: those that are summed. */
  readonly known: Int32Array; // [outcome × (pathway + 1)]
  /** Per outcome and pathway (the last: all): of every group, its contribution; then of every pair what the two make beyond each alone; then the whole. */
  readonly sample: Sample;
  readonly orderMeans: Float64Array; // [order × outcome × pathway + all × group] whole sums
  readonly digest: Int32Array;
  /** Queues at the ends of years, of the scenario as it is, summed; empty before the first. */
  ends: Float64Array;
}

type Size = Pick<ContributionSetup, 'groups' | 'base' | 'orders' | 'subsets' | 'outcomes'>;

const pairsIn = ({ groups, orders }: Size): number => (orders.length > 0 ? 0 : (groups * (groups - 1)) / 2);
const widthOf = (setup: Size): number => setup.groups + pairsIn(setup) + 1;
const columnsOf = ({ base, outcomes }: Size): number => outcomes.length * (base.pathways + 1);

/** Nothing gathered yet. */
export function layContributions(setup: ContributionSetup, replications: number): ContributionGathered {
  return {
    replications,
    added: 0,
    totals: new Float64Array(setup.subsets.length * columnsOf(setup)),
    known: new Int32Array(columnsOf(setup)),
    sample: laySample(columnsOf(setup) * widthOf(setup), replications),
    orderMeans: new Float64Array(setup.orders.length * columnsOf(setup) * setup.groups),
    digest: layDigest(),
    ends: new Float64Array(0),
  };
}

/** Adds what the next replication gave; where some subset has no value the others are not summed either. */
export function addContributions(setup: ContributionSetup, gathered: ContributionGathered, { values, fingerprint: words, ends }: ContributionRead): void {
  gathered.ends = ends.map((number, i) => number + (gathered.ends[i] ?? 0));
  const columns = columnsOf(setup);
  const cells = Array.from({ length: columns }, (_, c): readonly number[] => {
    const bySubset = valuesOf(setup, values, c);
    if (bySubset.some(Number.isNaN)) return Array.from({ length: widthOf(setup) }, () => NaN);
    bySubset.forEach((value, s) => (gathered.totals[s * columns + c]! += value));
    gathered.known[c]! += 1;
    const { parts, divisor } = contribute(setup, bySubset);
    setup.orders.forEach((order, o) => marginalsOf(setup, order, bySubset).forEach((value, group) => (gathered.orderMeans[(o * columns + c) * setup.groups + group]! += value)));
    return [...parts.map((part) => part / divisor), ...(setup.orders.length > 0 ? [] : interactions(bySubset).map(({ value }) => value)), parts.reduce((a, b) => a + b, 0) / divisor];
  });
  addToSample(gathered.sample, Float64Array.from(cells.flat()));
  words.forEach((word) => mix(gathered.digest, word));
  gathered.added += 1;
}

/** An outcome of every subset, in their order: whole numbers. */
const valuesOf = (setup: Size, values: Float64Array, column: number): readonly number[] => setup.subsets.map((_, s) => values[s * columnsOf(setup) + column]!);

/** Whole contributions times a whole divisor. */
function contribute(setup: Size, values: readonly number[]): { readonly parts: readonly number[]; readonly divisor: number } {
  if (setup.orders.length === 0) return { parts: shapley(values), divisor: exactDivisor(setup.groups) };
  const each = setup.orders.map((order) => marginalsOf(setup, order, values));
  return { parts: Array.from({ length: setup.groups }, (_, group) => each.reduce((sum, own) => sum + own[group]!, 0)), divisor: setup.orders.length };
}

/** What each group adds in one order. */
function marginalsOf({ subsets }: Size, order: readonly number[], values: readonly number[]): readonly number[] {
  const at = new Map(subsets.map((subset, s) => [subset, values[s]!]));
  return marginals(order, (made) => at.get(order.slice(0, made).reduce((bits, group) => bits | (1 << group), 0))!);
}

/** What was found, over all the replications. */
export function summariseContributions(setup: ContributionSetup, gathered: ContributionGathered, card: Pick<Contributions, 'provenance' | 'scenario' | 'groups' | 'measure'>): Contributions {
  const { axes, groups, orders, subsets, base } = setup;
  const { known, totals, sample } = gathered;
  const full = subsets.indexOf(2 ** groups - 1);
  const none = subsets.indexOf(0);
  const outcomes = Array.from({ length: columnsOf(setup) }, (_, c) => c).flatMap((c): readonly ContributionOutcome[] => {
    if (known[c] === 0) return [];
    const [id, pathway] = [setup.outcomes[Math.floor(c / (base.pathways + 1))]!, c % (base.pathways + 1)];
    const values = valuesOf(setup, totals, c);
    const { parts, divisor } = contribute(setup, values);
    const wholes = wholesIn(id, axes);
    const scale = known[c]! * wholes;
    const cell = (i: number): Contributed['summary'] => scaleSummary(summariseCell(sample, c * widthOf(setup) + i)!, 1 / wholes);
    const pairs = interactions(orders.length > 0 ? [0] : values);
    return [{
      id,
      pathway: pathway === base.pathways ? 'all' : axes.pathways[pathway]!.id,
      without: values[none]! / scale,
      with: values[full]! / scale,
      whole: { numerator: values[full]! - values[none]!, denominator: scale, summary: cell(widthOf(setup) - 1) },
      groups: parts.map((numerator, group) => ({ numerator, denominator: divisor * scale, summary: cell(group), ...(orders.length === 0 ? aloneAndLast(values, group, scale) : { orderHalfWidth: orderError(setup, gathered, c, group) / scale }) })),
      interactions: pairs.map(({ pair }, i) => ({ pair, summary: cell(groups + i) })),
    }];
  });
  return { format: 1, kind: 'contributions', ...card, provenance: { ...card.provenance, fingerprint: toHex(gathered.digest) }, window: { from: axes.reportFrom, to: axes.to }, labels: axes.pathways, method: orders.length === 0 ? 'exact' : 'sampled', orders: orders.length, runs: 1 + setup.patches.length, outcomes };
}

/** What a group makes by itself, and what is lost where it alone is taken away. */
const aloneAndLast = (values: readonly number[], group: number, scale: number): { readonly alone: number; readonly last: number } => ({
  alone: (values[1 << group]! - values[0]!) / scale,
  last: (values.at(-1)! - values[(values.length - 1) ^ (1 << group)]!) / scale,
});

/** Half the 95 % interval of a contribution for the choice of orders alone: over pairs of an order and its reverse, whose means are independent. */
function orderError(setup: ContributionSetup, { orderMeans }: ContributionGathered, column: number, group: number): number {
  const at = (order: number): number => orderMeans[(order * columnsOf(setup) + column) * setup.groups + group]!;
  const pairs = setup.orders.length / 2;
  const sample = laySample(1, pairs);
  for (let pair = 0; pair < pairs; pair++) addToSample(sample, Float64Array.of((at(2 * pair) + at(2 * pair + 1)) / 2));
  return summariseCell(sample, 0)!.halfWidth;
}

const scaleSummary = ({ mean, halfWidth, low, high, ...rest }: Contributed['summary'], factor: number): Contributed['summary'] => ({ ...rest, mean: mean * factor, halfWidth: halfWidth * factor, low: low * factor, high: high * factor });
