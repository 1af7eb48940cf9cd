import { createScanner, findNodeAtLocation, getLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { fail, jsonDetail, showPath, succeed, type Issue, type Path, type Place, type Result } from '../base/index.js';
import { toIssue, type Fault } from '../model/index.js';
import { decode } from './decode.js';
import type { Limits } from './limits.js';
import type { Source } from './source.js';
import { unread } from './layers.js';
import { twice } from './twice.js';

/** A JSON file's value, and where in the file each part of it stands. */
export interface ReadJson {
  readonly value: unknown;
  readonly locate: (path: Path, part?: 'key' | 'value') => Place;
}

/** Reads a JSON file. What the format forbids but parsers take in silence, a key that stands twice, is refused. */
export function readJson(source: Source, file: string, limits: Limits): Result<ReadJson> {
  const read = source.read(file, 'scenario', limits.dataBytes);
  const top: Place = { file, line: 1, column: 1, path: '' };
  if ('error' in read) return fail([toIssue(top, { found: file, ...unread(read.error, limits.dataBytes, 'data-bytes') })]);
  const decoded = decode(read.bytes, file);
  if ('issue' in decoded) return fail([decoded.issue]);
  const text = decoded.hadMark ? decoded.text.replace(/^\uFEFF/, '') : decoded.text;
  const issues = scan(text, file, limits);
  if (issues.length > 0) return fail(issues);
  try {
    return succeed({ value: JSON.parse(text) as unknown, locate: locator(text, file) });
  } catch (error) {
    return fail([notJson(text, file, error)]);
  }
}

/** Goes through the words of a file for what a parser would not tell of: nesting without end, and keys that stand twice. */
function scan(text: string, file: string, limits: Limits): Issue[] {
  const scanner = createScanner(text, true);
  const open: (Map<string, number> | null)[] = []; // keys of each map that is open and where they stand; null for a list
  let word: { readonly key: string; readonly offset: number } | null = null;
  const issues: Issue[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const fault = unkept(text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength()));
    if (fault) issues.push(toIssue(placeAt(text, file, scanner.getTokenOffset(), showPath(getLocation(text, scanner.getTokenOffset()).path)), fault));
    const mark = text[scanner.getTokenOffset()];
    if (mark === '{' || mark === '[') open.push(mark === '{' ? new Map<string, number>() : null);
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':' && word) {
      const keys = open.at(-1);
      const before = keys?.get(word.key);
      if (before !== undefined) return [said(text, file, word.key, before, word.offset)];
      keys?.set(word.key, word.offset);
    }
    word = mark === '"' ? { key: scanner.getTokenValue(), offset: scanner.getTokenOffset() } : null;
    if (open.length > limits.nesting) return [toIssue(placeAt(text, file, scanner.getTokenOffset(), ''), { code: 'too-deep', values: { max: limits.nesting, limit: 'nesting' } })];
  }
  return issues;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/** What is wrong with a number that a parser would take for another one: too large to be told from its neighbours, or only nearly whole. */
function unkept(word: string): Fault | undefined {
  if (!/^-?\d[\d.eE+-]*$/.test(word)) return undefined;
  const value = Number(word);
  if (Math.abs(value) > LARGEST) return { code: 'number-too-large', found: word, values: { max: LARGEST } };
  const isNearly = Number.isInteger(value) && /^-?\d+\.\d*[1-9]/.test(word) && !/[eE]/.test(word);
  return isNearly ? { code: 'not-whole', found: word, values: { allowed: `-${LARGEST} … ${LARGEST}`, low: Math.min(value, value + Math.sign(value)), high: Math.max(value, value + Math.sign(value)) } } : undefined;
}

function said(text: string, file: string, key: string, before: number, here: number): Issue {
  const place = placeAt(text, file, here, key);
  return toIssue(place, twice(key, placeAt(text, file, before, ''), place));
}

function notJson(text: string, file: string, error: unknown): Issue {
  const faults: ParseError[] = [];
  parseTree(text, faults, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const detail = faults[0] ? jsonDetail(printParseErrorCode(faults[0].error)) : { detail: error instanceof Error ? error.message : '' };
  const fault: Fault = text.trim() === '' ? { code: 'empty-file' } : { code: 'json-syntax', values: detail };
  return toIssue(placeAt(text, file, faults[0]?.offset ?? 0, ''), fault);
}

/** Finds places once they are asked for: most files are without fault, and some are large. */
function locator(text: string, file: string): ReadJson['locate'] {
  let root: Node | undefined;
  return (path, part = 'value') => {
    root ??= parseTree(text);
    for (let depth = path.length; root && depth > 0; depth--) {
      const node = findNodeAtLocation(root, path.slice(0, depth));
      if (node) return placeAt(text, file, depth === path.length && part === 'key' && node.parent?.type === 'property' ? node.parent.offset : node.offset, showPath(path));
    }
    return placeAt(text, file, root?.offset ?? 0, showPath(path));
  };
}

function placeAt(text: string, file: string, offset: number, path: string): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { file, line: lines.length, column: lines.at(-1)!.length + 1, path };
}
