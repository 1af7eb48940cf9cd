import { summariseValues } from '../../src/analysis/index.js';
import type { Summary } from '../../src/analysis/index.js';
import { LONG_AGO, drawRoster, run } from '../../src/engine/index.js';
import type { Plan, Roster, Trace } from '../../src/engine/index.js';
import { compile } from '../../src/model/index.js';
import type { Scenario } from '../../src/model/index.js';

/** What a replication gave in the report's steps: starts, and months waited in queue and between blocks for each doctor who waited. */
export interface Outcome {
  readonly starts: number;
  readonly wait: number;
  /** The same wait by pathway, in order of id. */
  readonly waits: readonly number[];
}

/** Runs a scenario with the luck of its seed, replication after replication. */
export function playAll(scenario: Scenario, replications: number): Outcome[] {
  const { plan, axes } = compile(scenario);
  const from = (axes.reportFrom - axes.from) * axes.stepsPerMonth;
  return Array.from({ length: replications }, (_, replication) => {
    const roster = drawRoster(plan, { seed: scenario.seed, replication });
    return outcomeOf(plan, roster, run(plan, roster), from);
  });
}

/** Doctors who had not begun before the report, and their waiting in it; whoever begins only sooner or later is counted in every option. */
function outcomeOf(plan: Plan, roster: Roster, trace: Trace, from: number): Outcome {
  const doctors = new Array<number>(plan.pathways).fill(0);
  for (let row = 0; row < roster.rows; row++) if (roster.joins[row] !== LONG_AGO && trace.starts[row]! >= from) doctors[roster.pathway[row]!]! += 1;
  const months = doctors.map(() => 0);
  let starts = 0;
  for (let r = 0; r < plan.regions; r++) {
    for (let p = 0; p < plan.pathways; p++) {
      const row = (r * plan.pathways + p) * plan.steps;
      for (let t = from; t < plan.steps; t++) {
        starts += trace.started[row + t]!;
        months[p]! += (trace.queue[row + t]! + trace.between[row + t]!) / plan.stepsPerMonth;
      }
    }
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return { starts, wait: sum(months) / sum(doctors), waits: months.map((m, p) => m / doctors[p]!) };
}

/** The mean paired difference with its interval, as a percentage of the base's mean. */
export function percentChange(base: readonly Outcome[], option: readonly Outcome[], of: (outcome: Outcome) => number): Summary {
  const level = summariseValues(base.map(of))!.mean;
  return summariseValues(base.map((outcome, i) => (100 * (of(option[i]!) - of(outcome))) / level))!;
}
