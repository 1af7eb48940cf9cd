import type * as z from 'zod';
import { formOf, type RawMap } from '../base/index.js';
import { either, keyed, mapping, name, says, prose } from './fields.js';
import type { Fault } from './numbers.js';
import { object, strange, unknown, type Reader } from './reader.js';
import { readRows } from './rows.js';
import { scenarioNames } from './titles.js';
import type { Region } from './scenario.js';

const one = () =>
  mapping({
    area: name(says('the larger area it is part of', 'det större område den ingår i')).optional(),
    sv: prose().optional(),
    en: prose().optional(),
  });
const fromFile = () =>
  mapping({
    from: name(says('data file: region, health_care_region', 'datafil: region, health_care_region')),
    where: mapping({ region: name().optional(), health_care_region: name().optional() })
      .meta(says('only the rows that say this', 'bara de rader som säger detta'))
      .optional(),
  });

/** The planning units, from a data file or by name. */
export const regions = () =>
  either(
    (raw) => (formOf(raw) !== 'map' ? undefined : formOf((raw as RawMap)['from']) === 'text' ? 'file' : 'names'),
    { file: fromFile(), names: keyed(one()) },
    { sv: '{ from: FIL } eller en karta med regionernas namn', en: '{ from: FILE } or a map of names of regions' },
  ).meta(says('the regions of the scenario', 'scenariots regioner'));

/** The regions of a scenario, and all that its data may speak of: rows of a region that `where` leaves out are skipped. */
export interface Regions {
  readonly inside: readonly Region[];
  readonly ids: readonly string[];
  readonly everywhere: readonly string[];
  /** Whether they are all that a data file of the country has. */
  readonly isWhole: boolean;
}

/** The regions of a scenario whose regions could not be read: no name is then known, and none is refused. */
export const NOWHERE: Regions = { inside: [], ids: [], everywhere: [], isWhole: false };

/** Settles the regions. */
export function layRegions(raw: z.output<ReturnType<typeof regions>>, scenario: string, reader: Reader): Regions | undefined {
  const settled = isFromFile(raw) ? regionsFromFile(raw, reader) : regionsByName(raw, scenario, reader);
  if (settled?.inside.length === 0) object(reader, ['regions'], { code: 'no-regions' });
  return settled && settled.inside.length > 0 ? settled : undefined;
}

type FromFile = z.output<ReturnType<typeof fromFile>>;

function isFromFile(raw: z.output<ReturnType<typeof regions>>): raw is FromFile {
  return typeof raw['from'] === 'string';
}

function regionsByName(raw: Readonly<Record<string, z.output<ReturnType<typeof one>>>>, scenario: string, reader: Reader): Regions {
  const names = scenarioNames(reader, raw, ['regions']);
  const inside = names.map(([id, region]) => ({ id, area: region.area ?? scenario, sv: region.sv ?? id, en: region.en ?? id }));
  const ids = inside.map((region) => region.id);
  return { inside, ids, everywhere: ids, isWhole: false };
}

function regionsFromFile(raw: FromFile, reader: Reader): Regions | undefined {
  const path = ['regions', 'from'];
  const sheet = readRows(reader, raw.from, path, { keys: { region: 'name', health_care_region: 'name' }, unique: ['region'], value: { min: 0 } });
  if (!sheet) return undefined;
  const all = sheet.rows.map((row) => ({ id: row.name('region'), area: row.name('health_care_region'), sv: row.name('region'), en: row.name('region') }));
  const wanted = { id: raw.where?.region, area: raw.where?.health_care_region };
  const keys = { id: 'region', area: 'health_care_region' } as const;
  for (const key of ['id', 'area'] as const) {
    const name = wanted[key];
    const valid = [...new Set(all.map((region) => region[key]))];
    if (name !== undefined && !valid.includes(name)) object(reader, ['regions', 'where', keys[key]], unknown('region', name, valid));
    if (name !== undefined && !valid.includes(name)) return undefined;
  }
  const inside = all.filter((region) => (wanted.id ?? region.id) === region.id && (wanted.area ?? region.area) === region.area);
  return { inside, ids: inside.map((region) => region.id), everywhere: all.map((region) => region.id), isWhole: inside.length === all.length };
}

/** What is wrong with the name of a region in a row of data: that no data know it. */
export const strangeRegion =
  ({ everywhere }: Regions) =>
  (name: string): Fault | undefined =>
    strange('region', everywhere)(name);

