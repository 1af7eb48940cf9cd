import { STATED } from '../../figures.js';
import type { Sourced } from '../../scenario.js';
import { fold, type Quantity } from '../cells.js';
import { naming } from '../change.js';

const NONE: Sourced = { value: 0, ...STATED, cell: '' };

/** Doctors a year of a stream that comes at a rate. */
export const rate: Quantity<Sourced> = {
  id: 'rate',
  keys: ['stream'],
  isWhole: false,
  isDated: true,
  isForeseen: false,
  cells: (draft, _, wants) =>
    draft.streams.flatMap((stream) => {
      if (stream.rate === undefined || !wants({ stream: stream.id })) return [];
      const rows = stream.rate.perYear.map(({ from, value }) => ({ from, row: value }));
      return [{ of: { stream: stream.id }, rows: rows.some(({ from }) => from === 0) ? rows : [{ from: 0, row: NONE }, ...rows] }];
    }),
  amount: (row) => row.value,
  standing: ({ quality, cell }) => ({ quality, cell }),
  set: (row, to) => to ?? row,
  raise: fold,
  write: (draft, cells) => ({
    ...draft,
    streams: draft.streams.map((stream) => {
      const cell = cells.find(({ of }) => of.stream === stream.id);
      return stream.rate === undefined || !cell ? stream : { ...stream, rate: { ...stream.rate, perYear: cell.rows.map(({ from, row }) => ({ from, value: row })) } };
    }),
  }),
  judge: (_, { amount }) => (amount === null ? { code: 'never-unlimited', values: naming('rate') } : undefined),
};
