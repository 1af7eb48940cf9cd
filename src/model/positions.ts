import type * as z from 'zod';
import { formOf, showMonth, type Path, type Written } from '../base/index.js';
import { isWord } from './calculated.js';
import { byForm, either, keyed, listed, mapping, name, number, says, word } from './fields.js';
import { month } from './dates.js';
import { figure } from './figures.js';
import { decide, layDecisions } from './decide.js';
import { needsPositions } from './integrated.js';
import { isLimitedIn, layOffers, offers } from './offers.js';
import { known, object, someOf, strange, type Reader } from './reader.js';
import { strangeRegion, type Regions } from './regions.js';
import { readRows, YEAR, type Row } from './rows.js';
import type { Pathway, PositionRow, Scenario } from './scenario.js';
import { scenarioNames } from './titles.js';

const COUNT = { whole: true, min: 0, max: 1_000_000 } as const;
const entry = () => mapping({ year: number(YEAR).optional(), intake: month().optional(), number: figure(COUNT) });
const cell = () =>
  either(
    (raw) => (formOf(raw) === 'text' ? (isWord(raw as Written) ? 'word' : 'figure') : formOf(raw) === 'map' ? 'figure' : byForm(raw)),
    { figure: figure(COUNT), word: word(['unlimited']), list: listed(entry()) },
    { sv: 'ett tal per år, unlimited eller en lista av { year, number } och { intake, number }', en: 'a number a year, unlimited or a list of { year, number } and { intake, number }' },
  );

/** Positions opened, by region and pathway (MODEL 1): a file, own numbers beside or instead of it, or unlimited. */
export const positions = () =>
  either(
    byForm,
    { text: word(['unlimited']), map: mapping({ from: name(says('data file: region, pathway, year', 'datafil: region, pathway, year')).optional(), 'by-region': keyed(keyed(cell())).optional(), ...offers(), decide: decide().optional() }) },
    { sv: 'unlimited eller { from, by-region, … }', en: 'unlimited or { from, by-region, … }' },
  ).meta(says('positions opened', 'tjänster som öppnas'));

type Cell = z.output<ReturnType<typeof cell>>;
/** `comes`: the month in which the first doctor of each pathway comes. */
type Ground = { readonly regions: Regions; readonly pathways: readonly Pathway[]; readonly comes: ReadonlyMap<string, number>; readonly time: Scenario['time']; readonly reader: Reader };

/** Settles the positions: own numbers replace the file's for the same region, pathway and year. */
export function layPositions(raw: z.output<ReturnType<typeof positions>>, ground: Ground): readonly PositionRow[] | null {
  if (raw === 'unlimited') return null;
  if (raw.from === undefined && raw['by-region'] === undefined) object(ground.reader, ['positions'], { code: 'from-or-by-region' }, 'key');
  const filed = raw.from === undefined ? [] : positionsFromFile(raw.from, ground);
  const stated = raw['by-region'] === undefined ? [] : positionsByRegion(raw['by-region'], ground);
  const replaced = (row: PositionRow): boolean =>
    stated.some((own) => own.region === row.region && own.pathway === row.pathway && (own.number === null || yearOf(own) === row.year));
  const kept = (filed ?? []).filter((row) => !replaced(row));
  if (filed) refuseMissingYears(stated, kept, ground);
  return [...kept, ...stated];
}

/** Settles what becomes of the positions between offer and start, and the rules that they follow. */
export function layRecruitment(raw: z.output<ReturnType<typeof positions>> | undefined, rows: readonly PositionRow[] | null, ground: Ground): Pick<Scenario, 'offers' | 'decisions'> {
  if (raw === undefined || raw === 'unlimited') return { offers: [], decisions: [] };
  const isLimited = isLimitedIn(rows);
  return { offers: layOffers(raw, isLimited, ground), decisions: layDecisions(raw.decide, { ...ground, isLimited }) };
}

