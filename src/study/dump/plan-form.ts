import { BugError } from '../../base/index.js';
import type { Axes, Plan, Roster } from '../../engine/index.js';
import { writeBeyond } from './beyond-form.js';
import type { PlanForm, SettingsForm } from './form.js';
import { writeIntakes } from './intake-form.js';
import { writePools } from './pool-form.js';
import { row } from './row.js';
import { writePathways } from './variant-form.js';

/** A plan in the form that any engine can read, with what no-shows leave of its positions. */
export function writePlan(plan: Plan, axes: Axes, roster: Roster): PlanForm {
  const neighbours = axes.regions.map(({ id }, r) => [id, row(plan.neighbours, r).map((n) => axes.regions[n]!.id)] as const);
  return {
    steps: plan.steps,
    settings: writeSettings(plan, axes),
    streams: axes.streams.map(({ id }) => id),
    regions: axes.regions.map(({ id }) => id),
    pathways: writePathways(plan, axes),
    pools: writePools(plan, axes),
    intakes: writeIntakes(plan, axes, roster),
    neighbours: Object.fromEntries(neighbours.filter(([, list]) => list.length > 0)),
    ...writeBeyond(plan, axes),
  };
}

function writeSettings(plan: Plan, axes: Axes): SettingsForm {
  const window = byPathway(axes, Array.from(plan.windowSteps));
  return {
    mode: plan.mode,
    rule: plan.choice,
    queue: plan.strict ? 'strict' : 'passed-over',
    priority: writePriority(plan, axes),
    discipline: plan.discipline,
    ...(plan.discipline === 'weighted' ? { weight: plan.weight } : {}),
    pass_limit: plan.passLimit < 0 ? null : plan.passLimit,
    closes: byPathway(axes, Array.from(plan.closesSteps)),
    ...(window === 0 ? {} : { window }),
    own_first: plan.ownFirst,
    patience: plan.patienceSteps < 0 ? null : plan.patienceSteps,
  };
}

/** One number where all pathways have the same. */
function byPathway(axes: Axes, steps: readonly number[]): number | Record<string, number> {
  const [first = 0] = steps;
  return steps.every((n) => n === first) ? first : Object.fromEntries(axes.pathways.map(({ id }, p) => [id, steps[p]!]));
}

/** Ranks by pathway if all streams have the same, else by stream. */
function writePriority(plan: Plan, axes: Axes): NonNullable<SettingsForm['priority']> | null {
  const at = (s: number, p: number): number => plan.priority[s * plan.pathways + p]!;
  const all = Array.from(plan.priority);
  if (all.every((rank) => rank === all[0])) return null;
  if (axes.streams.every((_, s) => axes.pathways.every((__, p) => at(s, p) === at(0, p)))) {
    return { by: 'pathway', rank: Object.fromEntries(axes.pathways.map(({ id }, p) => [id, at(0, p)])) };
  }
  if (axes.streams.every((_, s) => axes.pathways.every((__, p) => at(s, p) === at(s, 0)))) {
    return { by: 'stream', rank: Object.fromEntries(axes.streams.map(({ id }, s) => [id, at(s, 0)])) };
  }
  throw new BugError('a priority by pathway and stream at once cannot be dumped');
}
