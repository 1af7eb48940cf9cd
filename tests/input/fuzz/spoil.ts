import type { Dice } from '../../support/arbitraries.js';
import { isMap, mapOf, partAt, put, waysIn, type Tree } from './tree.js';
import { NAMES } from './world.js';

const LONG = 'å'.repeat(300);

/** Texts that are not what they look like, or that nobody would write where a number, a name or a date is due. */
const SCALARS = [
  '', '~', 'null', 'true', '.nan', '-.inf', '-1', '0', '1e9', '0x1F', '010', '1,5', '1.000', '1_000', '1 000', '80', '80 %', '12 st', '9007199254740993', '99999999999999999999', '0.5', '2.5', '"3"', "''",
  '2026-13', '2026-1', '1899-12', '2199-12', '2025-01', '2028-06', '0 months', '4.5 months', '600 months', '601 months', '-2 months', '3 half-months', '0,04 per month', '99 per month',
  '*a', '&a 3', '!!int 3', '<<', '{', ']', '|', "'", '"', '%', '#', '@x', '`', '__proto__', 'constructor', '../../etc/passwd', '~/x.csv', 'data\\x.csv', 'x.csv', 'region_pathway_year.csv',
  'NO', 'Norr ', 'Skåne', 'Ska\u030ane', '\u202Etxet', '\u0000', '\u200B', '💡', LONG, '1/0', 'random()', '2(3)', 'a + 1', '3*4', '((1))', '1 ? 2 : 3', `${'('.repeat(70)}1${')'.repeat(70)}`, `1${'+1'.repeat(600)}`,
];
const KEYS = ['slotts', 'from', 'by-region', 'likely', 'number', '__proto__', 'constructor', 'toString', '<<', '', 'Norr', 'Norr\u0301', LONG, '1e3', 'null', ...Object.values(NAMES).flat()];

/** A document with a few parts made wrong: another type, an unknown key, an odd name or number, a part taken away, doubled, nested or changed places with another. */
export function spoilTree(tree: Tree, dice: Dice): Tree {
  let spoilt = tree;
  for (let times = dice.whole(1, 3); times > 0; times--) spoilt = spoilOnce(spoilt, dice);
  return spoilt;
}

function spoilOnce(tree: Tree, dice: Dice): Tree {
  const ways = waysIn(tree).slice(1);
  if (ways.length === 0) return dice.one(SCALARS);
  const way = dice.one(ways);
  const other = dice.one(ways);
  const part = partAt(tree, way);
  switch (dice.whole(0, 9)) {
    case 0: return put(tree, way, undefined);
    case 1: return put(tree, way, dice.one<Tree>([[], mapOf([]), [part ?? ''], mapOf([[dice.one(KEYS), part ?? '']])]));
    case 2: return put(put(tree, way, partAt(tree, other)), other, part);
    case 3: return put(tree, other, part);
    case 4: return put(tree, way, nest(part ?? '', dice.one([2, 10, 66])));
    case 5: return rename(tree, way, dice.one(KEYS));
    case 6: return isMap(part) ? put(tree, [...way, dice.one(KEYS)], dice.one(SCALARS)) : put(tree, way, [part ?? '', part ?? '']);
    default: return put(tree, way, dice.one(SCALARS));
  }
}

const nest = (part: Tree, depth: number): Tree => (depth === 0 ? part : [nest(part, depth - 1)]);

function rename(tree: Tree, way: readonly (string | number)[], to: string): Tree {
  const parent = partAt(tree, way.slice(0, -1));
  return isMap(parent) ? put(tree, way.slice(0, -1), mapOf(Object.entries(parent).map(([key, value]) => [key === way.at(-1) ? to : key, value]))) : tree;
}

const ODD = ['{', '}', '[', ']', ': ', ':', '\n', '\n\n', '- ', '? ', '&a ', '*a', '!x ', '|', '>', '"', "'", '#', '%', '\t', ',', ';', '<<', '__proto__', '\u0301', '\u0000', '\uFEFF', '\r', '\u0085', '\u2028', '---\n', '...\n', '%YAML 1.1\n', '\u00a0', 'ö'];

