import { layBoundary } from './boundary.js';
import { layChanges, settle, type Draft, type Outcome } from './changes/index.js';
import { layChecks } from './checks.js';
import { layClock } from './clock.js';
import { layCrowding, warnOfCrowding } from './crowding.js';
import { warnOfBounds } from './decide.js';
import type { Judged } from './document.js';
import { layExchange } from './exchange.js';
import { layCompare, layInitial } from './initial.js';
import { warnOfIdleWindows } from './intakes.js';
import { layLocum } from './locum.js';
import { layMobile, layMobility } from './mobility.js';
import { layPathways, refuseManyOrders } from './pathways.js';
import { layHeadroom, layMain, layPools, layUnlimited, warnOfNoSlots } from './pools.js';
import { layPositions, layRecruitment, warnOfFew } from './positions.js';
import { object, type Reader } from './reader.js';
import { layRegions, NOWHERE, type Regions } from './regions.js';
import { layApplications, layDiscipline, layPassLimit, layPriority } from './rules.js';
import type { Label, Pathway, Scenario } from './scenario.js';
import { layStPosts } from './st-posts.js';
import { layStreams } from './streams.js';
import { pathwaysOf } from './chaining.js';
import { firstArrivals, refuseCrowds } from './doctors.js';
import { layBlocks, refuseIdleTitles, titleOr } from './titles.js';
import { judgeWays } from './ways.js';
import { layYearly } from './yearly.js';

const SEED = 1;
const REPLICATIONS = 20;

/** A time that nothing is outside of, for a scenario whose own could not be read. */
const ALWAYS: Scenario['time'] = { step: 'half-month', from: 0, reportFrom: 0, to: 0 };

/**
 * Follows every reference of a scenario and reads its data, as far as its fields are sound; undefined when something is wrong, which the reader's issues then tell.
 * What refers to an unsound part is not judged, so that no error follows from another.
 */
export function resolve(judged: Judged, reader: Reader): Scenario | undefined {
  const { parts, lost, named, idleParameters } = judged;
  const time = parts.time ? layClock(parts.time, reader) : ALWAYS;
  const regions = (parts.regions && layRegions(parts.regions, parts.name ?? '', reader)) ?? NOWHERE;
  const pathways = parts.pathways ? layPathways(parts.pathways, regions, time, reader) : [];
  const streams = parts.streams ? layStreams(parts.streams, named.pathways, regions, time, reader) : [];
  const { blocks, used, yearly, ...rooms } = layRooms(parts, lost, pathways, regions, time, reader);
  const ground = { regions, pathways, comes: firstArrivals(streams), time, reader };
  const written: Draft = { time, regions: regions.inside, streams, pathways, positions: parts.positions ? layPositions(parts.positions, ground) : [], ...rooms };
  const { draft, ...changed } = change(written, judged, { regions, used, unlimited: rooms.unlimitedSlots }, reader);
  warnOfFew(draft.positions, ground);
  if (isSound(reader)) warnOfNoSlots(draft.slots, draft.unlimitedSlots, { regions, blocks: used, reader });
  const ways = { exchange: layExchange(parts.exchange, { regions, used, time, reader }), locum: layLocum(parts.locum, { regions, used, pathways: named.pathways, reader }) };
  if (isSound(reader)) judgeWays({ ...draft, ...ways }, parts, regions, reader);
  const names = { regions, pathways: draft.pathways, streams: named.streams, seeking: new Map(streams.filter((stream) => named.pathways.includes(stream.pathway)).map((stream) => [stream.id, pathwaysOf(stream, pathways)])) };
  const { boundary, guests } = layBoundary(parts.boundary, draft.streams, { regions, pathways: draft.pathways, sought: new Set(streams.map(({ pathway }) => pathway)), time, reader });
  const rest: Omit<Scenario, keyof Front> = {
    ...draft,
    streams: [...draft.streams, ...guests],
    boundary,
    ...changed,
    ...layRecruitment(parts.positions, written.positions, ground),
    ...ways,
    blocks,
    yearly,
    mode: parts.placement?.mode ?? 'itinerary',
    choice: parts.placement?.choice ?? 'spread',
    ...layDiscipline(parts.discipline),
    slotPriority: lost.has('slot-priority') || named.pathways.length === 0 || named.streams.length === 0 ? [] : layPriority(parts['slot-priority'], named.pathways, named.streams, reader),
    strict: parts.strict ?? false,
    passLimit: layPassLimit(parts['pass-limit'], parts.strict, reader),
    mobile: layMobile(parts.applications, parts.mobility, reader),
    mobility: layMobility(parts.mobility, regions, reader),
    applications: layApplications(parts.applications, parts.mobility !== undefined || lost.has('mobility'), regions, reader),
    initial: layInitial(parts.initial, names, reader),
    compare: layCompare(parts.compare, names, reader),
    ...layChecks(parts.checks, { regions, pathways: named.pathways, time, reader }),
  };
  refuseCrowds(rest, reader);
  if (isSound(reader)) warnOfIdleWindows(draft.pathways, draft.streams, reader);
  const front = layFront(parts, reader);
  if (!isSound(reader)) return undefined;
  const scenario = { ...front, ...rest };
  warnOfCrowding(scenario, reader);
  warnOfBounds(parts.positions === undefined || parts.positions === 'unlimited' ? undefined : parts.positions.decide, scenario, reader);
  for (const name of idleParameters) object(reader, ['parameters', name], { code: 'parameter-never-used', found: name }, 'key', 'warning');
  return scenario;
}

