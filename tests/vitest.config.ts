import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.js';
import { plainReporter } from './plain-reporter.js';

/** What takes long: exact cases over thousands of replications, whole scenarios, drawn charts, and whatever starts other programs. */
const slow = [
  'tests/{oracles,golden,relations}/**/*.test.ts',
  'tests/output/charts/**/*.test.ts',
  'tests/house/**/*.test.ts',
  'tests/**/*.slow.test.ts',
];
const never = ['**/node_modules/**', '**/dist/**', '**/dist.new/**'];
const PROVING = process.env['PROVE'] === '1';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    reporters: ['default', plainReporter],
    passWithNoTests: false,
    // One worker a core: by itself vitest leaves one core free, half of a small machine.
    maxWorkers: availableParallelism(),
    // Loading the modules anew for each file would be half of the fast tests' work; nothing here swaps them, and what they keep they keep as in a run of the program.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: [...never, ...slow],
          setupFiles: ['tests/support/random.ts'],
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: slow,
          exclude: never,
          setupFiles: ['tests/support/random.ts'],
          testTimeout: PROVING ? 3_600_000 : 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
