import { CHANGEABLE } from '../../model/index.js';
import type { Scenario } from '../../model/index.js';
import { Failure } from '../failure.js';
import type { Lang } from '../options.js';
import { textsOf } from '../options.js';
import { readCells } from './cells.js';
import type { CellTarget } from './cells.js';
import { readSetting, refuseVerb } from './settings.js';
import type { SettingTarget } from './settings.js';
import { MOST_POINTS, readValues, tooMany, wrong } from './values.js';
import type { Written } from './values.js';

/** One `--over`: what is varied, and its values. */
export interface Over {
  readonly flag: string;
  /** As it was written before the sign of equality. */
  readonly text: string;
  readonly target: CellTarget | SettingTarget;
  readonly values: readonly Written[];
}

const MOST_OVER = 3;
const EXAMPLE = "--over 'slots/psychiatry/Skåne=+0,+2,+4'";

/** Reads every `--over`, and complains of all that are wrong at once. */
export function readOvers(given: unknown, scenario: Scenario, lang: Lang): readonly Over[] {
  const flags = textsOf(given);
  if (flags.length === 0) throw new Failure(2, lang === 'sv' ? `sweep behöver minst en --over, t.ex. ${EXAMPLE}` : `sweep needs at least one --over, e.g. ${EXAMPLE}`);
  if (flags.length > MOST_OVER) throw new Failure(2, lang === 'sv' ? `--over står ${flags.length} gånger; högst ${MOST_OVER}` : `--over is given ${flags.length} times; at most ${MOST_OVER}`);
  const overs: Over[] = [];
  const faults: Failure[] = [];
  for (const flag of flags) {
    try {
      overs.push(readOver(flag, scenario, lang));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push(error);
    }
  }
  const limit = faults.find(({ exitCode }) => exitCode === 5);
  if (limit) throw limit;
  if (faults.length > 0) throw new Failure(2, faults.map(({ message }) => message));
  const twice = overs.find((over, i) => overs.slice(0, i).some((one) => isSame(one, over)));
  if (twice) throw wrong(twice.flag, { sv: 'detsamma varieras av två --over', en: 'the same is varied by two --over' }, lang);
  const points = overs.reduce((product, { values }) => product * values.length, 1);
  if (points > MOST_POINTS) throw tooMany(points, lang);
  return overs;
}

function readOver(flag: string, scenario: Scenario, lang: Lang): Over {
  const equals = flag.indexOf('=');
  if (equals < 1) throw wrong(flag, { sv: `ska skrivas VAD=VÄRDEN, t.ex. ${EXAMPLE}`, en: `is to be written WHAT=VALUES, e.g. ${EXAMPLE}` }, lang);
  const text = flag.slice(0, equals).trim().normalize('NFC');
  const values = readValues(flag.slice(equals + 1), flag, lang);
  const quantity = text.split(/[/@]/)[0]!.trim();
  if (Object.hasOwn(CHANGEABLE, quantity)) return { flag, text, target: readCells(text, scenario, flag, lang), values };
  const target = readSetting(text, flag, lang);
  refuseVerb(values[0]!, flag, lang);
  return { flag, text, target, values };
}

/** A setting, and a part of it, are one thing too. */
function isSame({ target: a }: Over, { target: b }: Over): boolean {
  if (a.kind !== 'setting' || b.kind !== 'setting') return JSON.stringify(a) === JSON.stringify(b);
  return a.path.every((step, i) => i >= b.path.length || step === b.path[i]);
}
