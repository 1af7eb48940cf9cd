import { addSweepReading, laySweep, layRun, prepareSweep, summariseGrid } from '../../study/index.js';
import type { SweepGathered, SweepSetup } from '../../study/index.js';
import type { Dimension } from '../../analysis/index.js';
import { sweepPaper } from '../../output/index.js';
import { Failure } from '../failure.js';
import { gather } from '../gather.js';
import { additionFlags } from '../additions.js';
import type { Work } from '../gather.js';
import type { Lang } from '../options.js';
import { readLang, textOf, textsOf } from '../options.js';
import type { PaperPlan } from '../paper-run.js';
import { readVersion } from '../product.js';
import { openWanted, readWanted } from '../wanted-run.js';
import type { Opened } from '../wanted-run.js';
import { readMeasures } from './measures.js';
import { readOvers } from './over.js';
import type { Over } from './over.js';
import { readPoints } from './points.js';
import type { Points } from './points.js';
import { subjectOf } from './subject.js';

/** A sweep that is to be made: the scenario at every point of a grid, all on the same luck. */
export function planSweep(args: Readonly<Record<string, unknown>>, lang: Lang): PaperPlan {
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const { setup, replications, scenarioHash } = opened;
  const overs = readOvers(args['over'], setup.scenario, lang);
  const named = layRun({ ...setup, runs: [{}] }, 0);
  const points = readPoints({ file: opened.file, scenario: setup.scenario, limits: wanted.limits, lang }, overs, lang);
  const isByStep = points.runs.some((run) => (run.mode ?? setup.scenario.mode) === 'step');
  const asked = readMeasures(args['measure'], named.grid.labels, lang, isByStep);
  const sweep: SweepSetup = { ...setup, replications, runs: points.runs, asked };
  refuseOtherAxes(sweep, lang);
  const dimensions = overs.map((over): Dimension => ({ target: over.text, subject: subjectOf(over, setup.scenario), values: over.values.map(({ text: written, number }) => ({ text: written, number })) }));
  const told = readLang(textOf(args['lang']));
  return {
    name: `${setup.scenario.name}-sweep`,
    wanted,
    opened: [opened],
    card: { kind: 'sweep', over: overs.map(({ flag }) => flag).join(' '), measures: textsOf(args['measure']).join(' ') },
    make: async (options) => {
      const gathered = await gather(sweepWork(sweep, opened, overs, points), options);
      const findings = summariseGrid(sweep, gathered, { dimensions, ...points }, named, { version: readVersion(), scenarioHash });
      return { paper: sweepPaper(findings, told), fingerprints: [findings.provenance.fingerprint], notes: [findings.notes] };
    },
    next: (folder) => [lang === 'sv' ? 'Nästa steg: öppna sidan, eller pröva att den håller' : 'Next: open the page, or check that it holds', `  npx --no-install flaskhals verify ${folder}`],
  };
}

/** The units of a sweep as work to be dealt out: run after run, each all its replications. */
function sweepWork(setup: SweepSetup, opened: Opened, overs: readonly Over[], { steps }: Points): Work<'sweep', SweepGathered> {
  const { scenario, seed, additions, replications, runs } = setup;
  return {
    job: { kind: 'sweep', setup },
    unit: prepareSweep(setup),
    units: runs.length * replications,
    begin: () => laySweep(setup),
    add: addSweepReading,
    place: (unit) => {
      const [run, replication] = [Math.floor(unit / replications), unit % replications];
      const here = steps[run]!.map(({ over, value }) => `${over.text}=${value.text}`);
      const flags = (here.length === 0 ? overs.map(({ flag }) => flag) : here).flatMap((flag) => ['--over', flag]);
      const added = additionFlags(additions);
      return { name: [`${scenario.name}: seed ${seed}, replication ${replication}`, ...here].join(', '), again: ['sweep', opened.file, ...flags, '--seed', String(seed), '--replications', String(replication + 1), '--workers', '1', ...added] };
    },
  };
}

/** Points whose names are not the same cannot be held against each other. */
function refuseOtherAxes(sweep: SweepSetup, lang: Lang): void {
  const ids = ({ regions, pathways, time }: SweepSetup['scenario']): string => JSON.stringify([regions.map(({ id }) => id), pathways.map(({ id }) => id), time]);
  const isOther = sweep.runs.some((run) => ids({ ...sweep.scenario, ...run }) !== ids(sweep.scenario));
  if (isOther) throw new Failure(2, lang === 'sv' ? '--over: punkterna har inte samma regioner, former och tid, och kan inte jämföras' : '--over: the points do not have the same regions, pathways and time, and cannot be compared');
}
