import type * as z from 'zod';
import { formOf, showMonth, type Path } from '../base/index.js';
import { month } from './dates.js';
import { either, keyed, listed, mapping, name, says } from './fields.js';
import { limited } from './limited.js';
import { dated, SLOTS, type Ground } from './pools.js';
import { known, object } from './reader.js';
import { strangeRegion } from './regions.js';
import { readRows } from './rows.js';
import type { StPosts } from './scenario.js';
import { scenarioNames } from './titles.js';
import { months } from './yearly.js';

const NUMBER = { sv: 'ett antal tjänster eller unlimited', en: 'a number of posts or unlimited' };
const SERIES = { sv: 'ett antal tjänster, unlimited eller en lista av { from, places }', en: 'a number of posts, unlimited or a list of { from, places }' };
const posts = () =>
  either((raw) => (formOf(raw) === 'list' ? 'list' : formOf(raw) === 'nothing' ? undefined : 'one'), { one: limited(SLOTS, NUMBER), list: listed(mapping({ from: month(), places: limited(SLOTS, NUMBER), months: months(SLOTS).optional() })) }, SERIES);

/** ST posts by region: a stock of which every doctor in an integrated form holds one. A region without has none. */
export const stPosts = () =>
  mapping({ from: name(says('data file: region, from', 'datafil: region, from')).optional(), 'by-region': keyed(posts()).optional() }).meta(
    says('ST posts for forms inside ST, by region; none where nothing is said', 'ST-tjänster för former inom ST, per region; inga där inget sägs'),
  );

/** Settles the ST posts: own numbers replace the file's for the same region, from the month that they begin. */
export function layStPosts(raw: z.output<ReturnType<typeof stPosts>> | undefined, ground: Pick<Ground, 'regions' | 'begins' | 'ends' | 'reader'>): readonly StPosts[] {
  if (raw === undefined) return [];
  const { regions, begins, reader } = ground;
  const path: Path = ['st-posts', 'by-region'];
  if (raw.from === undefined && raw['by-region'] === undefined) object(reader, ['st-posts'], { code: 'from-or-by-region' }, 'key');
  const stated = scenarioNames(reader, raw['by-region'] ?? {}, raw['by-region'] === undefined ? [] : path).flatMap(([region, given]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    return dated(given, [...path, region], ground).map((row) => ({ region, ...row }));
  });
  const filed = raw.from === undefined ? [] : postsFromFile(raw.from, ground);
  if (!filed) return [];
  const kept = filed.filter((row) => !stated.some((own) => own.region === row.region && own.from <= Math.max(row.from, begins)));
  const inside = [...kept, ...stated].filter(({ region }) => regions.ids.includes(region)).sort((a, b) => a.from - b.from);
  for (const region of new Set(inside.map((row) => row.region))) {
    const first = inside.find((row) => row.region === region)!;
    const isOwn = stated.includes(first);
    if (first.from > begins) object(reader, isOwn ? [...path, region] : ['st-posts', 'from'], { code: 'starts-late', found: showMonth(first.from), values: { begins: showMonth(begins) } });
  }
  return inside;
}

/** ST posts by a file; nothing where it could not be read, which is told of. */
function postsFromFile(file: string, { regions, reader }: Pick<Ground, 'regions' | 'reader'>): readonly StPosts[] | undefined {
  const sheet = readRows(reader, file, ['st-posts', 'from'], { keys: { region: 'name', 'from?': 'month' }, value: SLOTS, names: { region: strangeRegion(regions) } });
  return sheet?.rows.flatMap((row) => {
    const region = row.name('region');
    return regions.ids.includes(region) ? [{ region, from: row.number('from'), places: row.value }] : [];
  });
}
