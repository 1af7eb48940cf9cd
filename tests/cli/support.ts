import { execFile, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../support/documents.js';

// The program as a user starts it.
const PROGRAM = join(ROOT, 'bin', 'flaskhals.js');

/** Where a report of the small scenario goes when nothing else is said. */
export const REPORT = 'reports/prov';

const CARD = 'value,unit,source,quality,as_of';
const row = (keys: string, value: string): string => `${keys},${value},unit,source,derived,2026\n`;

/** Data of the small scenario: positions and home shares of two regions. */
export const DATA: Readonly<Record<string, string>> = {
  'data/positions.csv': `region,pathway,year,${CARD}\n${['Skåne,AT,2026', 'Skåne,AT,2027', 'Norr,AT,2026', 'Norr,AT,2027'].map((keys) => row(keys, '6')).join('')}`,
  'data/home.csv': `region,${CARD}\n${row('Skåne', '0.625')}${row('Norr', '0.375')}`,
};

/** A scenario of two regions and two years: small, but with data files, chance, a queue and a warning about nothing. */
export const SMALL = `name: prov
title: { sv: Prov, en: Trial }
time: { step: month, from: 2026-01, to: 2027-12 }
seed: 7
replications: 3
regions:
  Skåne: { area: Syd }
  Norr: { area: Nord }
streams:
  old:
    pathway: AT
    cohorts: [{ month: 2026-01, number: 8 }, { month: 2026-06, number: 9 }]
    home: data/home.csv
    seeks: 0.9
pathways:
  AT:
    variants: { at-4: { blocks: [{ hospital: 3 }, { psychiatry: 1 }] } }
    intakes: { months: [3, 9] }
positions: { from: data/positions.csv }
slots:
  by-region:
    Skåne: { hospital: 2, psychiatry: 1 }
    Norr: { hospital: 2, psychiatry: 1 }
`;

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

const surroundings = (env: Setting['env'] = {}): NodeJS.ProcessEnv => ({ ...process.env, NO_COLOR: '1', ...env });

/** Builds what the program is made of, as its users' first command does; the tests are then of the source that stands here. */
export function buildProgram(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin', 'setup.js')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program cannot be built\n${stderr}`);
}

/** A project of its own in a temporary folder: the small scenario with its data, or the files given in their place. */
export function makeProject(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'flaskhals-cli-'));
  for (const [path, content] of Object.entries({ 's.yaml': SMALL, ...DATA, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs a command to its end. */
export function flaskhals(args: readonly string[], setting: Setting): Promise<Ended> {
  return new Promise((end) => {
    const options = { cwd: setting.cwd, env: surroundings(setting.env), encoding: 'utf8' as const, ...(setting.uid === undefined ? {} : { uid: setting.uid, gid: setting.uid }) };
    const child = execFile(process.execPath, [PROGRAM, ...args], options, (_, stdout, stderr) => {
      end({ code: child.exitCode, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs a line of shell in which `$FLASKHALS` is the program. */
export function shell(line: string, setting: Setting): Ended {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: setting.cwd, env: surroundings({ ...setting.env, FLASKHALS: `${process.execPath} ${PROGRAM}` }), encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Starts a command and lets it run. */
export function startProgram(args: readonly string[], setting: Setting): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: setting.cwd, env: surroundings(setting.env), stdio: 'ignore' });
}

/** Every file of a folder by its path, as the hash of what it holds. */
export function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')] as const;
    }),
  );
}

/** The part of a manifest that the tests look at. */
export interface ManifestSeen {
  readonly complete: boolean;
  readonly seed: number;
  readonly replaces: string | null;
  readonly command: readonly string[];
  readonly warnings: readonly string[];
  readonly inputs: readonly { readonly path: string; readonly delimiter?: string; readonly decimalMark?: string; readonly encoding: string }[];
  readonly scenarios: readonly { readonly name: string; readonly scenarioHash: string; readonly fingerprint: string }[];
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly times: unknown;
  readonly seal: string;
}

/** Reads a report's manifest. */
export function readManifest(folder: string): ManifestSeen {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as ManifestSeen;
}

/** Whether a report is whole: its manifest is there, and every file that it names holds what it says, and there is no other. */
export function isWhole(folder: string): boolean {
  const { complete, outputs } = readManifest(folder);
  const { 'manifest.json': _, ...found } = hashes(folder);
  return complete && JSON.stringify(Object.entries(found).sort()) === JSON.stringify(outputs.map(({ path, sha256 }) => [path, sha256]).sort());
}
