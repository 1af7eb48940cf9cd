import { apportion } from '../../../base/index.js';
import { yearOf } from '../../calendar.js';
import { STATED } from '../../figures.js';
import type { Fault } from '../../numbers.js';
import type { Pathway, PositionRow, Sourced } from '../../scenario.js';
import { fold, type Cell, type Change, type Dated, type Draft, type Quantity } from '../cells.js';

/** What one year, or one intake, opens in a region and pathway. */
interface Row {
  readonly region: string;
  readonly pathway: string;
  readonly per: 'year' | 'intake';
  readonly rows: readonly PositionRow[];
}

const YEAR = 12;
const NONE: Sourced = { value: 0, ...STATED, cell: '' };

/** Positions opened, by region and pathway: a change of whole calendar years is of a year's number, any other of each intake's within it. */
export const positions: Quantity<Row> = {
  id: 'positions',
  keys: ['region', 'area', 'pathway'],
  isWhole: true,
  isDated: true,
  isForeseen: false,
  cells: (draft, change, wants) => draft.regions.flatMap(({ id }) => draft.pathways.filter((pathway) => wants({ region: id, pathway: pathway.id })).map((pathway) => cellOf(draft, change, id, pathway))),
  amount: ({ rows }) => (rows.some((row) => row.number === null) ? null : rows.reduce((sum, row) => sum + row.number!.value, 0)),
  standing: ({ rows }) => {
    const figure = rows[0]?.number ?? undefined;
    return { ...(figure === undefined ? {} : { quality: figure.quality }), cell: figure?.cell ?? '' };
  },
  set: (row, to, from) => ({ ...row, rows: [{ ...at(row, from, to) }] }),
  raise: (row, by, from) => ({ ...row, rows: raised(row, by, from) }),
  group: ({ pathway }) => pathway!,
  write,
  judge,
};

function at({ region, pathway, per }: Row, from: number, number: Sourced | null): PositionRow {
  if (number === null) return { region, pathway, number };
  return per === 'year' ? { region, pathway, year: yearOf(from), number } : { region, pathway, month: from, number };
}

/** A year whose intakes have numbers of their own keeps their proportions. */
function raised(row: Row, by: Sourced, from: number): readonly PositionRow[] {
  if (row.rows.length < 2) return [{ ...at(row, from, fold(row.rows[0]?.number ?? NONE, by)), ...(row.rows[0]?.month === undefined ? {} : { month: row.rows[0].month }) }];
  const parts = row.rows.map((one) => one.number!.value);
  const shares = apportion(Math.max(0, parts.reduce((a, b) => a + b, 0) + by.value), parts);
  return row.rows.map((one, i) => ({ ...one, number: fold(one.number!, { ...by, value: shares[i]! - parts[i]! }) }));
}

const isOfYears = ({ from, until }: Change): boolean => from % YEAR === 0 && (until === Infinity || until % YEAR === 0);

function yearsOf({ time }: Draft): readonly number[] {
  return Array.from({ length: yearOf(time.to) - yearOf(time.from) + 1 }, (_, i) => yearOf(time.from) + i);
}

function cellOf(draft: Draft, change: Change, region: string, pathway: Pathway): Cell<Row> {
  const own = draft.positions?.filter((row) => row.region === region && row.pathway === pathway.id) ?? [];
  const unlimited = draft.positions === null || own.some((row) => row.number === null);
  const per = isOfYears(change) ? 'year' : 'intake';
  const rowsOf = (year: number): readonly PositionRow[] => (unlimited ? [{ region, pathway: pathway.id, number: null }] : own.filter((row) => (row.year ?? yearOf(row.month!)) === year));
  const years = yearsOf(draft).filter((year) => per === 'year' || (YEAR * (year + 1) > change.from && YEAR * year < change.until));
  const rows = years.flatMap((year): readonly Dated<Row>[] => {
    const base = { region, pathway: pathway.id, per } as const;
    if (per === 'year') return [{ from: YEAR * year, until: YEAR * (year + 1), row: { ...base, rows: rowsOf(year) } }];
    return byIntake(rowsOf(year), year, monthsOf(pathway, region)).map(({ month, number }) => ({ from: month, until: month + 1, row: { ...base, rows: [{ region, pathway: pathway.id, ...(number === null ? {} : { month }), number }] } }));
  });
  return { of: { region, pathway: pathway.id }, rows };
}

function monthsOf({ intakes }: Pathway, region: string): readonly number[] {
  return [...(intakes.byRegion.find((row) => row.region === region)?.months ?? intakes.months)].sort((a, b) => a - b);
}

/** The intakes of a year with what each opens: as they are written, or a year's number shared equally over them, the first ones taking what is over. */
function byIntake(rows: readonly PositionRow[], year: number, months: readonly number[]): readonly { readonly month: number; readonly number: Sourced | null }[] {
  const whole = rows.find((row) => row.month === undefined);
  const numbers = whole?.number === null ? null : apportion(whole?.number.value ?? 0, months.map(() => 1));
  return months.map((month, i) => {
    const date = YEAR * year + month - 1;
    const own = rows.find((row) => row.month === date)?.number ?? NONE;
    return { month: date, number: numbers === null ? null : whole?.number ? { ...whole.number, value: numbers[i]! } : own };
  });
}

function write(draft: Draft, cells: readonly Cell<Row>[]): Draft {
  const all: readonly PositionRow[] = draft.positions ?? draft.regions.flatMap(({ id }) => draft.pathways.map((pathway) => ({ region: id, pathway: pathway.id, number: null })));
  const isTouched = (row: PositionRow): boolean => {
    const cell = cells.find(({ of }) => of.region === row.region && of.pathway === row.pathway);
    return cell !== undefined && (row.number === null || cell.rows.some(({ from }) => yearOf(from) === (row.year ?? yearOf(row.month!))));
  };
  const fresh = cells.flatMap((cell) => {
    const rows = cell.rows.flatMap(({ row }) => row.rows);
    return rows.some((row) => row.number === null) ? rows.slice(0, 1) : rows;
  });
  return cells.length === 0 ? draft : { ...draft, positions: [...all.filter((row) => !isTouched(row)), ...fresh] };
}

/** What is unlimited is so in every year; and where positions start at every step there is no single intake to change. */
function judge(draft: Draft, change: Change, cells: readonly Cell<Row>[]): Fault | undefined {
  const pathways = draft.pathways.filter(({ id }) => cells.some(({ of }) => of.pathway === id));
  if (cells.length > 0 && !isOfYears(change) && pathways.every(({ intakes }) => !intakes.everyStep) && !cells.some((cell) => cell.rows.some(({ from }) => from >= change.from && from < change.until))) {
    return { code: 'no-intake-then', values: { allowed: [...new Set(cells.flatMap(({ of }) => monthsOf(pathways.find(({ id }) => id === of.pathway)!, of.region!)))].join(', ') } };
  }
  const open = pathways.find(({ intakes }) => intakes.everyStep);
  if (!isOfYears(change) && open) return { code: 'no-single-intake', values: { pathway: open.id } };
  const isWhole = isOfYears(change) && change.from <= draft.time.from && change.until > draft.time.to;
  const isUnlimited = cells.some((cell) => cell.rows.some(({ row }) => row.rows.some(({ number }) => number === null)));
  return change.verb === 'set' && !isWhole && (change.amount === null || isUnlimited) ? { code: 'part-of-unlimited' } : undefined;
}
