import { put, type Tree } from './tree.js';

/** The names that the fuzzed scenarios are about. */
export const NAMES = {
  regions: ['Norr', 'Syd'],
  areas: ['Nord', 'Sunnan'],
  streams: ['old', 'new'],
  pathways: ['AT', 'BT'],
  blocks: ['hospital', 'psychiatry'],
  variants: ['at-4', 'at-5', 'bt-2', 'bt-3'],
} as const;

const ALL = Object.values(NAMES).flat();

/** What a name may be, by the last key on the way to it that says so; where none does, any name there is. */
export function namesAt(way: readonly string[]): readonly string[] {
  const meant: Readonly<Record<string, readonly string[]>> = {
    pathway: NAMES.pathways,
    queue: NAMES.pathways,
    starts: NAMES.pathways,
    'survey-wait': NAMES.pathways,
    'started-within': NAMES.pathways,
    vacant: NAMES.pathways,
    'slot-priority': [...NAMES.pathways, ...NAMES.streams],
    precedence: NAMES.blocks,
    unlimited: NAMES.blocks,
    block: NAMES.blocks,
    region: NAMES.regions,
    regions: NAMES.regions,
    home: NAMES.regions,
    'variant-of': way.includes('AT') ? NAMES.variants.slice(0, 2) : NAMES.variants.slice(2),
    variant: NAMES.variants,
    stream: NAMES.streams,
    neighbours: NAMES.regions,
    extends: ['base.yaml', 'base.yaml', 's.yaml'],
    area: NAMES.areas,
    health_care_region: NAMES.areas,
    programme: NAMES.streams,
  };
  return meant[way.findLast((key) => key in meant) ?? ''] ?? ALL;
}

/** What the keys of a map may be that chooses its own. */
export function keysAt(way: readonly string[]): readonly string[] {
  const last = way.at(-1) ?? '';
  if (['regions', 'home', 'attraction', 'by-region', 'variant-of', 'neighbours'].includes(last)) return NAMES.regions;
  if (['no-shows', 'over-offer', 'reserve', 'carry'].includes(last)) return NAMES.pathways;
  if (['no-shows', 'over-offer', 'reserve', 'carry'].includes(way.at(-2) ?? '')) return NAMES.regions;
  if (last === 'streams' || last === 'pathways') return NAMES[last];
  if (last === 'variants' || last === 'integrated') return way.includes('AT') ? NAMES.variants.slice(0, 2) : NAMES.variants.slice(2);
  if (last === 'files') return ['region_block_from.csv', 'stream_from.csv'];
  if (last === 'months' || way.at(-2) === 'yearly') return ['1', '7', '12'];
  if (last === 'yearly') return NAMES.blocks;
  if (last === 'parameters') return ['places_a', 'share_b', 'c'];
  if (way.includes('by-region')) return way[0] === 'positions' ? NAMES.pathways : NAMES.blocks;
  return way.includes('blocks') || last === 'less' ? NAMES.blocks : ALL;
}

const CARD = 'value,unit,source,quality,as_of';
const table = (keys: string, ...rows: readonly string[]): string => `${keys},${CARD}\n${rows.map((row) => `${row},unit,source,derived,2026\n`).join('')}`;
const each = (...columns: readonly (readonly string[])[]): string[] => columns.reduce<string[]>((rows, column) => rows.flatMap((row) => column.map((cell) => (row === '' ? cell : `${row},${cell}`))), ['']);

