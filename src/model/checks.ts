import type * as z from 'zod';
import { showPath, type Path } from '../base/index.js';
import { month, readTerm } from './dates.js';
import { listed, mapping, name, number, says, scalar } from './fields.js';
import { known, object, type Reader } from './reader.js';
import type { Regions } from './regions.js';
import { YEAR } from './rows.js';
import type { Check, Scenario } from './scenario.js';

/** What a check may be of, and when: the keys that say so. A check that says no time is of every one in the report. */
const TIMES = { queue: ['month', 'year'], starts: ['year'], 'survey-wait': ['year'], 'started-within': ['term'], vacant: ['year'] } as const;
const KINDS = Object.keys(TIMES) as (keyof typeof TIMES)[];
const RULES = ['at-most', 'at-least', 'equals'] as const;
const WHEN = ['month', 'year', 'term'] as const;
/** Months after degree or licence that starts are counted within. */
export const CHECKED_WITHIN: readonly number[] = [3, 6, 12];

const MOST = 1_000_000;
const LIMIT = { min: 0, max: MOST } as const;

const term = () => scalar((field) => readTerm(field.text), { sv: 'en termin som 2027-HT', en: 'a term such as 2027-HT' }, { type: 'string', pattern: '^[0-9]{4}-(VT|HT)$', ...says('those who get their degree or licence in this term', 'de som får examen eller legitimation denna termin') });

/** One check. */
export const check = () =>
  mapping({
    queue: name(says('doctors in the queue of this pathway, at the end of a month', 'läkare i kö till denna tjänstgöringsform, vid en månads slut')).optional(),
    starts: name(says('starts in a year', 'starter under ett år')).optional(),
    'survey-wait': name(says('months waited by those in training on 1 May, on average', 'månader som de i tjänst 1 maj har väntat, i medel')).optional(),
    'started-within': name(says('share of a term’s doctors who have started within some months', 'andel av en termins läkare som har börjat inom några månader')).optional(),
    vacant: name(says('positions of a year that nobody took', 'tjänster under ett år som ingen tog')).optional(),
    region: name(says('a region; without region and area the whole scenario', 'en region; utan region och area hela scenariot')).optional(),
    area: name(says('a larger area', 'ett större område')).optional(),
    month: month(says('queue at the end of this month', 'kön vid denna månads slut')).optional(),
    year: number(YEAR, says('a year; the queue at its end', 'ett år; kön vid dess slut')).optional(),
    term: term().optional(),
    months: number({ whole: true, min: 1, max: 12 }, says('of started-within: 3, 6 or 12', 'för started-within: 3, 6 eller 12')).optional(),
    'at-most': number(LIMIT).optional(),
    'at-least': number(LIMIT).optional(),
    equals: number(LIMIT).optional(),
    within: number(LIMIT, says('how far from equals', 'hur långt från equals')).optional(),
  });

const EXAMPLE = '{ queue: AT, region: Gotland, at-most: 10 }, …';

/** What the planner wants of the answer, judged by the runs. */
export const checks = () => listed(check(), { sv: EXAMPLE, en: EXAMPLE }).meta(says('what the planner wants of the answer, judged by the runs', 'vad planeraren vill av svaret, prövat mot körningarna'));

type Raw = z.output<ReturnType<typeof check>>;
interface Ground {
  readonly regions: Regions;
  readonly pathways: readonly string[];
  readonly time: Scenario['time'];
  readonly reader: Reader;
}

/** Settles the planner's checks; nothing where the scenario has none. */
export function layChecks(raw: readonly Raw[] | undefined, ground: Ground): Pick<Scenario, 'checks'> {
  if (raw === undefined) return {};
  if (raw.length === 0) object(ground.reader, ['checks'], { code: 'empty-list' });
  return { checks: raw.flatMap((one, i) => settle(one, ['checks', i], ground) ?? []) };
}

