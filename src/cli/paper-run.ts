import { join } from 'node:path';
import type { Note } from '../analysis/index.js';
import { paperSummary, renderPaper, withNotes } from '../output/index.js';
import type { Artifact, Paper } from '../output/index.js';
import { noteBorder } from '../study/index.js';
import type { GatherOptions } from './gather.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { gatherOptions, publish, sayReport } from './publish.js';
import type { Commission, Made } from './publish.js';
import type { StateCard } from './state-file.js';
import { closeTarget, kindOf, openTarget } from './target.js';
import { inputPaths } from './wanted-run.js';
import type { Opened, Wanted } from './wanted-run.js';

/** A paper with the fingerprint of each scenario's runs behind it. */
export interface MadePaper {
  readonly paper: Paper;
  readonly fingerprints: readonly string[]; // [scenario]
  /** What the runs of each scenario showed that must be said. */
  readonly notes?: readonly (readonly Note[])[]; // [scenario]
}

/** A paper that is to be made: from which scenarios, and how. */
export interface PaperPlan {
  /** Of the folder in `reports/`. */
  readonly name: string;
  readonly wanted: Wanted;
  readonly opened: readonly Opened[];
  /** What the scenarios are called, where it is not by their own names. */
  readonly names?: readonly string[];
  /** What decides the answer beside the scenarios, seed and replications, for who goes on with it after an interruption. */
  readonly card: StateCard;
  readonly make: (options: GatherOptions) => Promise<MadePaper>;
  /** What to type next, when it stands in a folder. */
  readonly next: (folder: string) => readonly string[];
}

/** Makes a paper, prints it and writes its folder. */
export async function runPaper(plan: PaperPlan, lang: Lang): Promise<number> {
  const { wanted, opened, name } = plan;
  const target = openTarget(wanted.out ?? join(opened[0]!.read.root, 'reports', name), { name: opened[0]!.setup.scenario.name, kind: kindOf(process.argv.slice(2)), inputs: opened.flatMap(inputPaths), overwrite: wanted.overwrite }, lang);
  try {
    printSections(paperSummary((await publish({ wanted, opened: opened as Commission['opened'], card: plan.card }, target, (options) => makeAll(plan, options, lang), lang)).paper, lang));
  } finally {
    closeTarget(target);
  }
  printNext(plan.next(sayReport(target, lang)));
  return 0;
}

/** Makes everything that a paper hands out, without writing it. */
export async function makeArtifacts(plan: PaperPlan, command: readonly string[], speech: Lang, lang: Lang): Promise<readonly Artifact[]> {
  return (await makeAll(plan, gatherOptions(plan.wanted, command, speech), lang)).artifacts;
}

async function makeAll(plan: PaperPlan, options: GatherOptions, lang: Lang): Promise<Made & MadePaper> {
  const made = await plan.make(options);
  const paper = withNotes(made.paper, plan.opened.map(({ setup: { scenario }, read }, i) => ({ name: plan.names?.[i] ?? scenario.name, notes: [...noteBorder(scenario), ...read.notes, ...(made.notes?.[i] ?? [])] })), lang);
  return { ...made, paper, artifacts: await renderPaper(paper, lang) };
}
