import { BugError } from '../base/index.js';
import { audit, otherOf } from '../analysis/index.js';
import type { Replication, Run } from '../analysis/index.js';
import { forEachStay, run } from '../engine/index.js';
import type { Axes, Plan, Roster, Scratch } from '../engine/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { applyAdditions } from './addition.js';
import type { Addition } from './addition.js';
import { ENTRY_POOLS, PLACEMENT_POOLS, lift } from './counter-runs.js';

/** The plans of one replication: the run as it is, the counter-runs beside it (MODEL 9.2, 10), and the run in the other placement mode (MODEL 3.4). */
export type ReportPlans = Readonly<Record<keyof Omit<Replication, 'roster'> | 'otherMode', Plan>>;

/** One replication of each of them on the same luck. */
export interface Played extends Replication {
  readonly otherMode: Run;
}

/**
 * The plans of the counter-runs beside the main one. Positions are unlimited from the report's first step, so that the past is the past and the queue at the
 * report's beginning is part of the demand; slots and supervisors from the run's, so that no itinerary begun before leans on room to come.
 */
export function layPlans(scenario: Scenario, plan: Plan, axes: Axes, additions: readonly Addition[]): ReportPlans {
  const { low, high, value } = scenario.headroom;
  const reportStep = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  const at = (headroom: number | undefined): Plan => (headroom === undefined || headroom === value ? plan : applyAdditions(compile(scenario, headroom).plan, axes, additions));
  return {
    main: plan,
    demand: lift(lift(plan, PLACEMENT_POOLS), ENTRY_POOLS, reportStep),
    positions: lift(plan, PLACEMENT_POOLS),
    room: lift(plan, ENTRY_POOLS, reportStep),
    lowHeadroom: at(low),
    highHeadroom: at(high),
    otherMode: { ...plan, mode: otherOf(plan.mode) },
  };
}

/** Where a run stands, so that it can be repeated: the scenario by name, the seed and the replication. */
export interface Place {
  readonly name: string;
  readonly seed: number;
  readonly replication: number;
}

/** Runs every plan on the same luck; a plan that is another one too is run once, and one that has been run already not again. Traces lie in memory of their own, or in what is given. */
export function playAll(plans: ReportPlans, roster: Roster, place: Place, { already = [], memory = null }: { readonly already?: readonly Run[]; readonly memory?: Scratch | null } = {}): Played {
  const done = new Map(already.map((one) => [one.plan, one]));
  const play = (plan: Plan): Run => {
    const known = done.get(plan);
    if (known) return known;
    const result = runAudited(plan, roster, place, memory);
    done.set(plan, result);
    return result;
  };
  return {
    roster,
    main: play(plans.main),
    demand: play(plans.demand),
    positions: play(plans.positions),
    room: play(plans.room),
    lowHeadroom: play(plans.lowHeadroom),
    highHeadroom: play(plans.highHeadroom),
    otherMode: play(plans.otherMode),
  };
}

/** Runs a plan, and recounts by the trace alone that it kept every rule; a rule broken is a fault of ours. */
export function runAudited(plan: Plan, roster: Roster, place: Place, memory: Scratch | null = null): Run {
  const trace = run(plan, roster, memory);
  const violations = audit(plan, roster, trace);
  if (violations.length === 0) return { plan, trace };
  throw new BugError(`${place.name}: seed ${place.seed}, replication ${place.replication}: ${violations.map((v) => JSON.stringify(v)).slice(0, 3).join('; ')}`);
}

/** Doctor-events of a run: arrivals, starts, block starts, block ends, completions. @public The bench reads it from the build. */
export function countEvents({ plan, trace }: Run): number {
  const sum = (series: Int32Array): number => series.reduce((a, b) => a + b, 0);
  let inBlocks = 0;
  forEachStay(trace, (_, stay) => (inBlocks += (trace.stayFrom[stay]! < plan.steps ? 1 : 0) + (trace.stayUntil[stay]! < plan.steps ? 1 : 0)));
  return sum(trace.arrived) + sum(trace.started) + sum(trace.completed) + inBlocks;
}
