export type { AgreementForm, CapacityForm, DoctorForm, GateForm, IntakeForm, LegForm, LocumForm, PlanForm, PoolForm, RosterForm, RuleForm, SettingsForm, VariantForm } from '../../model/index.js';

/** Who a doctor is, as the roster has it: stream, cohort, ordinal. */
type Identity = readonly [string, number | string, number | string];

/** What became of everybody, and the counts of every step. */
export interface RecordsForm<Id extends Identity = Identity> {
  readonly doctors: readonly { readonly id: Id; readonly legs: readonly LegRecord[] }[];
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
