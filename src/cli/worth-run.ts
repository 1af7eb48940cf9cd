import { compile } from '../model/index.js';
import { worthPaper } from '../output/index.js';
import { addWorth, inquireWorth, layWorth, packsOf, prepareWorth, unitsOf } from '../study/index.js';
import type { GatheredWorth, WorthSetup } from '../study/index.js';
import { endState, gather, placeOf } from './gather.js';
import type { GatherOptions, Work } from './gather.js';
import { readLang, textOf } from './options.js';
import type { Lang } from './options.js';
import type { MadePaper, PaperPlan } from './paper-run.js';
import { readVersion } from './product.js';
import { openWanted, readWanted } from './wanted-run.js';
import { readWorthFlags } from './worth-asked.js';
import type { WorthFlags } from './worth-asked.js';

/** A paper on what would help. */
export function planWorth(args: Readonly<Record<string, unknown>>, lang: Lang): PaperPlan {
  const wanted = readWanted(args, lang);
  const opened = openWanted(wanted, lang);
  const { setup, replications, scenarioHash, file } = opened;
  const flags = readWorthFlags(args, compile(setup.scenario).axes, lang);
  return {
    name: `${setup.scenario.name}-worth`,
    wanted,
    opened: [opened],
    card: cardOf(flags),
    make: async (options) => {
      const stages = stateStages(options);
      const findings = await inquireWorth({ setup, replications, ...flags }, { version: readVersion(), scenarioHash }, (name, trials) => gather(workOf(trials, replications, file), stages.of(name)));
      stages.end();
      return { paper: worthPaper(findings, readLang(textOf(args['lang']))), fingerprints: [findings.provenance.fingerprint], notes: [findings.notes] } satisfies MadePaper;
    },
    next: (folder) =>
      lang === 'sv'
        ? ['Nästa steg: följ flaskhalsen i en region', `  npx --no-install flaskhals worth ${file} --region REGION --steps 5`, 'eller pröva att det håller', `  npx --no-install flaskhals verify ${folder}`]
        : ['Next: follow the bottleneck in a region', `  npx --no-install flaskhals worth ${file} --region REGION --steps 5 --lang en`, 'or check that it holds', `  npx --no-install flaskhals verify ${folder} --lang en`],
  };
}

const cardOf = ({ from, by, regions, steps, goal, isAll, isPlain }: WorthFlags): Readonly<Record<string, string | number>> => ({
  paper: 'worth', from, by, regions: regions.join(', '), steps, goal: goal === null ? '' : `${goal.pathway} ${goal.months} ${goal.share}`, all: Number(isAll), plain: Number(isPlain),
});

function workOf(setup: WorthSetup, replications: number, file: string): Work<'worth', GatheredWorth> {
  return {
    job: { kind: 'worth', setup },
    unit: prepareWorth(setup),
    units: unitsOf(setup, replications),
    begin: () => layWorth(setup, replications),
    add: addWorth,
    place: (unit) => placeOf(setup, file, Math.floor(unit / packsOf(setup))),
  };
}

/**
 * Stages follow each other, each waiting for the answer of the one before; each keeps what it has come to in a state of its own, so that an interrupted inquiry goes on in
 * the stage where it was. Only the first must be there for `--resume`.
 */
function stateStages(options: GatherOptions): { readonly of: (stage: string) => GatherOptions; readonly end: () => void } {
  const begun: GatherOptions[] = [];
  return {
    of: (stage) => {
      const state = options.state === null ? null : { path: `${options.state.path}-${stage.replaceAll(' ', '-')}`, card: options.state.card };
      const own = { ...options, state, mustResume: options.mustResume && begun.length === 0 };
      begun.push(own);
      return own;
    },
    end: () => begun.forEach(endState),
  };
}
