import { layRagged } from '../../base/index.js';
import type { Quality } from '../../base/index.js';
import { hashName, layPlain } from '../../engine/index.js';
import type { Axes, Plan } from '../../engine/index.js';
import type { Scenario } from '../scenario.js';
import { withCredit } from './credit.js';
import { layFrame, take } from './frame.js';
import type { Frame } from './frame.js';
import { layExchange, layLocum } from './exchange.js';
import { layGates } from './gates.js';
import { layInflow } from './inflow.js';
import { layIntakes } from './intakes.js';
import { layLife } from './life.js';
import { layPathways, listVariants } from './pathways.js';
import { layPools } from './pools.js';

/** A plan, the names behind its numbers, and the data cells that went into it. */
export interface Compiled {
  readonly plan: Plan;
  readonly axes: Axes;
  readonly read: ReadonlyMap<string, Quality>;
}

/** Turns a scenario into a plan. `headroom` replaces the scenario's likely one, for the runs beside the main one (MODEL 9.2). */
export function compile(scenario: Scenario, headroom?: number): Compiled {
  const frame = layFrame(withCredit(scenario));
  const positions = layIntakes(frame);
  const variants = layPathways(frame);
  const size = { regions: frame.regions.length, pathways: frame.pathways.length, variants: variants.variants, blocks: frame.blocks.length };
  const pools = layPools(frame, positions, headroom ?? take(frame, scenario.headroom));
  const plan: Plan = {
    ...layPlain(size),
    steps: frame.steps,
    horizon: frame.horizon,
    ...size,
    streams: frame.streams.length,
    ...variants,
    ...pools,
    ...positions.columns,
    ...layGates(frame),
    ...layExchange(frame),
    ...layLocum(frame, pools.supervisorsPool),
    mode: scenario.mode,
    choice: scenario.choice,
    discipline: scenario.discipline,
    weight: Math.round((scenario.weightPerMonth * 4_294_967_296) / frame.perMonth),
    priority: layPriority(frame),
    strict: scenario.strict,
    passLimit: scenario.passLimit ?? -1,
    appliesTo: Math.min(scenario.applications.appliesTo, Math.max(0, frame.regions.length - 1)),
    deterSteps: scenario.applications.deter,
    ownFirst: scenario.applications.ownFirst,
    patienceSteps: scenario.mobility?.patience ?? -1,
    neighbours: layRagged(frame.regions.map((region) => neighboursOf(frame, region))),
    inflow: layInflow(frame),
    ...layInitial(frame),
    streamHash: Float64Array.from(frame.streams, hashName),
    firstMonth: scenario.time.from,
    stepsPerMonth: frame.perMonth,
  };
  return { plan, axes: layAxes(frame), read: frame.read };
}

/** The rank of each stream and pathway before the key (MODEL 2.6); unranked ones come last. */
function layPriority(frame: Frame): Int32Array {
  const { slotPriority } = frame.scenario;
  const rank = (id: string): number => (slotPriority.includes(id) ? slotPriority.indexOf(id) : slotPriority.length);
  return Int32Array.from(frame.streams.flatMap((stream) => frame.pathways.map((pathway) => Math.min(rank(stream), rank(pathway)))));
}

/** The regions that a region's mobile doctors try, in order of preference. */
function neighboursOf({ scenario, regions }: Frame, region: string): readonly number[] {
  return scenario.mobility?.neighbours.find((row) => row.region === region)?.neighbours.map((id) => regions.indexOf(id)) ?? [];
}

/** Queues and training at the beginning, in order of id, so that the order of rows in a file cannot matter. */
function layInitial(frame: Frame): Pick<Plan, 'initialQueue' | 'initialTraining'> {
  const { initial, streams } = frame.scenario;
  const lives = frame.streams.map((id) => layLife(frame, streams.find((s) => s.id === id)!));
  const variants = listVariants(frame).map((p) => p.variant.id);
  const queues = initial.queues.map((row) => ({
    stream: frame.streams.indexOf(row.stream),
    pathway: frame.pathways.indexOf(row.pathway),
    region: frame.regions.indexOf(row.region),
    waitedSteps: row.waited,
    number: take(frame, row.number),
    life: lives[frame.streams.indexOf(row.stream)]!,
  }));
  const training = initial.training.map((row) => ({
    stream: frame.streams.indexOf(row.stream),
    variant: variants.indexOf(row.variant),
    region: frame.regions.indexOf(row.region),
    left: row.left,
    number: take(frame, row.number),
    life: lives[frame.streams.indexOf(row.stream)]!,
  }));
  return {
    initialQueue: queues.sort((a, b) => a.stream - b.stream || a.region - b.region || a.pathway - b.pathway || a.waitedSteps - b.waitedSteps),
    initialTraining: training.sort((a, b) => a.stream - b.stream || a.region - b.region || a.variant - b.variant || a.left - b.left),
  };
}

function layAxes(frame: Frame): Axes {
  const { scenario } = frame;
  const areas = [...new Set(scenario.regions.map((r) => r.area))].sort();
  const labelled = (ids: readonly string[], of: readonly { id: string; sv: string; en: string }[]) =>
    ids.map((id) => ({ id, sv: of.find((x) => x.id === id)!.sv, en: of.find((x) => x.id === id)!.en }));
  return {
    title: { id: scenario.name, sv: scenario.title.sv, en: scenario.title.en },
    regions: labelled(frame.regions, scenario.regions).map((r) => ({ ...r, area: areas.indexOf(scenario.regions.find((x) => x.id === r.id)!.area) })),
    areas: areas.map((id) => ({ id, sv: id, en: id })),
    streams: labelled(frame.streams, scenario.streams),
    pathways: labelled(frame.pathways, scenario.pathways),
    variants: listVariants(frame).map(({ variant }) => ({ id: variant.id, sv: variant.sv, en: variant.en })),
    blocks: labelled(frame.blocks, scenario.blocks),
    from: scenario.time.from,
    reportFrom: scenario.time.reportFrom,
    to: scenario.time.to,
    stepsPerMonth: frame.perMonth,
  };
}
