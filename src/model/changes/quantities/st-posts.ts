import { nearest } from '../../../base/index.js';
import { STATED } from '../../figures.js';
import type { Sourced, StPosts } from '../../scenario.js';
import { fold, type Quantity } from '../cells.js';
import { monthly } from './rooms.js';

type Row = Omit<StPosts, 'region' | 'from'>;

const NONE: Row = { places: { value: 0, ...STATED, cell: '' } };

/** ST posts, by region: a region that nothing is said of has none. */
export const stPosts: Quantity<Row> = {
  id: 'st-posts',
  keys: ['region', 'area'],
  isWhole: true,
  isDated: true,
  isForeseen: true,
  cells: (draft, _, wants) =>
    draft.regions.filter((region) => wants({ region: region.id })).map(({ id }) => {
      const own = draft.stPosts.filter((row) => row.region === id).sort((a, b) => a.from - b.from);
      return { of: { region: id }, rows: own.length === 0 ? [{ from: 0, row: NONE }] : own.map(({ from, region: _, ...row }) => ({ from, row })) };
    }),
  amount: (row) => row.places?.value ?? null,
  standing: (row) => ({ ...(row.places === null ? {} : { quality: row.places.quality }), cell: row.places?.cell ?? '' }),
  set: (_, to) => ({ places: to }),
  raise: (row, by) => ({ places: fold(row.places!, by), ...monthly(row, (places) => fold(places, by)) }),
  scale: (row, by) => {
    const times = (figure: Sourced): Sourced => fold(figure, { ...by, value: nearest(figure.value * by.value) - figure.value });
    return { places: times(row.places!), ...monthly(row, times) };
  },
  parts: (row) => (row.months ?? []).map(({ places }) => places.value),
  write: (draft, cells) => {
    const others = draft.stPosts.filter((row) => !cells.some(({ of }) => of.region === row.region));
    return { ...draft, stPosts: [...others, ...cells.flatMap(({ of, rows }) => rows.map(({ from, row }) => ({ region: of.region!, from, ...row })))] };
  },
};
