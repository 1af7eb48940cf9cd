import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, the longest first: one that began last would keep one core waiting for it. A file that is missing here only begins later. */
export const LONGEST = [
  'tests/docs.slow.test.ts',
  'tests/input/fuzz-scenarios.slow.test.ts',
  'tests/input/fuzz-data.slow.test.ts',
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
