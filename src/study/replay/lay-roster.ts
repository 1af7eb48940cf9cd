import { layRagged } from '../../base/index.js';
import { LATER, LONG_AGO } from '../../engine/index.js';
import type { GivenLuck, Roster } from '../../engine/index.js';
import type { DoctorForm, LegForm, PlanForm, RosterForm } from '../../model/index.js';
import { layFillable } from './lay-fillable.js';
import { listVariants } from './lay-variants.js';
import { readFactor } from './lengths.js';

/** A roster made elsewhere as the engine takes it: rows in order of joining, later pathways last. */
export interface LaidRoster {
  readonly roster: Roster;
  /** The doctor and leg of each row, as numbered in the form. */
  readonly placeOf: readonly Place[]; // [row]
}

interface Place {
  readonly doctor: number;
  readonly leg: number;
}

/** A leg with what the names of the form stand for. */
interface Row extends Place {
  readonly of: DoctorForm;
  readonly form: LegForm;
  readonly joins: number;
  readonly pathway: number;
  readonly variants: readonly number[]; // [region]
  readonly region: number;
  readonly factor: readonly [number, number];
}

/** A roster made elsewhere. */
export function layRoster(form: RosterForm, plan: PlanForm): LaidRoster {
  const rows = layRows(form, plan);
  const column = (of: (row: Row) => number): Int32Array => Int32Array.from(rows, of);
  const places = (of: (doctor: DoctorForm) => number | string): ((row: Row) => number) => rankOf(form.doctors.map(of), of);
  const zeros = new Int32Array(rows.length);
  return {
    placeOf: rows,
    roster: {
      rows: rows.length,
      stream: column(({ of }) => plan.streams.indexOf(of.id[0])),
      cohort: column(places(({ id }) => id[1])),
      ordinal: column(places(({ id }) => id[2])),
      pathway: column(({ pathway }) => pathway),
      region: column(({ region }) => region),
      degree: column(({ joins }) => joins),
      joins: column(({ joins }) => joins),
      rank: column(places(({ rank }) => rank)),
      appliedBefore: column(({ form: { applied } }) => (applied === true ? 1 : 0)),
      mobile: column(({ of }) => (of.mobile === true ? 1 : 0)),
      variantLuck: zeros,
      own0: zeros,
      own1: zeros,
      initialVariant: column(({ form: { initial }, variants, region }) => (initial ? variants[region]! : -1)),
      initialLeft: column(({ form: { initial } }) => (initial ? initial.left.reduce((sum, steps) => sum + steps, 0) : -1)),
      givesUp: column(({ form: { give_up: trial } }) => trial ?? 0),
      factorNumerator: column(({ factor }) => factor[0]),
      factorDenominator: column(({ factor }) => factor[1]),
      late: column(({ form: { late } }) => late ?? 0),
      fails: column(({ form: { exam } }) => countFails(exam ?? [])),
      then: layThen(rows),
      delay: column(({ form: { delay } }) => delay ?? 0),
      ...layLeaves(rows),
      given: layGiven(rows, plan),
    },
  };
}

/** The rows in order of joining, equal ones as they stand; later pathways come last. */
function layRows(form: RosterForm, plan: PlanForm): Row[] {
  const pathways = Object.keys(plan.pathways);
  const variantAt = nameVariants(plan);
  const rows = form.doctors.flatMap((of, doctor) =>
    of.legs.map((leg, n): Row => {
      const pathway = pathways.indexOf(leg.pathway);
      const region = n > 0 && leg.region === SAME ? -1 : plan.regions.indexOf(leg.region);
      const variants = plan.regions.map((id) => variantAt(pathway, variantIn(leg, id)));
      return { doctor, leg: n, of, form: leg, joins: n > 0 ? LATER : (leg.arrive ?? LONG_AGO), pathway, variants, region, factor: readFactor(of.stretch ?? '1') };
    }),
  );
  return rows.sort((a, b) => a.joins - b.joins);
}

/** The variant that a leg has in a region, the doctor's own as any other. */
export const variantIn = ({ variant, variant_in: elsewhere }: LegForm, region: string): string => (elsewhere && Object.hasOwn(elsewhere, region) ? elsewhere[region]! : variant);

/** The region of a later leg: where the leg before was employed. */
export const SAME = 'same';

function nameVariants(plan: PlanForm): (pathway: number, name: string) => number {
  const numbers = new Map(listVariants(plan).map(({ pathway, name }, v) => [JSON.stringify([pathway, name]), v]));
  return (pathway, name) => numbers.get(JSON.stringify([pathway, name]))!;
}

/** The row of each doctor's next pathway. */
function layThen(rows: readonly Row[]): Int32Array {
  const rowOf = new Map(rows.map(({ doctor, leg }, row) => [`${doctor} ${leg}`, row]));
  return Int32Array.from(rows, ({ doctor, leg }) => rowOf.get(`${doctor} ${leg + 1}`) ?? -1);
}

/** Attempts that fail before one passes: after the last one told the doctor passes. */
function countFails(exam: readonly boolean[]): number {
  return exam.includes(true) ? exam.indexOf(true) : exam.length;
}

/** Places in order, numbers by size and then texts by code point: numbers of any size, or many doctors, in few bits. */
function rankOf(values: readonly (number | string)[], of: (doctor: DoctorForm) => number | string): (row: Row) => number {
  const places = new Map([...new Set(values)].sort(compareParts).map((value, place) => [value, place]));
  return ({ of: doctor }) => places.get(of(doctor))!;
}

function compareParts(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(Array.from(a), Array.from(b));
  return typeof a === 'number' ? -1 : 1;
}

function compareCodePoints(a: readonly string[], b: readonly string[]): number {
  const i = a.findIndex((mark, place) => mark !== b[place]);
  if (i < 0) return a.length - b.length;
  return i >= b.length ? 1 : a[i]!.codePointAt(0)! - b[i]!.codePointAt(0)!;
}

function layLeaves(rows: readonly Row[]): Pick<Roster, 'leaves' | 'leaveAfter' | 'leaveLength'> {
  const leaves = rows.reduce((most, { form }) => Math.max(most, form.leaves?.length ?? 0), 0);
  const due = rows.map(({ form }) => [...(form.leaves ?? [])].sort((a, b) => a.after - b.after));
  const cells = (of: 'after' | 'length'): Int32Array => Int32Array.from(due.flatMap((list) => Array.from({ length: leaves }, (_, nth) => list[nth]?.[of] ?? 0)));
  return { leaves, leaveAfter: cells('after'), leaveLength: cells('length') };
}

function layGiven(rows: readonly Row[], plan: PlanForm): GivenLuck {
  const isDrawn = plan.settings?.discipline === 'weighted';
  return {
    lottery: layRagged(rows.map(({ form }) => (isDrawn ? Object.entries(form.lottery ?? {}).flatMap(([t, drawn]) => [Number(t), drawn]) : []))),
    seeks: layRagged(rows.map(({ form }) => (form.seeks ?? []).map((id) => plan.regions.indexOf(id)))),
    variantIn: Int32Array.from(rows.flatMap(({ variants }) => variants)),
    initialLeft: layRagged(rows.map(({ form }) => form.initial?.left ?? [])),
    initialStart: Int32Array.from(rows.map(({ form }) => form.initial?.start ?? 0)),
    fillable: layFillable(plan),
  };
}
