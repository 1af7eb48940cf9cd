import fc from 'fast-check';
import { diceOf, type Dice } from '../../support/arbitraries.js';
import { PROVING, SEED } from '../../support/random.js';
import { write, type Tree } from './tree.js';
import { judge, show, shrink, type Project, type Verdict } from './verdict.js';
import { SMALL, TABLES } from './world.js';

/** Milliseconds within which thousands of projects are judged even where many programs share the machine: half a minute when it is quiet. */
export const LONG = PROVING ? 3_600_000 : 600_000;

/** A text as the bytes of a file. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The sound data files, as bytes. */
export const SHEETS: Readonly<Record<string, Uint8Array>> = Object.fromEntries(Object.entries(TABLES).map(([path, text]) => [path, bytesOf(text)]));

const PLAINLY: Dice = { whole: (min) => min, one: (of) => of[0]!, once: () => false, some: (of) => [...of] };

/** A document written in the plainest way. */
export const writePlainly = (document: Tree): string => write(document, PLAINLY);

const BASE = bytesOf(writePlainly(SMALL));

/** A scenario beside a base that it may extend and the sound data files. */
export const projectOf = (scenario: string): Project => ({ file: 's.yaml', files: { ...SHEETS, 'base.yaml': BASE, 's.yaml': bytesOf(scenario) } });

/** What so many projects came to. */
export interface Tried {
  accepted: number;
  readonly codes: Set<string>;
}

/** Judges so many projects; one that is not treated as any file must be is made small and shown, with the seed that draws it again. */
export function overProjects(number: number, check: (dice: Dice, judged: (project: Project) => Verdict) => void): Tried {
  const tried: Tried = { accepted: 0, codes: new Set() };
  const judged = (project: Project): Verdict => {
    try {
      const verdict = judge(project);
      tried.accepted += verdict.accepted ? 1 : 0;
      for (const code of verdict.codes) tried.codes.add(code);
      return verdict;
    } catch {
      const small = shrink(project);
      throw new Error(`${small.error.stack ?? small.error.message}\n${show(small.project)}`);
    }
  };
  // `shrink` works on the bytes of the files, which is quicker than drawing other ones.
  fc.assert(
    fc.property(fc.gen(), (g) => {
      check(diceOf(g), judged);
    }),
    { numRuns: number, endOnFailure: true },
  );
  console.log(`${number} projects, ${tried.accepted} accepted and run, ${tried.codes.size} codes met; seed ${SEED}`);
  return tried;
}
