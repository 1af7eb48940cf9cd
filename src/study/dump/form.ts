/** A run as any engine can do it: intervals of steps include both ends, null is unlimited; what each key means is in docs/decisions/dump.md. */
export interface PlanForm {
  readonly steps: number;
  readonly settings?: SettingsForm;
  readonly streams: readonly string[];
  readonly regions: readonly string[];
  readonly pathways: Readonly<Record<string, { readonly variants: Readonly<Record<string, VariantForm>> }>>;
  readonly pools: readonly PoolForm[];
  readonly intakes: readonly IntakeForm[];
  readonly neighbours?: Readonly<Record<string, readonly string[]>>;
}

/** How doctors are chosen and placed; what is left out has its first value in MODEL. */
export interface SettingsForm {
  readonly mode?: 'itinerary' | 'step';
  readonly rule?: 'spread' | 'first-fit';
  readonly queue?: 'passed-over' | 'strict';
  readonly priority?: { readonly by: 'pathway' | 'stream'; readonly rank: Readonly<Record<string, number>> } | null;
  readonly discipline?: 'longest-wait' | 'weighted';
  readonly weight?: number;
  readonly pass_limit?: number | null;
  readonly closes?: number | Readonly<Record<string, number>>;
  readonly own_first?: boolean;
  readonly patience?: number | null;
}

/** A version of a pathway: its blocks as listed, and which must be done before which. */
export interface VariantForm {
  readonly blocks: readonly BlockForm[];
  readonly before: readonly (readonly [number, number])[];
  readonly main_load?: number;
}

/** A block, its length in steps and what it takes of slots and of supervisors. */
export interface BlockForm {
  readonly block: string;
  readonly length: number;
  readonly slots?: number;
  readonly load?: number;
}

/** A capacity in every step (a list's last value goes on). */
export type CapacityForm = number | readonly number[] | null;

/** A pool: its capacity, or what it is believed to be from one step and from another. */
export interface PoolForm {
  readonly region: string;
  readonly kind: 'slots' | 'supervisors' | 'main';
  readonly block?: string;
  readonly capacity?: CapacityForm;
  readonly views?: readonly { readonly known_from: number; readonly capacity: CapacityForm }[];
  readonly crowding?: readonly number[];
}

/** When a region takes in a pathway's doctors, and how many. */
export interface IntakeForm {
  readonly region: string;
  readonly pathway: string;
  readonly steps: readonly number[] | 'all';
  readonly positions: CapacityForm;
}

/** Everybody who comes, with all their luck. */
export interface RosterForm {
  readonly doctors: readonly DoctorForm[];
}

/** One doctor: stream, cohort and ordinal, rank among equal waits, and the pathways done in order. */
export interface DoctorForm {
  readonly id: readonly [string, number, number];
  readonly rank: number;
  readonly mobile?: boolean;
  readonly stretch?: string;
  readonly legs: readonly LegForm[];
}

/** One pathway of one doctor, and what chance has in store for it. */
export interface LegForm {
  readonly pathway: string;
  readonly variant: string;
  readonly variant_in?: Readonly<Record<string, string>>;
  readonly region: string;
  readonly arrive?: number;
  readonly give_up?: number;
  readonly leaves?: readonly { readonly after: number; readonly length: number }[];
  readonly lottery?: Readonly<Record<string, number>>;
  readonly seeks?: readonly string[];
  readonly applied?: boolean;
  readonly initial?: { readonly left: readonly number[]; readonly start: number | null };
}

/** What became of everybody, and the counts of every step. */
export interface RecordsForm {
  readonly doctors: readonly { readonly id: readonly [string, number, number]; readonly legs: readonly LegRecord[] }[];
  readonly series: Readonly<Record<SeriesName, readonly number[]>>;
  readonly overruns: readonly (readonly [step: number, region: string, kind: string, block: string | null, over: number])[];
  readonly vacant: readonly (readonly [step: number, region: string, pathway: string, left: number])[];
}

/** The counts of a step, taken after its starts. */
export type SeriesName = 'queue' | 'in_block' | 'between' | 'on_leave' | 'completed' | 'left' | 'arrived';

/** What became of a doctor in one pathway. */
export interface LegRecord {
  readonly pathway: string;
  readonly variant: string;
  readonly queue_region: string;
  readonly joined: number | null;
  readonly gave_up: number | null;
  readonly start: number | null;
  readonly region: string | null;
  readonly blocks: readonly StayRecord[];
  readonly leaves: readonly { readonly from: number; readonly until: number }[];
  readonly completed: number | null;
  readonly passed: number | null;
  readonly licence: number | null;
  readonly waited: Readonly<Record<WaitKind, number>>;
  readonly causes: Readonly<Record<WaitKind, Readonly<Record<string, number>>>>;
  readonly state: StateName;
}

/** A stretch in one block, in the region where it is done. */
export interface StayRecord {
  readonly index: number;
  readonly block: string;
  readonly from: number;
  readonly until: number;
  readonly region: string;
}

/** The two kinds of wait: for a start, and between blocks or after leave. */
export type WaitKind = 'queue' | 'between';

/** Where a doctor is when the run ends. */
export type StateName = 'queue' | 'training' | 'waiting' | 'leave' | 'completed' | 'left';
