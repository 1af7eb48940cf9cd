import type * as z from 'zod';
import { formOf, suggest, type Path, type Raw, type RawMap } from '../base/index.js';
import { ECHO, EXPRESSION } from './calculated.js';
import { boundary } from './boundary.js';
import { check, checks } from './checks.js';
import { change, changes, type RawChange } from './changes/change.js';
import { leadTimes } from './changes/lead-times.js';
import { clock } from './clock.js';
import { crowding } from './crowding.js';
import { agreement, exchange } from './exchange.js';
import { byForm, either, flag, keyed, label, listed, LONGEST_NAME, mapping, name, number, prose, says, scalar, word } from './fields.js';
import { initial } from './initial.js';
import { locum, locumLoad } from './locum.js';
import { mobility } from './mobility.js';
import type { Fault } from './numbers.js';
import { areDoubted, markNames, parameters, refuseNames } from './parameters.js';
import { pathways } from './pathways.js';
import { mainSupervisors, slots, supervisors } from './pools.js';
import { positions } from './positions.js';
import { regions } from './regions.js';
import { applications, discipline, placement, slotPriority } from './rules.js';
import { stPosts } from './st-posts.js';
import { streams } from './streams.js';
import { blockTitles } from './titles.js';
import { idleParameters, laySheet, workOut, type Calculator } from './work-out.js';

/** The most replications of one run, and the largest seed. */
const MOST_REPLICATIONS = 100_000;
const LARGEST_SEED = 4_294_967_295;

const ALLOWED_NAME = { sv: 'bokstäver, siffror och bindestreck', en: 'letters, digits and hyphens' };
const scenarioName = () =>
  scalar(
    ({ text }) => {
      const id = text.normalize('NFC');
      if (id.length > LONGEST_NAME) return { fault: { code: 'name-too-long', values: { max: LONGEST_NAME } } };
      return /^[\p{L}0-9]+(-[\p{L}0-9]+)*$/u.test(id) ? { value: id } : { fault: { code: 'not-a-scenario-name' } };
    },
    ALLOWED_NAME,
    { type: 'string', maxLength: LONGEST_NAME, ...says('letters, digits, hyphens; names the report folder', 'bokstäver, siffror, bindestreck; namnger rapportmappen') },
  );

/** A text as it stands in every language, or one for each. */
const words = () => either(byForm, { text: prose(), map: label() }, { sv: 'en text, eller { sv: …, en: … }', en: 'a text, or { sv: …, en: … }' });
const about = () => mapping({ question: words().optional(), for: words().optional(), limits: words().optional() }).meta(says('what the scenario is for', 'vad scenariot är till för'));
const assumption = () => mapping({ id: name(), sv: prose(), en: prose() });
const fileNotes = () =>
  keyed(
    mapping({
      decimal: word(['comma', 'point'], says('what separates decimals', 'vad som skiljer decimaler')).optional(),
      encoding: word(['utf-8', 'windows-1252']).optional(),
      delimiter: word([',', ';']).optional(),
    }),
  ).meta(says('how data files are written, where it cannot be seen', 'hur datafiler är skrivna, där det inte framgår'));

/** Every key that may stand at the top of a scenario file, each described in the file of its concept. */
const shape = {
  extends: name(says('the scenario that this one is a difference from, by its path from the root of the project', 'scenariot som detta är en skillnad från, med sökväg från projektets rot')).optional(),
  name: scenarioName(),
  title: label().optional(),
  about: about().optional(),
  assumptions: listed(assumption()).meta(says('what was assumed; heads the summary', 'vad som antagits; inleder sammanfattningen')).optional(),
  parameters: parameters().optional(),
  time: clock(),
  seed: number({ whole: true, min: 0, max: LARGEST_SEED }, says('the luck of the run; default 1', 'körningens slump; utan angivelse 1')).optional(),
  replications: number({ whole: true, min: 1, max: MOST_REPLICATIONS }, says('how many times the run is repeated; default 20', 'antal upprepningar; utan angivelse 20')).optional(),
  files: fileNotes().optional(),
  regions: regions(),
  blocks: blockTitles().optional(),
  streams: streams(),
  pathways: pathways(),
  positions: positions(),
  slots: slots(),
  supervisors: supervisors().optional(),
  'main-supervisors': mainSupervisors().optional(),
  'st-posts': stPosts().optional(),
  crowding: crowding().optional(),
  exchange: exchange().optional(),
  locum: locum().optional(),
  'slot-priority': slotPriority().optional(),
  discipline: discipline().optional(),
  strict: flag(says('who cannot be placed stops those behind', 'den som inte kan placeras stoppar dem bakom')).optional(),
  'pass-limit': number({ whole: true, min: 0, max: 1_000_000 }, says('how often a doctor may be passed over', 'hur ofta en läkare får gås förbi')).optional(),
  placement: placement().optional(),
  applications: applications().optional(),
  mobility: mobility().optional(),
  initial: initial().optional(),
  boundary: boundary().optional(),
  'lead-times': leadTimes().optional(),
  changes: changes().optional(),
  checks: checks().optional(),
  compare: name(says('data file: figure, region, pathway, year', 'datafil: figure, region, pathway, year')).optional(),
};

