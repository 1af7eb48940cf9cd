import { fail, formOf, succeed, type Issue, type Place, type RawMap, type Result, type Written } from '../base/index.js';
import { readName, toIssue, type Fault } from '../model/index.js';
import { compose } from './compose.js';
import { decode } from './decode.js';
import type { Limits } from './limits.js';
import { mergeTrees, warnOfEchoes } from './merge.js';
import type { Input } from './read-scenario.js';
import type { Source, SourceError } from './source.js';
import { growTree, type Tree } from './tree.js';

/** What files are read with, and the list of those read. */
export interface Desk {
  readonly source: Source;
  readonly file: string;
  readonly limits: Limits;
  readonly inputs: Input[];
}

/** One file of a scenario; `by` is the line that extends it, which the first has none of. */
export interface Layer {
  readonly file: string;
  readonly tree: Tree;
  readonly by?: string;
}

/** A scenario file over its base, over that one's base …: the outermost first. */
export interface Layers {
  readonly layers: readonly Layer[];
  readonly issues: readonly Issue[];
  /** A base could not be read: nothing may be concluded from what is absent. */
  readonly isBroken: boolean;
}

interface File {
  readonly text: string;
  readonly tree: Tree;
  readonly issues: readonly Issue[];
}

/** Reads a scenario file and all that it extends. */
export function readLayers(desk: Desk): Layers {
  const first = readFile(desk, desk.file, { file: desk.file, line: 1, column: 1, path: '' }, 'scenario');
  if (!first.ok) return { layers: [], issues: first.issues, isBroken: true };
  const layers: Layer[] = [{ file: desk.file, tree: first.value.tree }];
  const texts = [first.value.text];
  const issues: Issue[] = [...first.value.issues];
  for (let last = layers[0]!; ; last = layers.at(-1)!) {
    const base = baseOf(last.tree);
    if (base === undefined) return { layers, issues, isBroken: false };
    const at = last.tree.locate(['extends']);
    if (base === UNSOUND) return { layers, issues, isBroken: true };
    const next = readBase(desk, base, at, layers, texts);
    const by = `${at.file}:${at.line}`;
    issues.push(...next.issues.map((issue) => nameExtender(issue, [{ file: base, by }])));
    if (!next.ok) return { layers, issues, isBroken: true };
    issues.push(...next.value.issues);
    layers.push({ file: base, tree: next.value.tree, by });
    texts.push(next.value.text);
  }
}

/** All layers as one scenario. */
export function layTogether(layers: readonly Layer[]): { readonly tree: Tree; readonly warnings: readonly Issue[] } {
  const warnings: Issue[] = [];
  const tree = layers.map((layer) => layer.tree).reduceRight((base, over) => (warnings.push(...warnOfEchoes(over, base)), mergeTrees(over, base)));
  return { tree, warnings };
}

/** What is wrong in a base is told of with the line that extends it. */
export function nameExtender(issue: Issue, layers: readonly Pick<Layer, 'file' | 'by'>[]): Issue {
  const by = layers.find((layer) => layer.by !== undefined && layer.file === issue.where.file)?.by;
  return by === undefined ? issue : { ...issue, values: { ...issue.values, by } };
}

const UNSOUND = Symbol('unsound');

/** The path of the base that a file names; unsound when what it names cannot be one, which the judge of the fields tells. */
function baseOf(tree: Tree): string | typeof UNSOUND | undefined {
  const raw = (tree.raw as RawMap)['extends'];
  if (raw === undefined) return undefined;
  const reading = formOf(raw) === 'text' ? readName((raw as Written).text) : undefined;
  return reading !== undefined && 'value' in reading ? reading.value : UNSOUND;
}

function readBase(desk: Desk, path: string, at: Place, layers: readonly Layer[], texts: readonly string[]): Result<File> {
  const refuse = (fault: Fault): Result<File> => fail([toIssue(at, { found: path, ...fault })]);
  if (path.includes('\\')) return refuse({ code: 'backslash', values: { write: path.replaceAll('\\', '/') } });
  if (layers.length > desk.limits.extends) return refuse({ code: 'too-many-layers', values: { max: desk.limits.extends, limit: 'extends' } });
  const read = readFile(desk, path, at, 'base');
  if (!read.ok) return read;
  if (texts.includes(read.value.text)) return refuse({ code: 'extends-itself', values: { chain: [...layers.map(({ file }) => file), path].join(' → ') } });
  const included = desk.inputs.slice(1).reduce((sum, { bytes }) => sum + bytes, 0);
  if (included > desk.limits.includedBytes) return refuse({ code: 'bases-too-large', values: { max: showBytes(desk.limits.includedBytes), limit: 'included-bytes' } });
  return read;
}

function readFile(desk: Desk, file: string, at: Place, kind: 'scenario' | 'base'): Result<File> {
  const { source, limits, inputs } = desk;
  const read = source.read(file, kind, limits.scenarioBytes);
  if ('error' in read) return fail([toIssue(at, { found: file, ...unread(read.error, limits.scenarioBytes, 'scenario-bytes'), ...(kind === 'base' && read.error === 'missing' ? elsewhere(desk, file) : {}) })]);
  const decoded = decode(read.bytes, file);
  if ('issue' in decoded) return fail([decoded.issue]);
  inputs.push({ path: file, bytes: read.bytes.length, sha256: read.sha256, encoding: decoded.hadMark ? 'utf-8 with BOM' : 'utf-8' });
  const composed = compose(decoded.text, file, limits);
  if ('issues' in composed) return fail(composed.issues);
  const grown = growTree(composed.composed, limits);
  return 'tree' in grown ? succeed({ text: decoded.text, tree: grown.tree, issues: grown.issues }) : fail(grown.issues);
}

/** A base named as if from the folder of scenarios, where it is. */
function elsewhere({ source, limits }: Desk, file: string): Pick<Fault, 'nearest'> {
  const nearest = `scenarios/${file}`;
  return 'bytes' in source.read(nearest, 'base', limits.scenarioBytes) ? { nearest } : {};
}

const MEBIBYTE = 1_048_576;
const showBytes = (bytes: number): string => (bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} byte`);

/** Why a file was not read. */
export function unread(error: SourceError, bytes: number, limit: string): Fault {
  return error === 'too-large' ? { code: 'file-too-large', values: { max: showBytes(bytes), limit } } : { code: `file-${error}` };
}
