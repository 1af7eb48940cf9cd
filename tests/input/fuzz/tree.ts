import type { Dice } from '../../support/arbitraries.js';

/** A document before it is written: scalars as the text that stands in the file. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

export const isList = (tree: Tree | undefined): tree is readonly Tree[] => Array.isArray(tree);
export const isMap = (tree: Tree | undefined): tree is { readonly [key: string]: Tree } => typeof tree === 'object' && !Array.isArray(tree);

/** A map of the pairs given; even `__proto__` is a key of it like any other. */
export function mapOf(pairs: Iterable<readonly [string, Tree]>): { readonly [key: string]: Tree } {
  const map = Object.create(null) as Record<string, Tree>;
  for (const [key, value] of pairs) map[key] = value;
  return map;
}

/** A part of a document put in place of the one that stands at the end of the way; `undefined` takes it away. */
export function put(tree: Tree | undefined, way: readonly (string | number)[], part: Tree | undefined): Tree {
  const [step, ...rest] = way;
  if (step === undefined) return part ?? '';
  if (typeof step === 'number') {
    const list = isList(tree) ? tree : [];
    const changed = list.flatMap((item, i) => (i !== step ? [item] : rest.length === 0 && part === undefined ? [] : [put(item, rest, part)]));
    return step >= list.length && part !== undefined ? [...changed, put(undefined, rest, part)] : changed;
  }
  const pairs = isMap(tree) ? Object.entries(tree) : [];
  const changed = pairs.flatMap(([key, value]) => (key !== step ? [[key, value] as const] : rest.length === 0 && part === undefined ? [] : [[key, put(value, rest, part)] as const]));
  return mapOf(pairs.some(([key]) => key === step) || part === undefined ? changed : [...changed, [step, put(undefined, rest, part)]]);
}

/** The part that stands at the end of a way. */
export function partAt(tree: Tree | undefined, way: readonly (string | number)[]): Tree | undefined {
  return way.reduce<Tree | undefined>((at, step) => (typeof step === 'number' ? (isList(at) ? at[step] : undefined) : isMap(at) && Object.hasOwn(at, step) ? at[step] : undefined), tree);
}

/** Ways to every part of a document, the whole first. */
export function waysIn(tree: Tree, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inner = isList(tree) ? tree.flatMap((item, i) => waysIn(item, [...way, i])) : isMap(tree) ? Object.entries(tree).flatMap(([key, value]) => waysIn(value, [...way, key])) : [];
  return [way, ...inner];
}

const PLAIN = /^[\p{L}0-9_./~-][\p{L}\p{M}0-9_./ ~%+*()-]*$/u;
const quoted = (name: string): string => (PLAIN.test(name) && !name.endsWith(' ') ? name : `'${name.replaceAll("'", "''")}'`);

/** A document as YAML: lines and braces as the dice fall. */
export function write(tree: Tree, dice: Dice, depth = 0): string {
  if (typeof tree === 'string') return tree;
  const isFlow = depth > 3 || dice.once(depth === 0 ? 50 : 3) || (isList(tree) ? tree.length === 0 : Object.keys(tree).length === 0);
  if (isFlow) return writeFlow(tree);
  const margin = '  '.repeat(depth);
  const lines = isList(tree)
    ? tree.map((item) => `${margin}-${after(item, dice, depth)}`)
    : Object.entries(tree).map(([key, value]) => `${margin}${quoted(key)}:${after(value, dice, depth)}`);
  return `${depth === 0 ? '' : '\n'}${lines.join('\n')}${depth === 0 ? '\n' : ''}`;
}

function after(tree: Tree, dice: Dice, depth: number): string {
  const text = write(tree, dice, depth + 1);
  return text.startsWith('\n') ? text : ` ${text}`;
}

function writeFlow(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  if (isList(tree)) return `[${tree.map(writeFlow).join(', ')}]`;
  return `{ ${Object.entries(tree).map(([key, value]) => `${quoted(key)}: ${writeFlow(value)}`).join(', ')} }`;
}
