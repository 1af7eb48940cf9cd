import type * as z from 'zod';
import { formOf, showMonth, type Path, type RawMap, type Written } from '../base/index.js';
import { isWord } from './calculated.js';
import { CENTRES, PEOPLE, centres, people, placesOfPeople, slotsOfCentres } from './counted.js';
import { anyOf, byForm, either, keyed, listed, mapping, name, says, word } from './fields.js';
import { month } from './dates.js';
import { figure, STATED } from './figures.js';
import type { NumberRule } from './numbers.js';
import { known, lineAt, object, strange, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows, type Row } from './rows.js';
import type { PoolRow, Sourced } from './scenario.js';
import { scenarioNames } from './titles.js';
import { layMonths, months, yearly } from './yearly.js';

export const SLOTS = { whole: true, min: 0, max: 1_000_000 } as const;
const PLACES = { min: 0, max: 1_000_000 } as const;
const countedBy = (raw: unknown, keys: readonly string[], counted: string): string => (keys.some((key) => (raw as RawMap)[key] !== undefined) ? counted : 'figure');
const wordOrFigure = (raw: unknown, rule: NumberRule): string | undefined => {
  if (formOf(raw) === 'map') return rule.whole ? countedBy(raw, CENTRES, 'centres') : countedBy(raw, [...PEOPLE, 'trainees'], 'people');
  if (formOf(raw) !== 'text') return byForm(raw);
  return isWord(raw as Written) ? 'word' : 'figure';
};
const WHOLE = { sv: 'ett antal platser, { centres, active, trainees, often } eller unlimited', en: 'a number of places, { centres, active, trainees, often } or unlimited' };
const DECIMAL = { sv: 'ett antal platser, { people, share, trainees, vacant, on-leave } eller unlimited', en: 'a number of places, { people, share, trainees, vacant, on-leave } or unlimited' };
const dateable = ({ sv, en }: typeof WHOLE): typeof WHOLE => ({ sv: `${sv.replace(' eller', ',')} eller en lista av { from, places }`, en: `${en.replace(' or', ',')} or a list of { from, places }` });
const allowed = (rule: NumberRule): typeof WHOLE => (rule.whole ? WHOLE : DECIMAL);
/** Slots may be counted by health centres, supervisors by people. */
const amount = (rule: NumberRule) => {
  const branches = { figure: figure(rule), word: word(['unlimited']), people: people(), centres: centres() };
  const { people: ofPeople, centres: ofCentres, ...plain } = branches;
  const shown = [...Object.values(plain), rule.whole ? ofCentres : ofPeople];
  return either((raw) => wordOrFigure(raw, rule), branches, allowed(rule)).meta(anyOf(() => shown));
};
const listOrAmount = (raw: unknown): string | undefined => (formOf(raw) === 'list' ? 'list' : formOf(raw) === 'nothing' ? undefined : 'amount');
/** An amount of places, dated or not. */
const series = (rule: NumberRule) => either(listOrAmount, { amount: amount(rule), list: listed(mapping({ from: month(), places: amount(rule), months: months(rule).optional() })) }, dateable(allowed(rule)));
const byRegion = (rule: NumberRule) => keyed(keyed(series(rule)));

/** Places that others use, dated or not: never without limit. */
export const places = () =>
  either(listOrAmount, { amount: figure(PLACES), list: listed(mapping({ from: month(), places: figure(PLACES), months: months(PLACES).optional() })) }, { sv: 'ett antal platser eller en lista av { from, places }', en: 'a number of places or a list of { from, places }' });

/** Placement slots by region and block: a file, own numbers, blocks that are never scarce, and a headroom over the file's places. */
export const slots = () =>
  mapping({
    from: name(says('data file: region, block, from', 'datafil: region, block, from')).optional(),
    headroom: figure({ min: 0, max: 5, growth: true }, says("share added to the file's assumed places; default 0", 'andel som läggs till filens antagna platser; utan angivelse 0')).optional(),
    unlimited: listed(name()).meta(says('blocks that are never scarce', 'block som aldrig är en trång sektor')).optional(),
    yearly: yearly().optional(),
    'by-region': byRegion(SLOTS).optional(),
  }).meta(says('placement slots', 'placeringsplatser'));

/** Supervisors by region and block: people × share × trainees, or places; a pool that is not given is unlimited. */
export const supervisors = () =>
  mapping({ from: name(says('data file: region, block, from', 'datafil: region, block, from')).optional(), yearly: yearly().optional(), 'by-region': byRegion(PLACES).optional() }).meta(says('supervisors', 'handledare'));

/** Main supervisors by region; one that is not given is unlimited. */
export const mainSupervisors = () => mapping({ 'by-region': keyed(series(PLACES)) }).meta(says('main supervisors', 'huvudhandledare'));

