import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { byForm, either, listed, mapping, name, says } from './fields.js';
import { figure } from './figures.js';
import { known, object, someOf, warnOfNothing, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import type { Locum, Scenario } from './scenario.js';
import { sixtieth } from './variants.js';

const names = (en: string, sv: string) => either(byForm, { text: name(), list: listed(name(), { sv: 'namn, namn', en: 'name, name' }) }, { sv: 'ett namn eller en lista', en: 'a name or a list' }).meta(says(en, sv));

/** What they take of one block. */
export const locumLoad = () =>
  mapping({
    block: name(says('the block whose supervisors they load', 'blocket vars handledare de belastar')),
    load: figure({ min: 0, max: 100 }, says('places for each who waits, a multiple of one sixtieth', 'platser per väntande, en multipel av en sextiondel')),
    region: names('where; default everywhere', 'var; utan angivelse överallt').optional(),
    pathway: names('whose queues; default all', 'vilkas köer; utan angivelse allas').optional(),
  });

/** Supervisors' time that doctors who wait take, because they serve as locums meanwhile (MODEL 3.14). */
export const locum = () =>
  listed(
    locumLoad(),
    { sv: '{ block, load }, …', en: '{ block, load }, …' },
  ).meta(says('what doctors who wait take of supervisors, as locums', 'vad väntande läkare tar av handledarna, som vikarier'));

type Raw = z.output<ReturnType<typeof locum>>;
interface Ground {
  readonly regions: Regions;
  readonly used: readonly string[];
  readonly pathways: readonly string[];
  readonly reader: Reader;
}

/** Settles the locum load, a row for each region. */
export function layLocum(raw: Raw | undefined, { regions, used, pathways, reader }: Ground): readonly Locum[] {
  if (raw?.length === 0) object(reader, ['locum'], { code: 'empty-list' });
  const first = new Map<string, number>();
  return (raw ?? []).flatMap((row, i) => {
    const path: Path = ['locum', i];
    known(reader, 'block', row.block, used, [...path, 'block']);
    sixtieth(row.load.value, [...path, 'load'], reader);
    warnOfNothing(reader, row.load, [...path, 'load']);
    const where = listOf(row.region, 'region', regions.everywhere, path, reader) ?? regions.ids;
    const whose = listOf(row.pathway, 'pathway', pathways, path, reader) ?? pathways;
    const twice = where.find((region) => first.has(JSON.stringify([region, row.block])));
    if (twice !== undefined) object(reader, path, { code: 'said-twice-at', found: `${twice}, ${row.block}`, values: { line: reader.at(['locum', first.get(JSON.stringify([twice, row.block]))!]).line } });
    for (const region of where) if (twice === undefined) first.set(JSON.stringify([region, row.block]), i);
    return where.filter((region) => regions.ids.includes(region)).map((region) => ({ region, block: row.block, load: row.load, pathways: whose }));
  });
}

function listOf(given: string | readonly string[] | undefined, key: 'region' | 'pathway', valid: readonly string[], path: Path, reader: Reader): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const list = [given].flat();
  if (list.length === 0) object(reader, [...path, key], { code: 'empty-list' });
  list.forEach((one, k) => {
    const at = Array.isArray(given) ? [...path, key, k] : [...path, key];
    if (list.indexOf(one) < k) object(reader, at, { code: 'said-twice', found: one });
    else known(reader, key, one, valid, at);
  });
  return list;
}

/** Supervisors without limit carry any load: it changes nothing there. */
export function warnOfIdleLocum({ supervisors }: Pick<Scenario, 'supervisors'>, raw: Raw | undefined, regions: Regions, reader: Reader): void {
  (raw ?? []).forEach(({ block, region, load }, i) => {
    const where = region === undefined ? regions.ids : [region].flat().filter((one) => regions.ids.includes(one));
    const free = where.filter((one) => !supervisors.some((row) => row.region === one && row.block === block && row.places !== null));
    if (load.value > 0 && free.length > 0 && (region !== undefined || free.length === where.length)) object(reader, ['locum', i], { code: 'locum-of-unlimited', values: { block, regions: someOf(free) } }, 'key', 'warning');
  });
}
