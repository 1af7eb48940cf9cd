import { LATER, drawRoster, fingerprint, layDigest, mix, toHex } from '../engine/index.js';
import type { Axes, Roster } from '../engine/index.js';
import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import type { Run } from '../analysis/index.js';
import { layFile } from './derive/card.js';
import type { DerivedFile, Entry } from './derive/card.js';
import { runAudited } from './report-plans.js';

/** What a run of flows needs to be told beside the scenario. */
export interface FlowOptions {
  readonly replications: number;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Who starts where: the mean number of doctors of each home who start their first pathway with each region in each year, as a data file. A scenario of some of the
 * regions takes what crosses its border as given from it (MODEL 5.4).
 */
export function layFlows(scenario: Scenario, file: string, { replications, seed, onProgress }: FlowOptions): DerivedFile {
  const { plan, axes } = compile(scenario);
  const years = Math.floor(axes.to / 12) - Math.floor(axes.from / 12) + 1;
  const counts = new Float64Array(plan.regions * plan.regions * plan.pathways * years); // [home × region × pathway × year]
  const digest = layDigest();
  for (let replication = 0; replication < replications; replication++) {
    const roster = drawRoster(plan, { seed, replication });
    const done = runAudited(plan, roster, { name: scenario.name, seed, replication });
    fingerprint(roster, done.trace).forEach((word) => mix(digest, word));
    countStarts(counts, years, axes, roster, done);
    onProgress?.(replication + 1, replications);
  }
  const source = `flaskhals flows ${scenario.name}: frö ${seed}, ${replications} ${replications === 1 ? 'upprepning' : 'upprepningar'}, fingeravtryck ${toHex(digest)}`;
  return layFile(file, ['home', 'region', 'pathway', 'year'], listEntries(counts, years, axes, replications, source));
}

/** Only first pathways: what a pathway leads to is begun with the employer, on the same side of the border. */
function countStarts(counts: Float64Array, years: number, axes: Axes, roster: Roster, { plan, trace }: Run): void {
  const firstYear = Math.floor(axes.from / 12);
  for (let row = 0; row < roster.rows; row++) {
    const start = trace.starts[row]!;
    if (start < 0 || start >= plan.steps || roster.joins[row] === LATER) continue;
    const year = Math.floor((axes.from + Math.floor(start / axes.stepsPerMonth)) / 12) - firstYear;
    counts[((roster.region[row]! * plan.regions + trace.region[row]!) * plan.pathways + roster.pathway[row]!) * years + year]! += 1;
  }
}

function listEntries(counts: Float64Array, years: number, { regions, pathways, from }: Axes, replications: number, source: string): Entry[] {
  return Array.from(counts).flatMap((count, i) => {
    if (count === 0) return [];
    const [year, pathway, region, home] = [i % years, Math.floor(i / years) % pathways.length, Math.floor(i / years / pathways.length) % regions.length, Math.floor(i / years / pathways.length / regions.length)];
    const calendarYear = Math.floor(from / 12) + year;
    return [{ key: [regions[home]!.id, regions[region]!.id, pathways[pathway]!.id, calendarYear], card: { value: count / replications, unit: 'doctors per year', source, quality: 'assumption', asOf: String(calendarYear) } }];
  });
}
