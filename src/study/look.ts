import { layLook } from '../analysis/index.js';
import type { Look } from '../analysis/index.js';
import { drawRoster } from '../engine/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { applyAdditions } from './addition.js';
import type { Addition } from './addition.js';
import { PLACEMENT_POOLS, lift } from './counter-runs.js';
import { poolCard, runAudited } from './report-run.js';

/** Runs a scenario once, and once more with placements unlimited on the same luck, for a first look; the luck is that of a study's first replication. */
export function lookAt(scenario: Scenario, seed: number, additions: readonly Addition[]): Look {
  const { plan: written, axes } = compile(scenario);
  const plan = applyAdditions(written, axes, additions);
  const place = { name: scenario.name, seed, replication: 0 };
  const roster = drawRoster(plan, { seed, replication: 0 });
  const main = runAudited(plan, roster, place);
  const positions = runAudited(lift(plan, PLACEMENT_POOLS), roster, place);
  return layLook(plan, axes, main, positions, (pool) => poolCard(scenario, plan, axes, pool));
}
