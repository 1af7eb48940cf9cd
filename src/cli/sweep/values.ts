import { Failure } from '../failure.js';
import { show } from '../options.js';
import type { Lang } from '../options.js';

/** A value of a dimension as it was written, without blanks. */
export interface Written {
  readonly text: string;
  /** What it does: sets, adds, or multiplies by. */
  readonly verb: 'set' | 'add' | 'scale';
  /** What is set, added or multiplied by. */
  readonly amount: string;
  readonly number: number | null;
}

/** The most points of a grid. */
export const MOST_POINTS = 1000;

const NUMBER = /^\d+(\.\d+)?$/;
const RANGE = /^([+\-x×*]?)(\d+(?:\.\d+)?):([+\-x×*]?)(\d+(?:\.\d+)?):([+\-x×*]?)(\d+(?:\.\d+)?)$/;

/** Reads the values of a dimension: a list `0,1,2`, a range `first:last:step`, or a list of both. `flag` is the whole option, for complaints. */
export function readValues(text: string, flag: string, lang: Lang): readonly Written[] {
  const parts = text.split(',').map((part) => part.trim().normalize('NFC'));
  if (parts.includes('')) throw wrong(flag, { sv: text.trim() === '' ? 'inga värden efter =' : `ett tomt värde i ${show(text)}`, en: text.trim() === '' ? 'no values after =' : `an empty value in ${show(text)}` }, lang);
  const values = parts.flatMap((part) => (part.includes(':') ? readRange(part, flag, lang) : [readValue(part)]));
  const first = values[0]!;
  const other = values.find(({ verb }) => verb !== first.verb);
  if (other) throw wrong(flag, { sv: `${show(first.text)} och ${show(other.text)} är olika slag: antingen tal som sätts (2), läggs till (+2) eller multipliceras med (x1.5)`, en: `${show(first.text)} and ${show(other.text)} are of different kinds: either numbers that are set (2), added (+2) or multiplied by (x1.5)` }, lang);
  const twice = values.find((one, i) => values.findIndex(({ text: same, number }) => same === one.text || (number !== null && number === one.number)) < i);
  if (twice) throw wrong(flag, { sv: `${show(twice.text)} står två gånger`, en: `${show(twice.text)} is given twice` }, lang);
  return values;
}

/** `+2` and `-2` add, `x1.5` multiplies, anything else is set. */
function readValue(text: string): Written {
  const amount = text.replace(/^[+x×*](?=\d)/, '');
  const isNumber = NUMBER.test(amount.replace(/^-/, ''));
  if (!isNumber) return { text, verb: 'set', amount: text, number: null };
  const verb = /^[+-]/.test(text) ? 'add' : /^[x×*]/.test(text) ? 'scale' : 'set';
  return { text: text.replace(/^[×*]/, 'x'), verb, amount, number: Number(amount) };
}

/** Counts in whole units of the last decimal, so that 0:0.3:0.1 ends in 0.3; a range that misses its end is refused, for either end may be meant. */
function readRange(text: string, flag: string, lang: Lang): readonly Written[] {
  const match = RANGE.exec(text);
  if (!match) throw wrong(flag, { sv: `${show(text)} är inget intervall; skrivs från:till:steg, t.ex. 0:0.5:0.1`, en: `${show(text)} is no range; written from:to:step, e.g. 0:0.5:0.1` }, lang);
  const [, mark = '', from = '', markTo = '', to = '', markStep = '', step = ''] = match;
  const verb = mark === '+' || mark === '-' ? 'add' : mark === '' ? 'set' : 'scale';
  const decimals = Math.max(...[from, to, step].map((one) => one.split('.')[1]?.length ?? 0));
  const units = (sign: string, one: string): number => Math.round(Number(one) * 10 ** decimals) * (sign === '-' ? -1 : 1);
  const [a, b, by] = [units(mark, from), units(markTo, to), units(markStep, step)] as const;
  const steps = by === 0 ? NaN : (b - a) / by;
  if (!(steps >= 0)) throw wrong(flag, { sv: `${show(text)}: steget ${show(markStep + step)} leder inte från första värdet till sista`, en: `${show(text)}: the step ${show(markStep + step)} does not lead from the first value to the last` }, lang);
  const write = (n: number): string => String(Number((Math.abs(n) / 10 ** decimals).toFixed(decimals)));
  const signed = (n: number): string => (verb === 'add' ? `${n < 0 ? '-' : '+'}${write(n)}` : verb === 'scale' ? `x${write(n)}` : write(n));
  if (!Number.isInteger(steps)) {
    const [low, high] = [signed(a + Math.floor(steps) * by), signed(a + Math.ceil(steps) * by)];
    throw wrong(flag, { sv: `${show(text)} når inte sitt slut med det steget; sluta vid ${low} eller ${high}`, en: `${show(text)} does not reach its end by that step; end at ${low} or ${high}` }, lang);
  }
  if (steps + 1 > MOST_POINTS) throw tooMany(steps + 1, lang);
  return Array.from({ length: steps + 1 }, (_, i) => readValue(signed(a + i * by)));
}

/** A grid with more points than there may be. */
export function tooMany(points: number, lang: Lang): Failure {
  return new Failure(5, lang === 'sv' ? `--over: ${points} punkter; högst ${MOST_POINTS}. Ta färre värden eller färre --over` : `--over: ${points} points; at most ${MOST_POINTS}. Take fewer values or fewer --over`);
}

/** An `--over` that is wrong, and why. */
export function wrong(flag: string, why: { readonly sv: string; readonly en: string }, lang: Lang): Failure {
  return new Failure(2, `--over ${show(flag)}: ${why[lang]}`);
}