/** Sound data files, by what they hold: a field that reads `data file: region, pathway, year` is given the file of these columns. */
export const TABLES: Readonly<Record<string, string>> = {
  'region_health_care_region.csv': table('region,health_care_region', 'Norr,Nord,1', 'Syd,Sunnan,2'),
  'programme_university_term.csv': table('programme,university,term', 'old,U,2021-HT,6', 'old,V,2022-VT,5.5', 'new,U,2021-HT,4', 'new,V,2022-HT,7'),
  'programme_terms_late.csv': table('programme,terms_late', 'old,0,0.5', 'old,1,0.4', 'new,0,0.9'),
  'university_region.csv': table('university,region', 'U,Norr,0.5', 'U,Syd,0.5', 'V,Norr,0.1', 'V,Syd,0.9'),
  'stream_from.csv': table('stream,from', 'old,2026-01,12', 'new,2026-01,24', 'new,2026-09,36'),
  'region_pathway_year.csv': table('region,pathway,year', ...each(NAMES.regions, NAMES.pathways, ['2026', '2027'], ['3'])),
  'region_block_from.csv': table('region,block,from', ...each(NAMES.regions, NAMES.blocks, ['2026-01', '2026-10'], ['2'])),
  'variant_block_position.csv': table('variant,block,position', 'x,hospital,1,2', 'x,psychiatry,2,1', 'x,hospital,3,1'),
  'region_from_variant.csv': table('region,from,variant', ...each(NAMES.regions, ['2025-01'], ['at-4,0.25', 'at-5,0.75'])),
  'region_pathway_stream_waited_months.csv': table('region,pathway,stream,waited_months', 'Norr,AT,old,3,2', 'Syd,BT,new,1,1'),
  'region_variant_stream_left_months.csv': table('region,variant,stream,left_months', 'Norr,at-4,old,3,2', 'Syd,bt-2,new,1,3'),
  'region_neighbour.csv': table('region,neighbour', 'Norr,Syd,1', 'Syd,Norr,1'),
  'region_from.csv': table('region,from', 'Norr,2026-01,4', 'Norr,2027-01,6', 'Syd,2025-01,3'),
  'home_region_pathway_year.csv': table('home,region,pathway,year', ...each(NAMES.regions, ['Norr', 'Syd', 'Utanför'], NAMES.pathways, ['2026', '2027'], ['4']), ...each(['Utanför'], NAMES.regions, NAMES.pathways, ['2026', '2027'], ['2'])),
  'month.csv': table('month', '2026-05,12', '2026-11,10', '2027-05,12'),
  'figure_region_pathway_year.csv': table('figure,region,pathway,year', 'survey-wait,Riket,AT,2026,7.5', 'queue,Norr,BT,2027,3'),
};

