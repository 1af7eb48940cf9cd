import type { Path, Quality } from '../../base/index.js';
import type { Fault } from '../numbers.js';
import type { Scenario, Sourced } from '../scenario.js';
import type { PlaceKey, QuantityName } from './change.js';

/** The part of a scenario that changes may concern. */
export type Draft = Pick<Scenario, 'time' | 'regions' | 'streams' | 'pathways' | 'positions' | 'slots' | 'unlimitedSlots' | 'headroom' | 'supervisors' | 'mainSupervisors' | 'stPosts' | 'crowding'>;

/** What a cell is of. */
export type Names = Readonly<Partial<Record<PlaceKey, string>>>;

/** What holds from a month on, until the next; or, with `until`, at its own time only. */
export interface Dated<Row> {
  readonly from: number;
  readonly until?: number;
  readonly row: Row;
}

/** One cell of a quantity, with what holds in it, in order of time. */
export interface Cell<Row> {
  readonly of: Names;
  readonly rows: readonly Dated<Row>[];
}

/** A change with everything in it settled. `until` is the first month in which it no longer holds. */
export interface Change {
  readonly verb: 'set' | 'add' | 'scale';
  readonly quantity: QuantityName;
  /** What is set (null: unlimited), added, or multiplied by, with what stands behind it. */
  readonly amount: Sourced | null;
  readonly where: Readonly<Partial<Record<PlaceKey, readonly string[]>>>;
  readonly from: number;
  readonly until: number;
  readonly announced?: number;
  readonly name?: string;
  readonly path: Path;
}

/** A cell that a change has given another value, from a month until another. */
export interface Effect {
  readonly of: Names;
  readonly from: number;
  readonly until: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Where the value before it stood. */
  readonly stood: string;
}

/** What stands behind a value before it is changed. */
export interface Standing {
  readonly quality?: Quality;
  readonly own?: boolean;
  readonly cell: string;
}

/** A quantity that changes may concern: its cells, and how a value in one of them is set and raised. */
export interface Quantity<Row> {
  readonly id: QuantityName;
  readonly keys: readonly PlaceKey[];
  readonly isWhole: boolean;
  /** Whether its values hold from a date on; one without dates is the same through the run. */
  readonly isDated: boolean;
  /** Whether itineraries are checked against it beforehand, so that it matters when a change becomes known (MODEL 2.2). */
  readonly isForeseen: boolean;
  /** The cells that a change may concern, as far as `wants` asks for them. */
  readonly cells: (draft: Draft, change: Change, wants: (of: Names) => boolean) => readonly Cell<Row>[];
  readonly amount: (row: Row, draft: Draft) => number | null;
  readonly standing: (row: Row) => Standing;
  readonly set: (row: Row, to: Sourced | null, from: number) => Row;
  readonly raise: (row: Row, by: Sourced, from: number) => Row;
  /** How a value is multiplied, where each cell is so by itself; else whole ones keep the total of all the cells. */
  readonly scale?: (row: Row, by: Sourced) => Row;
  /** What a value holds beside its amount: the places of single months. */
  readonly parts?: (row: Row) => readonly number[];
  /** The cells whose total scaling keeps, where that is not all of them. */
  readonly group?: (of: Names) => string;
  readonly least?: number;
  readonly write: (draft: Draft, cells: readonly Cell<Row>[]) => Draft;
  /** What this quantity alone asks of a change. */
  readonly judge?: (draft: Draft, change: Change, cells: readonly Cell<Row>[]) => Fault | undefined;
}

const SURENESS: readonly Quality[] = ['assumption', 'derived', 'published'];

/** A figure raised by another: as sure as the least sure of them, said by the other. */
export function fold(figure: Sourced, by: Sourced): Sourced {
  const quality = SURENESS.find((one) => one === figure.quality || one === by.quality) ?? by.quality;
  return { value: Number((figure.value + by.value).toPrecision(15)), quality, source: by.source, cell: by.cell };
}
