import { expect } from 'vitest';
import { exitOf, formatIssues, type Issue, type Result } from '../../src/base/index.js';
import { expressionParser } from '../../src/cli/files.js';
import { readScenario, type ReadScenario, type Source } from '../../src/input/index.js';

/** The scenario that the tests bend: one region more than needed, so that names can be mixed up. */
export const GOOD = `name: prov
time: { step: month, from: 2026-01, to: 2027-12 }
seed: 7
replications: 20
regions:
  Norr: { area: Nord }
  Syd: {}
streams:
  old:
    pathway: AT
    cohorts: [{ month: 2026-01, number: 4 }]
    home: { Norr: 0.5, Syd: 0.5 }
    seeks: 0.9
pathways:
  AT:
    variants: { at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }
    intakes: every-step
positions: unlimited
slots:
  by-region:
    Norr: { hospital: 4, psychiatry: 2 }
    Syd: { hospital: 4, psychiatry: 2 }
`;

/** Files in memory as a source. */
function memory(files: Readonly<Record<string, string | Uint8Array>>): Source {
  return {
    read: (path, _kind, mostBytes) => {
      if (path.startsWith('..') || path.startsWith('/') || path.startsWith('~')) return { error: 'outside' };
      const text = files[path];
      if (text === undefined) return { error: 'missing' };
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      return bytes.length > mostBytes ? { error: 'too-large' } : { bytes, sha256: '' };
    },
    parser: expressionParser,
  };
}

/** Reads a scenario with data files beside it. */
export function read(scenario: string | Uint8Array, files: Readonly<Record<string, string | Uint8Array>> = {}): Result<ReadScenario> {
  return readScenario(memory({ 's.yaml': scenario, ...files }), 's.yaml');
}

/** Everything said of a scenario, as it is printed in English. */
export const said = (issues: readonly Issue[]): string => formatIssues(issues, 'en').join('\n');

/** The good scenario with one part of it written otherwise. */
export function bent(part: string, otherwise: string): string {
  if (!GOOD.includes(part)) throw new Error(`not in the scenario: ${part}`);
  return GOOD.replace(part, otherwise);
}

/** Line, column and code of every issue; the file too where it is a data file. */
export const places = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, where }) => `${where.file === 's.yaml' ? '' : `${where.file}:`}${where.line}:${where.column} ${code}`);

/** The good scenario with a line more. */
export const also = (line: string): string => `${GOOD}${line}\n`;

/** One bad scenario: its id in the catalogue of bad input, the file, and the codes, places, exit code and hint it must give. */
export interface Bad {
  readonly id: string;
  readonly file: string | Uint8Array;
  readonly gives: readonly string[];
  readonly exit?: 3 | 4 | 5;
  readonly hint?: string;
}

/** Proves that a bad scenario is refused: soon, where it is wrong, with what to do. */
export function refuse({ file, gives, exit = 3, hint = '' }: Bad): void {
  // The processor's time: another program's work is no hang of ours.
  const started = process.cpuUsage();
  const result = read(file);
  expect(places(result.issues)).toEqual(gives);
  expect(exitOf(result.issues)).toBe(exit);
  expect(said(result.issues)).toContain(hint);
  expect(result.ok).toBe(false);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(2000);
  expect('polluted' in {}).toBe(false);
}

/** Proves that a suspect scenario is taken, with a warning where it is suspect. */
export function warned({ file, gives, hint = '' }: Pick<Bad, 'file' | 'gives' | 'hint'>): void {
  const result = read(file);
  expect(places(result.issues)).toEqual(gives);
  expect(said(result.issues)).toContain(hint);
  expect([result.ok, exitOf(result.issues)]).toEqual([true, 0]);
}