/** The file that a field's description asks for, if it asks for one: by its columns. */
export function fileAsked(description: string): string | undefined {
  const columns = /data file[: (]+([a-z_, ]+)/.exec(description)?.[1];
  return columns?.trim().split(/, */).join('_').concat('.csv');
}

/** A sound scenario that says little; every text is a scalar as it stands in the file. */
export const SMALL: Tree = {
  name: 'prov',
  time: { from: '2026-01', to: '2027-12' },
  regions: { Norr: {}, Syd: { area: 'Sunnan' } },
  streams: { old: { pathway: 'AT', cohorts: [{ month: '2026-01', number: '9' }], home: 'Norr' } },
  pathways: { AT: { variants: { 'at-4': { blocks: [{ hospital: '3' }, { psychiatry: '1' }] } }, intakes: 'every-step' } },
  positions: 'unlimited',
  slots: { 'by-region': { Norr: { hospital: '4', psychiatry: '2' } } },
};

/** A sound scenario that says much. */
export const LARGE: Tree = {
  name: 'prov',
  parameters: { places_a: '4', share_b: '0.5' },
  files: { 'region_block_from.csv': { decimal: 'point' } },
  time: { step: 'half-month', from: '2026-01', 'report-from': '2026-03', to: '2027-12' },
  seed: '7',
  regions: { Norr: {}, Syd: { area: 'Sunnan' } },
  streams: {
    old: { pathway: 'AT', cohorts: [{ month: '2026-01', number: '6' }], home: { Norr: '0.5', Syd: '0.5' }, 'applied-before': '0.5' },
    new: { pathway: 'BT', rate: { 'per-year': '24', law: 'poisson' }, home: { Norr: '0.25', Syd: '0.75' } },
  },
  pathways: {
    AT: {
      orders: 'custom',
      precedence: [['psychiatry', 'hospital']],
      variants: { 'at-4': { blocks: [{ hospital: '3' }, { psychiatry: '1' }] }, 'at-5': { blocks: [{ hospital: '2' }, { psychiatry: '1' }, { hospital: '5 half-months' }] } },
      'variant-of': { Norr: 'at-4', Syd: 'at-5' },
      intakes: { months: ['1', '3', '9'], closes: '1 months' },
      gate: { served: '3 months', months: ['2', '9'], seats: '4', passes: ['0.9', '0.8'] },
    },
    BT: { variants: { 'bt-2': { blocks: [{ hospital: '1' }, { psychiatry: '1' }] } }, intakes: 'every-step' },
  },
  positions: { 'by-region': { Norr: { AT: '12', BT: 'unlimited' }, Syd: { AT: [{ year: '2026', number: '6' }, { intake: '2027-03', number: '4' }], BT: '24' } } },
  slots: { from: 'region_block_from.csv', headroom: '0.15', 'by-region': { Norr: { hospital: 'places_a' } } },
  supervisors: { 'by-region': { Norr: { psychiatry: '3', hospital: '5' } } },
  'slot-priority': ['AT', 'BT'],
  discipline: { weighted: '0.04 per month' },
  applications: { 'applies-to': '1', mobile: '0.4' },
  changes: [
    { set: 'slots', to: '6', where: { region: 'Syd', block: 'hospital' }, from: '2026-10' },
    { add: 'positions', by: '2', where: { region: 'Norr', pathway: 'AT' } },
    { scale: 'rate', by: '1.5', where: { stream: 'new' } },
    { set: 'length', to: '2', where: { variant: 'at-5', block: 'psychiatry' } },
  ],
  boundary: { in: [{ region: 'Syd', pathway: 'BT', 'per-year': '4' }], law: 'poisson' },
  checks: [
    { queue: 'AT', region: 'Norr', month: '2026-10', 'at-most': '10' },
    { vacant: 'AT', area: 'Sunnan', year: '2027', 'at-most': '5' },
    { 'survey-wait': 'AT', 'at-most': '12' },
    { starts: 'BT', year: '2027', equals: '12', within: '4' },
    { 'started-within': 'BT', term: '2026-HT', months: '6', 'at-least': '0.9' },
  ],
};

const AT_GATE: Tree = { served: '2 months', sittings: 'month.csv', passes: ['0.9', '0.8'] };
const PROGRAMME: Tree = { pathway: 'AT', cohorts: { intakes: 'programme_university_term.csv', programme: 'old', terms: '8', completion: 'programme_terms_late.csv' }, home: 'university_region.csv' };
const WITH_PROGRAMME = put(SMALL, ['streams', 'old'], PROGRAMME);

/** For each data file a sound scenario that reads it. */
export const READERS: Readonly<Record<keyof typeof TABLES, Tree>> = {
  'region_health_care_region.csv': put(SMALL, ['regions'], { from: 'region_health_care_region.csv' }),
  'programme_university_term.csv': WITH_PROGRAMME,
  'programme_terms_late.csv': WITH_PROGRAMME,
  'university_region.csv': WITH_PROGRAMME,
  'stream_from.csv': put(SMALL, ['streams', 'old'], { pathway: 'AT', rate: { 'per-year': 'stream_from.csv' }, home: 'Norr' }),
  'region_pathway_year.csv': put(LARGE, ['positions'], { from: 'region_pathway_year.csv' }),
  'region_block_from.csv': put(SMALL, ['slots'], { from: 'region_block_from.csv', headroom: '0.15' }),
  'variant_block_position.csv': put(SMALL, ['pathways', 'AT', 'variants'], { from: 'variant_block_position.csv' }),
  'region_from_variant.csv': put(LARGE, ['pathways', 'AT', 'variant-of'], 'region_from_variant.csv'),
  'region_pathway_stream_waited_months.csv': put(LARGE, ['initial'], { queues: 'region_pathway_stream_waited_months.csv' }),
  'region_variant_stream_left_months.csv': put(LARGE, ['initial'], { 'in-training': 'region_variant_stream_left_months.csv' }),
  'region_neighbour.csv': put(SMALL, ['mobility'], { patience: '2 months', neighbours: 'region_neighbour.csv' }),
  'region_from.csv': put(put(SMALL, ['pathways', 'AT', 'integrated'], { 'at-4': { within: '8 months' } }), ['st-posts'], { from: 'region_from.csv' }),
  'home_region_pathway_year.csv': put(SMALL, ['boundary'], { from: 'home_region_pathway_year.csv' }),
  'month.csv': put(SMALL, ['pathways', 'AT', 'gate'], AT_GATE),
  'figure_region_pathway_year.csv': put(LARGE, ['compare'], 'figure_region_pathway_year.csv'),
};
