import type * as z from 'zod';
import { formOf, showMonth, type Path } from '../base/index.js';
import { stepOf } from './calendar.js';
import { duration, month } from './dates.js';
import { byForm, either, flag, listed, mapping, name, number, says } from './fields.js';
import { figure } from './figures.js';
import { limited } from './limited.js';
import { chance, object, stepsAt, type Reader } from './reader.js';
import { readRows } from './rows.js';
import type { Gate, Pathway, Scenario, Sourced } from './scenario.js';

const SEATS = { whole: true, min: 0, max: 1_000_000 } as const;
const SHARE = { min: 0, max: 1, share: true } as const;
const YEAR = 12;

const NUMBER = { sv: 'ett antal platser eller unlimited', en: 'a number of seats or unlimited' };
const seatNumber = () => limited(SEATS, NUMBER);
const seats = () =>
  either((raw) => (formOf(raw) === 'list' ? 'list' : formOf(raw) === 'nothing' ? undefined : 'one'), { one: seatNumber(), list: listed(mapping({ from: month(), seats: seatNumber() }), { sv: '{ from, seats }, …', en: '{ from, seats }, …' }) }, {
    sv: 'ett antal platser, unlimited eller en lista av { from, seats }',
    en: 'a number of seats, unlimited or a list of { from, seats }',
  }).meta(says('seats of the whole country at each sitting; default unlimited', 'platser i hela landet vid varje tillfälle; utan angivelse unlimited'));
const sittings = () =>
  either(byForm, { text: name(), list: listed(mapping({ month: month(), seats: seatNumber() }), { sv: '{ month, seats }, …', en: '{ month, seats }, …' }) }, { sv: 'en fil eller en lista av { month, seats }', en: 'a file or a list of { month, seats }' }).meta(
    says('the sittings one by one, in place of months and seats: a data file: month, or a list', 'tillfällena ett för ett, i stället för months och seats: en datafil: month, eller en lista'),
  );

/** The AT exam, or another condition on the licence, as written (MODEL 3.11). */
export const gate = () =>
  mapping({
    served: duration(says('what has been served before a doctor may sit, in full time', 'det som ska ha gjorts innan läkaren får skriva, i heltid')),
    months: listed(number({ whole: true, min: 1, max: YEAR }), { sv: '2, 5, 9, 11', en: '2, 5, 9, 11' }).meta(says('months of every year with a sitting, 1–12', 'månader varje år med ett tillfälle, 1–12')).optional(),
    seats: seats().optional(),
    sittings: sittings().optional(),
    passes: listed(figure(SHARE), { sv: '0.9, 0.8', en: '0.9, 0.8' }).meta(says('chance to pass at the first attempt, the second, …; the last goes on', 'chansen att bli godkänd vid första försöket, andra, …; den sista gäller vidare')),
    processing: duration(says('from completion and pass to the licence; default 0', 'från fullgjord tjänst och godkänt prov till legitimation; utan angivelse 0')).optional(),
    required: flag(says('whether a following pathway waits for the licence; default true', 'om en följande tjänstgöringsform väntar på legitimationen; utan angivelse true')).optional(),
  }).meta(says('a condition on the licence after the pathway: the AT exam', 'ett villkor för legitimationen efter formen: kunskapsprovet (eAT-provet)'));

type Raw = z.output<ReturnType<typeof gate>>;
type Sitting = Gate['sittings'][number];

/** Settles a gate; one that nobody can ever pass is an error. */
export function layGate(raw: Raw, path: Path, time: Scenario['time'], reader: Reader): Gate {
  const before = reader.issues.length;
  const settled = laySittings(raw, path, time, reader);
  const passes = layPasses(raw.passes, [...path, 'passes'], reader);
  const isSound = reader.issues.slice(before).every(({ severity }) => severity === 'warning') && time.to > time.from;
  if (isSound) refuseNoSeats(settled, path, time, reader);
  return {
    served: stepsAt(reader, raw.served, [...path, 'served']),
    sittings: settled,
    passes,
    processing: stepsAt(reader, raw.processing, [...path, 'processing']),
    isRequired: raw.required ?? true,
  };
}

function layPasses(raw: readonly Sourced[], path: Path, reader: Reader): Gate['passes'] {
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  else if (raw.every(({ value }) => value === 0)) object(reader, path, { code: 'gate-never-passed' });
  return raw.map((one, i) => ({ attempt: i + 1, chance: chance(reader, one, [...path, i]) }));
}

function refuseNoSeats(settled: readonly Sitting[], path: Path, time: Scenario['time'], reader: Reader): void {
  const values = { from: showMonth(time.from), to: showMonth(time.to) };
  if (settled.length === 0) object(reader, path, { code: 'gate-without-sittings', values }, 'key');
  else if (settled.every(({ seats: there }) => there?.value === 0)) object(reader, path, { code: 'gate-without-seats', values }, 'key');
}