type Amount = z.output<ReturnType<typeof amount>>;
type Series = z.output<ReturnType<typeof series>>;
type Sheet = { readonly from?: string | undefined; readonly 'by-region'?: Readonly<Record<string, Readonly<Record<string, Series>>>> | undefined };
/** `blocks` are all that have a name, `used` those of a pathway; `begins` and `ends` are the first and last month of the run. A load need not hold from its beginning. */
export type Ground = { readonly regions: Regions; readonly blocks: readonly string[]; readonly used: readonly string[]; readonly begins: number; readonly ends: number; readonly isLoad?: boolean; readonly reader: Reader };
type Dated = Pick<PoolRow, 'from' | 'places' | 'months'>;

/** Settles the pools of a kind: own numbers replace the file's for the same region and block, from the month that they begin. */
export function layPools(raw: Sheet, path: Path, rule: 'whole' | 'decimal', ground: Ground): readonly PoolRow[] {
  if (raw.from === undefined && raw['by-region'] === undefined && !('unlimited' in raw) && !isDoubted(path, ground.reader)) object(ground.reader, path, { code: 'from-or-by-region' }, 'key');
  const filed = raw.from === undefined ? [] : poolsFromFile(raw.from, [...path, 'from'], rule === 'whole' ? SLOTS : PLACES, ground);
  const stated = raw['by-region'] === undefined ? [] : poolsByRegion(raw['by-region'], [...path, 'by-region'], ground);
  const replaced = (row: PoolRow): boolean => stated.some((own) => own.region === row.region && own.block === row.block && own.from <= Math.max(row.from, ground.begins));
  const kept = (filed ?? []).filter((row) => !replaced(row));
  if (!ground.isLoad && filed) refuseLateStart(stated, kept, [...path, 'by-region'], ground);
  return [...kept, ...stated];
}

/** Whether a file is named, but in a way that has been complained of. */
const isDoubted = (path: Path, reader: Reader): boolean => reader.issues.some((issue) => issue.where.path === `${path.join('.')}.from`);

/** A series of own numbers that begins after the run says nothing of the time before, unless the file does. */
function refuseLateStart(stated: readonly PoolRow[], kept: readonly PoolRow[], path: Path, { begins, reader }: Ground): void {
  for (const row of stated) {
    const same = (other: PoolRow): boolean => other.region === row.region && other.block === row.block;
    const isFirst = stated.every((other) => !same(other) || other.from >= row.from);
    if (isFirst && row.from > begins && !kept.some(same)) object(reader, [...path, row.region, row.block], { code: 'starts-late', found: showMonth(row.from), values: { begins: showMonth(begins) } });
  }
}

/** Blocks with unlimited slots; those that no pathway has are errors. */
export function layUnlimited(given: z.output<ReturnType<typeof slots>> | undefined, { used, reader }: Ground): readonly string[] {
  const raw = given?.unlimited ?? [];
  raw.forEach((block, i) => {
    known(reader, 'block', block, used, ['slots', 'unlimited', i]);
    if (raw.indexOf(block) < i) object(reader, ['slots', 'unlimited', i], { code: 'said-twice', found: block });
  });
  for (const [region, cells] of Object.entries(given?.['by-region'] ?? {}))
    for (const block of Object.keys(cells).filter((one) => raw.includes(one.normalize('NFC'))))
      object(reader, ['slots', 'by-region', region, block], { code: 'places-of-unlimited', found: block, values: { line: lineAt(reader, ['slots', 'unlimited', raw.indexOf(block.normalize('NFC'))], ['slots', 'by-region', region, block]) } }, 'key');
  return raw;
}

/** A headroom is added to what a file says and nobody has published; without such a row it would change nothing. */
export function layHeadroom(given: z.output<ReturnType<typeof slots>> | undefined, rows: readonly PoolRow[], reader: Reader): Sourced {
  const headroom = given?.headroom;
  if (headroom === undefined) return { value: 0, ...STATED, cell: '' };
  if (isDoubted(['slots'], reader)) return headroom;
  if (given?.from === undefined) object(reader, ['slots', 'headroom'], { code: 'headroom-without-file', found: String(headroom.value) }, 'key');
  else if (rows.length > 0 && !rows.some((row) => row.headroom)) object(reader, ['slots', 'headroom'], { code: 'headroom-on-nothing', found: String(headroom.value) }, 'key', 'warning');
  return headroom;
}

