import type { Worth, WorthFindings } from '../../src/analysis/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { addWorth, inquireWorth, layWorth, prepareWorth, unitsOf } from '../../src/study/index.js';
import type { SpreadTrials, WorthAsked } from '../../src/study/index.js';

/** Asks what would help in a scenario, all in this thread: everything limited from the report's first month, unless said. */
export function askWorth(scenario: Scenario, over: Partial<Omit<WorthAsked, 'setup'>> = {}): Promise<WorthFindings> {
  const asked: WorthAsked = { setup: { scenario, seed: scenario.seed, additions: [] }, replications: scenario.replications, from: scenario.time.reportFrom, by: 1, isAll: false, isPlain: false, regions: [], steps: 0, goal: null, ...over };
  return inquireWorth(asked, { version: 'test', scenarioHash: '' }, spreadHere(asked.replications));
}

/** One unit after the other. */
const spreadHere = (replications: number): SpreadTrials => (_, setup) => {
  const gathered = layWorth(setup, replications);
  const unit = prepareWorth(setup);
  for (let u = 0; u < unitsOf(setup, replications); u++) addWorth(gathered, unit(u));
  return Promise.resolve(gathered);
};

/** What a relief is of, by the names of its pools. */
export const namesOf = (findings: WorthFindings, { pools }: Pick<Worth, 'pools'>): string => pools.map((pool) => findings.pools[pool]!.name).join(' + ');

/** The worth of what has these pools. */
export function worthNamed(findings: WorthFindings, names: string): Worth {
  const found = findings.worths.find((worth) => namesOf(findings, worth) === names);
  if (found === undefined) throw new Error(`nothing tried is ${names}; there are ${findings.worths.map((worth) => namesOf(findings, worth)).join(', ')}`);
  return found;
}
