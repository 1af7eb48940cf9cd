import type * as z from 'zod';
import { showMonth, type Path } from '../base/index.js';
import { byForm, either, keyed, label, listed, mapping, name, number, says } from './fields.js';
import { duration, month } from './dates.js';
import { figure, STATED } from './figures.js';
import { home, layHome } from './home.js';
import { givesUp, layLife, leaves, partTime } from './life.js';
import { layProgramme, programme } from './programme.js';
import { chance, known, object, shareOfLine, showSum, stepsAt, sumsToOne, type Reader } from './reader.js';
import { layRate, rate } from './rate.js';
import type { Regions } from './regions.js';
import type { HomeShare, ListedCohort, Scenario, Sourced, Stream } from './scenario.js';
import { scenarioNames, titleOr } from './titles.js';

const share = (en: string, sv: string) => figure({ min: 0, max: 1, share: true }, says(en, sv));
const gap = () => listed(mapping({ after: duration(), share: number({ min: 0, max: 1, share: true }) }));
const late = () =>
  listed(mapping({ of: duration(), share: figure({ min: 0, max: 1, share: true }) }), { sv: '{ of: 1 months, share: 0.1 }, …', en: '{ of: 1 months, share: 0.1 }, …' }).meta(
    says('how much later than expected the degree or licence comes, and for what share; the others have it in time', 'hur mycket senare än väntat examen eller legitimationen kommer, och för hur stor andel; övriga får den i tid'),
  );
const cohorts = () =>
  either(
    byForm,
    { map: programme(), list: listed(mapping({ month: month(), number: figure({ whole: true, min: 0, max: 1_000_000 }) })) },
    { sv: '{ intakes, programme, terms, completion } eller en lista av { month, number }', en: '{ intakes, programme, terms, completion } or a list of { month, number }' },
  ).meta(says('cohorts from a programme, or month by month', 'kullar från ett program, eller månad för månad'));

/** A source of doctors as written (MODEL 7). */
const stream = () =>
  mapping({
    title: label().optional(),
    pathway: name(says('the pathway they seek', 'tjänstgöringsformen de söker')),
    cohorts: cohorts().optional(),
    rate: rate().optional(),
    home: home().optional(),
    need: figure({ min: 0, max: 1_000_000 }, says('all who lack the pathway, a year; information only', 'alla som saknar formen, per år; bara upplysning')).optional(),
    seeks: share('share who seek it; default 1', 'andel som söker; utan angivelse 1').optional(),
    eligible: share('share who may; default 1', 'andel som är behöriga; utan angivelse 1').optional(),
    'applied-before': share('share who applied before the degree; default 0', 'andel som sökt före examen; utan angivelse 0').optional(),
    gap: gap().meta(says('months from degree or licence to seeking; shares sum to 1', 'månader från examen eller legitimation till ansökan; andelarna summerar till 1')).optional(),
    'licence-late': late().optional(),
    'gives-up': givesUp().optional(),
    'part-time': partTime().optional(),
    leaves: leaves().optional(),
  });

/** All streams by name. */
export const streams = () => keyed(stream()).meta(says('where the doctors come from', 'varifrån läkarna kommer'));

type Raw = z.output<ReturnType<typeof stream>>;

/** Settles the streams. */
export function layStreams(raw: z.output<ReturnType<typeof streams>>, pathways: readonly string[], regions: Regions, time: Scenario['time'], reader: Reader): readonly Stream[] {
  const names = scenarioNames(reader, raw, ['streams']);
  if (names.length === 0) object(reader, ['streams'], { code: 'no-streams' });
  return names.map(([id, one]) => layStream(id, one, pathways, regions, time, reader));
}

