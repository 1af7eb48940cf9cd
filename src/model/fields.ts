import * as z from 'zod';
import { formOf, suggest, type Path, type Quality, type Written } from '../base/index.js';
import { isExpression, readStated } from './calculated.js';
import type { Fault, NumberRule, Reading } from './numbers.js';

/** JSON-Schema words of a field, for editors: types, bounds, and a description in English and Swedish. */
type Words = Readonly<Record<string, unknown>>;

/** What may stand somewhere, in both languages. */
interface Allowed {
  readonly sv: string;
  readonly en: string;
}

/** A description for the editor, English first, then Swedish. */
export const says = (en: string, sv: string): { description: string } => ({ description: `${en} · ${sv}` });

type Context = z.core.$RefinementCtx;

/** Hands a fault to zod with the field's own place; `path` leads further in, `part` is the key rather than the value. */
export function complain(ctx: Context, input: unknown, fault: Fault, path: Path = [], part: 'key' | 'value' = 'value'): void {
  ctx.issues.push({ code: 'custom', input, path: [...path], params: { fault, part }, message: fault.code });
}

/** A scalar field: judged by its own reader, described for editors by `words`. */
export function scalar<T>(read: (field: Written) => Reading<T>, allowed: Allowed, words: Words) {
  const turn = (raw: unknown, ctx: Context): T => {
    if (formOf(raw) !== 'text') {
      complain(ctx, raw, wrongForm(raw, allowed));
      return z.NEVER;
    }
    const field = raw as Written;
    const long = words['x-prose'] !== true && !(words['x-number'] === true && isExpression(field)) && field.text.length > LONGEST_NAME;
    const reading = long ? { fault: { code: 'name-too-long', values: { max: LONGEST_NAME } } } : field.text.trim() === '' ? { fault: { code: 'empty-value' } } : read(field);
    if ('value' in reading && !field.split) return reading.value;
    complain(ctx, raw, { found: field.text, ...('fault' in reading ? reading.fault : { code: 'comma-in-text' }) });
    return z.NEVER;
  };
  const { 'x-prose': _, 'x-number': __, ...shown } = words;
  return z.unknown().transform(turn).meta(shown);
}

function wrongForm(raw: unknown, allowed: Allowed): Fault {
  const form = formOf(raw);
  if (form === 'nothing') return { code: 'missing-key', values: {} };
  return { code: form === 'list' ? 'not-a-list' : form === 'map' ? 'not-a-map' : 'wrong-form', values: { allowedSv: allowed.sv, allowedEn: allowed.en } };
}

/** A map with known keys; every other key is an error that names the nearest one. */
export function mapping<S extends z.ZodRawShape>(shape: S) {
  const turn = (raw: unknown, ctx: Context): unknown => {
    if (formOf(raw) === 'map') return raw;
    complain(ctx, raw, mapExpected(raw, { sv: Object.keys(shape).join(', '), en: Object.keys(shape).join(', ') }));
    return z.NEVER;
  };
  return z.preprocess(turn, z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined) }));
}

function mapExpected(raw: unknown, shape: Allowed): Fault {
  if (formOf(raw) === 'nothing') return { code: 'missing-key', values: {} };
  const field = raw as Written;
  const values = { allowedSv: shape.sv, allowedEn: shape.en };
  if (formOf(raw) === 'text') return { code: field.text === '' && !field.quoted ? 'empty-value' : 'map-expected', found: field.text, values };
  return { code: 'map-expected', values };
}

/** A map from names that the scenario chooses itself; `shape` shows one entry of it. */
export function keyed<V extends z.ZodType>(value: V, shape: Allowed = { sv: 'namn: …', en: 'name: …' }) {
  const turn = (raw: unknown, ctx: Context): unknown => {
    if (formOf(raw) === 'map') return raw;
    complain(ctx, raw, mapExpected(raw, shape));
    return z.NEVER;
  };
  return z.preprocess(turn, z.record(z.string(), value));
}

/** A map from names that the scenario chooses itself, with some keys of its own beside them. */
export function keyedBeside<S extends z.ZodRawShape, V extends z.ZodType>(shape: S, value: V, form: Allowed) {
  const turn = (raw: unknown, ctx: Context): unknown => {
    if (formOf(raw) === 'map') return raw;
    complain(ctx, raw, mapExpected(raw, form));
    return z.NEVER;
  };
  return z.preprocess(turn, z.object(shape).catchall(value));
}

/** A list of the same thing over and over; `shape` shows one of them. */
export function listed<V extends z.ZodType>(value: V, shape: Allowed = { sv: '…', en: '…' }) {
  const turn = (raw: unknown, ctx: Context): unknown => {
    if (formOf(raw) === 'list') return raw;
    const values = { allowedSv: shape.sv, allowedEn: shape.en };
    complain(ctx, raw, formOf(raw) === 'nothing' ? { code: 'missing-key' } : { code: 'list-expected', values, ...(formOf(raw) === 'text' ? { found: (raw as Written).text } : {}) });
    return z.NEVER;
  };
  return z.preprocess(turn, z.array(value));
}

/** Something that may be written in several ways: the branch is chosen by `pick`, so that a complaint is about the way meant. */
export function either<B extends Readonly<Record<string, z.ZodType>>>(pick: (raw: unknown) => string | undefined, branches: B, allowed: Allowed) {
  const turn = (raw: unknown, ctx: Context): z.output<B[keyof B]> => {
    const branch = branches[pick(raw) ?? ''];
    if (!branch) {
      complain(ctx, raw, { ...wrongForm(raw, allowed), ...(formOf(raw) === 'text' ? { found: (raw as Written).text } : {}) });
      return z.NEVER;
    }
    const read = branch.safeParse(raw);
    if (read.success) return read.data as z.output<B[keyof B]>;
    for (const issue of read.error.issues) ctx.issues.push({ ...withAllForms(issue, allowed), input: raw } as z.core.$ZodRawIssue);
    return z.NEVER;
  };
  return z.unknown().transform(turn).meta(anyOf(() => Object.values(branches)));
}

