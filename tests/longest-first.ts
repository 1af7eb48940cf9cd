import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: one that began last would keep one core waiting for it. A file that is missing here only begins later. */
export const LONGEST = [
  'tests/docs.slow.test.ts',
  'tests/input/fuzz-scenarios.slow.test.ts',
  'tests/relations/features.test.ts',
  'tests/input/fuzz-data.slow.test.ts',
  'tests/cli/killed.slow.test.ts',
  'tests/cli/signals.slow.test.ts',
  'tests/golden/golden.test.ts',
  'tests/cli/sweep.slow.test.ts',
  'tests/cli/wrong-use.slow.test.ts',
  'tests/cli/report-folder.slow.test.ts',
  'tests/house/setup.test.ts',
  'tests/relations/runs.test.ts',
  'tests/cli/again.slow.test.ts',
  'tests/oracles/stochastic.test.ts',
  'tests/cli/broken-workers.slow.test.ts',
  'tests/study/worth.slow.test.ts',
  'tests/golden/sanity.test.ts',
  'tests/cli/explain.slow.test.ts',
];

/** Where a file stands in the queue: those that take long by name, then the other slow ones, then the fast. */
export function placeOf(file: string, project: string): number {
  const named = LONGEST.indexOf(file);
  return named >= 0 ? named : project === 'slow' ? LONGEST.length : LONGEST.length + 1;
}

/** The order in which files are begun: the longest first; those of the same place as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (one: TestSpecification): number => placeOf(relative(one.project.config.root, one.moduleId).split(sep).join('/'), one.project.name);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
