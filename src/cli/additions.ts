import { compile } from '../model/index.js';
import type { Scenario } from '../model/index.js';
import { findUnknown } from '../study/index.js';
import type { Addition } from '../study/index.js';
import { Failure } from './failure.js';
import { ADD_EXAMPLE, readPair, readWhole, refuseTwice, textOf, textsOf } from './options.js';
import type { Lang } from './options.js';

const LARGEST_SEED = 4_294_967_295;
const MOST_ADDED = 1_000_000;

/** The seed to run with in place of the scenario's; undefined when none is given. */
export function readSeed(flag: unknown, lang: Lang): number | undefined {
  const text = textOf(flag);
  return text === undefined ? undefined : readWhole('seed', text, 0, LARGEST_SEED, lang);
}

/** `--add kind/of/region=number`, as often as wanted, once a pool. */
export function readAdditions(flag: unknown, lang: Lang): readonly Addition[] {
  const pairs = textsOf(flag).map((text) => readPair('add', text, ADD_EXAMPLE, MOST_ADDED, lang));
  refuseTwice('add', pairs.map(({ name }) => name), lang);
  return pairs.map(({ name, number }) => ({ pool: name, places: number }));
}

/** Additions as they are typed. */
export const additionFlags = (additions: readonly Addition[]): readonly string[] => additions.flatMap(({ pool, places }) => ['--add', `${pool}=${places}`]);

/** Pools that the scenario does not have, or does not limit, are wrong use. */
export function refuseUnknownPools(scenario: Scenario, additions: readonly Addition[], lang: Lang): void {
  if (additions.length === 0) return;
  const { plan, axes } = compile(scenario);
  const lines = findUnknown(plan, axes, additions).map(({ pool, nearest }) =>
    lang === 'sv'
      ? `--add: det finns ingen resurs ${JSON.stringify(pool)} med begränsat antal platser${nearest ? `; menade du ${nearest}?` : ''}`
      : `--add: there is no limited pool ${JSON.stringify(pool)}${nearest ? `; did you mean ${nearest}?` : ''}`,
  );
  if (lines.length > 0) throw new Failure(2, lines);
}
