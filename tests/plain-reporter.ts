import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

// How a whole test run went, in the three numbers that a machine reads.
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

// A file that cannot be loaded, a hook that throws and an error after the last test are failures too: each counts as one,
// although no test carries it.
function tally(modules: readonly TestModule[], unhandled: readonly unknown[]): Tally {
  let passed = 0;
  let failed = unhandled.length;
  let skipped = 0;
  for (const module of modules) {
    let own = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') own += 1;
      else skipped += 1;
    }
    failed += own > 0 ? own : module.state() === 'failed' ? 1 : 0;
  }
  return { passed, failed, skipped };
}

// Every test that said why it was skipped, with its reason.
function listSkipped(modules: readonly TestModule[]): readonly string[] {
  return modules.flatMap((module) =>
    [...module.children.allTests('skipped')].flatMap((test: TestCase) => {
      const result = test.result();
      return result.state === 'skipped' && result.note !== undefined ? [`skipped: ${test.fullName}: ${result.note}`] : [];
    }),
  );
}

/** Ends every test run with what was skipped and why, and the plain line `N passed, N failed, N skipped`. */
export const plainReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    for (const line of listSkipped(modules)) console.log(line);
    const { passed, failed, skipped } = tally(modules, unhandled);
    console.log(`${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`);
  },
};
