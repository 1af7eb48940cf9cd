import { createHash } from 'node:crypto';
import type { Scenario } from '../model/index.js';
import type { Artifact, ManifestParts } from '../output/index.js';
import type { Study } from '../study/index.js';
import { readCommit, readVersion } from './product.js';
import type { FromDisk } from './read.js';
import type { Target } from './target.js';

/** What the scenario says, whatever lines it stands on. */
export function hashScenario(scenario: Scenario): string {
  return createHash('sha256').update(JSON.stringify(scenario, (key, value: unknown) => (key === 'cell' || key === 'changes' ? undefined : value))).digest('hex');
}

/** All that makes a run repeatable: what it was made from, by which program, and what it wrote. */
export function manifestParts(study: Study, read: FromDisk, target: Target, artifacts: readonly Artifact[], times: ManifestParts['times']): ManifestParts {
  const { scenario, provenance } = study.findings;
  return {
    version: readVersion(),
    commit: readCommit(),
    machine: { node: process.versions.node, icu: process.versions.icu ?? '', platform: `${process.platform} ${process.arch}` },
    command: process.argv.slice(2),
    seed: provenance.seed,
    replications: provenance.replications,
    workers: 1,
    inputs: read.inputs.map(({ bytes, ...input }) => ({ ...input, size: bytes })),
    scenarios: [{ name: scenario.name, scenarioHash: provenance.scenarioHash, fingerprint: provenance.fingerprint }],
    options: optionsOf(read.scenario),
    replaces: target.replaces,
    warnings: read.warnings,
    outputs: artifacts.map(({ path, content }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
    times,
  };
}

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
