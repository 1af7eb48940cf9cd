import { formOf, type Written } from '../base/index.js';
import { isWord } from './calculated.js';
import { byForm, either, word } from './fields.js';
import { figure } from './figures.js';
import type { NumberRule } from './numbers.js';

const wordOrFigure = (raw: unknown): string | undefined => {
  if (formOf(raw) === 'text' && isWord(raw as Written)) return 'word';
  return byForm(raw) === undefined || formOf(raw) === 'list' ? undefined : 'figure';
};

/** A number, or `unlimited` where there is no limit. */
export const limited = (rule: NumberRule, allowed: { readonly sv: string; readonly en: string }) => either(wordOrFigure, { figure: figure(rule), word: word(['unlimited']) }, allowed);
