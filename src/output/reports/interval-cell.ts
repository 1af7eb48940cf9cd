import type { Summary } from '../../analysis/index.js';
import { interval, number, type Lang } from '../words.js';

/** A mean with its interval on the line under it; a dash where there is no value. */
export function withInterval(cell: Summary | null, lang: Lang): string {
  return cell === null ? '–' : `${number(lang, cell.mean)}\n${rangeOf(cell, lang)}`;
}

/** Low and high of a cell. */
export const rangeOf = (cell: Summary, lang: Lang): string => interval(lang, number(lang, cell.low), number(lang, cell.high));
