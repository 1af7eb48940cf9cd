import type { Goal } from '../analysis/index.js';
import { suggest } from '../base/index.js';
import type { Axes } from '../engine/index.js';
import { monthNumber } from '../model/index.js';
import { Failure } from './failure.js';
import { readWhole, show, textOf, textsOf } from './options.js';
import type { Lang } from './options.js';

/** What the flags of `worth` ask for, beside what every run is told. */
export interface WorthFlags {
  readonly from: number;
  readonly by: number;
  readonly regions: readonly number[];
  readonly steps: number;
  readonly goal: Goal | null;
  readonly isAll: boolean;
  readonly isPlain: boolean;
}

const MOST_UNITS = 1000;
const MOST_STEPS = 50;
const USUAL_STEPS = 3;
const MOST_MONTHS = 60;

/** Reads the flags of `worth`; everything that is wrong with them is said at once. */
export function readWorthFlags(args: Readonly<Record<string, unknown>>, axes: Axes, lang: Lang): WorthFlags {
  const wrong: string[] = [];
  const attempt = <T>(read: () => T, instead: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      wrong.push(error.message);
      return instead;
    }
  };
  const whole = (name: string, least: number, most: number, usual: number): number => attempt(() => (textOf(args[name]) === undefined ? usual : readWhole(name, textOf(args[name])!, least, most, lang)), usual);
  const regions = attempt(() => readRegions(args['region'], axes, lang), []);
  const flags: WorthFlags = {
    from: attempt(() => readFrom(textOf(args['from']), axes, lang), axes.reportFrom),
    by: whole('by', 1, MOST_UNITS, 1),
    regions,
    steps: whole('steps', 0, MOST_STEPS, regions.length > 0 ? USUAL_STEPS : 0),
    goal: attempt(() => readGoal(textOf(args['goal']), axes, lang), null),
    isAll: args['all'] === true,
    isPlain: args['plain'] === true,
  };
  if (flags.goal !== null && flags.steps === 0 && wrong.length === 0) {
    wrong.push(lang === 'sv' ? '--goal: målet avslutar flaskhalsens väg, och ingen följs; lägg till --region eller --steps' : '--goal: the goal ends the path of the bottleneck, and none is followed; add --region or --steps');
  }
  if (wrong.length > 0) throw new Failure(2, wrong);
  return flags;
}

function readFrom(text: string | undefined, axes: Axes, lang: Lang): number {
  if (text === undefined) return axes.reportFrom;
  const sv = lang === 'sv';
  const shape = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  const month = monthNumber(Number(shape?.[1]), Number(shape?.[2]));
  const range = `${write(axes.reportFrom)} … ${write(axes.to)}`;
  if (shape === null) throw new Failure(2, sv ? `--from: ${show(text)} är ingen månad; skriv som 2028-01, ${range}` : `--from: ${show(text)} is not a month; write it as 2028-01, ${range}`);
  if (month < axes.reportFrom || month > axes.to) throw new Failure(2, sv ? `--from: ${text} ligger utanför rapportens månader, ${range}` : `--from: ${text} is outside the report's months, ${range}`);
  return month;
}

const write = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

function readRegions(value: unknown, axes: Axes, lang: Lang): readonly number[] {
  const names = textsOf(value).map((name) => name.normalize('NFC'));
  const ids = axes.regions.map(({ id }) => id);
  const lines = names.flatMap((name, i) => {
    if (names.indexOf(name) < i) return [lang === 'sv' ? `--region: ${show(name)} står två gånger` : `--region: ${show(name)} is given twice`];
    if (ids.includes(name)) return [];
    const near = suggest(name, ids);
    if (lang === 'sv') return [`--region: det finns ingen region ${show(name)}; ${near === undefined ? `det finns ${ids.join(', ')}` : `menade du ${near}?`}`];
    return [`--region: there is no region ${show(name)}; ${near === undefined ? `there are ${ids.join(', ')}` : `did you mean ${near}?`}`];
  });
  if (lines.length > 0) throw new Failure(2, lines);
  return names.map((name) => ids.indexOf(name));
}

const GOAL = /^(.+) (?:within|inom) ([1-9]\d?) (?:months|month|månader|månad) (0\.\d{1,4}|1(?:\.0{1,4})?)$/;

function readGoal(text: string | undefined, axes: Axes, lang: Lang): Goal | null {
  if (text === undefined) return null;
  const [, name, months, share] = GOAL.exec(text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')) ?? [];
  const sv = lang === 'sv';
  if (name === undefined || Number(months) > MOST_MONTHS || Number(share) <= 0) {
    throw new Failure(2, sv ? `--goal: ${show(text)} ska skrivas som "BT inom 6 månader 0.9": en form, 1 … ${MOST_MONTHS} månader, en andel över 0 och till och med 1 med decimalpunkt` : `--goal: ${show(text)} is to be written as "BT within 6 months 0.9": a pathway, 1 … ${MOST_MONTHS} months, a share above 0 and up to 1 with a decimal point`);
  }
  const ids = axes.pathways.map(({ id }) => id);
  const pathway = ids.indexOf(name);
  if (pathway >= 0) return { pathway, months: Number(months), share: Number(share) };
  const near = suggest(name, ids);
  const hint = near === undefined ? (sv ? `det finns ${ids.join(', ')}` : `there are ${ids.join(', ')}`) : sv ? `menade du ${near}?` : `did you mean ${near}?`;
  throw new Failure(2, sv ? `--goal: det finns ingen form ${show(name)}; ${hint}` : `--goal: there is no pathway ${show(name)}; ${hint}`);
}
