import { join } from 'node:path';
import { render, summarySections } from '../output/index.js';
import type { Findings } from '../analysis/index.js';
import { addReading, layGathered, prepareReport, readReplication, summariseReport } from '../study/index.js';
import type { Gathered, Report } from '../study/index.js';
import { gather, placeOf } from './gather.js';
import type { GatherOptions, Work } from './gather.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { readVersion } from './product.js';
import { publish, sayReport } from './publish.js';
import type { Made } from './publish.js';
import { failStrict, refuseStrict } from './strict.js';
import { closeTarget, openTarget } from './target.js';
import type { Target } from './target.js';
import { inputPaths, openWanted, readWanted } from './wanted-run.js';
import type { Opened } from './wanted-run.js';

/** Runs a scenario, prints the summary and writes the report folder. */
export async function runScenario(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const { scenario } = opened.setup;
  refuseStrict(args, scenario, lang);
  const target = openTarget(wanted.out ?? join(opened.read.root, 'reports', scenario.name), { name: scenario.name, kind: 'run', inputs: inputPaths(opened), overwrite: wanted.overwrite }, lang);
  const found: Findings[] = [];
  try {
    found.push((await publish({ wanted, opened: [opened], card: {} }, target, (options) => makeReport(opened, options, lang), lang)).findings);
    printSections(summarySections(found[0]!, lang, wanted.file));
  } finally {
    closeTarget(target);
  }
  sayWhere(target, wanted.file, lang);
  if (args['strict'] === true) failStrict(found[0]!, lang);
  return 0;
}

/** Runs a scenario and makes everything that its report holds, without writing it. */
export async function makeReport({ setup, replications, scenarioHash, file, read }: Opened, options: GatherOptions, lang: Lang): Promise<Made & { readonly findings: Findings }> {
  const report = prepareReport(setup);
  const findings = summariseReport(report, await gather(reportWork(report, replications, file), options), { version: readVersion(), scenarioHash, warnings: read.notes });
  return { findings, artifacts: await render(findings, lang), fingerprints: [findings.provenance.fingerprint] };
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
    place: (replication) => placeOf(report, file, replication),
  };
}

function sayWhere(target: Target, file: string, lang: Lang): void {
  const folder = sayReport(target, lang);
  printNext(
    lang === 'sv'
      ? ['Nästa steg: ändra i scenariot och kör igen', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file}`, 'eller pröva att rapporten håller', `  npx --no-install flaskhals verify ${folder}`]
      : ['Next: change the scenario and run again', `  npx --no-install flaskhals check ${file}`, `  npx --no-install flaskhals run ${file} --lang en`, 'or check that the report holds', `  npx --no-install flaskhals verify ${folder} --lang en`],
  );
}