/** A word that is none of the few: every form that may stand here is named, not only the words. */
function withAllForms(issue: z.core.$ZodIssue, { sv, en }: Allowed): z.core.$ZodIssue {
  if (issue.code !== 'custom' || issue.path.length > 0) return issue;
  const { fault, part } = issue.params as { readonly fault: Fault; readonly part: 'key' | 'value' };
  if (fault.code !== 'not-a-choice') return issue;
  const { allowed: _, ...values } = fault.values ?? {};
  return { ...issue, params: { part, fault: { ...fault, values: { ...values, allowedSv: sv, allowedEn: en } } } };
}

/** What is never taken, whatever it holds: told of with a fault of its own. */
export const refused = (fault: Fault) =>
  z.unknown().transform((raw, ctx): never => {
    complain(ctx, raw, fault);
    return z.NEVER;
  });

/** The branch by form alone. */
export const byForm = (raw: unknown): 'text' | 'list' | 'map' | undefined => {
  const form = formOf(raw);
  return form === 'nothing' ? undefined : form;
};

/** For editors: any of some fields. Described when the schema is asked for, not whenever a scenario is read. */
export function anyOf(fields: () => readonly z.ZodType[], words: Words = {}): Words {
  let forms: readonly Words[] | undefined;
  // Forms stand within forms: described anew at each of its readings, the innermost would be described a thousand times.
  return Object.defineProperty({ ...words }, 'anyOf', { get: () => (forms ??= fields().map((field) => toEditor(field))), enumerable: true });
}

/** JSON Schema of a field, without the header. */
export function toEditor(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return rest;
}

/** What an editor takes for an expression: a name, or anything with a sign of reckoning in it. */
export const EXPRESSION_PATTERN = '^[A-Za-z\\u00C0-\\u02AF][A-Za-z0-9_\\u00C0-\\u02AF]*$|[-+*/^(]';

/** A number: written plainly, or as an expression. */
export function number(rule: NumberRule, words: Words = {}) {
  const read = (field: Written): Reading<number> => {
    const reading = readStated(field, rule);
    return 'value' in reading ? { value: reading.value.value } : reading;
  };
  return scalar(read, rule.unit === undefined ? ALLOWED_NUMBER : { sv: `ett tal ${rule.unit}`, en: `a number ${rule.unit}` }, { ...numberWords(rule), ...words });
}

/** What an editor is told of a number. */
export function numberWords(rule: NumberRule): Words {
  const bounds = { ...(rule.min === undefined ? {} : { minimum: rule.min }), ...(rule.max === undefined ? {} : { maximum: rule.max }) };
  return rule.unit === undefined ? { type: [rule.whole ? 'integer' : 'number', 'string'], ...bounds, pattern: EXPRESSION_PATTERN, 'x-number': true } : { type: 'string', pattern: `^[0-9.]+ ${rule.unit}$` };
}

const ALLOWED_NUMBER = { sv: 'ett tal', en: 'a number' };
const ALLOWED_TEXT = { sv: 'text', en: 'text' };

/** The longest name anything may have. */
export const LONGEST_NAME = 200;

/** Text in one composed form, so that two ways to write å are one name; refuses empty and overlong ones, and blanks around them, which nobody sees. */
export function readName(text: string): Reading<string> {
  const name = text.normalize('NFC');
  if (name.trim() === '') return { fault: { code: 'empty-value' } };
  if (name !== name.trim()) return { fault: { code: 'name-with-space', nearest: name.trim() } };
  if (name.length > LONGEST_NAME) return { fault: { code: 'name-too-long', values: { max: LONGEST_NAME } } };
  if (/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(name)) return { fault: { code: 'control-character', values: {} } };
  return { value: name };
}

/** A name: of a region, block, stream, file … */
export const name = (words: Words = {}) => scalar((field) => readName(field.text), ALLOWED_TEXT, { type: 'string', minLength: 1, maxLength: LONGEST_NAME, ...words });

/** Running text, as long as it needs to be. */
export const prose = (words: Words = {}) => scalar((field) => ({ value: field.text }), ALLOWED_TEXT, { type: 'string', 'x-prose': true, ...words });

/** One word out of a few. */
export function word<const W extends readonly string[]>(words: W, more: Words = {}) {
  const read = (field: Written): Reading<W[number]> => {
    const hit = words.find((one) => one === field.text);
    if (hit !== undefined) return { value: hit };
    const nearest = suggest(field.text, words);
    return { fault: { code: 'not-a-choice', values: { allowed: words.join(', ') }, ...(nearest === undefined ? {} : { nearest }) } };
  };
  return scalar(read, { sv: words.join(', '), en: words.join(', ') }, { type: 'string', enum: [...words], ...more });
}

/** Yes or no, written true or false. */
export function flag(words: Words = {}) {
  const read = (field: Written): Reading<boolean> => {
    if (!field.quoted && (field.text === 'true' || field.text === 'false')) return { value: field.text === 'true' };
    return { fault: { code: 'not-a-choice', values: { allowed: 'true, false' } } };
  };
  return scalar(read, { sv: 'true eller false', en: 'true or false' }, { type: 'boolean', ...words });
}

/** How sure a figure is. */
export const QUALITIES = ['published', 'derived', 'assumption'] as const satisfies readonly Quality[];

/** A title in both languages. */
export const label = () => mapping({ sv: prose(says('in Swedish', 'på svenska')), en: prose(says('in English', 'på engelska')) });
