import type * as z from 'zod';
import { showMonth, type Path } from '../base/index.js';
import { UNIT } from '../engine/index.js';
import { compile } from './compile/index.js';
import { duration } from './dates.js';
import { byForm, either, listed, mapping, name, number, says } from './fields.js';
import { distinctMonths, monthsOfYear } from './intakes.js';
import { known, lineAt, object, someOf, stepsAt, type Reader } from './reader.js';
import type { Queues } from './by-queue.js';
import type { Decision, Scenario } from './scenario.js';

const MOST_POSITIONS = 1_000_000;
const COUNT = { whole: true, min: 0, max: MOST_POSITIONS } as const;
/** What a line of a rule reads, by its key. */
const READINGS = { 'queue-above': 'queue', 'class-above': 'class', 'vacant-above': 'vacant' } as const;
const KEYS = Object.keys(READINGS) as (keyof typeof READINGS)[];

const names = () => either(byForm, { text: name(), list: listed(name(), { sv: 'namn, namn', en: 'name, name' }) }, { sv: 'ett namn eller en lista', en: 'a name or a list' });
const where = () => mapping({ region: names().optional(), pathway: names().optional() }).meta(says('where it holds; what is not named is not limited', 'var den gäller; det som inte nämns begränsas inte'));
const line = () =>
  mapping({
    'queue-above': number(COUNT, says('more than so many stand in the queue', 'fler än så står i kön')).optional(),
    'class-above': number(COUNT, says('more than so many have joined the queue in a year', 'fler än så har ställt sig i kön på ett år')).optional(),
    'vacant-above': number(COUNT, says('more than so many positions of the last intake are vacant', 'fler än så av senaste antagningens tjänster är vakanta')).optional(),
    change: number({ whole: true, min: -MOST_POSITIONS, max: MOST_POSITIONS }, says('so many more positions at each intake, or fewer when below 0', 'så många fler tjänster vid varje antagning, eller färre när det är under 0')),
  });

/** Positions by rule (MODEL 6.2): a table of what is read in some months, and what is decided by it. */
export const decide = () =>
  listed(
    mapping({
      where: where().optional(),
      months: monthsOfYear(says('months in which it is decided, 1–12', 'månader då det beslutas, 1–12')),
      lead: duration(says('how long before the decision is in force', 'hur långt det är från beslutet tills det gäller')),
      floor: number(COUNT, says('never fewer at an intake; default 0', 'aldrig färre vid en antagning; utan angivelse 0')).optional(),
      ceiling: number(COUNT, says('never more at an intake', 'aldrig fler vid en antagning')),
      lines: listed(line(), { sv: '{ queue-above: 20, change: 5 }, …', en: '{ queue-above: 20, change: 5 }, …' }).meta(says('the first line that holds is followed', 'den första rad som stämmer gäller')),
    }),
    { sv: '{ months, lead, ceiling, lines }, …', en: '{ months, lead, ceiling, lines }, …' },
  ).meta(says('positions that follow a rule on the queue, those who have joined it and the vacant positions', 'tjänster som följer en regel om kön, dem som ställt sig i den och de vakanta tjänsterna'));

type Raw = NonNullable<z.output<ReturnType<typeof decide>>>;
type Ground = Queues & { readonly time: Scenario['time']; readonly isLimited: (region: string, pathway: string) => boolean };

/** Settles the rules: one for each queue that one of them is about. */
export function layDecisions(raw: Raw | undefined, ground: Ground): readonly Decision[] {
  const { reader } = ground;
  const path = ['positions', 'decide'];
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  const taken = new Map<string, number>();
  return (raw ?? []).flatMap((one, i) => {
    const settled = layRule(one, [...path, i], ground);
    return queuesOf(one.where, [...path, i], ground).map(({ region, pathway }): Decision => {
      const key = `${region}, ${pathway}`;
      const first = taken.get(key) ?? i;
      if (first < i) object(reader, [...path, i], { code: 'two-rules', values: { cell: key, line: reader.at([...path, first]).line } });
      taken.set(key, i);
      return { region, pathway, ...settled };
    });
  });
}

type Where = Raw[number]['where'];

/** The queues that a rule is about: those with a limited number of positions, of those that it names. */
function queuesOf(raw: Where, path: Path, { regions, pathways, isLimited, reader }: Ground): readonly { readonly region: string; readonly pathway: string }[] {
  const ids = pathways.map(({ id }) => id);
  const wanted = (key: 'region' | 'pathway', valid: readonly string[], all: readonly string[]): readonly string[] => {
    const given = raw?.[key];
    const list = given === undefined ? undefined : [given].flat();
    if (list?.length === 0) object(reader, [...path, 'where', key], { code: 'empty-list' });
    list?.forEach((one, k) => {
      const at = Array.isArray(given) ? [...path, 'where', key, k] : [...path, 'where', key];
      if (list.indexOf(one) < k) object(reader, at, { code: 'said-twice', found: one });
      else known(reader, key, one, valid, at);
    });
    return all.filter((id) => list === undefined || list.includes(id));
  };
  const named = wanted('region', regions.everywhere, regions.ids);
  const queues = wanted('pathway', ids, ids).flatMap((pathway) => named.map((region) => ({ region, pathway })));
  const limited = queues.filter(({ region, pathway }) => isLimited(region, pathway));
  if (queues.length > 0 && limited.length === 0) object(reader, path, { code: 'rule-on-unlimited' });
  return limited;
}

