import { scenarioSchema } from '../../../src/model/index.js';
import type { Dice } from '../../support/arbitraries.js';
import { isList, isMap, mapOf, partAt, put, type Tree } from './tree.js';
import { fileAsked, keysAt, namesAt, LARGE, NAMES, SMALL } from './world.js';

/** What of JSON Schema the language's own schema uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  /** What holds of a scenario that extends no other. */
  readonly else?: Schema;
}

/** A schema with what another says more of the same. */
function overlay(schema: Schema, more: Schema | false | undefined): Schema {
  if (!more) return schema;
  const properties = Object.entries({ ...schema.properties, ...more.properties }).map(([key, inner]) => [key, overlay(schema.properties?.[key] ?? inner, more.properties?.[key])] as const);
  return {
    ...schema,
    ...more,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(schema.additionalProperties ? { additionalProperties: overlay(schema.additionalProperties, more.additionalProperties) } : {}),
    ...(schema.items ? { items: overlay(schema.items, more.items) } : {}),
  };
}

const WHOLE = scenarioSchema() as Schema;
const LANGUAGE = overlay(WHOLE, WHOLE.else);

/** Texts of every pattern that the language has; a pattern that none of them fits is written as a word, and then refused. */
const SHAPED = ['2026-01', '2026-04', '2026-10', '2027-03', '2027-12', '1 months', '2 months', '4 half-months', '0.04 per month', '1 per month', '2026', '2026-HT', '2027-VT'];
/** What may stand for a number: expressions, in which the larger scenario's parameters have names. */
const EXPRESSIONS = ['3*4', '1 + 1', '(2 + 1) / 3', 'max(1, 2)', '"2 > 1 ? 3 : 4"', '2^2 - 3', 'places_a', 'places_a - 2', 'round(share_b * 2)', 'share_b'];
const WORDS = ['a', 'Ö och å', 'x-1', 'svar', '"1: 2"'];

/** Something that the schema allows at the end of a way. */
function grow(schema: Schema, way: readonly string[], dice: Dice): Tree {
  if (schema.anyOf) return grow(told(dice.one(schema.anyOf), schema), way, dice);
  if (schema.enum) return scalarOf(dice.one(schema.enum));
  if (isNumber(schema)) return schema.pattern !== undefined && dice.once(8) ? dice.one(EXPRESSIONS) : numberOf(schema, dice);
  if (schema.type === 'boolean') return dice.one(['true', 'false']);
  if (schema.type === 'array') return listOf(schema, way, dice);
  if (schema.type === 'object') return schema.properties ? recordOf(schema, way, dice) : mapFor(schema, way, dice);
  const asked = fileAsked(schema.description ?? '');
  if (asked !== undefined && !dice.once(8)) return asked;
  if (schema.pattern !== undefined) return textLike(schema.pattern, dice);
  return dice.once(8) ? dice.one(WORDS) : dice.one(namesAt(way));
}

/** A form of a field, with what is said of the field. */
const scalarOf = (text: string): string => (/^[\w-]+$/.test(text) ? text : `'${text}'`);

const told = (branch: Schema, { description }: Schema): Schema => (description === undefined || branch.description !== undefined ? branch : { ...branch, description });

/** Whether a field takes numbers: alone, or in a text that works one out. */
const isNumber = ({ type = '' }: Schema): boolean => ['integer', 'number'].some((one) => type === one || (Array.isArray(type) && type.includes(one)));
const isWhole = ({ type = '' }: Schema): boolean => type === 'integer' || (Array.isArray(type) && type.includes('integer'));

function textLike(pattern: string, dice: Dice): string {
  const plain = pattern.split('|^').filter((part) => part.startsWith('^[0-9'));
  if (plain.length === 0) return dice.one([...EXPRESSIONS, ...WORDS]);
  if (pattern !== plain.join('|') && dice.once(8)) return dice.one(EXPRESSIONS);
  const fitting = SHAPED.filter((text) => new RegExp(plain.join('|'), 'u').test(text));
  return fitting.length === 0 ? dice.one(WORDS) : dice.one(fitting);
}

function numberOf(schema: Schema, dice: Dice): string {
  const { minimum = -1e9, maximum = 12 } = schema;
  const parts = isWhole(schema) ? [0, 1, 2, 3, 4, 6, 12, 30, 2026, 2027] : [0, 1, 2, 3, 12, 0.5, 0.25, 1.5, 1 / 64, 0.0000000001];
  const fitting = [...parts, ...parts, minimum, maximum].filter((n) => n >= minimum && n <= maximum);
  const n = dice.one(fitting);
  return Number.isInteger(n) ? String(n) : n.toFixed(10).replace(/0+$/, '');
}

function listOf({ items, description = '' }: Schema, way: readonly string[], dice: Dice): Tree {
  const length = description.includes('twelve') ? 12 : dice.whole(0, 3);
  return even(Array.from({ length }, () => grow(items ?? {}, way, dice)));
}

/** Shares beside each other that sum to one, as gaps must. */
function even(list: readonly Tree[]): Tree {
  return list.length > 0 && list.every((item) => isMap(item) && 'share' in item) ? list.map((item, i) => put(item, ['share'], share(i, list.length))) : list;
}

const share = (i: number, of: number): string => (of === 3 ? (i === 0 ? '0.5' : '0.25') : String(1 / of));

function recordOf({ properties = {}, required = [] }: Schema, way: readonly string[], dice: Dice): Tree {
  const chosen = Object.keys(properties).filter((key) => required.includes(key) || dice.once(3));
  return inOrder(mapOf(chosen.map((key) => [key, grow(properties[key]!, [...way, key], dice)] as const)));
}

