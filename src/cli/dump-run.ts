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
  refuseSame(read.scenario.regions, lang);
  const compiled = compile(read.scenario);
  const dumped = dump(compiled.plan, compiled.axes, { seed: seed ?? read.scenario.seed, replication });
  writeFile(plan, formLines(dumped.plan), lang);
  writeFile(roster, formLines(dumped.roster), lang);
  writeFile(records, formLines(dumped.records), lang);
  const doctors = dumped.roster.doctors.length;
  process.stdout.write(lang === 'sv' ? `${plan}, ${roster}, ${records}: upprepning ${replication}, ${doctors} läkare\n` : `${plan}, ${roster}, ${records}: replication ${replication}, ${doctors} doctors\n`);
  return 0;
}

/** In the form `same` is where a doctor was last employed: a region of that name could not be told from it. */
function refuseSame(regions: readonly { readonly id: string }[], lang: Lang): void {
  if (!regions.some(({ id }) => id === 'same')) return;
  throw new Failure(3, lang === 'sv' ? 'dump: en region heter same, som i filerna betyder regionen där läkaren senast var anställd; kalla den något annat' : 'dump: a region is called same, which in the files means the region where the doctor was last employed; call it something else');
}

/** A file that a command cannot do without. */
export function neededFile(args: Readonly<Record<string, unknown>>, name: string, command: string, lang: Lang): string {
  const path = textOf(args[name]);
  if (path !== undefined && path !== '') return path;
  throw new Failure(2, lang === 'sv' ? `${command}: --${name} FIL saknas` : `${command}: --${name} FILE is missing`);
}
