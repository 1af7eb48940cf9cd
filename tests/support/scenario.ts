import { compile } from '../../src/model/compile/index.js';
import type { Pathway, PoolRow, PositionRow, Scenario, Sourced, Stream, Stretch, Variant } from '../../src/model/scenario.js';
import type { Plan } from '../../src/engine/index.js';

/** Month number of the first month of every scenario built here: January 2026. */
export const FROM = 12 * 2026;

/** A figure, as if it stood in a data file. */
export function figure(value: number): Sourced {
  return { value, quality: 'assumption', source: 'test', cell: `test:${value}` };
}

/** One stretch in a block. */
export function stretch(block: string, steps: number, slots = 1, load = 1): Stretch {
  return { block, steps, slots, load };
}

/** A variant of the stretches given. */
export function variant(id: string, stretches: readonly Stretch[], mainLoad = 1): Variant {
  return { id, sv: id, en: id, stretches, mainLoad, within: null };
}

/** A pathway with an intake at every step; blocks in listed order, one variant named as the pathway, unless said. */
export function pathway(id: string, stretches: readonly Stretch[], over: Partial<Pathway> = {}): Pathway {
  return {
    id, sv: id, en: id,
    orders: 'listed',
    precedence: [],
    variants: [variant(id, stretches)],
    variantOf: [],
    intakes: { everyStep: true, months: [], byRegion: [], closes: 0, window: 0 },
    credit: [],
    gate: null,
    then: [],
    ...over,
  };
}

/** Intakes in some months of the year. */
export function intakes(months: readonly number[], closes = 0, byRegion: Pathway['intakes']['byRegion'] = []): Pathway['intakes'] {
  return { everyStep: false, months, byRegion, closes, window: 0 };
}

/** A stream whose doctors all seek one region at once, unless said. `arrivals` is the number in each month from the first. */
export function stream(id: string, to: string, region: string, arrivals: readonly number[], over: Partial<Stream> = {}): Stream {
  return {
    id, sv: id, en: id,
    pathway: to,
    listed: arrivals.flatMap((number, month) => (number > 0 ? [{ month: FROM + month, number: figure(number) }] : [])),
    home: [{ university: '', region, share: figure(1) }],
    seeks: figure(1),
    eligible: figure(1),
    appliedBefore: figure(0),
    gap: [],
    late: [],
    givesUp: figure(0),
    partTime: [],
    leaves: [],
    ...over,
  };
}

/** A stream of so many doctors a month by Poisson's law. */
export function poissonStream(id: string, to: string, region: string, perMonth: number): Stream {
  const { listed: _, ...rest } = stream(id, to, region, []);
  return { ...rest, rate: { law: 'poisson', perYear: [{ from: FROM, value: figure(12 * perMonth) }], season: Array.from({ length: 12 }, () => 1) } };
}

/** Room in a block of a region, from the start or from the month given. */
export function room(region: string, block: string, places: number, month = 0): PoolRow {
  return { region, block, from: FROM + month, places: figure(places), headroom: false, own: true };
}

/** Positions opened in one month. */
export function positions(region: string, to: string, month: number, number: number): PositionRow {
  return { region, pathway: to, month: FROM + month, number: figure(number) };
}

/** A scenario of `months` months: one region R, nothing scarce, unless said. Blocks are those of the pathways, in order of first mention. */
export function scenario(months: number, over: Partial<Scenario> & Pick<Scenario, 'pathways' | 'streams'>): Scenario {
  const regions = over.regions ?? [region('R')];
  const blocks = [...new Set(over.pathways.flatMap((p) => p.variants.flatMap((v) => v.stretches.map((s) => s.block))))];
  return {
    name: 'test',
    title: { sv: 'test', en: 'test' },
    about: { question: { sv: '', en: '' }, for: { sv: '', en: '' }, limits: { sv: '', en: '' } },
    time: { step: 'month', from: FROM, reportFrom: FROM, to: FROM + months - 1 },
    seed: 1,
    replications: 1,
    regions,
    blocks: blocks.map((id) => ({ id, sv: id, en: id })),
    positions: null,
    offers: [],
    decisions: [],
    slots: [],
    unlimitedSlots: [],
    headroom: figure(0),
    supervisors: [],
    mainSupervisors: [],
    stPosts: [],
    exchange: [],
    locum: [],
    boundary: null,
    yearly: { slots: [], supervisors: [] },
    crowding: { slots: [], supervisors: [] },
    mode: 'itinerary',
    known: [],
    changes: [],
    choice: 'spread',
    discipline: 'longest-wait',
    weightPerMonth: 0,
    slotPriority: [],
    strict: false,
    passLimit: null,
    mobile: figure(1),
    mobility: null,
    applications: { appliesTo: 0, deter: 0, ownFirst: false, attraction: [] },
    initial: { queues: [], training: [] },
    compare: [],
    assumptions: [],
    ...over,
  };
}

/** A region in an area of its own. */
export function region(id: string): Scenario['regions'][number] {
  return { id, sv: id, en: id, area: id };
}

/** The plan of a scenario. */
export function planOf(of: Scenario): Plan {
  return compile(of).plan;
}
