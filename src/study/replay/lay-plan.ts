import { layRagged } from '../../base/index.js';
import { layPlain } from '../../engine/index.js';
import type { Axes, Plan } from '../../engine/index.js';
import type { PlanForm } from '../../model/index.js';
import { layBeyond } from './lay-beyond.js';
import { stepsOf } from './lay-fillable.js';
import { layPools } from './lay-pools.js';
import { layVariants, listVariants } from './lay-variants.js';
import { listBlocks } from './names.js';

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

/** A plan made elsewhere, whose capacities reach to `horizon`. What luck decides comes with the roster. */
export function layPlan(form: PlanForm, horizon: number, seeks: number): Plan {
  const { settings = {} } = form;
  const pathways = Object.keys(form.pathways);
  const queues = form.regions.length * pathways.length;
  const variants = layVariants(form);
  const pools = layPools(form, horizon);
  const size = { regions: form.regions.length, pathways: pathways.length, variants: variants.variants, blocks: listBlocks(form).length };
  return {
    ...layPlain(size),
    steps: form.steps,
    horizon,
    ...size,
    streams: form.streams.length,
    ...variants,
    ...pools,
    ...layBeyond(form, pools.supervisorsPool, horizon),
    intake: layIntake(form),
    closesSteps: byPathway(pathways, settings.closes),
    windowSteps: byPathway(pathways, settings.window),
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

/** A number of steps for each pathway. */
function byPathway(pathways: readonly string[], given: number | Readonly<Record<string, number>> = 0): Int32Array {
  return Int32Array.from(pathways, (name) => (typeof given === 'number' ? given : Object.hasOwn(given, name) ? given[name]! : 0));
}

function layIntake(form: PlanForm): Uint8Array {
  const pathways = Object.keys(form.pathways);
  const intake = new Uint8Array(form.regions.length * pathways.length * form.steps);
  for (const entry of form.intakes) {
    const at = (form.regions.indexOf(entry.region) * pathways.length + pathways.indexOf(entry.pathway)) * form.steps;
    for (const t of stepsOf(entry, form)) if (t < form.steps) intake[at + t] = 1;
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
