import type * as z from 'zod';
import type { Path } from '../base/index.js';
import { keyed, mapping, prose, readName, says } from './fields.js';
import { figure } from './figures.js';
import { object, unknown, type Reader } from './reader.js';
import type { Block, Label } from './scenario.js';

/** Weeks of acute hospital care that a doctor gives in a month of a block (MODEL 10). */
const serviceWeeks = () => figure({ min: 0, max: 31 / 7 + 1 }, says('weeks of acute hospital care that a doctor gives in a month of the block', 'veckor akut sjukhusvård som en läkare ger under en månad i blocket'));

/** Titles of blocks; a block without one is called by its name. */
export const blockTitles = () =>
  keyed(mapping({ sv: prose(says('in Swedish', 'på svenska')), en: prose(says('in English', 'på engelska')), 'service-weeks': serviceWeeks().optional() })).meta(says('titles of the blocks', 'blockens namn i tabeller och diagram'));

/** The most blocks a scenario may name: which of them lack room is kept as one bit each. */
export const MOST_BLOCKS = 31;

/** The names that a scenario gives in a map, in composed form; a name that cannot be one is complained of at its key. */
export function scenarioNames<V>(reader: Reader, map: Readonly<Record<string, V>>, path: Path): readonly (readonly [string, V])[] {
  if (path.at(-1) === 'by-region' && Object.keys(map).length === 0) object(reader, path, { code: 'empty-map' });
  return Object.entries(map).flatMap(([key, value]) => {
    const reading = readName(key);
    if ('value' in reading) return [[reading.value, value] as const];
    object(reader, [...path, key], { found: key, ...reading.fault }, 'key');
    return [];
  });
}

/** A title of a block that no pathway has and no data speak of is a title of nothing. */
export function refuseIdleTitles(titles: z.output<ReturnType<typeof blockTitles>> | undefined, used: readonly string[], filed: readonly string[], reader: Reader): void {
  for (const key of Object.keys(titles ?? {})) {
    const id = key.normalize('NFC');
    if (!used.includes(id) && !filed.includes(id)) object(reader, ['blocks', key], unknown('block', id, used), 'key');
  }
}

/** The title of something, or its name in both languages. */
export const titleOr = (title: Label | undefined, id: string): Label => title ?? { sv: id, en: id };

/** All blocks in order of first mention, with titles; a title makes a block known that no pathway of this scenario has. */
export function layBlocks(titles: z.output<ReturnType<typeof blockTitles>> | undefined, mentioned: readonly string[], reader: Reader): readonly Block[] {
  const named = new Map(titles ? scenarioNames(reader, titles, ['blocks']) : []);
  const ids = [...new Set([...mentioned, ...named.keys()])];
  if (ids.length > MOST_BLOCKS) object(reader, titles ? ['blocks'] : ['pathways'], { code: 'too-many-blocks', values: { max: MOST_BLOCKS, number: ids.length } }, 'key');
  return ids.map((id) => {
    const { 'service-weeks': serviceWeeks, ...title } = named.get(id) ?? { ...titleOr(undefined, id), 'service-weeks': undefined };
    return { id, ...title, ...(serviceWeeks === undefined ? {} : { serviceWeeks }) };
  });
}
