import { apportion, nearest } from '../../base/index.js';
import type { Fault } from '../numbers.js';
import type { Sourced } from '../scenario.js';
import type { Cell, Change, Dated, Draft, Effect, Names, Quantity } from './cells.js';

/** A quantity as the rest of the model sees it: what its rows are, only it knows. */
export interface Kind extends Pick<Quantity<unknown>, 'keys' | 'isWhole' | 'isDated' | 'isForeseen'> {
  /** What each cell that a change concerns is of. */
  readonly concerned: (draft: Draft, change: Change) => readonly Names[];
  readonly judge: (draft: Draft, change: Change) => Fault | undefined;
  readonly apply: (draft: Draft, change: Change) => Applied;
}

/** Hides the rows of a quantity. */
export function kind<Row>(quantity: Quantity<Row>): Kind {
  const hit = (draft: Draft, change: Change): readonly Cell<Row>[] => quantity.cells(draft, change, wantedBy(change, draft));
  return {
    keys: quantity.keys,
    isWhole: quantity.isWhole,
    isDated: quantity.isDated,
    isForeseen: quantity.isForeseen,
    concerned: (draft, change) => hit(draft, change).map(({ of }) => of),
    judge: (draft, change) => quantity.judge?.(draft, change, hit(draft, change)),
    apply: (draft, change) => applyTo(quantity, hit(draft, change), draft, change),
  };
}

function wantedBy({ where }: Change, { regions }: Draft): (of: Names) => boolean {
  const areas = new Map(regions.map(({ id, area }) => [id, area]));
  const wanted = Object.entries(where);
  return (of) => wanted.every(([key, names]) => names.includes((key === 'area' ? areas.get(of.region ?? '') : of[key as keyof Names]) ?? ''));
}

/** What a change makes of a draft: the draft after it, the cells that are now otherwise, and what keeps it from being made. */
export interface Applied {
  readonly draft: Draft;
  readonly effects: readonly Effect[];
  /** Where the values that it changes stand. */
  readonly cells: readonly string[];
  readonly faults: readonly Fault[];
}

/** Applies one change to the cells that it concerns. */
function applyTo<Row>(quantity: Quantity<Row>, hit: readonly Cell<Row>[], draft: Draft, change: Change): Applied {
  const pieces = piecesOf(hit, change).filter(({ until }) => until > draft.time.from);
  const edits = pieces.flatMap(({ from, until }) => editAt(quantity, hit, draft, change, from, until));
  const touched = hit.flatMap((cell) => {
    const own = edits.filter((edit) => edit.cell === cell);
    return own.length === 0 ? [] : [{ of: cell.of, rows: splice(cell, own, change) }];
  });
  const lowest = ({ after, fresh }: Edit<Row>): number => Math.min(after ?? Infinity, ...(quantity.parts?.(fresh) ?? []));
  const below = edits.filter((edit) => lowest(edit) < (quantity.least ?? 0));
  return {
    draft: quantity.write(draft, touched),
    effects: edits.filter((edit) => isOther(quantity, edit)).map(({ cell, from, until, before, after, old }) => ({ of: cell.of, from, until, before, after, stood: quantity.standing(old).cell })),
    cells: edits.map(({ old }) => quantity.standing(old).cell),
    faults: below.slice(0, 1).map((edit) => ({ code: 'change-below', values: { cell: showNames(edit.cell.of), before: edit.before ?? '', after: lowest(edit), least: quantity.least ?? 0 } })),
  };
}

/** A cell as told of: `Blekinge, psychiatry`. */
export const showNames = (of: Names): string => Object.values(of).join(', ');

interface Edit<Row> {
  readonly cell: Cell<Row>;
  readonly from: number;
  readonly until: number;
  readonly old: Row;
  readonly fresh: Row;
  readonly before: number | null;
  readonly after: number | null;
}

/** The stretches of time within which nothing but the change itself changes any of the cells. */
function piecesOf<Row>(cells: readonly Cell<Row>[], { from, until }: Change): readonly { readonly from: number; readonly until: number }[] {
  const rows = cells.flatMap((cell) => cell.rows).filter((row) => row.from < until);
  const points = new Map(rows.flatMap((row) => (row.until === undefined || row.from < from ? [] : [[row.from, row.until] as const])));
  if (rows.some((row) => row.until !== undefined)) return [...points].sort(([a], [b]) => a - b).map(([start, end]) => ({ from: start, until: end }));
  const dates = [...new Set([from, ...rows.map((row) => row.from).filter((date) => date > from)])].sort((a, b) => a - b);
  return dates.map((date, i) => ({ from: date, until: dates[i + 1] ?? until }));
}