/** Warns of positions that are not there when somebody comes for them. */
export function warnOfFew(rows: readonly PositionRow[] | null, ground: Ground): void {
  if (rows === null || ground.reader.issues.some((issue) => issue.severity === 'error')) return;
  warnOfNone(rows, ground);
  warnOfLate(rows, ground);
}

const yearOf = (row: PositionRow): number | undefined => row.year ?? (row.month === undefined ? undefined : Math.floor(row.month / 12));

function warnOfNone(rows: readonly PositionRow[], { regions, pathways, reader }: Ground): void {
  for (const pathway of pathways) {
    const none = regions.ids.filter((region) => needsPositions(pathway, region) && !rows.some((row) => row.region === region && row.pathway === pathway.id));
    if (none.length > 0) object(reader, ['positions'], { code: 'no-positions', values: { pathway: pathway.id, regions: none.join(', ') } }, 'key', 'warning');
  }
}

/** Before the first year of a series there are no positions: legal, but suspect when doctors come earlier. */
function warnOfLate(rows: readonly PositionRow[], { regions, pathways, comes, time, reader }: Ground): void {
  for (const { id } of pathways) {
    const begins = Math.max(time.from, comes.get(id) ?? Infinity);
    const firsts = regions.ids.flatMap((region) => {
      const own = rows.filter((row) => row.region === region && row.pathway === id);
      const first = Math.min(...own.map((row) => (row.number === null ? -Infinity : (yearOf(row) ?? 0))));
      return own.length > 0 && first > Math.floor(begins / 12) ? [{ region, first }] : [];
    });
    const first = Math.min(...firsts.map((one) => one.first));
    if (firsts.length > 0) object(reader, ['positions'], { code: 'positions-late', values: { pathway: id, first: String(first), begins: showMonth(begins), regions: someOf(firsts.map(({ region }) => region)) } }, 'key', 'warning');
  }
}

/** Positions by a file; nothing where it could not be read, which is told of. */
function positionsFromFile(file: string, { regions, pathways, time, reader }: Ground): readonly PositionRow[] | undefined {
  const path = ['positions', 'from'];
  const sheet = readRows(reader, file, path, { keys: { region: 'name', pathway: 'name', year: YEAR }, value: COUNT, names: { region: strangeRegion(regions), pathway: strange('pathway', pathways.map(({ id }) => id)) } });
  if (!sheet) return undefined;
  const series = new Map<string, Row[]>();
  const rows = sheet.rows.flatMap((row) => {
    const [region, pathway] = [row.name('region'), row.name('pathway')];
    if (!regions.ids.includes(region)) return [];
    const key = `${region}, ${pathway}`;
    series.set(key, [...(series.get(key) ?? []), row]);
    return [{ region, pathway, year: row.number('year'), number: row.value }];
  });
  for (const [key, list] of series) refuseGaps(key, list, Math.floor(time.to / 12));
  return rows;
}

/** A yearly series must not leave a year out, nor end before the run does: a year that is not there is not a year of none. */
function refuseGaps(key: string, rows: readonly Row[], lastYear: number): void {
  const sorted = [...rows].sort((a, b) => a.number('year') - b.number('year'));
  sorted.forEach((row, i) => {
    const year = row.number('year');
    const next = sorted[i + 1]?.number('year') ?? Math.max(lastYear + 1, year + 1);
    if (next <= year + 1) return;
    const missing = Array.from({ length: next - year - 1 }, (_, j) => year + 1 + j);
    (sorted[i + 1] ?? row).complain('year', { code: i + 1 < sorted.length ? 'missing-years' : 'series-ends', values: { years: missing.join(', '), of: key } });
  });
}