const isSound = (reader: Reader): boolean => reader.issues.every((issue) => issue.severity === 'warning');

type Named = { readonly regions: Regions; readonly used: readonly string[]; readonly unlimited: readonly string[] };

/** Makes the changes, when all that they change is sound; their own names and dates are judged in any case. */
function change(written: Draft, { parts, changes, named }: Judged, { regions, used, unlimited }: Named, reader: Reader): Outcome {
  if (parts.changes?.length === 0) object(reader, ['changes'], { code: 'empty-list' });
  const names = { block: used, pathway: named.pathways, variant: written.pathways.flatMap((pathway) => pathway.variants.map(({ id }) => id)), stream: named.streams };
  const settled = changes.flatMap((raw, i) => (raw === undefined ? [] : (settle(raw, i, { regions, names, unlimited, time: written.time, leads: parts['lead-times'], reader }) ?? [])));
  if (!isSound(reader)) return { draft: written, known: [], changes: [] };
  const outcome = layChanges(written, settled, reader);
  const longer = settled.find(({ quantity }) => quantity === 'length');
  if (longer) for (const pathway of outcome.draft.pathways) refuseManyOrders(pathway, longer.path, reader);
  return outcome;
}

type Parts = Judged['parts'];
type Front = Pick<Scenario, 'name' | 'title' | 'about' | 'seed' | 'replications' | 'assumptions' | 'assumedIn'>;

/** A text that is given in one language stands in every. */
const inBoth = (text: string | Label): Label => (typeof text === 'string' ? { sv: text, en: text } : text);

function layFront(raw: Parts, reader: Reader): Front {
  const { question = '', for: readers = '', limits = '' } = raw.about ?? {};
  const assumptions = raw.assumptions ?? [];
  const { file } = reader.at(['assumptions']);
  assumptions.forEach((one, i) => {
    if (assumptions.findIndex((other) => other.id === one.id) < i) object(reader, ['assumptions', i, 'id'], { code: 'said-twice', found: one.id });
  });
  const name = raw.name ?? '';
  return { name, title: titleOr(raw.title, name), about: { question: inBoth(question), for: inBoth(readers), limits: inBoth(limits) }, seed: raw.seed ?? SEED, replications: raw.replications ?? REPLICATIONS, assumptions, ...(assumptions.length === 0 || file === reader.layers[0] ? {} : { assumedIn: file }) };
}

function layRooms(raw: Parts, lost: Judged['lost'], pathways: readonly Pathway[], regions: Regions, time: Scenario['time'], reader: Reader): Pick<Scenario, 'blocks' | 'slots' | 'unlimitedSlots' | 'headroom' | 'supervisors' | 'mainSupervisors' | 'stPosts' | 'yearly' | 'crowding'> & { readonly used: readonly string[] } {
  const mentioned = [...new Set(pathways.flatMap((pathway) => pathway.variants.flatMap((variant) => variant.stretches.map((stretch) => stretch.block))))];
  const blocks = layBlocks(raw.blocks, mentioned, reader);
  const allRead = !lost.has('pathways') && !lost.has('blocks') && pathways.every((pathway) => pathway.variants.length > 0 && pathway.variants.every((variant) => variant.stretches.length > 0));
  const ground = { regions, blocks: allRead ? blocks.map((block) => block.id) : [], used: allRead ? mentioned : [], begins: time.from, ends: time.to, reader };
  const slots = raw.slots ? layPools(raw.slots, ['slots'], 'whole', ground) : [];
  const unlimitedSlots = layUnlimited(raw.slots, ground);
  const supervisors = raw.supervisors ? layPools(raw.supervisors, ['supervisors'], 'decimal', ground) : [];
  const mainSupervisors = layMain(raw['main-supervisors'], ground);
  const stPosts = layStPosts(raw['st-posts'], ground);
  const yearly = {
    slots: layYearly(raw.slots?.yearly, 'slots', { ...ground, unlimited: unlimitedSlots, rows: slots }),
    supervisors: layYearly(raw.supervisors?.yearly, 'supervisors', { ...ground, unlimited: [], rows: supervisors }),
  };
  const crowding = layCrowding(raw.crowding, { slots, supervisors, unlimitedSlots }, ground);
  const headroom = layHeadroom(raw.slots, slots, reader);
  if (allRead && !lost.has('slots') && !lost.has('supervisors')) refuseIdleTitles(raw.blocks, mentioned, [...slots, ...supervisors].map((row) => row.block), reader);
  return { blocks, used: ground.used, slots, unlimitedSlots, headroom, supervisors, mainSupervisors, stPosts, yearly, crowding };
}
