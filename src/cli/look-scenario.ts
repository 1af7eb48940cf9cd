import { join } from 'node:path';
import type { Look } from '../analysis/index.js';
import { lookAt } from '../study/index.js';
import { readAdditions, readSeed, refuseUnknownPools } from './additions.js';
import { Failure } from './failure.js';
import { readLimits } from './limits.js';
import { lookChanges, lookSections } from './look-words.js';
import { textOf } from './options.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { readFromDisk } from './read.js';
import { watchFiles } from './watch-files.js';

/** What belongs to a report, which a look does not write. */
const OF_A_REPORT = ['out', 'overwrite', 'replications', 'workers', 'resume', 'patience', 'strict'] as const;

/** A look, with the seed and the files that it was made from. */
interface Seen {
  readonly look: Look;
  readonly seed: number;
  readonly files: readonly string[];
}

/** Looks at a scenario: one replication, a short answer, nothing written; with `--watch` again at every save, until Ctrl-C. */
export async function lookScenario(args: Readonly<Record<string, unknown>>, lang: Lang): Promise<number> {
  refuseMixed(args, lang);
  const file = textOf(args['scenario']) ?? '';
  const see = readLook(file, args, lang);
  if (args['watch'] === true) return watch(file, see, lang);
  const { look, seed } = see();
  printSections(lookSections(look, seed, lang));
  printNext([`${lang === 'sv' ? 'Nästa steg, med intervall och rapport' : 'Next, with intervals and a report'}: npx --no-install flaskhals run ${file}`]);
  return 0;
}

/** Judges the flags, and gives what reads the files and runs them. */
function readLook(file: string, args: Readonly<Record<string, unknown>>, lang: Lang): () => Seen {
  const [additions, limits, seed] = [readAdditions(args['add'], lang), readLimits(args['limit'], lang), readSeed(args['seed'], lang)];
  return () => {
    const { scenario, inputs, root } = readFromDisk(file, limits, lang);
    refuseUnknownPools(scenario, additions, lang);
    const [, ...data] = inputs.map(({ path }) => join(root, path));
    const used = seed ?? scenario.seed;
    return { look: lookAt({ scenario, seed: used, additions }, 0), seed: used, files: [file, ...data] };
  };
}

/** Goes on when a file is wrong: what is wrong is shown, and the next save is compared with the last answer there was. */
function watch(file: string, see: () => Seen, lang: Lang): Promise<number> {
  let last: Seen | undefined;
  const again = (): readonly string[] => {
    try {
      const fresh = see();
      if (last === undefined) printSections(lookSections(fresh.look, fresh.seed, lang));
      else for (const line of ['', ...lookChanges(last.look, fresh.look, lang)]) process.stdout.write(`${line}\n`);
      last = fresh;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      process.stderr.write(`\n${error.message}\n`);
    }
    process.stderr.write(lang === 'sv' ? '\nVäntar på att filen sparas; Ctrl-C avslutar.\n' : '\nWaiting for the file to be saved; Ctrl-C ends.\n');
    return last?.files ?? [file];
  };
  return watchFiles(file, again);
}

function refuseMixed(args: Readonly<Record<string, unknown>>, lang: Lang): void {
  const sv = lang === 'sv';
  if (args['look'] !== true) throw new Failure(2, sv ? '--watch hör till --look; skriv --look --watch' : '--watch belongs to --look; write --look --watch');
  const mixed = OF_A_REPORT.find((name) => args[name] !== undefined && args[name] !== false);
  if (mixed !== undefined) throw new Failure(2, sv ? `--${mixed} hör inte till --look, som kör en gång och inget skriver` : `--${mixed} does not belong to --look, which runs once and writes nothing`);
}
