import type { Path } from '../../base/index.js';
import type { Complaint, PlanForm, RuleForm } from '../../model/index.js';
import { checkName, checkTwice, complain } from './names.js';

/** What does not fit together in the rules of positions of a plan made elsewhere. */
export function checkDecide(form: PlanForm): Complaint[] {
  const rules = form.decide ?? [];
  return [...rules.flatMap((rule, i) => checkRule(form, rule, ['decide', i])), ...checkTwice(rules.map(({ region, pathway }) => [region, pathway]), (i) => ['decide', i])];
}

function checkRule(form: PlanForm, { region, pathway, steps, floor = 0, ceiling }: RuleForm, path: Path): Complaint[] {
  const isUnlimited = form.intakes.some((intake) => intake.region === region && intake.pathway === pathway && intake.positions === null);
  return [
    ...checkName('region', region, form.regions, [...path, 'region']),
    ...checkName('pathway', pathway, Object.keys(form.pathways), [...path, 'pathway']),
    ...checkTwice(steps.map(String), (n) => [...path, 'steps', n]),
    ...(floor > ceiling ? [complain([...path, 'floor'], { code: 'floor-over-ceiling', found: String(floor), values: { ceiling } })] : []),
    ...(isUnlimited ? [complain(path, { code: 'rule-of-unlimited' })] : []),
  ];
}