function rowAt<Row>(cell: Cell<Row>, date: number): Row | undefined {
  return cell.rows.findLast((row) => (row.until === undefined ? row.from <= date : row.from === date))?.row;
}

/** Every cell in one piece of time, together, so that scaling can keep their total. */
function editAt<Row>(quantity: Quantity<Row>, cells: readonly Cell<Row>[], draft: Draft, change: Change, from: number, until: number): readonly Edit<Row>[] {
  const all = cells.flatMap((cell) => {
    const old = rowAt(cell, from);
    return old === undefined ? [] : [{ cell, old, before: quantity.amount(old, draft) }];
  });
  const { verb, amount } = change;
  if (verb === 'set') return all.map((one) => ({ ...one, from, until, fresh: quantity.set(one.old, amount, from), after: amount === null ? null : amount.value }));
  const limited = all.flatMap((one) => (one.before === null ? [] : [{ ...one, before: one.before }]));
  if (verb === 'scale' && quantity.scale) {
    const edits = limited.map((one) => ({ ...one, from, until, fresh: quantity.scale!(one.old, amount!) })).map((one) => ({ ...one, after: quantity.amount(one.fresh, draft) }));
    return edits.filter((edit) => isOtherNumber(quantity, edit));
  }
  const after = verb === 'add' ? limited.map(({ before }) => before + amount!.value) : scaled(quantity, limited, amount!.value);
  return limited.flatMap((one, i) => {
    const next = Number(after[i]!.toPrecision(15));
    return next === one.before ? [] : [{ ...one, from, until, fresh: quantity.raise(one.old, { ...(amount as Sourced), value: next - one.before }, from), after: next }];
  });
}

/** Values times a factor. Whole ones keep their total, to the nearest, by largest remainder (MODEL 8.1). */
function scaled<Row>(quantity: Quantity<Row>, cells: readonly { readonly cell: Cell<Row>; readonly before: number }[], factor: number): readonly number[] {
  if (!quantity.isWhole) return cells.map(({ before }) => before * factor);
  const groupOf = cells.map(({ cell }) => quantity.group?.(cell.of) ?? '');
  const after = cells.map(() => 0);
  for (const group of new Set(groupOf)) {
    const members = cells.flatMap(({ before }, i) => (groupOf[i] === group ? [{ before, i }] : []));
    const total = nearest(members.reduce((sum, { before }) => sum + before, 0) * factor);
    apportion(total, members.map(({ before }) => before)).forEach((part, k) => (after[members[k]!.i] = part));
  }
  return after;
}

/** Whether a number is another: the amount, or one of the parts beside it. */
function isOtherNumber<Row>({ parts }: Quantity<Row>, { old, fresh, before, after }: Edit<Row>): boolean {
  return before !== after || (parts !== undefined && JSON.stringify(parts(old)) !== JSON.stringify(parts(fresh)));
}

/** A value is another when its number is, or what stands behind it: an own number in place of an assumption is one, though it be the same. */
function isOther<Row>(quantity: Quantity<Row>, edit: Edit<Row>): boolean {
  const [was, is] = [quantity.standing(edit.old), quantity.standing(edit.fresh)];
  return isOtherNumber(quantity, edit) || was.quality !== is.quality || was.own !== is.own;
}

/** A cell's values with the edited ones in their place; after the change's end what held there before holds again. */
function splice<Row>(cell: Cell<Row>, edits: readonly Edit<Row>[], { until }: Change): readonly Dated<Row>[] {
  const fresh = edits.map((edit) => ({ from: edit.from, row: edit.fresh }));
  const isPoint = cell.rows.some((row) => row.until !== undefined);
  if (isPoint) return cell.rows.map((row) => ({ ...row, row: fresh.find(({ from }) => from === row.from)?.row ?? row.row }));
  const isEdited = (from: number): boolean => edits.some((edit) => from >= edit.from && from < edit.until);
  const kept = cell.rows.filter(({ from }) => !isEdited(from));
  const ends = edits.map((edit) => edit.until).filter((end) => end <= until && end !== Infinity && !isEdited(end) && !kept.some(({ from }) => from === end));
  const again = ends.map((end) => ({ from: end, row: rowAt(cell, end)! }));
  const rows = [...kept, ...fresh, ...again].sort((a, b) => a.from - b.from);
  return rows.filter(({ row }, i) => i === 0 || JSON.stringify(row) !== JSON.stringify(rows[i - 1]!.row));
}