function positionsByRegion(raw: Readonly<Record<string, Readonly<Record<string, Cell>>>>, ground: Ground): readonly PositionRow[] {
  const { regions, pathways, reader } = ground;
  const path = ['positions', 'by-region'];
  return scenarioNames(reader, raw, path).flatMap(([region, cells]) => {
    known(reader, 'region', region, regions.everywhere, [...path, region], 'key');
    return scenarioNames(reader, cells, [...path, region]).flatMap(([pathway, given]) => {
      const at = [...path, region, pathway];
      known(reader, 'pathway', pathway, pathways.map((one) => one.id), at, 'key');
      return regions.ids.includes(region) ? rowsOfCell(region, pathway, given, at, ground) : [];
    });
  });
}

function rowsOfCell(region: string, pathway: string, given: Cell, path: Path, ground: Ground): readonly PositionRow[] {
  if (given === 'unlimited') return [{ region, pathway, number: null }];
  const { time, reader } = ground;
  if (!Array.isArray(given)) return years(time).map((year) => ({ region, pathway, year, number: given }));
  if (given.length === 0) object(reader, path, { code: 'empty-list' });
  const seen = new Map<string, number>();
  return given.map((one, i): PositionRow => {
    if ((one.year === undefined) === (one.intake === undefined)) object(reader, [...path, i], { code: 'year-or-intake' });
    const key = one.year === undefined ? showMonth(one.intake ?? 0) : String(one.year);
    const first = seen.get(key) ?? i;
    seen.set(key, first);
    if (first < i) object(reader, [...path, i], { code: 'said-twice-at', found: key, values: { line: reader.at([...path, first]).line } });
    refuseOutside(one.year ?? Math.floor((one.intake ?? 0) / 12), key, [...path, i], ground);
    if (one.year !== undefined) return { region, pathway, year: one.year, number: one.number };
    const whole = given.findIndex((other) => other.year === Math.floor((one.intake ?? 0) / 12));
    if (whole >= 0) object(reader, [...path, i, 'intake'], { code: 'intake-in-year', found: key, values: { line: reader.at([...path, whole]).line } });
    refuseOtherMonths(region, pathway, one.intake ?? 0, [...path, i, 'intake'], ground);
    return { region, pathway, month: one.intake ?? 0, number: one.number };
  });
}

/** A number for a year that the run does not reach would change nothing, without a word. */
function refuseOutside(year: number, found: string, path: Path, { time, reader }: Ground): void {
  const [from, to] = [Math.floor(time.from / 12), Math.floor(time.to / 12)];
  if (year < from || year > to) object(reader, path, { code: 'outside-run', found, values: { from: String(from), to: String(to) } });
}

/** Own numbers by year must, with the file's, reach to the run's last year: a year that is not there is not a year of none. */
function refuseMissingYears(stated: readonly PositionRow[], kept: readonly PositionRow[], { time, reader }: Ground): void {
  for (const own of stated) {
    const same = [...kept, ...stated].filter((row) => row.region === own.region && row.pathway === own.pathway);
    if (stated.find((row) => row.region === own.region && row.pathway === own.pathway) !== own || same.some((row) => row.number === null || row.month !== undefined)) continue;
    const known = same.map((row) => row.year ?? 0);
    const missing = years(time).filter((year) => year > Math.min(...known) && !known.includes(year));
    if (missing.length > 0) object(reader, ['positions', 'by-region', own.region, own.pathway], { code: 'missing-years', values: { years: missing.join(', '), of: `${own.region}, ${own.pathway}` } });
  }
}

function refuseOtherMonths(region: string, pathway: string, at: number, path: Path, { pathways, reader }: Ground): void {
  const intakes = pathways.find((one) => one.id === pathway)?.intakes;
  if (!intakes || intakes.everyStep) return;
  const months = intakes.byRegion.find((row) => row.region === region)?.months ?? intakes.months;
  if (!months.includes((at % 12) + 1)) object(reader, path, { code: 'no-intake-then', found: showMonth(at), values: { allowed: months.join(', ') } });
}

const years = (time: Scenario['time']): readonly number[] => {
  const first = Math.floor(time.from / 12);
  return Array.from({ length: Math.floor(time.to / 12) - first + 1 }, (_, i) => first + i);
};
