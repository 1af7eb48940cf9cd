import { join, relative, resolve } from 'node:path';
import type { Limits } from '../input/index.js';
import type { Scenario } from '../model/index.js';
import { render, summarySections, writeManifest } from '../output/index.js';
import { runStudy } from '../study/index.js';
import type { Addition, Study } from '../study/index.js';
import { readAdditions, readSeed, refuseUnknownPools } from './additions.js';
import { readLimits } from './limits.js';
import { readReplications, textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext, printSections, startBar } from './print.js';
import { readVersion } from './product.js';
import { hashScenario, manifestParts } from './provenance.js';
import { readFromDisk } from './read.js';
import type { FromDisk } from './read.js';
import { closeTarget, openTarget } from './target.js';
import type { Target } from './target.js';
import { writeFolder } from './write-folder.js';

/** What the flags ask for, judged before anything is read. */
interface Wanted {
  readonly file: string;
  readonly seed: number | undefined;
  readonly replications: number | undefined;
  readonly additions: readonly Addition[];
  readonly limits: Limits;
  readonly out: string | undefined;
  readonly overwrite: boolean;
}

function readWanted(args: Readonly<Record<string, unknown>>, lang: Lang): Wanted {
  return {
    file: textOf(args['scenario']) ?? '',
    seed: readSeed(args['seed'], lang),
    replications: readReplications(args['replications'], lang),
    additions: readAdditions(args['add'], lang),
    limits: readLimits(args['limit'], lang),
    out: textOf(args['out']),
    overwrite: args['overwrite'] === true,
  };
}

/** Runs a scenario, prints the summary and writes the report folder. */
export async function runScenario(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const wanted = readWanted(args, lang);
  const read = readFromDisk(wanted.file, wanted.limits, lang);
  const scenario = nameVariant(read.scenario, wanted.additions);
  refuseUnknownPools(scenario, wanted.additions, lang);
  const out = wanted.out ?? join(read.root, 'reports', scenario.name);
  const [own, ...data] = read.inputs.map(({ path }) => path);
  const target = openTarget(out, { name: scenario.name, inputs: [own!, ...data.map((path) => join(read.root, path))], overwrite: wanted.overwrite }, lang);
  try {
    const study = await computeAndWrite(scenario, wanted, read, target, lang);
    printSections(summarySections(study.findings, lang, wanted.file));
  } finally {
    closeTarget(target);
  }
  sayWhere(target, wanted.file, lang);
  return 0;
}

async function computeAndWrite(scenario: Scenario, wanted: Wanted, read: FromDisk, target: Target, lang: Lang): Promise<Study> {
  const start = new Date().toISOString();
  const clock = process.hrtime.bigint();
  const bar = startBar(lang === 'sv' ? 'Kör' : 'Running', lang);
  const study = runStudy(scenario, {
    replications: wanted.replications ?? scenario.replications,
    seed: wanted.seed ?? scenario.seed,
    version: readVersion(),
    scenarioHash: hashScenario(scenario),
    additions: wanted.additions,
    onProgress: bar.update,
  });
  bar.stop();
  const artifacts = await render(study.findings, lang);
  const computingSeconds = Number(process.hrtime.bigint() - clock) / 1e9;
  const parts = manifestParts(study, read, target, artifacts, { start, end: new Date().toISOString(), computingSeconds });
  writeFolder(target.folder, [...artifacts.map(({ path, content }) => ({ path, content })), { path: 'manifest.json', content: writeManifest(parts) }], lang);
  return study;
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

function sayWhere(target: Target, file: string, lang: Lang): void {
  const folder = relative(process.cwd(), target.folder) || resolve(target.folder);
  const open = join(folder, 'index.html');
  process.stdout.write(lang === 'sv' ? `\nRapporten: ${folder}\nÖppna först: ${open}\n` : `\nThe report: ${folder}\nOpen first: ${open}\n`);
  printNext(
    lang === 'sv'
      ? ['Nästa steg: ändra i scenariot och kör igen', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file}`]
      : ['Next: change the scenario and run again', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file} --lang en`],
  );
}
