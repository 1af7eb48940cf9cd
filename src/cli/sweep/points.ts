import { Failure } from '../failure.js';
import type { Lang } from '../options.js';
import type { Scenario } from '../../model/index.js';
import { readAt } from './layer.js';
import type { Ground, Step } from './layer.js';
import type { Over } from './over.js';

/** The points of a grid, and the runs that they need: points that say the same share one, and run 0 is the file as it is. */
export interface Points {
  readonly places: readonly (readonly number[])[]; // [point][dimension]
  readonly runOf: readonly number[]; // [point]
  /** What differs from the file's scenario. */
  readonly runs: readonly Partial<Scenario>[]; // [run]
  /** A point of each run, by which it can be asked for alone. */
  readonly steps: readonly (readonly Step[])[]; // [run]
}

const MOST_TOLD = 20;

/** Reads the scenario at every point of the grid; the last dimension goes fastest. Everything that is wrong anywhere is told at once. */
export function readPoints(ground: Ground, overs: readonly Over[], lang: Lang): Points {
  const places = overs.reduce<readonly (readonly number[])[]>((all, { values }) => all.flatMap((place) => values.map((_, i) => [...place, i])), [[]]);
  const known = new Map([[decisive(ground.scenario), 0]]);
  const [runs, steps]: [Partial<Scenario>[], (readonly Step[])[]] = [[{}], [[]]];
  const faults = new Set<string>();
  let exit: Failure['exitCode'] = 3;
  const runOf = places.map((place) => {
    if (faults.size >= MOST_TOLD) return 0;
    const here = place.map((i, d): Step => ({ over: overs[d]!, value: overs[d]!.values[i]! }));
    try {
      const scenario = readAt(ground, here);
      const hash = decisive(scenario);
      if (!known.has(hash)) {
        known.set(hash, runs.length);
        runs.push(differenceOf(scenario, ground.scenario));
        steps.push(here);
      }
      return known.get(hash)!;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      exit = error.exitCode;
      for (const line of error.message.split('\n')) faults.add(line);
      return 0;
    }
  });
  if (faults.size > 0) {
    const more = faults.size > MOST_TOLD ? [lang === 'sv' ? `och ${faults.size - MOST_TOLD} till` : `and ${faults.size - MOST_TOLD} more`] : [];
    throw new Failure(exit, [...[...faults].slice(0, MOST_TOLD), ...more]);
  }
  return { places, runOf, runs, steps };
}

/** All that decides a run: two scenarios that differ only in who says a number, or where, are one. */
const decisive = (scenario: Scenario): string => JSON.stringify(scenario, (key, value: unknown) => (WORDS.includes(key) ? undefined : value));
const WORDS: readonly string[] = ['cell', 'source', 'quality', 'own', 'changes', 'title', 'about', 'assumptions', 'assumedIn', 'compare'];

/** The parts of a scenario that are not as in another, as they are handed to the threads: what is the same is not sent again. */
function differenceOf(scenario: Scenario, base: Scenario): Partial<Scenario> {
  const keys = (Object.keys(scenario) as (keyof Scenario)[]).filter((key) => key !== 'title' && key !== 'changes' && JSON.stringify(scenario[key]) !== JSON.stringify(base[key]));
  return Object.fromEntries(keys.map((key) => [key, scenario[key]]));
}