function layStream(id: string, raw: Raw, pathways: readonly string[], regions: Regions, time: Scenario['time'], reader: Reader): Stream {
  const path: Path = ['streams', id];
  known(reader, 'pathway', raw.pathway, pathways, [...path, 'pathway']);
  if ((raw.cohorts === undefined) === (raw.rate === undefined)) object(reader, path, { code: 'cohorts-or-rate', found: id }, 'key');
  const sourced = (given: Sourced | undefined, key: string, otherwise: number): Sourced =>
    given === undefined ? { value: otherwise, ...STATED, cell: '' } : chance(reader, given, [...path, key]);
  const source = raw.cohorts === undefined ? {} : isListed(raw.cohorts) ? { listed: layListed(raw.cohorts, [...path, 'cohorts'], time, reader) } : layProgramme(raw.cohorts, [...path, 'cohorts'], reader);
  return {
    id,
    ...titleOr(raw.title, id),
    pathway: raw.pathway,
    ...source,
    ...(raw.rate === undefined ? {} : { rate: layRate(raw.rate, id, [...path, 'rate'], reader) }),
    home: layHomeOf(raw, source, path, regions, reader),
    ...(raw.need === undefined ? {} : { need: raw.need }),
    seeks: sourced(raw.seeks, 'seeks', 1),
    eligible: sourced(raw.eligible, 'eligible', 1),
    appliedBefore: sourced(raw['applied-before'], 'applied-before', 0),
    gap: layGap(raw.gap, [...path, 'gap'], reader),
    late: layLate(raw['licence-late'], [...path, 'licence-late'], reader),
    ...layLife(raw, path, reader),
  };
}

function layHomeOf(raw: Raw, source: object, path: Path, regions: Regions, reader: Reader): readonly HomeShare[] {
  const universities = 'programme' in source ? [...new Set((source as Pick<Stream, 'programme'>).programme!.intakes.map((intake) => intake.university))] : [];
  return layHome(raw.home, universities, [...path, 'home'], regions, reader);
}

function isListed(raw: NonNullable<Raw['cohorts']>): raw is readonly ListedCohort[] & typeof raw {
  return Array.isArray(raw);
}

function layListed(raw: readonly ListedCohort[], path: Path, time: Scenario['time'], reader: Reader): readonly ListedCohort[] {
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  const ends = { from: showMonth(time.from), to: showMonth(time.to) };
  raw.forEach((cohort, i) => {
    const other = raw.findIndex((one) => one.month === cohort.month);
    // Without a sound time of the run nothing is outside it.
    if (time.to > time.from && cohort.month < time.from) object(reader, [...path, i, 'month'], { code: 'before-run', found: showMonth(cohort.month), values: ends });
    if (time.to > time.from && cohort.month > time.to) object(reader, [...path, i, 'month'], { code: 'outside-run', found: showMonth(cohort.month), values: ends });
    if (other < i) object(reader, [...path, i, 'month'], { code: 'said-twice-at', values: { line: reader.at([...path, other, 'month']).line } });
  });
  return raw;
}

function layGap(raw: Raw['gap'], path: Path, reader: Reader): Stream['gap'] {
  if (raw === undefined) return [];
  if (raw.length === 0) object(reader, path, { code: 'empty-list' });
  raw.forEach(({ after }, i) => {
    const other = raw.findIndex((one) => one.after.halves === after.halves);
    if (other < i) object(reader, [...path, i, 'after'], { code: 'said-twice-at', found: after.written, values: { line: reader.at([...path, other, 'after']).line } });
  });
  const sum = raw.reduce((total, one) => total + one.share, 0);
  if (raw.length > 0 && !sumsToOne(sum)) object(reader, path, { code: 'shares-sum', values: { sum: showSum(sum), of: 'gap' } }, 'key');
  return raw.map((one, i) => ({ steps: stepsAt(reader, one.after, [...path, i, 'after']), share: one.share }));
}

function layLate(raw: Raw['licence-late'], path: Path, reader: Reader): Stream['late'] {
  if (raw?.length === 0) object(reader, path, { code: 'empty-list' });
  const sum = (raw ?? []).reduce((total, row) => total + row.share.value, 0);
  if (sum > 1 && !sumsToOne(sum)) object(reader, path, { code: 'shares-above-one', values: { sum: showSum(sum) } }, 'key');
  return (raw ?? []).map(({ of, share }, i) => {
    const at = [...path, i, 'of'];
    const first = raw!.findIndex((row) => row.of.halves === of.halves);
    if (first < i) object(reader, at, { code: 'said-twice-at', found: of.written, values: { line: reader.at([...path, first, 'of']).line } });
    if (of.halves === 0) object(reader, at, { code: 'late-of-nothing', found: of.written });
    return { steps: stepsAt(reader, of, at), share: shareOfLine(reader, share, [...path, i, 'share']) };
  });
}
