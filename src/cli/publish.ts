import { join, relative, resolve } from 'node:path';
import type { Artifact } from '../output/index.js';
import { endState } from './gather.js';
import type { GatherOptions } from './gather.js';
import type { Lang } from './options.js';
import { readBuild, readVersion } from './product.js';
import { manifestParts, sealManifest } from './provenance.js';
import { stateOf } from './state-file.js';
import type { StateCard } from './state-file.js';
import { refuseMoved } from './target.js';
import type { Target } from './target.js';
import type { Opened, Wanted } from './wanted-run.js';
import { writeFolder } from './write-folder.js';

/** What is handed out, with the fingerprint of each scenario's runs behind it. */
export interface Made {
  readonly artifacts: readonly Artifact[];
  readonly fingerprints: readonly string[]; // [scenario]
}

/** From which scenarios something is made, and what decides the answer beside them, their seed and their replications. */
export interface Commission {
  readonly wanted: Wanted;
  readonly opened: readonly [Opened, ...Opened[]];
  readonly card: StateCard;
}

/** Makes what a folder is to hold, keeping the state of the work beside it meanwhile, and writes it with its manifest. */
export async function publish<M extends Made>({ wanted, opened, card }: Commission, target: Target, make: (options: GatherOptions) => Promise<M>, lang: Lang): Promise<M> {
  const start = new Date();
  const clock = performance.now();
  const options = { ...gatherOptions(wanted, process.argv.slice(2), lang), state: { path: stateOf(target.folder), card: { ...cardOf(opened), ...card } } };
  const made = await make(options);
  const computingMs = performance.now() - clock;
  // The clock on the wall may be set while the work goes on.
  const times = { start: start.toISOString(), end: new Date(start.getTime() + computingMs).toISOString(), computingSeconds: computingMs / 1000 };
  const scenarios = opened.map(({ setup, scenarioHash }, i) => ({ name: setup.scenario.name, scenarioHash, fingerprint: made.fingerprints[i] ?? '' }));
  const [{ setup: { seed }, replications }] = opened;
  const manifest = sealManifest(manifestParts({ scenarios, seed, replications, reads: opened.map(({ read }) => read), target, artifacts: made.artifacts, workers: wanted.workers ?? 'auto', times }));
  refuseMoved(target, lang);
  writeFolder(target.folder, [...made.artifacts.map(({ path, content }) => ({ path, content })), { path: 'manifest.json', content: manifest }], lang);
  endState(options);
  return made;
}

/** How the replications of what is wanted are done; nothing is kept of them unless the caller says where. */
export function gatherOptions({ workers, patienceSeconds, mustResume }: Wanted, command: readonly string[], lang: Lang): GatherOptions {
  return { workers, patienceSeconds, mustResume, state: null, command, lang };
}

/** What must be the same of who goes on with interrupted work; of several scenarios each has its number. */
function cardOf(opened: readonly Opened[]): StateCard {
  const cards = opened.map(({ setup, replications, scenarioHash }, i) => {
    const additions = setup.additions.map(({ pool, places }) => `${pool}=${places}`).join(', ');
    const card = { version: readVersion(), build: readBuild(), name: setup.scenario.name, scenario: scenarioHash, seed: setup.seed, replications, additions };
    return Object.entries(card).map(([key, value]) => [opened.length === 1 ? key : `${key} ${i + 1}`, value] as const);
  });
  return Object.fromEntries(cards.flat());
}

/** Says where the report is; returns its folder as it is to be typed. */
export function sayReport(target: Target, lang: Lang): string {
  const folder = relative(process.cwd(), target.folder) || resolve(target.folder);
  const open = join(folder, 'index.html');
  process.stdout.write(lang === 'sv' ? `\nRapporten: ${folder}\nÖppna först: ${open}\n` : `\nThe report: ${folder}\nOpen first: ${open}\n`);
  return folder;
}
