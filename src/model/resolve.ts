import { layClock } from './clock.js';
import type { ScenarioDocument } from './document.js';
import { STATED } from './figures.js';
import { layCompare, layInitial } from './initial.js';
import { layPathways } from './pathways.js';
import { layMain, layPools, layUnlimited, warnOfNoSlots } from './pools.js';
import { layPositions } from './positions.js';
import { object, type Reader } from './reader.js';
import { layRegions, type Regions } from './regions.js';
import { layApplications, layDiscipline, layPriority } from './rules.js';
import type { Pathway, Scenario } from './scenario.js';
import { layStreams } from './streams.js';
import { layBlocks, titleOr } from './titles.js';

const SEED = 1;
const REPLICATIONS = 20;

/** Follows every reference of a scenario and reads its data; undefined when something is wrong, which the reader's issues then tell. */
export function resolve(raw: ScenarioDocument, reader: Reader): Scenario | undefined {
  const time = layClock(raw.time, reader);
  const regions = layRegions(raw.regions, raw.name, reader);
  if (!regions) return undefined;
  const pathways = layPathways(raw.pathways, regions, reader);
  const streams = layStreams(raw.streams, Object.keys(raw.pathways), regions, reader);
  const streamIds = streams.map((stream) => stream.id);
  const names = { regions, pathways, streams: streamIds };
  const scenario: Scenario = {
    ...front(raw, reader),
    time,
    regions: regions.inside,
    streams,
    pathways,
    positions: layPositions(raw.positions, { regions, pathways, time, reader }),
    ...layRooms(raw, pathways, regions, reader),
    choice: raw.placement?.choice ?? 'spread',
    ...layDiscipline(raw.discipline),
    slotPriority: layPriority(raw['slot-priority'], pathways.map((pathway) => pathway.id), streamIds, reader),
    strict: raw.strict ?? false,
    passLimit: raw['pass-limit'] ?? null,
    applications: layApplications(raw.applications, regions, reader),
    initial: layInitial(raw.initial, names, reader),
    compare: layCompare(raw.compare, names, reader),
  };
  return reader.issues.some((issue) => issue.severity === 'error') ? undefined : scenario;
}

function front(raw: ScenarioDocument, reader: Reader): Pick<Scenario, 'name' | 'title' | 'about' | 'seed' | 'replications' | 'assumptions'> {
  const { question = '', for: readers = '', limits = '' } = raw.about ?? {};
  const assumptions = raw.assumptions ?? [];
  assumptions.forEach((one, i) => {
    if (assumptions.findIndex((other) => other.id === one.id) < i) object(reader, ['assumptions', i, 'id'], { code: 'said-twice', found: one.id });
  });
  return { name: raw.name, title: titleOr(raw.title, raw.name), about: { question, for: readers, limits }, seed: raw.seed ?? SEED, replications: raw.replications ?? REPLICATIONS, assumptions };
}

function layRooms(raw: ScenarioDocument, pathways: readonly Pathway[], regions: Regions, reader: Reader): Pick<Scenario, 'blocks' | 'slots' | 'unlimitedSlots' | 'headroom' | 'supervisors' | 'mainSupervisors'> {
  const mentioned = [...new Set(pathways.flatMap((pathway) => pathway.variants.flatMap((variant) => variant.stretches.map((stretch) => stretch.block))))];
  const blocks = layBlocks(raw.blocks, mentioned, reader);
  const allRead = pathways.every((pathway) => pathway.variants.length > 0 && pathway.variants.every((variant) => variant.stretches.length > 0));
  const ground = { regions, blocks: allRead ? blocks.map((block) => block.id) : [], reader };
  const slots = layPools(raw.slots, 'slots', 'whole', ground);
  const unlimitedSlots = layUnlimited(raw.slots.unlimited ?? [], ground);
  const supervisors = raw.supervisors ? layPools(raw.supervisors, 'supervisors', 'decimal', ground) : [];
  const mainSupervisors = layMain(raw['main-supervisors'], ground);
  if (reader.issues.every((issue) => issue.severity === 'warning')) warnOfNoSlots(slots, unlimitedSlots, { ...ground, blocks: mentioned });
  const headroom = raw.slots.headroom ?? { value: 0, ...STATED, cell: '' };
  return { blocks, slots, unlimitedSlots, headroom, supervisors, mainSupervisors };
}
