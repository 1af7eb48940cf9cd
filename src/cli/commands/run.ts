import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import type { Scenario } from '../../model/index.js';
import { compile } from '../../model/index.js';
import { render, summarySections, writeManifest } from '../../output/index.js';
import type { Artifact, ManifestParts } from '../../output/index.js';
import { findUnknown, runStudy } from '../../study/index.js';
import type { Addition, Study } from '../../study/index.js';
import { Failure } from '../failure.js';
import { checkTarget, writeFolder } from '../folder.js';
import type { Target } from '../folder.js';
import { readWhole } from '../options.js';
import type { Lang } from '../options.js';
import { printNext, printSections, startBar } from '../print.js';
import { readCommit, readVersion } from '../product.js';
import { readFromDisk } from '../read.js';
import type { FromDisk } from '../read.js';
import type { Command } from './command.js';

const MOST_REPLICATIONS = 100_000;

/** Runs a scenario, prints the summary and writes the report folder. */
export const run: Command = {
  name: 'run',
  usage: 'run <scenario>',
  describe: 'kör ett scenario och skriv rapporten (run a scenario)',
  positionals: ['scenario'],
  options: {
    seed: 'slumpfrö i stället för scenariots (seed)',
    replications: 'antal upprepningar i stället för scenariots (replications)',
    add: 'fler platser i en resurs, t.ex. slots/psychiatry/Gotland=1 (places to add)',
    out: 'mapp för rapporten; standard reports/<namn> (output folder)',
    overwrite: 'ersätt det som finns i mappen (overwrite)',
  },
  flags: ['overwrite'],
  repeatable: ['add'],
  run: runCommand,
};

async function runCommand(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const started = new Date().toISOString();
  const clock = process.hrtime.bigint();
  const seedFlag = readWhole('seed', args['seed'] as string | undefined, 0, 4_294_967_295, lang);
  const replicationsFlag = readWhole('replications', args['replications'] as string | undefined, 1, MOST_REPLICATIONS, lang);
  const additions = readAdditions(args['add'], lang);
  const file = args['scenario'] as string;
  const read = readFromDisk(file, lang);
  const scenario = nameVariant(read.scenario, additions);
  refuseUnknownPools(scenario, additions, lang);
  const out = (args['out'] as string | undefined) ?? join(read.root, 'reports', scenario.name);
  const target = checkTarget(out, file, scenario.name, args['overwrite'] === true, lang);
  const bar = startBar(lang === 'sv' ? 'Kör' : 'Running', lang);
  const study = runStudy(scenario, {
    replications: replicationsFlag ?? scenario.replications,
    seed: seedFlag ?? scenario.seed,
    version: readVersion(),
    scenarioHash: hashScenario(scenario),
    additions,
    onProgress: bar.update,
  });
  bar.stop();
  const artifacts = await render(study.findings, lang);
  const seconds = Number(process.hrtime.bigint() - clock) / 1e9;
  const parts = manifestParts(study, read, target, artifacts, { start: started, end: new Date().toISOString(), computingSeconds: seconds });
  writeFolder(target, [...artifacts.map(({ path, content }) => ({ path, content })), { path: 'manifest.json', content: writeManifest(parts) }], lang);
  printSections(summarySections(study.findings, lang, file));
  sayWhere(target, file, lang);
  return 0;
}

/** `--add kind/of/region=number`, as often as wanted. */
function readAdditions(flag: unknown, lang: Lang): Addition[] {
  const texts = flag === undefined ? [] : Array.isArray(flag) ? (flag as string[]) : [flag as string];
  return texts.map((text) => {
    const at = text.lastIndexOf('=');
    const places = readWhole('add', at < 0 ? '' : text.slice(at + 1), 1, 1_000_000, lang)!;
    return { pool: text.slice(0, at).normalize('NFC'), places };
  });
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

function refuseUnknownPools(scenario: Scenario, additions: readonly Addition[], lang: Lang): void {
  if (additions.length === 0) return;
  const { plan, axes } = compile(scenario);
  const lines = findUnknown(plan, axes, additions).map(({ pool, nearest }) =>
    lang === 'sv'
      ? `--add: det finns ingen resurs ${JSON.stringify(pool)} med begränsat antal platser${nearest ? `; menade du ${nearest}?` : ''}`
      : `--add: there is no limited pool ${JSON.stringify(pool)}${nearest ? `; did you mean ${nearest}?` : ''}`,
  );
  if (lines.length > 0) throw new Failure(2, lines);
}

/** What the scenario says, whatever lines it stands on. */
function hashScenario(scenario: Scenario): string {
  return createHash('sha256').update(JSON.stringify(scenario, (key, value: unknown) => (key === 'cell' ? undefined : value))).digest('hex');
}

function manifestParts(study: Study, read: FromDisk, target: Target, artifacts: readonly Artifact[], times: ManifestParts['times']): ManifestParts {
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

function sayWhere(target: Target, file: string, lang: Lang): void {
  const folder = relative(process.cwd(), target.folder) || resolve(target.folder);
  const open = join(folder, 'charts', 'overlap.png');
  process.stdout.write(lang === 'sv' ? `\nRapporten: ${folder}\nÖppna först: ${open}\n` : `\nThe report: ${folder}\nOpen first: ${open}\n`);
  printNext(
    lang === 'sv'
      ? ['Nästa steg: ändra i scenariot och kör igen', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file}`]
      : ['Next: change the scenario and run again', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file} --lang en`],
  );
}
