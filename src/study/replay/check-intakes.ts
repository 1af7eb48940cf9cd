import type { Path } from '../../base/index.js';
import type { Complaint, IntakeForm, PlanForm } from '../../model/index.js';
import { stepsOf } from './lay-fillable.js';
import { checkName, checkTwice, complain } from './names.js';

/** What does not fit together in the intakes of a plan made elsewhere. */
export function checkIntakes(form: PlanForm): Complaint[] {
  const each = form.intakes.flatMap((intake, i) => checkIntake(form, intake, ['intakes', i]));
  const places = form.intakes.flatMap((intake, i) => stepsOf(intake, form).map((t) => ({ key: [intake.region, intake.pathway, t], path: ['intakes', i, 'steps'] })));
  return [...each, ...checkTwice(places.map(({ key }) => key), (i) => places[i]!.path)];
}

function checkIntake(form: PlanForm, intake: IntakeForm, path: Path): Complaint[] {
  const { positions, fillable, fillable_of: fillableOf } = intake;
  const number = stepsOf(intake, form).length;
  const lists = Object.entries({ positions, fillable, fillable_of: fillableOf }).filter((entry): entry is [string, number[]] => Array.isArray(entry[1]) && entry[1].length !== number);
  return [
    ...checkName('region', intake.region, form.regions, [...path, 'region']),
    ...checkName('pathway', intake.pathway, Object.keys(form.pathways), [...path, 'pathway']),
    ...lists.map(([key, list]) => complain([...path, key], { code: 'wrong-length', values: { number: list.length, due: number } })),
    ...checkCarry(form, intake, path),
    ...(lists.length > 0 ? [] : checkFillable(form, intake, path)),
  ];
}

/** Between intakes some of which are without limit it is not said what is left, and all intakes of a region and pathway keep what is left or none does. */
function checkCarry(form: PlanForm, intake: IntakeForm, path: Path): Complaint[] {
  if (intake.carry !== true) return [];
  const others = form.intakes.filter(({ region, pathway }) => region === intake.region && pathway === intake.pathway);
  if (others.some(({ positions }) => positions === null) && others.some(({ positions }) => positions !== null)) return [complain([...path, 'carry'], { code: 'carry-of-unlimited' })];
  return others.some(({ carry }) => carry !== true) ? [complain([...path, 'carry'], { code: 'carry-at-some' })] : [];
}

function checkFillable(form: PlanForm, intake: IntakeForm, path: Path): Complaint[] {
  const { positions, fillable = null, fillable_of: fillableOf } = intake;
  const key = fillableOf === undefined ? 'fillable' : 'fillable_of';
  if (fillable === null && fillableOf === undefined) return [];
  if (positions === null) return [complain([...path, key], { code: 'fillable-of-unlimited' })];
  if (fillable !== null && fillableOf !== undefined) return [complain([...path, 'fillable_of'], { code: 'fillable-twice' })];
  const rule = form.decide?.find(({ region, pathway }) => region === intake.region && pathway === intake.pathway);
  const planned = (nth: number): number => (Array.isArray(positions) ? positions[nth]! : positions);
  return (fillableOf ?? []).flatMap((list, nth) => checkFillableOf(list, Math.max(planned(nth), rule?.ceiling ?? 0), [...path, 'fillable_of', nth]));
}

/** How many of n new positions can be filled, for every n that there may be. */
function checkFillableOf(list: readonly number[], most: number, path: Path): Complaint[] {
  if (list.length <= most) return [complain(path, { code: 'wrong-length', values: { number: list.length, due: most + 1 } })];
  return list.flatMap((n, of) => (n > of ? [complain([...path, of], { code: 'out-of-range', found: String(n), values: { allowed: `0 … ${of}` } })] : []));
}
