import { formatIssues, type Issue, type Result } from '../../src/base/index.js';
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
