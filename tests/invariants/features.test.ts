import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import { NEVER, drawRoster, run } from '../../src/engine/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import { layFeatures } from '../support/features.js';
import { PROVING, cases } from '../support/random.js';
import { planOf } from '../support/scenario.js';

test('the auditor finds nothing in any run with leaves, personal durations, giving up, mobility, crowding and announced changes, in either mode', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
  const seen = { stepByStep: 0, between: 0, onLeave: 0, left: 0, elsewhere: 0, revised: 0, twoLeaves: 0 };
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
      const dice = diceOf(g);
      const plan = layFeatures(planOf(anyScenario(dice)), dice);
      const roster = drawRoster(plan, { seed: 7, replication });
      const trace = run(plan, roster);
      expect(audit(plan, roster, trace)).toEqual([]);
      seen.stepByStep += plan.mode === 'step' ? 1 : 0;
      seen.between += trace.between.some((n) => n > 0) ? 1 : 0;
      seen.onLeave += trace.onLeave.some((n) => n > 0) ? 1 : 0;
      seen.left += trace.gaveUp.some((t) => t !== NEVER) ? 1 : 0;
      seen.elsewhere += plan.appliesTo === 0 && trace.region.some((r, row) => r >= 0 && r !== roster.region[row]) ? 1 : 0;
      seen.revised += plan.revisionKnown.length > 0 ? 1 : 0;
      seen.twoLeaves += trace.leaveRow.subarray(1, trace.leaves).some((row, i) => row === trace.leaveRow[i] && trace.leaveFrom[i + 1] === trace.leaveUntil[i]! + 1) ? 1 : 0;
    }),
    { numRuns: cases(400) },
  );
  // Every feature is met often enough to be audited.
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(cases(400) / 50);
});