function settle(one: Raw, path: Path, ground: Ground): Check | undefined {
  const { reader } = ground;
  const [kind, ...moreKinds] = KINDS.filter((key) => one[key] !== undefined);
  if (isDoubted(path, reader)) return judgeRest(one, path, ground, kind);
  const [rule, ...moreRules] = RULES.filter((key) => one[key] !== undefined);
  if (kind === undefined || moreKinds.length > 0) object(reader, path, { code: 'check-of-one', values: { allowed: KINDS.join(', ') } });
  if (rule === undefined || moreRules.length > 0) object(reader, path, { code: 'check-rule', values: { allowed: RULES.join(', ') } });
  refuseNames(one, path, ground, kind);
  if (kind === undefined || rule === undefined || moreKinds.length + moreRules.length > 0) return undefined;
  if ((rule === 'equals') !== (one.within !== undefined)) object(reader, one.within === undefined ? [...path, 'equals'] : [...path, 'within'], { code: rule === 'equals' ? 'check-without-within' : 'check-with-within' });
  const isShare = kind === 'started-within';
  if (isShare && one[rule]! > 1) object(reader, [...path, rule], { code: 'share-as-percent', found: String(one[rule]), values: { write: one[rule]! / 100, percent: one[rule]! } });
  refuseMonths(one, path, isShare, reader);
  const { file, line } = reader.at(path);
  return { kind, pathway: one[kind]!, ...placeOf(one), ...timeOf(one, kind, path, ground), months: isShare ? (one.months ?? null) : null, rule, limit: one[rule]!, within: one.within ?? 0, cell: `${file}:${line}` };
}

/** Whether something in a check has been complained of: it then lacks what was meant there. */
const isDoubted = (path: Path, reader: Reader): boolean => reader.issues.some(({ where, severity }) => severity === 'error' && where.path.startsWith(`${showPath(path)}.`));

/** What is there of a check of which something else is wrong: its names and times. */
function judgeRest(one: Raw, path: Path, ground: Ground, kind: (typeof KINDS)[number] | undefined): undefined {
  refuseNames(one, path, ground, kind);
  if (kind !== undefined) timeOf(one, kind, path, ground);
}

const placeOf = ({ region, area }: Raw): Pick<Check, 'region' | 'area'> => ({ region: region ?? null, area: area ?? null });

function refuseNames(one: Raw, path: Path, { regions, pathways, reader }: Ground, kind: (typeof KINDS)[number] | undefined): void {
  if (kind !== undefined) known(reader, 'pathway', one[kind]!, pathways, [...path, kind]);
  if (one.region !== undefined) known(reader, 'region', one.region, regions.ids, [...path, 'region']);
  if (one.area !== undefined) known(reader, 'area', one.area, [...new Set(regions.inside.map(({ area }) => area))], [...path, 'area']);
  if (one.region !== undefined && one.area !== undefined) object(reader, [...path, 'area'], { code: 'check-place' });
}

function refuseMonths({ months }: Raw, path: Path, isShare: boolean, reader: Reader): void {
  if (isShare && months === undefined) object(reader, path, { code: 'check-months', values: { allowed: CHECKED_WITHIN.join(', ') } });
  else if (months !== undefined && (!isShare || !CHECKED_WITHIN.includes(months))) object(reader, [...path, 'months'], { code: 'check-months', found: String(months), values: { allowed: CHECKED_WITHIN.join(', ') } });
}

/** When a check is judged, inside the report; a time of another kind than the figure has is wrong. */
function timeOf(one: Raw, kind: (typeof KINDS)[number], path: Path, { time, reader }: Ground): Pick<Check, 'month' | 'year' | 'term'> {
  const allowed: readonly string[] = TIMES[kind];
  const given = WHEN.filter((key) => one[key] !== undefined);
  const wrong = given.find((key) => !allowed.includes(key)) ?? given[1];
  if (wrong !== undefined) object(reader, [...path, wrong], { code: 'check-time', values: { kind, allowed: allowed.join(', ') } }, 'key');
  const times = { month: one.month ?? null, year: one.year ?? null, term: one.term ?? null };
  const [first, last] = wrong === undefined && time.to > 0 ? spanOf(times, kind) : [time.reportFrom, time.reportFrom];
  if (time.to > 0 && given[0] !== undefined && (first < time.reportFrom || last > time.to)) object(reader, [...path, given[0]], { code: 'check-outside' });
  return times;
}

/** The first and last month that a check needs of the report. */
function spanOf({ month: at, year, term: half }: Pick<Check, 'month' | 'year' | 'term'>, kind: (typeof KINDS)[number]): readonly [number, number] {
  if (at !== null) return [at, at];
  // A spring term is February–July, an autumn term August–January.
  if (half !== null) return [6 * half + 1, 6 * half + 6];
  if (year === null) return [Infinity, -Infinity];
  if (kind === 'queue') return [12 * year + 11, 12 * year + 11];
  return kind === 'survey-wait' ? [12 * year + 4, 12 * year + 4] : [12 * year, 12 * year + 11];
}
