import { judgePlan, judgeRoster } from '../model/index.js';
import { formLines, replay } from '../study/index.js';
import { neededFile } from './dump-run.js';
import { readLimits } from './limits.js';
import type { Lang } from './options.js';
import { complainOf, readJsonFile, warnOf } from './read-json.js';
import { refuseSamePath, writeFile } from './write-file.js';

/** Runs the engine on a plan and a roster made elsewhere, and writes what became of everybody. */
export function replayRun(args: Readonly<Record<string, unknown>>, lang: Lang): number {
  const [plan, roster, records] = ['plan', 'roster', 'records'].map((name) => neededFile(args, name, 'replay', lang)) as [string, string, string];
  refuseSamePath({ plan, roster, '--records': records }, lang);
  const limits = readLimits(args['limit'], lang);
  const readPlan = readJsonFile(plan, judgePlan, limits, lang);
  const readRoster = readJsonFile(roster, judgeRoster, limits, lang);
  const replayed = replay(readPlan.value, readRoster.value);
  if ('complaints' in replayed) throw complainOf(replayed.complaints, replayed.of === 'plan' ? readPlan.locate : readRoster.locate, lang);
  warnOf(replayed.notes, readPlan.locate, lang);
  writeFile(records, formLines(replayed.records), lang);
  const doctors = readRoster.value.doctors.length;
  process.stdout.write(lang === 'sv' ? `${records}: ${doctors} läkare, ${readPlan.value.steps} tidssteg\n` : `${records}: ${doctors} doctors, ${readPlan.value.steps} steps\n`);
  return 0;
}
