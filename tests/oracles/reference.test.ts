import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRoster } from '../../src/engine/index.js';
import type { Roster } from '../../src/engine/index.js';
import { compile } from '../../src/model/compile/index.js';
import type { Scenario } from '../../src/model/scenario.js';
import { dump, dumpRun } from '../../src/study/dump/index.js';
import type { Dump } from '../../src/study/dump/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { layFeatures } from '../support/features.js';
import { PROVING, SEED, cases } from '../support/random.js';
import { intakes, pathway, positions, room, scenario, stream, stretch, variant } from '../support/scenario.js';
import { differences } from './reference/compare.js';
import { referenceRun } from './reference/run.js';

const KEY = { seed: 1, replication: 0 };

/** The two records of the first doctor, or the first series, on which the engines differ; nothing when they agree. */
const disagreement = ({ plan, roster, records }: Dump): unknown => differences(records, referenceRun(plan, roster))[0];

/** A run of a random scenario with every feature of the engine. */
function anyRun(dice: Dice, replication: number): Dump {
  const { plan: written, axes } = compile(anyScenario(dice));
  const plan = dice.once(4) ? written : layFeatures(written, dice);
  const roster = drawRoster(plan, { seed: 11, replication });
  if (dice.once(3)) crowdRanks(roster);
  return dumpRun(plan, axes, roster);
}

/** Many of one rank, so that stream, cohort and ordinal decide. */
function crowdRanks(roster: Roster): void {
  for (let row = 0; row < roster.rows; row++) roster.rank[row]! &= 1;
}

test('a second engine, written from MODEL alone, gives every doctor the same record in any run', { timeout: PROVING ? 7_200_000 : 180_000 }, () => {
  console.log(`seed ${SEED}`);
  const seen: Record<string, number> = {};
  const count = (what: string, isSeen: boolean): void => void (seen[what] = (seen[what] ?? 0) + (isSeen ? 1 : 0));
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
      const run = anyRun(diceOf(g), replication);
      expect(disagreement(run)).toBeUndefined();
      const { settings = {} } = run.plan;
      const legs = run.records.doctors.flatMap((doctor) => doctor.legs);
      const waits = legs.flatMap(({ causes }) => [...Object.keys(causes.queue), ...Object.keys(causes.between).map((cause) => `between ${cause}`)]);
      count('step by step', settings.mode === 'step');
      count('starts elsewhere', legs.some(({ region, queue_region: home }) => region !== null && region !== home));
      count('gives up', legs.some((leg) => leg.gave_up !== null));
      count('leave', legs.some(({ leaves }) => leaves.length > 0));
      count('two leaves on end', legs.some(({ leaves }) => leaves.some(({ from }, i) => i > 0 && from === leaves[i - 1]!.until + 1)));
      count('part time', run.roster.doctors.some(({ stretch: factor }) => factor !== '1'));
      count('waits between', waits.some((cause) => cause.startsWith('between')));
      for (const pool of ['awaiting-intake', 'positions', 'slots/', 'supervisors/', 'main-supervisors']) count(pool, waits.some((cause) => cause.startsWith(pool)));
      count('shared waits', legs.some(({ waited, causes }) => Object.values(causes.queue).some((units) => units < 27_720 * waited.queue && units % 27_720 !== 0)));
      count('announced', run.plan.pools.some(({ views }) => views !== undefined));
      count('overruns', run.records.overruns.length > 0);
      count('vacant', run.records.vacant.length > 0);
    }),
    { numRuns: cases(500) },
  );
  console.log(seen);
  for (const [what, often] of Object.entries(seen)) expect(often, what).toBeGreaterThan(cases(500) / 50);
});

const BLOCKS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

test('a wait that thirteen pools share is divided alike by both engines', () => {
  const stretches = BLOCKS.map((block) => stretch(block, 1));
  const full = scenario(3, {
    pathways: [pathway('AT', stretches)],
    streams: [stream('s', 'AT', 'R', [1])],
    supervisors: BLOCKS.slice(1).map((block) => room('R', block, 0)),
  });
  const run = dumpOf(full);
  expect(disagreement(run)).toBeUndefined();
  expect(run.records.doctors[0]!.legs[0]!.causes.queue).toMatchObject({ 'slots/a': 3 * 2133, 'slots/b': 3 * 2133, 'supervisors/b': 3 * 2133, 'slots/c': 3 * 2133, 'supervisors/c': 3 * 2132 });
});

/** The first replication of a scenario, dumped. */
function dumpOf(of: Scenario): Dump {
  const { plan, axes } = compile(of);
  return dump(plan, axes, KEY);
}

test('a disagreement is seen: the second engine is not deaf', () => {
  const small = scenario(12, {
    pathways: [pathway('AT', [], { variants: [variant('AT', [stretch('x', 2), stretch('y', 2)])], orders: 'free', intakes: intakes([1, 4, 9]) })],
    streams: [stream('s', 'AT', 'R', [2, 3, 0, 4])],
    slots: [room('R', 'x', 2), room('R', 'y', 2)],
    positions: [0, 3, 8].map((month) => positions('R', 'AT', month, 3)),
  });
  const run = dumpOf(small);
  expect(disagreement(run)).toBeUndefined();
  const more = run.plan.pools.map((pool) => (pool.block === 'x' ? { ...pool, capacity: 60 } : pool));
  expect(disagreement({ ...run, plan: { ...run.plan, pools: more } })).toMatchObject({ part: 'doctor' });
  const [first, ...others] = run.roster.doctors;
  const later = { ...first!, legs: [{ ...first!.legs[0]!, arrive: 1 }] };
  expect(disagreement({ ...run, roster: { doctors: [later, ...others] } })).toMatchObject({ part: 'doctor' });
});
