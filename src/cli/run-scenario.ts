import { join, relative, resolve } from 'node:path';
import { render, summarySections } from '../output/index.js';
import type { Artifact } from '../output/index.js';
import type { Findings } from '../analysis/index.js';
import { addReading, layGathered, prepareReport, readReplication, summariseReport } from '../study/index.js';
import type { Gathered, Report } from '../study/index.js';
import { endState, gather } from './gather.js';
import type { GatherOptions, Work } from './gather.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { readBuild, readVersion } from './product.js';
import { manifestParts, sealManifest } from './provenance.js';
import { stateOf } from './state-file.js';
import { failStrict, refuseStrict } from './strict.js';
import { closeTarget, openTarget, refuseMoved } from './target.js';
import type { Target } from './target.js';
import { inputPaths, openWanted, readWanted } from './wanted-run.js';
import type { Opened, Wanted } from './wanted-run.js';
import { writeFolder } from './write-folder.js';

/** Runs a scenario, prints the summary and writes the report folder. */
export async function runScenario(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const { scenario } = opened.setup;
  refuseStrict(args, scenario, lang);
  const target = openTarget(wanted.out ?? join(opened.read.root, 'reports', scenario.name), { name: scenario.name, inputs: inputPaths(opened), overwrite: wanted.overwrite }, lang);
  const found: Findings[] = [];
  try {
    found.push(await computeAndWrite(opened, wanted, target, lang));
    printSections(summarySections(found[0]!, lang, wanted.file));
  } finally {
    closeTarget(target);
  }
  sayWhere(target, wanted.file, lang);
  if (args['strict'] === true) failStrict(found[0]!, lang);
  return 0;
}

async function computeAndWrite(opened: Opened, wanted: Wanted, target: Target, lang: Lang): Promise<Findings> {
  const start = new Date();
  const clock = performance.now();
  const options = { ...gatherOptions(wanted, process.argv.slice(2), lang), state: { path: stateOf(target.folder), card: cardOf(opened) } };
  const { findings, artifacts } = await makeReport(opened, options, lang);
  const computingMs = performance.now() - clock;
  // The clock on the wall may be set while the run works.
  const times = { start: start.toISOString(), end: new Date(start.getTime() + computingMs).toISOString(), computingSeconds: computingMs / 1000 };
  const manifest = sealManifest(manifestParts({ scenarios: [signed(opened, findings.provenance.fingerprint)], seed: opened.setup.seed, replications: opened.replications, reads: [opened.read], target, artifacts, workers: wanted.workers ?? 'auto', times }));
  refuseMoved(target, lang);
  writeFolder(target.folder, [...artifacts.map(({ path, content }) => ({ path, content })), { path: 'manifest.json', content: manifest }], lang);
  endState(options);
  return findings;
}

/** A scenario as a manifest names it. */
export const signed = ({ setup, scenarioHash }: Opened, fingerprint: string): { readonly name: string; readonly scenarioHash: string; readonly fingerprint: string } => ({ name: setup.scenario.name, scenarioHash, fingerprint });

/** How the replications of a wanted run are done; nothing is kept of them unless the caller says where. */
export function gatherOptions({ workers, patienceSeconds, mustResume }: Wanted, command: readonly string[], lang: Lang): GatherOptions {
  return { workers, patienceSeconds, mustResume, state: null, command, lang };
}

/** Runs a scenario and makes everything that its report holds, without writing it. */
export async function makeReport({ setup, replications, scenarioHash, file, read }: Opened, options: GatherOptions, lang: Lang): Promise<{ readonly findings: Findings; readonly artifacts: readonly Artifact[] }> {
  const report = prepareReport(setup);
  const findings = summariseReport(report, await gather(reportWork(report, replications, file), options), { version: readVersion(), scenarioHash, warnings: read.notes });
  return { findings, artifacts: await render(findings, lang) };
}

/** The replications of a report as work to be dealt out. */
export function reportWork(report: Report, replications: number, file: string): Work<'report', Gathered> {
  const { scenario, seed, additions } = report;
  return {
    job: { kind: 'report', setup: { scenario, seed, additions } },
    unit: (replication) => readReplication(report, replication),
    units: replications,
    begin: () => layGathered(report, replications),
    add: addReading,
    place: (replication) => ({ name: `${scenario.name}: seed ${seed}, replication ${replication}`, again: ['replication', file, String(replication), '--seed', String(seed), ...additions.flatMap(({ pool, places }) => ['--add', `${pool}=${places}`])] }),
  };
}

/** What must be the same of a run that goes on with an interrupted one. */
export function cardOf({ setup, replications, scenarioHash }: Opened): Readonly<Record<string, string | number>> {
  const additions = setup.additions.map(({ pool, places }) => `${pool}=${places}`).join(', ');
  return { version: readVersion(), build: readBuild(), name: setup.scenario.name, scenario: scenarioHash, seed: setup.seed, replications, additions };
}

function sayWhere(target: Target, file: string, lang: Lang): void {
  const folder = relative(process.cwd(), target.folder) || resolve(target.folder);
  const open = join(folder, 'index.html');
  process.stdout.write(lang === 'sv' ? `\nRapporten: ${folder}\nÖppna först: ${open}\n` : `\nThe report: ${folder}\nOpen first: ${open}\n`);
  printNext(
    lang === 'sv'
      ? ['Nästa steg: ändra i scenariot och kör igen', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file}`, 'eller pröva att rapporten håller', `  npx --no-install flaskhals verify ${folder}`]
      : ['Next: change the scenario and run again', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file} --lang en`, 'or check that the report holds', `  npx --no-install flaskhals verify ${folder} --lang en`],
  );
}
