import { formatIssues } from '../../src/base/index.js';
import { drawRoster, fingerprint, layDigest, mix, run, toHex } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { readScenario } from '../../src/input/index.js';
import { compile } from '../../src/model/index.js';
import type { CreateParse, Scenario } from '../../src/model/index.js';
import { runStudy } from '../../src/study/index.js';
import { anyScenario } from '../support/arbitraries.js';
import type { Dice } from '../support/arbitraries.js';
import { layFeatures } from '../support/features.js';
import { hashOf } from './hash.js';
import { rulesMet } from './rules-met.js';
import { sumsOf } from './sums.js';

/** A scenario to run so many times by itineraries and step by step, and whether its findings are asked for too. */
export interface Order {
  readonly file: string;
  readonly replications: readonly [number, number];
  readonly withFindings: boolean;
}

/** What every engine is given: files and numbers. It reads, compiles, draws and runs by itself. */
export interface Work {
  /** The bytes of files by their paths, in base 64. */
  readonly files: Readonly<Record<string, string>>;
  readonly scenarios: readonly Order[];
  /** Each makes a random plan. */
  readonly random: readonly number[];
}

/** What stands at each stage, so that a difference says where it begins: the compiled plan, everybody's luck, the records. */
export interface Print {
  readonly plan: string;
  readonly luck: string;
  readonly fingerprint: string;
}

/** What came of the work, by the names of its parts. */
export interface Done {
  readonly prints: Readonly<Record<string, Print>>;
  readonly findings: Readonly<Record<string, string>>;
  readonly rules: readonly string[];
  readonly sums: ReturnType<typeof sumsOf>;
}

/** Does the work, in whatever engine this stands. */
export function doWork(work: Work, createParse: CreateParse): Done {
  const prints: Record<string, Print> = {};
  const findings: Record<string, string> = {};
  const rules = new Set<string>();
  const files = new Map(Object.entries(work.files).map(([path, text]) => [path, Uint8Array.from(atob(text), (mark) => mark.charCodeAt(0))]));
  for (const { file, replications, withFindings } of work.scenarios) {
    const scenario = readFrom(files, file, createParse);
    const { plan } = compile(scenario);
    const compiled = hashOf(plan);
    (['itinerary', 'step'] as const).forEach((mode, i) => (prints[`${file} ${mode}`] = { plan: compiled, ...printOf({ ...plan, mode }, scenario.seed, replications[i]!, rules) }));
    if (withFindings) findings[file] = JSON.stringify(runStudy({ scenario, seed: scenario.seed, additions: [] }, Math.min(replications[0], 2), { version: '', scenarioHash: '' }));
  }
  for (const number of work.random) {
    const plan = anyPlan(number);
    prints[`random plan ${number}`] = { plan: hashOf(plan), ...printOf(plan, number, 2, rules) };
  }
  return { prints, findings: Object.fromEntries(Object.entries(findings).map(([file, text]) => [file, hashOf(text)])), rules: [...rules].sort(), sums: sumsOf(diceFrom(1)) };
}

function readFrom(files: ReadonlyMap<string, Uint8Array>, file: string, createParse: CreateParse): Scenario {
  const read = (path: string) => {
    const bytes = files.get(path);
    return bytes === undefined ? ({ error: 'missing' } as const) : { bytes, sha256: '' };
  };
  const result = readScenario({ read, parser: () => createParse }, file);
  if (!result.ok) throw new Error(formatIssues(result.issues, 'en').join('\n'));
  return result.value.scenario;
}

/** The fingerprint of so many replications, as a study makes it, and what led there. */
function printOf(plan: Plan, seed: number, replications: number, rules: Set<string>): Omit<Print, 'plan'> {
  const digest = layDigest();
  const luck: string[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const roster = drawRoster(plan, { seed, replication });
    const trace = run(plan, roster);
    fingerprint(roster, trace).forEach((word) => mix(digest, word));
    luck.push(hashOf(roster));
    for (const rule of rulesMet(plan, roster, trace)) rules.add(rule);
  }
  return { luck: hashOf(luck), fingerprint: toHex(digest) };
}

/** A random plan over the whole language and every rule, made in the engine itself from one number. */
function anyPlan(number: number): Plan {
  const dice = diceFrom(number);
  const { plan } = compile(anyScenario(dice));
  return dice.once(4) ? plan : layFeatures(plan, dice);
}

/** Dice of 32-bit whole numbers alone, so that they fall alike in every engine (a splitmix with the mixing of MurmurHash3). */
function diceFrom(number: number): Dice {
  let state = number | 0;
  const whole = (min: number, max: number): number => {
    state = (state + 0x9e3779b9) | 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return min + (((x ^ (x >>> 16)) >>> 0) % (max - min + 1));
  };
  return { whole, one: (of) => of[whole(0, of.length - 1)]!, once: (n) => whole(0, n - 1) === n - 1, some: (of) => of.filter(() => whole(0, 1) === 1) };
}
