import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { duration } from './dates.js';
import { byForm, either, keyed, listed, mapping, name, says } from './fields.js';
import { figure, STATED } from './figures.js';
import { chance, isFile, known, object, stepsAt, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows } from './rows.js';
import type { Scenario } from './scenario.js';
import { scenarioNames } from './titles.js';

/** The share of the doctors who would leave their home region: one draw each, whether they apply elsewhere or move after a wait. */
export const mobile = () => figure({ min: 0, max: 1, share: true }, says('share who would move; default 1', 'andel som kan tänka sig att flytta; utan angivelse 1'));

const NEIGHBOURS = { sv: 'en fil eller en karta region → [region, …]', en: 'a file or a map region → [region, …]' };
const neighbours = () =>
  either(byForm, { text: name(), map: keyed(listed(name(), { sv: 'region, region', en: 'region, region' }), { sv: 'region: [region, …]', en: 'region: [region, …]' }) }, NEIGHBOURS).meta(
    says('where they move: a data file (region, neighbour) with the order as value, or a map', 'vart de flyttar: en datafil (region, neighbour) med ordningen som värde, eller en karta'),
  );

/** Mobile doctors who have waited long try the neighbours of their home region (MODEL 5.2). */
export const mobility = () => mapping({ patience: duration(says('the wait after which they do', 'väntan innan de gör det')), mobile: mobile().optional(), neighbours: neighbours() });

type Raw = z.output<ReturnType<typeof mobility>> | undefined;

/** Settles who is mobile: said with the applications or with the mobility, not with both. */
export function layMobile(applications: { readonly mobile?: Scenario['mobile'] | undefined } | undefined, moves: Raw, reader: Reader): Scenario['mobile'] {
  const [there, here] = [applications?.mobile, moves?.mobile];
  if (there && here) object(reader, ['mobility', 'mobile'], { code: 'mobile-twice', values: { line: reader.at(['applications', 'mobile']).line } }, 'key');
  if (here) return chance(reader, here, ['mobility', 'mobile']);
  return there ? chance(reader, there, ['applications', 'mobile']) : { value: 1, ...STATED, cell: '' };
}

/** Settles the mobility; without a neighbour in the scenario nobody can move. */
export function layMobility(raw: Raw, regions: Regions, reader: Reader): Scenario['mobility'] {
  if (raw === undefined) return null;
  const before = reader.issues.length;
  const path = ['mobility', 'neighbours'];
  const settled = typeof raw.neighbours === 'string' ? fromFile(raw.neighbours, path, regions, reader) : fromMap(raw.neighbours, path, regions, reader);
  const isSound = reader.issues.length === before && regions.ids.length > 0;
  if (isSound && settled.every((row) => row.neighbours.length === 0)) object(reader, path, { code: 'no-neighbours' }, 'key', 'warning');
  return { patience: stepsAt(reader, raw.patience, ['mobility', 'patience']), neighbours: settled };
}

type Neighbours = NonNullable<Scenario['mobility']>['neighbours'];

function fromMap(raw: Readonly<Record<string, readonly string[]>>, path: Path, regions: Regions, reader: Reader): Neighbours {
  const names = scenarioNames(reader, raw, path);
  if (names.length === 0) object(reader, path, { code: 'empty-map' });
  return names.flatMap(([region, list]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    if (list.length === 0) object(reader, [...path, region], { code: 'empty-list' });
    list.forEach((neighbour, i) => {
      known(reader, 'region', neighbour, regions.everywhere, [...path, region, i]);
      if (neighbour === region) object(reader, [...path, region, i], { code: 'own-neighbour', found: region });
      if (list.indexOf(neighbour) < i) object(reader, [...path, region, i], { code: 'said-twice', found: neighbour });
    });
    return regions.ids.includes(region) ? [{ region, neighbours: list.filter((neighbour) => regions.ids.includes(neighbour)) }] : [];
  });
}

function fromFile(file: string, path: Path, regions: Regions, reader: Reader): Neighbours {
  if (!isFile(file)) {
    object(reader, path, { code: 'wrong-form', found: file, values: { allowedSv: NEIGHBOURS.sv, allowedEn: NEIGHBOURS.en } });
    return [];
  }
  const places = new Set<string>();
  const sheet = readRows(reader, file, path, {
    keys: { region: 'name', neighbour: 'name' },
    value: { whole: true, min: 1, max: 1000 },
    names: { region: strangeRegion(regions), neighbour: strangeRegion(regions) },
    each: (row) => {
      if (row.name('neighbour') === row.name('region')) row.complain('neighbour', { code: 'own-neighbour' });
      const key = JSON.stringify([row.name('region'), row.value.value]);
      if (places.has(key)) row.complain('value', { code: 'said-twice' });
      places.add(key);
    },
  });
  const rows = (sheet?.rows ?? []).toSorted((a, b) => a.value.value - b.value.value);
  const inside = rows.filter((row) => regions.ids.includes(row.name('region')) && regions.ids.includes(row.name('neighbour')));
  return [...new Set(inside.map((row) => row.name('region')))].map((region) => ({ region, neighbours: inside.filter((row) => row.name('region') === region).map((row) => row.name('neighbour')) }));
}
