import { assumedList, type Assumed } from './assumed.js';
import { layFile, type DerivedFile, type Entry } from './card.js';
import { at, meanOf, type Tables } from './rows.js';

/** Foreign-trained doctors a year who begin to seek AT, with the bounds where the sources give a range. */
interface ForeignYear {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly between: boolean;
}

/** Foreign-trained doctors who need AT, year by year; straight lines between the periods with a figure. */
export function foreignAt(tables: Tables): ReadonlyMap<number, ForeignYear> {
  const periods = assumedList(tables, 'foreign-at').map((row) => {
    const [first, last] = row.key.split('-').map(Number);
    return { row, first: first!, last: last! };
  });
  const years = new Map<number, ForeignYear>();
  periods.forEach(({ row, first, last }, i) => {
    for (let year = first; year <= last; year++) years.set(year, { value: row.value, low: row.low, high: row.high, between: false });
    const next = periods[i + 1];
    for (let year = last + 1; next !== undefined && year < next.first; year++) {
      years.set(year, between(row, next.row, (year - last) / (next.first - last)));
    }
  });
  return years;
}

function between(before: Assumed, after: Assumed, way: number): ForeignYear {
  const line = (a: number, b: number): number => Math.round(a + (b - a) * way);
  return {
    value: line(before.value, after.value),
    low: line(before.low ?? before.value, after.low ?? after.value),
    high: line(before.high ?? before.value, after.high ?? after.value),
    between: true,
  };
}

/** Foreign-trained doctors who need AT a year, the mean over some years. */
export function meanForeignAt(tables: Tables, fromYear: number, toYear: number): number {
  const years = foreignAt(tables);
  return meanOf(Array.from({ length: toYear - fromYear + 1 }, (_, i) => at(years, fromYear + i).value));
}

/** Rule `foreign-inflow`: foreign-trained doctors a year who seek AT or BT. The published need of BT is never an arrival rate. */
export function deriveForeignInflow(tables: Tables): DerivedFile {
  const unit = 'doctors per year';
  const toAt: Entry[] = [...foreignAt(tables)].map(([year, { value, low, high, between: line }]) => ({
    key: ['foreign-at', `${year}-01`],
    card: { value, unit, source: `rule foreign-inflow: assumptions.csv foreign-at${line ? ', straight line' : ''}`, quality: 'assumption', asOf: String(year), low, high },
  }));
  const toBt: Entry[] = assumedList(tables, 'eu-trained').map((row) => ({
    key: ['eu-trained', row.key],
    card: { ...row, unit, source: `rule foreign-inflow: assumptions.csv eu-trained (${row.source})` },
  }));
  return layFile('foreign_inflow.csv', ['stream', 'from'], [...toAt, ...toBt]);
}
