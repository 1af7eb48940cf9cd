import type { Scenario, Sourced } from '../../scenario.js';
import { fold, type Quantity } from '../cells.js';
import { monthly } from './rooms.js';

type Row = Omit<Scenario['mainSupervisors'][number], 'region' | 'from'>;

const placed = (places: Sourced | null): Row => ({ places });

/** Main supervisors, by region. */
export const mainSupervisors: Quantity<Row> = {
  id: 'main-supervisors',
  keys: ['region', 'area'],
  isWhole: false,
  isDated: true,
  isForeseen: true,
  cells: (draft, _, wants) =>
    draft.regions.filter((region) => wants({ region: region.id })).map(({ id }) => {
      const own = draft.mainSupervisors.filter((row) => row.region === id).sort((a, b) => a.from - b.from);
      return { of: { region: id }, rows: own.length === 0 ? [{ from: 0, row: placed(null) }] : own.map(({ from, region: _, ...row }) => ({ from, row })) };
    }),
  amount: (row) => row.places?.value ?? null,
  standing: (row) => ({ ...(row.places === null ? {} : { quality: row.places.quality }), cell: row.places?.cell ?? '' }),
  set: (_, to) => placed(to),
  raise: (row, by) => ({ places: fold(row.places!, by), ...monthly(row, (places) => fold(places, by)) }),
  scale: (row, by) => {
    const times = (figure: Sourced): Sourced => fold(figure, { ...by, value: figure.value * (by.value - 1) });
    return { places: times(row.places!), ...monthly(row, times) };
  },
  parts: (row) => (row.months ?? []).map(({ places }) => places.value),
  write: (draft, cells) => {
    const others = draft.mainSupervisors.filter((row) => !cells.some(({ of }) => of.region === row.region));
    return { ...draft, mainSupervisors: [...others, ...cells.flatMap(({ of, rows }) => rows.map(({ from, row }) => ({ region: of.region!, from, ...row })))] };
  },
};