/** Bounds around a likely value. */
function inOrder(record: Tree): Tree {
  const at = (key: string): number => Number(partAt(record, [key]));
  const lowest = at('low') > at('likely') ? put(record, ['low'], partAt(record, ['likely'])) : record;
  return at('high') < at('likely') ? put(lowest, ['high'], partAt(record, ['likely'])) : lowest;
}

function mapFor({ additionalProperties: value }: Schema, way: readonly string[], dice: Dice): Tree {
  const keys = way.at(-1) === 'blocks' ? [dice.one(NAMES.blocks)] : keysAt(way).filter(() => !dice.once(3));
  const chosen = keys.length > 3 ? keys.slice(0, 1) : keys;
  const isShares = way.at(-1) === 'home';
  return mapOf(chosen.map((key, i) => [key, isShares ? share(i, chosen.length) : grow(value || {}, [...way, key], dice)] as const));
}

/** A sound scenario in which one key of the language is grown anew. */
export function documentWith(key: string, dice: Dice): Tree {
  return graft(dice.one([SMALL, LARGE, LARGE]), LANGUAGE, key.split('.'), [], dice);
}

/** A sound scenario with a few of its parts grown anew, led to keys of the language at random: what is not said may be said, what is said may be left out. */
export function anyDocument(dice: Dice): Tree {
  let document: Tree = dice.one([SMALL, SMALL, LARGE]);
  for (let times = dice.whole(0, 3); times > 0; times--) {
    const key = dice.one(dice.once(3) ? LANGUAGE_KEYS : PLAIN_KEYS).split('.');
    document = dice.once(6) ? put(document, [key[0]!], undefined) : graft(document, LANGUAGE, key, [], dice);
  }
  return document;
}

/** Grows the part at the end of `steps` anew, `*` being any name of a map; what is not there on the way to it is made as its form requires. */
function graft(tree: Tree | undefined, schema: Schema, steps: readonly string[], way: readonly string[], dice: Dice): Tree {
  const [step, ...rest] = steps;
  if (step === undefined) return grow(schema, way, dice);
  const leading = formsOf(schema).filter((form) => leadsOn(form, steps));
  const form = leading.find((one) => tree !== undefined && isWritten(tree, one)) ?? dice.one(leading);
  const here = tree !== undefined && isWritten(tree, form) ? tree : undefined;
  if (form.items) {
    const list = isList(here) ? here : [];
    const i = dice.whole(0, list.length);
    return even(put(list, [i], graft(list[i], form.items, steps, way, dice)) as readonly Tree[]);
  }
  const made = here ?? recordOf({ ...form, properties: required(form) }, way, dice);
  const base = typeof tree === 'string' && form.required?.includes('likely') ? put(made, ['likely'], tree) : made;
  const known = Object.keys(base as object);
  const isAlone = way.at(-1) === 'blocks' && known.length > 0; // one block in each item of a variant
  const key = step === '*' ? dice.one(isAlone ? known : [...known, ...known, ...keysAt(way)]) : step;
  const inner = form.properties?.[key] ?? (form.additionalProperties as Schema);
  return inOrder(put(base, [key], graft(partAt(base, [key]), inner, rest, [...way, key], dice)));
}

const required = (form: Schema): Readonly<Record<string, Schema>> => Object.fromEntries((form.required ?? []).map((key) => [key, form.properties![key]!]));

/** The ways that a field may be written in, forms within forms too. */
const formsOf = (schema: Schema): readonly Schema[] => (schema.anyOf ? schema.anyOf.flatMap((branch) => formsOf(told(branch, schema))) : [schema]);

function leadsOn(form: Schema, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (form.items) return formsOf(form.items).some((inner) => leadsOn(inner, [step, ...rest]));
  const inner = step === '*' ? (form.properties ? undefined : form.additionalProperties) : form.properties?.[step];
  return inner !== undefined && inner !== false && formsOf(inner).some((one) => leadsOn(one, rest));
}

/** Whether a part of a document is written in a form. */
function isWritten(tree: Tree, { type, properties }: Schema): boolean {
  if (type === 'object') return isMap(tree) && (properties === undefined || Object.keys(tree).every((key) => key in properties));
  return type === 'array' ? isList(tree) : typeof tree === 'string';
}

/** Every key of the language, as `streams.*.rate.law`. */
function listKeys(schema: Schema = LANGUAGE, way = ''): string[] {
  if (schema.anyOf) return [...new Set(schema.anyOf.flatMap((branch) => listKeys(branch, way)))];
  if (schema.items) return listKeys(schema.items, way);
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [`${way}${key}`, ...listKeys(inner, `${way}${key}.`)]);
  return schema.additionalProperties ? listKeys(schema.additionalProperties, `${way}*.`) : own;
}

/** The keys of the language that a document uses. */
export function keysOf(tree: Tree, schema: Schema = LANGUAGE, way = ''): string[] {
  const here = formsOf(schema).find((form) => isWritten(tree, form));
  if (isList(tree)) return tree.flatMap((item) => keysOf(item, here?.items ?? {}, way));
  if (!isMap(tree) || !here) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    const inner = here.properties?.[key];
    return inner ? [`${way}${key}`, ...keysOf(value, inner, `${way}${key}.`)] : keysOf(value, here.additionalProperties || {}, `${way}*.`);
  });
}

const LANGUAGE_KEYS = listKeys();

/** The keys of the language but for what a figure may say of itself. */
export const PLAIN_KEYS = LANGUAGE_KEYS.filter((key) => !/\.(low|likely|high|quality|source)$/.test(key));
