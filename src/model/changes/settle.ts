import { showMonth, type Path } from '../../base/index.js';
import type { Duration } from '../dates.js';
import { unknownKey } from '../document.js';
import { STATED } from '../figures.js';
import { known, lineAt, object, wholeSteps, type Reader } from '../reader.js';
import type { Regions } from '../regions.js';
import type { Scenario, Sourced } from '../scenario.js';
import type { Change } from './cells.js';
import { refuseHaste, type LeadTimes } from './lead-times.js';
import { MOST, naming, PLACES, type PlaceKey, type QuantityName, type RawChange } from './change.js';
import { KINDS } from './quantities/index.js';

/** The names that changes may use, and the time of the run; a list is empty when what it would hold could not be read. */
export interface Ground {
  readonly regions: Regions;
  readonly names: Readonly<Record<Exclude<PlaceKey, 'region' | 'area'>, readonly string[]>>;
  readonly unlimited: readonly string[];
  readonly time: Scenario['time'];
  readonly leads: LeadTimes;
  readonly reader: Reader;
}

/** Settles one change; undefined when something in it is wrong, which has then been told. */
export function settle(raw: RawChange, i: number, ground: Ground): Change | undefined {
  const { reader } = ground;
  const path: Path = ['changes', i];
  const before = reader.issues.length;
  const [verb, quantity] = 'set' in raw ? (['set', raw.set] as const) : 'add' in raw ? (['add', raw.add] as const) : (['scale', raw.scale] as const);
  const where = settleWhere(raw, quantity, path, ground);
  refuseDates(raw, quantity, path, ground);
  refuseAnnouncement(raw, quantity, path, ground);
  if (ground.time.to > ground.time.from) refuseHaste(raw, quantity, path, { leads: ground.leads, begins: ground.time.from, reader });
  const amount = settleAmount(raw, quantity, [...path, verb === 'set' ? 'to' : 'by'], reader);
  if (reader.issues.slice(before).some(({ severity }) => severity === 'error')) return undefined;
  return {
    verb,
    quantity,
    amount,
    where,
    from: raw.from ?? 0,
    until: raw.until === undefined ? Infinity : raw.until + 1,
    ...(raw.announced === undefined || raw.announced <= ground.time.from ? {} : { announced: raw.announced }),
    ...(raw.name === undefined ? {} : { name: raw.name }),
    path,
  };
}

function settleWhere(raw: RawChange, quantity: QuantityName, path: Path, ground: Ground): Change['where'] {
  const { reader, regions, names, unlimited } = ground;
  const { keys } = KINDS[quantity];
  const given = PLACES.flatMap((key) => (raw.where?.[key] === undefined ? [] : [[key, [raw.where[key]].flat()] as const]));
  for (const [key, list] of given) {
    const at = [...path, 'where', key];
    if (!keys.includes(key)) {
      object(reader, at, unknownKey(key, [], keys).fault, 'key');
      continue;
    }
    if (list.length === 0) object(reader, at, { code: 'empty-list' });
    const valid = key === 'region' ? regions.everywhere : key === 'area' ? [...new Set(regions.inside.map(({ area }) => area))] : names[key];
    list.forEach((one, k) => {
      const place = Array.isArray(raw.where?.[key]) ? [...at, k] : at;
      if (list.indexOf(one) < k) object(reader, place, { code: 'said-twice', found: one });
      else if (known(reader, key, one, valid, place) && key === 'block' && quantity === 'slots' && unlimited.includes(one))
        object(reader, place, { code: 'places-of-unlimited', found: one, values: { line: lineAt(reader, ['slots', 'unlimited', unlimited.indexOf(one)], place) } });
    });
  }
  return Object.fromEntries(given);
}

function refuseDates({ from, until }: RawChange, quantity: QuantityName, path: Path, { time, reader }: Ground): void {
  for (const key of ['from', 'until', 'announced'] as const) {
    if (!KINDS[quantity].isDated && key !== 'announced' && { from, until }[key] !== undefined) object(reader, [...path, key], { code: 'not-dated', values: naming(quantity) }, 'key');
  }
  if (!KINDS[quantity].isDated) return;
  if (from !== undefined && until !== undefined && until < from) object(reader, [...path, 'until'], { code: 'until-before-from', found: showMonth(until), values: { from: showMonth(from) } });
  // Without a sound time of the run nothing is outside it.
  else if (time.to <= time.from) return;
  else if (from !== undefined && from > time.to) outside(path, 'from', from, time, reader);
  else if (until !== undefined && until < time.from) outside(path, 'until', until, time, reader);
}

