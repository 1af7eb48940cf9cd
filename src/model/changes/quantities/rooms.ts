import { nearest } from '../../../base/index.js';
import { UNIT } from '../../../engine/index.js';
import { STATED } from '../../figures.js';
import { roomOf } from '../../room.js';
import type { PoolRow, Sourced } from '../../scenario.js';
import { fold, type Cell, type Draft, type Quantity } from '../cells.js';

/** One kind of room: where its rows stand, whether they are whole places, and what holds where nothing is said. */
interface Kind {
  readonly id: 'slots' | 'supervisors' | 'crowding-slots' | 'crowding-supervisors';
  readonly isWhole: boolean;
  readonly otherwise: 'none' | 'unlimited';
  readonly rows: (draft: Draft) => readonly PoolRow[];
  readonly put: (draft: Draft, rows: readonly PoolRow[]) => Draft;
}

/** Room of a kind, by region and block. */
function rooms({ id, isWhole, otherwise, rows: rowsOf, put }: Kind): Quantity<PoolRow> {
  const ofSlots = id.endsWith('slots');
  const cellOf = (rows: readonly PoolRow[], begins: number, region: string, block: string): Cell<PoolRow> => {
    const own = rows.filter((row) => row.region === region && row.block === block).sort((a, b) => a.from - b.from);
    const none: PoolRow = { region, block, from: 0, places: otherwise === 'none' ? { value: 0, ...STATED, cell: '' } : null, headroom: false, own: false };
    // Crowding may begin after the run does; before its first month it is none.
    const all = own.length === 0 || own[0]!.from > begins ? [none, ...own] : own;
    return { of: { region, block }, rows: all.map((row) => ({ from: row.from, row: { ...row, from: 0 } })) };
  };
  return {
    id,
    keys: ['region', 'area', 'block'],
    isWhole,
    isDated: true,
    isForeseen: !id.startsWith('crowding'),
    cells: (draft, _, wants) => {
      const blocks = limitedBlocks(draft, ofSlots);
      const all = draft.regions.flatMap((region) => blocks.map((block) => ({ region: region.id, block })));
      return all.filter(wants).map(({ region, block }) => cellOf(rowsOf(draft), draft.time.from, region, block));
    },
    amount: (row, draft) => {
      const units = roomOf(row, draft.headroom.value, isWhole);
      return units === null ? null : units / UNIT;
    },
    standing: (row) => ({ ...(row.places === null ? {} : { quality: row.places.quality }), own: row.own, cell: row.added?.at(-1)?.cell ?? row.places?.cell ?? '' }),
    set: (row, to) => ({ region: row.region, block: row.block, from: 0, places: to, headroom: false, own: true }),
    // The headroom stays as unsure as it was: what is added comes to whatever it makes of the file's places.
    raise: (row, by) => ({ ...(row.headroom ? { ...row, added: [...(row.added ?? []), by] } : { ...row, places: fold(row.places!, by) }), ...monthly(row, (places) => fold(places, by)) }),
    scale: (row, by) => {
      const round = isWhole ? nearest : (value: number): number => value;
      const times = (figure: Sourced): Sourced => fold(figure, { ...by, value: round(figure.value * by.value) - figure.value });
      return { ...(row.headroom ? { ...row, added: [...(row.added ?? []), { ...by, isFactor: true }] } : { ...row, places: times(row.places!) }), ...monthly(row, times) };
    },
    parts: (row) => (row.months ?? []).map(({ places }) => places.value),
    write: (draft, cells) => {
      const isTouched = (row: PoolRow): boolean => cells.some(({ of }) => of.region === row.region && of.block === row.block);
      return put(draft, [...rowsOf(draft).filter((row) => !isTouched(row)), ...cells.flatMap((cell) => cell.rows.map(({ from, row }) => ({ ...row, from })))]);
    },
  };
}

/** The months of a row that have places of their own, each changed. */
export function monthly(row: Pick<PoolRow, 'months'>, to: (places: Sourced) => Sourced): Pick<PoolRow, 'months'> {
  return row.months ? { months: row.months.map(({ month, places }) => ({ month, places: to(places) })) } : {};
}

/** Blocks that a pathway has, without those whose slots are never scarce. */
function limitedBlocks({ pathways, unlimitedSlots }: Draft, ofSlots: boolean): readonly string[] {
  const used = pathways.flatMap((pathway) => pathway.variants.flatMap((variant) => variant.stretches.map((stretch) => stretch.block)));
  return [...new Set(used)].filter((block) => !ofSlots || !unlimitedSlots.includes(block));
}

/** Placement slots. */
export const slots = rooms({ id: 'slots', isWhole: true, otherwise: 'none', rows: (draft) => draft.slots, put: (draft, rows) => ({ ...draft, slots: rows }) });

/** Supervisors, in places. */
export const supervisors = rooms({ id: 'supervisors', isWhole: false, otherwise: 'unlimited', rows: (draft) => draft.supervisors, put: (draft, rows) => ({ ...draft, supervisors: rows }) });

/** What others use of slots. */
export const crowdingSlots = rooms({
  id: 'crowding-slots',
  isWhole: false,
  otherwise: 'none',
  rows: (draft) => draft.crowding.slots,
  put: (draft, rows) => ({ ...draft, crowding: { ...draft.crowding, slots: rows } }),
});

/** What others use of supervisors. */
export const crowdingSupervisors = rooms({
  id: 'crowding-supervisors',
  isWhole: false,
  otherwise: 'none',
  rows: (draft) => draft.crowding.supervisors,
  put: (draft, rows) => ({ ...draft, crowding: { ...draft.crowding, supervisors: rows } }),
});
