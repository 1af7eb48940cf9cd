import { Failure } from './failure.js';

/** The language of what people read: Swedish unless asked otherwise. */
export type Lang = 'sv' | 'en';

/** How numbers are written in each language. */
export const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const;

/** The same words in both languages. */
export type Words = Readonly<Record<Lang, string>>;

/** An option of a command: with a value, with a value as often as wanted, or a mere flag. */
export interface Option extends Words {
  readonly kind: 'value' | 'values' | 'flag';
}

/** How places are added to a pool: the pool, and how many. */
export const ADD_EXAMPLE = 'slots/psychiatry/Gotland=1';

/** What an option was given, as text; undefined when it was not. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What an option that may be repeated was given, in the order written. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}

/** A value as it is shown when it is refused: in quotes, and cut where it is long. */
export function show(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** Reads a whole number written with digits only; anything else, or outside the bounds, is wrong use. */
export function readWhole(flag: string, text: string, least: number, most: number, lang: Lang): number {
  const value = /^(0|[1-9][0-9]*)$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const range = `${least} … ${most}`;
  throw new Failure(2, lang === 'sv' ? `--${flag}: ${show(text)} är inget heltal, ${range}, skrivet med siffror` : `--${flag}: ${show(text)} is not a whole number, ${range}, in digits`);
}

/** The most replications that a command runs, or counts to. */
export const MOST_REPLICATIONS = 100_000;

/** How many replications are asked for in place of the scenario's. */
export function readReplications(value: unknown, lang: Lang): number | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : readWhole('replications', text, 1, MOST_REPLICATIONS, lang);
}

/** Splits `name=number`, as `--add` and `--limit` are written; what is neither is wrong use. */
export function readPair(flag: string, text: string, example: string, most: number, lang: Lang): { readonly name: string; readonly number: number } {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Failure(2, lang === 'sv' ? `--${flag}: ${show(text)} ska skrivas som ${example}` : `--${flag}: ${show(text)} is to be written as ${example}`);
  return { name: text.slice(0, at).normalize('NFC'), number: readWhole(flag, text.slice(at + 1), 1, most, lang) };
}

/** Names given more than once in pairs: which of the numbers holds is not guessed. */
export function refuseTwice(flag: string, names: readonly string[], lang: Lang): void {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new Failure(2, lang === 'sv' ? `--${flag}: ${show(twice)} står två gånger` : `--${flag}: ${show(twice)} is given twice`);
}

/** Reads the language flag. */
export function readLang(text: string | undefined): Lang {
  if (text === undefined || text === 'sv') return 'sv';
  if (text === 'en') return 'en';
  throw new Failure(2, `--lang: ${show(text)}; sv | en`);
}