/** Every key that may stand at the top of a scenario file. */
export const SCENARIO_KEYS: readonly string[] = Object.keys(shape);

/** A scenario file, all its layers as one. */
export const document = mapping(shape);

/** A scenario file as read: every field judged by itself, references not yet followed. */
export type ScenarioDocument = z.output<typeof document>;

/** Something wrong in a document, by its path in the file. */
export interface Complaint {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly fault: Fault;
}

/** A scenario file as far as its fields are sound. */
export interface Judged {
  readonly complaints: readonly Complaint[];
  readonly parts: Partial<ScenarioDocument>;
  /** The changes in their places, those that are sound. */
  readonly changes: readonly (RawChange | undefined)[];
  /** Keys of the top whose part is absent because something in it is wrong: nothing may be concluded from their absence. */
  readonly lost: ReadonlySet<string>;
  /** Names that the file gives, sound or not, so that a reference to them is no error. */
  readonly named: { readonly pathways: readonly string[]; readonly streams: readonly string[] };
  /** Parameters that no number uses. */
  readonly idleParameters: readonly string[];
}

/** Judges every field of a scenario file by itself, its expressions worked out; what is sound is given even when something else is not. */
export function readDocument(written: Raw, calculator: Calculator): Judged {
  const { raw, read, idle } = readWorkedOut(markNames(written), calculator);
  const named = { pathways: keysOf(raw, 'pathways'), streams: keysOf(raw, 'streams') };
  const misnamed = refuseNames(raw);
  if (read.success && misnamed.length === 0) return { complaints: [], parts: read.data, changes: read.data.changes ?? [], lost: new Set(), named, idleParameters: idle };
  const found = withoutEchoes([...misnamed, ...(read.error?.issues.flatMap(toComplaints) ?? [])]);
  const parts = formOf(raw) === 'map' ? soundParts(raw as RawMap, found) : {};
  const touched = found.flatMap(({ path, fault }) => [String(path[0]), ...(path.length === 1 && fault.nearest !== undefined ? [fault.nearest] : [])]);
  return { complaints: found.filter(({ fault }) => fault.code !== ECHO), parts, changes: soundChanges(raw), lost: new Set(touched.filter((key) => !(key in parts))), named, idleParameters: [] };
}

/** Which fields are numbers only their readers know: what they take for expressions is worked out, and all is read again. */
function readWorkedOut(written: Raw, calculator: Calculator) {
  const sheet = laySheet(written, areDoubted(written), calculator);
  const met = new Map<string, Path>();
  for (let raw = written; ; ) {
    const read = document.safeParse(raw);
    const before = met.size;
    for (const { path, fault } of read.error?.issues.flatMap(toComplaints) ?? []) if (fault.code === EXPRESSION) met.set(JSON.stringify(path), path);
    if (met.size === before) return { raw, read, idle: idleParameters(sheet) };
    raw = workOut(sheet, [...met.values()]);
  }
}

const oneChange = change();

function soundChanges(raw: Raw): Judged['changes'] {
  const list = formOf(raw) === 'map' ? (raw as RawMap)['changes'] : undefined;
  return formOf(list) === 'list' ? (list as readonly Raw[]).map((one) => oneChange.safeParse(one).data) : [];
}

function keysOf(raw: Raw, key: string): readonly string[] {
  const part = formOf(raw) === 'map' ? (raw as RawMap)[key] : undefined;
  return formOf(part) === 'map' ? Object.keys(part as RawMap) : [];
}

/** Keys whose own keys do not depend on each other: what is sound in them is read although the rest is not. */
const SEPARABLE: readonly string[] = ['streams', 'positions', 'slots', 'supervisors', 'applications', 'initial'];

