import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../../src/analysis/audit.js';
import { LATER, NEVER, drawRoster, run } from '../../src/engine/index.js';
import { anyScenario, diceOf } from '../support/arbitraries.js';
import { PROVING, cases } from '../support/random.js';
import { planOf } from '../support/scenario.js';

test('the auditor finds nothing in any run of any scenario', { timeout: PROVING ? 3_600_000 : 60_000 }, () => {
  let waited = 0;
  let started = 0;
  let overrun = 0;
  const lived = { leaves: 0, between: 0, left: 0, moved: 0, stepwise: 0, passed: 0, later: 0, inSt: 0, hosted: 0, recruited: 0 };
  fc.assert(
    fc.property(fc.gen(), fc.integer({ min: 0, max: 99 }), (g, replication) => {
      const plan = planOf(anyScenario(diceOf(g)));
      const roster = drawRoster(plan, { seed: 7, replication });
      const trace = run(plan, roster);
      expect(audit(plan, roster, trace)).toEqual([]);
      waited += trace.queue.some((n) => n > 0) ? 1 : 0;
      started += trace.started.some((n) => n > 0) ? 1 : 0;
      overrun += trace.room.some((n) => n < 0) ? 1 : 0;
      lived.leaves += trace.leaves > 0 ? 1 : 0;
      lived.between += trace.between.some((n) => n > 0) ? 1 : 0;
      lived.left += trace.left.some((n) => n > 0) ? 1 : 0;
      lived.moved += plan.appliesTo === 0 && trace.region.some((r, row) => r >= 0 && r !== roster.region[row]) ? 1 : 0;
      lived.stepwise += plan.mode === 'step' ? 1 : 0;
      lived.passed += trace.passed.some((t) => t !== NEVER) ? 1 : 0;
      lived.later += trace.starts.some((t, row) => t !== NEVER && roster.joins[row] === LATER) ? 1 : 0;
      lived.inSt += trace.starts.some((t, row) => t !== NEVER && plan.variantStPost[trace.variant[row]!]! > 0) ? 1 : 0;
      lived.hosted += trace.stayAgreement.subarray(0, trace.stays).some((agreement) => agreement >= 0) ? 1 : 0;
      lived.recruited += trace.recruited.some((t) => t !== NEVER) ? 1 : 0;
    }),
    { numRuns: cases(300) },
  );
  // The scenarios are worth auditing: most have queues and starts, some run over from the beginning.
  const runs = cases(300);
  expect(Math.min(waited, started)).toBeGreaterThan(runs / 2);
  expect(overrun).toBeGreaterThan(runs / 20);
  expect(Object.entries(lived).filter(([, n]) => n <= runs / 50)).toEqual([]);
});
