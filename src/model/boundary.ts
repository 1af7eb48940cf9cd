import type * as z from 'zod';
import { showMonth, type Path } from '../base/index.js';
import { month } from './dates.js';
import { listed, mapping, name, says, word } from './fields.js';
import { figure } from './figures.js';
import { layFlows, type Crossing, type Ground } from './flows.js';
import { guestStreams, refuseGuestNames } from './guests.js';
import { chance, known, object } from './reader.js';
import type { Guests, Leavers, Scenario, Stream } from './scenario.js';

const from = () => month(says('the first month; if not said, from the beginning', 'första månaden; utan angivelse från början')).optional();
const inward = () => mapping({ region: name(), pathway: name(), 'per-year': figure({ min: 0, max: 1_000_000 }, says('so many from outside a year', 'så många utifrån per år')), from: from() });
const outward = () => mapping({ region: name(), pathway: name(), share: figure({ min: 0, max: 1, share: true }, says('share of its own doctors who start outside', 'andel av de egna läkarna som börjar utanför')), from: from() });

/** What a part of the country takes as given of the rest: who comes from outside, and which of its own start there (MODEL 5.4). */
export const boundary = () =>
  mapping({
    from: name(says('data file: home, region, pathway, year; written by `flaskhals flows`', 'datafil: home, region, pathway, year; skrivs av `flaskhals flows`')).optional(),
    in: listed(inward(), { sv: '{ region, pathway, per-year }, …', en: '{ region, pathway, per-year }, …' })
      .meta(says('doctors from outside who join the queues', 'läkare utifrån som ställer sig i köerna'))
      .optional(),
    out: listed(outward(), { sv: '{ region, pathway, share }, …', en: '{ region, pathway, share }, …' })
      .meta(says('own doctors who start outside, and never join', 'egna läkare som börjar utanför, och aldrig ställer sig i kö'))
      .optional(),
    law: word(['fixed', 'poisson'], says('how those from outside come: fixed (default) or poisson', 'hur de utifrån kommer: fixed (utan angivelse) eller poisson')).optional(),
  }).meta(says('flows across the border of a part of the country', 'flöden över gränsen till en del av landet'));

type Raw = z.output<ReturnType<typeof boundary>>;
type Settled = { readonly boundary: Scenario['boundary']; readonly guests: readonly Stream[] };

/** Settles the flows across the border, and the streams of those who come from outside; without a word there are none. */
export function layBoundary(raw: Raw | undefined, streams: readonly Stream[], ground: Ground): Settled {
  if (raw === undefined) return { boundary: null, guests: [] };
  const { reader, regions } = ground;
  refuseForm(raw, ground);
  const crossing = raw.from !== undefined && !regions.isWhole ? layFlows(raw.from, ground) : { guests: layInward(raw.in, ground), leavers: layOutward(raw.out, ground) };
  if (reader.issues.every(({ severity }) => severity === 'warning')) refuseNothing(raw, crossing, ground);
  const guests = guestStreams(crossing.guests, raw.law ?? 'fixed', streams, ground.pathways);
  refuseGuestNames(guests, streams, reader);
  return { boundary: { from: raw.from ?? null, leavers: crossing.leavers }, guests };
}

/** A boundary is of a part, and said in one way. */
function refuseForm(raw: Raw, { reader, regions }: Ground): void {
  const path = ['boundary'];
  if (regions.isWhole) object(reader, path, { code: 'boundary-of-whole' }, 'key');
  if (raw.from !== undefined && (raw.in ?? raw.out) !== undefined) object(reader, [...path, 'from'], { code: 'boundary-twice' }, 'key');
  if ((raw.from ?? raw.in ?? raw.out) === undefined) object(reader, path, { code: 'boundary-of-nothing' }, 'key');
  for (const key of ['in', 'out'] as const) if (raw[key]?.length === 0) object(reader, [...path, key], { code: 'empty-list' });
}

/** What changes nothing is an error: a law of how nobody comes, flows of nobody. */
function refuseNothing(raw: Raw, { guests, leavers }: Crossing, { reader }: Ground): void {
  const isNobody = guests.every(({ perYear }) => perYear === 0);
  if (isNobody && leavers.every(({ share }) => share === 0)) object(reader, ['boundary'], { code: 'boundary-of-nothing' }, 'key');
  else if (isNobody && raw.law !== undefined) object(reader, ['boundary', 'law'], { code: 'law-of-nobody', found: raw.law }, 'key');
}

function layInward(rows: Raw['in'] = [], ground: Ground): Crossing['guests'] {
  return rows.map((row, i): Guests['perYear'][number] & { readonly pathway: string } => {
    const { region, pathway } = row;
    judgeRow(rows, i, ['boundary', 'in'], ground);
    return { region, pathway, from: row.from ?? 0, perYear: row['per-year'].value, rows: [row['per-year']] };
  });
}

function layOutward(rows: Raw['out'] = [], ground: Ground): readonly Leavers[] {
  return rows.map(({ region, pathway, from: since, share }, i) => {
    const path = ['boundary', 'out', i];
    judgeRow(rows, i, ['boundary', 'out'], ground);
    if (ground.sought.size > 0 && ground.pathways.some(({ id }) => id === pathway) && !ground.sought.has(pathway)) object(ground.reader, [...path, 'pathway'], { code: 'out-of-nobody', found: pathway });
    return { region, pathway, from: since ?? 0, share: share.value, rows: [chance(ground.reader, share, [...path, 'share'])] };
  });
}

type Dated = { readonly region: string; readonly pathway: string; readonly from?: number | undefined };

/** A stated row is of a region and a pathway of the scenario, within the run, and said once. */
function judgeRow(rows: readonly Dated[], i: number, path: Path, { regions, pathways, time, reader }: Ground): void {
  const row = rows[i]!;
  known(reader, 'region', row.region, regions.ids, [...path, i, 'region']);
  known(reader, 'pathway', row.pathway, pathways.map(({ id }) => id), [...path, i, 'pathway']);
  const ends = { from: showMonth(time.from), to: showMonth(time.to) };
  if (row.from !== undefined && time.to > time.from && row.from > time.to) object(reader, [...path, i, 'from'], { code: 'outside-run', found: showMonth(row.from), values: ends });
  const first = rows.findIndex((other) => other.region === row.region && other.pathway === row.pathway && other.from === row.from);
  if (first < i) object(reader, [...path, i], { code: 'said-twice-at', found: `${row.region}, ${row.pathway}`, values: { line: reader.at([...path, first]).line } });
}

/** Whether doctors of its streams seek outside the scenario's regions, or flows across its border are stated: then it is a part of the country (MODEL 5.4). */
export function coversPart({ streams, regions, boundary: stated }: Scenario): boolean {
  return stated !== null || streams.some((stream) => stream.home.some((home) => !regions.some((one) => one.id === home.region)));
}
