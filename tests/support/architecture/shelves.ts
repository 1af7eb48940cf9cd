import { posix } from 'node:path';
import type { Violation } from './rules.js';
import type { SourceFacts } from './source-facts.js';

// Folders to which things are added one file at a time, each with the file that lists what stands there.
const SHELVES: Readonly<Record<string, string>> = {
  'src/analysis/measures': 'src/analysis/measures/index.ts',
  'src/cli/commands': 'src/cli/commands/index.ts',
  'src/engine/phases': 'src/engine/simulate.ts',
  'src/model/block-kinds': 'src/model/block-kinds/index.ts',
  'src/model/levers': 'src/model/levers/index.ts',
  'src/output/charts': 'src/output/charts/index.ts',
  'src/output/reports': 'src/output/reports/index.ts',
  'src/output/tables': 'src/output/tables/index.ts',
  'src/study/derive': 'src/study/derive/index.ts',
};

/** Files that stand on a shelf but that nobody finds from the shelf's list, neither by name nor as a part of something named there. */
export function findUnlisted(files: readonly SourceFacts[], shelves: Readonly<Record<string, string>> = SHELVES): readonly Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return Object.entries(shelves).flatMap(([shelf, list]) => {
    const standing = files.filter(({ path }) => path.startsWith(`${shelf}/`));
    if (standing.length === 0) return [];
    if (!byPath.has(list)) return [{ where: `${shelf}:1`, rule: 'shelf', sentence: `A shelf has a list of what stands on it: write ${list}.` }];
    const reached = reach(list, shelf, byPath);
    return standing
      .filter(({ path }) => !reached.has(path))
      .map(({ path }) => ({ where: `${path}:1`, rule: 'shelf', sentence: `What stands on a shelf is listed: give it its line in ${list}.` }));
  });
}

function reach(from: string, shelf: string, byPath: ReadonlyMap<string, SourceFacts>): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const path of reached) {
    for (const { specifier } of byPath.get(path)?.imports ?? []) {
      const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
      if (specifier.startsWith('.') && target.startsWith(`${shelf}/`)) reached.add(target);
    }
  }
  return reached;
}