function layRule(raw: Raw[number], path: Path, { time, reader }: Ground): Omit<Decision, 'region' | 'pathway'> {
  const months = distinctMonths(raw.months, [...path, 'months'], reader);
  const lead = stepsAt(reader, raw.lead, [...path, 'lead']);
  const floor = raw.floor ?? 0;
  if (raw.lead.halves === 0) object(reader, [...path, 'lead'], { code: 'lead-of-nothing', found: raw.lead.written });
  else if (time.to > time.from && !canHold(months, raw.lead.halves / 2, time)) object(reader, path, { code: 'rule-never-holds' }, 'value', 'warning');
  if (floor > raw.ceiling) object(reader, [...path, 'floor'], { code: 'floor-over-ceiling', found: String(floor), values: { ceiling: raw.ceiling } });
  if (raw.lines.length === 0) object(reader, [...path, 'lines'], { code: 'empty-list' });
  refuseUnreached(raw.lines, [...path, 'lines'], reader);
  return { months, lead, floor, ceiling: raw.ceiling, lines: raw.lines.flatMap((one, i) => layLine(one, [...path, 'lines', i], reader)) };
}

/** Whether some decision of the run comes into force in it. */
function canHold(months: readonly number[], lead: number, { from, to }: Scenario['time']): boolean {
  for (let month = from; month + lead <= to; month++) if (months.includes((month % 12) + 1)) return true;
  return false;
}

/** A line after one that reads the same and asks for no more is never come to: it would change nothing. */
function refuseUnreached(lines: Raw[number]['lines'], path: Path, reader: Reader): void {
  lines.forEach((line, i) => {
    for (const key of KEYS) {
      const above = line[key];
      const first = above === undefined ? -1 : lines.findIndex((other, j) => j < i && (other[key] ?? Infinity) <= above);
      if (first >= 0) object(reader, [...path, i, key], { code: 'line-never-reached', found: String(above), values: { line: lineAt(reader, [...path, first], [...path, i]), above: lines[first]![key]! } });
    }
  });
}

/** Warns of a rule whose bounds are crossed by the plan that it begins from: what is to lower the positions raises them to the floor, or the other way (MODEL 6.2). */
export function warnOfBounds(raw: Raw | undefined, scenario: Scenario, reader: Reader): void {
  if (raw === undefined || scenario.decisions.length === 0) return;
  const planned = plannedAt(scenario);
  raw.forEach(({ where }, i) => {
    const own = scenario.decisions.filter(({ region, pathway }) => isNamed(where?.region, region) && isNamed(where?.pathway, pathway));
    const tell = (key: 'floor' | 'ceiling', code: string, isCrossed: (at: number, one: Decision) => boolean): void => {
      const crossed = own.flatMap((one) => planned(one).filter(({ number }) => isCrossed(number, one)).slice(0, 1).map(({ number, month }) => `${one.region}, ${one.pathway}: ${number} (${showMonth(month)})`));
      const at = ['positions', 'decide', i, key];
      if (crossed.length > 0) object(reader, at, { code, found: String(own[0]![key]), values: { cells: someOf(crossed) } }, 'value', 'warning');
    };
    tell('floor', 'floor-over-plan', (at, { floor, lines }) => at < floor && lines.some(({ reads, above, change }) => change < 0 && (reads !== 'vacant' || at > above)));
    tell('ceiling', 'ceiling-under-plan', (at, { ceiling, lines }) => at > ceiling && lines.some(({ change }) => change > 0));
  });
}

const isNamed = (given: string | readonly string[] | undefined, id: string): boolean => given === undefined || [given].flat().includes(id);

/** What is planned at the last intake before each decision that comes into force in the run: from this the first one that changes something begins. */
function plannedAt(scenario: Scenario): (of: Decision) => readonly { readonly number: number; readonly month: number }[] {
  const { plan, axes } = compile(scenario);
  return ({ region, pathway }) => {
    const queue = axes.regions.findIndex(({ id }) => id === region) * plan.pathways + axes.pathways.findIndex(({ id }) => id === pathway);
    const rule = plan.rules.find((one) => one.queue === queue);
    return Array.from(rule?.steps ?? []).flatMap((step) => {
      let t = step;
      while (t >= 0 && plan.intake[queue * plan.steps + t] !== 1) t -= 1;
      const isFelt = t >= 0 && step + rule!.lead < plan.steps;
      return isFelt ? [{ number: Math.floor(plan.capacity[plan.positionsPool[queue]! * plan.horizon + t]! / UNIT), month: axes.from + Math.floor(t / axes.stepsPerMonth) }] : [];
    });
  };
}

function layLine(raw: Raw[number]['lines'][number], path: Path, reader: Reader): Decision['lines'] {
  const given = KEYS.filter((key) => raw[key] !== undefined);
  if (given.length !== 1) object(reader, path, { code: 'line-reads-one', values: { allowed: KEYS.join(', ') } });
  return given.slice(0, 1).map((key) => ({ reads: READINGS[key], above: raw[key]!, change: raw.change }));
}

