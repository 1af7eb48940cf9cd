import type { Path } from '../../base/index.js';
import type { Complaint, GateForm, PlanForm, VariantForm } from '../../model/index.js';
import { complain } from './names.js';

/** What a sound plan made elsewhere says that is hardly meant: it is run as it stands, and told of. */
export function notePlan(form: PlanForm): Complaint[] {
  return [
    ...Object.entries(form.pathways).flatMap(([pathway, { variants }]) => Object.entries(variants).flatMap(([name, variant]) => noteVariant(form, variant, ['pathways', pathway, 'variants', name]))),
    ...(form.gates ?? []).flatMap((gate, i) => noteGate(form, gate, ['gates', i])),
    ...(form.decide ?? []).flatMap(({ region, pathway }, i) =>
      form.intakes.some((intake) => intake.region === region && intake.pathway === pathway) ? [] : [complain(['decide', i], { code: 'rule-without-intake' })],
    ),
  ];
}

function noteVariant(form: PlanForm, variant: VariantForm, path: Path): Complaint[] {
  const total = lengthOf(variant);
  const closed = form.regions.filter((id) => !form.pools.some(({ kind, region }) => kind === 'st' && region === id));
  return [
    ...(typeof variant.longest === 'number' && variant.longest < total ? [complain([...path, 'longest'], { code: 'longest-too-short', found: String(variant.longest), values: { total } })] : []),
    ...(variant.st_post === true && closed.length > 0 ? [complain([...path, 'st_post'], { code: 'no-st-posts', values: { regions: closed.join(', ') } })] : []),
  ];
}

/** A gate that nobody can pass: the condition is longer than the pathway, or nobody may sit after the least time in which it can be met. */
function noteGate(form: PlanForm, gate: GateForm, path: Path): Complaint[] {
  const longest = Math.max(...Object.values(form.pathways[gate.pathway]!.variants).map(lengthOf));
  if (gate.min_steps > longest) return [complain([...path, 'min_steps'], { code: 'gate-too-late', found: String(gate.min_steps), values: { longest } })];
  const isOpen = gate.sittings.some(({ step, seats = null }) => step < form.steps && seats !== 0);
  return isOpen ? [] : [complain([...path, 'sittings'], { code: 'gate-without-sitting' })];
}

const lengthOf = ({ blocks }: VariantForm): number => blocks.reduce((sum, { length }) => sum + length, 0);