function laySittings(raw: Raw, path: Path, time: Scenario['time'], reader: Reader): readonly Sitting[] {
  if ((raw.months === undefined) === (raw.sittings === undefined) || (raw.sittings !== undefined && raw.seats !== undefined)) {
    object(reader, path, { code: 'months-or-sittings' }, 'key');
    return [];
  }
  if (raw.sittings === undefined) return yearlySittings(raw, path, time, reader);
  const isIn = (sitting: Sitting): boolean => sitting.month >= time.from && sitting.month <= time.to;
  if (typeof raw.sittings === 'string') return sittingsFromFile(raw.sittings, [...path, 'sittings'], reader).filter(isIn);
  return listedSittings(raw.sittings, [...path, 'sittings'], time, reader);
}

function listedSittings(raw: readonly { readonly month: number; readonly seats: Sourced | 'unlimited' }[], path: Path, time: Scenario['time'], reader: Reader): readonly Sitting[] {
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  refuseTwice(raw.map((row) => row.month), (i) => [...path, i, 'month'], reader);
  raw.forEach(({ month: when }, i) => {
    // Without a sound time of the run nothing is outside it.
    if (time.to > time.from && (when < time.from || when > time.to)) object(reader, [...path, i, 'month'], { code: 'outside-run', found: showMonth(when), values: { from: showMonth(time.from), to: showMonth(time.to) } });
  });
  return raw.map(({ month: when, seats: given }) => ({ month: when, seats: seatsOf(given) })).sort((a, b) => a.month - b.month);
}

function sittingsFromFile(file: string, path: Path, reader: Reader): readonly Sitting[] {
  const sheet = readRows(reader, file, path, { keys: { month: 'month' }, value: SEATS });
  return (sheet?.rows ?? []).map((row) => ({ month: row.number('month'), seats: row.value })).sort((a, b) => a.month - b.month);
}

/** The sittings of a run in which some months of every year have one, each with the seats that there are then. */
function yearlySittings(raw: Raw, path: Path, time: Scenario['time'], reader: Reader): readonly Sitting[] {
  const months = raw.months ?? [];
  if (months.length === 0) object(reader, [...path, 'months'], { code: 'empty-list' });
  months.forEach((one, i) => {
    if (months.indexOf(one) < i) object(reader, [...path, 'months', i], { code: 'said-twice', found: String(one) });
  });
  const series = layDated(raw.seats, [...path, 'seats'], time, reader);
  const all = Array.from({ length: time.to - time.from + 1 }, (_, i) => time.from + i).filter((when) => months.includes((when % YEAR) + 1));
  return all.map((when) => ({ month: when, seats: series.findLast(({ from }) => from <= when)?.seats ?? null }));
}

function layDated(raw: Raw['seats'], path: Path, time: Scenario['time'], reader: Reader): readonly { readonly from: number; readonly seats: Sourced | null }[] {
  if (raw === undefined || !Array.isArray(raw)) return [{ from: 0, seats: seatsOf(raw ?? 'unlimited') }];
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  refuseTwice(raw.map((row) => row.from), (i) => [...path, i, 'from'], reader);
  const rows = raw.map(({ from, seats: given }) => ({ from, seats: seatsOf(given) })).sort((a, b) => a.from - b.from);
  if (time.to > time.from && rows[0] && rows[0].from > time.from) object(reader, path, { code: 'starts-late', found: showMonth(rows[0].from), values: { begins: showMonth(time.from) } });
  return rows;
}

function refuseTwice(dates: readonly number[], at: (i: number) => Path, reader: Reader): void {
  dates.forEach((date, i) => {
    const first = dates.indexOf(date);
    if (first < i) object(reader, at(i), { code: 'said-twice-at', found: showMonth(date), values: { line: reader.at(at(first)).line } });
  });
}

const seatsOf = (given: Sourced | 'unlimited'): Sourced | null => (given === 'unlimited' ? null : given);

/** A gate asks for no more than the pathway is long; a variant that is shorter never leads to a licence. */
export function refuseUnreachable({ id, gate: of, variants }: Pathway, reader: Reader): void {
  if (of === null) return;
  const short = variants.filter(({ stretches }) => stretches.reduce((sum, stretch) => sum + stretch.steps, 0) < of.served).map((variant) => variant.id);
  const path = ['pathways', id, 'gate', 'served'];
  if (short.length === variants.length) object(reader, path, { code: 'gate-too-long', values: { pathway: id } });
  else if (short.length > 0) object(reader, path, { code: 'gate-too-long-for', values: { variants: short.join(', ') } }, 'value', 'warning');
}

/** Where nobody is in training when the run begins, nobody may sit before so much of the run has gone as is asked for. */
export function refuseEarlySittings({ id, gate: of }: Pathway, scenario: Pick<Scenario, 'time'>, reader: Reader): void {
  const open = of?.sittings.filter(({ seats: there }) => there?.value !== 0) ?? [];
  if (of === null || open.length === 0 || open.some(({ month: held }) => stepOf(scenario, held) >= of.served)) return;
  object(reader, ['pathways', id, 'gate'], { code: 'gate-before-served', values: { last: showMonth(Math.max(...open.map(({ month: held }) => held))) } }, 'key');
}
