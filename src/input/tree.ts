import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { showPath, suggest, type Issue, type Path, type Place, type Raw, type Written } from '../base/index.js';
import { readName, type Fault } from '../model/index.js';
import { issueAt, type Composed } from './compose.js';
import { twice } from './twice.js';
import type { Limits } from './limits.js';

/** A scenario file as text in maps and lists, with the place of everything in it. */
export interface Tree {
  readonly raw: Raw;
  readonly locate: (path: Path, part?: 'key' | 'value', inside?: number) => Place;
}

interface Growth {
  readonly composed: Composed;
  readonly anchors: ReadonlyMap<string, Node>;
  readonly limits: Limits;
  readonly issues: Issue[];
  /** Aliases met while expanding: one inside another counts every time it is met. */
  expanded: number;
  stopped: boolean;
  readonly open: Set<Node>;
}

/** Turns composed YAML into text, lists and maps without prototype; no number, date or truth value is made of anything. */
export function growTree(composed: Composed, limits: Limits): { readonly tree: Tree; readonly issues: readonly Issue[] } | { readonly issues: readonly Issue[] } {
  const content = composed.content.contents as Node | null;
  if (content === null || (isScalar(content) && content.source === '')) return { issues: [issueAt(composed, 0, { code: 'empty-scenario' })] };
  if (!isMap(content)) return { issues: [issueAt(composed, start(content), { code: 'not-a-mapping', found: isScalar(content) ? scalarText(content) : '[…]' })] };
  const growth: Growth = { composed, anchors: findAnchors(content), limits, issues: [], expanded: 0, stopped: false, open: new Set() };
  const raw = grow(growth, content, []);
  if (growth.stopped) return { issues: growth.issues.slice(-1) };
  const tree = { raw, locate: (path: Path, part?: 'key' | 'value', inside?: number) => locate(growth, content, path, part, inside) };
  return growth.issues.every(({ code }) => GENTLE.includes(code)) ? { tree, issues: growth.issues } : { issues: growth.issues };
}

/** What is wrong without anything of the file being lost: the rest may still be judged. */
const GENTLE: readonly string[] = ['duplicate-key'];

const start = (node: Node | null | undefined): number => node?.range?.[0] ?? 0;
const keyText = (pair: Pair): string => (isScalar(pair.key) ? scalarText(pair.key) : '').normalize('NFC');

/** The text of a scalar; without a schema of types everything read is text already. */
const scalarText = (node: Scalar): string => (typeof node.value === 'string' ? node.value : (node.source ?? ''));

function findAnchors(root: Node): ReadonlyMap<string, Node> {
  const anchors = new Map<string, Node>();
  const rest: (Node | null)[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node === null || isAlias(node)) continue;
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    if (isSeq(node)) for (const item of (node.items as Node[]).toReversed()) rest.push(item);
    if (isMap(node)) for (const pair of (node.items as Pair<Node, Node | null>[]).toReversed()) rest.push(pair.value, pair.key);
  }
  return anchors;
}

function say(growth: Growth, node: Node | null, fault: Fault, path: Path): void {
  growth.issues.push(issueAt(growth.composed, start(node), fault, showPath(path)));
}

function grow(growth: Growth, node: Node | null, path: Path): Raw {
  if (growth.stopped || node === null) return text(growth, '', path);
  if (isAlias(node)) return growAlias(growth, node, path);
  if (path.length > growth.limits.nesting) return stop(growth, node, { code: 'too-deep', values: { max: growth.limits.nesting, limit: 'nesting' } }, path);
  if ((isSeq(node) || isMap(node)) && node.items.length > growth.limits.items) return stop(growth, node, { code: 'too-many-items', values: { max: growth.limits.items, limit: 'items' } }, path);
  if (isSeq(node)) return node.items.map((item, i) => grow(growth, item as Node, [...path, i]));
  if (isMap(node)) return growMap(growth, node, path);
  return isScalar(node) ? text(growth, scalarText(node), path, node.type !== 'PLAIN') : text(growth, '', path);
}

/** A text with the field it stands in: however the file is laid out, a figure is one cell. */
function text(growth: Growth, value: string, path: Path, quoted = false): Written {
  return { text: value, quoted, at: `${growth.composed.file}:${showPath(path)}` };
}

function stop(growth: Growth, node: Node, fault: Fault, path: Path): Raw {
  growth.stopped = true;
  say(growth, node, fault, path);
  return text(growth, '', path);
}

function growAlias(growth: Growth, alias: Node & { readonly source: string }, path: Path): Raw {
  const target = growth.anchors.get(alias.source);
  growth.expanded += 1;
  if (growth.expanded > growth.limits.aliases) return stop(growth, alias, { code: 'too-many-aliases', found: `*${alias.source}`, values: { max: growth.limits.aliases, limit: 'aliases' } }, path);
  if (target === undefined || start(target) > start(alias)) {
    const nearest = suggest(alias.source, [...growth.anchors.keys()]);
    say(growth, alias, { code: 'unknown-alias', found: `*${alias.source}`, ...(nearest === undefined ? {} : { nearest: `*${nearest}` }) }, path);
    return text(growth, '', path);
  }
  if (growth.open.has(target)) return stop(growth, alias, { code: 'alias-of-itself', found: `*${alias.source}` }, path);
  growth.open.add(target);
  const raw = grow(growth, target, path);
  growth.open.delete(target);
  return raw;
}

