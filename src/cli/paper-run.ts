import { join, relative } from 'node:path';
import { paperSummary, renderPaper } from '../output/index.js';
import type { Artifact, Paper } from '../output/index.js';
import { endState } from './gather.js';
import type { GatherOptions } from './gather.js';
import type { Lang } from './options.js';
import { printNext, printSections } from './print.js';
import { manifestParts, sealManifest } from './provenance.js';
import { cardOf, gatherOptions, signed } from './run-scenario.js';
import { stateOf } from './state-file.js';
import type { StateCard } from './state-file.js';
import { closeTarget, openTarget } from './target.js';
import type { Target } from './target.js';
import { inputPaths } from './wanted-run.js';
import type { Opened, Wanted } from './wanted-run.js';
import { writeFolder } from './write-folder.js';

/** A paper with the fingerprint of each scenario's runs behind it. */
export interface MadePaper {
  readonly paper: Paper;
  readonly fingerprints: readonly string[]; // [scenario]
}

/** A paper that is to be made: from which scenarios, and how. */
export interface PaperPlan {
  /** Of the folder in `reports/`. */
  readonly name: string;
  readonly wanted: Wanted;
  readonly opened: readonly Opened[];
  /** What decides the answer beside the scenarios, seed and replications, for who goes on with it after an interruption. */
  readonly card: StateCard;
  readonly make: (options: GatherOptions) => Promise<MadePaper>;
  /** What to type next, when it stands in a folder. */
  readonly next: (folder: string) => readonly string[];
}

/** Makes a paper, prints it and writes its folder. */
export async function runPaper(plan: PaperPlan, lang: Lang): Promise<number> {
  const { wanted, opened, name } = plan;
  const target = openTarget(wanted.out ?? join(opened[0]!.read.root, 'reports', name), { name: opened[0]!.setup.scenario.name, inputs: opened.flatMap(inputPaths), overwrite: wanted.overwrite }, lang);
  try {
    printSections(paperSummary(await makeAndWrite(plan, target, lang), lang));
  } finally {
    closeTarget(target);
  }
  const folder = relative(process.cwd(), target.folder) || target.folder;
  const open = join(folder, 'index.html');
  process.stdout.write(lang === 'sv' ? `\nRapporten: ${folder}\nÖppna först: ${open}\n` : `\nThe report: ${folder}\nOpen first: ${open}\n`);
  printNext(plan.next(folder));
  return 0;
}

async function makeAndWrite(plan: PaperPlan, target: Target, lang: Lang): Promise<Paper> {
  const { wanted, opened } = plan;
  const [first] = opened as readonly [Opened, ...Opened[]];
  const start = new Date().toISOString();
  const clock = performance.now();
  const cards = opened.map((one, i) => Object.entries(cardOf(one)).map(([key, value]) => [opened.length === 1 ? key : `${key} ${i + 1}`, value] as const));
  const options: GatherOptions = { ...gatherOptions(wanted, process.argv.slice(2), lang), state: { path: stateOf(target.folder), card: { ...Object.fromEntries(cards.flat()), ...plan.card } } };
  const { paper, fingerprints } = await plan.make(options);
  const artifacts = await renderPaper(paper, lang);
  const times = { start, end: new Date().toISOString(), computingSeconds: (performance.now() - clock) / 1000 };
  const scenarios = opened.map((one, i) => signed(one, fingerprints[i] ?? ''));
  const manifest = sealManifest(manifestParts({ scenarios, seed: first.setup.seed, replications: first.replications, reads: opened.map(({ read }) => read), target, artifacts, workers: wanted.workers ?? 'auto', times }));
  writeFolder(target.folder, [...artifacts.map(({ path, content }) => ({ path, content })), { path: 'manifest.json', content: manifest }], lang);
  endState(options);
  return paper;
}

/** Makes everything that a paper hands out, without writing it. */
export async function makeArtifacts(plan: PaperPlan, command: readonly string[], speech: Lang, lang: Lang): Promise<readonly Artifact[]> {
  const { paper } = await plan.make(gatherOptions(plan.wanted, command, speech));
  return renderPaper(paper, lang);
}
