import { formOf, showMonth, showPath, type Path, type Quality, type Raw, type RawMap, type Written } from '../base/index.js';
import type { ReadScenario } from '../input/index.js';
import { roomOf } from '../model/index.js';
import type { Changed, PoolRow, Scenario, Sourced } from '../model/index.js';

/** One value that a run uses: of what, what it is, the line that sets it, what stands behind it, and what it was before each layer or change that set it anew. */
export interface ResolvedValue {
  readonly group: string;
  readonly of: string;
  readonly value: string;
  /** FILE:LINE; empty where nothing is said and the usual holds. */
  readonly at: string;
  readonly quality?: Quality;
  readonly source?: string;
  readonly asOf?: string;
  readonly low?: number;
  readonly high?: number;
  /** The values before this one, the first one first, each with its line. */
  readonly was: readonly { readonly value: string; readonly at: string }[];
}

/** Every value that a run of the scenario uses, group by group in the order of the scenario. */
export function listResolved(read: ReadScenario): readonly ResolvedValue[] {
  const lines = linesOf(read);
  const figures = figuresIn(read.scenario).map((figure) => resolveFigure(figure, read, lines));
  const shown = new Set(figuresIn(read.scenario).map(({ figure }) => figure.cell));
  return [...settingsIn(read, lines, shown), ...figures, ...changesIn(read.scenario, lines)];
}

const SAID_OF_THE_SCENARIO = ['extends', 'name', 'title', 'about', 'assumptions', 'blocks', 'changes', 'compare'];
const CARD = ['sv', 'en', 'title', 'quality', 'source', 'low', 'high', 'need'];

/** What the layers say that is no figure with a source: as written, with what each layer under it says. */
function settingsIn({ tree, layers }: ReadScenario, lines: ReadonlyMap<string, string>, shown: ReadonlySet<string>): readonly ResolvedValue[] {
  return textsIn(tree.raw).flatMap(({ path, text }) => {
    if (SAID_OF_THE_SCENARIO.includes(String(path[0])) || path.some((step) => CARD.includes(String(step))) || shown.has(text.at)) return [];
    const said = layers.flatMap((layer) => textAt(layer.tree.raw, path) ?? []);
    const under = said.slice(said.findIndex((one) => one.at === text.at) + 1).reverse();
    const was = under.filter((one) => one.text !== text.text).map((one) => ({ value: one.text, at: lines.get(one.at) ?? '' }));
    return [{ group: String(path[0]), of: showPath(path), value: text.text, at: lines.get(text.at) ?? '', was }];
  });
}

interface Figure {
  readonly figure: Sourced;
  readonly group: string;
  readonly of: readonly string[];
  readonly row: object;
}

/** What a run does not read, and what changes have added, which is told of with what it was added to. */
const NOT_OF_THE_RUN = ['compare', 'checks', 'known', 'changes', 'need', 'added'];

/** Every figure with a source in the scenario, with the names of what it is of. */
function figuresIn(scenario: Scenario): readonly Figure[] {
  return Object.entries(scenario).flatMap(([key, part]) => walk(part, kebab(key), [], {}));
}

function walk(part: unknown, group: string, of: readonly string[], row: object): readonly Figure[] {
  if (typeof part !== 'object' || part === null || NOT_OF_THE_RUN.includes(group)) return [];
  if (isFigure(part)) return [{ figure: part, group, of, row }];
  if (Array.isArray(part)) return part.flatMap((one: unknown) => walk(one, group, of, row));
  const names = Object.entries(part).flatMap(([key, value]) => nameOf(key, value as unknown));
  return Object.entries(part).flatMap(([key, value]) => (NOT_OF_THE_RUN.includes(key) ? [] : walk(value, group, [...of, ...names, ...(isPlain(key, value) ? [] : [kebab(key)])], part)));
}

const isFigure = (part: object): part is Sourced => 'value' in part && 'quality' in part && 'cell' in part;
const kebab = (key: string): string => key.replaceAll(/[A-Z]/g, (mark) => `-${mark.toLowerCase()}`);

/** What is counted in a row needs no word: positions are a number, slots are places. */
const isPlain = (key: string, value: unknown): boolean => typeof value !== 'object' || ['places', 'number', 'value', 'rows'].includes(key);

const NAMED = ['id', 'home', 'host', 'region', 'block', 'pathway', 'university', 'variant', 'stream'];

function nameOf(key: string, value: unknown): readonly string[] {
  if (NAMED.includes(key) && typeof value === 'string') return value === '' ? [] : [value];
  if (['regions', 'pathways'].includes(key) && Array.isArray(value) && value.every((one) => typeof one === 'string')) return [value.join(', ')];
  if (typeof value !== 'number') return [];
  if (key === 'from' || (key === 'month' && value > 12)) return value > 12 ? [showMonth(value)] : [];
  if (key === 'term') return [`${Math.floor(value / 2)}-${value % 2 === 0 ? 'VT' : 'HT'}`];
  return ['year', 'month', 'termsLate', 'waited', 'left', 'attempt', 'numerator', 'denominator'].includes(key) ? [key === 'year' ? String(value) : `${kebab(key)} ${value}`] : [];
}

