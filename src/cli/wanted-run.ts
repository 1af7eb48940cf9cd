import { join } from 'node:path';
import type { Limits } from '../input/index.js';
import type { Scenario } from '../model/index.js';
import type { Addition, ReportSetup } from '../study/index.js';
import { readAdditions, readSeed, refuseUnknownPools } from './additions.js';
import { readLimits } from './limits.js';
import { readReplications, readWhole, textOf } from './options.js';
import type { Lang } from './options.js';
import { hashScenario } from './provenance.js';
import { readFromDisk } from './read.js';
import type { FromDisk } from './read.js';

/** What the flags of a run ask for, judged before anything is read. */
export interface Wanted {
  readonly file: string;
  readonly seed: number | undefined;
  readonly replications: number | undefined;
  readonly additions: readonly Addition[];
  readonly limits: Limits;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly workers: number | undefined;
  readonly patienceSeconds: number;
  readonly mustResume: boolean;
}

const MOST_WORKERS = 64;
/** A replication that takes longer hangs, unless `--patience` says otherwise. */
const PATIENCE_SECONDS = 600;

/** Reads the flags of a run. */
export function readWanted(args: Readonly<Record<string, unknown>>, lang: Lang): Wanted {
  const whole = (name: string, most: number): number | undefined => {
    const text = textOf(args[name]);
    return text === undefined ? undefined : readWhole(name, text, 1, most, lang);
  };
  return {
    file: textOf(args['scenario']) ?? '',
    seed: readSeed(args['seed'], lang),
    replications: readReplications(args['replications'], lang),
    additions: readAdditions(args['add'], lang),
    limits: readLimits(args['limit'], lang),
    out: textOf(args['out']),
    overwrite: args['overwrite'] === true,
    workers: whole('workers', MOST_WORKERS),
    patienceSeconds: whole('patience', 86_400) ?? PATIENCE_SECONDS,
    mustResume: args['resume'] === true,
  };
}

/** A run with everything that decides its numbers, and the files that it was read from. */
export interface Opened {
  readonly file: string;
  readonly setup: ReportSetup;
  readonly replications: number;
  readonly scenarioHash: string;
  readonly read: FromDisk;
}

/** Reads the scenario that a run is of. */
export function openWanted(wanted: Wanted, lang: Lang): Opened {
  const read = readFromDisk(wanted.file, wanted.limits, lang);
  const scenario = nameVariant(read.scenario, wanted.additions);
  refuseUnknownPools(scenario, wanted.additions, lang);
  return {
    file: wanted.file,
    setup: { scenario, seed: wanted.seed ?? scenario.seed, additions: wanted.additions },
    replications: wanted.replications ?? scenario.replications,
    scenarioHash: hashScenario(scenario),
    read,
  };
}

/** The files that a run is read from, from where the program stands. */
export function inputPaths({ read }: Pick<Opened, 'read'>): readonly string[] {
  const [own, ...data] = read.inputs.map(({ path }) => path);
  return [own!, ...data.map((path) => join(read.root, path))];
}

/** A run with additions is another run: it gets a name, and so a folder, of its own. */
function nameVariant(scenario: Scenario, additions: readonly Addition[]): Scenario {
  if (additions.length === 0) return scenario;
  const what = additions.map((a) => `${a.pool} +${a.places}`).join(', ');
  const suffix = additions.map((a) => `${a.pool.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${a.places}`).join('-');
  return {
    ...scenario,
    name: `${scenario.name}-${suffix}`,
    title: { sv: `${scenario.title.sv}; ${what}`, en: `${scenario.title.en}; ${what}` },
  };
}