function growMap(growth: Growth, node: YAMLMap, path: Path): Raw {
  const map: Record<string, Raw> = Object.create(null) as Record<string, Raw>;
  const first = new Map<string, Pair<Node, Node | null>>();
  growth.open.add(node);
  const pairs = node.items as Pair<Node, Node | null>[];
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!;
    const key = keyText(pair);
    const tails = countTails(pairs, i);
    const isSound = keyIsSound(growth, pair, first, [...path, key]);
    if (isSound) {
      first.set(key, pair);
      map[key] = tails === 0 ? grow(growth, pair.value, [...path, key]) : rejoin(growth, pairs.slice(i, i + tails + 1), [...path, key]);
    }
    i += tails;
  }
  growth.open.delete(node);
  return map;
}

/** The text that YAML has cut at its commas, as it stands in the file. */
function rejoin(growth: Growth, pairs: readonly Pair<Node, Node | null>[], path: Path): Raw {
  const end = (pairs.at(-1)!.key).range?.[1] ?? 0;
  return { ...text(growth, growth.composed.text.slice(start(pairs[0]!.value), end), path), split: true };
}

/** How far from its beginning a place in a text stands in the file; none where the file writes it otherwise (over several lines, with escapes). */
function within(node: Node | null, text: string, inside: number): number {
  if (!isScalar(node)) return 0;
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  return text.startsWith(scalarText(node), start(node) + quote) ? inside + quote : 0;
}

/** Whether a text leaves a parenthesis open. */
const opens = (text: string): boolean => text.split('(').length > text.split(')').length;

/** How many keys without value after a plain text are its tail: `{ a: 1,5 }` is to YAML the number 1 and a key 5, `{ sv: Södra, grundfall }` a key grundfall, `{ a: min(1, 2, 3) }` two. */
function countTails(pairs: readonly Pair<Node, Node | null>[], at: number): number {
  const head = pairs[at]!.value;
  if (!isScalar(head) || head.type !== 'PLAIN' || head.source === '') return 0;
  const next = pairs.findIndex((pair, i) => i > at && (pair.value !== null || !isScalar(pair.key) || pair.key.type !== 'PLAIN'));
  const tails = pairs.slice(at + 1, next < 0 ? pairs.length : next).map(keyText);
  const closes = opens(scalarText(head)) ? tails.findIndex((_, i) => !opens([scalarText(head), ...tails.slice(0, i + 1)].join())) : -1;
  if (closes >= 0) return closes + 1;
  if (!/^-?\d+$/.test(scalarText(head))) return tails.length === 1 ? 1 : 0;
  const other = tails.findIndex((tail) => !/^\d+$/.test(tail));
  if (other < 0) return tails.length;
  return /^\d/.test(tails[other]!) ? other + 1 : other;
}

const placeOf = ({ composed }: Growth, pair: Pair<Node, Node | null>): { readonly line: number; readonly column: number } => {
  const { line, col } = composed.lines.linePos(start(pair.key));
  return { line, column: col };
};

/** A key must be a name: not a list or map, not `<<`, not what only looks like a key, and only once however its letters are composed. */
function keyIsSound(growth: Growth, pair: Pair<Node, Node | null>, first: ReadonlyMap<string, Pair<Node, Node | null>>, path: Path): boolean {
  const before = growth.issues.length;
  const key = keyText(pair);
  const twin = first.get(key);
  if (!isScalar(pair.key)) say(growth, pair.key, { code: 'key-not-text' }, path);
  else if (key === '<<' && pair.key.type === 'PLAIN') say(growth, pair.key, { code: 'merge-key', found: '<<' }, path);
  else if (key === '__proto__') say(growth, pair.key, { code: 'reserved-key', found: key }, path);
  else if (twin) {
    say(growth, pair.key, twice(key, placeOf(growth, twin), placeOf(growth, pair)), path);
  } else {
    const reading = readName(key);
    if ('fault' in reading) say(growth, pair.key, { found: key, ...reading.fault }, path);
  }
  return growth.issues.length === before;
}

/** Where something stands: its value (or a place inside its text), or with `key` the key that names it; for what is not there, the nearest thing around it. */
function locate(growth: Growth, root: Node, path: Path, part: 'key' | 'value' = 'value', inside?: number): Place {
  let node: Node | null = root;
  let offset = start(root);
  for (const [i, step] of path.entries()) {
    while (isAlias(node)) node = growth.anchors.get(node.source) ?? null;
    const last = i === path.length - 1;
    if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step] as Node;
      offset = start(node);
    } else if (isMap(node)) {
      const pair: Pair<Node, Node | null> | undefined = (node.items as Pair<Node, Node | null>[]).find((one) => keyText(one) === step);
      if (!pair) break;
      const empty = pair.value === null || (isScalar(pair.value) && pair.value.source === '' && pair.value.type === 'PLAIN');
      offset = start((last && part === 'key') || empty ? pair.key : pair.value);
      node = pair.value;
    } else break;
  }
  const { line, col } = growth.composed.lines.linePos(offset + (inside === undefined ? 0 : within(node, growth.composed.text, inside)));
  return { file: growth.composed.file, line: Math.max(1, line), column: Math.max(1, col), path: showPath(path) };
}
