import { fail, succeed, type Issue, type Path, type Raw, type Result, type Table } from '../base/index.js';
import { object, readDocument, resolve, toIssue, type Judged, type Reader, type Scenario } from '../model/index.js';
import { layTogether, nameExtender, readLayers, unread, type Desk, type Layer } from './layers.js';
import { LIMITS, type Limits } from './limits.js';
import type { Source } from './source.js';
import { readTable } from './table.js';
import type { Tree } from './tree.js';

/** A file that a scenario was read from, for the manifest. */
export interface Input {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly rows?: number;
}

/** A scenario with what it was read from: its files, the outermost first, and all of them as one. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly inputs: readonly Input[];
  readonly layers: readonly Layer[];
  readonly tree: Tree;
  /** The data files by their paths; those that could not be read are absent. */
  readonly tables: ReadonlyMap<string, Table | undefined>;
}

/** Reads a scenario, what it extends and all their data; when anything is wrong, everything that is wrong, in file order. Warnings come with the value. */
export function readScenario(source: Source, file: string, limits: Limits = LIMITS): Result<ReadScenario> {
  const inputs: Input[] = [];
  const { layers, issues: found, isBroken } = readLayers({ source, file, limits, inputs });
  const told = (issues: readonly Issue[]): readonly Issue[] => inOrder(issues.map((issue) => nameExtender(issue, layers)), [file, ...inputs.map((input) => input.path)]);
  if (layers.length === 0) return fail(told(found));
  const { tree, warnings } = layTogether(layers);
  const judged = readDocument(tree.raw, { parser: source.parser, limits });
  const complaints = judged.complaints.map(({ path, part, fault }) => toIssue(tree.locate(path, part, fault.inside), fault)).filter(({ code }) => !isBroken || code !== 'missing-key');
  // What YAML itself makes doubtful, or a base that is not there, may hide names: the fields are judged then, but no reference is followed.
  if (found.length > 0 || isBroken) {
    const doubted = new Set(found.map(({ where }) => `${where.file} ${where.path}`));
    return fail(told([...found, ...complaints.filter(({ where }) => !doubted.has(`${where.file} ${where.path}`))]));
  }
  const tables = new Map<string, Table | undefined>();
  const reader = makeReader(judged, tables, tree.locate, [...warnings, ...complaints], layers.map((layer) => layer.file), { source, file, limits, inputs });
  const scenario = resolve(judged, reader);
  const issues = told(reader.issues);
  return scenario ? succeed({ scenario, inputs, layers, tree, tables }, issues) : fail(issues);
}

/** The same scenario with only some of its changes, by their places in the list of all; data that have been read are not read again. */
export function keepChanges({ tree, layers, tables, inputs }: ReadScenario, kept: readonly number[], source: Source, limits: Limits = LIMITS): Result<Scenario> {
  const { changes, ...rest } = tree.raw as Readonly<Record<string, Raw>>;
  const own = kept.map((i) => (changes as readonly Raw[])[i]!);
  const raw = Object.assign(Object.create(null) as Record<string, Raw>, rest, own.length === 0 ? {} : { changes: own });
  const locate: Tree['locate'] = (path, part, inside) => tree.locate(path[0] === 'changes' && typeof path[1] === 'number' ? ['changes', kept[path[1]] ?? 0, ...path.slice(2)] : path, part, inside);
  const judged = readDocument(raw, { parser: source.parser, limits });
  const complaints = judged.complaints.map(({ path, part, fault }) => toIssue(locate(path, part, fault.inside), fault));
  const reader = makeReader(judged, new Map(tables), locate, complaints, layers.map((layer) => layer.file), { source, file: layers[0]!.file, limits, inputs: [...inputs] });
  const scenario = resolve(judged, reader);
  const issues = inOrder(reader.issues, inputs.map(({ path }) => path));
  return scenario ? succeed(scenario, issues) : fail(issues);
}

function makeReader({ parts, lost }: Judged, tables: Map<string, Table | undefined>, locate: Tree['locate'], complaints: readonly Issue[], layers: readonly string[], desk: Desk): Reader {
  const issues: Issue[] = [...complaints];
  const reader: Reader = {
    file: desk.file,
    layers,
    // A time that cannot be read is taken for the finer one, in which whole steps of both are whole.
    halvesPerStep: parts.time && parts.time.step !== 'half-month' ? 2 : 1,
    at: locate,
    issues,
    table: (path, at) => {
      // Without its notes on files a scenario does not tell how they are to be read.
      if (lost.has('files')) return undefined;
      if (!tables.has(path)) tables.set(path, openTable(path, at, parts, reader, desk));
      return tables.get(path);
    },
  };
  for (const name of complaints.some(({ severity }) => severity === 'error') ? [] : Object.keys(parts.files ?? {})) if (!mentions(parts, name)) object(reader, ['files', name], { code: 'file-never-read', found: name }, 'key');
  return reader;
}

/** Whether a scenario names a data file anywhere but among the notes on files. */
function mentions(parts: Judged['parts'], name: string): boolean {
  return JSON.stringify({ ...parts, files: undefined }).includes(JSON.stringify(name));
}

function openTable(path: string, at: Path, parts: Judged['parts'], reader: Reader, desk: Desk): Table | undefined {
  if (desk.inputs.length - reader.layers.length >= desk.limits.dataFiles) {
    object(reader, at, { code: 'too-many-files', found: path, values: { max: desk.limits.dataFiles, limit: 'data-files' } });
    return undefined;
  }
  if (path.includes('\\')) {
    object(reader, at, { code: 'backslash', found: path, values: { write: path.replaceAll('\\', '/') } });
    return undefined;
  }
  const read = desk.source.read(path, 'data', desk.limits.dataBytes);
  if ('error' in read) {
    object(reader, at, { found: path, ...unread(read.error, desk.limits.dataBytes, 'data-bytes') });
    return undefined;
  }
  const note = parts.files && Object.hasOwn(parts.files, path) ? parts.files[path] : undefined;
  const table = readTable(read.bytes, path, note);
  const place = reader.at(at);
  for (const issue of table.issues) reader.issues.push({ ...issue, values: { ...issue.values, by: `${place.file}:${place.line}` } });
  const shape = table.ok ? { encoding: table.value.read.encoding, delimiter: table.value.read.delimiter, decimalMark: table.value.read.decimalMark, rows: table.value.rows.length } : { encoding: '' };
  desk.inputs.push({ path, bytes: read.bytes.length, sha256: read.sha256, ...shape });
  return table.ok ? table.value : undefined;
}

/** Issues in file order: the scenario first, then its data in the order read; by line and column in each. */
function inOrder(issues: readonly Issue[], files: readonly string[]): readonly Issue[] {
  const order = new Map(files.map((file, i) => [file, i]));
  const rank = (issue: Issue): number => order.get(issue.where.file) ?? files.length;
  return [...issues].sort((a, b) => rank(a) - rank(b) || a.where.line - b.where.line || a.where.column - b.where.column);
}
