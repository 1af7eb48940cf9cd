import type { Path } from '../../base/index.js';
import type { Complaint, DoctorForm, LegForm, PlanForm, RosterForm, VariantForm } from '../../model/index.js';
import { SAME, variantIn } from './lay-roster.js';
import { personalLength } from './lengths.js';
import { checkName, checkTwice, complain } from './names.js';

/** What does not fit in a roster made elsewhere, by itself or with its plan. */
export function checkRoster(form: RosterForm, plan: PlanForm): Complaint[] {
  return [...form.doctors.flatMap((doctor, i) => checkDoctor(doctor, plan, ['doctors', i])), ...checkTwice(form.doctors.map(({ id }) => id), (i) => ['doctors', i, 'id'])];
}

function checkDoctor(doctor: DoctorForm, plan: PlanForm, path: Path): Complaint[] {
  return [
    ...checkName('stream', doctor.id[0], plan.streams, [...path, 'id', 0]),
    ...(doctor.stretch !== undefined && /^0+(\.0+)?$/.test(doctor.stretch) ? [complain([...path, 'stretch'], { code: 'factor-of-nothing', found: doctor.stretch })] : []),
    ...doctor.legs.flatMap((leg, n) => [...checkLeg(leg, doctor, n > 0, plan, [...path, 'legs', n]), ...(n === 0 ? checkFirst(leg, [...path, 'legs', n]) : checkLater(leg, [...path, 'legs', n]))]),
  ];
}

function checkLeg(leg: LegForm, doctor: DoctorForm, isLater: boolean, plan: PlanForm, path: Path): Complaint[] {
  const pathway = Object.hasOwn(plan.pathways, leg.pathway) ? plan.pathways[leg.pathway] : undefined;
  if (!pathway) return checkName('pathway', leg.pathway, Object.keys(plan.pathways), [...path, 'pathway']);
  const variants = Object.keys(pathway.variants);
  const elsewhere = Object.entries(leg.variant_in ?? {});
  return [
    ...checkName('variant', leg.variant, variants, [...path, 'variant']),
    ...elsewhere.flatMap(([region, variant]) => [...checkName('region', region, plan.regions, [...path, 'variant_in', region], 'key'), ...checkName('variant', variant, variants, [...path, 'variant_in', region])]),
    ...checkName('region', leg.region, isLater ? [...plan.regions, SAME] : plan.regions, [...path, 'region']),
    ...(leg.seeks ?? []).flatMap((region, i) => checkName('region', region, plan.regions, [...path, 'seeks', i])),
    ...(leg.initial && variants.includes(variantIn(leg, leg.region)) ? checkInitial(leg.initial, pathway.variants[variantIn(leg, leg.region)]!, doctor, [...path, 'initial']) : []),
  ];
}

function checkFirst(leg: LegForm, path: Path): Complaint[] {
  return [
    ...((leg.arrive === undefined) === (leg.initial === undefined) ? [complain(path, { code: 'arrive-or-initial' })] : []),
    ...(leg.delay === undefined ? [] : [complain([...path, 'delay'], { code: 'of-a-later-leg', found: 'delay' }, 'key')]),
  ];
}

/** A later leg is joined when the one before is behind, not in a step beforehand. */
function checkLater(leg: LegForm, path: Path): Complaint[] {
  return (['arrive', 'initial', 'late'] as const).flatMap((key) => (leg[key] === undefined ? [] : [complain([...path, key], { code: 'of-the-first-leg', found: key }, 'key')]));
}

/** Who is in training at step 0 has begun by then, and has no more left of a block than it is long. */
function checkInitial({ left, start = null }: NonNullable<LegForm['initial']>, { blocks }: VariantForm, { stretch = '1' }: DoctorForm, path: Path): Complaint[] {
  const late = start !== null && start > 0 ? [complain([...path, 'start'], { code: 'out-of-range', found: String(start), values: { allowed: '≤ 0' } })] : [];
  const at = [...path, 'left'];
  if (left.length !== blocks.length) return [complain(at, { code: 'wrong-length', values: { number: left.length, due: blocks.length } }), ...late];
  if (left.every((steps) => steps === 0)) return [complain(at, { code: 'nothing-left' }), ...late];
  const longest = (i: number): number => Math.max(blocks[i]!.length, personalLength(blocks[i]!.length, stretch));
  const long = left.flatMap((steps, i) => (steps > longest(i) ? [complain([...at, i], { code: 'out-of-range', found: String(steps), values: { allowed: `0 … ${longest(i)}` } })] : []));
  return [...long, ...late];
}
