import { layRagged } from '../../base/index.js';
import { LONG_AGO } from '../../engine/index.js';
import type { GivenLuck, Roster } from '../../engine/index.js';
import type { DoctorForm, LegForm, PlanForm, RosterForm } from '../../model/index.js';
import { listVariants } from './lay-plan.js';

/** A roster made elsewhere as the engine takes it: rows in order of joining, and what the plan must know of them. */
export interface LaidRoster {
  readonly roster: Roster;
  /** The doctor of each row, as numbered in the form. */
  readonly doctorOf: readonly number[]; // [row]
}

/** A doctor with what the names of the form stand for. */
interface Row {
  readonly doctor: DoctorForm;
  readonly leg: LegForm;
  readonly pathway: number;
  readonly variants: readonly number[]; // [region]
  readonly region: number;
  readonly factor: readonly [number, number];
}

/** A roster made elsewhere. */
export function layRoster(form: RosterForm, plan: PlanForm): LaidRoster {
  const joins = (doctor: DoctorForm): number => doctor.legs[0]!.arrive ?? LONG_AGO;
  const doctorOf = form.doctors.map((_, i) => i).sort((a, b) => joins(form.doctors[a]!) - joins(form.doctors[b]!) || a - b);
  const variantAt = nameVariants(plan);
  const rows = doctorOf.map((i) => layRow(form.doctors[i]!, plan, variantAt));
  const column = (of: (row: Row) => number): Int32Array => Int32Array.from(rows, of);
  const places = (of: (doctor: DoctorForm) => number): ((row: Row) => number) => rankOf(form.doctors.map(of), of);
  const zeros = new Int32Array(rows.length);
  const leaves = Math.max(0, ...rows.map(({ leg }) => leg.leaves?.length ?? 0));
  return {
    doctorOf,
    roster: {
      rows: rows.length,
      stream: column(({ doctor }) => plan.streams.indexOf(doctor.id[0])),
      cohort: column(places(({ id }) => id[1])),
      ordinal: column(places(({ id }) => id[2])),
      pathway: column(({ pathway }) => pathway),
      region: column(({ region }) => region),
      degree: column(({ doctor }) => joins(doctor)),
      joins: column(({ doctor }) => joins(doctor)),
      rank: column(places(({ rank }) => rank)),
      appliedBefore: column(({ leg }) => (leg.applied === true ? 1 : 0)),
      mobile: column(({ doctor }) => (doctor.mobile === true ? 1 : 0)),
      variantLuck: zeros,
      own0: zeros,
      own1: zeros,
      initialVariant: column(({ leg, variants, region }) => (leg.initial ? variants[region]! : -1)),
      initialLeft: column(({ leg }) => (leg.initial ? leg.initial.left.reduce((sum, steps) => sum + steps, 0) : -1)),
      givesUp: column(({ leg }) => leg.give_up ?? 0),
      factorNumerator: column(({ factor }) => factor[0]),
      factorDenominator: column(({ factor }) => factor[1]),
      late: zeros,
      fails: zeros,
      then: zeros.map(() => -1),
      delay: zeros,
      ...layLeaves(rows, leaves),
      given: layGiven(rows, plan),
    },
  };
}

function layRow(doctor: DoctorForm, plan: PlanForm, variantAt: (pathway: string, name: string) => number): Row {
  const leg = doctor.legs[0]!;
  const variants = plan.regions.map((id) => variantAt(leg.pathway, leg.variant_in && Object.hasOwn(leg.variant_in, id) ? leg.variant_in[id]! : leg.variant));
  const region = plan.regions.indexOf(leg.region);
  // Who is in training already serves the variant named, whatever another region would give.
  if (leg.initial) variants[region] = variantAt(leg.pathway, leg.variant);
  return { doctor, leg, pathway: Object.keys(plan.pathways).indexOf(leg.pathway), variants, region, factor: readFactor(doctor.stretch ?? '1') };
}

function nameVariants(plan: PlanForm): (pathway: string, name: string) => number {
  const numbers = new Map(listVariants(plan).map(({ pathway, name }, v) => [JSON.stringify([Object.keys(plan.pathways)[pathway], name]), v]));
  return (pathway, name) => numbers.get(JSON.stringify([pathway, name]))!;
}

/** Places in order of size: numbers of any size, or many doctors, in few bits. */
function rankOf(values: readonly number[], of: (doctor: DoctorForm) => number): (row: Row) => number {
  const places = new Map([...new Set(values)].sort((a, b) => a - b).map((value, place) => [value, place]));
  return ({ doctor }) => places.get(of(doctor))!;
}

/** A factor in whole numbers, as small as they come: `1.14` is 57/50. */
function readFactor(text: string): [number, number] {
  const [over, under = ''] = text.split('/');
  const [whole, decimals = ''] = over!.split('.');
  const numerator = Number(whole! + decimals);
  const denominator = under === '' ? Number(`1${'0'.repeat(decimals.length)}`) : Number(under);
  const divisor = greatestDivisor(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

function layLeaves(rows: readonly Row[], leaves: number): Pick<Roster, 'leaves' | 'leaveAfter' | 'leaveLength'> {
  const due = rows.map(({ leg }) => [...(leg.leaves ?? [])].sort((a, b) => a.after - b.after));
  const cells = (of: 'after' | 'length'): Int32Array => Int32Array.from(due.flatMap((list) => Array.from({ length: leaves }, (_, nth) => list[nth]?.[of] ?? 0)));
  return { leaves, leaveAfter: cells('after'), leaveLength: cells('length') };
}

function layGiven(rows: readonly Row[], plan: PlanForm): GivenLuck {
  const isDrawn = plan.settings?.discipline === 'weighted';
  return {
    lottery: layRagged(rows.map(({ leg }) => (isDrawn ? Object.entries(leg.lottery ?? {}).flatMap(([t, drawn]) => [Number(t), drawn]) : []))),
    seeks: layRagged(rows.map(({ leg }) => (leg.seeks ?? []).map((id) => plan.regions.indexOf(id)))),
    variantIn: Int32Array.from(rows.flatMap(({ variants }) => variants)),
    initialLeft: layRagged(rows.map(({ leg }) => leg.initial?.left ?? [])),
    fillable: layRagged([]),
  };
}

/** The most steps that anybody can have reserved at once. */
export function longestItinerary(form: RosterForm, plan: PlanForm): number {
  let longest = 1;
  for (const { stretch = '1', legs } of form.doctors) {
    const [over, under] = readFactor(stretch);
    const { pathway, initial } = legs[0]!;
    for (const { blocks } of Object.values(plan.pathways[pathway]!.variants)) {
      longest = Math.max(longest, blocks.reduce((sum, { length }) => sum + Math.max(1, Math.floor((2 * length * over + under) / (2 * under))), 0));
    }
    longest = Math.max(longest, (initial?.left ?? []).reduce((sum, steps) => sum + steps, 0));
  }
  return longest;
}
