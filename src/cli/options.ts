import { Failure } from './failure.js';

/** The language of what people read: Swedish unless asked otherwise. */
export type Lang = 'sv' | 'en';

/** Reads a whole number written with digits only; anything else, or outside the bounds, is wrong use. */
export function readWhole(flag: string, text: string | undefined, least: number, most: number, lang: Lang): number | undefined {
  if (text === undefined) return undefined;
  const value = /^[0-9]+$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const found = JSON.stringify(text.slice(0, 80));
  throw new Failure(2, lang === 'sv'
    ? `--${flag}: ${found} är inget heltal mellan ${least} och ${most}`
    : `--${flag}: ${found} is not a whole number between ${least} and ${most}`);
}

/** Reads the language flag. */
export function readLang(text: string | undefined): Lang {
  if (text === undefined || text === 'sv') return 'sv';
  if (text === 'en') return 'en';
  throw new Failure(2, `--lang: ${JSON.stringify(text.slice(0, 80))}; sv | en`);
}
