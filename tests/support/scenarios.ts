import { readScenario } from '../../src/input/index.js';
import type { ReadScenario } from '../../src/input/index.js';
import { formatIssues } from '../../src/base/index.js';
import { diskSource } from '../../src/cli/files.js';
import { runStudy } from '../../src/study/index.js';
import type { Findings, Summary } from '../../src/analysis/index.js';

/** Reads a scenario of the project's `scenarios/`. */
export function readProjectScenario(name: string): ReadScenario {
  const file = `scenarios/${name}.yaml`;
  const result = readScenario(diskSource(file), file);
  if (!result.ok) throw new Error(formatIssues(result.issues, 'en').join('\n'));
  return result.value;
}

/** Runs a scenario of the project with few replications. */
export function studyProjectScenario(name: string, replications: number): Findings {
  const { scenario } = readProjectScenario(name);
  return runStudy({ scenario, seed: scenario.seed, additions: [] }, replications, { version: 'test', scenarioHash: '' });
}

/** A cell of a figure, by the ids of its place along each axis. */
export function cell(findings: Findings, figure: string, ...ids: readonly string[]): Summary | null {
  const { over, cells } = findings.figures[figure]!;
  const at = over.reduce((place, axis, i) => {
    const found = findings.labels[axis].findIndex((label) => label.id === ids[i]);
    if (found < 0) throw new Error(`${figure}: no ${axis} ${ids[i] ?? ''}`);
    return place * findings.labels[axis].length + found;
  }, 0);
  return cells[at]!;
}
