import type * as z from 'zod';
import { formOf, type Path, type RawMap } from '../base/index.js';
import { either, keyed } from './fields.js';
import { known, object, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import { scenarioNames } from './titles.js';

/** What is said of all queues at once, of each pathway, or of each region of a pathway. */
export type ByQueue<V> = V | Readonly<Record<string, V | Readonly<Record<string, V>>>>;

const FIGURE = ['low', 'likely', 'high', 'quality', 'source'];
/** A map is of names, unless it is a number with its bounds. */
const isNames = (raw: unknown): boolean => formOf(raw) === 'map' && !FIGURE.some((key) => (raw as RawMap)[key] !== undefined);
const form = (raw: unknown): 'names' | 'value' | undefined => (isNames(raw) ? 'names' : formOf(raw) === 'nothing' ? undefined : 'value');

/** A field that may be said of all queues at once, or apart; `sv` and `en` name its value. */
export function byQueue<V extends z.ZodType>(value: () => V, sv: string, en: string) {
  const within = () => either(form, { value: value(), names: keyed(value(), { sv: 'region: …', en: 'region: …' }) }, { sv: `${sv} eller en karta region → ${sv}`, en: `${en} or a map region → ${en}` });
  return either(form, { value: value(), names: keyed(within(), { sv: 'AT: …', en: 'AT: …' }) }, { sv: `${sv} eller en karta form → ${sv}, eller form → region → ${sv}`, en: `${en} or a map pathway → ${en}, or pathway → region → ${en}` });
}

/** The queues of a scenario, as far as they could be read. */
export type Queues = { readonly regions: Regions; readonly pathways: readonly { readonly id: string }[]; readonly reader: Reader };

/** One value as it was said, and the queues that it is said of. */
export interface Said<V> {
  readonly value: V;
  readonly path: Path;
  readonly of: readonly { readonly region: string; readonly pathway: string }[];
}

/** Settles which queues each value is said of; `isNamed` tells a map of names from a value. */
export function settleByQueue<V>(raw: ByQueue<V>, isNamed: (raw: unknown) => boolean, path: Path, { regions, pathways, reader }: Queues): readonly Said<V>[] {
  const all = (pathway: string, of: readonly string[] = regions.ids) => of.map((region) => ({ region, pathway }));
  if (!isNamed(raw)) return [{ value: raw as V, path, of: pathways.flatMap(({ id }) => all(id)) }];
  return namesIn(raw as Readonly<Record<string, V | Readonly<Record<string, V>>>>, path, reader).flatMap(([pathway, given]) => {
    const at = [...path, pathway];
    known(reader, 'pathway', pathway, pathways.map(({ id }) => id), at, 'key');
    if (!isNamed(given)) return [{ value: given as V, path: at, of: all(pathway) }];
    return namesIn(given as Readonly<Record<string, V>>, at, reader).map(([region, value]) => {
      known(reader, 'region', region, regions.everywhere, [...at, region], 'key');
      return { value, path: [...at, region], of: all(pathway, regions.ids.filter((id) => id === region)) };
    });
  });
}

function namesIn<T>(map: Readonly<Record<string, T>>, path: Path, reader: Reader): readonly (readonly [string, T])[] {
  if (Object.keys(map).length === 0) object(reader, path, { code: 'empty-map' });
  return scenarioNames(reader, map, path);
}
