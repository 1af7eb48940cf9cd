import type { Complaint, PlanForm } from '../../model/index.js';
import { checkName, checkTwice } from './names.js';

/** What does not fit together in the gates of a plan made elsewhere. */
export function checkGates(form: PlanForm): Complaint[] {
  const gates = form.gates ?? [];
  return [
    ...gates.flatMap(({ pathway, sittings }, i) => [
      ...checkName('pathway', pathway, Object.keys(form.pathways), ['gates', i, 'pathway']),
      ...checkTwice(sittings.map(({ step }) => `${step}`), (n) => ['gates', i, 'sittings', n, 'step']),
    ]),
    ...checkTwice(gates.map(({ pathway }) => pathway), (i) => ['gates', i, 'pathway']),
  ];
}