function resolveFigure({ figure, group, of, row }: Figure, { scenario, tables }: ReadScenario, lines: ReadonlyMap<string, string>): ResolvedValue {
  const at = (cell: string): string => lines.get(cell) ?? cell;
  const { quality, low, high, cell } = figure;
  const source = [figure, ...addedTo(row)].map((one) => one.source).filter((one) => one !== '').join(' + ');
  const card = cell === '' ? {} : { quality, source, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  const asOf = asOfCell(cell, tables);
  const chain = scenario.changes.filter((change) => concerns(change, group, row, scenario));
  const was = chain.map((change) => ({ value: show(change.before), at: at(change.stood) }));
  const value = 'places' in row && row.places === figure ? show(room(row as PoolRow, group, scenario)) : show(figure.value);
  // The headroom of the scenario is the last to have a say in what a file says.
  const isRaised = was.length === 0 && value !== show(figure.value);
  const before = isRaised ? [{ value: show(figure.value), at: at(cell) }] : was;
  return { group, of: of.join(' '), value, at: at(isRaised ? scenario.headroom.cell : (chain.at(-1)?.cell ?? cell)), ...card, ...(asOf === undefined ? {} : { asOf }), was: before };
}

/** What every change has done, cell by cell: what it was and what it is. */
function changesIn({ changes, time }: Scenario, lines: ReadonlyMap<string, string>): readonly ResolvedValue[] {
  const at = (cell: string): string => lines.get(cell) ?? cell;
  return changes.map(({ quantity, of, from, until, before, after, stood, cell, name }) => {
    const dates = from === 0 && until === null ? [] : [`${from === 0 ? '' : showMonth(from)}–${until === null ? '' : showMonth(until - 1)}`];
    return { group: 'changes', of: [...(name === undefined ? [] : [`${name}:`]), quantity, ...Object.values(of), ...(quantity === 'length' ? [`(${time.step})`] : dates)].join(' '), value: show(after), at: at(cell), was: [{ value: show(before), at: at(stood) }] };
  });
}

const addedTo = (row: object): readonly Sourced[] => ('added' in row ? (row.added as readonly Sourced[]) : []);

const show = (value: number | null): string => (value === null ? 'unlimited' : String(Number(value.toPrecision(12))));

/** Places as the run begins with them: with headroom, and with what changes have added. */
function room(row: PoolRow, group: string, scenario: Scenario): number | null {
  const units = roomOf(row, scenario.headroom.value, group === 'slots');
  return units === null ? null : units / 60;
}

/** Whether a change made a row's value what it is: the same cell, at the time from which the row holds. */
function concerns({ quantity, of, from, until }: Changed, group: string, row: object, { time }: Scenario): boolean {
  const names = row as Readonly<Record<string, unknown>>;
  const first = typeof names['year'] === 'number' ? 12 * names['year'] : Number(names['month'] ?? names['from'] ?? 0);
  const date = Math.max(first, Math.min(time.from, from));
  return quantity === group && Object.entries(of).every(([key, name]) => names[key] === name) && from <= date && (until === null || date < until);
}

/** The line of every text of the scenario's own files, by the field that it stands in. */
function linesOf({ layers }: ReadScenario): ReadonlyMap<string, string> {
  return new Map(layers.flatMap(({ tree }) => textsIn(tree.raw).map(({ path, text }) => {
    const { file, line } = tree.locate(path);
    return [text.at, `${file}:${line}`] as const;
  })));
}

function textsIn(raw: Raw, path: Path = []): readonly { readonly path: Path; readonly text: Written }[] {
  if (formOf(raw) === 'text') return [{ path, text: raw as Written }];
  if (formOf(raw) === 'list') return (raw as readonly Raw[]).flatMap((item, i) => textsIn(item, [...path, i]));
  return Object.entries(raw as RawMap).flatMap(([key, value]) => textsIn(value, [...path, key]));
}

function textAt(raw: Raw | undefined, path: Path): Written | undefined {
  const [step, ...rest] = path;
  if (raw === undefined) return undefined;
  if (step === undefined) return formOf(raw) === 'text' ? (raw as Written) : undefined;
  return formOf(raw) === 'text' ? undefined : textAt((raw as Readonly<Record<string, Raw>>)[String(step)], rest);
}

/** When a figure of a data file held, as its row says. */
function asOfCell(cell: string, tables: ReadScenario['tables']): string | undefined {
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(cell) ?? [];
  const table = tables.get(file);
  const row = table?.lines.indexOf(Number(line)) ?? -1;
  return row < 0 ? undefined : table!.rows[row]![table!.columns.indexOf('as_of')];
}
