import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRoster } from '../../src/engine/index.js';
import { compile, judgePlan, judgeRoster } from '../../src/model/index.js';
import { dumpRun, replay } from '../../src/study/index.js';
import type { RecordsForm } from '../../src/study/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import { layFeatures } from '../support/features.js';
import { PROVING, cases } from '../support/random.js';
import { anyForms } from './any-form.js';
import { differences } from './reference/compare.js';
import { referenceRun } from './reference/run.js';

const TIMEOUT = { timeout: PROVING ? 7_200_000 : 180_000 };

/** The records of a plan and roster that went through files. */
function replayed(plan: unknown, roster: unknown): RecordsForm {
  const [read, doctors] = [judgePlan(throughFile(plan)), judgeRoster(throughFile(roster))];
  if ('complaints' in read || 'complaints' in doctors) throw new Error(JSON.stringify([read, doctors]).slice(0, 2000));
  const result = replay(read.value, doctors.value);
  if ('complaints' in result) throw new Error(JSON.stringify(result.complaints));
  return result.records;
}

const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a dump replayed gives the records that were dumped', TIMEOUT, () => {
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
      const dice = diceOf(g);
      const { plan: written, axes } = compile(anyScenario(dice));
      const plan = dice.once(4) ? written : layFeatures(written, dice);
      const dumped = dumpRun(plan, axes, drawRoster(plan, { seed: 13, replication }));
      expect(differences(dumped.records, replayed(dumped.plan, dumped.roster))[0]).toBeUndefined();
    }),
    { numRuns: cases(100) },
  );
});

test('a plan and roster made elsewhere give the records that the second engine gives', TIMEOUT, () => {
  let [started, moved, between] = [0, 0, 0];
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { plan, roster } = anyForms(diceOf(g));
      const records = replayed(plan, roster);
      expect(differences(records, referenceRun(plan, roster))[0]).toBeUndefined();
      const legs = records.doctors.flatMap((doctor) => doctor.legs);
      started += legs.some(({ start }) => start !== null && start >= 0) ? 1 : 0;
      moved += legs.some(({ region, queue_region: home }) => region !== null && region !== home) ? 1 : 0;
      between += legs.some(({ waited }) => waited.between > 0) ? 1 : 0;
    }),
    { numRuns: cases(400) },
  );
  expect(started).toBeGreaterThan(cases(400) / 3);
  expect(Math.min(moved, between)).toBeGreaterThan(cases(400) / 20);
});
