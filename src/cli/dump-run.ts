import { compile } from '../model/index.js';
import { dump, formLines } from '../study/index.js';
import { readSeed } from './additions.js';
import { Failure } from './failure.js';
import { readLimits } from './limits.js';
import { MOST_REPLICATIONS, readWhole, textOf } from './options.js';
import type { Lang } from './options.js';
import { readFromDisk } from './read.js';
import { refuseSamePath, writeFile } from './write-file.js';

/** Writes one replication of a scenario as plan, roster and records, the records last. */
export function dumpRun(args: Readonly<Record<string, unknown>>, lang: Lang): number {
  const [scenario, plan, roster, records] = ['scenario', 'plan', 'roster', 'records'].map((name) => neededFile(args, name, 'dump', lang)) as [string, string, string, string];
  refuseSamePath({ scenario, '--plan': plan, '--roster': roster, '--records': records }, lang);
  const replication = readWhole('replication', textOf(args['replication']) ?? '0', 0, MOST_REPLICATIONS - 1, lang);
  const seed = readSeed(args['seed'], lang);
  const read = readFromDisk(scenario, readLimits(args['limit'], lang), lang);
  const compiled = compile(read.scenario);
  const dumped = dump(compiled.plan, compiled.axes, { seed: seed ?? read.scenario.seed, replication });
  writeFile(plan, formLines(dumped.plan), lang);
  writeFile(roster, formLines(dumped.roster), lang);
  writeFile(records, formLines(dumped.records), lang);
  const doctors = dumped.roster.doctors.length;
  process.stdout.write(lang === 'sv' ? `${plan}, ${roster}, ${records}: upprepning ${replication}, ${doctors} läkare\n` : `${plan}, ${roster}, ${records}: replication ${replication}, ${doctors} doctors\n`);
  return 0;
}

/** A file that a command cannot do without. */
export function neededFile(args: Readonly<Record<string, unknown>>, name: string, command: string, lang: Lang): string {
  const path = textOf(args[name]);
  if (path !== undefined && path !== '') return path;
  throw new Failure(2, lang === 'sv' ? `${command}: --${name} FIL saknas` : `${command}: --${name} FILE is missing`);
}
