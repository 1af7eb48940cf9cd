import { basename } from 'node:path';
import { layFlows, writeCsv } from '../study/index.js';
import { readSeed } from './additions.js';
import { neededFile } from './dump-run.js';
import { readLimits } from './limits.js';
import { readReplications } from './options.js';
import type { Lang } from './options.js';
import { printNext, startBar } from './print.js';
import { readFromDisk } from './read.js';
import { refuseSamePath, writeFile } from './write-file.js';

/** Writes who starts where in the runs of a scenario. */
export function flowsRun(args: Readonly<Record<string, unknown>>, lang: Lang): number {
  const [file, out] = ['scenario', 'out'].map((name) => neededFile(args, name, 'flows', lang)) as [string, string];
  refuseSamePath({ scenario: file, '--out': out }, lang);
  const seed = readSeed(args['seed'], lang);
  const replications = readReplications(args['replications'], lang);
  const { scenario } = readFromDisk(file, readLimits(args['limit'], lang), lang);
  const bar = startBar(lang === 'sv' ? 'Kör' : 'Running', lang);
  const flows = layFlows(scenario, basename(out), { seed: seed ?? scenario.seed, replications: replications ?? scenario.replications, onProgress: bar.update });
  bar.stop();
  writeFile(out, [writeCsv(flows).trimEnd()], lang);
  process.stdout.write(lang === 'sv' ? `${out}: ${flows.rows.length} flöden\n` : `${out}: ${flows.rows.length} flows\n`);
  const next = `boundary: { from: ${out} }`;
  printNext([lang === 'sv' ? `Nästa steg, i ett scenario över en del av regionerna: ${next}` : `Next, in a scenario of a part of the regions: ${next}`]);
  return 0;
}
