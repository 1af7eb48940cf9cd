import type { Path } from '../../base/index.js';
import type { Complaint, DoctorForm, LegForm, PlanForm, RosterForm } from '../../model/index.js';
import { SAME } from './lay-roster.js';
import { checkName, checkTwice, complain } from './names.js';

/** What does not fit in a roster made elsewhere, by itself or with its plan. */
export function checkRoster(form: RosterForm, plan: PlanForm): Complaint[] {
  return [...form.doctors.flatMap((doctor, i) => checkDoctor(doctor, plan, ['doctors', i])), ...checkTwice(form.doctors.map(({ id }) => id.join(' ')), (i) => ['doctors', i, 'id'])];
}

function checkDoctor(doctor: DoctorForm, plan: PlanForm, path: Path): Complaint[] {
  return [
    ...checkName('stream', doctor.id[0], plan.streams, [...path, 'id', 0]),
    ...(doctor.stretch !== undefined && /^0+(\.0+)?$/.test(doctor.stretch) ? [complain([...path, 'stretch'], { code: 'factor-of-nothing', found: doctor.stretch })] : []),
    ...doctor.legs.flatMap((leg, n) => [...checkLeg(leg, n > 0, plan, [...path, 'legs', n]), ...(n === 0 ? checkFirst(leg, [...path, 'legs', n]) : checkLater(leg, [...path, 'legs', n]))]),
  ];
}

function checkLeg(leg: LegForm, isLater: boolean, plan: PlanForm, path: Path): Complaint[] {
  const pathway = Object.hasOwn(plan.pathways, leg.pathway) ? plan.pathways[leg.pathway] : undefined;
  if (!pathway) return checkName('pathway', leg.pathway, Object.keys(plan.pathways), [...path, 'pathway']);
  const variants = Object.keys(pathway.variants);
  const elsewhere = Object.entries(leg.variant_in ?? {});
  return [
    ...checkName('variant', leg.variant, variants, [...path, 'variant']),
    ...elsewhere.flatMap(([region, variant]) => [...checkName('region', region, plan.regions, [...path, 'variant_in', region], 'key'), ...checkName('variant', variant, variants, [...path, 'variant_in', region])]),
    ...checkName('region', leg.region, isLater ? [...plan.regions, SAME] : plan.regions, [...path, 'region']),
    ...(leg.seeks ?? []).flatMap((region, i) => checkName('region', region, plan.regions, [...path, 'seeks', i])),
    ...(leg.initial && variants.includes(leg.variant) ? checkLeft(leg.initial.left, pathway.variants[leg.variant]!.blocks.length, [...path, 'initial', 'left']) : []),
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

function checkLeft(left: readonly number[], blocks: number, path: Path): Complaint[] {
  if (left.length !== blocks) return [complain(path, { code: 'wrong-length', values: { number: left.length, due: blocks } })];
  return left.every((steps) => steps === 0) ? [complain(path, { code: 'nothing-left' })] : [];
}
