import { layLook } from '../analysis/index.js';
import type { Look, Run } from '../analysis/index.js';
import { drawRoster } from '../engine/index.js';
import { compile } from '../model/index.js';
import { applyAdditions } from './addition.js';
import { PLACEMENT_POOLS, lift } from './counter-runs.js';
import type { Report, ReportSetup } from './report.js';
import { runAudited } from './report-plans.js';
import { poolCard } from './report-run.js';

/** Runs one replication of a scenario, and it once more with placements unlimited on the same luck, for a look. */
export function lookAt({ scenario, seed, additions }: ReportSetup, replication: number): Look {
  const { plan: written, axes } = compile(scenario);
  const plan = applyAdditions(written, axes, additions);
  const place = { name: scenario.name, seed, replication };
  const roster = drawRoster(plan, { seed, replication });
  const main = runAudited(plan, roster, place);
  const positions = runAudited(lift(plan, PLACEMENT_POOLS), roster, place);
  return lookOf({ scenario, plan, axes }, main, positions);
}

/** The look of a replication that has been run. */
export function lookOf({ scenario, plan, axes }: Pick<Report, 'scenario' | 'plan' | 'axes'>, main: Run, positions: Run): Look {
  return layLook(plan, axes, main, positions, (pool) => poolCard(scenario, plan, axes, pool));
}