/** Warns of blocks for which a region has no slots at all: legal (a region need not offer a block), but nobody can then be placed there. */
export function warnOfNoSlots(rows: readonly PoolRow[], unlimited: readonly string[], { regions, blocks, reader }: Pick<Ground, 'regions' | 'blocks' | 'reader'>): void {
  for (const block of blocks.filter((one) => !unlimited.includes(one))) {
    const none = regions.ids.filter((region) => !rows.some((row) => row.region === region && row.block === block));
    if (none.length > 0) object(reader, ['slots'], { code: 'no-slots', values: { block, regions: none.join(', ') } }, 'key', 'warning');
  }
}

/** Settles the main supervisors. */
export function layMain(raw: z.output<ReturnType<typeof mainSupervisors>> | undefined, ground: Ground): readonly (Dated & { readonly region: string })[] {
  const { regions, begins, reader } = ground;
  const path = ['main-supervisors', 'by-region'];
  return (raw === undefined ? [] : scenarioNames(reader, raw['by-region'], path)).flatMap(([region, given]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    const rows = dated(given, [...path, region], ground);
    if (rows[0] && rows[0].from > begins) object(reader, [...path, region], { code: 'starts-late', found: showMonth(rows[0].from), values: { begins: showMonth(begins) } });
    return regions.ids.includes(region) ? rows.map((row) => ({ region, ...row })) : [];
  });
}

/** Pools by a file; nothing where it could not be read, which is told of. */
function poolsFromFile(file: string, path: Path, value: NumberRule, { regions, blocks, begins, isLoad, reader }: Ground): readonly PoolRow[] | undefined {
  const sheet = readRows(reader, file, path, { keys: { region: 'name', block: 'name', 'from?': 'month' }, value, names: { region: strangeRegion(regions), block: strange('block', blocks) } });
  if (!sheet) return undefined;
  const firsts = new Map<string, Row>();
  for (const row of sheet.rows) {
    const key = JSON.stringify([row.name('region'), row.name('block')]);
    const first = firsts.get(key);
    if (first === undefined || row.number('from') < first.number('from')) firsts.set(key, row);
  }
  for (const row of firsts.values()) {
    const from = row.number('from');
    if (from > begins && !isLoad) row.complain('from', { code: 'starts-late', found: showMonth(from), values: { begins: showMonth(begins) } });
  }
  const rows = sheet.rows.flatMap((row) => {
    const [region, block] = [row.name('region'), row.name('block')];
    return regions.ids.includes(region) ? [{ region, block, from: row.number('from'), places: row.value, headroom: row.value.quality !== 'published', own: false }] : [];
  });
  return rows.sort((a, b) => a.from - b.from);
}

function poolsByRegion(raw: NonNullable<Sheet['by-region']>, path: Path, ground: Ground): readonly PoolRow[] {
  const { regions, used, reader } = ground;
  return scenarioNames(reader, raw, path).flatMap(([region, cells]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    return scenarioNames(reader, cells, [...path, region]).flatMap(([block, given]) => {
      const at = [...path, region, block];
      known(reader, 'block', block, used, at, 'key');
      const rows = dated(given, at, ground);
      return regions.ids.includes(region) ? rows.map((row) => ({ region, block, ...row, headroom: false, own: true })) : [];
    });
  });
}

/** The rows of a series, in order of time. */
export function dated(given: Series, path: Path, { begins, ends, reader }: Pick<Ground, 'begins' | 'ends' | 'reader'>): readonly Dated[] {
  if (!Array.isArray(given)) return [{ from: 0, places: placesOf(given, path, reader) }];
  if (given.length === 0) object(reader, path, { code: 'empty-list' });
  given.forEach((row, i) => {
    if (ends > begins && row.from > ends) object(reader, [...path, i, 'from'], { code: 'outside-run', found: showMonth(row.from), values: { from: showMonth(begins), to: showMonth(ends) } });
    const first = given.findIndex((other) => other.from === row.from);
    if (first < i) object(reader, [...path, i, 'from'], { code: 'said-twice-at', values: { line: reader.at([...path, first, 'from']).line } });
  });
  return given.map((row, i) => withMonths(row, placesOf(row.places, [...path, i, 'places'], reader), [...path, i, 'months'], reader)).sort((a, b) => a.from - b.from);
}

function withMonths(row: { readonly from: number; readonly months?: z.output<ReturnType<typeof months>> | undefined }, usual: Sourced | null, path: Path, reader: Reader): Dated {
  if (row.months === undefined) return { from: row.from, places: usual };
  return { from: row.from, places: usual, months: layMonths(row.months, usual && usual.value, path, reader).map(([month, one]) => ({ month, places: one })) };
}

function placesOf(amount: Amount, path: Path, reader: Reader): Sourced | null {
  if (amount === 'unlimited') return null;
  if ('centres' in amount) return slotsOfCentres(amount, path, reader);
  return 'people' in amount ? placesOfPeople(amount, path, reader) : amount;
}