/** Lists whose items do not depend on each other. */
const LISTS: Readonly<Record<string, () => z.ZodType>> = { exchange: agreement, locum: locumLoad, checks: check };

function soundParts(raw: RawMap, complaints: readonly Complaint[]): Partial<ScenarioDocument> {
  const parts = Object.entries(shape).flatMap(([key, schema]): readonly (readonly [string, unknown])[] => {
    const part = raw[key];
    if (part === undefined) return [];
    const item = LISTS[key];
    if (item && formOf(part) === 'list') return [[key, soundItems(key, item(), part as readonly Raw[], complaints)]];
    const read = schema.safeParse(SEPARABLE.includes(key) ? withoutUnsound(part, pathsWithin(key, complaints.map(({ path }) => path))) : part);
    return read.success ? [[key, read.data]] : [];
  });
  return Object.fromEntries(parts);
}

/** The sound items of a list in their places, with holes where one is unsound. Of a check what is sound is kept, for its names can be judged. */
function soundItems(key: string, item: z.ZodType, list: readonly Raw[], complaints: readonly Complaint[]): readonly unknown[] {
  const unsound = pathsWithin(key, complaints.map(({ path }) => path));
  const sound: unknown[] = [];
  sound.length = list.length;
  list.forEach((one, i) => {
    const within = unsound.filter((path) => path[0] === i).map((path) => path.slice(1));
    const read = item.safeParse(key === 'checks' ? withoutUnsound(one, within) : one);
    if (read.success) sound[i] = read.data;
  });
  return sound;
}

const pathsWithin = (key: string, paths: readonly Path[]): readonly Path[] => paths.filter((path) => path[0] === key).map((path) => path.slice(1));

/** A map without the keys that are complained of, in `by-region` without the cells; as it stands when that would leave nothing. */
function withoutUnsound(part: Raw, unsound: readonly Path[], cellsWithin = 0): Raw {
  if (formOf(part) !== 'map') return part;
  const sound = Object.entries(part as RawMap).flatMap(([name, value]) => {
    const within = pathsWithin(name, unsound);
    const levels = name === 'by-region' ? 2 : cellsWithin - 1;
    if (within.length === 0) return [[name, value] as const];
    const rest = levels > 0 && within.every((path) => path.length > 0) ? withoutUnsound(value, within, levels) : value;
    return rest === value ? [] : [[name, rest] as const];
  });
  return sound.length === 0 ? part : Object.assign(Object.create(null) as Record<string, Raw>, Object.fromEntries(sound));
}

/** A key that is missing because it is misspelt is complained of once, where it is misspelt. */
function withoutEchoes(complaints: readonly Complaint[]): readonly Complaint[] {
  const meant = new Set(complaints.filter(({ fault }) => fault.code === 'unknown-key').map(({ path, fault }) => JSON.stringify([...path.slice(0, -1), fault.nearest])));
  return complaints.filter(({ path, fault }) => fault.code !== 'missing-key' || !meant.has(JSON.stringify(path)));
}

function toComplaints(issue: z.core.$ZodIssue): readonly Complaint[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, issue.message.split(' ')));
  if (issue.code !== 'custom') return [{ path, part: 'value', fault: { code: 'missing-key', values: {} } }];
  const { fault, part } = issue.params as { readonly fault: Fault; readonly part: 'key' | 'value' };
  if (fault.code === 'out-of-range' && path[0] === 'replications' && Number(fault.found) > MOST_REPLICATIONS) return [{ path, part, fault: tooMany(fault) }];
  return [{ path, part, fault }];
}

/** An unknown key, with the nearest of the known ones. */
export function unknownKey(key: string, path: Path, allowed: readonly string[]): Complaint {
  const nearest = suggest(key, allowed);
  return { path: [...path, key], part: 'key', fault: { code: 'unknown-key', found: key, values: allowed.length === 0 ? {} : { allowed: allowed.join(', ') }, ...(nearest === undefined ? {} : { nearest }) } };
}

const SECONDS_EACH = 0.1;
const KILOBYTES_EACH = 100;

/** What so many replications would cost, at a tenth of a second and a hundred kilobytes each. */
function tooMany(fault: Fault): Fault {
  const wanted = Number(fault.found);
  const hours = Math.ceil((wanted * SECONDS_EACH) / 3600);
  return { ...fault, code: 'too-many-replications', values: { max: MOST_REPLICATIONS, hours, gigabytes: Math.ceil((wanted * KILOBYTES_EACH) / 1_000_000) } };
}
