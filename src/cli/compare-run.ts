import type { InputDifference } from '../analysis/index.js';
import { comparisonPaper } from '../output/index.js';
import { addTogether, growthIn, layTogether, prepareTogether, readTogether, summariseTogether } from '../study/index.js';
import type { CompareSetup, Together, TogetherGathered } from '../study/index.js';
import { Failure } from './failure.js';
import { gather } from './gather.js';
import type { GatherOptions, Work } from './gather.js';
import { listInputDifferences } from './input-differences.js';
import { findUnlike, sayUnlike } from './likeness.js';
import { textsOf } from './options.js';
import type { Lang } from './options.js';
import { readOutcome } from './outcome.js';
import type { MadePaper, PaperPlan } from './paper-run.js';
import { readVersion } from './product.js';
import { openWanted, readWanted } from './wanted-run.js';
import type { Opened } from './wanted-run.js';

const MOST_OPTIONS = 8;
/** Doctor-months count those who never start too: a mean over those who start is of other doctors in each option. */
const DEFAULT_MEASURE = 'lost';

/** Reads what is to be compared, and refuses what is unlike, all at once. */
export function planCompare(args: Readonly<Record<string, unknown>>, lang: Lang): PaperPlan {
  const files = textsOf(args['scenarios']);
  const sv = lang === 'sv';
  if (files.length < 2 || files.length > MOST_OPTIONS) throw new Failure(2, sv ? `compare: 2–${MOST_OPTIONS} scenarier, inte ${files.length}` : `compare: 2–${MOST_OPTIONS} scenarios, not ${files.length}`);
  const measure = readOutcome(args['measure'], DEFAULT_MEASURE, lang);
  const wanted = readWanted({ ...args, scenario: files[0] }, lang);
  const each = files.map((file) => openWanted({ ...wanted, file }, lang));
  const names = nameOptions(each);
  const unlike = findUnlike(each);
  const lines = unlike.map((one) => sayUnlike(one, names[one.option]!, names[0]!, lang));
  if (lines.length > 0 && args['force'] !== true) throw new Failure(2, [...lines, sv ? 'det som då skiljer kan komma av annat än det som jämförs; --force jämför ändå, och säger det överallt' : 'what differs may then come of something else than what is compared; --force compares all the same, and says so everywhere']);
  // The first one's number of replications holds for all.
  const opened = each.map((one) => ({ ...one, replications: each[0]!.replications }));
  const setup: CompareSetup = { options: opened.map((one) => one.setup), hasTwins: unlike.every(({ code }) => code !== 'seed' && code !== 'window' && code !== 'step') };
  return {
    name: folderOf(names),
    wanted,
    opened,
    names,
    card: { measure, forced: lines.join('; ') },
    make: (options) => makeComparison({ setup, opened, names, measure, unlike }, options, lang),
    next: (folder) => nextAfter(folder, files, lang),
  };
}

/** Options go by their scenario's name; one that is there already gets a number. */
function nameOptions(opened: readonly Opened[]): readonly string[] {
  const names = opened.map(({ setup }) => setup.scenario.name);
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

const MOST_NAMED = 3;

const folderOf = (names: readonly string[]): string => `compare-${[...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? [`${names.length - MOST_NAMED}`] : [])].join('-').replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}`.slice(0, 120);

interface Comparing {
  readonly setup: CompareSetup;
  readonly opened: readonly Opened[];
  readonly names: readonly string[];
  readonly measure: string;
  readonly unlike: ReturnType<typeof findUnlike>;
}

async function makeComparison({ setup, opened, names, measure, unlike }: Comparing, options: GatherOptions, lang: Lang): Promise<MadePaper> {
  const together = prepareTogether(setup);
  if (together.outcomes.every(({ id }) => id !== measure)) throw new Failure(2, lang === 'sv' ? `--measure: ${measure} finns inte i ${names[0]!}` : `--measure: ${names[0]!} has no ${measure}`);
  const inputs: readonly InputDifference[] = listInputDifferences(opened, together.reports);
  const { replications } = opened[0]!;
  const gathered = await gather(compareWork(together, setup, replications, opened), options);
  const comparison = summariseTogether(together, gathered, { version: readVersion(), files: opened.map(({ file }) => file), scenarioHashes: opened.map(({ scenarioHash }) => scenarioHash), names, forced: unlike, inputs, measure });
  return { paper: comparisonPaper(comparison, lang), fingerprints: comparison.options.map(({ fingerprint }) => fingerprint), notes: comparison.options.map((_, i) => growthIn(comparison, i)) };
}

/** The replications of a comparison as work to be dealt out. */
function compareWork(together: Together, setup: CompareSetup, replications: number, opened: readonly Opened[]): Work<'compare', TogetherGathered> {
  const { seed, scenario } = setup.options[0]!;
  return {
    job: { kind: 'compare', setup },
    unit: (replication) => readTogether(together, replication),
    units: replications,
    begin: () => layTogether(together, replications),
    add: (gathered, part) => addTogether(together, gathered, part),
    place: (replication) => ({ name: `${scenario.name} …: seed ${seed}, replication ${replication}`, again: ['replication', opened[0]!.file, String(replication), '--seed', String(seed)] }),
  };
}

function nextAfter(folder: string, files: readonly string[], lang: Lang): readonly string[] {
  const last = files.at(-1)!;
  return lang === 'sv'
    ? ['Nästa steg: vad varje ändring bidrar med', `  npx --no-install flaskhals contributions ${last}`, 'eller pröva att jämförelsen håller', `  npx --no-install flaskhals verify ${folder}`]
    : ['Next: what each change contributes', `  npx --no-install flaskhals contributions ${last} --lang en`, 'or check that the comparison holds', `  npx --no-install flaskhals verify ${folder} --lang en`];
}