/** A text with a few places cut out, doubled or spoilt. */
export function spoilText(text: string, dice: Dice): string {
  let spoilt = text;
  for (let times = dice.whole(1, 4); times > 0; times--) {
    const at = dice.whole(0, spoilt.length);
    const length = dice.whole(0, 30);
    const cut = spoilt.slice(at, at + length);
    const added = dice.once(3) ? cut + cut : dice.once(2) ? '' : dice.one([...ODD, ...SCALARS]);
    spoilt = spoilt.slice(0, at) + added + spoilt.slice(at + length * dice.whole(0, 1));
  }
  return spoilt;
}

const COLUMNS = ['regoin', 'value', 'unit', '__proto__', '', 'year', 'extra'];

/** A data file with a few cells, rows or columns made wrong, as people do in a spreadsheet: most of it still reads well, so that what is wrong of the rest is come to. */
export function spoilTable(text: string, dice: Dice): string {
  let rows = text.trimEnd().split('\n').map((line) => line.split(','));
  for (let times = dice.whole(1, 3); times > 0; times--) rows = spoilRows(rows, dice);
  return rows.map((row) => `${row.join(',')}\n`).join('');
}

function spoilRows(rows: readonly (readonly string[])[], dice: Dice): string[][] {
  const at = dice.whole(1, Math.max(1, rows.length - 1));
  const column = dice.whole(0, Math.max(0, (rows[0]?.length ?? 1) - 1));
  const withCell = (i: number, cell: string): string[][] => rows.map((row, r) => row.map((one, c) => (r === i && c === column ? cell : one)));
  switch (dice.whole(0, 9)) {
    case 0: return rows.filter((_, r) => r !== at).map((row) => [...row]);
    case 1: return rows.flatMap((row, r) => (r === at ? [[...row], [...row]] : [[...row]]));
    case 2: return rows.map((row) => row.filter((_, c) => c !== column));
    case 3: return withCell(0, dice.one(COLUMNS));
    case 4: return rows.map((row) => (row.length > 0 ? [...row, row[column] ?? ''] : []));
    case 5: return rows.map((row, r) => (r === at ? row.map(() => '') : [...row]));
    case 6: return rows.map((row, r) => (r === at ? [...row, dice.one(SCALARS)] : [...row]));
    // A value that another row has: the same key twice, a share or a year too many.
    case 7: return withCell(at, dice.one(rows)[column] ?? '');
    case 8: return withCell(at, dice.one(NAMED));
    default: return withCell(at, dice.one(SCALARS));
  }
}

const NAMED = [...Object.values(NAMES).flat(), '2024', '2026', '2030', '2027-01', '2030-01', '2021-VT', '12', '13', '1000000'];

const MARK = [0xef, 0xbb, 0xbf];
const BROKEN = [[0xff], [0xc3], [0xe5], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]];

/** The bytes of a file as disks, editors and mail leave them: flipped, lost, doubled, cut off, spliced with another file, in other line breaks and marks, other digits. */
export function spoilBytes(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let spoilt: number[] | Uint8Array = bytes;
  for (let times = dice.whole(1, 3); times > 0; times--) spoilt = spoilBytesOnce(Uint8Array.from(spoilt), other, dice);
  return Uint8Array.from(spoilt);
}

function spoilBytesOnce(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.whole(0, bytes.length);
  const to = Math.min(bytes.length, at + dice.whole(1, 40));
  const [head, cut, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (dice.whole(0, 11)) {
    case 0: return bytes.map((byte, i) => (i === at ? byte ^ (1 << dice.whole(0, 7)) : byte));
    case 1: return join(head, tail);
    case 2: return join(head, cut, cut, tail);
    case 3: return join(head, [dice.whole(0, 255)], cut, tail);
    case 4: return head;
    case 5: return join(head, other.subarray(dice.whole(0, other.length)));
    case 6: return join(MARK, bytes);
    case 7: return join(...Array.from(bytes, (byte) => (byte === 10 ? dice.one([[13, 10], [13], [10]]) : [byte])));
    case 8: return join(head, [0], tail);
    case 9: return join(head, dice.one(BROKEN), tail);
    default: return changeDigit(bytes, at, dice);
  }
}

function join(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function changeDigit(bytes: Uint8Array, from: number, dice: Dice): Uint8Array {
  const at = bytes.findIndex((byte, i) => i >= from && byte >= 48 && byte <= 57);
  return bytes.map((byte, i) => (i === at ? 48 + dice.whole(0, 9) : byte));
}