/** A layer that shortens the run is not to blame for what its base changes outside it. */
function outside(path: Path, key: string, found: number, { from, to }: Scenario['time'], reader: Reader): void {
  object(reader, [...path, key], { code: isOutermost(path, reader) ? 'outside-run' : 'base-change-outside-run', found: showMonth(found), values: { from: showMonth(from), to: showMonth(to) } }, 'value', isOutermost(path, reader) ? 'error' : 'warning');
}

/** Whether something stands in the file that was asked for, not in one that it extends. */
export const isOutermost = (path: Path, reader: Reader): boolean => reader.at(path).file === reader.file;

function refuseAnnouncement({ announced, until }: RawChange, quantity: QuantityName, path: Path, { time, reader }: Ground): void {
  if (announced === undefined) return;
  const at = [...path, 'announced'];
  const found = showMonth(announced);
  if (!KINDS[quantity].isForeseen) object(reader, at, { code: 'never-foreseen', values: naming(quantity) }, 'key');
  else if (time.to <= time.from) return;
  else if (announced > time.to) object(reader, at, { code: 'outside-run', found, values: { from: showMonth(time.from), to: showMonth(time.to) } });
  else if (announced <= time.from) object(reader, at, { code: 'announced-before-run', found, values: { from: showMonth(time.from) } }, 'value', 'warning');
  else if (until !== undefined && announced > until) object(reader, at, { code: 'announced-too-late', found, values: { until: showMonth(until) } });
}

function settleAmount(raw: RawChange, quantity: QuantityName, path: Path, reader: Reader): Sourced | null {
  const place = reader.at(path);
  const card = { quality: raw.quality ?? STATED.quality, source: raw.source ?? STATED.source, cell: `${place.file}:${place.path}` };
  if (!('set' in raw)) return { ...card, value: 'scale' in raw ? raw.by : inUnits(raw.by, quantity, path, reader) };
  const { to } = raw;
  if (to === 'unlimited') return null;
  if ('halves' in to) return { ...card, value: inSteps(to, quantity, path, reader) };
  refuseTwoCards(raw, to, path, reader);
  return { ...to, quality: raw.quality ?? to.quality, source: raw.source ?? to.source, value: inUnits(to.value, quantity, path, reader) };
}

/** Who says a number, and how surely, is said of the change or of the number, not of both. */
function refuseTwoCards(raw: RawChange, to: Sourced, path: Path, reader: Reader): void {
  const twice = (['quality', 'source'] as const).find((key) => raw[key] !== undefined && to[key] !== STATED[key]);
  if (twice !== undefined) object(reader, [...path, twice], { code: 'said-twice-at', values: { line: reader.at([...path.slice(0, -1), twice]).line } });
}

/** A number in the unit that the quantity is counted in: steps for a length in months, else as it is. */
function inUnits(value: number, quantity: QuantityName, path: Path, reader: Reader): number {
  if (quantity === 'length') return Math.sign(value) * inSteps({ halves: 2 * Math.abs(value), written: `${value} months` }, quantity, path, reader);
  if (KINDS[quantity].isWhole && !Number.isInteger(value)) object(reader, path, { code: 'not-whole', found: String(value), values: { allowed: path.at(-1) === 'to' ? `0 … ${MOST}` : `-${MOST} … ${MOST}`, low: Math.floor(value), high: Math.ceil(value) } });
  return value;
}

function inSteps(duration: Duration, quantity: QuantityName, path: Path, reader: Reader): number {
  const steps = quantity === 'length' ? wholeSteps(duration, reader.halvesPerStep) : { fault: { code: 'not-a-number', found: duration.written } };
  if ('value' in steps) return steps.value;
  object(reader, path, steps.fault);
  return 0;
}
