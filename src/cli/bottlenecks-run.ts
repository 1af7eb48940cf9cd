import { bottleneckPaper } from '../output/index.js';
import { addBottlenecks, findBottlenecks, layBottlenecks, prepareReport, readBottleneckPart } from '../study/index.js';
import type { GatheredBottlenecks } from '../study/index.js';
import { gather, placeOf } from './gather.js';
import type { Work } from './gather.js';
import { readLang, textOf } from './options.js';
import type { Lang } from './options.js';
import type { PaperPlan } from './paper-run.js';
import { readVersion } from './product.js';
import { openWanted, readWanted } from './wanted-run.js';

/** A paper on where it jams. */
export function planBottlenecks(args: Readonly<Record<string, unknown>>, lang: Lang): PaperPlan {
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const { setup, replications, scenarioHash, file } = opened;
  const report = prepareReport(setup);
  const { scenario } = setup;
  const work: Work<'bottlenecks', GatheredBottlenecks> = {
    job: { kind: 'bottlenecks', setup },
    unit: (replication) => readBottleneckPart(report, replication),
    units: replications,
    begin: () => layBottlenecks(report, replications),
    add: (gathered, part) => addBottlenecks(report, gathered, part),
    place: (replication) => placeOf(setup, file, replication),
  };
  return {
    name: `${scenario.name}-bottlenecks`,
    wanted,
    opened: [opened],
    card: { paper: 'bottlenecks' },
    make: async (options) => {
      const findings = findBottlenecks(report, await gather(work, options), { version: readVersion(), scenarioHash });
      return { paper: bottleneckPaper(findings, readLang(textOf(args['lang']))), fingerprints: [findings.report.provenance.fingerprint], notes: [findings.report.notes] };
    },
    next: (folder) =>
      lang === 'sv'
        ? ['Nästa steg: vad som skulle hjälpa', `  npx --no-install flaskhals worth ${file}`, 'eller pröva att det håller', `  npx --no-install flaskhals verify ${folder}`]
        : ['Next: what would help', `  npx --no-install flaskhals worth ${file} --lang en`, 'or check that it holds', `  npx --no-install flaskhals verify ${folder} --lang en`],
  };
}
