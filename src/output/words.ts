import { IntlMessageFormat } from 'intl-messageformat';
import { BOTTLENECK_WORDS } from './wording/bottlenecks.js';
import { CHART_WORDS } from './wording/charts.js';
import { CHECK_WORDS } from './wording/checks.js';
import { COMPARE_WORDS } from './wording/compare.js';
import { CONTRIBUTION_WORDS } from './wording/contributions.js';
import { PAGE_WORDS } from './wording/page.js';
import { RULE_WORDS } from './wording/rules.js';
import { SUMMARY_WORDS } from './wording/summary.js';
import { SWEEP_WORDS } from './wording/sweep.js';
import { TABLE_WORDS } from './wording/tables.js';
import { WORTH_WORDS } from './wording/worth.js';

/** The language of what is handed out; Swedish unless asked otherwise. */
export type Lang = 'sv' | 'en';

/** One text in both languages, in ICU message syntax. */
export interface Wording {
  readonly sv: string;
  readonly en: string;
}

const WORDS = { ...BOTTLENECK_WORDS, ...CHART_WORDS, ...CHECK_WORDS, ...COMPARE_WORDS, ...CONTRIBUTION_WORDS, ...PAGE_WORDS, ...RULE_WORDS, ...SUMMARY_WORDS, ...SWEEP_WORDS, ...TABLE_WORDS, ...WORTH_WORDS } as const satisfies Record<string, Wording>;

/** The key of a text in the catalogue. */
export type WordKey = keyof typeof WORDS;

const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const;
const messages = new Map<string, IntlMessageFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A text of the catalogue with its values filled in. */
export function say(lang: Lang, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const id = `${lang} ${key}`;
  let message = messages.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(WORDS[key][lang], LOCALE[lang], undefined, { ignoreTag: true });
    messages.set(id, message);
  }
  return String(message.format(values));
}

/** A text named by data (the code of a note, say), when the catalogue has one and every value it asks for is given. */
export function sayIfKnown(lang: Lang, key: string, values: Readonly<Record<string, string | number>>): string | undefined {
  if (!Object.hasOwn(WORDS, key)) return undefined;
  const known = key as WordKey;
  const asked = [...WORDS[known][lang].matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]!);
  // A value may be said in each language: blockSv, blockEn.
  const given = asked.map((name) => [name, values[`${name}${lang === 'sv' ? 'Sv' : 'En'}`] ?? values[name]] as const);
  if (given.some(([, value]) => value === undefined)) return undefined;
  const written = given.map(([name, value]) => [name, typeof value === 'number' ? number(lang, value) : value]);
  return say(lang, known, Object.fromEntries(written) as Record<string, string>);
}

/** A number for people: no-break thousands, decimal comma in Swedish, a true minus in both. */
export function number(lang: Lang, value: number, decimals = 0): string {
  const id = `${lang} ${decimals}`;
  let format = numbers.get(id);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    });
    numbers.set(id, format);
  }
  return format.format(value).replaceAll('-', '\u2212');
}

/** A share as whole per cent: "24 %" in Swedish, "24%" in English. */
export function percent(lang: Lang, share: number, decimals = 0): string {
  return number(lang, share * 100, decimals) + (lang === 'sv' ? '\u00a0%' : '%');
}

/** A difference: always with its sign, but for what is shown as 0. */
export function signed(written: string): string {
  return /^[0.,\u00a0% ]+$/.test(written) || written.startsWith('\u2212') ? written : `+${written}`;
}

/** A number cut to two significant digits, for titles: the figure behind it has an interval. */
export function roughly(lang: Lang, value: number): string {
  let unit = 1;
  while (Math.abs(value) >= unit * 100) unit *= 10;
  return number(lang, Math.round(value / unit) * unit);
}

/** Low and high of an interval, with a true en dash; "till" between when one of them is below zero. */
export function interval(lang: Lang, low: string, high: string): string {
  return low.startsWith('\u2212') || high.startsWith('\u2212') ? `${low} ${lang === 'sv' ? 'till' : 'to'} ${high}` : `${low}–${high}`;
}

/** A month number (12 × year + month − 1) in words: "mars 2028". */
export function monthName(lang: Lang, month: number): string {
  const names = say(lang, 'months').split(' ');
  return `${names[month % 12]!} ${Math.floor(month / 12)}`;
}

/** Things in a row: "AT och BT", "a, b och c". */
export function list(lang: Lang, things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${lang === 'sv' ? 'och' : 'and'} ${last}`;
}

/** The first letter made small, for what stands inside a sentence. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first letter made a capital, for what begins a sentence or a panel. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
