import { layRagged } from '../../base/index.js';
import type { Ragged } from '../../base/index.js';
import type { IntakeForm, PlanForm } from '../../model/index.js';

/** What can be filled of 0, 1, 2 … new positions at each intake, by region, pathway and step; nothing where all can. */
export function layFillable(form: PlanForm): Ragged {
  const pathways = Object.keys(form.pathways);
  const rows: number[][] = Array.from({ length: form.regions.length * pathways.length * form.steps }, () => []);
  for (const intake of form.intakes) {
    const queue = form.regions.indexOf(intake.region) * pathways.length + pathways.indexOf(intake.pathway);
    const ceiling = form.decide?.find(({ region, pathway }) => region === intake.region && pathway === intake.pathway)?.ceiling;
    stepsOf(intake, form).forEach((t, nth) => {
      if (t < form.steps) rows[queue * form.steps + t] = fillableAt(intake, nth, ceiling);
    });
  }
  return layRagged(rows);
}

/** The steps of an intake; those past the run are of no account. */
export function stepsOf({ steps }: IntakeForm, form: PlanForm): readonly number[] {
  return steps === 'all' ? Array.from({ length: form.steps }, (_, t) => t) : steps;
}

/** One number, no more than there are, where no rule decides how many new positions there are; else of fewer positions than can be filled, all are. */
function fillableAt({ positions, fillable = null, fillable_of: fillableOf }: IntakeForm, nth: number, ceiling: number | undefined): number[] {
  if (fillableOf !== undefined) return [...fillableOf[nth]!];
  const most = Array.isArray(fillable) ? fillable[nth]! : fillable;
  if (most === null) return [];
  const planned = (Array.isArray(positions) ? positions[nth] : positions) ?? 0;
  return ceiling === undefined ? [Math.min(most, planned)] : Array.from({ length: Math.min(most, Math.max(ceiling, planned)) + 1 }, (_, n) => n);
}
