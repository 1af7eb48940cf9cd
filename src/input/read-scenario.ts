import { fail, succeed, type Issue, type Path, type Place, type Result, type Table } from '../base/index.js';
import { object, readDocument, resolve, toIssue, type Fault, type Judged, type Reader, type Scenario } from '../model/index.js';
import { compose } from './compose.js';
import { decode } from './decode.js';
import { LIMITS, type Limits } from './limits.js';
import type { Source, SourceError } from './source.js';
import { readTable } from './table.js';
import { growTree, type Tree } from './tree.js';

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

/** A scenario with what it was read from, and the place of every field in it. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly inputs: readonly Input[];
  readonly locate: (path: Path) => Place;
}

/** Reads a scenario and all its data; when anything is wrong, everything that is wrong, in file order. Warnings come with the value. */
export function readScenario(source: Source, file: string, limits: Limits = LIMITS): Result<ReadScenario> {
  const inputs: Input[] = [];
  const tree = readTree(source, file, limits, inputs);
  if (!tree.ok) return tree;
  const { raw, locate } = tree.value;
  const judged = readDocument(raw, { parser: source.parser, limits });
  const complaints = judged.complaints.map(({ path, part, fault }) => toIssue(locate(path, part, fault.inside), fault));
  // What YAML itself makes doubtful may hide names: the fields are judged then, but no reference is followed.
  if (tree.issues.length > 0) {
    const doubted = new Set(tree.issues.map((issue) => issue.where.path));
    return fail(inOrder([...tree.issues, ...complaints.filter((issue) => !doubted.has(issue.where.path))], [file]));
  }
  const reader = makeReader(judged, locate, complaints, { source, file, limits, inputs });
  const scenario = resolve(judged, reader);
  const issues = inOrder(reader.issues, inputs.map((input) => input.path));
  return scenario ? succeed({ scenario, inputs, locate }, issues) : fail(issues);
}

interface Desk {
  readonly source: Source;
  readonly file: string;
  readonly limits: Limits;
  readonly inputs: Input[];
}

function readTree(source: Source, file: string, limits: Limits, inputs: Input[]): Result<Tree> {
  const top: Place = { file, line: 1, column: 1, path: '' };
  const read = source.read(file, 'scenario', limits.scenarioBytes);
  if ('error' in read) return fail([toIssue(top, { found: file, ...unread(read.error, limits.scenarioBytes, 'scenario-bytes') })]);
  const decoded = decode(read.bytes, file);
  if ('issue' in decoded) return fail([decoded.issue]);
  inputs.push({ path: file, bytes: read.bytes.length, sha256: read.sha256, encoding: decoded.hadMark ? 'utf-8 with BOM' : 'utf-8' });
  const composed = compose(decoded.text, file, limits);
  if ('issues' in composed) return fail(inOrder(composed.issues, [file]));
  const grown = growTree(composed.composed, limits);
  return 'tree' in grown ? succeed(grown.tree, grown.issues) : fail(inOrder(grown.issues, [file]));
}

const MEBIBYTE = 1_048_576;

function unread(error: SourceError, bytes: number, limit: string): Fault {
  if (error !== 'too-large') return { code: `file-${error}` };
  return { code: 'file-too-large', values: { max: bytes % MEBIBYTE === 0 ? `${bytes / MEBIBYTE} MiB` : `${bytes} byte`, limit } };
}

function makeReader({ parts, lost }: Judged, locate: Tree['locate'], complaints: readonly Issue[], desk: Desk): Reader {
  const tables = new Map<string, Table | undefined>();
  const issues: Issue[] = [...complaints];
  const reader: Reader = {
    file: desk.file,
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
  for (const name of complaints.length > 0 ? [] : Object.keys(parts.files ?? {})) if (!mentions(parts, name)) object(reader, ['files', name], { code: 'file-never-read', found: name }, 'key');
  return reader;
}

/** Whether a scenario names a data file anywhere but among the notes on files. */
function mentions(parts: Judged['parts'], name: string): boolean {
  return JSON.stringify({ ...parts, files: undefined }).includes(JSON.stringify(name));
}

function openTable(path: string, at: Path, parts: Judged['parts'], reader: Reader, desk: Desk): Table | undefined {
  if (desk.inputs.length > desk.limits.dataFiles) {
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
  const table = readTable(read.bytes, path, parts.files?.[path]);
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
