import { createHash } from 'node:crypto';
import type { Scenario } from '../model/index.js';
import { writeManifest } from '../output/index.js';
import type { Artifact, ManifestParts } from '../output/index.js';
import { readCommit, readVersion } from './product.js';
import type { FromDisk } from './read.js';
import type { Target } from './target.js';

/** What the scenario says, whatever lines it stands on. */
export function hashScenario(scenario: Scenario): string {
  return createHash('sha256').update(JSON.stringify(scenario, (key, value: unknown) => (key === 'cell' || key === 'changes' ? undefined : value))).digest('hex');
}

/** What a manifest is made from. */
export interface Made {
  /** Every scenario that was run: by what it says, and the fingerprint of its runs. */
  readonly scenarios: ManifestParts['scenarios'];
  readonly seed: number;
  readonly replications: number;
  readonly reads: readonly FromDisk[];
  readonly target: Target;
  readonly artifacts: readonly Artifact[];
  readonly workers: number | 'auto';
  readonly times: ManifestParts['times'];
}

/** All that makes a run repeatable: what it was made from, by which program, and what it wrote. */
export function manifestParts({ scenarios, seed, replications, reads, target, artifacts, workers, times }: Made): ManifestParts {
  const inputs = new Map(reads.flatMap((read) => read.inputs.map((input) => [input.path, input] as const)));
  return {
    version: readVersion(),
    commit: readCommit(),
    machine: { node: process.versions.node, icu: process.versions.icu ?? '', platform: `${process.platform} ${process.arch}` },
    // Gone on with or not, it is the same run.
    command: process.argv.slice(2).filter((word) => word !== '--resume'),
    seed,
    replications,
    workers,
    inputs: [...inputs.values()].map(({ bytes, ...input }) => ({ ...input, size: bytes })),
    scenarios,
    options: optionsOf(reads[0]!.scenario),
    replaces: target.replaces,
    warnings: [...new Set(reads.flatMap((read) => read.warnings))],
    outputs: artifacts.map(({ path, content }) => ({ path, ...weigh(content) })),
    times,
  };
}

/** Size and hash of a file's content. */
export function weigh(content: string | Uint8Array): { readonly size: number; readonly sha256: string } {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The manifest as text, with its own hash in it: taken while the place of the hash is empty. */
export function sealManifest(parts: ManifestParts): string {
  const open = writeManifest(parts);
  return open.replace(SEAL, (_, before: string) => `${before}${weigh(open).sha256}"`);
}

/** Whether the text of a manifest is as it was written, to the last bit. */
export function isSealed(text: string): boolean {
  const seal = SEALED.exec(text);
  return seal !== null && weigh(text.replace(SEALED, (_, before: string) => `${before}"`)).sha256 === seal[2];
}

const SEAL = /^( {2}"seal": ")"$/m;
const SEALED = /^( {2}"seal": ")([0-9a-f]{64})"$/m;

/** Settings that differ from the model's defaults. */
function optionsOf(scenario: Scenario): Record<string, string | number | boolean> {
  const all = {
    choice: scenario.choice,
    discipline: scenario.discipline,
    weightPerMonth: scenario.weightPerMonth,
    strict: scenario.strict,
    passLimit: scenario.passLimit ?? 'none',
    appliesTo: scenario.applications.appliesTo,
    ownFirst: scenario.applications.ownFirst,
    slotPriority: scenario.slotPriority.join(', '),
  };
  const defaults = { choice: 'spread', discipline: 'longest-wait', weightPerMonth: 0, strict: false, passLimit: 'none', appliesTo: 0, ownFirst: false, slotPriority: '' };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== defaults[name as keyof typeof defaults]));
}
